"""Meetings that may get in each other's way, apart from those that cannot (*delar*)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.arranging.grid import Grid
    from samverkan.arranging.rules import Row


def parts(grid: Grid, rows: Sequence[Row]) -> list[tuple[list[int], list[Row]]]:
    """Give the meetings of each part, by their positions, with the rows of the part; the smallest part first."""
    leader = list(range(len(grid.of)))

    def find(meeting: int) -> int:
        while leader[meeting] != meeting:
            leader[meeting] = meeting = leader[leader[meeting]]
        return meeting

    for row in rows:
        first = find(grid.columns[row.columns[0]].meeting)
        for meeting in {grid.columns[number].meeting for number in row.columns}:
            other = find(meeting)
            first, last = min(first, other), max(first, other)
            leader[last] = first
    found: dict[int, tuple[list[int], list[Row]]] = defaultdict(lambda: ([], []))
    for meeting in leader:
        found[find(meeting)]
    for meeting in range(len(leader)):
        found[find(meeting)][0].append(meeting)
    for row in rows:
        found[find(grid.columns[row.columns[0]].meeting)][1].append(row)
    return sorted(found.values(), key=lambda part: (len(part[0]), part[0]))
