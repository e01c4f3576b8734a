"""Which columns are chosen, and which of the others still may be (*läge*)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.arranging.grid import Grid
    from samverkan.arranging.rules import Row


class Board:
    """A choice in the making: at most one column for each meeting, and no row with more than it may have."""

    def __init__(self, grid: Grid, rows: Sequence[Row]) -> None:
        self._columns, self._of = grid.columns, grid.of
        self._rows = rows
        self._in: dict[int, list[int]] = defaultdict(list)
        for number, row in enumerate(rows):
            for column in row.columns:
                self._in[column].append(number)
        self._left = [row.most for row in rows]
        self._full = [0] * len(grid.columns)
        """How many rows of each column are full."""
        self.options = [len(columns) for columns in grid.of]
        """How many columns are free for each meeting."""
        self.chosen: dict[int, int] = {}
        """The column of each meeting that has one."""

    def free(self, meeting: int) -> list[int]:
        """List the columns that a meeting that has none may get."""
        return [column for column in self._of[meeting] if not self._full[column]]

    def choose(self, column: int) -> None:
        """Give a meeting that has none a column that is free."""
        self.chosen[self._columns[column].meeting] = column
        for row in self._in.get(column, ()):
            self._left[row] -= 1
            if not self._left[row]:
                self._fill(row, 1)

    def release(self, meeting: int) -> int:
        """Take its column from a meeting, and tell which it was."""
        column = self.chosen.pop(meeting)
        for row in self._in.get(column, ()):
            if not self._left[row]:
                self._fill(row, -1)
            self._left[row] += 1
        return column

    def is_free(self, column: int) -> bool:
        """Say whether no row of the column is full."""
        return not self._full[column]

    def in_the_way(self, column: int) -> list[int]:
        """List the meetings without one of which a column that is not free may become so."""
        full = [row for row in self._in.get(column, ()) if not self._left[row]]
        ways = [{each for each in self._rows[row].columns if self._is_chosen(each)} for row in full]
        common = set.intersection(*ways) if ways else set()
        return sorted(self._columns[each].meeting for each in common)

    def _is_chosen(self, column: int) -> bool:
        return self.chosen.get(self._columns[column].meeting) == column

    def _fill(self, row: int, by: int) -> None:
        columns, full, options = self._columns, self._full, self.options
        for column in self._rows[row].columns:
            was = full[column]
            full[column] = now = was + by
            if not was:
                options[columns[column].meeting] -= 1
            elif not now:
                options[columns[column].meeting] += 1
