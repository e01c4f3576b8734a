"""Our dates against those of ``dateutil.rrule``, for every rule that RFC 5545 can say."""

from __future__ import annotations

import datetime as dt
from typing import assert_never

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, rrule, weekday
from hypothesis import given
from hypothesis import strategies as st

from samverkan.model.cadence import EveryDays, EveryWeeks, MonthlyOn, Weekday, WeeklyOn
from samverkan.planning.expand import expand

Common = EveryDays | EveryWeeks | WeeklyOn | MonthlyOn

weekdays = st.sampled_from(Weekday)
rules: st.SearchStrategy[Common] = st.one_of(
    st.builds(EveryDays, st.integers(1, 400)),
    st.builds(EveryWeeks, st.integers(1, 60)),
    st.builds(WeeklyOn, st.sets(weekdays, min_size=1)),
    st.builds(MonthlyOn, st.sampled_from([1, 2, 3, 4, 5, -1]), weekdays, st.integers(1, 30)),
)


def judged(rule: Common, first: dt.date, last: dt.date) -> list[dt.date]:
    start, until = (dt.datetime.combine(day, dt.time()) for day in (first, last))
    match rule:
        case EveryDays(days):
            given_ = rrule(DAILY, interval=days, dtstart=start, until=until)
        case EveryWeeks(weeks):
            given_ = rrule(WEEKLY, interval=weeks, dtstart=start, until=until)
        case WeeklyOn(wanted):
            given_ = rrule(WEEKLY, byweekday=[day.iso - 1 for day in wanted], dtstart=start, until=until)
        case MonthlyOn(nth, day, months):
            given_ = rrule(MONTHLY, interval=months, byweekday=weekday(day.iso - 1, nth), dtstart=start, until=until)
        case _:
            assert_never(rule)
    return [each.date() for each in given_]


@given(rules, st.dates(dt.date(1900, 1, 1), dt.date(2190, 12, 31)), st.integers(0, 2_000))
def test_our_dates_are_those_of_dateutil(rule: Common, first: dt.date, length: int) -> None:
    last = first + dt.timedelta(days=length)

    assert expand(rule, first, last) == judged(rule, first, last)
