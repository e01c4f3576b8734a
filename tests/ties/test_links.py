from __future__ import annotations

import datetime as dt

from samverkan.model.activities import Activity, Event, Series
from samverkan.model.agreements import Agreement
from samverkan.model.bodies import Body, BodyKind, Expectation, Seat
from samverkan.model.cadence import EveryWeeks
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import Absent, Claim, Disputed
from samverkan.model.funding import Line
from samverkan.model.horizontal import Accessibility, Horizontal
from samverkan.model.identity import Area, Identity, Stage, TargetGroup
from samverkan.model.lead import Coordination, Initiative, ProjectLead, Role
from samverkan.model.names import Text
from samverkan.model.organisations import Municipality, Organisation, Sector
from samverkan.model.records import Held
from samverkan.model.reported import Intensity, ReportedTie
from samverkan.ties.links import TieKind, ties

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
        ("municipality:1452", "joins", "collaboration:c"),
        ("organisation:kommun", "belongs-to", "municipality:1452"),
        ("organisation:skola", "part-of", "organisation:kommun"),
        ("organisation:skola", "belongs-to", "municipality:1452"),
    ]


def test_a_municipality_joins_and_does_so_in_the_stages_that_name_it() -> None:
    towns = [Municipality("2481", "Lycksele"), Municipality("2418", "Malå")]

    assert read(municipalities=towns, stages=[Stage("two", Text("Två"), municipalities=["2418"])]) == [
        ("municipality:2481", "joins", "collaboration:c", "municipalities.2481"),
        ("municipality:2418", "joins", "collaboration:c", "municipalities.2418"),
        ("municipality:2418", "joins", "collaboration:c", "stages.two.municipalities[0]"),
    ]


def test_the_lead_is_tied_to_employer_bodies_seats_and_what_it_reports_to() -> None:
    lead = ProjectLead(employer="kommun", reports_to="b", attends=("b",))

    assert read(lead=lead, bodies=[body("b", seats=[Seat("s1", project_lead=True)])]) == [
        ("body:b", "seat", "seat:b/s1", "bodies.b.seats.s1"),
        ("lead:c", "holds", "seat:b/s1", "bodies.b.seats.s1.project_lead"),
        ("organisation:kommun", "employs", "lead:c", "lead.employer"),
        ("lead:c", "reports-to", "body:b", "lead.reports_to"),
        ("lead:c", "attends", "body:b", "lead.attends[0]"),
    ]


def test_what_the_lead_reports_to_makes_a_tie_only_where_it_is_something_of_the_file() -> None:
    assert read(lead=ProjectLead(reports_to="kommun")) == [
        ("lead:c", "reports-to", "organisation:kommun", "lead.reports_to")
    ]
    assert read(lead=ProjectLead(reports_to="landshövdingen")) == []


def test_a_body_is_meant_rather_than_an_organisation_where_the_lead_reports_to_an_id_that_both_have() -> None:
    ties_ = read(lead=ProjectLead(reports_to="kommun"), bodies=[body("kommun")])

    assert ties_ == [("lead:c", "reports-to", "body:kommun", "lead.reports_to")]


def test_who_knows_accessibility_advises_the_collaboration() -> None:
    assert read(horizontal=Horizontal(accessibility=Accessibility(experts=["kyrka"]))) == [
        ("organisation:kyrka", "advises", "collaboration:c", "horizontal.accessibility.experts[0]")
    ]


def test_a_role_is_tied_to_its_body_and_those_who_fill_it_and_a_body_coordinates_the_whole() -> None:
    role = Role("lots", Text("Lots"), body="b", organisations=["kommun", "kyrka"])

    assert read(bodies=[body("b")], roles=[role], coordination=Coordination(body="b")) == [
        ("role:lots", "works-in", "body:b", "roles.lots.body"),
        ("organisation:kommun", "fills", "role:lots", "roles.lots.organisations[0]"),
        ("organisation:kyrka", "fills", "role:lots", "roles.lots.organisations[1]"),
        ("body:b", "coordinates", "collaboration:c", "coordination.body"),
    ]


def test_what_is_expected_is_a_tie_that_says_that_it_is_no_more_than_that() -> None:
    wanted = Expectation(Text("kyrkan"), organisations=["kyrka"], sectors=[Sector.BUSINESS])
    setup = Collaboration(
        id="c",
        name="C",
        organisations=[Organisation("kyrka")],
        bodies=[body("b", expects=[wanted], seats=[Seat("s1", organisations=["kyrka"])])],
        needed_partners=[wanted],
    )

    assert [(tie.subject, tie.kind.value, tie.object, tie.origin) for tie in ties(setup) if tie.expected] == [
        ("body:b", "expects", "organisation:kyrka", "bodies.b.expects[0].organisations[0]"),
        ("collaboration:c", "expects", "organisation:kyrka", "needed_partners[0].organisations[0]"),
    ]
    assert {tie.kind for tie in ties(setup)} == {TieKind.SEAT, TieKind.REPRESENTS, TieKind.EXPECTS}


def test_an_agreement_ties_its_parties_to_itself_and_not_to_each_other() -> None:
    assert read(agreements=[Agreement("praktik", "Praktik", parties=["kommun", "skola", "kyrka"])]) == [
        ("organisation:kommun", "agrees", "agreement:praktik", "agreements[0].parties[0]"),
        ("organisation:skola", "agrees", "agreement:praktik", "agreements[0].parties[1]"),
        ("organisation:kyrka", "agrees", "agreement:praktik", "agreements[0].parties[2]"),
    ]


def test_two_reports_of_the_same_two_stand_side_by_side_with_what_they_say() -> None:
    reports = [
        ReportedTie("kommun", "kyrka", Intensity.INTEGRATION, by="kommun", role="Chef", date=dt.date(2027, 1, 11)),
        ReportedTie("kommun", "kyrka", Intensity.AWARENESS, by="kyrka"),
    ]
    setup = Collaboration(id="c", name="C", organisations=ORGANISATIONS, ties=reports)

    mine, theirs = [tie for tie in ties(setup) if tie.kind is TieKind.WORKS_WITH]

    assert (mine.subject, mine.object, mine.origin) == ("organisation:kommun", "organisation:kyrka", "ties[0]")
    assert mine.facts == {"intensity": "integration", "by": "kommun", "role": "Chef", "date": "2027-01-11"}
    assert theirs.facts == {"intensity": "awareness", "by": "kyrka"}


def test_a_report_that_two_do_not_work_together_makes_no_tie_and_one_without_intensity_does() -> None:
    claims = [Claim(Intensity.AWARENESS), Claim(Intensity.COORDINATION)]
    reports = [
        ReportedTie("kommun", "kyrka", Absent("ingen kontakt")),
        ReportedTie("kommun", "kyrka"),
        ReportedTie("kommun", "kyrka", Disputed(claims)),
    ]

    assert [tie[3] for tie in read(ties=reports)] == ["ties[1]", "ties[2]"]


def test_a_body_meets_in_its_series_and_at_the_meetings_that_were_held_and_seats_attend_those() -> None:
    day = dt.date(2027, 1, 11)
    series = Series("mote", "b", EveryWeeks(2), day, dt.date(2027, 5, 31))

    assert read(bodies=[body("b", seats=[Seat("s1")])], series=[series], held=[Held("b", day, present=["s1"])])[1:] == [
        ("body:b", "meets", "series:mote", "series[0].body"),
        ("body:b", "meets", "meeting:b/2027-01-11", "held[0].body"),
        ("seat:b/s1", "attends", "meeting:b/2027-01-11", "held[0].present[0]"),
    ]


def test_areas_and_activities_serve_target_groups_and_one_may_be_a_subset_of_another() -> None:
    groups = [TargetGroup("alla", Text("Alla")), TargetGroup("unga", Text("Unga"), subset_of="alla")]
    area = Area("arbete", Text("Arbete"), target_groups=["unga"])

    assert read(
        target_groups=groups, areas=[area], activities=[Activity("kurs", Text("Kurs"), target_groups=["alla"])]
    ) == [
        ("target-group:unga", "subset-of", "target-group:alla", "target_groups.unga.subset_of"),
        ("area:arbete", "serves", "target-group:unga", "areas.arbete.target_groups[0]"),
        ("activity:kurs", "serves", "target-group:alla", "activities[0].target_groups[0]"),
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
