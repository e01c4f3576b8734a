"""Other truths that the published numbers allow (*möjliga världar*): who can think of two does not know the count."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from samverkan.followup.table import Key, Sum, Table

    _Row: TypeAlias = dict[Key, Fraction | int]

PATIENCE = 1_000
"""How many steps a search takes; what it has not found by then counts as impossible, so that more is hidden."""


class Worlds:
    """All counts, whole and from 0, that agree with what is told of a table where some cells are hidden."""

    def __init__(self, table: Table, hidden: AbstractSet[Key]) -> None:
        self._cells = table.cells
        self._rank = {cell: rank for rank, cell in enumerate(table.cells)}
        self._solved = _solved(table.sums, hidden)

    def one(self, key: Key, count: int) -> Mapping[Key, int] | None:
        """Give one that has ``count`` at the hidden cell ``key``; nothing where none is found.

        This is the simplex method, from the truth towards that count, in whole steps. So what it gives is certain; that
        there is no other is certain only where whole numbers are no harder than fractions, as with two margins.
        """
        rows, now = {cell: {**row} for cell, row in self._solved.items()}, {**self._cells}
        for _ in range(PATIENCE):
            lacking = count - now[key]
            if not lacking:
                return now
            row = rows.get(key, {key: 1})
            free = sorted((cell for cell in row if now[cell] or row[cell] * lacking > 0), key=self._rank.__getitem__)
            if not any(self._moved(rows, now, cell, Fraction(lacking) / row[cell]) for cell in free):
                break
        return None

    def _moved(self, rows: dict[Key, _Row], now: dict[Key, int], cell: Key, most: Fraction) -> bool:
        """Change a free cell by at most so much, and what hangs on it, until a count becomes nothing; say if it helped.

        A solved cell that stands in the way becomes the free one instead; of several the first, so that no circle is
        walked (Bland's rule).
        """
        way = 1 if most > 0 else -1
        slopes = {other: row[cell] * way for other, row in rows.items() if cell in row}
        falling = {other: slope for other, slope in slopes.items() if slope < 0}
        limits = [abs(most), *(Fraction(now[other]) / -slope for other, slope in falling.items())]
        unit = lcm(*(slope.denominator for slope in slopes.values()))
        steps = min(limits if way > 0 else [*limits, Fraction(now[cell])]) // unit * unit
        now[cell] += way * steps
        for other, slope in slopes.items():
            now[other] += int(slope * steps)
        stuck = [other for other in falling if not now[other]]
        if stuck:
            leaving = min(stuck, key=self._rank.__getitem__)
            _solve({**rows.pop(leaving), leaving: -1}, cell, rows)
        return bool(steps or stuck)


def _solved(sums: Iterable[Sum], hidden: AbstractSet[Key]) -> dict[Key, _Row]:
    """Give how some hidden cells change with the others, the free ones, so that each sum goes on to hold."""
    rows: dict[Key, _Row] = {}
    for each in sums:
        row: _Row = {cell: -1 if cell == each.total else 1 for cell in reversed(each.cells) if cell in hidden}
        for cell in [cell for cell in row if cell in rows]:
            _put_in(row, cell, rows[cell])
        if row:
            _solve(row, next(iter(row)), rows)
    return rows


def _solve(row: _Row, cell: Key, rows: dict[Key, _Row]) -> None:
    """Solve a row that comes to nothing for one of its cells, and put that into the others."""
    share = row.pop(cell)
    solved = {
        other: -number * share if share in {1, -1} else Fraction(-number) / share for other, number in row.items()
    }
    for other in rows.values():
        if cell in other:
            _put_in(other, cell, solved)
    rows[cell] = solved


def _put_in(row: _Row, cell: Key, solved: _Row) -> None:
    share = row.pop(cell)
    for other, number in solved.items():
        row[other] = row.get(other, 0) + share * number
        if not row[other]:
            del row[other]
