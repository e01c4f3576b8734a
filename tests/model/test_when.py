from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.errors import InvalidValueError
from samverkan.model.cadence import Regularly
from samverkan.model.terms import Term
from samverkan.model.values import Length
from samverkan.model.when import (
    NOWHERE,
    InMonth,
    InSeason,
    InTerm,
    InWeek,
    InYear,
    Moment,
    Often,
    OnDate,
    OnDates,
    Precision,
    RelativeToPeriod,
    Season,
    Span,
    Through,
    WeekInMonth,
    When,
    Within,
)
from samverkan.testing import dates, values_of, whens

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = dt.timedelta(days=1)


def span(first: str, last: str) -> Span:
    return Span(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


class TestSpan:
    @pytest.mark.parametrize(
        ("when", "days"),
        [
            (OnDate(dt.date(2016, 3, 4)), span("2016-03-04", "2016-03-04")),
            (OnDates([dt.date(2016, 3, 4), dt.date(2016, 4, 4)]), span("2016-03-04", "2016-04-04")),
            (OnDates(map(dt.date, (2016, 2017, 2018), (3, 2, 1), (1, 2, 3))), span("2016-03-01", "2018-01-03")),
            (Through(dt.date(2016, 3, 4), dt.date(2016, 6, 10)), span("2016-03-04", "2016-06-10")),
            (Through(dt.date(2016, 3, 4), dt.date(2016, 3, 4)), span("2016-03-04", "2016-03-04")),
            (InWeek("2016-W10"), span("2016-03-07", "2016-03-13")),
            (InWeek("2015-W53"), span("2015-12-28", "2016-01-03")),
            (InWeek("2019-W01"), span("2018-12-31", "2019-01-06")),
            (InWeek(10), NOWHERE),
            (InMonth("2016-02"), span("2016-02-01", "2016-02-29")),
            (InMonth("2100-02"), span("2100-02-01", "2100-02-28")),
            (InMonth("2008-05", to_month="2008-08"), span("2008-05-01", "2008-08-31")),
            (InMonth("2008-12", to_month="2009-01"), span("2008-12-01", "2009-01-31")),
            (InMonth(1), NOWHERE),
            (InMonth(12), NOWHERE),
            (WeekInMonth("2016-05"), span("2016-05-01", "2016-05-31")),
            (WeekInMonth(5), NOWHERE),
            (InSeason(Season.SPRING, 2008), span("2008-03-01", "2008-05-31")),
            (InSeason(Season.SUMMER, 2008), span("2008-06-01", "2008-08-31")),
            (InSeason(Season.AUTUMN, 2008), span("2008-09-01", "2008-11-30")),
            (InSeason(Season.WINTER, 2007), span("2007-12-01", "2008-02-29")),
            (InSeason(Season.WINTER), NOWHERE),
            (InTerm(Term.parse("VT 2016")), span("2016-01-01", "2016-06-30")),
            (InTerm(Term.parse("HT 2016")), span("2016-07-01", "2016-12-31")),
            (InYear(2015), span("2015-01-01", "2015-12-31")),
            (RelativeToPeriod(Moment.START), NOWHERE),
            (Within(Length.parse("90 days"), "inskrivningen"), NOWHERE),
            (Often(Regularly()), NOWHERE),
        ],
        ids=repr,
    )
    def test_is_between_the_first_and_the_last_day_possible(self, when: When, days: Span) -> None:
        assert when.span == days

    @given(whens())
    def test_is_never_reversed_and_has_both_ends_or_none(self, when: When) -> None:
        first, last = when.span.earliest, when.span.latest

        assert (first is None) is (last is None)
        assert first is None or last is None or first <= last

    @given(dates())
    def test_of_a_week_or_month_holds_each_of_its_days(self, day: dt.date) -> None:
        year, week, weekday = day.isocalendar()
        monday, sunday = day - (weekday - 1) * DAY, day + (7 - weekday) * DAY

        assert InWeek(f"{year}-W{week:02}").span == Span(monday, sunday)
        month = InMonth(f"{day:%Y-%m}").span
        assert month.earliest == day.replace(day=1)
        assert month.latest is not None
        assert (month.latest + DAY).day == 1

    @given(whens(), whens())
    def test_has_a_hull_that_holds_both(self, one: When, other: When) -> None:
        hull = one.span.hull(other.span)

        assert hull == other.span.hull(one.span)
        for each in (one.span, other.span):
            assert hull.earliest is None or (each.earliest is not None and hull.earliest <= each.earliest)
            assert hull.latest is None or (each.latest is not None and each.latest <= hull.latest)

    @given(whens())
    def test_is_its_own_hull(self, when: When) -> None:
        assert when.span.hull(when.span) == when.span


class TestPrecision:
    def test_of_each_way_to_state_a_time_is_named(self) -> None:
        assert {member.precision for member in get_args(When)} == set(Precision)

    @given(values_of(OnDate) | values_of(OnDates))
    def test_of_a_date_is_a_date(self, when: OnDate | OnDates) -> None:
        assert when.precision is Precision.DATE

    def test_keeps_what_is_in_a_file_told_apart_by_keys(self) -> None:
        keys = [member.key for member in get_args(When)]

        assert sorted(keys) == sorted(set(keys))


class TestRefusals:
    @pytest.mark.parametrize(
        "week", ["2016-W53", "2016-W00", "2016-W54", "W10", "10", "2016-10", 0, 54, True, "0000-W01", "9999-W52", ""]
    )
    def test_of_a_week_that_no_year_has(self, week: str | int) -> None:
        with pytest.raises(
            InvalidValueError, match=r"is not an ISO week; expected a week such as “2016-W10”, or 10"
        ) as told:
            InWeek(week)
        assert told.value.code == "bad-week"

    @pytest.mark.parametrize("month", ["2016-13", "2016-00", "2016-5", "maj", "", 0, 13, True, None, "0000-05"])
    @pytest.mark.parametrize("cls", [InMonth, WeekInMonth])
    def test_of_a_month_that_no_year_has(self, cls: type[InMonth], month: str | int) -> None:
        with pytest.raises(
            InvalidValueError, match=r"is not a month; expected a month such as “2016-05”, or 5"
        ) as told:
            cls(month)
        assert told.value.code == "bad-month"

    @pytest.mark.parametrize(
        ("first", "last"),
        [
            ("2016-05", "2016-05"),
            ("2016-05", "2016-04"),
            ("2016-12", "2016-01"),
            (1, "2016-06"),
            ("2016-05", 6),
            (5, 6),
        ],
    )
    def test_of_months_that_are_no_stretch(self, first: str | int, last: str) -> None:
        with pytest.raises(InvalidValueError, match=f"the months {first} to {last} are no stretch; expected") as told:
            InMonth(first, to_month=last)
        assert told.value.code == "reversed-period"

    @pytest.mark.parametrize("year", [0, 1899, 2201, True, "2016"])
    @pytest.mark.parametrize("make", [InYear, lambda year: InSeason(Season.WINTER, year)], ids=["year", "season"])
    def test_of_a_year_that_nobody_plans_for(self, make: Callable[[int], When], year: int) -> None:
        with pytest.raises(
            InvalidValueError, match=r"year .* is not a year; expected a year from 1900 to 2200"
        ) as told:
            make(year)
        assert told.value.code == "bad-year"

    @pytest.mark.parametrize(
        "days", [[], ["2016-03-04"], [dt.datetime(2016, 3, 4, tzinfo=dt.UTC)]], ids=["none", "text", "datetime"]
    )
    def test_of_dates_that_are_none(self, days: list[dt.date]) -> None:
        with pytest.raises(
            InvalidValueError, match="dates must hold dates, at least one; expected dates such as"
        ) as told:
            OnDates(days)
        assert told.value.code == "bad-date"

    @given(dates(), st.integers(0, 9))
    def test_of_dates_that_do_not_follow_each_other(self, day: dt.date, back: int) -> None:
        with pytest.raises(
            InvalidValueError, match="the dates do not follow each other; expected each date once"
        ) as told:
            OnDates([day, day - back * DAY])
        assert told.value.code == "unordered-dates"

    def test_of_a_run_that_ends_before_it_starts(self) -> None:
        with pytest.raises(
            InvalidValueError, match="it ends 2016-03-03 before it starts 2016-03-04; expected from"
        ) as told:
            Through(dt.date(2016, 3, 4), dt.date(2016, 3, 3))
        assert told.value.code == "reversed-period"

    def test_of_a_datetime_for_a_date(self) -> None:
        with pytest.raises(
            InvalidValueError, match=r"date .* is not a date; expected a date such as 2016-03-04"
        ) as told:
            OnDate(dt.datetime(2016, 3, 4, tzinfo=dt.UTC))
        assert told.value.code == "bad-date"

    def test_of_an_event_without_a_name(self) -> None:
        with pytest.raises(InvalidValueError, match="after says nothing; expected at least one letter") as told:
            Within(Length.parse("90 days"), " ")
        assert told.value.code == "blank"


def test_a_week_has_one_way_of_being_written() -> None:
    assert InWeek("2016W1") == InWeek("2016-W01")


def test_a_week_without_a_year_has_no_year_to_infer() -> None:
    with pytest.raises(InvalidValueError, match="week 10 has no year that could be inferred"):
        InWeek(10, year_inferred=True)
