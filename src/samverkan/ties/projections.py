"""The network seen from one side: who sits where, bodies by what they share, organisations by where they meet.

No graph here counts a clique as ties that somebody observed. Two organisations in a body of sixteen seats have met
there; whether they are tied is another question. So each edge names what is behind it, and its ``weight`` shares that
out: an organisation with seats in k bodies adds 1/(k - 1) to each pair of them, and so 1 to each of its bodies
(M. E. J. Newman, *Scientific collaboration networks II*, Physical Review E 64, 2001, equation 2).
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx

from samverkan.ties.nodes import NodeKind, node_id
from samverkan.ties.seating import Seating, seating

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from samverkan.model.collaboration import Collaboration

Groups: TypeAlias = "Mapping[str, Iterable[str]]"
"""The members of each group, by its name."""
Pairs: TypeAlias = "dict[tuple[str, str], list[str]]"
"""The groups that two members share, by the two."""


def affiliations(collaboration: Collaboration) -> nx.Graph[str]:
    """Tie each body to the organisations with a seat in it; the edge's ``seats`` names the seats.

    All bodies (``bipartite`` 0) and all organisations that are no unit (``bipartite`` 1) are nodes, seated or not.
    """
    return affiliations_of(seating(collaboration))


def affiliations_of(seated: Seating) -> nx.Graph[str]:
    """Tie bodies to organisations as ``affiliations`` does, from a table that has been read off already."""
    graph = _graph(NodeKind.BODY, seated.organisations)
    for name in seated.tops:
        graph.add_node(node_id(NodeKind.ORGANISATION, name), kind=NodeKind.ORGANISATION.value, bipartite=1)
    for body, organisations in seated.organisations.items():
        for name, seats in organisations.items():
            graph.add_edge(node_id(NodeKind.BODY, body), node_id(NodeKind.ORGANISATION, name), seats=seats)
    return graph


def bodies_together(collaboration: Collaboration) -> nx.Graph[str]:
    """Tie two bodies that share organisations or persons; ``organisations`` and ``holders`` name what they share.

    ``weight`` is that of the organisations; bodies that share a person only have weight 0.
    """
    seated = seating(collaboration)
    groups = _turned(seated.organisations)
    organisations, holders = _pairs(groups), _pairs(_turned(seated.holders))
    graph = _graph(NodeKind.BODY, seated.organisations)
    for a, b in organisations | holders:
        names, keys = organisations.get((a, b), []), holders.get((a, b), [])
        graph.add_edge(
            node_id(NodeKind.BODY, a),
            node_id(NodeKind.BODY, b),
            organisations=tuple(names),
            holders=tuple(keys),
            weight=_weight(names, groups),
        )
    return graph


def organisations_together(collaboration: Collaboration) -> nx.Graph[str]:
    """Tie two organisations that have seats in the same body; ``bodies`` names where they meet."""
    seated = seating(collaboration)
    graph = _graph(NodeKind.ORGANISATION, seated.tops)
    for (a, b), bodies in _pairs(seated.organisations).items():
        graph.add_edge(
            node_id(NodeKind.ORGANISATION, a),
            node_id(NodeKind.ORGANISATION, b),
            bodies=tuple(bodies),
            weight=_weight(bodies, seated.organisations),
        )
    return graph


def meetings_of(seated: Seating) -> dict[str, set[str]]:
    """Give for every seated organisation the others that it meets in some body: the same ties, without their names."""
    found: dict[str, set[str]] = {name: set() for name in seated.seated}
    for organisations in seated.organisations.values():
        here = set(organisations)
        for name in here:
            found[name] |= here
    return {name: others - {name} for name, others in found.items()}


def _graph(kind: NodeKind, names: Iterable[str]) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from((node_id(kind, name) for name in names), kind=kind.value, bipartite=0)
    return graph


def _turned(groups: Groups) -> dict[str, list[str]]:
    turned = defaultdict(list)
    for group, members in groups.items():
        for member in members:
            turned[member].append(group)
    return turned


def _pairs(groups: Groups) -> Pairs:
    pairs = defaultdict(list)
    for group, members in groups.items():
        for pair in combinations(members, 2):
            pairs[pair].append(group)
    return pairs


def _weight(names: Iterable[str], groups: Mapping[str, Iterable[str]]) -> float:
    return float(sum(Fraction(1, len(list(groups[name])) - 1) for name in names))
