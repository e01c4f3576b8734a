"""What no two, or no more than so many, columns may do together (*regler*), as rows for whoever chooses among them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from samverkan.arranging.grid import Kind, hurried, neighbours, ways_of
from samverkan.arranging.problem import Wanted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samverkan.arranging.grid import Grid, Ways


class Row(NamedTuple):
    """Columns, by their numbers, of which at most ``most`` may be chosen; ``who`` is the holder, room or series."""

    columns: tuple[int, ...]
    most: int
    kind: Kind
    who: str


def rows(grid: Grid) -> list[Row]:
    """Give the rows that any choice of at most one column for each meeting must keep; each only once.

    A row of one meeting says nothing new and is left out. People with the same meetings have the same rows, and who has
    only some of the meetings of another is held by the other's.
    """
    found: dict[tuple[tuple[int, ...], int], Row] = {}
    for row in _all(grid):
        if len({grid.columns[number].meeting for number in row.columns}) > row.most:
            found.setdefault((row.columns, row.most), row)
    return list(found.values())


def _all(grid: Grid) -> Iterator[Row]:
    ways = ways_of(grid.problem)
    for holder, meetings in _people(grid):
        columns = [number for each in meetings for number in grid.of[each]]
        yield from _cliques(grid, columns, Kind.PERSON, holder)
        for day, on_day in _by_day(grid, columns):
            daily = grid.daily(holder, day)
            if daily is not None:
                yield Row(tuple(on_day), daily, Kind.LOAD, holder)
            if ways:
                yield from _hurried(grid, on_day, ways, holder)
    rooms: dict[str, list[int]] = {room: [] for room in grid.problem.rooms}
    for number, each in enumerate(grid.columns):
        if each.place in rooms:
            rooms[each.place].append(number)
    for room, columns in rooms.items():
        yield from _cliques(grid, columns, Kind.ROOM, room)
    yield from _spaced(grid)


def _people(grid: Grid) -> Iterator[tuple[str, list[int]]]:
    """Give the holders with several meetings, by their positions, without those whom another holds to all of theirs."""
    at: dict[str, list[int]] = defaultdict(list)
    for position, wanted in enumerate(grid.problem.meetings):
        for holder in wanted.holders:
            at[holder].append(position)
    held: dict[int, list[tuple[object, set[int]]]] = defaultdict(list)
    for holder in sorted(at, key=lambda each: (-len(at[each]), each)):
        meetings, room = set(at[holder]), (grid.limits[holder], grid.counted.get(holder))
        if len(meetings) < 2 or any(room == other and meetings <= more for other, more in held[at[holder][0]]):
            continue
        for position in meetings:
            held[position].append((room, meetings))
        yield holder, at[holder]


def _by_day(grid: Grid, columns: Iterable[int]) -> Iterator[tuple[int, list[int]]]:
    days: dict[int, list[int]] = defaultdict(list)
    for number in columns:
        days[grid.columns[number].day].append(number)
    yield from days.items()


def _cliques(grid: Grid, columns: Sequence[int], kind: Kind, who: str) -> Iterator[Row]:
    """Give the largest sets of columns that all have a moment in common: of intervals, these are all the pairs."""
    active: list[tuple[float, int]] = []
    grown = False
    for start, end, number in sorted((grid.columns[each].start, grid.columns[each].end, each) for each in columns):
        going = [each for each in active if each[0] > start]
        if grown and len(going) < len(active):
            yield _row((each for _, each in active), kind, who)
        active, grown = [*going, (end, number)], True
    if grown:
        yield _row((each for _, each in active), kind, who)


def _row(columns: Iterable[int], kind: Kind, who: str) -> Row:
    return Row(tuple(sorted(columns)), 1, kind, who)


def _hurried(grid: Grid, columns: Sequence[int], ways: Ways, who: str) -> Iterator[Row]:
    """Give the columns that end together in one place with those that start together in one too far away."""
    leaving: dict[tuple[str, float], list[int]] = defaultdict(list)
    coming: dict[tuple[str, float], list[int]] = defaultdict(list)
    for number in columns:
        each = grid.columns[number]
        if each.place is not None:
            leaving[each.place, each.end].append(number)
            coming[each.place, each.start].append(number)
    for firsts in leaving.values():
        for seconds in coming.values():
            if hurried(grid.columns[firsts[0]], grid.columns[seconds[0]], ways):
                # Those that end together overlap, and so do those that start together: so no two of all of them go.
                yield _row({*firsts, *seconds}, Kind.WAY, who)


def _spaced(grid: Grid) -> Iterator[Row]:
    """Give, for each day of the earlier of two in a row, what of the later is then too near, or too far."""
    position = {wanted.id: number for number, wanted in enumerate(grid.problem.meetings)}
    for spacing, first, second in neighbours(grid.problem):
        if not isinstance(first, Wanted) or not isinstance(second, Wanted):
            continue
        before = [(grid.columns[each].day, each) for each in grid.of[position[first.id]]]
        after = [(grid.columns[each].day, each) for each in grid.of[position[second.id]]]
        for day in sorted({day for day, _ in before}):
            if spacing.least is not None:
                near = [each for other, each in after if other < day + spacing.least]
                yield _row([each for other, each in before if other >= day] + near, Kind.SPACING, spacing.series)
            if spacing.most is not None:
                far = [each for other, each in after if other > day + spacing.most]
                yield _row([each for other, each in before if other <= day] + far, Kind.SPACING, spacing.series)
