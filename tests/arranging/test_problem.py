from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import strategies as st

from samverkan.arranging.problem import Away, Candidate, Limit, Problem, Spacing, Way
from samverkan.errors import InvalidValueError
from samverkan.planning.moment import moment
from samverkan.testing.registration import register

from .making import MONDAY, asked, at, wanted

if TYPE_CHECKING:
    from collections.abc import Callable

NINE = at(0, "9.00–10.00")


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: Candidate(dt.datetime(2026, 3, 2, 9), NINE.end), "start 2026-03-02 09:00:00 knows no zone"),  # noqa: DTZ001  # what is refused
        (lambda: Candidate(NINE.end, NINE.start), "2026-03-02 09:00:00+01:00 is not after 2026-03-02 10:00:00+01:00"),
        (lambda: Away("x", NINE.start, NINE.start), "2026-03-02 09:00:00+01:00 is not after 2026-03-02 09:00:00+01:00"),
        (lambda: evolve(NINE, cost=-1), "cost -1 is less than none"),
        (lambda: asked(wanted("a", []), wanted("a", [])), "the meeting of “a” is stated twice"),
        (lambda: Problem(limits=[Limit("x", 1), Limit("x", 2)]), "the limit of “x” is stated twice"),
        (lambda: Problem(spacings=[Spacing("s", 1), Spacing("s", 2)]), "the spacing of “s” is stated twice"),
        (lambda: Problem(ways=[Way("a", "b", 1), Way("a", "b", 2)]), "the way of “a – b” is stated twice"),
    ],
)
def test_what_cannot_be_meant_is_refused(make: Callable[[], object], told: str) -> None:
    with pytest.raises(InvalidValueError) as refusal:
        make()

    assert refusal.value.message == told


def test_times_are_told_apart_by_moments_and_not_by_the_clock_on_the_wall() -> None:
    night = dt.date(2026, 10, 25)  # the hour from two to three comes twice
    before, after = moment(night, dt.time(1, 30)), moment(night, dt.time(3))

    assert Candidate(before, after).epoch[1] - Candidate(before, after).epoch[0] == 2.5 * 3600


def test_the_order_of_what_is_given_does_not_matter() -> None:
    meetings = wanted("a", [at(0, "9.00–10.00"), at(1, "9.00–10.00")], "x", "y"), wanted("b", [])
    other = wanted("b", []), wanted("a", [at(1, "9.00–10.00"), at(0, "9.00–10.00")], "y", "x")

    assert asked(*meetings) == asked(*other)


def test_a_candidate_knows_its_day_and_hours_in_sweden() -> None:
    late = at(0, "23.00–23.30")

    assert (late.date, str(late.clock)) == (MONDAY, "23.00–23.30")


def test_hypothesis_makes_problems() -> None:
    register()

    assert "problems()" in repr(st.from_type(Problem))
