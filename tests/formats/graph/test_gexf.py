from __future__ import annotations

import io
import time
from typing import TYPE_CHECKING
from unittest.mock import patch

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from samverkan.formats.graph import gexf
from samverkan.formats.graph.legible import legible

if TYPE_CHECKING:
    from collections.abc import Callable


def read(text: str) -> nx.MultiGraph[str]:
    """Read the file as networkx does; what GEXF adds to the graph, labels and the ids of edges, is taken off."""
    found = nx.read_gexf(io.StringIO(text))
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    for node, facts in found.nodes(data=True):
        graph.add_node(node, **{key: value for key, value in facts.items() if key != "label"})
    for one, other, facts in found.edges(data=True):
        told = {key: value for key, value in facts.items() if key not in {"id", "networkx_key"}}
        graph.add_edge(one, other, key=facts["origin"], **told)
    return graph


def test_networkx_makes_the_same_graph_of_it(
    real: nx.MultiGraph[str], plain: Callable[[nx.MultiGraph[str]], object]
) -> None:
    assert plain(read(gexf.dumps(real))) == plain(real)


def test_neither_the_day_nor_the_version_of_networkx_is_in_it(real: nx.MultiGraph[str]) -> None:
    today = gexf.dumps(real)
    with patch.object(time, "strftime", return_value="1999-12-31"), patch.object(nx, "__version__", "0.0"):
        assert gexf.dumps(real) == today
    assert "<meta" not in today


def test_labels_are_in_the_language_of_the_reader() -> None:
    graph = nx.MultiGraph()
    graph.add_node("body:g", kind="body", name="Gruppen", name_en="The group")
    graph.add_node("seat:g/1", kind="seat", role="Ordförande")
    graph.add_node("holder:x", kind="holder")

    labels = [nx.read_gexf(io.StringIO(gexf.dumps(graph, language=each))).nodes(data="label") for each in ("sv", "en")]

    assert [list(dict(each).values()) for each in labels] == [
        ["Gruppen", "Ordförande", "holder:x"],
        ["The group", "Ordförande", "holder:x"],
    ]


@given(data=st.data())
def test_any_text_stays_text(
    data: st.DataObject,
    any_graph: st.SearchStrategy[nx.MultiGraph[str]],
    plain: Callable[[nx.MultiGraph[str]], object],
) -> None:
    graph = data.draw(any_graph)

    text = gexf.dumps(graph)

    expected = legible(graph)
    expected.graph.clear()
    assert plain(read(text)) == plain(expected)
    assert gexf.dumps(graph.copy()) == text
