"""What it takes to decide: a quorum (*beslutsförhet*) and a mandate (*mandat*) are two facts, not one."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import ClassVar, Self, TypeAlias

from attrs import field, frozen

from samverkan.errors import InvalidValueError
from samverkan.model.facts import UNKNOWN, Fact
from samverkan.model.names import Text, texts
from samverkan.model.source import Source
from samverkan.model.values import a_date, as_fraction, positive


@frozen
class AtLeast:
    """A quorum of a fixed number of voting seats."""

    key: ClassVar[str] = "at_least"

    at_least: int = field(validator=positive)
    source: Source | None = None

    def needed(self, voting: int) -> int:
        """Give the number of voting seats that must be present, whatever the number of seats is."""
        del voting
        return self.at_least


def _proper(_: object, __: object, share: Fraction) -> None:
    if not 0 <= share < 1:
        raise InvalidValueError(
            "bad-quorum", f"more than {share} of the seats cannot be a quorum", "a share such as “1/2”"
        )


@frozen
class MoreThan:
    """A quorum of more than a share of the voting seats; kommunallagen 5:45 and 6:27 say more than half."""

    key: ClassVar[str] = "more_than"

    more_than: Fraction = field(converter=as_fraction, validator=_proper)
    source: Source | None = None

    def needed(self, voting: int) -> int:
        """Give the least number of seats above the share of ``voting``; exactly half is not more than half."""
        return int(self.more_than * voting) + 1


Quorum: TypeAlias = AtLeast | MoreThan
"""How many voting seats must be present for the body to decide."""


@frozen
class Mandate:
    """A written mandate to decide for the organisation that a seat represents.

    Without ``until`` it holds until it is recalled. ``items`` narrows it to some kinds of item; an empty list means
    all.
    """

    short_form: ClassVar[str] = (
        "what shows the mandate, such as “decision 2027-01-15”, or a table with given, until, items"
    )

    given: Fact[dt.date] = field(default=UNKNOWN, validator=a_date)
    until: dt.date | None = field(default=None, validator=a_date)
    items: tuple[Text, ...] = field(default=(), converter=texts)
    source: Source | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Take plain text as the source of the mandate."""
        return cls(source=Source(text))

    def __str__(self) -> str:
        return self.source.ref if self.source else "mandate"
