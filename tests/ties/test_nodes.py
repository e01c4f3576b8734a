from __future__ import annotations

import attrs

from samverkan.model.bodies import Body, BodyKind, Rank, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import Absent, Claim, Disputed
from samverkan.model.mandate import Mandate
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation, Sector
from samverkan.ties.nodes import Attributes, holders, nodes


def attributes_of(seat: Seat) -> Attributes:
    body = Body("b", BodyKind.NETWORK, Text("B"), seats=[seat])
    return dict(nodes(Collaboration(id="c", name="C", bodies=[body])))[f"seat:b/{seat.id}"]


def test_every_kind_of_thing_is_a_node_under_its_kind_and_id(tranemo: Collaboration) -> None:
    ids = [node for node, _ in nodes(tranemo)]

    assert len(ids) == len(set(ids))
    assert {
        "collaboration:tranemo",
        "municipality:1452",
        "organisation:migrationsverket",
        "body:samverkansgrupp",
        "seat:samverkansgrupp/sg-01",
        "area:livelihood",
    } <= set(ids)


def test_the_kind_of_a_node_is_the_beginning_of_its_id(tranemo: Collaboration) -> None:
    assert all(node.startswith(f"{attributes['kind']}:") for node, attributes in nodes(tranemo))


def test_attributes_are_text_and_truth_values_only(tranemo: Collaboration) -> None:
    assert {type(value) for _, attributes in nodes(tranemo) for value in attributes.values()} == {str, bool}


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

    found = dict(nodes(Collaboration(id="c", name="C", organisations=organisations)))

    assert "sector" not in found["organisation:a"]
    assert found["organisation:b"]["sector"] == "business"


def test_independent_bodies_are_told_from_those_of_which_nothing_is_said() -> None:
    bodies = [Body("a", BodyKind.NETWORK, Text("A"), reports_to=Absent()), Body("b", BodyKind.NETWORK, Text("B"))]

    found = dict(nodes(Collaboration(id="c", name="C", bodies=bodies)))

    assert found["body:a"]["reports_to_absent"] is True
    assert "reports_to_absent" not in found["body:b"]


def test_a_holder_is_one_node_however_many_seats_it_holds_and_tells_nothing_of_itself() -> None:
    seats = [Seat("s1", holder="h1"), Seat("s2", holder="h1"), Seat("s3", holder=Absent()), Seat("s4")]
    setup = Collaboration(id="c", name="C", bodies=[Body("b", BodyKind.NETWORK, Text("B"), seats=seats)])

    assert holders(setup) == ("h1",)
    assert dict(nodes(setup))["holder:h1"] == {"kind": "holder"}
