"""A backend of networkx that somebody has chosen is given the graphs of our questions, and changes no answer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

ASKED = {
    "articulation_points",
    "betweenness_centrality",
    "biconnected_components",
    "connected_components",
    "dfs_preorder_nodes",
    "isolates",
    "node_connected_component",
}
"""All that the questions ask of networkx."""

BACKEND = """
import networkx as nx

called = []

class Graph(nx.Graph):
    __networkx_backend__ = "recording"

class Interface:
    def __getattr__(self, name):
        try:
            plain = nx.utils.backends._registered_algorithms[name].orig_func
        except KeyError:
            raise AttributeError(name) from None
        called.append(name)
        return plain

    def convert_from_nx(self, graph, **_):
        return Graph(graph)

    def convert_to_nx(self, result, **_):
        return result

interface = Interface()
"""
QUESTIONS = """
import json
from samverkan.formats.nodelink import measures
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation
from samverkan.ties import answers, betweenness_centralisation

# Without y, and without b, the others fall apart.
tables = {"a": "xy", "b": "yz", "c": "zw"}
bodies = [
    Body(id_, BodyKind.NETWORK, Text(id_), seats=[Seat(f"s-{name}", organisations=[name]) for name in names])
    for id_, names in tables.items()
]
whole = Collaboration(id="c", name="C", organisations=[Organisation(name) for name in "wxyz"], bodies=bodies)
found = [measures(answers(whole)), betweenness_centralisation(whole)]
try:
    from recording import called
except ImportError:
    called = []
print(json.dumps([sorted(set(called)), found]))
"""


def asked(folder: Path, **environment: str) -> tuple[list[str], object]:
    """Ask in a process of its own, since networkx looks for backends when it is imported."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("NETWORKX_")}
    done = subprocess.run(  # our own words
        [sys.executable, "-c", QUESTIONS],
        env={**clean, "PYTHONPATH": str(folder), **environment},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    called, found = json.loads(done.stdout)
    return called, found


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Install a backend that does what networkx does, and remembers what it was asked."""
    (tmp_path / "recording.py").write_text(BACKEND, encoding="utf-8")
    about = tmp_path / "recording-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: recording\nVersion: 1\n", encoding="utf-8")
    (about / "entry_points.txt").write_text("[networkx.backends]\nrecording = recording:interface\n", encoding="utf-8")
    return tmp_path


def test_a_backend_that_is_chosen_is_asked_and_the_answers_are_the_same(installed: Path) -> None:
    called, found = asked(installed, NETWORKX_BACKEND_PRIORITY="recording")
    nothing, plain = asked(installed)

    # Some of these ask others in their turn, which differ from version to version of networkx.
    assert set(called) >= ASKED
    assert nothing == []
    assert found == plain
