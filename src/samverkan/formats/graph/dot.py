"""The network as DOT, the language of Graphviz."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.graph.name import name
from samverkan.formats.text.width import clean
from samverkan.ties.nodes import NodeKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx

_SHAPES = {
    NodeKind.COLLABORATION: "doubleoctagon",
    NodeKind.MUNICIPALITY: "house",
    NodeKind.AREA: "note",
    NodeKind.TARGET_GROUP: "tab",
    NodeKind.ORGANISATION: "ellipse",
    NodeKind.AGREEMENT: "folder",
    NodeKind.BODY: "box",
    NodeKind.SEAT: "underline",
    NodeKind.HOLDER: "diamond",
    NodeKind.LEAD: "doublecircle",
    NodeKind.ROLE: "parallelogram",
    NodeKind.SERIES: "rarrow",
    NodeKind.ACTIVITY: "hexagon",
    NodeKind.EVENT: "cds",
    NodeKind.MEETING: "cds",
}

# In labels a backslash begins an escape and an ampersand an HTML entity (graphviz.org, escString and charset).
_WRITTEN = str.maketrans({"\\": "\\\\", '"': '\\"', "&": "&amp;"})
_PIECE = 3_000  # five bytes a sign at most


def dumps(graph: nx.MultiGraph[str], *, language: str = "sv") -> str:
    """Write the whole graph: each node with its name and a shape of its kind, each tie with its kind and origin.

    A tie that a source only expects is dashed. The label of a network as of a day is the day. Lines stand in the
    order of the graph, so equal graphs give equal bytes.
    """
    return "".join(f"{line}\n" for line in _lines(graph, language))


def _lines(graph: nx.MultiGraph[str], language: str) -> Iterator[str]:
    yield f"graph {_quoted(str(graph.graph.get('collaboration', '')))} {{"
    yield '  graph [charset="UTF-8", overlap=false, splines=true]'
    yield '  node [fontname="sans-serif"]'
    if "as_of" in graph.graph:
        yield f"  label={_quoted(graph.graph['as_of'])}"
    for node, facts in graph.nodes(data=True):
        shape, label = _SHAPES[NodeKind(facts["kind"])], _quoted(name(graph, node, language))
        yield f"  {_quoted(node)} [label={label}, tooltip={label}, shape={shape}]"
    for one, other, facts in graph.edges(data=True):
        # Of the two ends the subject is written first, so that the line reads as a sentence.
        ends = (one, other) if facts["subject"] == one else (other, one)
        told = f"class={_quoted(facts['tie'])}, tooltip={_quoted(facts['origin'])}"
        dashed = ", style=dashed" if facts.get("expected") else ""
        yield f"  {' -- '.join(map(_quoted, ends))} [{told}{dashed}]"
    yield "}"


def _quoted(text: str) -> str:
    """Write text in quotes, in pieces where it is long: Graphviz takes no quoted string of more than 16,384 bytes."""
    told = clean(text)
    pieces = (told[start : start + _PIECE] for start in range(0, max(len(told), 1), _PIECE))
    return " + ".join(f'"{piece.translate(_WRITTEN)}"' for piece in pieces)
