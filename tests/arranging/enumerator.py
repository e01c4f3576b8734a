"""Every way to place the meetings of a tiny problem, one after the other: what is best is then beyond doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .checker import broken

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from samverkan.arranging.problem import Candidate, Problem


class Worth(NamedTuple):
    """How good a choice is, the less the better, from left to right."""

    left_out: int
    moved: int
    cost: int


def ways(problem: Problem, required: Collection[str] = ()) -> Iterator[dict[str, Candidate]]:
    """Give every choice that keeps the rules, each meeting at one of its times or left out, if it is not required.

    A choice that breaks a rule breaks it whatever is added, since no rule asks for a meeting; so nothing is lost by
    going no further from it.
    """
    yield from _extended(problem, {}, 0, frozenset(required))


def _extended(
    problem: Problem, chosen: dict[str, Candidate], place: int, required: frozenset[str]
) -> Iterator[dict[str, Candidate]]:
    if place == len(problem.meetings):
        yield chosen
        return
    meeting = problem.meetings[place]
    for time in meeting.candidates:
        more = {**chosen, meeting.id: time}
        if not broken(problem, more):
            yield from _extended(problem, more, place + 1, required)
    if meeting.id not in required:
        yield from _extended(problem, chosen, place + 1, required)


def worth(problem: Problem, chosen: dict[str, Candidate]) -> Worth:
    """Count what is left out and moved, and what it costs."""
    times = chosen.values()
    return Worth(
        len(problem.meetings) - len(chosen), sum(each.moved for each in times), sum(each.cost for each in times)
    )


def optimum(problem: Problem) -> Worth:
    """Find the best that any choice is worth; to leave everything out is one."""
    return min(worth(problem, chosen) for chosen in ways(problem))


def possible(problem: Problem, required: Collection[str]) -> bool:
    """Say whether some choice holds all meetings that are required."""
    return next(ways(problem, required), None) is not None
