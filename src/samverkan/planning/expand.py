"""Rules turned into dates: every member of ``Cadence``, from a first day to a last one, both included."""

from __future__ import annotations

import calendar as months
import datetime as dt
from bisect import bisect_left, bisect_right
from itertools import islice
from typing import TYPE_CHECKING, Final, assert_never

from samverkan.errors import InvalidValueError
from samverkan.model.cadence import (
    EveryDays,
    EveryWeeks,
    EveryWorkingDay,
    MonthlyOn,
    Parity,
    ParityWeeks,
    Regularly,
    TimesPer,
    Weekday,
    WeeklyOn,
)
from samverkan.planning.spread import spread
from samverkan.planning.workdays import Calendar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samverkan.model.cadence import Cadence
    from samverkan.model.terms import TermDates

MAX_MEETINGS: Final = 10_000
"""The most dates that one rule may give: every working day for almost forty years."""

_WEEK = tuple(Weekday)


def expand(
    cadence: Cadence,
    first: dt.date,
    last: dt.date,
    *,
    calendar: Calendar | None = None,
    terms: Sequence[TermDates] = (),
) -> list[dt.date]:
    """List the dates of a rule in order, free days included; an approximate or unspecified rule has none.

    Steps of days, weeks and months are counted from ``first``. Only rules that speak of working days, or of a number of
    times, look at the ``calendar``: without one, at Sweden's. Where ``terms`` does not say when a term is, it is the
    half-year.

    >>> [f"{day:%-d %b}" for day in expand(EveryDays(14), dt.date(2016, 3, 4), dt.date(2016, 4, 1))]
    ['4 Mar', '18 Mar', '1 Apr']
    """
    return at_most(_dates(cadence, first, last, calendar, terms), first, last)


def at_most(dates: Iterable[dt.date], first: dt.date, last: dt.date) -> list[dt.date]:
    """List the dates of a rule from one day to another, or refuse a rule that gives more than anybody plans."""
    listed = list(islice(dates, MAX_MEETINGS + 1))
    if len(listed) > MAX_MEETINGS:
        raise InvalidValueError(
            "too-many-meetings",
            f"the rule gives more than {MAX_MEETINGS} dates from {first} to {last}",
            "a shorter period or longer steps",
        )
    return listed


def _dates(  # noqa: PLR0911  # one return for each cadence
    cadence: Cadence, first: dt.date, last: dt.date, calendar: Calendar | None, terms: Sequence[TermDates]
) -> Iterable[dt.date]:
    match cadence:
        case EveryDays(days):
            return _steps(first, last, days)
        case EveryWeeks(weeks):
            return _steps(first, last, 7 * weeks)
        case WeeklyOn(weekdays):
            return _weekly(first, last, weekdays)
        case ParityWeeks(parity, weekday):
            rest = 0 if parity is Parity.EVEN else 1
            return (day for day in _weekly(first, last, [weekday]) if day.isocalendar().week % 2 == rest)
        case MonthlyOn():
            return _monthly(cadence, first, last)
        case EveryWorkingDay():
            working = calendar or Calendar.swedish(first.year, last.year)
            return (day for day in _steps(first, last, 1) if not working.is_free(day))
        case TimesPer():
            return spread(cadence, first, last, calendar=calendar, terms=terms).dates
        case Regularly():
            return ()
        case _:
            assert_never(cadence)


def _steps(first: dt.date, last: dt.date, days: int) -> Iterator[dt.date]:
    return map(dt.date.fromordinal, range(first.toordinal(), last.toordinal() + 1, days))


def _weekly(first: dt.date, last: dt.date, weekdays: Iterable[Weekday]) -> Iterator[dt.date]:
    earliest, latest = first.toordinal(), last.toordinal()
    wanted = sorted(map(_WEEK.index, weekdays))
    for monday in range(earliest - first.weekday(), latest + 1, 7):
        yield from (dt.date.fromordinal(monday + day) for day in wanted if earliest <= monday + day <= latest)


def _monthly(rule: MonthlyOn, first: dt.date, last: dt.date) -> Sequence[dt.date]:
    if 0 < rule.nth < 5:
        days = _by_weeks(rule.nth, rule.weekday, first, last)[:: rule.months]
    else:
        start, end = (day.year * 12 + day.month - 1 for day in (first, last))
        each = (divmod(number, 12) for number in range(start, end + 1, rule.months))
        days = [day for year, month in each if (day := nth_weekday(year, month + 1, rule.nth, rule.weekday))]
    return days[bisect_left(days, first) : bisect_right(days, last)]


def _by_weeks(nth: int, weekday: Weekday, first: dt.date, last: dt.date) -> list[dt.date]:
    """List the first, second, third or fourth such day of each month: four weeks after the one before, or five."""
    from_ordinal, days = dt.date.fromordinal, []
    most, earliest = 7 * nth, first.toordinal() - first.day + 7 * nth - 6
    position, end = earliest + (_WEEK.index(weekday) + 1 - earliest) % 7, last.toordinal()
    while position <= end:
        day = from_ordinal(position)
        if most - 7 < day.day <= most:
            days.append(day)
            position += 28
        else:
            position += 7
    return days


def nth_weekday(year: int, month: int, nth: int, weekday: Weekday) -> dt.date | None:
    """Give the n-th, or last (-1), such weekday of a month; nothing where the month has no fifth one."""
    earliest = 1 + (_WEEK.index(weekday) - dt.date(year, month, 1).weekday()) % 7
    if 0 < nth < 5:
        return dt.date(year, month, earliest + 7 * nth - 7)
    if earliest <= 3 and earliest + 28 <= months.monthrange(year, month)[1]:
        return dt.date(year, month, earliest + 28)
    return None if nth == 5 else dt.date(year, month, earliest + 21)
