"""Times that are known to a week, a month, a season, a term or a year, and no finer."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from attrs import field, frozen
from attrs.validators import optional

from samverkan.errors import InvalidValueError
from samverkan.model.span import NOWHERE, Precision, Span
from samverkan.model.terms import Term, a_year

if TYPE_CHECKING:
    from attrs import Attribute

_WEEK = re.compile(r"(\d{4})-?W(\d{1,2})", re.ASCII)


def _week_of_year(_: object, __: Attribute[str], value: str | int) -> None:
    text = value if isinstance(value, str) else f"2015-W{value:02}" if not isinstance(value, bool) else ""
    match = _WEEK.fullmatch(text)
    try:
        if match is None:
            raise ValueError(text)
        dt.date.fromisocalendar(int(match[1]), int(match[2]), 7)  # the last week of the calendar has no Sunday
    except ValueError:
        raise InvalidValueError(
            "bad-week", f"{value!r} is not an ISO week", "a week such as “2016-W10”, or 10 where no year is stated"
        ) from None


def _hyphened(week: str | int) -> str | int:
    match = _WEEK.fullmatch(week) if isinstance(week, str) else None
    return f"{match[1]}-W{int(match[2]):02}" if match else week


@frozen
class InWeek:
    """In one ISO week (*vecka*): ``"2016-W10"``, or the bare number where the source states no year."""

    key: ClassVar[str] = "week"
    precision: ClassVar[Precision] = Precision.WEEK

    week: str | int = field(converter=_hyphened, validator=_week_of_year)
    year_inferred: bool = False

    def __attrs_post_init__(self) -> None:
        if self.year_inferred and isinstance(self.week, int):
            raise InvalidValueError(
                "bad-week", f"week {self.week} has no year that could be inferred", "a week with a year"
            )

    @property
    def span(self) -> Span:
        """Monday to Sunday, or nowhere without a year."""
        if isinstance(self.week, int):
            return NOWHERE
        year, week = self.week.split("-W")
        monday = dt.date.fromisocalendar(int(year), int(week), 1)
        return Span(monday, monday + dt.timedelta(days=6))


_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


def _month_span(month: str | int) -> Span:
    if isinstance(month, int):
        return NOWHERE
    year, number = map(int, month.split("-"))
    return Span(dt.date(year, number, 1), dt.date(year, number, calendar.monthrange(year, number)[1]))


def _month_of_year(_: object, __: Attribute[str], value: str | int) -> None:
    match = _MONTH.fullmatch(value) if isinstance(value, str) else None
    number = int(match[2]) if match else value
    yearless = match is not None and match[1] == "0000"  # the calendar begins with year 1
    if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= 12 or yearless:
        raise InvalidValueError(
            "bad-month", f"{value!r} is not a month", "a month such as “2016-05”, or 5 where no year is stated"
        )


@frozen
class InMonth:
    """In one calendar month: ``"2016-05"``, or the bare number where the source states no year.

    ``to_month`` is the last of several months in a row (*maj–augusti 2008*).
    """

    key: ClassVar[str] = "month"
    precision: ClassVar[Precision] = Precision.MONTH

    month: str | int = field(validator=_month_of_year)
    to_month: str | None = field(default=None, validator=optional(_month_of_year))

    def __attrs_post_init__(self) -> None:
        dated = isinstance(self.month, str) and isinstance(self.to_month, str)
        if self.to_month is not None and not (dated and str(self.month) < self.to_month):
            raise InvalidValueError(
                "reversed-period",
                f"the months {self.month} to {self.to_month} are no stretch",
                "both with a year, in order",
            )

    @property
    def span(self) -> Span:
        """First day of the first month to last day of the last one, or nowhere without a year."""
        first = _month_span(self.month)
        return first if self.to_month is None else first.hull(_month_span(self.to_month))


@frozen
class WeekInMonth:
    """During some one week of a month (*under en vecka i maj*); which week is not said."""

    key: ClassVar[str] = "week_in_month"
    precision: ClassVar[Precision] = Precision.MONTH

    week_in_month: str | int = field(validator=_month_of_year)

    @property
    def span(self) -> Span:
        """First to last day of the month, or nowhere without a year."""
        return _month_span(self.week_in_month)


class Season(Enum):
    """A season as people say it; its months are the meteorological ones (our choice)."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


@frozen
class InSeason:
    """In a season (*våren 2008*); winter is December of the year and the two months after."""

    key: ClassVar[str] = "season"
    precision: ClassVar[Precision] = Precision.SEASON

    season: Season
    year: int | None = field(default=None, validator=optional(a_year))

    @property
    def span(self) -> Span:
        """The three months, or nowhere without a year."""
        if self.year is None:
            return NOWHERE
        first = {Season.SPRING: 3, Season.SUMMER: 6, Season.AUTUMN: 9, Season.WINTER: 12}[self.season]
        last_month, year = (2, self.year + 1) if first == 12 else (first + 2, self.year)
        return Span(dt.date(self.year, first, 1), dt.date(year, last_month, calendar.monthrange(year, last_month)[1]))


@frozen
class InTerm:
    """At some time in a term (*under vårterminen*)."""

    key: ClassVar[str] = "term"
    precision: ClassVar[Precision] = Precision.TERM

    term: Term

    @property
    def span(self) -> Span:
        """First to last day that counts to the term."""
        return Span(self.term.first, self.term.last)


@frozen
class InYear:
    """At some time in a year (*under 2015*)."""

    key: ClassVar[str] = "year"
    precision: ClassVar[Precision] = Precision.YEAR

    year: int = field(validator=a_year)

    @property
    def span(self) -> Span:
        """New Year's Day to New Year's Eve."""
        return Span(dt.date(self.year, 1, 1), dt.date(self.year, 12, 31))
