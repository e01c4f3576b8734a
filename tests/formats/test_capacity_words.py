from __future__ import annotations

from fractions import Fraction

import pytest

from samverkan.capacity.amounts import Rate, Stay
from samverkan.capacity.simulation import Spread
from samverkan.checklist.interval import Interval
from samverkan.formats.capacity_words import between, length_told, rate_told, spread_told, stay_told
from samverkan.formats.wording import Wording
from samverkan.model.values import Length, Unit

SV, EN = Wording("sv"), Wording("en")


@pytest.mark.parametrize(
    ("interval", "sv", "en"),
    [
        (Interval(235, 235), "235", "235"),
        (Interval(30, 60), "30–60", "30–60"),
        (Interval("15.5", "15.5"), "15,5", "15.5"),
        (Interval(Fraction(1, 3), 2), "ca 0,3–2", "about 0.3–2"),
        (Interval(Fraction(37250, 31), Fraction(37250, 31)), "ca 1\u00a0202", "about 1,202"),
        (Interval(3, None), "3 eller fler", "3 or more"),
    ],
)
def test_a_number_is_said_to_be_rounded_where_it_is(interval: Interval, sv: str, en: str) -> None:
    assert (between(interval, SV), between(interval, EN)) == (sv, en)


@pytest.mark.parametrize(
    ("text", "sv"),
    [("12 months", "12 månader"), ("6-12 months", "6–12 månader"), ("1 year", "1 år"), ("1-2 weeks", "1–2 veckor")],
)
def test_a_stay_is_told(text: str, sv: str) -> None:
    assert stay_told(Stay.parse(text), SV) == sv


def test_a_stay_between_lengths_of_two_units_names_both() -> None:
    stay = Stay(Length(90, Unit.DAY), Length(1, Unit.YEAR))

    assert stay_told(stay, EN) == "90 days–1 year"
    assert length_told(stay.longest, SV) == "1 år"


def test_a_rate_is_told() -> None:
    assert rate_told(Rate.parse("7,5/month"), SV) == "7,5 per månad"


def test_what_many_runs_came_to_is_told_without_tenths_that_are_chance() -> None:
    assert spread_told(Spread(9.96, 9.04, 11.96), SV) == "10 (9–12)"
    assert spread_told(Spread(0.071, 0.0, 0.184), EN, 100, "\u00a0%") == "7.1\u00a0% (0–18\u00a0%)"
    assert spread_told(Spread(3, 3, 3), EN) == "3 (3)"
