"""Rules turned into dates: every member of ``Cadence``, from a first day to a last one, both included."""

from __future__ import annotations

import calendar as months
import datetime as dt
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
    WeeklyOn,
)
from samverkan.planning.spread import spread
from samverkan.planning.workdays import Calendar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samverkan.model.cadence import Cadence, Weekday
    from samverkan.model.terms import TermDates

MAX_MEETINGS: Final = 10_000
"""The most dates that one rule may give: every working day for almost forty years."""


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
    dates = _dates(cadence, first, last, calendar, terms)
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
    wanted = sorted(day.iso - 1 for day in weekdays)
    for monday in range(earliest - first.weekday(), latest + 1, 7):
        yield from (dt.date.fromordinal(monday + day) for day in wanted if earliest <= monday + day <= latest)


def _monthly(rule: MonthlyOn, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    start, end = (day.year * 12 + day.month - 1 for day in (first, last))
    for number in range(start, end + 1, rule.months):
        day = nth_weekday(number // 12, number % 12 + 1, rule.nth, rule.weekday)
        if day is not None and first <= day <= last:
            yield day


def nth_weekday(year: int, month: int, nth: int, weekday: Weekday) -> dt.date | None:
    """Give the n-th, or last (-1), such weekday of a month; nothing where the month has no fifth one."""
    first, length = months.monthrange(year, month)
    earliest = 1 + (weekday.iso - 1 - first) % 7
    day = earliest + 7 * (nth - 1) if nth > 0 else earliest + (length - earliest) // 7 * 7
    return dt.date(year, month, day) if day <= length else None
