from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.capacity.amounts import Rate, Stay, days
from samverkan.checklist.interval import Interval
from samverkan.errors import InvalidValueError
from samverkan.model.values import Length, Unit


@pytest.mark.parametrize("text", ["6–12 months", "6-12 månader", " 6 – 12 mån "])
def test_a_stay_is_read_in_both_languages(text: str) -> None:
    assert Stay.parse(text) == Stay(Length(6, Unit.MONTH), Length(12, Unit.MONTH))


def test_a_stay_of_one_length_is_an_interval_of_one_number() -> None:
    assert Stay.parse("90 dagar").days == Interval(90, 90)


@pytest.mark.parametrize("text", ["12", "12 moons", "months", "-3 days", "1.5 months", "3 moons–4 months"])
def test_what_is_no_stay_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match="is not a length of stay; expected a length of stay such as"):
        Stay.parse(text)


def test_a_stay_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="the stay “12–6 months” ends before it starts"):
        Stay.parse("12–6 months")


@pytest.mark.parametrize("text", ["60/year", "60 per år", "60 i år", "60,0/year"])
def test_a_rate_is_read_in_both_languages(text: str) -> None:
    assert Rate.parse(text) == Rate(60, Unit.YEAR)


@pytest.mark.parametrize("text", ["60", "60/moon", "x/year", "60/0/year"])
def test_what_is_no_rate_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match="is not a rate of arrival; expected a rate such as"):
        Rate.parse(text)


def test_nobody_coming_is_no_rate() -> None:
    with pytest.raises(InvalidValueError, match="0 is no rate of arrival"):
        Rate.parse("0/year")


LENGTHS = st.builds(Length, st.integers(1, 999), st.sampled_from(Unit))


@given(st.lists(LENGTHS, min_size=2, max_size=2).map(lambda ends: Stay(*sorted(ends, key=days))))
def test_a_stay_that_is_written_can_be_read(stay: Stay) -> None:
    assert Stay.parse(str(stay)) == stay


@given(st.fractions(Fraction(1, 99), 99, max_denominator=99), st.sampled_from(Unit))
def test_a_rate_that_is_written_can_be_read(number: Fraction, per: Unit) -> None:
    assert Rate.parse(str(Rate(number, per))) == Rate(number, per)


def test_twelve_months_are_a_year_and_sixty_a_year_are_five_a_month() -> None:
    assert days(Length(12, Unit.MONTH)) == days(Length(1, Unit.YEAR)) == Fraction("365.2425")
    assert Rate.parse("60/year").daily == Rate.parse("5/month").daily
