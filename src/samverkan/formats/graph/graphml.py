"""The network as GraphML, which networkx, igraph, Gephi, yEd and Cytoscape open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networkx.readwrite.graphml import GraphMLWriter

from samverkan.formats.graph.legible import document, legible

if TYPE_CHECKING:
    import networkx as nx


def dumps(graph: nx.MultiGraph[str]) -> str:
    """Write the whole graph with every attribute; equal graphs give equal bytes.

    ``networkx.parse_graphml(text, force_multigraph=True, edge_key_type=str)`` makes the same graph of it. Signs that
    XML has no character for, such as control signs, become U+FFFD.
    """
    # networkx's own text splits lines wherever Unicode may, also inside a name; so only its tree is used.
    return document(GraphMLWriter(graph=legible(graph)).xml)
