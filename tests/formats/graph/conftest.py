"""Networks to write: the real ones, and such as only somebody with bad intentions would make."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import pytest
from hypothesis import strategies as st

from samverkan.formats.bundled import bundled, bundled_names
from samverkan.ties import NodeKind, TieKind, network

if TYPE_CHECKING:
    from collections.abc import Callable

NASTY = (
    "<script>alert(1)</script>",
    '"quoted" and \\back\\slashed\\',
    "]]> <!-- --> &amp; &#0; %%{init}%%",
    "=1+1",
    "+46",
    "-1",
    "@SUM(A1)",
    "\u202eright to left\u200f",
    "bell\x07 null\x00 escape\x1b[31m",
    "line\nfeed\rreturn\ttab\u2028separator\x85next",
    "`markdown` _em_ 1. list",
    "end",
    "\ud800 half of a pair",
    "å" * 10_000,
    "\N{FAMILY}\u200d\N{GIRL} 日本語 مرحبا",
)

TEXTS = st.one_of(st.sampled_from(NASTY), st.text(st.characters(), min_size=1, max_size=40))


@st.composite
def graphs(draw: st.DrawFn) -> nx.MultiGraph[str]:
    """Draw a network whose nodes, names and origins are any text, with any kinds of node and tie."""
    kinds = draw(st.lists(st.sampled_from(NodeKind), min_size=1, max_size=8))
    nodes = [f"{kind.value}:{place}{draw(TEXTS)}" for place, kind in enumerate(kinds)]
    graph: nx.MultiGraph[str] = nx.MultiGraph(collaboration=draw(TEXTS))
    for node, kind in zip(nodes, kinds, strict=True):
        named = draw(st.fixed_dictionaries({}, optional={"name": TEXTS, "name_en": TEXTS, "voting": st.booleans()}))
        graph.add_node(node, kind=kind.value, **named)
    for place in range(draw(st.integers(0, 10))):
        one, other = draw(st.sampled_from(nodes)), draw(st.sampled_from(nodes))
        origin = f"{place}{draw(TEXTS)}"
        tie = draw(st.sampled_from(TieKind)).value
        graph.add_edge(one, other, key=origin, tie=tie, subject=one, origin=origin, expected=draw(st.booleans()))
    return graph


@pytest.fixture(scope="session")
def any_graph() -> st.SearchStrategy[nx.MultiGraph[str]]:
    """Give the strategy of networks with any text in them."""
    return graphs()


@pytest.fixture(scope="session")
def plain() -> Callable[[nx.MultiGraph[str]], object]:
    """Give a function that tells a network as plain values, whatever the order of an undirected tie's ends."""

    def told(graph: nx.MultiGraph[str]) -> object:
        nodes = [(node, dict(sorted(facts.items()))) for node, facts in graph.nodes(data=True)]
        ties = [(sorted((a, b)), key, dict(facts)) for a, b, key, facts in graph.edges(keys=True, data=True)]
        return nodes, sorted(ties, key=lambda tie: tie[1])

    return told


@pytest.fixture(scope="session", params=bundled_names())
def real(request: pytest.FixtureRequest) -> nx.MultiGraph[str]:
    """Give the network of each setup that comes along."""
    return network(bundled(request.param))
