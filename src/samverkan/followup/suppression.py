"""Which counts are kept back so that no small group can be told, or worked out (*röjandekontroll*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.voices.publication import FEWEST
from samverkan.followup.table import Table
from samverkan.followup.world import Worlds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from samverkan.followup.table import Key


def suppressed(table: Table) -> frozenset[Key]:
    """Give the told cells that must be kept back: each guarded one, and so many more that none can be worked out.

    Afterwards each guarded cell might for all that is told be any number from 1 to 5; where that cannot be had,
    everything that hangs together with it is kept back. None of those added can be told again by itself. Which are
    added is a heuristic: what stands inside the table before its totals, nobody last, small before large.
    """
    return frozenset().union(*(_suppressed(part) for part in _parts(table)))


def _parts(table: Table) -> Iterator[Table]:
    """Divide a table into those that no sum connects: what is told of one says nothing of another."""
    from networkx import Graph, connected_components

    ties: Graph[Key] = Graph()
    ties.add_nodes_from(table.cells)
    ties.add_edges_from((each.total, part) for each in table.sums for part in each.parts)
    for keys in connected_components(ties):
        yield Table(
            cells={key: count for key, count in table.cells.items() if key in keys},
            sums=[each for each in table.sums if each.total in keys],
            told=table.told & keys,
            guarded=table.guarded & keys,
        )


def _suppressed(table: Table) -> frozenset[Key]:
    hidden = (table.cells.keys() - table.told) | table.guarded
    known: list[Mapping[Key, int]] = []
    added: list[Key] = []
    while near := _exposed(table, hidden, known):
        added.append(min(near, key=lambda cell: _loss(table, cell)))
        hidden |= {added[-1]}
    for key in sorted(added, key=lambda cell: _loss(table, cell), reverse=True):
        agreeing = [each for each in known if each[key] == table.cells[key]]
        if not _exposed(table, hidden - {key}, agreeing):
            hidden, known = hidden - {key}, agreeing
    return table.told & hidden


def _exposed(table: Table, hidden: AbstractSet[Key], known: list[Mapping[Key, int]]) -> set[Key]:
    """Give what is told that bears on the first guarded cell that could not be any number from 1 to 5, if there is one.

    The worlds that show of the others that they could are added to the known ones.
    """
    worlds = Worlds(table, hidden)
    for key in (key for key in table.cells if key in table.guarded):
        for count in range(1, FEWEST + 1):
            if all(each[key] != count for each in (table.cells, *known)):
                found = worlds.one(key, count)
                if found:
                    known.append(found)
                elif told := _tied(table, hidden, key) - hidden:
                    return told
    return set()


def _tied(table: Table, hidden: AbstractSet[Key], key: Key) -> set[Key]:
    """Give the cells that bear on a hidden one, directly or through others that are hidden."""
    tied, front, left = {key}, {key}, [*table.sums]
    while front:
        cells = {cell for each in left if not front.isdisjoint(each.cells) for cell in each.cells} - tied
        left = [each for each in left if front.isdisjoint(each.cells)]
        tied |= cells
        front = cells & hidden
    return tied


def _loss(table: Table, key: Key) -> tuple[int, bool, int, int]:
    """Rank what hiding a cell costs: first by how many sums are lost, then nobody after somebody, large after small."""
    count = table.cells[key]
    return sum(each.total == key for each in table.sums), count == 0, count, list(table.cells).index(key)
