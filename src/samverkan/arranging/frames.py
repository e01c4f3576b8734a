"""What the meetings of one collaboration may be moved within (*ramar*): its series, its calendar and its periods."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, assert_never

from attrs import evolve

from samverkan.arranging.times import Frame
from samverkan.model.cadence import (
    EveryDays,
    EveryWeeks,
    EveryWorkingDay,
    MonthlyOn,
    ParityWeeks,
    Regularly,
    TimesPer,
    Weekday,
    WeeklyOn,
)
from samverkan.model.values import Period
from samverkan.planning.holiday import FIRST_YEAR, LAST_YEAR
from samverkan.planning.local import calendar_of
from samverkan.planning.spread import stretches

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.model.activities import Series
    from samverkan.model.cadence import Cadence
    from samverkan.model.collaboration import Collaboration
    from samverkan.planning.meeting import Meeting
    from samverkan.planning.workdays import Calendar

_WEEK = tuple(Weekday)


def calendar_for(whole: Collaboration, days: Sequence[dt.date]) -> Calendar | None:
    """Give the calendar of a collaboration around some days, or nothing where no year of them has known holidays."""
    if not days or max(days).year < FIRST_YEAR or min(days).year > LAST_YEAR:
        return None
    return calendar_of(whole.calendar, min(days).year - 1, max(days).year + 1)


def frames(
    whole: Collaboration, meetings: Sequence[Meeting], *, calendar: Calendar | None, horizon: Period | None
) -> dict[str, Frame]:
    """Give the frame of each meeting of a series that takes place, by its id in the merged schedule.

    A meeting stays in its series, within the horizon, and nearer to its day than to half the way to its neighbours, so
    that the order of a series holds. Where the rule counts in periods, it stays in its own. Free days are left out; a
    series on a weekday when nobody else meets keeps to that, and the working days.
    """
    found: dict[str, Frame] = {}
    with_weekday = lru_cache(maxsize=7)(lambda number: _also_on(calendar, number))
    for series in whole.series:
        own = [each for each in meetings if each.series == f"{whole.id}/{series.id}" and each.takes_place]
        for meeting, first, last in _between(sorted(own, key=lambda each: each.date)):
            weekday = _weekday(series, meeting)
            bounds = list(_bounds(series, meeting, whole, horizon))
            found[meeting.id] = Frame(
                date=meeting.date,
                clock=meeting.clock,
                weekday=weekday,
                first=max([first, *(each.from_ for each in bounds if each.from_)]),
                last=min([last, *(each.to for each in bounds if each.to)]),
                calendar=with_weekday(weekday),
            )
    return found


def _between(own: Sequence[Meeting]) -> Iterator[tuple[Meeting, dt.date, dt.date]]:
    """Give each meeting with the first and the last day that are nearer to it than to the one before and after."""
    days = [each.date for each in own]
    reach = [dt.timedelta(days=max(0, (second - first).days - 1) // 2) for first, second in pairwise(days)]
    for number, meeting in enumerate(own):
        first = days[number] - reach[number - 1] if number else dt.date.min
        last = days[number] + reach[number] if number < len(reach) else dt.date.max
        yield meeting, first, last


def _bounds(series: Series, meeting: Meeting, whole: Collaboration, horizon: Period | None) -> Iterator[Period]:
    """Give the periods that a meeting stays in; its own day is in each of them."""
    day = meeting.date
    yield Period(min(series.from_, day), max(series.to, day))
    bounds = horizon or whole.horizon
    if bounds is not None:
        yield bounds
    if isinstance(series.every, TimesPer):
        for stretch in stretches(series.every.per, meeting.nominal, meeting.nominal, whole.terms):
            yield Period(min(stretch.first, day), max(stretch.last, day))


def _also_on(calendar: Calendar | None, weekday: int | None) -> Calendar | None:
    if calendar is None or weekday is None or _WEEK[weekday - 1] in calendar.weekdays:
        return calendar
    return evolve(calendar, weekdays=(*calendar.weekdays, _WEEK[weekday - 1]))


def _weekday(series: Series, meeting: Meeting) -> int | None:
    """Give the weekday that a meeting is wanted on: that of its rule, or of the day to which somebody moved it."""
    if any(change.nominal == meeting.nominal and change.date is not None for change in series.changes):
        return meeting.date.isoweekday()
    return meeting.nominal.isoweekday() if has_weekday(series.every) else None


def has_weekday(rule: Cadence) -> bool:
    """Say whether the meetings of a rule have a weekday of their own."""
    match rule:
        case EveryWeeks() | WeeklyOn() | ParityWeeks() | MonthlyOn():
            return True
        case EveryDays(days):
            return days % 7 == 0
        case EveryWorkingDay() | TimesPer() | Regularly():
            return False
        case _:
            assert_never(rule)
