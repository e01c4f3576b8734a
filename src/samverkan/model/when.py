"""When something happens, no more precisely than the source says (*när*)."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from attrs import field, frozen

from samverkan.errors import InvalidValueError
from samverkan.model.cadence import Cadence
from samverkan.model.names import not_blank
from samverkan.model.span import NOWHERE, Precision, Span
from samverkan.model.stretches import InMonth, InSeason, InTerm, InWeek, InYear, Season, WeekInMonth
from samverkan.model.values import Length, a_date

if TYPE_CHECKING:
    from collections.abc import Iterable


@frozen
class OnDate:
    """On one day."""

    key: ClassVar[str] = "date"
    precision: ClassVar[Precision] = Precision.DATE

    date: dt.date = field(validator=a_date)
    year_inferred: bool = False

    @property
    def span(self) -> Span:
        """The day itself, twice."""
        return Span(self.date, self.date)


def _dates(days: Iterable[dt.date]) -> tuple[dt.date, ...]:
    return tuple(days)


def _ascending(_: object, __: object, days: tuple[Any, ...]) -> None:
    if not days or any(not isinstance(day, dt.date) or isinstance(day, dt.datetime) for day in days):
        raise InvalidValueError(
            "bad-date", "dates must hold dates, at least one", "dates such as [2016-03-04, 2016-03-18]"
        )
    if any(after <= before for before, after in pairwise(days)):
        raise InvalidValueError("unordered-dates", "the dates do not follow each other", "each date once, in order")


@frozen
class OnDates:
    """On each of some days."""

    key: ClassVar[str] = "dates"
    precision: ClassVar[Precision] = Precision.DATE

    dates: tuple[dt.date, ...] = field(converter=_dates, validator=_ascending)

    @property
    def span(self) -> Span:
        """From the first day to the last."""
        return Span(self.dates[0], self.dates[-1])


@frozen
class Through:
    """Through all days from one to another (*under tiden*): a run, not a guess at a day."""

    key: ClassVar[str] = "from"
    precision: ClassVar[Precision] = Precision.RANGE

    from_: dt.date = field(validator=a_date)
    to: dt.date = field(validator=a_date)

    def __attrs_post_init__(self) -> None:
        if self.to < self.from_:
            raise InvalidValueError(
                "reversed-period", f"it ends {self.to} before it starts {self.from_}", "from before to"
            )

    @property
    def span(self) -> Span:
        """From the first day to the last."""
        return Span(self.from_, self.to)


class Moment(Enum):
    """A moment of the setup's own period."""

    START = "start"
    WITHIN = "within"
    END = "end"
    AFTER = "after"


@frozen
class RelativeToPeriod:
    """Relative to the setup's period (*i början*, *efter projektet*), where no date is said."""

    key: ClassVar[str] = "of_period"
    precision: ClassVar[Precision] = Precision.UNSTATED

    of_period: Moment

    @property
    def span(self) -> Span:
        """Nowhere by itself: a schedule finds the days of the period, and how near is near is not said."""
        return NOWHERE


@frozen
class Within:
    """Within a length of time after some event (*inom 90 dagar efter …*).

    ``after`` is the id or the name of an entry of the programme, ``start`` or ``end`` of the setup's period, or other
    words; of these no day is known.
    """

    key: ClassVar[str] = "within"
    precision: ClassVar[Precision] = Precision.UNSTATED

    within: Length
    after: str = field(validator=not_blank)

    @property
    def span(self) -> Span:
        """Nowhere by itself: a schedule finds the days of what it comes after."""
        return NOWHERE


@frozen
class Often:
    """Again and again by a rule or a frequency (*två ggr per termin*)."""

    key: ClassVar[str] = "every"
    precision: ClassVar[Precision] = Precision.FREQUENCY

    every: Cadence
    says: str | None = None

    @property
    def span(self) -> Span:
        """Nowhere: a frequency is no date."""
        return NOWHERE


When: TypeAlias = (
    OnDate
    | OnDates
    | Through
    | InWeek
    | InMonth
    | WeekInMonth
    | InSeason
    | InTerm
    | InYear
    | RelativeToPeriod
    | Within
    | Often
)
"""Every way in which a source states a time; silence is ``UNKNOWN``."""

__all__ = [
    "NOWHERE",
    "InMonth",
    "InSeason",
    "InTerm",
    "InWeek",
    "InYear",
    "Moment",
    "Often",
    "OnDate",
    "OnDates",
    "Precision",
    "RelativeToPeriod",
    "Season",
    "Span",
    "Through",
    "WeekInMonth",
    "When",
    "Within",
]
