"""The times that one meeting may get (*tänkbara tider*): days near the planned one, at the hours that are asked for."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.arranging.problem import Candidate
from samverkan.arranging.wishes import DAY_COST, TIME_COST, WEEKDAY_COST, Wishes
from samverkan.model.values import ClockSpan
from samverkan.planning.moment import moments
from samverkan.planning.workdays import Calendar

if TYPE_CHECKING:
    from collections.abc import Iterator

_DAY_MINUTES = 24 * 60


@frozen(kw_only=True)
class Frame:
    """What one meeting may be moved within (*ram*): from ``first`` to ``last``, on the working days of its calendar.

    ``date`` and ``clock`` are where the plan puts it, ``weekday`` is the one of its series, by ISO's number, where the
    rule has one. ``before`` is the day and the hour that an arrangement from before gave it. Without a calendar no
    other day is known to be a working day.
    """

    date: dt.date
    clock: ClockSpan | None = None
    weekday: int | None = None
    place: str | None = None
    first: dt.date
    last: dt.date
    calendar: Calendar | None = None
    before: tuple[dt.date, dt.time | None] | None = None

    def candidates(self, wishes: Wishes) -> Iterator[Candidate]:
        """Give every time that the meeting may get, with its cost."""
        own = self.clock.start if self.clock else None
        length = self.clock.minutes if self.clock and self.clock.minutes else wishes.minutes
        for day in self._days(wishes):
            for clock in self._hours(day, length, wishes):
                cost = DAY_COST * abs((day - self.date).days)
                cost += WEEKDAY_COST if self.weekday not in {None, day.isoweekday()} else 0
                cost += TIME_COST if own not in {None, clock.start} else 0
                start, end = slot(day, clock)
                yield Candidate(start, end, cost, self.place, moved=not self._was(day, clock.start))

    def _days(self, wishes: Wishes) -> list[dt.date]:
        calendar = self.calendar
        if calendar is None:
            return [self.date]
        first, last = max(self.first, calendar.first), min(self.last, calendar.last)
        near = max(first, _shifted(self.date, -wishes.window)), min(last, _shifted(self.date, wishes.window))
        days = set(calendar.working_days(*near))
        if self.before:
            days.update(calendar.working_days(max(self.before[0], first), min(self.before[0], last)))
        return sorted(days)

    def _hours(self, day: dt.date, length: int, wishes: Wishes) -> Iterator[ClockSpan]:
        starts = {*wishes.starts, *([self.clock.start] if self.clock else [])}
        if self.before and self.before[0] == day and self.before[1]:
            starts.add(self.before[1])
        ends = self.calendar.free_from(day) if self.calendar else None
        hours = self.calendar.hours if self.calendar else None
        for start in sorted(starts):
            clock = span(start, length)
            if clock is None or clock.end is None or (ends and clock.end > ends):
                continue
            if hours is None or (hours.start <= start and (hours.end is None or clock.end <= hours.end)):
                yield clock

    def _was(self, day: dt.date, start: dt.time) -> bool:
        """Say whether the meeting was there before, or was nowhere."""
        if self.before is None:
            return True
        return self.before[0] == day and self.before[1] in {None, start}


@lru_cache(maxsize=4096)
def span(start: dt.time, minutes: int) -> ClockSpan | None:
    """Give the hours of a meeting of some minutes, or nothing where it would go on past midnight."""
    end = start.hour * 60 + start.minute + minutes
    return None if end >= _DAY_MINUTES else ClockSpan(start, dt.time(end // 60, end % 60))


@lru_cache(maxsize=65536)  # a country asks for the same hours of the same days a hundred thousand times
def slot(day: dt.date, clock: ClockSpan) -> tuple[dt.datetime, dt.datetime]:
    """Give the moments of some hours on a day; where no end is stated, the next midnight."""
    start, end = moments(day, clock)
    return start, end if end is not None else moments(_shifted(day, 1), ClockSpan(dt.time()))[0]


def _shifted(day: dt.date, days: int) -> dt.date:
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), dt.date.max.toordinal()))
