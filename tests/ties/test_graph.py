from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import networkx as nx

from samverkan.model.activities import Activity
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation
from samverkan.ties import network

if TYPE_CHECKING:
    from pathlib import Path


def test_tranemo_has_nine_and_sixteen_seats_and_one_of_them_represents_two_churches(tranemo: Collaboration) -> None:
    graph = network(tranemo)

    seated = Counter(tie["subject"] for *_, tie in graph.edges(data=True) if tie["tie"] == "seat")
    assert seated == {"body:advisory-board": 9, "body:samverkansgrupp": 16}
    assert Counter(tie for *_, tie in graph.edges(data="tie"))["represents"] == 9 + 17


def test_every_tie_ends_at_nodes_that_have_a_kind(tranemo: Collaboration) -> None:
    assert all("kind" in attributes for _, attributes in network(tranemo).nodes(data=True))


def test_every_tie_tells_its_kind_its_subject_and_its_origin_which_is_its_key(tranemo: Collaboration) -> None:
    for a, b, key, attributes in network(tranemo).edges(keys=True, data=True):
        assert set(attributes) == {"tie", "subject", "origin"}
        assert attributes["subject"] in {a, b}
        assert attributes["origin"] == key


def test_two_ties_between_the_same_two_are_two() -> None:
    activity = Activity("kurs", Text("Kurs"), organisers=["kommun"], funders=["kommun"])
    setup = Collaboration(id="c", name="C", organisations=[Organisation("kommun")], activities=[activity])

    assert network(setup).number_of_edges("organisation:kommun", "activity:kurs") == 2


def test_three_seats_of_one_holder_make_three_ties_and_no_clique() -> None:
    seats = [Seat(f"s{number}", holder="h1") for number in range(3)]
    setup = Collaboration(id="c", name="C", bodies=[Body("b", BodyKind.NETWORK, Text("B"), seats=seats)])

    assert network(setup).degree("holder:h1") == 3


def test_a_unit_stays_a_node_with_a_tie_to_its_whole(tranemo: Collaboration) -> None:
    graph = network(tranemo)

    [(_, tie)] = graph.get_edge_data("organisation:kulturskolan", "organisation:tranemo-kommun").items()
    assert (tie["tie"], tie["subject"]) == ("part-of", "organisation:kulturskolan")
    assert graph.has_edge("organisation:kulturskolan", "seat:samverkansgrupp/sg-15")


def test_an_empty_collaboration_is_one_node_without_ties() -> None:
    graph = network(Collaboration(id="c", name="C"))

    assert [*graph.nodes(data=True)] == [("collaboration:c", {"kind": "collaboration", "name": "C"})]
    assert graph.number_of_edges() == 0


def test_formats_of_others_can_write_it_and_read_it_back(tranemo: Collaboration, tmp_path: Path) -> None:
    graph = network(tranemo)

    nx.write_graphml(graph, tmp_path / "tranemo.graphml")
    back = nx.read_graphml(tmp_path / "tranemo.graphml", force_multigraph=True)

    assert dict(back.nodes(data=True)) == dict(graph.nodes(data=True))
    assert back.number_of_edges() == graph.number_of_edges()
