"""The graph with text that XML can hold, and XML that holds nothing but the graph (*läsbar*)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar
from xml.etree.ElementTree import indent, tostring

import networkx as nx

from samverkan.formats.markup import legal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

Value = TypeVar("Value")
_Facts: TypeAlias = "Mapping[str, Value]"


def legible(graph: nx.MultiGraph[str]) -> nx.MultiGraph[str]:
    """Give the same graph, in the same order, with every text made legal XML."""
    copy: nx.MultiGraph[str] = nx.MultiGraph()
    copy.graph.update(_facts(graph.graph))
    copy.add_nodes_from((legal(node), _facts(facts)) for node, facts in graph.nodes(data=True))
    for one, other, key, facts in graph.edges(keys=True, data=True):
        copy.add_edge(legal(one), legal(other), key=legal(str(key)), **_facts(facts))
    return copy


def document(root: Element) -> str:
    """Write an XML document, two spaces a level; equal trees give equal bytes."""
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _facts(facts: _Facts[Value]) -> dict[str, Value | str]:
    return {key: legal(value) if isinstance(value, str) else value for key, value in facts.items()}
