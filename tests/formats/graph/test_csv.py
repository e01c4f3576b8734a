from __future__ import annotations

import csv as reader
import io

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.formats.graph import csv


def read(text: str) -> list[dict[str, str]]:
    return list(reader.DictReader(io.StringIO(text, newline="")))


def test_each_tie_has_one_line(real: nx.MultiGraph[str]) -> None:
    rows = read(csv.dumps(real))

    assert [row["origin"] for row in rows] == [origin for *_, origin in real.edges(data="origin")]
    back = nx.MultiGraph((row["source"], row["target"], row["origin"]) for row in rows)
    assert {frozenset(edge[:2]) for edge in back.edges} == {frozenset(edge[:2]) for edge in real.edges}


def test_a_line_reads_as_a_sentence() -> None:
    graph = nx.MultiGraph()
    graph.add_node("body:g", kind="body", name="Gruppen", name_en="The group")
    graph.add_node("organisation:o", kind="organisation")
    graph.add_edge("body:g", "organisation:o", tie="runs", subject="organisation:o", origin="a.b")

    assert csv.dumps(graph, language="en").splitlines() == [
        "source,target,tie,origin,source_kind,source_name,target_kind,target_name",
        "organisation:o,body:g,runs,a.b,organisation,organisation:o,body,The group",
    ]


@pytest.mark.parametrize("name", ["=1+1", "+46", "-1", "@A1", " =1", "\t=1", "\r\n@A1", "＝1", "\u200b=1"])
def test_no_name_becomes_a_formula(name: str) -> None:
    graph = nx.MultiGraph()
    graph.add_node("body:g", kind="body", name=name)
    graph.add_edge("body:g", "body:g", tie="runs", subject="body:g", origin=name)

    [row] = read(csv.dumps(graph))

    assert row["source_name"].startswith("'")
    assert row["origin"].startswith("'")


@given(data=st.data())
def test_any_text_stays_in_its_cell(data: st.DataObject, any_graph: st.SearchStrategy[nx.MultiGraph[str]]) -> None:
    graph = data.draw(any_graph)

    text = csv.dumps(graph)

    rows = read(text)
    assert len(rows) == graph.number_of_edges()
    assert text.count("\r\n") == len(rows) + 1
    assert all(None not in row and None not in row.values() for row in rows)
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
