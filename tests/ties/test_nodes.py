from __future__ import annotations

import datetime as dt

import attrs

from samverkan.model.activities import Series
from samverkan.model.agreements import Agreement
from samverkan.model.bodies import Body, BodyKind, Rank, Seat
from samverkan.model.cadence import EveryWeeks
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import Absent, Claim, Disputed
from samverkan.model.lead import Coordination, ProjectLead
from samverkan.model.mandate import Mandate
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation, Sector
from samverkan.model.records import Held
from samverkan.ties.nodes import Attributes, holders, nodes


def read(**more: object) -> dict[str, Attributes]:
    """List the nodes of a setup with their attributes."""
    return {node.id: node.attributes for node in nodes(Collaboration(id="c", name="C", **more))}


def attributes_of(seat: Seat) -> Attributes:
    return read(bodies=[Body("b", BodyKind.NETWORK, Text("B"), seats=[seat])])[f"seat:b/{seat.id}"]


def test_every_kind_of_thing_is_a_node_under_its_kind_and_id(tranemo: Collaboration) -> None:
    ids = [node.id for node in nodes(tranemo)]

    assert len(ids) == len(set(ids))
    assert {
        "collaboration:tranemo",
        "municipality:1452",
        "organisation:migrationsverket",
        "body:samverkansgrupp",
        "seat:samverkansgrupp/sg-01",
        "area:livelihood",
        "target-group:newcomers",
        "lead:tranemo",
        "event:p01-ks-information",
    } <= set(ids)


def test_the_kind_of_a_node_is_the_beginning_of_its_id(tranemo: Collaboration) -> None:
    assert all(node.id.startswith(f"{node.attributes['kind']}:") for node in nodes(tranemo))


def test_attributes_are_text_numbers_and_truth_values_only() -> None:
    found = read(lead=ProjectLead(accountable=2, working_time="1/2"), agreements=[Agreement("a", "Avtal")])

    assert {type(value) for attributes in found.values() for value in attributes.values()} == {str, int, float}


def test_an_unknown_fact_is_left_out() -> None:
    assert attributes_of(Seat("s")) == {"kind": "seat", "voting": True, "project_lead": False}


def test_a_fact_declared_absent_is_not_an_unknown_one() -> None:
    seat = Seat("s", holder=Absent(), mandate=Absent("får inte besluta"))

    assert attributes_of(seat) == {
        "kind": "seat",
        "voting": True,
        "project_lead": False,
        "holder_absent": True,
        "mandate_absent": True,
    }


def test_a_stated_fact_stands_as_the_file_writes_it() -> None:
    seat = Seat("s", role=Text("Chef", "Head"), rank=Rank.UNIT_HEAD, political=False, mandate=Mandate(), holder="h1")

    assert attributes_of(seat) == {
        "kind": "seat",
        "role": "Chef",
        "role_en": "Head",
        "rank": "unit-head",
        "political": False,
        "mandate": True,
        "voting": True,
        "project_lead": False,
    }


def test_a_disputed_fact_is_known_only_when_a_claim_decides() -> None:
    claims = [Claim(Sector.BUSINESS), Claim(Sector.CIVIL_SOCIETY)]
    decided = [attrs.evolve(claims[0], decides=True), claims[1]]
    organisations = [Organisation("a", sector=Disputed(claims)), Organisation("b", sector=Disputed(decided))]

    found = read(organisations=organisations)

    assert "sector" not in found["organisation:a"]
    assert found["organisation:b"]["sector"] == "business"


def test_independent_bodies_are_told_from_those_of_which_nothing_is_said() -> None:
    bodies = [Body("a", BodyKind.NETWORK, Text("A"), reports_to=Absent()), Body("b", BodyKind.NETWORK, Text("B"))]

    found = read(bodies=bodies)

    assert found["body:a"]["reports_to_absent"] is True
    assert "reports_to_absent" not in found["body:b"]


def test_a_holder_is_one_node_however_many_seats_it_holds_and_tells_nothing_of_itself() -> None:
    seats = [Seat("s1", holder="h1"), Seat("s2", holder="h1"), Seat("s3", holder=Absent()), Seat("s4")]
    setup = Collaboration(id="c", name="C", bodies=[Body("b", BodyKind.NETWORK, Text("B"), seats=seats)])

    assert holders(setup) == ("h1",)
    assert next(node for node in nodes(setup) if node.id == "holder:h1").attributes == {"kind": "holder"}


def test_the_lead_is_one_node_however_many_share_the_work_and_none_where_the_file_tells_of_none() -> None:
    lead = ProjectLead(accountable=2, working_time="1/2", employer=Absent(), reports_to="styrelsen")
    body = Body("b", BodyKind.NETWORK, Text("B"), seats=[Seat("s", project_lead=True)])

    assert read(lead=lead)["lead:c"] == {
        "kind": "lead",
        "accountable": 2,
        "working_time": 0.5,
        "employer_absent": True,
    }
    assert read(bodies=[body])["lead:c"] == {"kind": "lead"}
    assert "lead:c" not in read()


def test_what_lasts_tells_its_days() -> None:
    endless = Agreement("praktik", "Praktik", from_=dt.date(2027, 1, 1), until=Absent())
    series = Series("mote", "b", EveryWeeks(2), dt.date(2027, 1, 4), dt.date(2027, 5, 31))

    found = read(bodies=[Body("b", BodyKind.NETWORK, Text("B"))], agreements=[endless], series=[series])

    assert found["agreement:praktik"] == {
        "kind": "agreement",
        "name": "Praktik",
        "from": "2027-01-01",
        "until_absent": True,
    }
    assert found["series:mote"] == {"kind": "series", "from": "2027-01-04", "to": "2027-05-31"}


def test_two_meetings_of_a_body_on_one_day_are_two() -> None:
    day = dt.date(2027, 1, 11)

    found = read(bodies=[Body("b", BodyKind.NETWORK, Text("B"))], held=[Held("b", day), Held("b", day)])

    assert [node for node in found if node.startswith("meeting:")] == [
        "meeting:b/2027-01-11",
        "meeting:b/2027-01-11/2",
    ]


def test_a_coordination_function_that_is_no_body_and_a_dialogue_are_told_of_the_whole() -> None:
    found = read(coordination=Coordination(body=Absent(), role="samordnare"), dialogue="Brukarråd")

    assert found["collaboration:c"] == {
        "kind": "collaboration",
        "name": "C",
        "coordination_absent": True,
        "coordination_role": "samordnare",
        "dialogue": "Brukarråd",
    }
