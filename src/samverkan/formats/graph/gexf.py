"""The network as GEXF 1.2, the file of Gephi, without the day on which it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networkx.readwrite.gexf import GEXFWriter

from samverkan.formats.graph.legible import document, legible
from samverkan.formats.graph.name import name

if TYPE_CHECKING:
    import networkx as nx


def dumps(graph: nx.MultiGraph[str], *, language: str = "sv") -> str:
    """Write the whole graph with every attribute, and a ``label`` of each node in the language.

    Equal graphs give equal bytes: the meta element, with networkx's version and today's date, is left out.
    ``networkx.read_gexf`` makes the same graph of it, with ``label`` and its own edge ids beside.
    """
    copy = legible(graph)
    for node in copy:
        copy.nodes[node]["label"] = name(copy, node, language)
    root = GEXFWriter(graph=copy).xml
    for stamp in root.findall("meta"):
        root.remove(stamp)
    return document(root)
