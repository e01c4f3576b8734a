"""How long it is at most from one meeting to the next by a rule (*mötesintervall*)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, assert_never

from samverkan.checklist.interval import Interval
from samverkan.model.cadence import (
    EveryDays,
    EveryWeeks,
    EveryWorkingDay,
    MonthlyOn,
    ParityWeeks,
    Per,
    Regularly,
    TimesPer,
    WeeklyOn,
)

if TYPE_CHECKING:
    from samverkan.model.cadence import Cadence

_DAYS = {Per.WEEK: 7, Per.MONTH: 31, Per.QUARTER: 92, Per.TERM: 184, Per.YEAR: 366}


def days_between(cadence: Cadence) -> Interval:  # noqa: PLR0911  # one return for each cadence
    """Give the usual number of days from one meeting to the next: a month counts as 31 days, its longest (our choice).

    An approximate frequency is at least one in its period and may be any more; what is only regular may be anything.
    """
    match cadence:
        case EveryDays(days):
            return _exactly(days)
        case EveryWeeks(weeks):
            return _exactly(7 * weeks)
        case WeeklyOn():
            return _exactly(7)
        case ParityWeeks():
            return _exactly(14)
        case MonthlyOn(months=months):
            return _exactly(_DAYS[Per.MONTH] * months)
        case EveryWorkingDay():
            return _exactly(1)
        case TimesPer(times, per, approximate):
            return Interval(0, _DAYS[per]) if approximate else _exactly(Fraction(_DAYS[per], times))
        case Regularly():
            return Interval(0, None)
        case _:
            assert_never(cadence)


def _exactly(days: Fraction | int) -> Interval:
    return Interval(days, days)
