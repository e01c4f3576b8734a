from __future__ import annotations

import datetime as dt

import pytest

from samverkan.errors import InvalidValueError
from samverkan.planning.holiday import FIRST_YEAR, LAST_YEAR, Kind, swedish_holidays


def kept(year: int, *kinds: Kind) -> dict[dt.date, str]:
    return {holiday.date: holiday.name.sv for holiday in swedish_holidays(year) if holiday.kind in kinds}


def easter(year: int) -> dt.date:
    """Compute Easter Sunday by the rule of Meeus, Jones and Butcher."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    left = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + left - 7 * ((a + 11 * h + 22 * left) // 451) + 114, 31)
    return dt.date(year, month, day + 1)


@pytest.mark.parametrize("year", range(FIRST_YEAR, LAST_YEAR + 1))
def test_the_movable_days_follow_a_computed_easter(year: int) -> None:
    days = kept(year, Kind.PUBLIC)
    steps = {"Långfredagen": -2, "Påskdagen": 0, "Annandag påsk": 1, "Kristi himmelsfärdsdag": 39, "Pingstdagen": 49}
    for name, step in steps.items():
        assert name in days[easter(year) + dt.timedelta(days=step)].split("; ")


@pytest.mark.parametrize("year", range(FIRST_YEAR, LAST_YEAR + 1))
def test_the_fixed_days_stand_where_the_act_puts_them(year: int) -> None:
    days = kept(year, Kind.PUBLIC)
    for month, day in [(1, 1), (1, 6), (5, 1), (12, 25), (12, 26)]:
        assert dt.date(year, month, day) in days
    midsummer = next(day for day, name in days.items() if name == "Midsommardagen")
    all_saints = next(day for day, name in days.items() if name == "Alla helgons dag")
    assert dt.date(year, 6, 20) <= midsummer <= dt.date(year, 6, 26)
    assert dt.date(year, 10, 31) <= all_saints <= dt.date(year, 11, 6)
    assert midsummer.isoweekday() == all_saints.isoweekday() == 6


def test_the_national_day_took_the_place_of_whit_monday_in_2005() -> None:
    assert "Annandag pingst" in kept(2004, Kind.PUBLIC).values()
    assert dt.date(2004, 6, 6) not in kept(2004, Kind.PUBLIC)
    assert "Annandag pingst" not in kept(2005, Kind.PUBLIC).values()
    assert kept(2005, Kind.PUBLIC)[dt.date(2005, 6, 6)] == "Nationaldagen"


def test_three_eves_are_free_in_practice() -> None:
    assert kept(2016, Kind.DE_FACTO) == {
        dt.date(2016, 6, 24): "Midsommarafton",
        dt.date(2016, 12, 24): "Julafton",
        dt.date(2016, 12, 31): "Nyårsafton",
    }


def test_days_that_end_early_have_their_hour_and_a_name_without_it() -> None:
    early = [holiday for holiday in swedish_holidays(2016) if holiday.kind is Kind.HALF_DAY]

    assert {holiday.free_from for holiday in early} == {dt.time(14)}
    assert [(str(holiday.date), holiday.name.sv, holiday.name.en) for holiday in early][:3] == [
        ("2016-01-05", "Trettondagsafton", "Twelfth Night"),
        ("2016-03-24", "Skärtorsdagen", "Maundy Thursday"),
        ("2016-04-30", "Valborgsmässoafton", "Walpurgis Night"),
    ]


def test_a_day_that_ends_early_twice_over_has_both_names_without_their_hours() -> None:
    both = next(holiday for holiday in swedish_holidays(2008) if holiday.date == dt.date(2008, 4, 30))

    assert both.name.sv == "Dag före Kristi himmelsfärdsdag; Valborgsmässoafton"
    assert both.name.en == "Day before Ascension Day; Walpurgis Night"


def test_only_days_that_end_early_have_an_hour() -> None:
    for year in (1953, 2005, 2026, 2100):
        assert all((each.kind is Kind.HALF_DAY) == (each.free_from is not None) for each in swedish_holidays(year))


def test_names_are_swedish_and_english() -> None:
    good_friday = next(holiday for holiday in swedish_holidays(2016) if holiday.date == dt.date(2016, 3, 25))

    assert (good_friday.name.sv, good_friday.name.en) == ("Långfredagen", "Good Friday")


def test_sundays_are_left_to_the_days_of_the_week() -> None:
    assert dt.date(2016, 2, 7) not in kept(2016, *Kind)


@pytest.mark.parametrize("year", [FIRST_YEAR - 1, LAST_YEAR + 1])
def test_a_year_whose_holidays_are_not_known_is_refused(year: int) -> None:
    with pytest.raises(InvalidValueError, match=rf"the holidays of {year} are not known; expected a year from 1953"):
        swedish_holidays(year)
