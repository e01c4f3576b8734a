"""How many losses part two bodies: the smallest set of organisations without which no chain of seats joins them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import networkx as nx
from attrs import frozen
from networkx.algorithms.flow import build_residual_network, edmonds_karp

from samverkan.ties.seating import Seating, seating

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.model.collaboration import Collaboration

Knot: TypeAlias = tuple[str, str]
"""A node of the flow: what it is (``body``, ``in`` or ``out`` of an organisation, ``anything``), and its id."""


@frozen
class Connectivity:
    """How many organisations must leave before nothing joins two bodies (*sårbarhet*), as far as that is known.

    Bodies are joined by chains of bodies and organisations with seats in them; only organisations can leave here.
    ``at_least`` is the number for the seats that are known, ``cut`` one smallest set of that size: of several, the one
    nearest to the second body. Where the two are not joined, it is 0 and the cut is empty. ``at_most`` is the number if
    everybody who may have a seat had one, in the open bodies and in bodies that are not listed; ``None`` says that
    there is no such limit, since both bodies are open. A reporting line is no chain of seats; see ``shared``.
    """

    bodies: tuple[str, str]
    at_least: int
    at_most: int | None
    cut: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether the number is exact whatever the sources leave out."""
        return self.at_least == self.at_most


def connectivity(collaboration: Collaboration, a: str, b: str) -> Connectivity:
    """Answer *How many losses part two bodies?*."""
    return next(connectivities(seating(collaboration), [(a, b)]))


def connectivities(table: Seating, pairs: Iterable[tuple[str, str]]) -> Iterator[Connectivity]:
    """Answer as ``connectivity`` does for each of many pairs, from a table that has been read off already."""
    known, possible = _Flow(_chains(table)), _Flow(_possible_chains(table))
    for a, b in pairs:
        table.pair(a, b)
        cut = known.cut(a, b)
        yield Connectivity(
            bodies=(a, b),
            at_least=len(cut),
            at_most=None if {a, b} <= table.open else len(possible.cut(a, b)),
            cut=tuple(name for name in table.tops if name in cut),
        )


class _Flow:
    """A network of pipes whose smallest cuts are asked for again and again."""

    def __init__(self, pipes: nx.DiGraph[Knot]) -> None:
        self.pipes, self.residual = pipes, build_residual_network(pipes, "capacity")

    def cut(self, a: str, b: str) -> set[str]:
        # networkx gives the smallest side that can still reach b, and that side is the same for every greatest flow.
        # Few units flow here, and for few units Edmonds and Karp's way is the fastest that networkx has.
        _, (reached, _) = nx.minimum_cut(
            self.pipes, ("body", a), ("body", b), flow_func=edmonds_karp, residual=self.residual
        )
        return {name for half, name in reached if half == "in" and ("out", name) not in reached}


def _chains(table: Seating) -> nx.DiGraph[Knot]:
    # An organisation in two halves lets one unit through; an edge without a capacity lets everything through.
    pipes: nx.DiGraph[Knot] = nx.DiGraph()
    pipes.add_nodes_from(("body", body) for body in table.organisations)
    pipes.add_edges_from(((("in", name), ("out", name)) for name in table.tops), capacity=1)
    for body, organisations in table.organisations.items():
        for name in organisations:
            pipes.add_edge(("body", body), ("in", name))
            pipes.add_edge(("out", name), ("body", body))
    return pipes


def _possible_chains(table: Seating) -> nx.DiGraph[Knot]:
    # All that is open is one body in which everybody may sit: two open bodies may share any number of newcomers.
    pipes, anything = _chains(table), ("anything", "")
    if not table.complete:
        pipes.add_edges_from((anything, ("in", name)) for name in table.tops)
        pipes.add_edges_from((("out", name), anything) for name in table.tops)
    for body in table.open:
        pipes.add_edge(anything, ("body", body))
        pipes.add_edge(("body", body), anything)
    return pipes
