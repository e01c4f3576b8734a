from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import pytest

from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.ties import affiliations, bodies_together, organisations_together

if TYPE_CHECKING:
    from collections.abc import Callable

    Setup = Callable[..., Collaboration]


def test_in_tranemo_eight_and_twelve_organisations_have_seats(tranemo: Collaboration) -> None:
    graph = affiliations(tranemo)

    assert graph.degree("body:advisory-board") == 8
    assert graph.degree("body:samverkansgrupp") == 12


def test_affiliations_name_the_seats_and_keep_to_two_sides(tranemo: Collaboration) -> None:
    graph = affiliations(tranemo)

    assert graph["body:advisory-board"]["organisation:arbetsformedlingen"]["seats"] == (
        "advisory-board/ab-3",
        "advisory-board/ab-4",
    )
    assert all((graph.nodes[a]["bipartite"], graph.nodes[b]["bipartite"]) == (0, 1) for a, b in graph.edges)


def test_bodies_and_organisations_without_a_tie_are_nodes_all_the_same(tranemo: Collaboration) -> None:
    assert {"body:etableringsgrupp", "organisation:are-kommun"} <= set(nx.isolates(affiliations(tranemo)))


def test_the_board_and_the_group_of_tranemo_share_four_organisations_and_no_person(tranemo: Collaboration) -> None:
    assert [*bodies_together(tranemo).edges(data=True)] == [
        (
            "body:advisory-board",
            "body:samverkansgrupp",
            {
                "organisations": ("tranemo-kommun", "arbetsformedlingen", "migrationsverket", "polisen"),
                "holders": (),
                "weight": 4.0,
            },
        )
    ]


def test_bodies_that_share_only_a_person_are_tied_with_no_weight() -> None:
    bodies = [Body(name, BodyKind.NETWORK, Text(name), seats=[Seat("s", holder="h1")]) for name in "ab"]

    graph = bodies_together(Collaboration(id="c", name="C", bodies=bodies))

    assert graph["body:a"]["body:b"] == {"organisations": (), "holders": ("h1",), "weight": 0.0}


def test_organisations_that_meet_are_tied_by_the_bodies_in_which_they_meet(setup: Setup) -> None:
    graph = organisations_together(setup({"a": "x y", "b": "x y z", "c": "w"}))

    assert graph["organisation:x"]["organisation:y"] == {"bodies": ("a", "b"), "weight": 1.5}
    assert graph["organisation:z"]["organisation:y"] == {"bodies": ("b",), "weight": 0.5}
    assert [*nx.isolates(graph)] == ["organisation:w"]


def test_a_body_of_many_adds_one_to_each_of_its_organisations_and_not_a_clique(tranemo: Collaboration) -> None:
    graph = organisations_together(tranemo)

    assert graph.degree("organisation:roda-korset") == 11
    assert graph.degree("organisation:roda-korset", weight="weight") == pytest.approx(1)
    assert graph.degree("organisation:polisen", weight="weight") == pytest.approx(2)


@pytest.mark.parametrize("project", [affiliations, bodies_together, organisations_together])
def test_of_nothing_there_is_nothing_to_project(project: Callable[[Collaboration], nx.Graph[str]]) -> None:
    assert len(project(Collaboration(id="c", name="C"))) == 0


def test_the_weights_are_those_of_networkx(tranemo: Collaboration) -> None:
    graph = affiliations(tranemo)
    organisations = [node for node, side in graph.nodes(data="bipartite") if side == 1]

    theirs = nx.bipartite.collaboration_weighted_projected_graph(graph, organisations)

    ours = organisations_together(tranemo)
    assert {frozenset(edge[:2]): edge[2] for edge in ours.edges(data="weight")} == pytest.approx(
        {frozenset(edge[:2]): edge[2] for edge in theirs.edges(data="weight")}
    )
