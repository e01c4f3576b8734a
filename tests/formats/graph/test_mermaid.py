from __future__ import annotations

import re

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.formats.graph import mermaid
from samverkan.formats.graph.name import name
from samverkan.ties import NodeKind

TIE = re.compile(r'  n\d+ (?:---|-\.-)\|"[\w #;,()-]+"\| n\d+')
NODE = re.compile(r'  (n\d+)[\[\](){}>/\\]+"([^"]*)"[\[\](){}/\\]+')


def test_each_node_and_each_tie_has_a_line(real: nx.MultiGraph[str]) -> None:
    first, *lines = mermaid.dumps(real).splitlines()

    assert first == "flowchart LR"
    assert sum(map(bool, map(NODE.fullmatch, lines))) == len(real)
    assert sum(map(bool, map(TIE.fullmatch, lines))) == real.number_of_edges()


def test_every_kind_of_node_has_a_shape() -> None:
    graph = nx.MultiGraph()
    graph.add_nodes_from((kind.value, {"kind": kind.value}) for kind in NodeKind)

    assert len(NODE.findall(mermaid.dumps(graph))) == len(NodeKind)


def test_a_tie_that_is_only_expected_is_dashed() -> None:
    graph = nx.MultiGraph()
    graph.add_nodes_from([("body:g", {"kind": "body"}), ("organisation:o", {"kind": "organisation"})])
    graph.add_edge("body:g", "organisation:o", tie="expects", subject="body:g", origin="a", expected=True)
    graph.add_edge("body:g", "organisation:o", tie="runs", subject="body:g", origin="b", expected=False)

    assert mermaid.dumps(graph).splitlines()[-2:] == ['  n0 -.-|"expects"| n1', '  n0 ---|"runs"| n1']


@pytest.mark.parametrize(
    ("told", "written"),
    [
        ("IT-baserat, (ny)", "IT-baserat, (ny)"),
        ('"x"', "#34;x#34;"),
        ("#1; & <b>", "#35;1#59; #38; #60;b#62;"),
        ("1. lista", "1#46; lista"),
        ("- lista_a", "#45; lista#95;a"),
    ],
)
def test_signs_that_mean_something_are_written_as_numbers(told: str, written: str) -> None:
    graph = nx.MultiGraph()
    graph.add_node("area:a", kind="area", name=told)

    assert f'"{written}"' in mermaid.dumps(graph)


@given(data=st.data())
def test_any_text_stays_text(data: st.DataObject, any_graph: st.SearchStrategy[nx.MultiGraph[str]]) -> None:
    graph = data.draw(any_graph)

    _, *lines = mermaid.dumps(graph).split("\n")[:-1]

    nodes = [match[2] for line in lines if (match := NODE.fullmatch(line))]
    told = [re.sub(r"#(\d+);", lambda sign: chr(int(sign[1])), label) for label in nodes]
    assert told == [name(graph, node) for node in graph]
    assert sum(map(bool, map(TIE.fullmatch, lines))) == graph.number_of_edges()
