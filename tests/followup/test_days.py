"""The days that goals are measured by."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from samverkan.followup.days import ONE_DAY, cells, first_gap, last_day, months_in, number_of_days, shifted, widest
from samverkan.followup.policy import Grid
from samverkan.model.values import Length, Period


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("begins", "length", "ends"),
    [
        ("2010-10-17", "90 days", "2011-01-15"),
        ("2009-12-31", "24 months", "2011-12-30"),
        ("2010-10-17", "3 months", "2011-01-16"),
        ("2010-01-01", "1 year", "2010-12-31"),
        ("2010-01-01", "2 weeks", "2010-01-15"),
        ("2010-08-31", "6 months", "2011-02-28"),
        ("2010-02-28", "1 month", "2010-03-27"),
        ("9999-12-01", "40 days", "9999-12-31"),
        ("9999-12-01", "2 years", "9999-12-31"),
    ],
)
def test_ninety_days_come_after_the_day_and_months_begin_with_it(begins: str, length: str, ends: str) -> None:
    assert last_day(day(begins), Length.parse(length)) == day(ends)


def test_a_window_that_begins_later_never_closes_earlier() -> None:
    days = [day("2011-12-25") + dt.timedelta(days=number) for number in range(100)]
    for length in ("1 month", "6 months", "1 year", "30 days"):
        closed = [last_day(each, Length.parse(length)) for each in days]
        assert closed == sorted(closed)


@pytest.mark.parametrize(
    ("period", "months"),
    [
        (Period(day("2010-02-01"), day("2013-12-31")), Fraction(47)),
        (Period(day("2008-09-01"), day("2009-02-28")), Fraction(6)),
        (Period(day("2009-01-15"), day("2011-01-15")), 24 + Fraction(1, 31)),
        (Period(day("2009-02-01"), day("2011-12-30")), 34 + Fraction(30, 31)),
        (Period(length=Length.parse("3 years")), Fraction(36)),
        (Period(length=Length.parse("90 days")), None),
        (Period(from_=day("2009-01-15")), None),
    ],
)
def test_the_months_of_a_period_are_exact(period: Period, months: Fraction | None) -> None:
    assert months_in(period) == months


def test_the_months_of_a_project_begin_on_its_own_day() -> None:
    period = day("2009-01-31"), day("2009-04-30")

    assert cells(period, 1, Grid.PROJECT) == (
        (day("2009-01-31"), day("2009-02-27")),
        (day("2009-02-28"), day("2009-03-30")),
        (day("2009-03-31"), day("2009-04-29")),
    )
    assert cells(period, 1, Grid.COMPLETE)[0] == (day("2009-02-01"), day("2009-02-28"))
    assert cells(period, 1, Grid.TOUCHED)[0] == (day("2009-01-01"), day("2009-01-31"))


def test_a_month_is_touched_by_its_first_or_last_day_and_whole_with_both() -> None:
    march, april, may = ((day(f"2009-0{number}-01"), day(f"2009-0{number}-{last}")) for number, last in _MONTHS)

    assert cells((march[1], may[0]), 1, Grid.TOUCHED) == (march, april, may)
    assert cells((march[1], may[0]), 1, Grid.COMPLETE) == (april,)
    assert cells((march[0], may[1]), 1, Grid.TOUCHED) == (march, april, may)
    assert cells((march[0], may[1]), 1, Grid.COMPLETE) == (march, april, may)
    assert cells((march[0] + ONE_DAY, may[1] - ONE_DAY), 1, Grid.COMPLETE) == (april,)
    assert cells((march[0], may[1]), 12, Grid.TOUCHED) == ((day("2009-01-01"), day("2009-12-31")),)


_MONTHS = ((3, 31), (4, 30), (5, 31))


def test_a_gap_is_the_first_day_that_no_span_holds() -> None:
    wanted = day("2009-01-15"), day("2009-03-31")
    january, march = (day("2009-01-01"), day("2009-01-31")), (day("2009-03-01"), day("2009-03-31"))

    assert first_gap([], wanted) == wanted[0]
    assert first_gap([(day("2008-12-01"), day("2008-12-31"))], wanted) == wanted[0]
    assert first_gap([march, january], wanted) == day("2009-02-01")
    assert first_gap([march, january, (day("2009-02-01"), day("2009-02-28"))], wanted) is None
    assert first_gap([(wanted[0], wanted[1] - ONE_DAY)], wanted) == wanted[1]


def test_spans_within_others_are_left_out_and_half_overlaps_cannot_be_told_apart() -> None:
    quarter, january = (day("2009-01-01"), day("2009-03-31")), (day("2009-01-01"), day("2009-01-31"))

    assert widest([january, quarter]) == (quarter,)
    spring = [(day("2009-04-01"), day("2009-06-30")), (day("2009-04-01"), day("2009-04-30"))]
    assert widest([*spring, january, quarter, (day("2009-03-15"), day("2009-03-31"))]) == (quarter, spring[0])
    assert widest([january, january]) == (january,)
    assert widest([january, (day("2009-01-31"), day("2009-02-28"))]) is None


def test_days_are_counted_with_both_ends() -> None:
    assert number_of_days(day("2009-02-01"), day("2011-12-30")) == 1063
    assert [number_of_days(day("2009-02-10"), day(f"2009-02-{last}")) for last in ("10", "09", "08")] == [1, 0, 0]
    assert shifted(day("2009-01-31"), 1) == day("2009-02-28")
