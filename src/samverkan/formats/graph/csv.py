"""The ties of the network as a CSV table, for spreadsheets and for programs that read lists of edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats import csv
from samverkan.formats.graph.name import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx

COLUMNS = ("source", "target", "tie", "origin", "source_kind", "source_name", "target_kind", "target_name")
"""The heads of the columns; ``source`` is the end of which the tie says something, its subject."""


def dumps(graph: nx.MultiGraph[str], *, language: str = "sv") -> str:
    """Write one line for each tie, with commas, lines ended by CR LF (RFC 4180); a node without ties has no line.

    No cell is a formula: one that would be begins with an apostrophe. ``pandas.read_csv`` with
    ``networkx.from_pandas_edgelist`` makes a graph of it.
    """
    return csv.dumps(COLUMNS, _rows(graph, language))


def _rows(graph: nx.MultiGraph[str], language: str) -> Iterator[list[str]]:
    for one, other, facts in graph.edges(data=True):
        ends = (one, other) if facts["subject"] == one else (other, one)
        told = [cell for end in ends for cell in (graph.nodes[end]["kind"], name(graph, end, language))]
        yield [*ends, facts["tie"], facts["origin"], *told]
