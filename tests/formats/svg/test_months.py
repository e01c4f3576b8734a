from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from samverkan.formats.svg.months import months_between, numbered_weeks, weeks_between

DAYS = st.dates(dt.date(1, 1, 1), dt.date(9998, 12, 31))


@given(DAYS, st.integers(0, 800))
def test_months_and_weeks_hold_each_day_once(first: dt.date, days: int) -> None:
    last = dt.date.fromordinal(min(first.toordinal() + days, dt.date(9998, 12, 31).toordinal()))
    for parts in (list(months_between(first, last)), list(weeks_between(first, last))):
        held = [day for begins, ends in parts for day in range(begins.toordinal(), ends.toordinal() + 1)]
        assert held == list(range(first.toordinal(), last.toordinal() + 1))
    assert all(begins.month == ends.month for begins, ends in months_between(first, last))
    assert all(begins.isocalendar()[:2] == ends.isocalendar()[:2] for begins, ends in weeks_between(first, last))


def test_a_year_has_the_weeks_of_iso_8601() -> None:
    for year, weeks in ((2009, 53), (2015, 53), (2016, 52), (2020, 53), (2021, 52), (2026, 53)):
        numbers = [number for _, number in numbered_weeks(dt.date(year, 1, 1), dt.date(year, 12, 31))]
        assert numbers == list(range(1, weeks + 1))
