"""How far apart meetings are, by the rule that they follow."""

from __future__ import annotations

import pytest

from samverkan.checklist.interval import Interval
from samverkan.checklist.regularity import days_between
from samverkan.model.cadence import MonthlyOn, Per, TimesPer, Weekday


@pytest.mark.parametrize(
    ("per", "days"), [(Per.WEEK, 7), (Per.MONTH, 31), (Per.QUARTER, 92), (Per.TERM, 184), (Per.YEAR, 366)]
)
def test_a_period_is_as_long_as_its_longest(per: Per, days: int) -> None:
    assert days_between(TimesPer(1, per)) == Interval(days, days)
    assert days_between(TimesPer(2, per, approximate=True)) == Interval(0, days)


def test_a_month_is_the_longest_one() -> None:
    assert days_between(MonthlyOn(1, Weekday.MONDAY, months=2)) == Interval(62, 62)
