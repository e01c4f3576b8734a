"""The network as a Mermaid flowchart, which GitHub, GitLab and many wikis draw."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.formats.graph.name import name
from samverkan.ties.nodes import NodeKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx

# Letters, digits, blanks, commas, round brackets, and hyphens within a word mean nothing to Mermaid or to Markdown.
_SIGNS = re.compile(r"(?!(?<=[^\W_])-(?=[^\W_]))[^\w ,()]|_")
_SHAPES = {
    NodeKind.COLLABORATION: '(["{}"])',
    NodeKind.MUNICIPALITY: '[/"{}"\\]',
    NodeKind.AREA: '>"{}"]',
    NodeKind.TARGET_GROUP: '>"{}"]',
    NodeKind.ORGANISATION: '("{}")',
    NodeKind.AGREEMENT: '[["{}"]]',
    NodeKind.BODY: '["{}"]',
    NodeKind.SEAT: '(("{}"))',
    NodeKind.HOLDER: '{{"{}"}}',
    NodeKind.LEAD: '((("{}")))',
    NodeKind.ROLE: '[\\"{}"\\]',
    NodeKind.SERIES: '[/"{}"/]',
    NodeKind.ACTIVITY: '{{{{"{}"}}}}',
    NodeKind.EVENT: '[/"{}"/]',
    NodeKind.MEETING: '[/"{}"/]',
}


def dumps(graph: nx.MultiGraph[str], *, language: str = "sv") -> str:
    """Write the whole graph: each node with its name and a shape of its kind, each tie with its kind.

    Nodes are called n0, n1, … in the order of the graph, so no name can be taken for a word of the language. A tie
    that a source only expects is dashed. The title of a network as of a day is the day. Mermaid itself draws at most
    500 ties unless whoever shows the page allows it more (``maxEdges``).
    """
    return "".join(f"{line}\n" for line in _lines(graph, language))


def _lines(graph: nx.MultiGraph[str], language: str) -> Iterator[str]:
    called = {node: f"n{place}" for place, node in enumerate(graph)}
    if "as_of" in graph.graph:
        yield from ("---", f'title: "{graph.graph["as_of"]}"', "---")
    yield "flowchart LR"
    for node, facts in graph.nodes(data=True):
        yield f"  {called[node]}{_SHAPES[NodeKind(facts['kind'])].format(_written(name(graph, node, language)))}"
    for one, other, facts in graph.edges(data=True):
        ends = (one, other) if facts["subject"] == one else (other, one)
        line = "-.-" if facts.get("expected") else "---"
        yield f'  {called[ends[0]]} {line}|"{_written(facts["tie"])}"| {called[ends[1]]}'


def _written(text: str) -> str:
    """Write each sign that may mean something as its number, as in ``#35;`` for ``#``."""
    return _SIGNS.sub(lambda sign: f"#{ord(sign[0])};", text)
