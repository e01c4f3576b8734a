"""Where a fact comes from, and how far it can be trusted (*källa*)."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar, Self

from attrs import field, frozen

from samverkan.model.names import ids, not_blank


class Level(Enum):
    """How much a statement is worth (*beläggsnivå*): a dated or enumerated record, a claim, a reader's deduction."""

    RECORD = "record"
    STATEMENT = "statement"
    INFERRED = "inferred"


@frozen
class Source:
    """The place where something is said (*källa*): ``ref`` finds it, ``says`` quotes it word for word.

    ``inferred`` names those fields of the item that a reader deduced rather than read.
    """

    short_form: ClassVar[str] = "a reference such as “slide 22”, or a table with ref, says, level, inferred"

    ref: str = field(validator=not_blank)
    says: str | None = None
    level: Level = Level.STATEMENT
    inferred: tuple[str, ...] = field(default=(), converter=ids)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Take plain text as the reference."""
        return cls(text)

    def __str__(self) -> str:
        return self.ref

    def level_of(self, name: str) -> Level:
        """Give the level of one field of the item: deduced fields are below the rest."""
        return Level.INFERRED if name in self.inferred else self.level
