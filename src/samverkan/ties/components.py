"""Whether everything is connected: the sets of bodies that hang together by the organisations in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
from attrs import frozen

from samverkan.ties.nodes import NodeKind, node_id
from samverkan.ties.projections import affiliations_of
from samverkan.ties.seating import Seating, seating

if TYPE_CHECKING:
    from collections.abc import Collection

    from samverkan.model.collaboration import Collaboration


@frozen
class Parts:
    """The parts into which the bodies fall (*delar*): within a part, chains of shared organisations join all bodies.

    Each listed body is in one part. ``silent`` are the bodies in which no organisation is known to sit, though some
    may: that they stand alone is silence rather than a finding. ``together`` says whether all listed bodies hang
    together: ``None`` is unknown, since seats that are not known could join the parts.
    """

    parts: tuple[tuple[str, ...], ...]
    silent: tuple[str, ...]
    together: bool | None


def parts(collaboration: Collaboration) -> Parts:
    """Answer *Is everything connected?*."""
    return parts_in(seating(collaboration))


def parts_in(table: Seating) -> Parts:
    """Answer as ``parts`` does, from a table that has been read off already, of one collaboration or several."""
    found = parts_of(affiliations_of(table), table)
    return Parts(
        parts=found,
        silent=tuple(body for body, seats in table.organisations.items() if not seats and body in table.open),
        together=_together(found, table),
    )


def parts_of(graph: nx.Graph[str], table: Seating) -> tuple[tuple[str, ...], ...]:
    """Give the bodies of each component of a graph of affiliations that has any, in the order of the file."""
    component = {node: place for place, nodes in enumerate(nx.connected_components(graph)) for node in nodes}
    found: dict[int, list[str]] = {}
    for body in table.organisations:
        place = component.get(node_id(NodeKind.BODY, body))
        if place is not None:
            found.setdefault(place, []).append(body)
    return tuple(tuple(bodies) for bodies in found.values())


def _together(found: Collection[Collection[str]], table: Seating) -> bool | None:
    if len(found) <= 1:
        return True
    if table.complete:
        return False
    # Whatever is open can be the one seat that joins a part, unless nobody sits in the part and nobody may.
    reachable = all(any(body in table.open or table.organisations[body] for body in part) for part in found)
    return None if reachable else False
