"""The times that are left for each meeting (*rutnät*) after what stands already: what is fixed, and who is away."""

from __future__ import annotations

from collections import Counter, defaultdict
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from attrs import frozen

from samverkan.arranging.problem import Fixed, Problem, Wanted

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from samverkan.arranging.problem import Away, Spacing
    from samverkan.model.names import Text


class Column(NamedTuple):
    """One meeting, by its position, at one of its candidates, by its own: a yes or a no that is to be decided.

    ``start`` and ``end`` are seconds of the epoch, ``day`` is the ordinal of the date.
    """

    meeting: int
    candidate: int
    start: float
    end: float
    day: int
    place: str | None
    cost: int
    moved: bool


@frozen
class Grid:
    """A problem with its columns in order of the meetings; ``of`` gives the numbers of those of each meeting.

    A candidate that what stands already rules out has no column. ``limits`` are the most meetings on a day for each
    holder, ``counted`` those of them that are fixed, by the ordinal of the day.
    """

    problem: Problem
    columns: tuple[Column, ...]
    of: tuple[range, ...]
    limits: dict[str, int | None]
    counted: dict[str, Counter[int]]

    def daily(self, holder: str, day: int) -> int | None:
        """Give the most meetings that can still be placed on a day for a holder; nothing where there is no limit."""
        limit = self.limits[holder]
        counted = self.counted.get(holder)
        return limit if limit is None or counted is None else max(0, limit - counted[day])


class Kind(Enum):
    """Which hard rule stands in the way of a time."""

    PERSON = "person"
    AWAY = "away"
    LOAD = "load"
    WAY = "way"
    ROOM = "room"
    SPACING = "spacing"


class Obstacle(NamedTuple):
    """What stands in the way of a time: the rule, whose it is (a holder, a room, a series), and by which meeting."""

    kind: Kind
    who: str
    other: Text | None = None


class Stretch(NamedTuple):
    """A time that is taken, at a place or at none that is known; without ``day``, by no meeting and nowhere."""

    start: float
    end: float
    day: int | None = None
    place: str | None = None
    name: Text | None = None


def grid(problem: Problem) -> Grid:
    """Give numbers to the candidates that what stands already leaves to each meeting."""
    own = {each.holder: each.daily for each in problem.limits}
    limits = {name: own.get(name, problem.daily) for each in problem.meetings for name in each.holders}
    counted: dict[str, Counter[int]] = defaultdict(Counter)
    for each in problem.fixed:
        for holder in each.holders:
            counted[holder][each.date.toordinal()] += 1
    bare = Grid(problem, (), (), limits, counted)
    standing = Standing(bare)
    columns: list[Column] = []
    of: list[range] = []
    for position, wanted in enumerate(problem.meetings):
        first = len(columns)
        columns += standing.leaves(wanted, columns_of(position, wanted))
        of.append(range(first, len(columns)))
    return Grid(problem, tuple(columns), tuple(of), limits, counted)


def columns_of(position: int, wanted: Wanted) -> Iterator[Column]:
    """Give a column for each candidate of a meeting, whatever stands."""
    for number, each in enumerate(wanted.candidates):
        yield Column(position, number, *each.epoch, each.start.toordinal(), each.place, each.cost, each.moved)


class Standing:
    """What stands already, looked up by holder or room and day, and by series."""

    def __init__(self, bare: Grid) -> None:
        problem = bare.problem
        self._grid = bare
        self._ways = ways_of(problem)
        days = [each.start.toordinal() for wanted in problem.meetings for each in wanted.candidates]
        self._known = range(min(days, default=0), max(days, default=-1) + 1)
        self._of_holder: dict[tuple[str, int], list[Stretch]] = defaultdict(list)
        self._in_room: dict[tuple[str, int], list[Stretch]] = defaultdict(list)
        for each in problem.fixed:
            taken = Stretch(each.start.timestamp(), each.end.timestamp(), each.start.toordinal(), each.place, each.name)
            for day in self._days(each):
                for holder in each.holders:
                    self._of_holder[holder, day].append(taken)
                if each.place in problem.rooms:
                    self._in_room[each.place, day].append(taken)
        for away in problem.away:
            for day in self._days(away):
                self._of_holder[away.holder, day].append(Stretch(away.start.timestamp(), away.end.timestamp()))
        self._bounds = _bounds(problem)
        self._concerned = {holder for holder, _ in self._of_holder}
        self._concerned.update(holder for holder, limit in bare.limits.items() if limit == 0)

    def _days(self, each: Fixed | Away) -> Iterator[int]:
        """Give the days that a time may touch; one more at each end, since its zone may be another."""
        first, last = each.start.toordinal() - 1, each.end.toordinal() + 1
        yield from range(max(first, self._known.start), min(last + 1, self._known.stop))

    def leaves(self, wanted: Wanted, columns: Iterable[Column]) -> list[Column]:
        """Give the columns of a meeting that nothing that stands is in the way of."""
        if wanted.id not in self._bounds and not self._in_room and self._concerned.isdisjoint(wanted.holders):
            return list(columns)
        return [column for column in columns if self.against(wanted, column) is None]

    def against(self, wanted: Wanted, column: Column) -> Obstacle | None:
        """Tell the first thing that stands in the way of a meeting at a time, or nothing where it is free."""
        first, last = self._bounds.get(wanted.id, (None, None))
        if (first is not None and column.day < first) or (last is not None and last < column.day):
            return Obstacle(Kind.SPACING, wanted.series or wanted.id)
        for each in self._in_room.get((column.place or "", column.day), ()):
            if overlaps(each, column):
                return Obstacle(Kind.ROOM, column.place or "", each.name)
        found = (self._of(holder, column) for holder in wanted.holders)
        return next((each for each in found if each is not None), None)

    def _of(self, holder: str, column: Column) -> Obstacle | None:
        for each in self._of_holder.get((holder, column.day), ()):
            if overlaps(each, column):
                return Obstacle(Kind.AWAY if each.day is None else Kind.PERSON, holder, each.name)
            if self._too_far(each, column):
                return Obstacle(Kind.WAY, holder, each.name)
        return Obstacle(Kind.LOAD, holder) if self._grid.daily(holder, column.day) == 0 else None

    def _too_far(self, taken: Stretch, column: Column) -> bool:
        if taken.day != column.day or taken.place is None or column.place is None:
            return False
        return hurried(taken, column, self._ways) or hurried(column, taken, self._ways)


def overlaps(first: Stretch | Column, second: Stretch | Column) -> bool:
    """Say whether two times, half open, have a moment in common."""
    return first.start < second.end and second.start < first.end


Ways: TypeAlias = "Mapping[tuple[str | None, str | None], int]"
"""The seconds from place to place."""


def ways_of(problem: Problem) -> Ways:
    """Give the seconds from place to place."""
    return {(each.from_, each.to): each.minutes * 60 for each in problem.ways}


def hurried(first: Stretch | Column, second: Stretch | Column, ways: Ways) -> bool:
    """Say whether the second starts after the first, and before anybody can have come from the first."""
    return first.end <= second.start < first.end + ways.get((first.place, second.place), 0)


def _bounds(problem: Problem) -> dict[str, tuple[int | None, int | None]]:
    """Give the first and the last day that a fixed neighbour in its series leaves to a meeting."""
    bounds: dict[str, tuple[int | None, int | None]] = {}
    for spacing, first, second in neighbours(problem):
        least, most = spacing.least, spacing.most
        if isinstance(first, Fixed) and isinstance(second, Wanted):
            day = first.date.toordinal()
            _narrow(bounds, second.id, None if least is None else day + least, None if most is None else day + most)
        elif isinstance(first, Wanted) and isinstance(second, Fixed):
            day = second.date.toordinal()
            _narrow(bounds, first.id, None if most is None else day - most, None if least is None else day - least)
    return bounds


def _narrow(bounds: dict[str, tuple[int | None, int | None]], name: str, first: int | None, last: int | None) -> None:
    before, after = bounds.get(name, (None, None))
    firsts = [each for each in (before, first) if each is not None]
    lasts = [each for each in (after, last) if each is not None]
    bounds[name] = max(firsts, default=None), min(lasts, default=None)


def neighbours(problem: Problem) -> Iterator[tuple[Spacing, Wanted | Fixed, Wanted | Fixed]]:
    """Give each two meetings in a row of each series that has a spacing, by nominal date and then by id."""
    spacings = {each.series: each for each in problem.spacings}
    rows: dict[str, list[Wanted | Fixed]] = defaultdict(list)
    every: list[Wanted | Fixed] = [*problem.meetings, *problem.fixed]
    for each in every:
        if each.series in spacings:
            rows[each.series].append(each)
    for series in sorted(rows):
        for first, second in pairwise(sorted(rows[series], key=_in_row)):
            yield spacings[series], first, second


def _in_row(each: Wanted | Fixed) -> tuple[dt.date, str]:
    return each.date if each.nominal is None else each.nominal, each.id
