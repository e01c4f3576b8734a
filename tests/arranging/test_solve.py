from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING, Any

import highspy
import pytest
from attrs import astuple, evolve
from hypothesis import given
from hypothesis import strategies as st

from samverkan.arranging.problem import Away, Limit, Person, Spacing, Way
from samverkan.arranging.solution import ConflictKind, Score, Solver
from samverkan.arranging.solve import Progress, solve
from samverkan.errors import InvalidValueError
from samverkan.model.names import Text
from samverkan.testing import problems

from .checker import broken
from .enumerator import optimum, worth
from .making import MONDAY, asked, at, fixed, wanted

if TYPE_CHECKING:
    from random import Random

    from samverkan.arranging.problem import Candidate, Problem
    from samverkan.arranging.solution import Solution

WEEK = dt.timedelta(days=7)
BOTH = pytest.mark.parametrize("solver", Solver)


def choice(solution: Solution) -> dict[str, Candidate]:
    return {each.id: each.candidate for each in solution.placements}


class TestEverySolution:
    """The hard rules, each between what takes place: … Of all solutions, the best leaves out the fewest …."""

    @given(problems(max_meetings=7, max_candidates=6), st.sampled_from(Solver))
    def test_keeps_the_rules_and_tells_its_score(self, problem: Problem, solver: Solver) -> None:
        solution = solve(problem, solver=solver)

        assert broken(problem, choice(solution)) == []
        assert astuple(solution.score) == worth(problem, choice(solution))
        assert {each.id for each in (*solution.placements, *solution.left_out)} == {e.id for e in problem.meetings}

    @given(problems(max_meetings=4, max_candidates=3), st.sampled_from(Solver))
    def test_bounds_what_trying_everything_finds(self, problem: Problem, solver: Solver) -> None:
        solution = solve(problem, solver=solver)

        assert astuple(solution.bound) <= optimum(problem) <= astuple(solution.score)

    @given(problems(max_meetings=4, max_candidates=3))
    def test_is_the_best_there_is_and_says_so(self, problem: Problem) -> None:
        solution = solve(problem)

        assert astuple(solution.score) == optimum(problem)
        assert solution.proven

    @given(problems(max_meetings=7, max_candidates=6))
    def test_is_never_worse_than_the_greedy_one(self, problem: Problem) -> None:
        assert solve(problem).score <= solve(problem, solver=Solver.GREEDY).score

    @given(problems(), st.randoms(), st.sampled_from(Solver))
    def test_is_the_same_in_whatever_order_the_problem_is_told(
        self,
        problem: Problem,
        random: Random,
        solver: Solver,
    ) -> None:
        meetings = [
            evolve(each, candidates=random.sample(each.candidates, len(each.candidates))) for each in problem.meetings
        ]
        other = evolve(problem, meetings=random.sample(meetings, len(meetings)), fixed=problem.fixed[::-1])

        assert solve(other, solver=solver) == solve(problem, solver=solver)

    @given(problems())
    def test_is_kept_when_nothing_has_changed(self, problem: Problem) -> None:
        first = choice(solve(problem))
        again = evolve(
            problem,
            meetings=[
                evolve(each, candidates=[evolve(c, moved=first.get(each.id, c) != c) for c in each.candidates])
                for each in problem.meetings
            ],
        )

        assert solve(again).score.moved == 0

    @given(problems(max_meetings=4, max_candidates=3))
    def test_says_no_only_where_something_is_left_out(self, problem: Problem) -> None:
        solution = solve(problem)

        assert solution.everything_fits is (optimum(problem).left_out == 0)
        assert bool(solution.conflicts) == bool(solution.left_out)


@BOTH
def test_of_two_meetings_with_one_time_the_cheaper_choice_gives_way(solver: Solver) -> None:
    early, late = at(0, "9.00–10.30"), at(0, "13.00–14.30", cost=4)
    hours = {"clock": early.clock}
    problem = asked(wanted("a", [early, late], "x", **hours), wanted("b", [early, evolve(late, cost=2)], "x", **hours))

    solution = solve(problem, solver=solver)

    assert choice(solution) == {"a": early, "b": evolve(late, cost=2)}
    assert solution.score == Score(0, 0, 2)
    assert [str(why) for each in solution.placements for why in each.reasons] == ["x is at A then"]


def test_fewer_left_out_is_worth_any_cost() -> None:
    morning = at(0, "9.00–12.00")
    problem = asked(
        wanted("a", [morning, at(0, "13.00–14.00", cost=1000)], "x"), wanted("b", [at(0, "10.00–11.00")], "x")
    )

    assert solve(problem).score == Score(0, 0, 1000)


def test_fewer_moved_is_worth_any_cost() -> None:
    problem = asked(wanted("a", [at(0, "9.00–10.00", moved=True), at(1, "9.00–10.00", cost=1000)]))

    assert solve(problem).score == Score(0, 0, 1000)


@BOTH
def test_what_does_not_fit_is_left_out_and_named(solver: Solver) -> None:
    only = at(0, "9.00–10.30")
    problem = asked(
        wanted("a", [only], "x"), wanted("b", [only], "x"), people=[Person("x", "Enhetschef, Migrationsverket")]
    )

    solution = solve(problem, solver=solver)

    (left_out,) = solution.left_out
    assert left_out.id == "b"
    assert str(left_out.why) == (
        "Enhetschef, Migrationsverket is needed at 2 meetings from 2026-03-02 to 2026-03-02, all on a monday:"
        " there are 1 such days, with room for 1 meetings"
    )
    assert (solution.everything_fits, solution.bound) == (False, Score(1))


PLANNED = at(0, "9.00–10.30", place="huset")


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ({"away": [Away("x", PLANNED.start, PLANNED.end)]}, "x is taken by something else then"),
        ({"fixed": [fixed("f", PLANNED, "x", name=Text("Dagen"))]}, "x is at Dagen then"),
        ({"fixed": [fixed("f", PLANNED, name=Text("Dagen"))], "rooms": ["huset"]}, "huset is taken by Dagen then"),
        (
            {"fixed": [fixed("f", at(0, "15.00–16.00"), "x")], "limits": [Limit("x", 1)]},
            "x has as many meetings on that day already as they may have",
        ),
    ],
)
def test_a_meeting_that_cannot_be_where_it_was_planned_is_told_why(rule: dict[str, Any], told: str) -> None:
    other = at(1, "9.00–10.30", cost=1)

    (placement,) = solve(asked(wanted("a", [PLANNED, other], "x"), **rule)).placements

    assert placement.candidate == other
    assert [str(why) for why in placement.reasons] == [told]


def test_a_way_that_is_too_long_is_a_reason() -> None:
    there = fixed("f", at(0, "9.00–10.00", place="skolan"), "x", name=Text("Dagen"))
    planned, later = at(0, "10.15–11.00", place="huset"), at(0, "10.30–11.00", cost=1, place="huset")

    meeting = wanted("a", [planned, later], "x", clock=planned.clock)
    (placement,) = solve(asked(meeting, fixed=[there], ways=[Way("skolan", "huset", 30)])).placements

    assert placement.candidate == later
    assert [str(why) for why in placement.reasons] == ["x would not have the time for the way to or from Dagen"]


def test_meetings_of_a_series_keep_their_spacing() -> None:
    first = wanted("a", [at(0, "9.00–10.00"), at(1, "9.00–10.00", cost=1)], "x", series="s")
    second = wanted("b", [at(2, "9.00–10.00")], "x", series="s", nominal=MONDAY + dt.timedelta(days=2))

    assert solve(asked(first, second, spacings=[Spacing("s", most=1)])).score == Score(0, 0, 1)
    assert solve(asked(first, second, spacings=[Spacing("s", least=2)])).score == Score()
    assert solve(asked(first, second, spacings=[Spacing("s", least=3)])).score.left_out == 1


def test_meetings_of_a_series_keep_their_spacing_to_a_fixed_one() -> None:
    stands = fixed("f", at(2, "9.00–10.00"), series="s", nominal=MONDAY + dt.timedelta(days=2))
    before = wanted("a", [at(0, "9.00–10.00"), at(1, "9.00–10.00", cost=1)], series="s")
    after = wanted("b", [at(3, "9.00–10.00"), at(4, "9.00–10.00", cost=1)], series="s", nominal=MONDAY + WEEK)

    for rule, cost in ((Spacing("s", most=1), 1), (Spacing("s", least=2), 1), (Spacing("s", least=1, most=2), 0)):
        assert solve(asked(before, after, fixed=[stands], spacings=[rule])).score == Score(0, 0, cost)


def test_nobody_hurries_from_one_meeting_to_another() -> None:
    first = wanted("a", [at(0, "9.00–10.00", place="huset")], "x")
    times = [at(0, "10.15–11.00", place="skolan"), at(0, "10.30–11.00", cost=1, place="skolan")]

    problem = asked(first, wanted("b", times, "x"), ways=[Way("huset", "skolan", 30)])

    assert solve(problem).score == Score(0, 0, 1)
    assert solve(evolve(problem, ways=[Way("skolan", "huset", 30)])).score == Score()


def test_three_pairs_that_each_fit_may_not_fit_together() -> None:
    times = [at(0, "9.00–10.30"), at(0, "13.00–14.30")]
    problem = asked(
        wanted("a", times, "x", "y"),
        wanted("aa", [*times, at(1, "9.00–10.30")], "x", "y"),  # it can be elsewhere
        wanted("b", times, "y", "z"),
        wanted("c", times, "z", "x"),
    )

    (conflict,) = solve(problem).conflicts

    assert (conflict.kind, conflict.minimal) == (ConflictKind.TOGETHER, True)
    assert sorted(conflict.meetings) == ["a", "b", "c"]
    assert conflict.holders == ("x", "y", "z")
    assert str(conflict.why).startswith("3 meetings that share x, y, z cannot all have a time, though all but any one")


def test_a_meeting_without_any_time_is_told_why() -> None:
    busy = at(0, "9.00–10.30")
    problem = asked(
        wanted("a", [busy], "x"),
        wanted("b", []),
        away=[Away("x", busy.start, busy.end)],
    )

    told = [str(each.why) for each in solve(problem).left_out]

    assert told == [
        "at each of the 1 times that A may have near 2026-03-02, somebody who is needed is taken: x",
        "B has no possible day near 2026-03-02",
    ]


def test_meetings_that_share_nothing_are_parts_of_their_own() -> None:
    times = [at(0, "9.00–10.30"), at(1, "9.00–10.30", cost=1)]
    problem = asked(wanted("a", times, "x"), wanted("b", times, "x"), wanted("c", times, "y"), wanted("d", times))

    assert [part.meetings for part in solve(problem).parts] == [("a", "b"), ("c",), ("d",)]


def test_progress_is_told_after_each_part() -> None:
    times = [at(0, "9.00–10.30"), at(1, "9.00–10.30", cost=1)]
    told: list[Progress] = []

    solve(asked(wanted("a", times, "x"), wanted("b", times, "x"), wanted("c", times)), progress=told.append)

    assert [(each.done, each.meetings, each.score.cost) for each in told] == [(1, 3, 0), (3, 3, 1)]


def test_without_time_the_answer_is_the_greedy_one_and_no_proof() -> None:
    times = [at(0, "9.00–10.30"), at(0, "10.00–11.00", cost=1), at(0, "13.00–14.00", cost=3)]
    problem = asked(*(wanted(name, times, "x") for name in "ab"))

    hurried, greedy = (solve(problem, seconds=0.0), solve(problem, solver=Solver.GREEDY))

    assert (hurried.score, hurried.bound, hurried.proven) == (greedy.score, greedy.bound, False)


def test_a_missing_solver_is_told_by_the_name_of_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "highspy", None)
    problem = asked(wanted("a", [at(0, "9.00–10.30")]))

    with pytest.raises(InvalidValueError, match=r"samverkan\[arrange\]") as refusal:
        solve(problem)

    assert refusal.value.code == "missing-extra"
    assert solve(problem, solver=Solver.GREEDY).everything_fits


def test_an_interrupt_ends_the_search_with_the_best_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    times = [at(0, "9.00–10.30"), at(0, "10.00–11.00", cost=1), at(0, "13.00–14.00", cost=3)]
    problem = asked(*(wanted(f"{town}-{name}", times, town) for town in "xy" for name in "ab"))
    beats: list[float] = []
    patient = highspy.Highs.wait

    def interrupted(self: highspy.Highs, timeout: float) -> tuple[bool, object]:
        beats.append(timeout)
        if len(beats) == 1:
            raise KeyboardInterrupt
        return patient(self, timeout)

    monkeypatch.setattr(highspy.Highs, "wait", interrupted)
    solution = solve(problem)

    assert solution.left_out == ()
    assert len(beats) == 2  # the first part is ended, and the other one is not begun
    assert solution.parts[1].bound.cost == 0
