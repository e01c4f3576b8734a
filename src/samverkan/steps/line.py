"""The working days of a rollout in order (*arbetsdagar*), numbered from its first."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from typing import TYPE_CHECKING, Self

from attrs import field, frozen

from samverkan.errors import InvalidValueError
from samverkan.planning.holiday import FIRST_YEAR, LAST_YEAR
from samverkan.planning.local import calendar_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.model.calendar import LocalCalendar

_YEARLY = 100
"""Fewer working days than most years have; a calendar with fewer is asked for more years, by doubling."""


def _days(days: Iterable[dt.date]) -> tuple[dt.date, ...]:
    return tuple(days)


@frozen
class Line:
    """Working days in a row; the first has the number 0."""

    days: tuple[dt.date, ...] = field(converter=_days, repr=False)

    @classmethod
    def after(cls, first: dt.date, number: int, local: LocalCalendar | None) -> Self:
        """Take so many working days from a day on, itself included; raises ``InvalidValueError`` where they end."""
        return cls(_from(first, number, local))

    @classmethod
    def before(cls, last: dt.date, number: int, local: LocalCalendar | None, *, more: int = 0) -> Self:
        """Take so many working days up to a day, itself included, and ``more`` after it; raises as ``after`` does."""
        return cls([*_until(last, number, local), *(_from(last + dt.timedelta(days=1), more, local) if more else [])])

    def number(self, day: dt.date) -> int:
        """Give the number of the first working day from a day on; before the line it is 0."""
        return bisect_left(self.days, day)


def _from(first: dt.date, number: int, local: LocalCalendar | None) -> list[dt.date]:
    years = 1 + number // _YEARLY
    while True:
        calendar = calendar_of(local, first.year, first.year + years)
        found = calendar.working_days(first, calendar.last)
        if len(found) >= number:
            return found[:number]
        if first.year + years >= LAST_YEAR:
            raise _too_few(number)
        years *= 2


def _until(last: dt.date, number: int, local: LocalCalendar | None) -> list[dt.date]:
    years = 1 + number // _YEARLY
    while True:
        calendar = calendar_of(local, last.year - years, last.year)
        found = calendar.working_days(calendar.first, last)
        if len(found) >= number:
            return found[len(found) - number :]
        if last.year - years <= FIRST_YEAR:
            raise _too_few(number)
        years *= 2


def _too_few(number: int) -> InvalidValueError:
    return InvalidValueError(
        "no-working-days",
        f"the calendar has too few working days for the {number} that are needed",
        f"days from {FIRST_YEAR} to {LAST_YEAR}, and a calendar with working days",
    )
