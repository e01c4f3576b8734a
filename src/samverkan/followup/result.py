"""What was counted for a goal (*utfall*): always so many of so many, with a day, a source and whom it is about."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING

from attrs import field, frozen
from attrs.validators import optional

from samverkan.errors import InvalidValueError
from samverkan.model.names import an_id, not_blank
from samverkan.model.results import a_count
from samverkan.model.values import a_date

if TYPE_CHECKING:
    from collections.abc import Iterable


class Sex(Enum):
    """The two that the sources break figures down by (*kön*)."""

    WOMEN = "women"
    MEN = "men"


class Counted(Enum):
    """What the count counts: a hard outcome, what those asked perceive, or either of the two."""

    OUTCOME = "outcome"
    PERCEPTION = "perception"
    EITHER = "either"


@frozen
class Ages:
    """A band of ages in whole years, both included (*åldersgrupp*); ``oldest`` is nothing where it has no upper end."""

    youngest: int = field(validator=a_count)
    oldest: int | None = field(default=None, validator=optional(a_count))

    def __attrs_post_init__(self) -> None:
        if self.oldest is not None and self.oldest < self.youngest:
            raise InvalidValueError(
                "bad-ages", f"the ages {self.youngest}–{self.oldest} are reversed", "the lower age first"
            )


def _outcomes(names: Iterable[str]) -> frozenset[str]:
    return frozenset(names)


@frozen(kw_only=True)
class Result:
    """A count of some of those that a goal is about; never a bare percentage.

    ``first`` and ``last`` bound the days that they belong to: the month in which they took part, or the days on which
    they finished. ``collected`` is the day on which it was counted, and none of them comes after it. ``total`` is
    nothing where the goal counts things and no share. ``counted`` is needed only where a goal counts both outcomes and
    perceptions; ``outcomes`` names those outcomes, or parts, of the goal that count here, in the words of the file;
    none named says all of them. ``pending`` is how many of those not counted were still inside their window when it was
    counted; without it, the days tell how many may have been. ``sex`` and ``ages`` are nothing where everybody is
    counted.
    """

    goal: str = field(validator=an_id)
    first: dt.date = field(validator=a_date)
    last: dt.date = field(validator=a_date)
    collected: dt.date = field(validator=a_date)
    count: int = field(validator=a_count)
    total: int | None = field(default=None, validator=optional(a_count))
    sex: Sex | None = None
    ages: Ages | None = None
    counted: Counted | None = None
    outcomes: frozenset[str] = field(default=frozenset(), converter=_outcomes)
    pending: int | None = field(default=None, validator=optional(a_count))
    municipality: str | None = None
    source: str = field(validator=not_blank)

    def __attrs_post_init__(self) -> None:
        if self.last < self.first:
            raise InvalidValueError(
                "reversed-period", f"the days {self.first}–{self.last} are reversed", "the earlier day first"
            )
        if self.collected < self.last:
            raise InvalidValueError(
                "counted-early",
                f"it was counted on {self.collected}, before its last day {self.last}",
                "days up to the day on which it was counted",
            )
        if self.total is not None and self.count + (self.pending or 0) > self.total:
            raise InvalidValueError(
                "bad-share", f"{self.count} of {self.total} is more than all", "a count up to the total"
            )
