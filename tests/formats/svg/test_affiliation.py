from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samverkan.formats.bundled import bundled
from samverkan.formats.svg.affiliation import Affiliations, LinkKind, facts
from samverkan.formats.svg.reading import affiliations
from samverkan.formats.wording import Wording
from samverkan.ties import network
from samverkan.ties.across import merged_network

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx


@pytest.fixture(scope="module")
def tranemo(sv: Wording) -> Affiliations:
    return affiliations(network(bundled("tranemo")), sv)


def test_tranemo_has_four_bodies_and_what_is_done(tranemo: Affiliations) -> None:
    told = [(anchor.name, anchor.count, anchor.open) for anchor in tranemo.anchors if anchor.kind is LinkKind.SEAT]

    assert told == [
        ("Advisory Board", 9, False),
        ("Samverkansgrupp", 16, False),
        ("Etableringsgrupp", 0, True),
        ("Kommunstyrelsen (KS)", 0, True),
    ]
    assert tranemo.seats == 25
    assert tranemo.anchors[-1].kind is LinkKind.WORK


def test_four_organisations_sit_in_both(tranemo: Affiliations) -> None:
    assert [member.name for member in tranemo.members if member.tables == (0, 1)] == [
        "Arbetsförmedlingen",
        "Migrationsverket",
        "Polisen",
        "Tranemo kommun",
    ]


def test_the_seats_of_a_unit_count_to_its_whole(tranemo: Affiliations) -> None:
    town = next(member for member in tranemo.members if member.id == "organisation:tranemo-kommun")

    assert town.units == ("Kulturskolan",)
    assert "Kulturskolan" not in [member.name for member in tranemo.members]
    assert [link.count for link in town.links if link.kind is LinkKind.SEAT] == [1, 6]


def test_the_table_holds_every_link_of_the_drawing(tranemo: Affiliations, sv: Wording) -> None:
    heads, *rows = facts(tranemo, sv)

    assert heads[:5] == ("Organisation", "Sektor", "Kommun", "Advisory Board", "Samverkansgrupp")
    assert len(rows) == len(tranemo.members)
    assert sum(cell != "" for row in rows for cell in row[3:]) == sum(len(each.links) for each in tranemo.members)
    assert next(row for row in rows if row[0] == "Tranemo kommun")[:5] == (
        "Tranemo kommun",
        "kommun",
        "Tranemo",
        "1",
        "6",
    )


def test_a_party_without_a_seat_is_tied_to_the_whole(sv: Wording) -> None:
    shown = affiliations(network(bundled("integration-pa-g")), sv)

    [whole] = [anchor for anchor in shown.anchors if anchor.kind is LinkKind.STANDING]
    assert (whole.name, whole.count) == ("Hela samverkan", 17)
    assert sum(any(link.kind is LinkKind.STANDING for link in each.links) for each in shown.members) == 17


def test_of_several_collaborations_each_is_named(sv: Wording) -> None:
    shown = affiliations(merged_network([bundled("lots-ockelbo"), bundled("tranemo")]), sv)

    assert [anchor.name for anchor in shown.anchors] == [
        "Planeringsgrupp (LOTS Ockelbo)",
        "Styrgrupp (LOTS Ockelbo)",
        "Projektgrupp (LOTS Ockelbo)",
        "Advisory Board (Integration Tranemo)",
        "Samverkansgrupp (Integration Tranemo)",
        "Etableringsgrupp (Integration Tranemo)",
        "Kommunstyrelsen (KS) (Integration Tranemo)",
        "LOTS Ockelbo",
        "Aktiviteter och program",
    ]


def test_a_body_knows_to_which_it_reports(sv: Wording, county: Callable[..., nx.MultiGraph[str]]) -> None:
    graph = county(1, 3)
    graph.add_edge("body:0-1", "body:0-0", key="r", tie="reports-to", subject="body:0-1", origin="r")

    assert [anchor.above for anchor in affiliations(graph, sv).anchors] == [None, 0]


def test_names_are_in_the_language_of_the_reader() -> None:
    shown = affiliations(network(bundled("tranemo")), Wording("en"))

    assert [anchor.name for anchor in shown.anchors][:3] == [
        "Advisory Board",
        "Collaboration group",
        "Establishment group",
    ]
