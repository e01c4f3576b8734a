"""What keeps a meeting from a time (*hinder*), told in words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, assert_never

from samverkan.arranging.grid import Kind, Obstacle, Standing, columns_of
from samverkan.arranging.solution import Conflict, ConflictKind
from samverkan.model.message import Message, say
from samverkan.model.names import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from samverkan.arranging.grid import Grid
    from samverkan.arranging.problem import Problem, Wanted
    from samverkan.arranging.rules import Row


def told(problem: Problem, obstacle: Obstacle) -> Message:
    """Tell an obstacle in words."""
    who, other = problem.words(obstacle.who), obstacle.other or Text("?")
    match obstacle.kind:
        case Kind.PERSON:
            return say("{holder} is at {other} then", holder=who, other=other)
        case Kind.AWAY:
            return say("{holder} is taken by something else then", holder=who)
        case Kind.LOAD:
            return say("{holder} has as many meetings on that day already as they may have", holder=who)
        case Kind.WAY:
            return say("{holder} would not have the time for the way to or from {other}", holder=who, other=other)
        case Kind.ROOM:
            return say("{place} is taken by {other} then", place=who, other=other)
        case Kind.SPACING:
            return say("the series would meet too soon, or too long, after or before its next meeting")
        case _:
            assert_never(obstacle.kind)


def without_time(grid: Grid, meeting: int) -> Conflict:
    """Tell why nothing of what a meeting may have is left to it."""
    problem, wanted = grid.problem, grid.problem.meetings[meeting]
    standing = Standing(grid)
    found = [standing.against(wanted, column) for column in columns_of(meeting, wanted)]
    obstacles = list(dict.fromkeys(each for each in found if each is not None))
    people = {Kind.PERSON, Kind.AWAY, Kind.LOAD, Kind.WAY}
    holders = list(dict.fromkeys(each.who for each in obstacles if each.kind in people))
    return Conflict(
        kind=ConflictKind.NO_TIME,
        meetings=(wanted.id,),
        holders=holders,
        first=min((each.date for each in wanted.candidates), default=None),
        last=max((each.date for each in wanted.candidates), default=None),
        possible=0,
        why=_no_time(problem, wanted, holders),
    )


def _no_time(problem: Problem, wanted: Wanted, holders: Sequence[str]) -> Message:
    count = len(wanted.candidates)
    if not count:
        return say("{name} has no possible day near {day}", name=wanted.name, day=wanted.date)
    if holders:
        return say(
            "at each of the {n} times that {name} may have near {day}, somebody who is needed is taken: {holders}",
            n=count,
            name=wanted.name,
            day=wanted.date,
            holders=tuple(problem.words(each) for each in holders),
        )
    return say(
        "each of the {n} times that {name} may have near {day} is ruled out by its room, or by the next meeting of the"
        " series",
        n=count,
        name=wanted.name,
        day=wanted.date,
    )


class Obstacles:
    """What stands in the way of times in a finished choice: what stood from before, and what was chosen."""

    def __init__(self, grid: Grid, rows: Sequence[Row], chosen: Mapping[int, int]) -> None:
        self.problem = grid.problem
        self._grid, self._standing = grid, Standing(grid)
        self._chosen = set(chosen.values())
        self._in: dict[int, list[Row]] = defaultdict(list)
        for row in rows:
            if not self._chosen.isdisjoint(row.columns):
                for column in row.columns:
                    self._in[column].append(row)

    def at(self, meeting: int, candidate: int) -> Obstacle | None:
        """Give the first obstacle to a candidate of a meeting, or nothing where it could be there as well."""
        wanted = self._grid.problem.meetings[meeting]
        column = next(each for each in columns_of(meeting, wanted) if each.candidate == candidate)
        standing = self._standing.against(wanted, column)
        if standing is not None:
            return standing
        number = next(each for each in self._grid.of[meeting] if self._grid.columns[each].candidate == candidate)
        # Where somebody is in another meeting, that tells more than that they have enough of them.
        return min(self._rules(meeting, number), key=lambda each: each.kind is Kind.LOAD, default=None)

    def _rules(self, meeting: int, number: int) -> Iterator[Obstacle]:
        for row in self._in.get(number, ()):
            others = [each for each in row.columns if each in self._chosen]
            others = [each for each in others if self._grid.columns[each].meeting != meeting]
            if len(others) >= row.most:
                other = self._grid.problem.meetings[self._grid.columns[others[0]].meeting]
                yield Obstacle(row.kind, row.who, other.name)
