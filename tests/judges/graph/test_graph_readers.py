"""Programs that others wrote find in our files the nodes, names and ties that we put there, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from samverkan.formats.graph import dot, gexf, graphml, mermaid
from samverkan.formats.graph.legible import legible
from samverkan.formats.graph.name import name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    import networkx as nx


SVG = "{http://www.w3.org/2000/svg}"


def ties(found: Iterable[tuple[str, str, str]]) -> Counter[tuple[frozenset[str], str]]:
    """Count ties by their kind and their ends, in whichever order a reader gives these."""
    return Counter((frozenset([one, other]), kind) for one, other, kind in found)


def test_igraph_opens_graphml(graph: nx.MultiGraph[str], tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph", reason="the judge “igraph” is not installed")
    file = tmp_path / "network.graphml"
    file.write_text(graphml.dumps(graph), encoding="utf-8")

    found = igraph.Graph.Read_GraphML(str(file))

    ours = legible(graph)
    assert not found.is_directed()
    assert found.vs["id"] == list(ours)
    assert found.vs["kind"] == [kind for _, kind in ours.nodes(data="kind")]
    assert found.vs["name"] == [told or "" for _, told in ours.nodes(data="name")]
    ends = ((found.vs[tie.source]["id"], found.vs[tie.target]["id"], tie["origin"]) for tie in found.es)
    assert ties(ends) == ties(ours.edges(data="origin"))


def test_graphology_opens_gexf(graph: nx.MultiGraph[str], read: Callable[[str, str], dict[str, object]]) -> None:
    found = read("gexf", gexf.dumps(graph))

    ours = legible(graph)
    assert found["nodes"] == {node: name(ours, node) for node in ours}
    assert ties(found["ties"]) == ties(ours.edges(data="tie"))


def test_mermaid_reads_its_flowchart(graph: nx.MultiGraph[str], read: Callable[[str, str], dict[str, object]]) -> None:
    found = read("mermaid", mermaid.dumps(graph))

    called = {node: f"n{place}" for place, node in enumerate(graph)}
    assert found["nodes"] == {called[node]: name(graph, node) for node in graph}
    assert ties(found["ties"]) == ties((called[one], called[other], tie) for one, other, tie in graph.edges(data="tie"))


def test_graphviz_lays_out_dot(graph: nx.MultiGraph[str]) -> None:
    if shutil.which("dot") is None:
        pytest.skip("Graphviz is not installed, so it cannot judge")

    command = ["dot", "-Tsvg"]
    done = subprocess.run(command, input=dot.dumps(graph), capture_output=True, text=True, check=True, encoding="utf-8")

    assert done.stderr == ""
    drawn = list(ET.fromstring(done.stdout).iter(f"{SVG}g"))
    nodes = [each for each in drawn if each.get("class") == "node"]
    edges = [each for each in drawn if each.get("class", "").startswith("edge")]
    assert {each.findtext(f"{SVG}title"): each.findtext(f".//{SVG}text") for each in nodes} == {
        node: name(graph, node) for node in graph
    }
    found = Counter(f"{each.findtext(f'{SVG}title')} {each.get('class')}" for each in edges)
    assert found == Counter(
        f"{one}--{other} edge {tie}"
        for a, b, facts in graph.edges(data=True)
        for one, other, tie in [(facts["subject"], b if facts["subject"] == a else a, facts["tie"])]
    )
