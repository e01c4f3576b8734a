"""Which results are about some of those whom others are about, against the people that they are about."""

from __future__ import annotations

import datetime as dt
from itertools import combinations_with_replacement, product
from typing import TYPE_CHECKING, Any, Final

import pytest
from attrs import evolve

from samverkan.followup.nesting import are_apart, cross, is_within, unbroken
from samverkan.followup.result import Ages, Counted, Result, Sex

if TYPE_CHECKING:
    from collections.abc import Mapping

DAYS: Final = [dt.date(2020, 1, number) for number in range(1, 5)]
AXES: Final[dict[str, list[dict[str, Any]]]] = {
    "days": [{"first": first, "last": last} for first, last in combinations_with_replacement(DAYS, 2)],
    "sex": [{"sex": each} for each in (None, *Sex)],
    "ages": [
        {"ages": each} for each in (None, Ages(0), Ages(0, 0), Ages(0, 1), Ages(1, 1), Ages(1, 2), Ages(2), Ages(1))
    ],
    "municipality": [{"municipality": each} for each in (None, "a", "b")],
    "counted": [{"counted": each} for each in Counted],
    "outcomes": [{"outcomes": each} for each in ("", "x", "y", "xy", "yz", "xyz")],
}
"""What a result may say of each thing that results are broken down by."""
WHOLE: Final = Result(
    goal="g",
    first=DAYS[0],
    last=DAYS[-1],
    collected=dt.date(2020, 2, 1),
    count=9,
    total=20,
    counted=Counted.EITHER,
    source="register",
)


def people(of: Result) -> Mapping[str, set[object]]:
    """Give by each axis those whom a result is about, where “others” are all whom no value of the axis names."""
    ages: set[object] = {*range(4), "others"}
    if of.ages is not None:
        ages = {*range(of.ages.youngest, 4 if of.ages.oldest is None else of.ages.oldest + 1)}
    return {
        "days": {day for day in DAYS if of.first <= day <= of.last},
        "sex": {of.sex} if of.sex else {*Sex, "others"},
        "ages": ages,
        "municipality": {of.municipality} if of.municipality else {"a", "b", "others"},
        "counted": {Counted.OUTCOME, Counted.PERCEPTION} if of.counted is Counted.EITHER else {of.counted},
        "outcomes": {*of.outcomes} or {"x", "y", "z", "others"},
    }


def pairs(axis: str) -> list[tuple[Result, Result]]:
    return [(evolve(WHOLE, **one), evolve(WHOLE, **other)) for one, other in product(AXES[axis], repeat=2)]


@pytest.mark.parametrize("axis", AXES)
def test_a_result_is_within_another_that_is_about_all_its_people(axis: str) -> None:
    for one, other in pairs(axis):
        assert is_within(one, other) is (people(one)[axis] <= people(other)[axis]), (one, other)


@pytest.mark.parametrize("axis", [axis for axis in AXES if axis != "counted"])
def test_results_are_apart_that_are_about_none_of_the_same_people(axis: str) -> None:
    for one, other in pairs(axis):
        assert are_apart(one, other) is people(one)[axis].isdisjoint(people(other)[axis]), (one, other)


@pytest.mark.parametrize("axis", ["days", "ages", "outcomes"])
def test_results_cross_that_are_about_some_of_the_same_people_and_each_about_others(axis: str) -> None:
    for one, other in pairs(axis):
        ours, theirs = people(one)[axis], people(other)[axis]
        assert cross(one, other) is bool(ours & theirs and ours - theirs and theirs - ours), (one, other)


def test_results_that_differ_in_two_ways_are_within_each_other_only_if_in_both_and_apart_if_in_one() -> None:
    year_of_women, january = evolve(WHOLE, sex=Sex.WOMEN), evolve(WHOLE, last=DAYS[1])
    january_of_men, later = evolve(january, sex=Sex.MEN), evolve(WHOLE, first=DAYS[2])

    assert [is_within(each, WHOLE) for each in (year_of_women, january, january_of_men)] == [True, True, True]
    assert not is_within(january, year_of_women)
    assert not is_within(january_of_men, year_of_women)
    assert are_apart(january_of_men, year_of_women)
    assert are_apart(january_of_men, later)
    assert not cross(january_of_men, evolve(later, first=DAYS[1], sex=Sex.WOMEN))


def test_results_of_two_goals_are_neither_within_each_other_nor_crossing() -> None:
    other = evolve(WHOLE, goal="h", first=DAYS[1], last=DAYS[3])

    assert not is_within(other, WHOLE)
    assert not cross(evolve(WHOLE, last=DAYS[2]), other)


class TestTablesWithGaps:
    """Of a goal whose results are broken down unevenly one measure is told, by one thing at most."""

    JANUARY: Final[dict[str, Any]] = {"last": DAYS[0]}
    FEBRUARY: Final[dict[str, Any]] = {"first": DAYS[1], "last": DAYS[1]}
    WOMEN: Final[dict[str, Any]] = {"sex": Sex.WOMEN}
    MEN: Final[dict[str, Any]] = {"sex": Sex.MEN}

    def test_an_even_table_is_told_whole_and_once(self) -> None:
        women, men = evolve(WHOLE, count=4, total=9, **self.WOMEN), evolve(WHOLE, count=5, total=11, **self.MEN)
        other = evolve(WHOLE, goal="h")

        assert unbroken([women, WHOLE, other, men]) == [women, WHOLE, other, men]

    def test_women_and_men_who_do_not_add_up_are_a_gap(self) -> None:
        women, men = evolve(WHOLE, count=4, total=9, **self.WOMEN), evolve(WHOLE, count=5, total=10, **self.MEN)
        months = [evolve(WHOLE, count=1, total=2, **days) for days in (self.JANUARY, self.FEBRUARY)]

        assert unbroken([WHOLE, women, men, *months]) == [WHOLE, women, men]

    def test_a_month_that_is_not_broken_down_as_the_others_is_a_gap(self) -> None:
        women = [evolve(WHOLE, **days, **self.WOMEN) for days in ({}, self.JANUARY, self.FEBRUARY)]
        nobody = [evolve(WHOLE, count=0, total=0, **days, **self.MEN) for days in ({}, self.JANUARY)]
        all_ = [WHOLE, evolve(WHOLE, **self.JANUARY), evolve(WHOLE, **self.FEBRUARY)]

        assert unbroken([*all_, *women, *nobody]) == [WHOLE, women[0], nobody[0]]

    def test_what_is_broken_down_by_two_things_at_once_is_not_told(self) -> None:
        january_of_women = evolve(WHOLE, count=1, total=2, **self.JANUARY, **self.WOMEN)

        assert unbroken([january_of_women, WHOLE]) == [WHOLE]

    def test_one_measure_only_is_told_and_never_a_part_of_another(self) -> None:
        january_of_women = evolve(WHOLE, **self.JANUARY, **self.WOMEN)
        work = evolve(WHOLE, counted=Counted.OUTCOME, outcomes=["work"])
        by_sex = [evolve(work, **sex) for sex in (self.WOMEN, self.MEN)]

        assert unbroken([january_of_women, work]) == []
        assert unbroken([work, *by_sex, WHOLE]) == [WHOLE]
