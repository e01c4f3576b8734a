"""Where a fact comes from, how it was found, and how far it can be trusted (*källa*)."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar, Self

from attrs import field, frozen

from samverkan.errors import InvalidValueError
from samverkan.model.names import Text, ids, not_blank

if TYPE_CHECKING:
    from attrs import Attribute


class Level(Enum):
    """How much a statement is worth (*beläggsnivå*): a dated or enumerated record, a claim, a reader's deduction."""

    RECORD = "record"
    STATEMENT = "statement"
    INFERRED = "inferred"


class Method(Enum):
    """How the evidence was found (*metod*), after the methods of OSCAL: examine, interview, test."""

    DOCUMENT = "document"
    REGISTER = "register"
    INTERVIEW = "interview"
    SURVEY = "survey"
    MEETING = "meeting"
    OBSERVATION = "observation"


def _a_day(_: object, attribute: Attribute[Any], day: object) -> None:
    # Not the validator of the other dates: that one knows of facts, which know of sources.
    if day is not None and (not isinstance(day, dt.date) or isinstance(day, dt.datetime)):
        raise InvalidValueError("bad-date", f"{attribute.name} {day!r} is not a date", "a date such as 2016-03-04")


@frozen
class Source:
    """The place where something is said (*källa*): ``ref`` finds it, ``says`` quotes it word for word.

    ``inferred`` names those fields of the item that a reader deduced rather than read. ``role`` is the role that said
    it or collected it, never a person. ``valid_until`` is the last day on which it counts; without it, it counts until
    it is replaced.
    """

    short_form: ClassVar[str] = "a reference such as “slide 22”, or a table with ref, says, level, inferred"

    ref: str = field(validator=not_blank)
    says: str | None = None
    level: Level = Level.STATEMENT
    inferred: tuple[str, ...] = field(default=(), converter=ids)
    method: Method | None = None
    role: Text | None = None
    collected: dt.date | None = field(default=None, validator=_a_day)
    valid_until: dt.date | None = field(default=None, validator=_a_day)

    def __attrs_post_init__(self) -> None:
        if self.collected is not None and self.valid_until is not None and self.valid_until < self.collected:
            raise InvalidValueError(
                "reversed-period",
                f"the source ends {self.valid_until} before it was collected {self.collected}",
                "collected before valid_until",
            )

    @classmethod
    def parse(cls, text: str) -> Self:
        """Take plain text as the reference."""
        return cls(text)

    def __str__(self) -> str:
        return self.ref

    def level_of(self, name: str) -> Level:
        """Give the level of one field of the item: deduced fields are below the rest."""
        return Level.INFERRED if name in self.inferred else self.level

    def expired(self, day: dt.date | None) -> bool:
        """Say whether it no longer counts on a day; without a day, what has an end may have reached it."""
        return self.valid_until is not None and (day is None or self.valid_until < day)
