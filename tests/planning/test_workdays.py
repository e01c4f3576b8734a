from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from samverkan.errors import InvalidValueError
from samverkan.model.cadence import Weekday
from samverkan.model.calendar import Break
from samverkan.model.names import Text
from samverkan.planning.holiday import Holiday, Kind
from samverkan.planning.workdays import Calendar

SWEDEN = Calendar.swedish(2015, 2017)
SPORTLOV = Break("sportlov", dt.date(2016, 2, 8), dt.date(2016, 2, 12))


def day(month: int, number: int, year: int = 2016) -> dt.date:
    return dt.date(year, month, number)


def test_a_public_holiday_a_free_eve_and_a_weekend_are_free() -> None:
    assert SWEDEN.is_free(day(3, 25))
    assert SWEDEN.is_free(day(6, 24))
    assert SWEDEN.is_free(day(3, 5))
    assert not SWEDEN.is_free(day(3, 4))


def test_a_day_that_ends_early_is_a_working_day_until_then() -> None:
    assert not SWEDEN.is_free(day(3, 24))
    assert SWEDEN.free_from(day(3, 24)) == dt.time(14)
    assert SWEDEN.free_from(day(3, 23)) is None
    assert SWEDEN.free_from(day(3, 25)) is None


def test_the_weightiest_reason_is_told() -> None:
    calendar = evolve(SWEDEN, closed=[day(3, 25), day(3, 23)], breaks=[SPORTLOV], squeeze_days_free=True)
    told = {number: str(calendar.reason_free(number)) for number in (day(3, 25), day(3, 23), day(2, 10), day(3, 5))}

    assert told == {
        day(3, 25): "2016-03-25 is Good Friday",
        day(3, 23): "2016-03-23 is a closed day",
        day(2, 10): "2016-02-10 lies in sportlov",
        day(3, 5): "2016-03-05 is a saturday, when nobody meets",
    }
    assert str(calendar.reason_free(day(5, 6))) == "2016-05-06 is a squeeze day, single between two free days"


def test_a_working_day_has_no_reason_to_be_free() -> None:
    assert SWEDEN.reason_free(day(3, 4)) is None


def test_a_squeeze_day_is_a_single_working_day_between_two_free_ones() -> None:
    assert SWEDEN.is_squeeze_day(day(5, 6))
    assert not SWEDEN.is_squeeze_day(day(5, 4))
    assert not SWEDEN.is_squeeze_day(day(5, 5))
    # The Monday before the National Day of 2017 is one that `holidays` does not list.
    assert SWEDEN.is_squeeze_day(day(6, 5, 2017))


def test_at_the_ends_of_a_calendar_nobody_knows_what_is_a_squeeze_day() -> None:
    thursday, friday, monday, tuesday = (day(3, number) for number in (3, 4, 7, 8))

    def squeezed(first: dt.date, last: dt.date, closed: dt.date) -> list[dt.date]:
        calendar = Calendar(first=first, last=last, closed=[closed])
        return [each for each in (friday, monday) if first <= each <= last and calendar.is_squeeze_day(each)]

    assert squeezed(thursday, day(3, 5), thursday) == [friday]
    assert squeezed(thursday, friday, thursday) == []
    assert squeezed(day(3, 6), tuesday, tuesday) == [monday]
    assert squeezed(monday, tuesday, tuesday) == []
    assert not Calendar(weekdays=[Weekday.FRIDAY]).is_squeeze_day(dt.date.max)


def test_every_squeeze_day_that_holidays_lists_is_computed() -> None:
    from holidays.countries.sweden import Sweden

    listed = Sweden(years=range(2000, 2051), categories=("optional",), include_sundays=False, language="sv")
    calendar = Calendar.swedish(1999, 2051)
    assert all(calendar.is_squeeze_day(number) for number, name in listed.items() if "Klämdag" in name)


def test_squeeze_days_are_working_days_unless_told_otherwise() -> None:
    assert not SWEDEN.is_free(day(5, 6))
    assert evolve(SWEDEN, squeeze_days_free=True).is_free(day(5, 6))


def test_free_days_are_judged_by_holidays() -> None:
    from holidays.countries.sweden import Sweden

    judge = Sweden(years=range(2015, 2018), categories=("public", "de_facto"), include_sundays=True)
    number = SWEDEN.first
    while number < SWEDEN.last:
        assert SWEDEN.is_free(number) == (not judge.is_working_day(number)), number
        number += dt.timedelta(days=1)


def test_the_next_and_the_previous_working_day_jump_over_easter() -> None:
    assert SWEDEN.next_working(day(3, 24)) == day(3, 29)
    assert SWEDEN.previous_working(day(3, 29)) == day(3, 24)


def test_where_the_calendar_ends_there_is_no_next_working_day() -> None:
    assert SWEDEN.next_working(SWEDEN.last) is None
    assert SWEDEN.previous_working(day(1, 1, 2015)) is None


def test_allowed_weekdays_may_be_fewer_or_more() -> None:
    tuesdays = evolve(SWEDEN, weekdays=[Weekday.TUESDAY])
    assert tuesdays.next_working(day(3, 22)) == day(3, 29)
    assert not evolve(SWEDEN, weekdays=Weekday).is_free(day(3, 5))


def test_a_day_outside_the_calendar_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="the holidays of 2018-01-01 are not known; expected a day from 2015"):
        SWEDEN.is_free(day(1, 1, 2018))


def test_free_days_among_others_are_those_that_are_free() -> None:
    days = [day(3, number) for number in range(1, 32)]
    for calendar in (SWEDEN, evolve(SWEDEN, squeeze_days_free=True)):
        assert calendar.free_days(days) == [number for number in days if calendar.is_free(number)]
    assert SWEDEN.free_days([]) == []


def test_working_days_are_those_that_are_not_free_from_the_first_to_the_last() -> None:
    for calendar in (SWEDEN, evolve(SWEDEN, squeeze_days_free=True)):
        days = [day(5, number) for number in range(2, 21)]  # with Ascension Day and the squeeze day after it
        for place, last in enumerate(days):
            expected = [number for number in days[: place + 1] if not calendar.is_free(number)]
            assert calendar.working_days(days[0], last) == expected
        assert calendar.working_days(days[1], days[0]) == []


@pytest.mark.parametrize("days", [(day(12, 31, 2014), day(1, 7, 2015)), (day(12, 29, 2017), day(1, 1, 2018))])
def test_days_of_which_one_lies_outside_the_calendar_are_refused(days: tuple[dt.date, dt.date]) -> None:
    with pytest.raises(InvalidValueError, match=r"the holidays of 201[48]-.* are not known"):
        SWEDEN.free_days(days)
    with pytest.raises(InvalidValueError, match=r"the holidays of 201[48]-.* are not known"):
        SWEDEN.working_days(*days)


def test_the_first_and_the_last_day_of_a_calendar_belong_to_it() -> None:
    assert SWEDEN.free_days([SWEDEN.first, SWEDEN.last]) == [day(1, 1, 2015), day(12, 31, 2017)]
    assert SWEDEN.working_days(day(12, 28, 2017), SWEDEN.last) == [day(12, 28, 2017), day(12, 29, 2017)]
    assert SWEDEN.working_days(SWEDEN.first, day(1, 2, 2015)) == [day(1, 2, 2015)]


@pytest.mark.parametrize("order", [1, -1])
def test_a_day_that_is_a_holiday_and_ends_early_is_free(order: int) -> None:
    whole, half = Holiday(day(3, 4), Text("Helgdag")), Holiday(day(3, 4), Text("Afton"), Kind.HALF_DAY, dt.time(14))
    calendar = Calendar(holidays=[whole, half][::order])

    assert (calendar.kept_as(day(3, 4)), calendar.free_from(day(3, 4))) == (whole, None)
    assert str(calendar.reason_free(day(3, 4))) == "2016-03-04 is Helgdag"


def test_a_day_that_ends_early_is_no_reason_for_a_whole_free_day() -> None:
    walpurgis = day(4, 30)  # a Saturday

    assert str(SWEDEN.reason_free(walpurgis)) == "2016-04-30 is a saturday, when nobody meets"


def test_years_without_known_holidays_are_left_out() -> None:
    assert Calendar.swedish(1900, 1953).first == day(1, 1, 1953)
    assert Calendar.swedish(2100, 2200).last == day(12, 31, 2100)


@pytest.mark.parametrize("years", [(1900, 1952), (2101, 2200), (2020, 2019)])
def test_a_calendar_of_no_known_year_is_refused(years: tuple[int, int]) -> None:
    with pytest.raises(InvalidValueError, match="no holidays are known from"):
        Calendar.swedish(*years)


def test_a_week_without_working_days_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="no day of the week is a working day; expected at least one weekday"):
        Calendar(weekdays=[])


def test_a_break_ends_after_it_starts_and_within_a_year() -> None:
    with pytest.raises(InvalidValueError, match="sportlov ends 2016-02-08 before it starts 2016-02-12"):
        Break("sportlov", SPORTLOV.to, SPORTLOV.from_)
    with pytest.raises(InvalidValueError, match="paus is longer than a year; expected at most 366 days"):
        Break("paus", day(1, 1, 2016), day(1, 1, 2017))
    assert Break("paus", day(1, 1), day(12, 31)).covers(day(2, 29))


def test_equal_calendars_are_equal_and_hash_alike() -> None:
    assert Calendar.swedish(2015, 2017) == SWEDEN
    assert hash(Calendar.swedish(2015, 2017)) == hash(SWEDEN)
