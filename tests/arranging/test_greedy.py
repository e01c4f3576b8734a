from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.arranging.greedy import greedy, improved
from samverkan.arranging.grid import grid
from samverkan.arranging.rules import rows
from samverkan.arranging.scoring import score_of
from samverkan.arranging.solution import Score

from .making import asked, at, wanted

if TYPE_CHECKING:
    from samverkan.arranging.problem import Problem

EARLY, NOON, LATE = at(0, "9.00–10.00"), at(0, "11.00–12.00"), at(0, "13.00–14.00")


def reached(problem: Problem) -> Score:
    known = grid(problem)
    meetings = range(len(problem.meetings))
    return score_of(known, meetings, greedy(known, rows(known), meetings))


def test_the_meeting_with_the_fewest_times_is_placed_first() -> None:
    problem = asked(wanted("a", [EARLY, LATE], "x"), wanted("b", [EARLY], "x"))

    assert reached(problem) == Score()


def test_meetings_give_way_to_one_that_is_left_without_a_time() -> None:
    problem = asked(
        wanted("a", [EARLY, evolve(LATE, cost=1)], "y"),
        wanted("b", [evolve(EARLY, cost=1), LATE, evolve(NOON, cost=1)], "y", "z"),
        wanted("c", [evolve(LATE, cost=1), EARLY], "x", "z"),
        wanted("d", [evolve(EARLY, cost=1), LATE], "z"),
        daily=None,
    )

    assert reached(problem).left_out == 0


def test_two_meetings_change_times_when_both_together_are_the_better_for_it() -> None:
    problem = asked(
        wanted("a", [evolve(EARLY, cost=1), evolve(LATE, cost=9)], "x"),
        wanted("b", [evolve(EARLY, cost=2), evolve(LATE, cost=3)], "x"),
    )
    known = grid(problem)

    worse = {0: 1, 1: 2}  # a late, b early
    assert score_of(known, range(2), worse) == Score(cost=11)
    assert score_of(known, range(2), improved(known, rows(known), worse)) == Score(cost=4)
