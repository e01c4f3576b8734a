"""The days that a goal is measured by (*mättider*): when a window closes, and which months or years there are."""

from __future__ import annotations

import calendar
import datetime as dt
from fractions import Fraction
from itertools import count, pairwise, takewhile
from typing import TYPE_CHECKING, Final, TypeAlias

from samverkan.followup.policy import Grid
from samverkan.model.values import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.model.values import Length, Period

Days: TypeAlias = tuple[dt.date, dt.date]
"""The first and the last of some days in a row."""

ONE_DAY: Final = dt.timedelta(days=1)
"""What lies between the last day of a period and the first day after it."""
_DAYS: Final = {Unit.DAY: 1, Unit.WEEK: 7}
_MONTHS: Final = {Unit.MONTH: 1, Unit.YEAR: 12}


def last_day(day: dt.date, length: Length) -> dt.date:
    """Give the last day of a window that runs from a day (*fönster*); the last of the calendar where it runs beyond.

    Days and weeks come after the day, months and years begin with it. The sources count so: within 90 days after 17
    October is by 15 January, and an introduction of 24 months from 31 December 2009 ends on 30 December 2011.

    >>> from samverkan.model.values import Length
    >>> str(last_day(dt.date(2010, 10, 17), Length.parse("90 days")))
    '2011-01-15'
    >>> str(last_day(dt.date(2009, 12, 31), Length.parse("24 months")))
    '2011-12-30'
    """
    try:
        if length.unit in _DAYS:
            return day + dt.timedelta(days=length.count * _DAYS[length.unit])
        end = shifted(day, length.count * _MONTHS[length.unit])
        return end - ONE_DAY if end.day == day.day else end
    except (OverflowError, ValueError):
        return dt.date.max


def shifted(day: dt.date, months: int) -> dt.date:
    """Give the day of the same number so many months later, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def months_in(period: Period) -> Fraction | None:
    """Count the months of a period exactly, days over as a part of the month that they lie in; else nothing.

    A period without days has as many as its length says, where that is in months or years.
    """
    if period.from_ and period.to:
        return _months_between(period.from_, period.to + ONE_DAY)
    if period.length and period.length.unit in _MONTHS:
        return Fraction(period.length.count * _MONTHS[period.length.unit])
    return None


def _months_between(first: dt.date, end: dt.date) -> Fraction:
    whole = sum(1 for _ in takewhile(lambda months: shifted(first, months) <= end, count(1)))
    begun = shifted(first, whole)
    return whole + Fraction((end - begun).days, (shifted(first, whole + 1) - begun).days)


def cells(period: Days, months: int, grid: Grid) -> tuple[Days, ...]:
    """List the months (1), or the years (12), of the grid in a period, in order; the first may begin before it."""
    first, last = period
    begins = first if grid is Grid.PROJECT else dt.date(first.year, first.month if months == 1 else 1, 1)
    starts = (shifted(begins, months * number) for number in count())
    found = [(start, following - ONE_DAY) for start, following in pairwise(_through(starts, last + ONE_DAY))]
    if grid is Grid.TOUCHED:
        return tuple(found)
    return tuple(cell for cell in found if first <= cell[0] and cell[1] <= last)


def _through(days: Iterable[dt.date], end: dt.date) -> Iterable[dt.date]:
    for day in days:
        yield day
        if day >= end:
            return


def first_gap(spans: Iterable[Days], wanted: Days) -> dt.date | None:
    """Give the first of the wanted days that no span holds, or nothing where they hold all."""
    day = wanted[0]
    for first, last in sorted(spans):
        if first <= day:
            day = max(day, last + ONE_DAY)
    return day if day <= wanted[1] else None


def widest(spans: Iterable[Days]) -> tuple[Days, ...] | None:
    """Keep the spans that lie in no other, in order; nothing where two of them share some days and neither all."""
    kept: list[Days] = []
    for span in sorted(spans, key=lambda each: (each[0], -each[1].toordinal())):
        if not kept or span[1] > kept[-1][1]:
            kept.append(span)
    return tuple(kept) if all(one[1] < other[0] for one, other in pairwise(kept)) else None


def number_of_days(first: dt.date, last: dt.date) -> int:
    """Count the days from one to another, both included; none where the other comes before."""
    return max((last - first).days + 1, 0)
