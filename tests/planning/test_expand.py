from __future__ import annotations

import calendar as months
import datetime as dt

import pytest

from samverkan.errors import InvalidValueError
from samverkan.model.cadence import (
    EveryDays,
    EveryWeeks,
    EveryWorkingDay,
    MonthlyOn,
    Parity,
    ParityWeeks,
    Per,
    Regularly,
    TimesPer,
    Weekday,
    WeeklyOn,
)
from samverkan.planning.expand import MAX_MEETINGS, expand, nth_weekday
from samverkan.planning.workdays import Calendar


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_every_fourteen_days_from_the_first_meeting() -> None:
    dates = expand(EveryDays(14), day("2016-03-04"), day("2016-04-14"))

    assert dates == [day("2016-03-04"), day("2016-03-18"), day("2016-04-01")]


def test_every_two_weeks_is_every_fourteen_days() -> None:
    period = day("2025-01-15"), day("2028-01-15")

    assert expand(EveryWeeks(2), *period) == expand(EveryDays(14), *period)


def test_each_week_on_given_days() -> None:
    rule = WeeklyOn([Weekday.THURSDAY, Weekday.MONDAY])

    dates = expand(rule, day("2016-03-02"), day("2016-03-14"))

    assert dates == [day("2016-03-03"), day("2016-03-07"), day("2016-03-10"), day("2016-03-14")]


def test_even_weeks_and_every_fourteen_days_part_after_a_year_of_53_weeks() -> None:
    period = day("2026-01-08"), day("2027-02-28")  # a Thursday in week 2
    even = expand(ParityWeeks(Parity.EVEN, Weekday.THURSDAY), *period)
    fortnights = expand(EveryDays(14), *period)

    assert even[:26] == fortnights[:26]
    assert (even[26], fortnights[26]) == (day("2027-01-14"), day("2027-01-07"))


def test_odd_weeks_on_fridays_of_tranemo_are_its_every_fourteenth_day() -> None:
    period = day("2016-03-04"), day("2016-06-10")

    assert expand(ParityWeeks(Parity.ODD, Weekday.FRIDAY), *period) == expand(EveryDays(14), *period)


def test_odd_weeks_follow_each_other_at_the_end_of_a_year_of_53_weeks() -> None:
    rule = ParityWeeks(Parity.ODD, Weekday.MONDAY)

    assert expand(rule, day("2026-12-28"), day("2027-01-10")) == [day("2026-12-28"), day("2027-01-04")]


def test_the_second_tuesday_of_every_month() -> None:
    dates = expand(MonthlyOn(2, Weekday.TUESDAY), day("2016-01-12"), day("2016-04-11"))

    assert dates == [day("2016-01-12"), day("2016-02-09"), day("2016-03-08")]


def test_the_last_friday_of_every_third_month_is_counted_from_the_first_month() -> None:
    dates = expand(MonthlyOn(-1, Weekday.FRIDAY, 3), day("2016-02-01"), day("2016-08-31"))

    assert dates == [day("2016-02-26"), day("2016-05-27"), day("2016-08-26")]


def test_a_month_without_a_fifth_friday_has_no_meeting() -> None:
    dates = expand(MonthlyOn(5, Weekday.FRIDAY), day("2016-01-01"), day("2016-07-31"))

    assert dates == [day("2016-01-29"), day("2016-04-29"), day("2016-07-29")]
    assert nth_weekday(2016, 2, 5, Weekday.FRIDAY) is None


def counted(year: int, month: int, nth: int, weekday: Weekday) -> dt.date | None:
    """Count through the days of a month, or back from its end."""
    days = [dt.date(year, month, number + 1) for number in range(months.monthrange(year, month)[1])]
    such = [each for each in days if each.isoweekday() == weekday.iso]
    return such[nth if nth < 0 else nth - 1] if nth <= len(such) else None


@pytest.mark.parametrize("nth", [1, 2, 3, 4, 5, -1])
def test_each_weekday_of_a_month_is_found_by_counting_its_days(nth: int) -> None:
    for year, month in ((2014 + number // 12, number % 12 + 1) for number in range(36)):
        for weekday in Weekday:
            assert nth_weekday(year, month, nth, weekday) == counted(year, month, nth, weekday), (year, month, weekday)


@pytest.mark.parametrize("step", [1, 2, 5])
@pytest.mark.parametrize("nth", [1, 2, 3, 4, 5, -1])
def test_a_rule_by_months_gives_that_weekday_of_each_of_them_up_to_the_last_day(nth: int, step: int) -> None:
    each = [(2014 + number // 12, number % 12 + 1) for number in range(11, 27, step)]
    for weekday in Weekday:
        rule = MonthlyOn(nth, weekday, step)
        days = [found for year, month in each if (found := counted(year, month, nth, weekday))]
        assert expand(rule, day("2014-12-01"), day("2016-03-31")) == days
        for place, last in enumerate(days):
            before = last - dt.timedelta(days=1)
            assert expand(rule, day("2014-12-01"), last) == days[: place + 1]
            assert expand(rule, day("2014-12-01"), before) == days[:place]
            assert (expand(rule, last, last), expand(rule, before, before)) == ([last], [])


def test_every_working_day_keeps_off_free_days() -> None:
    dates = expand(EveryWorkingDay(), day("2016-03-23"), day("2016-03-30"))

    assert [number.day for number in dates] == [23, 24, 29, 30]


def test_every_working_day_follows_the_calendar_that_is_given() -> None:
    dates = expand(EveryWorkingDay(), day("2016-03-23"), day("2016-03-30"), calendar=Calendar())

    assert [number.day for number in dates] == [23, 24, 25, 28, 29, 30]


def test_an_exact_number_is_spread() -> None:
    dates = expand(TimesPer(2, Per.TERM), day("2016-01-01"), day("2016-06-30"))

    assert dates == [day("2016-02-16"), day("2016-05-17")]


@pytest.mark.parametrize("rule", [Regularly(), TimesPer(2, Per.TERM, approximate=True)])
def test_what_no_source_counts_is_never_placed(rule: Regularly | TimesPer) -> None:
    assert expand(rule, day("2016-01-01"), day("2016-12-31")) == []


def test_too_many_meetings_are_refused_rather_than_computed() -> None:
    with pytest.raises(InvalidValueError, match="the rule gives more than 10000 dates from 1900-01-01 to 9999-12-31"):
        expand(EveryDays(1), day("1900-01-01"), dt.date.max)
    assert len(expand(EveryDays(1), day("2000-01-01"), day("2027-05-18"))) == MAX_MEETINGS


@pytest.mark.parametrize(
    "rule",
    [
        EveryDays(1000),
        EveryWeeks(999),
        WeeklyOn([Weekday.FRIDAY]),
        MonthlyOn(-1, Weekday.FRIDAY),
        ParityWeeks(Parity.EVEN, Weekday.FRIDAY),
    ],
)
def test_the_last_day_that_there_is_can_be_reached(rule: EveryDays) -> None:
    assert expand(rule, dt.date.max, dt.date.max) in ([dt.date.max], [])
    assert expand(rule, dt.date.min, dt.date.min) in ([dt.date.min], [])
