"""Whose loss splits the collaboration: the organisations and bodies that alone hold two parts of it together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
from attrs import frozen

from samverkan.ties.components import parts_of
from samverkan.ties.nodes import NodeKind, node_id
from samverkan.ties.projections import affiliations_of
from samverkan.ties.seating import Seating, seating

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration


@frozen
class Splitter:
    """One organisation or body whose loss splits what hung together (*sårbar punkt*).

    ``parts`` are the sets of bodies that fall apart, empty where the other bodies stay together; ``alone`` are the
    organisations that are left without any body.
    """

    id: str
    parts: tuple[tuple[str, ...], ...]
    alone: tuple[str, ...] = ()


@frozen
class Splitters:
    """All whose loss splits the collaboration (*sårbara punkter*), in the order of the file.

    They are the articulation points of the graph of organisations and the bodies that these have seats in. Where
    ``complete`` is false, this holds for the seats that are known and is no bound: one more seat may keep a part from
    falling off, or hang on somebody who is not in the list.
    """

    organisations: tuple[Splitter, ...]
    bodies: tuple[Splitter, ...]
    complete: bool


def splitters(collaboration: Collaboration) -> Splitters:
    """Answer *Whose loss splits the collaboration?*."""
    return splitters_in(seating(collaboration))


def splitters_in(table: Seating) -> Splitters:
    """Answer as ``splitters`` does, from a table that has been read off already, of one collaboration or several."""
    graph = affiliations_of(table)
    core, alone = _core(graph, table)
    between = set(nx.articulation_points(core))
    organisations = {name: node_id(NodeKind.ORGANISATION, name) for name in table.tops}
    bodies = {body: node_id(NodeKind.BODY, body) for body in table.organisations}
    return Splitters(
        organisations=tuple(
            Splitter(name, _without(core, node, table)) for name, node in organisations.items() if node in between
        ),
        bodies=tuple(
            Splitter(body, _without(core, node, table) if node in between else (), alone[body])
            for body, node in bodies.items()
            if node in between or len(alone[body]) + bool(core.degree(node)) > 1
        ),
        complete=table.complete,
    )


def _core(graph: nx.Graph[str], table: Seating) -> tuple[nx.Graph[str], dict[str, tuple[str, ...]]]:
    """Take away the organisations that sit in one body only, since they hold no bodies together; name them by body."""
    nodes = {name: node_id(NodeKind.ORGANISATION, name) for name in table.tops}
    leaves = {name for name, node in nodes.items() if graph.degree(node) < 2}
    core: nx.Graph[str] = nx.Graph(graph)
    core.remove_nodes_from(nodes[name] for name in leaves)
    alone = {body: tuple(name for name in seats if name in leaves) for body, seats in table.organisations.items()}
    return core, alone


def _without(core: nx.Graph[str], node: str, table: Seating) -> tuple[tuple[str, ...], ...]:
    around = nx.node_connected_component(core, node) - {node}
    return parts_of(core.subgraph(around), table)
