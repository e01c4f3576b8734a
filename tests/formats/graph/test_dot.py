from __future__ import annotations

import re

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from samverkan.formats.graph import dot
from samverkan.ties import NodeKind

QUOTED = re.compile(r'"(?:[^"\\\n]|\\.){0,12000}"(?: \+ "(?:[^"\\\n]|\\.){0,12000}")*')


def test_each_node_and_each_tie_has_a_line(real: nx.MultiGraph[str]) -> None:
    first, *lines, last = dot.dumps(real).splitlines()

    assert (first, last) == (f'graph "{real.graph["collaboration"]}" {{', "}")
    assert len(lines) == 2 + len(real) + real.number_of_edges()


def test_every_kind_of_node_has_a_shape() -> None:
    graph = nx.MultiGraph()
    graph.add_nodes_from((kind.value, {"kind": kind.value}) for kind in NodeKind)

    assert dot.dumps(graph).count("shape=") == len(NodeKind)


def test_the_subject_of_a_tie_stands_first() -> None:
    graph = nx.MultiGraph()
    graph.add_nodes_from([("body:g", {"kind": "body"}), ("organisation:o", {"kind": "organisation"})])
    graph.add_edge("body:g", "organisation:o", tie="runs", subject="organisation:o", origin="a.b")

    assert '  "organisation:o" -- "body:g" [class="runs", tooltip="a.b"]' in dot.dumps(graph).splitlines()


def test_a_tie_that_is_only_expected_is_dashed() -> None:
    graph = nx.MultiGraph()
    graph.add_nodes_from([("body:g", {"kind": "body"}), ("organisation:o", {"kind": "organisation"})])
    graph.add_edge("body:g", "organisation:o", tie="expects", subject="body:g", origin="a", expected=True)
    graph.add_edge("body:g", "organisation:o", tie="runs", subject="body:g", origin="b", expected=False)

    _, _, _, *ties, _ = dot.dumps(graph).splitlines()[2:]
    assert [tie.endswith("style=dashed]") for tie in ties] == [True, False]


@given(data=st.data())
def test_any_text_stays_within_its_quotes(
    data: st.DataObject, any_graph: st.SearchStrategy[nx.MultiGraph[str]]
) -> None:
    graph = data.draw(any_graph)

    bare = [QUOTED.sub("T", line) for line in dot.dumps(graph).split("\n")]

    node = re.compile(r"  T \[label=T, tooltip=T, shape=\w+\]")
    tie = re.compile(r"  T -- T \[class=T, tooltip=T(, style=dashed)?\]")
    middle = bare[3:-2]
    assert bare[0] == "graph T {"
    assert bare[-2:] == ["}", ""]
    assert sum(map(bool, map(node.fullmatch, middle))) == len(graph)
    assert sum(map(bool, map(tie.fullmatch, middle))) == graph.number_of_edges()
