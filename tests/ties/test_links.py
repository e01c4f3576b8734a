from __future__ import annotations

from samverkan.model.activities import Activity, Event
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import Absent, Claim, Disputed
from samverkan.model.funding import Line
from samverkan.model.identity import Area, Identity
from samverkan.model.lead import Initiative
from samverkan.model.names import Text
from samverkan.model.organisations import Municipality, Organisation
from samverkan.ties.links import ties

ORGANISATIONS = [
    Organisation("kommun", municipality="Tranemo"),
    Organisation("skola", part_of="kommun", municipality="1452"),
    Organisation("kyrka", municipality="Borås"),
]


def body(id_: str, **more: object) -> Body:
    return Body(id_, BodyKind.NETWORK, Text(id_), **more)


def read(**more: object) -> list[tuple[str, str, str, str]]:
    """List the ties of a setup, those of its organisations apart."""
    setup = Collaboration(id="c", name="C", organisations=ORGANISATIONS, **more)
    found = [(tie.subject, tie.kind.value, tie.object, tie.origin) for tie in ties(setup)]
    return [tie for tie in found if not tie[3].startswith("organisations.")]


def test_a_seat_is_tied_to_its_body_its_organisations_its_areas_and_its_holder() -> None:
    seat = Seat("s1", organisations=["kommun", "kyrka"], areas=["arbete"], holder="h1")

    assert read(bodies=[body("b", seats=[seat])], areas=[Area("arbete", Text("Arbete"))]) == [
        ("body:b", "seat", "seat:b/s1", "bodies.b.seats.s1"),
        ("seat:b/s1", "represents", "organisation:kommun", "bodies.b.seats.s1.organisations[0]"),
        ("seat:b/s1", "represents", "organisation:kyrka", "bodies.b.seats.s1.organisations[1]"),
        ("seat:b/s1", "answers-for", "area:arbete", "bodies.b.seats.s1.areas[0]"),
        ("holder:h1", "holds", "seat:b/s1", "bodies.b.seats.s1.holder"),
    ]


def test_a_vacant_seat_and_an_independent_body_make_no_tie() -> None:
    assert read(bodies=[body("b", seats=[Seat("s1", holder=Absent())], reports_to=Absent())]) == [
        ("body:b", "seat", "seat:b/s1", "bodies.b.seats.s1")
    ]


def test_a_body_reports_to_another_only_where_that_is_not_in_dispute() -> None:
    claims = [Claim("b"), Claim("c")]

    assert read(bodies=[body("a", reports_to="b"), body("b", reports_to=Disputed(claims)), body("c")]) == [
        ("body:a", "reports-to", "body:b", "bodies.a.reports_to")
    ]


def test_a_unit_is_part_of_its_whole_and_belongs_to_a_municipality_by_code_or_by_name() -> None:
    setup = Collaboration(
        id="c", name="C", organisations=ORGANISATIONS, municipalities=[Municipality("1452", "Tranemo")]
    )

    assert [(tie.subject, tie.kind.value, tie.object) for tie in ties(setup)] == [
        ("organisation:kommun", "belongs-to", "municipality:1452"),
        ("organisation:skola", "part-of", "organisation:kommun"),
        ("organisation:skola", "belongs-to", "municipality:1452"),
    ]


def test_owner_initiator_partners_and_financiers_are_tied_to_the_collaboration() -> None:
    assert read(
        identity=Identity(owner="kommun"),
        initiative=Initiative(by="kommun"),
        parties=[Line("kyrkan", organisation="kyrka")],
        partners=[Line("okänd"), Line("kyrkan", organisation="kyrka")],
        cofinanciers=[Line("kommunen", organisation="kommun"), Line("kommunen", organisation="kommun")],
    ) == [
        ("organisation:kommun", "owns", "collaboration:c", "identity.owner"),
        ("organisation:kommun", "initiates", "collaboration:c", "initiative.by"),
        ("organisation:kyrka", "party", "collaboration:c", "parties[0].organisation"),
        ("organisation:kyrka", "partner", "collaboration:c", "partners[1].organisation"),
        ("organisation:kommun", "co-finances", "collaboration:c", "cofinanciers[0].organisation"),
        ("organisation:kommun", "co-finances", "collaboration:c", "cofinanciers[1].organisation"),
    ]


def test_an_activity_is_tied_to_those_who_do_it_pay_it_and_take_part_and_to_what_it_serves() -> None:
    activity = Activity(
        "kurs",
        Text("Kurs"),
        organisers=["kommun"],
        funders=["kommun"],
        participants=["kyrka"],
        body="b",
        area="arbete",
    )

    assert read(bodies=[body("b")], areas=[Area("arbete", Text("Arbete"))], activities=[activity]) == [
        ("organisation:kommun", "organises", "activity:kurs", "activities[0].organisers[0]"),
        ("organisation:kommun", "funds", "activity:kurs", "activities[0].funders[0]"),
        ("organisation:kyrka", "takes-part", "activity:kurs", "activities[0].participants[0]"),
        ("body:b", "runs", "activity:kurs", "activities[0].body"),
        ("activity:kurs", "serves", "area:arbete", "activities[0].area"),
    ]


def test_an_event_is_tied_to_the_bodies_that_meet_and_to_the_same_thing_elsewhere() -> None:
    activity = Activity("teater", Text("Teater"), same_as="premiar")
    events = [
        Event("premiar", Text("Premiär"), bodies=["b"], organisers=["kyrka"], same_as="teater"),
        Event("repris", Text("Repris"), same_as="premiar"),
    ]

    assert read(bodies=[body("b")], activities=[activity], events=events) == [
        ("activity:teater", "same-as", "event:premiar", "activities[0].same_as"),
        ("organisation:kyrka", "organises", "event:premiar", "events[0].organisers[0]"),
        ("body:b", "meets", "event:premiar", "events[0].bodies[0]"),
        ("event:premiar", "same-as", "activity:teater", "events[0].same_as"),
        ("event:repris", "same-as", "event:premiar", "events[1].same_as"),
    ]
