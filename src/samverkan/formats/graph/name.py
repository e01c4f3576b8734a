"""What a node of the network is called in a file for people: its name or role, else its id (*benämning*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.text.width import clean

if TYPE_CHECKING:
    import networkx as nx


def name(graph: nx.Graph[str], node: str, language: str = "sv") -> str:
    """Give the name of a node in one line of harmless signs; a seat without a role, like all else unnamed, has its id.

    ``language`` is ``sv`` or ``en``; where no translation is known, the Swedish stands.
    """
    facts = graph.nodes[node]
    for key in ("name", "role"):
        told = facts.get(f"{key}_{language}") or facts.get(key)
        if told:
            return clean(str(told))
    return clean(node)
