from __future__ import annotations

import datetime as dt
from itertools import pairwise

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


def test_periods_follow_each_other_without_a_day_between_or_in_two() -> None:
    names = {
        Per.WEEK: [f"2016-W{number:02}" for number in range(1, 53)],
        Per.MONTH: [f"2016-{number:02}" for number in range(1, 13)],
        Per.QUARTER: [f"2016-Q{number}" for number in range(1, 5)],
        Per.TERM: ["VT-2016", "HT-2016"],
        Per.YEAR: ["2016"],
    }
    for per in Per:
        found = list(stretches(per, day("2016-01-04"), day("2016-12-31")))
        assert [each.name for each in found] == names[per]
        assert all(before.last + dt.timedelta(days=1) == after.first for before, after in pairwise(found))
        for each in found:
            days = map(dt.date.fromordinal, range(each.first.toordinal(), each.last.toordinal() + 1))
            assert {stretch_of(per, number) for number in days} == {each}


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


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("2016-01-01", "2016-01-10", False),
        ("2016-01-01", "2016-01-11", True),
        ("2016-06-14", "2016-06-30", True),
        ("2016-06-15", "2016-06-30", False),
    ],
)
def test_a_term_is_met_from_its_first_day_to_its_last(first: str, last: str, *, found: bool) -> None:
    term = TermDates(Term(2016, HalfYear.VT), day("2016-01-11"), day("2016-06-14"))

    assert bool(list(stretches(Per.TERM, day(first), day(last), [term]))) == found


def test_without_a_calendar_the_days_of_a_period_that_the_plan_cuts_are_known_too() -> None:
    rule = TimesPer(5, Per.WEEK)

    assert list(map(str, spread(rule, day("2016-01-01"), day("2016-01-04")).dates)) == ["2016-01-04"]
    assert list(map(str, spread(rule, day("2015-12-29"), day("2015-12-30")).dates)) == ["2015-12-29", "2015-12-30"]


def test_a_period_too_short_for_its_meetings_takes_every_working_day_and_reports_the_rest() -> None:
    closed = evolve(SWEDEN, breaks=[Break("lov", day("2016-03-08"), day("2016-03-13"))])

    given = spread(TimesPer(3, Per.WEEK), day("2016-03-07"), day("2016-03-13"), calendar=closed)

    week = Stretch("2016-W10", day("2016-03-07"), day("2016-03-13"))
    assert given == Spread((day("2016-03-07"),), (Shortage(week, 2),))


@pytest.mark.parametrize(
    ("first", "last", "short"),
    [
        ("2016-03-07", "2016-03-13", [2]),
        ("2016-03-08", "2016-03-13", []),
        ("2016-03-07", "2016-03-12", []),
        ("2016-03-01", "2016-03-20", [2, 2]),
    ],
)
def test_a_period_that_the_plan_cuts_reports_no_shortage(first: str, last: str, short: list[int]) -> None:
    given = spread(TimesPer(7, Per.WEEK), day(first), day(last), calendar=SWEDEN)

    assert [each.missing for each in given.shortages] == short
    assert spread(TimesPer(5, Per.WEEK), day(first), day(last), calendar=SWEDEN).shortages == ()


def test_an_approximate_number_has_no_dates() -> None:
    rule = TimesPer(2, Per.TERM, approximate=True)

    assert spread(rule, day("2016-01-01"), day("2016-12-31")) == Spread()


def test_more_periods_than_anybody_plans_for_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="the rule gives too many dates"):
        spread(TimesPer(1, Per.WEEK), day("1900-01-01"), dt.date.max, calendar=Calendar())


def test_as_many_periods_and_dates_as_are_allowed_are_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samverkan.planning.spread.MAX_PERIODS", 4)
    first, weeks = day("2016-03-07"), {number: day("2016-03-06") + dt.timedelta(weeks=number) for number in range(1, 6)}

    assert len(spread(TimesPer(1, Per.WEEK), first, weeks[4], calendar=SWEDEN).dates) == 4
    assert len(spread(TimesPer(4, Per.WEEK), first, weeks[2], calendar=SWEDEN).dates) == 8
    for rule, last in ((TimesPer(1, Per.WEEK), weeks[5]), (TimesPer(5, Per.WEEK), weeks[2])):
        with pytest.raises(InvalidValueError, match="the rule gives too many dates from 2016-03-07 to "):
            spread(rule, first, last, calendar=SWEDEN)


def test_the_last_week_that_there_is_ends_with_the_last_day() -> None:
    assert [each.last for each in stretches(Per.WEEK, dt.date.max, dt.date.max)] == [dt.date.max]
