"""A valid choice without a solver (*girig utläggning*): one meeting after the other, the tightest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkan.arranging.board import Board

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from samverkan.arranging.grid import Grid
    from samverkan.arranging.rules import Row

DEPTH: Final = 2
"""How many meetings in a chain may give way to one that has no time (our choice)."""

TRIES: Final = 100
"""How many steps of such chains are tried for one meeting before it is left out (our choice)."""


def greedy(grid: Grid, rows: Sequence[Row], meetings: Iterable[int]) -> Mapping[int, int]:
    """Choose a column for as many meetings, by their positions, as one pass, chains and exchanges find.

    The same grid gives the same choice. Nothing is proven by it: what it leaves out may fit.
    """
    board = Board(grid, rows)
    search = _Search(grid, board)
    waiting = sorted(meetings)
    stuck = []
    while waiting:
        meeting = min(waiting, key=lambda each: board.options[each])
        waiting.remove(meeting)
        if not search.place(meeting):
            stuck.append(meeting)
    for meeting in stuck:
        search.force(meeting)
    search.improve()
    return board.chosen


def improved(grid: Grid, rows: Sequence[Row], chosen: Mapping[int, int]) -> Mapping[int, int]:
    """Make a choice cheaper by moving meetings, alone or by changing with one other, until nothing gets better."""
    board = Board(grid, rows)
    for column in chosen.values():
        board.choose(column)
    _Search(grid, board).improve()
    return board.chosen


class _Search:
    def __init__(self, grid: Grid, board: Board) -> None:
        self._grid, self._board = grid, board
        self._tries = 0

    def _price(self, column: int) -> tuple[bool, int, float, int]:
        each = self._grid.columns[column]
        return each.moved, each.cost, each.start, column

    def _worth(self, column: int) -> tuple[int, int]:
        each = self._grid.columns[column]
        return int(each.moved), each.cost

    def place(self, meeting: int) -> bool:
        """Give a meeting its cheapest free column, or tell that it has none."""
        column = min(self._board.free(meeting), key=self._price, default=None)
        if column is not None:
            self._board.choose(column)
        return column is not None

    def force(self, meeting: int) -> bool:
        """Place a meeting by letting others give way, as long as each of them finds another column."""
        self._tries = TRIES
        return self._chain(meeting, DEPTH)

    def _chain(self, meeting: int, depth: int) -> bool:
        board = self._board
        if self.place(meeting):
            return True
        for column in sorted(self._grid.of[meeting], key=self._price) if depth else ():
            for other in board.in_the_way(column):
                if self._tries <= 0:
                    return False
                self._tries -= 1
                before = board.release(other)
                if board.is_free(column):
                    board.choose(column)
                    if self._chain(other, depth - 1):
                        return True
                    board.release(meeting)
                board.choose(before)
        return False

    def improve(self) -> None:
        """Move meetings to cheaper columns, alone or by changing with one other, until nothing gets better."""
        while sum(self._better(meeting) for meeting in sorted(self._board.chosen)):
            pass

    def _better(self, meeting: int) -> bool:
        board = self._board
        before = board.release(meeting)
        for column in sorted(self._grid.of[meeting], key=self._price):
            if self._worth(column) >= self._worth(before):
                break
            if board.is_free(column):
                board.choose(column)
                return True
            if self._exchange(column, before):
                return True
        board.choose(before)
        return False

    def _exchange(self, column: int, before: int) -> bool:
        """Give a column that one other meeting keeps, when together they are the better for it."""
        board = self._board
        for other in board.in_the_way(column):
            old = board.release(other)
            if board.is_free(column):
                board.choose(column)
                new = min(board.free(other), key=self._price, default=None)
                if new is not None and self._sum(column, new) < self._sum(before, old):
                    board.choose(new)
                    return True
                board.release(self._grid.columns[column].meeting)
            board.choose(old)
        return False

    def _sum(self, first: int, second: int) -> tuple[int, int]:
        (moved, cost), (more, dearer) = self._worth(first), self._worth(second)
        return moved + more, cost + dearer
