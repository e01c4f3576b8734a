"""Several collaborations arranged together (*samordnade möten*), so that nobody has to be in two places at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.arranging.arrangement import Arrangement
from samverkan.arranging.asking import problem_of
from samverkan.arranging.certificate import strains
from samverkan.arranging.doubts import doubts
from samverkan.arranging.frames import calendar_for
from samverkan.arranging.grid import grid
from samverkan.arranging.solution import Solver
from samverkan.arranging.solve import SECONDS, solve
from samverkan.arranging.wishes import Wishes
from samverkan.planning.breaches import breaches
from samverkan.planning.clashes import clashes
from samverkan.planning.meeting import Meeting, Status, in_order
from samverkan.planning.merging import merged, places_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from samverkan.arranging.solution import LeftOut, Placement, Solution
    from samverkan.arranging.solve import Progress
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.values import Period
    from samverkan.planning.breaches import Breach
    from samverkan.planning.schedule import Schedule


def arrange(  # noqa: PLR0913  # options, each by its name
    collaborations: Iterable[Collaboration],
    *,
    wishes: Wishes | None = None,
    horizon: Period | None = None,
    solver: Solver = Solver.HIGHS,
    seconds: float = SECONDS,
    progress: Callable[[Progress], object] | None = None,
) -> Arrangement:
    """Find a day and an hour for every meeting of every series, so that nobody and no room has two at a time.

    The fewest meetings are left out; then as few as can be get another time than in a ``previous`` schedule of the
    wishes; then they lie as near as can be to the day, the weekday and the hour that the files say. The horizon is each
    collaboration's own where none is given. The order of the collaborations does not matter.

    HiGHS is the extra ``arrange``; without it an ``InvalidValueError`` says so, and the greedy solver is there to be
    asked for. For ``seconds`` and ``progress`` see ``solve``.
    """
    wholes = sorted(collaborations, key=lambda each: each.id)
    asked = wishes or Wishes()
    before = merged(wholes, horizon=horizon)
    problem = problem_of(wholes, before, asked, horizon=horizon)
    solution = solve(problem, solver=solver, seconds=seconds, progress=progress)
    return Arrangement(
        problem=problem,
        solution=solution,
        before=before,
        schedule=_rescheduled(before, solution, wholes),
        strains=strains(grid(problem), collaborations=2),
        doubts=doubts(problem, before, asked),
    )


def _rescheduled(before: Schedule, solution: Solution, wholes: Sequence[Collaboration]) -> Schedule:
    """Give the schedule with every meeting at the time that it got, and what clashes there."""
    placed = {each.id: each for each in solution.placements}
    left_out = {each.id: each for each in solution.left_out}
    meetings = tuple(sorted((_changed(each, placed, left_out) for each in before.meetings), key=in_order))
    travel = [way for whole in wholes for way in whole.travel]
    return evolve(
        before,
        meetings=meetings,
        clashes=clashes(meetings, before.tables, travel=travel, places=places_of(wholes)),
        breaches=tuple(_breaches(meetings, wholes)),
    )


def _changed(meeting: Meeting, placed: Mapping[str, Placement], left_out: Mapping[str, LeftOut]) -> Meeting:
    if meeting.id in left_out:
        why = left_out[meeting.id].why
        return evolve(meeting, date=meeting.nominal, status=Status.CANCELLED, reason=why)
    if meeting.id not in placed:
        return meeting
    placement = placed[meeting.id]
    day, clock = placement.candidate.date, placement.candidate.clock
    if placement.kept:
        return evolve(meeting, clock=clock)
    status = Status.PLANNED if day == meeting.nominal else Status.MOVED
    return evolve(meeting, date=day, clock=clock, status=status, reason=next(iter(placement.reasons), None))


def _breaches(meetings: Sequence[Meeting], wholes: Sequence[Collaboration]) -> Iterator[Breach]:
    """Find what does not keep to the calendars that the files state, as the merged schedule does."""
    for whole in wholes:
        if whole.calendar is not None:
            own = [each for each in meetings if each.id.startswith(f"{whole.id}/")]
            calendar = calendar_for(whole, [each.date for each in own])
            yield from () if calendar is None else breaches(own, calendar)
