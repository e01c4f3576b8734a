"""Several collaborations as one network: what is one node, and what stays apart."""

from __future__ import annotations

import networkx as nx
import pytest
from attrs import evolve

from samverkan.errors import InvalidValueError
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN
from samverkan.model.lead import ProjectLead
from samverkan.model.names import Text
from samverkan.model.organisations import Municipality, Organisation, Sector
from samverkan.model.reported import ReportedTie
from samverkan.ties.across import across, merged_network, seating_across, sectors_across
from samverkan.ties.graph import network
from samverkan.ties.questions import answers_across
from samverkan.ties.seating import seating


def whole(id_: str, *organisations: Organisation, holder: str = "h", **more: object) -> Collaboration:
    seat = Seat("s", organisations=[each.id for each in organisations], holder=holder)
    group = Body("grupp", BodyKind.COLLABORATION_GROUP, Text("Gruppen"), seats=[seat])
    return Collaboration(id=id_, name=id_, organisations=organisations, bodies=[group], **more)


def common(one: Organisation, other: Organisation) -> bool:
    names = across([whole("a", one), whole("b", other)]).organisations
    return names["a", one.id] == names["b", other.id]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Organisation("polisen", Text("Polisen")), Organisation("polisen", Text("Polisen")), True),
        (Organisation("polisen", Text("Polisen")), Organisation("polis", Text("Polisen")), False),
        (Organisation("polisen", Text("Polisen")), Organisation("polisen", Text("Polismyndigheten")), False),
        (Organisation("polisen"), Organisation("polisen"), False),
        (
            Organisation("soc", Text("Socialförvaltningen"), municipality="0760"),
            Organisation("soc", Text("Socialförvaltningen"), municipality="0761"),
            False,
        ),
    ],
)
def test_an_organisation_is_one_by_its_id_its_name_and_its_municipality(
    one: Organisation, other: Organisation, *, same: bool
) -> None:
    assert common(one, other) is same


def test_units_are_one_only_where_their_wholes_are() -> None:
    unit = Organisation("soc", Text("Socialförvaltningen"), part_of="kommun")
    one = whole("a", Organisation("kommun", Text("Alby kommun")), unit)
    other = whole("b", Organisation("kommun", Text("Ekeby kommun")), unit)

    assert set(across([one, other]).organisations.values()) == {"a/kommun", "a/soc", "b/kommun", "b/soc"}


def test_a_third_file_that_means_another_has_a_name_of_its_own() -> None:
    police = Organisation("polisen", Text("Polisen"))
    others = [whole(each, police) for each in "ab"]
    meaning = [whole(each, Organisation("polisen", Text("Polismyndigheten"))) for each in "cd"]

    assert across([*others, *meaning]).organisations == {
        ("a", "polisen"): "polisen",
        ("b", "polisen"): "polisen",
        ("c", "polisen"): "c/polisen",
        ("d", "polisen"): "c/polisen",
    }


def test_two_collaborations_of_one_id_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="two collaborations have the id “a”"):
        across([whole("a"), whole("a")])


class TestMergedNetwork:
    POLICE = Organisation("polisen", Text("Polisen"))
    TOWN = (Municipality("0760", "Uppvidinge"),)

    def test_shared_organisations_persons_and_municipalities_are_one_node_and_all_else_stays_apart(self) -> None:
        one, other = (whole(each, self.POLICE, municipalities=self.TOWN) for each in "ab")
        graph = merged_network([other, one])

        assert {node: told["collaborations"] for node, told in graph.nodes(data=True)} == {
            "collaboration:a": "a",
            "collaboration:b": "b",
            "municipality:0760": "a b",
            "organisation:polisen": "a b",
            "body:a/grupp": "a",
            "body:b/grupp": "b",
            "seat:a/grupp/s": "a",
            "seat:b/grupp/s": "b",
            "holder:h": "a b",
        }

    def test_no_tie_is_lost_and_each_says_whose_file_it_is_from(self) -> None:
        one, other = (whole(each, self.POLICE, municipalities=self.TOWN) for each in "ab")
        graph = merged_network([one, other])

        assert graph.number_of_edges() == network(one).number_of_edges() + network(other).number_of_edges()
        assert all(told["subject"] in graph for _, _, told in graph.edges(data=True))
        assert {told["origin"].partition("/")[0] for _, _, told in graph.edges(data=True)} == {"a", "b"}

    @pytest.mark.parametrize(("by", "called"), [("polisen", "polisen"), ("kommun", "a/kommun")])
    def test_who_reports_a_tie_is_called_as_its_node_is(self, by: str, called: str) -> None:
        # Without a name, nothing says that the two are one.
        hall = Organisation("kommun")
        one = whole("a", self.POLICE, hall, ties=[ReportedTie("polisen", "kommun", by=by)])
        graph = merged_network([one, whole("b", self.POLICE, hall)])

        (told,) = (told for *_, told in graph.edges(data=True) if told["tie"] == "works-with")
        assert told["by"] == called
        assert f"organisation:{called}" in graph

    def test_the_order_of_the_files_makes_no_difference(self) -> None:
        one, other = whole("a", self.POLICE), whole("b", self.POLICE)

        assert nx.utils.graphs_equal(merged_network([one, other]), merged_network([other, one]))


def test_the_seating_of_one_alone_is_its_own(tranemo: Collaboration) -> None:
    assert seating_across(across([tranemo])) == seating(tranemo)


def test_the_seating_of_several_names_seats_with_whose_they_are() -> None:
    police = Organisation("polisen", Text("Polisen"))
    table = seating_across(across([whole("a", police), whole("b", police)]))

    assert table.organisations == {
        "a/grupp": {"polisen": ("a/grupp/s",)},
        "b/grupp": {"polisen": ("b/grupp/s",)},
    }
    assert table.holders["b/grupp"] == {"h": ("b/grupp/s",)}
    assert table.open == {"a/grupp", "b/grupp"}


POLICE = Organisation("polisen", Text("Polisen"))


@pytest.mark.parametrize(
    ("one", "other", "sector"),
    [
        (Sector.STATE_AGENCY, Sector.REGION, Sector.STATE_AGENCY),
        (Sector.STATE_AGENCY, UNKNOWN, Sector.STATE_AGENCY),
        (UNKNOWN, Sector.REGION, Sector.REGION),
        (UNKNOWN, UNKNOWN, None),
    ],
)
def test_a_sector_is_what_the_first_says_that_knows(one: object, other: object, sector: Sector | None) -> None:
    setups = [whole(id_, evolve(POLICE, sector=told)) for id_, told in (("a", one), ("b", other))]

    assert sectors_across(across(setups)).of("polisen") is sector


def test_who_leads_one_of_several_is_among_those_asked_of() -> None:
    alone, led = Organisation("kyrkan", Text("Kyrkan")), Organisation("unga", Text("Unga"), part_of="kyrkan")
    setups = [whole("a", POLICE), whole("b", alone, led, lead=ProjectLead(employer="unga"))]

    (position,) = answers_across(across(setups)).how_central_is_the_municipality.positions
    assert (position.organisation, position.leads) == ("b/kyrkan", True)
