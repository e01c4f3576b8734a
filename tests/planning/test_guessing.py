from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.model.calendar import Break, County
from samverkan.planning.guessing import WINTER_WEEKS, guessed_breaks


def told(breaks: list[Break]) -> list[str]:
    return [f"{each.name.sv} {each.from_} {each.to}" for each in breaks]


def test_the_breaks_of_a_year_are_guessed_by_county() -> None:
    assert told(guessed_breaks([County.KRONOBERG], [2026])) == [
        "sportlov 2026-02-16 2026-02-20",
        "påsklov 2026-03-30 2026-04-10",
        "höstlov 2026-10-26 2026-10-30",
    ]


def test_a_county_whose_municipalities_differ_has_all_their_weeks() -> None:
    assert told(guessed_breaks([County.UPPSALA], [2026]))[0] == "sportlov 2026-02-16 2026-02-27"


def test_several_counties_have_the_breaks_of_each() -> None:
    both = told(guessed_breaks([County.KRONOBERG, County.JONKOPING], [2026]))

    assert both[:2] == ["sportlov 2026-02-09 2026-02-13", "sportlov 2026-02-16 2026-02-20"]
    assert len(both) == 4


def test_without_a_county_nothing_is_guessed() -> None:
    assert guessed_breaks([], [2026]) == []


@pytest.mark.parametrize(
    ("name", "first", "last", "left"),
    [
        ("vinterlov", (2026, 2, 23), (2026, 2, 27), ["påsklov", "höstlov"]),
        ("lov", (2026, 4, 7), (2026, 4, 10), ["sportlov", "höstlov"]),
        ("läslov", (2026, 10, 28), (2026, 10, 30), ["sportlov", "påsklov"]),
        ("sportlov", (2025, 2, 17), (2025, 2, 21), ["sportlov", "påsklov", "höstlov"]),
        ("sommarlov", (2026, 6, 12), (2026, 8, 17), ["sportlov", "påsklov", "höstlov"]),
    ],
)
def test_a_guess_gives_way_to_a_stated_break_of_its_season_and_year(
    name: str, first: tuple[int, int, int], last: tuple[int, int, int], left: list[str]
) -> None:
    stated = Break(name, dt.date(*first), dt.date(*last))

    assert [each.name.sv for each in guessed_breaks([County.KRONOBERG], [2026], stated=[stated])] == left


@pytest.mark.parametrize(
    ("season", "first", "last"),
    [
        ("sportlov", dt.date(2026, 2, 9), dt.date(2026, 3, 6)),
        ("påsklov", dt.date(2026, 3, 30), dt.date(2026, 4, 10)),
        ("höstlov", dt.date(2026, 10, 26), dt.date(2026, 10, 30)),
    ],
)
def test_one_day_of_its_weeks_is_enough_and_the_day_before_or_after_is_not(
    season: str, first: dt.date, last: dt.date
) -> None:
    def guessed(day: dt.date) -> bool:
        breaks = guessed_breaks([County.KRONOBERG], [2026], stated=[Break("lov", day, day)])
        return season in [each.name.sv for each in breaks]

    assert not guessed(first)
    assert not guessed(last)
    assert guessed(first - dt.timedelta(days=1))
    assert guessed(last + dt.timedelta(days=1))


def test_the_winter_weeks_are_those_of_the_table_of_2021() -> None:
    by_weeks = {
        (7, 7): "JONKOPING VASTRA_GOTALAND",
        (7, 8): "OSTERGOTLAND HALLAND",
        (8, 8): "SODERMANLAND KRONOBERG KALMAR BLEKINGE SKANE OREBRO",
        (8, 9): "UPPSALA",
        (9, 9): "STOCKHOLM GOTLAND VARMLAND VASTMANLAND DALARNA",
        (9, 10): "GAVLEBORG",
        (10, 10): "VASTERNORRLAND JAMTLAND VASTERBOTTEN NORRBOTTEN",
    }
    assert {County[name]: weeks for weeks, names in by_weeks.items() for name in names.split()} == WINTER_WEEKS
    assert set(WINTER_WEEKS) == set(County)


class TestGuess:
    """A default guess of breaks is labelled as a guess: autumn week 44, winter weeks 7 to 10, and next to Easter."""

    @given(st.sets(st.sampled_from(County), min_size=1), st.integers(1953, 2100))
    def test_each_says_that_it_is_one_and_lies_in_its_season(self, counties: set[County], year: int) -> None:
        guessed = guessed_breaks(sorted(counties, key=lambda county: county.value), [year])

        assert all(each.guessed and not each.yearly for each in guessed)
        for each in guessed:
            weeks = {each.from_.isocalendar().week, each.to.isocalendar().week}
            assert (each.from_.isoweekday(), each.to.isoweekday()) == (1, 5)
            assert each.name.sv != "sportlov" or weeks <= {7, 8, 9, 10}
            assert each.name.sv != "höstlov" or weeks == {44}
            assert each.name.sv != "påsklov" or (each.to - each.from_).days == 11
