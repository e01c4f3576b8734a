from __future__ import annotations

import json
import os
import subprocess
import sys

import networkx as nx
import pytest

from samverkan.formats import nodelink
from samverkan.formats.bundled import bundled
from samverkan.model.collaboration import Collaboration
from samverkan.ties import network


@pytest.fixture(scope="module")
def tranemo() -> Collaboration:
    return bundled("tranemo")


def test_networkx_makes_the_same_graph_of_it(tranemo: Collaboration) -> None:
    back = nx.node_link_graph(json.loads(nodelink.dumps(tranemo)), edges="edges")

    assert isinstance(back, nx.MultiGraph)
    assert nx.utils.graphs_equal(back, network(tranemo))


def test_measures_are_named_by_the_questions_that_they_answer(tranemo: Collaboration) -> None:
    assert sorted(json.loads(nodelink.dumps(tranemo))["measures"]) == [
        "how_central_is_the_municipality",
        "how_many_losses_part_two_bodies",
        "is_everything_connected",
        "is_there_a_core",
        "which_needed_parties_are_missing",
        "which_sectors_meet",
        "which_ties_to_add",
        "who_brokers_between_sectors",
        "who_organises_and_who_sits",
        "who_sits_where",
        "who_ties_two_bodies",
        "who_works_together",
        "whose_loss_splits_the_collaboration",
    ]


def test_the_text_holds_the_figures_of_tranemo(tranemo: Collaboration) -> None:
    measures = json.loads(nodelink.dumps(tranemo))["measures"]

    assert measures["how_many_losses_part_two_bodies"] == [
        {
            "bodies": ["advisory-board", "samverkansgrupp"],
            "at_least": 4,
            "at_most": 8,
            "cut": ["tranemo-kommun", "arbetsformedlingen", "migrationsverket", "polisen"],
        }
    ]
    assert measures["is_everything_connected"]["together"] is None
    assert measures["who_sits_where"]["coverage"][0]["sectors"] == [
        "municipality",
        "municipal-federation",
        "state-agency",
        "academia",
        "business",
    ]


def test_keys_are_sorted_and_the_collaboration_is_named(tranemo: Collaboration) -> None:
    text = nodelink.dumps(tranemo)

    data = json.loads(text)
    assert data["collaboration"] == "tranemo"
    assert text == json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def test_the_bytes_do_not_hang_on_hash_order() -> None:
    program = (
        "import sys; from samverkan.formats import bundled, nodelink;"
        "sys.stdout.buffer.write(nodelink.dumps(bundled.bundled('tranemo')).encode())"
    )

    texts = {
        subprocess.run(
            [sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(texts) == 1


def test_an_empty_collaboration_has_a_network_too() -> None:
    data = nodelink.document(Collaboration(id="c", name="C"))

    assert data["nodes"] == [{"kind": "collaboration", "name": "C", "id": "collaboration:c"}]
    assert data["edges"] == []
