from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from samverkan.formats.graph import graphml
from samverkan.formats.graph.legible import legible

if TYPE_CHECKING:
    from collections.abc import Callable


def read(text: str) -> nx.MultiGraph[str]:
    return nx.parse_graphml(text, force_multigraph=True, edge_key_type=str)


def test_networkx_makes_the_same_graph_of_it(
    real: nx.MultiGraph[str], plain: Callable[[nx.MultiGraph[str]], object]
) -> None:
    assert plain(read(graphml.dumps(real))) == plain(real)


def test_an_empty_network_is_a_document_too() -> None:
    assert len(read(graphml.dumps(nx.MultiGraph()))) == 0


@given(data=st.data())
def test_any_text_stays_text(
    data: st.DataObject,
    any_graph: st.SearchStrategy[nx.MultiGraph[str]],
    plain: Callable[[nx.MultiGraph[str]], object],
) -> None:
    graph = data.draw(any_graph)

    text = graphml.dumps(graph)

    assert plain(read(text)) == plain(legible(graph))
    assert {each.tag.partition("}")[2] for each in ET.fromstring(text).iter()} <= {
        "graphml",
        "key",
        "graph",
        "node",
        "edge",
        "data",
    }
    assert graphml.dumps(graph.copy()) == text


def test_text_is_changed_only_where_xml_has_no_sign_for_it() -> None:
    graph = nx.MultiGraph(collaboration="\x1b")
    graph.add_node("organisation:å\u202e", kind="organisation", name="<b>\x00\r\n</b>")

    assert dict(legible(graph).nodes(data=True)) == {
        "organisation:å\u202e": {"kind": "organisation", "name": "<b>\ufffd\n</b>"}
    }
    assert legible(graph).graph == {"collaboration": "\ufffd"}
