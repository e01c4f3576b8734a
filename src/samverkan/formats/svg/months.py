"""The months and the weeks of some days (*månader, veckor*)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def months_between(first: dt.date, last: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    """Give the first and the last day of each month, cut to the days from ``first`` to ``last``."""
    begins = first
    while begins <= last:
        following = dt.date(begins.year + begins.month // 12, begins.month % 12 + 1, 1)
        yield begins, min(last, following - dt.timedelta(days=1))
        begins = following


def weeks_between(first: dt.date, last: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    """Give the first and the last day of each ISO week, cut to the days from ``first`` to ``last``."""
    monday = first.toordinal() - first.weekday()
    for number in range(monday, last.toordinal() + 1, 7):
        yield max(first, dt.date.fromordinal(max(number, 1))), min(last, dt.date.fromordinal(number + 6))


def numbered_weeks(first: dt.date, last: dt.date, *, least: int = 4) -> Iterator[tuple[float, int]]:
    """Give the middle of each week, as an ordinal, with its number, where at least so many days of it are shown.

    Of the days of a year, four are enough for each week of the year to be there (ISO 8601).
    """
    for begins, ends in weeks_between(first, last):
        if (ends - begins).days + 1 >= least:
            yield (begins.toordinal() + ends.toordinal() + 1) / 2, begins.isocalendar().week
