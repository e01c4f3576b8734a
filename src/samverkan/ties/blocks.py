"""The ends of the network: sets of bodies that hang on the rest by one organisation or body at most (*ändar*)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx
from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

Node: TypeAlias = tuple[str, str]
"""A node of the affiliations: ``("body", id)`` or ``("organisation", id)``."""


@frozen
class End:
    """Bodies that hang on the rest by one node, ``by``, or by none (*ände*), and the organisations in them only.

    An organisation that is ``by`` itself is not among them.
    """

    bodies: tuple[str, ...]
    organisations: tuple[str, ...]
    by: Node | None


@frozen
class Ends:
    """The ends of every part of the network (*ändar*), those of a part in the order of a walk around it.

    ``widest`` is the largest number of pieces into which the loss of one node splits a part. Where all hangs together
    and no loss splits it, there are no ends.
    """

    parts: tuple[tuple[End, ...], ...]
    widest: int

    @property
    def fewest_ties(self) -> int:
        """No fewer ties can close them: a tie serves two ends, a part without one needs two, pieces must be joined."""
        needed = sum(1 if end.by else 2 for part in self.parts for end in part)
        return max(-(-needed // 2), self.widest + len(self.parts) - 2)


def ends(seats: Mapping[str, Collection[str]]) -> Ends:
    """Find the ends of bodies with the organisations in them, on the tree of blocks of their affiliations."""
    core, alone = _core(seats)
    rank = {node: place for place, node in enumerate(core)}
    found = [*nx.biconnected_components(core), *({node} for node in nx.isolates(core))]
    blocks = sorted(
        (sorted(block, key=rank.__getitem__) for block in found), key=lambda block: [rank[n] for n in block]
    )
    counted = Counter(node for block in blocks for node in block)
    tree: nx.Graph[int | Node] = nx.Graph()
    for place, block in enumerate(blocks):
        tree.add_node(place)
        tree.add_edges_from((place, node) for node in block if counted[node] > 1)
    parts = tuple(tuple(_ends_of(walk, tree, blocks, alone)) for walk in _walks(tree))
    return Ends(parts if len(blocks) > 1 else (), max(counted.values(), default=0))


def _core(seats: Mapping[str, Collection[str]]) -> tuple[nx.Graph[Node], dict[str, tuple[str, ...]]]:
    """Tie bodies to the organisations that sit in several; tell for each body those that sit in it alone."""
    tables = Counter(name for names in seats.values() for name in names)
    graph: nx.Graph[Node] = nx.Graph()
    for body, names in seats.items():
        graph.add_node(("body", body))
        graph.add_edges_from((("body", body), ("organisation", name)) for name in names if tables[name] > 1)
    return graph, {body: tuple(name for name in names if tables[name] == 1) for body, names in seats.items()}


def _walks(tree: nx.Graph[int | Node]) -> Iterator[list[int | Node]]:
    seen: set[int | Node] = set()
    for start in tree:
        if start not in seen:
            walk = list(nx.dfs_preorder_nodes(tree, start))
            seen.update(walk)
            yield walk


def _ends_of(
    walk: Iterable[int | Node],
    tree: nx.Graph[int | Node],
    blocks: Sequence[Sequence[Node]],
    alone: Mapping[str, tuple[str, ...]],
) -> Iterator[End]:
    for place in walk:
        if isinstance(place, int) and tree.degree(place) < 2:
            by = next((node for node in tree[place] if not isinstance(node, int)), None)
            inner = [node for node in blocks[place] if node != by]
            bodies = tuple(name for kind, name in inner if kind == "body")
            shared = tuple(name for kind, name in inner if kind == "organisation")
            yield End(bodies, tuple(name for body in bodies for name in alone[body]) + shared, by)
