"""Why each meeting is where it is, or nowhere (*skäl*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.arranging.obstacles import Obstacles, told
from samverkan.arranging.solution import LeftOut, Part, Placement, as_planned
from samverkan.model.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from samverkan.arranging.grid import Grid
    from samverkan.arranging.rules import Row
    from samverkan.arranging.solution import Conflict


def explained(
    grid: Grid, rows: Sequence[Row], chosen: Mapping[int, int], conflicts: Sequence[Conflict], parts: Iterable[Part]
) -> tuple[list[Placement], list[LeftOut]]:
    """Give each meeting that has a column with the reasons for it, and each that has none with why."""
    obstacles = Obstacles(grid, rows, chosen)
    proven = {name for part in parts if part.score.left_out == part.bound.left_out for name in part.meetings}
    why = {name: conflict.why for conflict in reversed(conflicts) for name in conflict.meetings}
    placements, left_out = [], []
    for position, wanted in enumerate(grid.problem.meetings):
        if position in chosen:
            placement = Placement(wanted, wanted.candidates[grid.columns[chosen[position]].candidate])
            placements.append(evolve(placement, reasons=tuple(_reasons(obstacles, position, placement))))
        else:
            left_out.append(LeftOut(wanted, why.get(wanted.id) or _left_out(proven=wanted.id in proven)))
    return placements, left_out


def _left_out(*, proven: bool) -> Message:
    if proven:
        return say("a time for it would leave out another meeting that needs the same people or room")
    return say("no time was found that is free for everybody who must be there")


def _reasons(obstacles: Obstacles, position: int, placement: Placement) -> Iterator[Message]:
    """Tell why a meeting is not where the plan put it: why it could not be, or what else was looked to."""
    wanted, candidate = placement.wanted, placement.candidate
    if placement.kept:
        return
    planned = [number for number, each in enumerate(wanted.candidates) if as_planned(wanted, each)]
    found = [obstacles.at(position, number) for number in planned]
    if not planned and wanted.barred is not None:
        yield wanted.barred
    elif found and found[0] is not None and None not in found:
        yield told(obstacles.problem, found[0])
    elif planned and not candidate.moved and all(wanted.candidates[number].moved for number in planned):
        yield say("it stays where it was arranged before")
