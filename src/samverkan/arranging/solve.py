"""A problem solved (*lösning*), part by part, with what is proven of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from samverkan.arranging.certificate import conflict_of, strains
from samverkan.arranging.explaining import explained
from samverkan.arranging.greedy import greedy
from samverkan.arranging.grid import grid
from samverkan.arranging.highs import Found, best
from samverkan.arranging.obstacles import without_time
from samverkan.arranging.parts import parts
from samverkan.arranging.rules import rows
from samverkan.arranging.scoring import least, score_of
from samverkan.arranging.solution import Part, Score, Solution, Solver
from samverkan.arranging.together import together
from samverkan.errors import check_extra

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from samverkan.arranging.problem import Problem
    from samverkan.arranging.rules import Row
    from samverkan.arranging.solution import Conflict

SECONDS: Final = 60.0
"""How long the solver may look for something better, all parts together (our choice)."""

LEAST_SECONDS: Final = 1.0
"""The share of the smallest part, as long as there is time (our choice)."""

FOR_PROOF: Final = 5.0
"""How long to look for what cannot be together, in each part where something is left out (our choice)."""


@frozen(kw_only=True)
class Progress:
    """How far a solution has come (*förlopp*): so many of so many meetings are in parts that are done.

    ``score`` and ``bound`` are those of the parts that are done, together; ``seconds`` those that the solver has taken.
    """

    done: int
    meetings: int
    score: Score
    bound: Score
    seconds: float


def solve(
    problem: Problem,
    *,
    solver: Solver = Solver.HIGHS,
    seconds: float = SECONDS,
    progress: Callable[[Progress], object] | None = None,
) -> Solution:
    """Place as many meetings of a problem as can be, move as few as can be, at the least cost; or as time allows.

    The greedy solver proves little, and needs nothing installed; HiGHS is the extra ``arrange``, and without it there
    is an ``InvalidValueError`` that says so. ``seconds`` is its time for all parts together; each part gets its share,
    and what it does not use is for those after it, the largest last. ``progress`` is called after each part, and
    while the solver works. An interrupt (Ctrl-C) while it does ends its search, and the best so far is the answer. The
    same problem has the same solution, whatever the order in it, unless the time runs out.
    """
    if solver is Solver.HIGHS:
        told = "the best dates are found by HiGHS, which is not installed (the greedy solver goes without)"
        check_extra("highspy", extra="arrange", told=told)
    run = _Run(problem, solver, seconds, progress or (lambda _: None))
    for meetings, own in run.parts:
        run.take(meetings, own)
    return run.solution()


class _Run:
    """One way through the parts of a problem."""

    def __init__(
        self, problem: Problem, solver: Solver, seconds: float, progress: Callable[[Progress], object]
    ) -> None:
        self._solver, self._seconds, self._spent = solver, seconds, 0.0
        self._progress = progress
        self._grid = grid(problem)
        self._rows = rows(self._grid)
        self.parts = parts(self._grid, self._rows)
        self._waiting = len(problem.meetings)
        self._chosen: dict[int, int] = {}
        self._told: list[Part] = []
        self._lacking: list[tuple[Sequence[int], Sequence[Row], Score]] = []

    def _tell(self, seconds: float = 0.0) -> None:
        """Tell how far it has come; of the part at hand only the seconds."""
        score = sum((part.score for part in self._told), Score())
        bound = sum((part.bound for part in self._told), Score())
        every = len(self._grid.of)
        done = every - self._waiting
        self._progress(Progress(done=done, meetings=every, score=score, bound=bound, seconds=self._spent + seconds))

    def take(self, meetings: Sequence[int], own: Sequence[Row]) -> None:
        """Solve one part."""
        found = self._found(meetings, own)
        score = score_of(self._grid, meetings, found.chosen)
        wanted = self._grid.problem.meetings
        self._told.append(Part(meetings=(wanted[each].id for each in meetings), score=score, bound=found.bound))
        self._chosen.update(found.chosen)
        self._waiting -= len(meetings)
        if score.left_out:
            self._lacking.append((meetings, own, found.bound))
        self._tell()

    def _found(self, meetings: Sequence[int], own: Sequence[Row]) -> Found:
        start = greedy(self._grid, own, meetings)
        score = score_of(self._grid, meetings, start)
        floor = least(self._grid, meetings)
        if score.left_out > floor.left_out:
            over = [len(each.meetings) - each.possible for each in strains(self._grid, meetings)]
            floor = max(floor, Score(floor.left_out + max(over, default=0)))
        if self._solver is Solver.GREEDY or score == floor:
            return Found(start, floor, 0.0)
        left = self._seconds - self._spent
        share = min(left, max(LEAST_SECONDS, left * len(meetings) / self._waiting))
        found = best(self._grid, own, meetings, start, floor, share, self._tell)
        self._spent += found.seconds
        if found.stopped:
            self._seconds = self._spent  # the other parts have their greedy choices
        return found

    def _proofs(self) -> Iterator[Conflict]:
        """Prove what can be proven of what is left out: first what tells most, and of every part something."""
        told: set[str] = set()
        for proof in self._too_much(None) if self._lacking else ():
            told.update(proof.meetings)
            yield proof
        for meetings, own, bound in self._lacking:
            none = [each for each in meetings if not self._grid.of[each]]
            yield from (without_time(self._grid, each) for each in none)
            missing = [each for each in meetings if each not in self._chosen and self._grid.of[each]]
            if not missing or any(self._grid.problem.meetings[each].id in told for each in meetings):
                continue
            proofs = self._too_much(meetings)
            yield from proofs
            if not proofs and self._solver is Solver.HIGHS and bound.left_out > len(none):
                yield from self._together(own, meetings, missing[0])

    def _too_much(self, meetings: Sequence[int] | None) -> list[Conflict]:
        """Give the strains that are too much; of people who are asked to be at the same meetings, those of one."""
        proofs = [conflict_of(self._grid.problem, each) for each in strains(self._grid, meetings) if each.too_much]
        return list({each.meetings: each for each in reversed(proofs)}.values())[::-1]

    def _together(self, own: Sequence[Row], meetings: Sequence[int], missing: int) -> Iterator[Conflict]:
        seconds = max(0.0, min(FOR_PROOF, self._seconds - self._spent))
        proof, took = together(self._grid, own, meetings, missing, seconds)
        self._spent += took
        if proof is not None:
            yield proof

    def solution(self) -> Solution:
        """Put everything together in words."""
        conflicts = list(self._proofs())
        placements, left_out = explained(self._grid, self._rows, self._chosen, conflicts, self._told)
        return Solution(
            solver=self._solver,
            placements=placements,
            left_out=left_out,
            parts=self._told,
            conflicts=conflicts,
        )
