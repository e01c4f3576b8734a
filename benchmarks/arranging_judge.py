"""The best times by CP-SAT, in a process of its own: `python -m benchmarks.arranging_judge`, problem in, verdict out.

OR-Tools cannot be imported beside HiGHS in one process. The model is written anew, start by start and pair by pair,
and shares nothing with ours but the problem.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ortools.sat.python import cp_model

    from samverkan.arranging.problem import Candidate, Problem, Wanted

SECONDS = 120.0


class Verdict(NamedTuple):
    """What is left out, what is moved and what the rest costs, at the best; whether that is proven; and the seconds."""

    left_out: int
    moved: int
    cost: int
    proven: bool
    seconds: float


class _Option(NamedTuple):
    """A meeting at a time, which is chosen or not."""

    wanted: Wanted
    time: Candidate
    chosen: cp_model.IntVar


def judged_apart(problem: Problem) -> Verdict:
    """Ask CP-SAT about a problem in another process."""
    command = [sys.executable, "-m", "benchmarks.arranging_judge"]
    asked = pickle.dumps(problem)
    told = subprocess.run(command, input=asked, capture_output=True, check=True, cwd=Path(__file__).parents[1])  # noqa: S603  # our own
    return Verdict(*pickle.loads(told.stdout))  # noqa: S301  # our own


def judged(problem: Problem) -> Verdict:
    """Find the best that can be done, each meeting at one of its times or at none."""
    from ortools.sat.python import cp_model

    if problem.spacings or problem.fixed or problem.away:
        raise NotImplementedError("the problems of the benchmark have none")
    model, solver = cp_model.CpModel(), cp_model.CpSolver()
    options = [
        _Option(wanted, time, model.new_bool_var("")) for wanted in problem.meetings for time in wanted.candidates
    ]
    _constrain(model, problem, options)
    cost = sum(option.chosen * option.time.cost for option in options)
    moved = sum(option.chosen * option.time.moved for option in options)
    left_out = len(problem.meetings) - sum(option.chosen for option in options)
    # More than all the costs, or all the moves, together: so what comes first counts first.
    dear = 1 + sum(max((time.cost for time in wanted.candidates), default=0) for wanted in problem.meetings)
    model.minimize(left_out * dear * (len(problem.meetings) + 1) + moved * dear + cost)
    solver.parameters.max_time_in_seconds, solver.parameters.num_workers = SECONDS, 2
    status = solver.solve(model)
    out, off, paid = (int(solver.value(each)) for each in (left_out, moved, cost))
    return Verdict(out, off, paid, status == cp_model.OPTIMAL, solver.wall_time)


def _constrain(model: cp_model.CpModel, problem: Problem, options: Sequence[_Option]) -> None:
    ways = {(way.from_, way.to): way.minutes for way in problem.ways}
    for wanted in problem.meetings:
        model.add_at_most_one(option.chosen for option in options if option.wanted is wanted)
    for room in problem.rooms:
        _one_at_a_time(model, [option for option in options if option.time.place == room])
    for holder in sorted({name for wanted in problem.meetings for name in wanted.holders}):
        own = [option for option in options if holder in option.wanted.holders]
        _one_at_a_time(model, own)
        daily = next((each.daily for each in problem.limits if each.holder == holder), problem.daily)
        for on_day in _by_day(own):
            if daily is not None:
                model.add(sum(option.chosen for option in on_day) <= daily)
            for one, other in combinations(on_day, 2):
                if _hurried(one.time, other.time, ways) or _hurried(other.time, one.time, ways):
                    model.add_bool_or([one.chosen.negated(), other.chosen.negated()])


def _one_at_a_time(model: cp_model.CpModel, options: Sequence[_Option]) -> None:
    """Let one go on at the most whenever one starts: two that overlap both go on when the later of them starts."""
    for moment in sorted({option.time.start for option in options}):
        model.add_at_most_one(option.chosen for option in options if option.time.start <= moment < option.time.end)


def _by_day(options: Iterable[_Option]) -> Iterable[list[_Option]]:
    days: dict[object, list[_Option]] = defaultdict(list)
    for option in options:
        days[option.time.date].append(option)
    return days.values()


def _hurried(first: Candidate, second: Candidate, ways: dict[tuple[str, str], int]) -> bool:
    apart = (second.start - first.end).total_seconds() / 60
    return 0 <= apart < ways.get((first.place or "", second.place or ""), 0)


if __name__ == "__main__":
    sys.stdout.buffer.write(pickle.dumps(tuple(judged(pickle.load(sys.stdin.buffer)))))  # noqa: S301  # our own
