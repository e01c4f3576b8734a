from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from samverkan.errors import InvalidValueError
from samverkan.model.cadence import Per, TimesPer
from samverkan.model.terms import HalfYear, Term, TermDates
from samverkan.planning.spread import Shortage, Spread, Stretch, spread, stretch_of, stretches
from samverkan.planning.workdays import Break, Calendar

SWEDEN = Calendar.swedish(2014, 2018)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("per", "name", "first", "last"),
    [
        (Per.WEEK, "2015-W53", "2015-12-28", "2016-01-03"),
        (Per.MONTH, "2016-01", "2016-01-01", "2016-01-31"),
        (Per.QUARTER, "2016-Q1", "2016-01-01", "2016-03-31"),
        (Per.TERM, "VT-2016", "2016-01-01", "2016-06-30"),
        (Per.YEAR, "2016", "2016-01-01", "2016-12-31"),
    ],
)
def test_each_period_has_its_name_and_its_days(per: Per, name: str, first: str, last: str) -> None:
    assert stretch_of(per, day("2016-01-02")) == Stretch(name, day(first), day(last))


def test_dates_are_the_middles_of_equal_parts() -> None:
    week = Calendar(first=day("2016-01-01"), last=day("2016-12-31"))
    dates = spread(TimesPer(1, Per.WEEK), day("2016-03-07"), day("2016-03-20"), calendar=week).dates

    assert dates == (day("2016-03-09"), day("2016-03-16"))


def test_a_longer_plan_never_moves_a_date() -> None:
    rule = TimesPer(3, Per.QUARTER)
    short = spread(rule, day("2016-01-01"), day("2016-05-01"), calendar=SWEDEN).dates
    long = spread(rule, day("2016-01-01"), day("2017-05-01"), calendar=SWEDEN).dates

    assert long[: len(short)] == short


def test_stated_dates_of_a_term_go_before_the_half_year() -> None:
    term = TermDates(Term(2016, HalfYear.VT), day("2016-01-11"), day("2016-06-14"))

    assert list(stretches(Per.TERM, day("2016-01-01"), day("2016-06-30"), [term])) == [
        Stretch("VT-2016", day("2016-01-11"), day("2016-06-14"))
    ]
    assert list(stretches(Per.TERM, day("2016-06-15"), day("2016-06-30"), [term])) == []


def test_a_period_too_short_for_its_meetings_takes_every_working_day_and_reports_the_rest() -> None:
    closed = evolve(SWEDEN, breaks=[Break("lov", day("2016-03-08"), day("2016-03-13"))])

    given = spread(TimesPer(3, Per.WEEK), day("2016-03-07"), day("2016-03-13"), calendar=closed)

    week = Stretch("2016-W10", day("2016-03-07"), day("2016-03-13"))
    assert given == Spread((day("2016-03-07"),), (Shortage(week, 2),))


def test_a_period_that_the_plan_cuts_reports_no_shortage() -> None:
    given = spread(TimesPer(7, Per.WEEK), day("2016-03-08"), day("2016-03-13"), calendar=SWEDEN)

    assert given.shortages == ()


def test_an_approximate_number_has_no_dates() -> None:
    rule = TimesPer(2, Per.TERM, approximate=True)

    assert spread(rule, day("2016-01-01"), day("2016-12-31")) == Spread()


def test_more_periods_than_anybody_plans_for_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="the rule gives too many dates"):
        spread(TimesPer(1, Per.WEEK), day("1900-01-01"), dt.date.max, calendar=Calendar())


def test_the_last_week_that_there_is_ends_with_the_last_day() -> None:
    assert [each.last for each in stretches(Per.WEEK, dt.date.max, dt.date.max)] == [dt.date.max]
