"""On two hundred problems that can be enumerated: what is found is allowed, nothing is better, and proofs are true."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from attrs import astuple

from samverkan.arranging.problem import Candidate, Problem
from samverkan.arranging.solution import ConflictKind, Solution, Solver
from samverkan.arranging.solve import solve

from .checker import broken
from .enumerator import Worth, optimum, possible, worth
from .tiny import tiny

pytest.importorskip("highspy", reason="the extra arrange is not installed")
SEEDS = range(200)


def chosen(solution: Solution) -> dict[str, Candidate]:
    return {each.id: each.candidate for each in solution.placements}


@cache
def enumerated(seed: int) -> Worth:
    return optimum(tiny(seed))


@pytest.fixture(scope="module", params=SEEDS)
def seed(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def problem(seed: int) -> Problem:
    return tiny(seed)


def test_what_is_found_keeps_the_rules_and_nothing_is_better(seed: int, problem: Problem) -> None:
    best, found = enumerated(seed), solve(problem)

    assert broken(problem, chosen(found)) == []
    assert worth(problem, chosen(found)) == astuple(found.score) == best
    assert found.proven
    assert found.everything_fits is (best.left_out == 0)
    assert {each.id for each in found.left_out} == {each.id for each in problem.meetings} - set(chosen(found))


def test_the_greedy_keeps_the_rules_and_claims_no_more_than_is_true(seed: int, problem: Problem) -> None:
    best, found = enumerated(seed), solve(problem, solver=Solver.GREEDY)

    assert broken(problem, chosen(found)) == []
    assert astuple(found.bound) <= best <= astuple(found.score) == worth(problem, chosen(found))


def test_what_is_said_to_be_impossible_together_is(problem: Problem) -> None:
    for conflict in solve(problem).conflicts:
        names = conflict.meetings
        assert not possible(problem, names)
        if conflict.minimal:
            assert all(possible(problem, set(names) - {each}) for each in names)


def test_the_order_in_a_problem_is_no_matter(problem: Problem) -> None:
    turned = Problem(
        meetings=problem.meetings[::-1],
        fixed=problem.fixed[::-1],
        away=problem.away[::-1],
        daily=problem.daily,
        limits=problem.limits[::-1],
        spacings=problem.spacings[::-1],
        ways=problem.ways[::-1],
        rooms=problem.rooms[::-1],
    )

    assert solve(turned) == solve(problem)


def test_the_problems_are_of_every_kind() -> None:
    problems = [tiny(seed) for seed in SEEDS]
    kinds = Counter(conflict.kind for each in problems for conflict in solve(each).conflicts)
    best = [enumerated(seed) for seed in SEEDS]
    fitting = sum(each.left_out == 0 for each in best)

    assert 50 < fitting < 150
    assert sum(each.moved > 0 for each in best) > 30
    assert min(kinds[kind] for kind in ConflictKind) > 5
    assert all(
        sum(bool(getattr(each, name)) for each in problems) > 30
        for name in ("fixed", "away", "limits", "spacings", "ways", "rooms")
    )
