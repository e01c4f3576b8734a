"""A series on another day of the week (*annan veckodag*): the same weeks, as many meetings."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, assert_never

from attrs import evolve

from samverkan.errors import InvalidValueError
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

if TYPE_CHECKING:
    from samverkan.model.activities import Series

_WEEK = tuple(Weekday)


def weekday_of(series: Series) -> Weekday | None:
    """Give the one day of the week on which a series meets by its rule, or nothing where it has no such day."""
    match series.every:
        case EveryDays(days):
            return _WEEK[series.from_.weekday()] if days % 7 == 0 else None
        case EveryWeeks():
            return _WEEK[series.from_.weekday()]
        case WeeklyOn(weekdays):
            return weekdays[0] if len(weekdays) == 1 else None
        case ParityWeeks(_, weekday) | MonthlyOn(_, weekday):
            return weekday
        case EveryWorkingDay() | TimesPer() | Regularly():
            return None
        case _:
            assert_never(series.every)


def on_weekday(series: Series, weekday: Weekday) -> Series:
    """Give the series on another day of the week: each meeting in its own week, and so its changes by hand.

    Of a rule by the month the n-th such day is another one, so its changes by hand are gone. A rule without one weekday
    is refused by ``InvalidValueError``.
    """
    before = weekday_of(series)
    if before is None:
        raise InvalidValueError("no-weekday", f"“{series.id}” has no weekday of its own", "a rule with one weekday")
    if before is weekday:
        return series
    match series.every:
        case MonthlyOn():
            return evolve(series, every=evolve(series.every, weekday=weekday), changes=())
        case WeeklyOn():
            return evolve(_later(series, weekday.iso - before.iso), every=WeeklyOn((weekday,)))
        case ParityWeeks():
            return evolve(_later(series, weekday.iso - before.iso), every=evolve(series.every, weekday=weekday))
        case _:
            return _later(series, weekday.iso - before.iso)


def _later(series: Series, days: int) -> Series:
    """Shift a series within its weeks: its ends too, so that it keeps as many meetings."""
    by = dt.timedelta(days=days)
    changes = [evolve(change, nominal=change.nominal + by) for change in series.changes]
    return evolve(series, from_=series.from_ + by, to=series.to + by, changes=changes)
