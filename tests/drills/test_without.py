"""A collaboration without one of those who carry it."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from samverkan.drills.without import VACANT, Loss, LossKind, losses, without
from samverkan.formats.bundled import bundled
from samverkan.model.activities import Activity
from samverkan.model.bodies import Body, BodyKind, Expectation, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN, Claim, Disputed
from samverkan.model.funding import Line
from samverkan.model.lead import Initiative, ProjectLead, Role
from samverkan.model.mandate import AtLeast, MoreThan
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation
from samverkan.model.records import Held


def body(*seats: Seat, **more: object) -> Body:
    return Body("b", BodyKind.NETWORK, Text("B"), seats=seats, seats_complete=True, **more)


def whole(*seats: Seat, of_body: dict[str, object] | None = None, **more: object) -> Collaboration:
    organisations = [Organisation("x"), Organisation("y"), Organisation("unit", part_of="x")]
    return Collaboration(id="c", name="C", organisations=organisations, bodies=[body(*seats, **of_body or {})], **more)


def ids(setup: Collaboration) -> list[str]:
    return [seat.id for seat in setup.bodies[0].seats]


ONE, TWO, THREE = Seat("one", organisations=["x"]), Seat("two", organisations=["x", "y"]), Seat("three", holder="h")
SEAT, ORGANISATION = Loss(LossKind.SEAT, "b/one"), Loss(LossKind.ORGANISATION, "x")


class TestSeat:
    def test_it_leaves_its_list_and_a_chair_who_sat_there_is_vacant(self) -> None:
        left = without(whole(ONE, TWO, of_body={"chair": "one", "secretary": "two"}), SEAT)

        assert ids(left) == ["two"]
        assert left.bodies[0].chair is VACANT
        assert left.bodies[0].secretary == "two"

    @pytest.mark.parametrize(
        ("quorum", "then"),
        [(AtLeast(2), UNKNOWN), (AtLeast(1), AtLeast(1)), (MoreThan("1/2"), MoreThan("1/2")), (UNKNOWN, UNKNOWN)],
    )
    def test_a_quorum_that_those_left_cannot_reach_is_unknown(self, quorum: object, then: object) -> None:
        assert without(whole(ONE, TWO, of_body={"quorum": quorum}), SEAT).bodies[0].quorum == then

    def test_who_was_at_a_meeting_is_not_known_to_be_all(self) -> None:
        held = [
            Held("b", dt.date(2027, 3, 1), present=["one", "two"], attendance_complete=True),
            Held("b", dt.date(2027, 3, 8), present=["two"], attendance_complete=True),
        ]
        left = without(whole(ONE, TWO, held=held), SEAT)

        assert [(each.present, each.attendance_complete) for each in left.held] == [(("two",), False), (("two",), True)]

    def test_of_a_dispute_about_the_chair_the_claims_that_name_others_stay(self) -> None:
        chair = Disputed([Claim("one"), Claim("two"), Claim("three")])
        left = without(whole(ONE, TWO, THREE, of_body={"chair": chair}), SEAT)

        assert left.bodies[0].chair == Disputed([Claim("two"), Claim("three")])
        assert without(left, Loss(LossKind.SEAT, "b/two")).bodies[0].chair == "three"


class TestOrganisation:
    def test_seats_that_represent_nobody_else_go_and_others_stay_for_the_rest(self) -> None:
        left = without(whole(ONE, TWO, THREE), ORGANISATION)

        assert [(seat.id, seat.organisations) for seat in left.bodies[0].seats] == [("two", ("y",)), ("three", ())]

    def test_its_units_go_with_it_and_it_stays_when_a_unit_goes(self) -> None:
        setup = whole(ONE, Seat("u", organisations=["unit"]))

        assert ids(without(setup, ORGANISATION)) == []
        assert ids(without(setup, Loss(LossKind.ORGANISATION, "unit"))) == ["one"]

    def test_units_of_its_units_go_too(self) -> None:
        chain = [Organisation("x"), Organisation("y", part_of="x"), Organisation("unit", part_of="y")]
        setup = evolve(whole(ONE, Seat("u", organisations=["unit"])), organisations=chain)

        assert ids(without(setup, ORGANISATION)) == []

    def test_it_leaves_activities_lines_and_offices(self) -> None:
        left = without(
            whole(
                ONE,
                lead=ProjectLead(accountable=1, employer="x"),
                partners=[Line("X", "x"), Line("Y", "y"), Line("Z")],
                activities=[Activity("a", Text("A"), organisers=["x", "y"], funders=["x"])],
                roles=[Role("r", Text("R"), organisations=["x"])],
            ),
            ORGANISATION,
        )

        assert (left.lead.employer, left.lead.accountable) == (VACANT, 1)
        assert [str(line.name) for line in left.partners] == ["Y", "Z"]
        assert (left.activities[0].organisers, left.activities[0].funders) == (("y",), ())
        assert left.roles[0].organisations == ()

    def test_what_was_and_what_is_expected_stays(self) -> None:
        expects = [Expectation(Text("X"), organisations=["x"])]
        setup = whole(of_body={"expects": expects}, initiative=Initiative(by="x"))

        assert without(setup, ORGANISATION) == setup


class TestOthers:
    def test_a_person_leaves_every_seat(self) -> None:
        assert ids(without(whole(THREE, evolve(THREE, id="four"), ONE), Loss(LossKind.HOLDER, "h"))) == ["one"]

    def test_the_lead_leaves_the_office_and_the_seats_of_the_lead(self) -> None:
        left = without(
            whole(ONE, evolve(TWO, project_lead=True), lead=ProjectLead(accountable=1, attends=("b",))),
            Loss(LossKind.LEAD, "c"),
        )

        assert ids(left) == ["one"]
        assert left.lead.accountable is VACANT
        assert left.lead.attends is VACANT

    def test_a_role_leaves_the_list(self) -> None:
        setup = whole(roles=[Role("r", Text("R")), Role("s", Text("S"))])

        assert [each.id for each in without(setup, Loss(LossKind.ROLE, "r")).roles] == ["s"]

    @pytest.mark.parametrize("kind", LossKind)
    def test_what_is_not_there_changes_nothing(self, kind: LossKind) -> None:
        setup = bundled("tranemo")

        assert without(setup, Loss(kind, "nobody/here")) == setup


def test_everything_that_can_be_lost_is_listed_once() -> None:
    setup = whole(
        ONE,
        THREE,
        evolve(THREE, id="four"),
        evolve(TWO, holder="k"),
        lead=ProjectLead(accountable=1),
        roles=[Role("r", Text("R"))],
    )

    assert [(each.kind.value, each.id) for each in losses(setup)] == [
        ("seat", "b/one"),
        ("seat", "b/three"),
        ("seat", "b/four"),
        ("seat", "b/two"),
        ("holder", "h"),
        ("lead", "c"),
        ("role", "r"),
        ("organisation", "x"),
        ("organisation", "y"),
        ("organisation", "unit"),
    ]


def test_a_lead_of_whom_nothing_is_known_cannot_be_lost() -> None:
    assert [each for each in losses(whole(ONE)) if each.kind is LossKind.LEAD] == []
