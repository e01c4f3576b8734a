"""The readers that judge our graph files: networkx, igraph, Graphviz, and in JavaScript Mermaid and graphology."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import networkx as nx
import pytest

from samverkan.formats.bundled import bundled, bundled_names
from samverkan.ties import network

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = Path(__file__).parent

Reading: TypeAlias = "dict[str, Any]"
"""``nodes``, the label of each id, and ``ties``, each with its two ends and its kind."""


def hostile() -> nx.MultiGraph[str]:
    """Make a network of which every name would like to be more than text."""
    names = (
        "<script>alert(1)</script>",
        '"quoted" \\back\\slashed\\',
        "]]> <!-- --> &amp; &#60; #35; %%{init: {}}%%",
        "-->|x| n2; end",
        "`code` **bold** _em_",
        "1. list",
        "- list",
        "\u202eright to left\u200f",
        "bell\x07 null\x00",
        "line\nfeed\u2028separator",
        "end",
        "graph { subgraph",
        "n1",
        "å" * 10_000,
        "日本語 مرحبا",
    )
    graph: nx.MultiGraph[str] = nx.MultiGraph(collaboration='a"b\\')
    for place, name in enumerate(names):
        node = f"organisation:o{place}"
        graph.add_node(node, kind="organisation", name=name)
        origin = f'{place}."{name[:60]}"'
        graph.add_edge(node, "organisation:o0", key=origin, tie="part-of", subject=node, origin=origin)
    return graph


@pytest.fixture(scope="session", params=[*bundled_names(), "a day", "hostile"])
def graph(request: pytest.FixtureRequest) -> nx.MultiGraph[str]:
    """Give each real network, one as of a day, and one that means harm."""
    if request.param == "a day":
        return network(bundled("tranemo"), as_of=dt.date(2016, 4, 1))
    return hostile() if request.param == "hostile" else network(bundled(request.param))


@pytest.fixture(scope="session")
def read(install: Callable[[Path], Path], judges: Callable[..., Any]) -> Iterator[Callable[[str, str], Reading]]:
    """Keep one Node running that reads whatever it is given."""
    with judges(install(HERE), "read_graph.mjs") as ask:
        yield ask
