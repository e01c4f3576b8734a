"""Collaborations that tell much of themselves and little for certain, or deny it."""

from __future__ import annotations

from fractions import Fraction

from samverkan.model.activities import Activity, Audience, Event
from samverkan.model.bodies import Expectation, Rank
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.funding import Money
from samverkan.model.goals import DeliverableGoal, DirectionGoal
from samverkan.model.horizontal import Accessibility, Gender, Horizontal
from samverkan.model.identity import Area, Identity
from samverkan.model.lead import Coordination, Entrance, Initiative, ProjectLead
from samverkan.model.mandate import AtLeast, Mandate
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation, Sector
from samverkan.model.records import Decision, Held, PublicationPolicy
from samverkan.model.source import Source
from samverkan.model.terms import Term
from samverkan.model.values import Period
from samverkan.model.when import InTerm, InWeek
from tests.checklist.builders import (
    EVERYBODY,
    SPRING,
    YEAR,
    board,
    council,
    day,
    disputed,
    fortnightly,
    group,
    on,
    seat,
    setup,
)

YES_AND_NO = (True, False)
HALF_TOLD = setup(
    group(seat("a", "riddle"), seat("b", "town", mandate=disputed(Mandate(), Absent())), closed=False),
    board(seat("c", "town", "firm", rank=disputed(Rank.MANAGER, Rank.SPECIALIST)), seat("d"), seat("e", "no-firm")),
    council(seat("f", "town", political=disputed(*YES_AND_NO)), reports_to=disputed("group", "board")),
    initiative=Initiative(disputed("town", "firm"), disputed(day("2016-01-11"), day("2016-03-01"))),
    lead=ProjectLead(accountable=disputed(1, 2), working_time=disputed(Fraction(1, 4), Fraction(1, 2))),
    entrances=[Entrance(Text("torget")), Entrance(Text("kontoret"), primary=False)],
    identity=Identity(owner=disputed("town", "firm")),
    events=[
        on("e-1", "2016-02-01", "group"),
        Event("e-2", Text("e-2"), InTerm(Term.parse("VT 2016")), bodies=("board",)),
        Event("e-3", Text("e-3"), InWeek("2016-W40")),
    ],
    activities=[Activity("a-1", Text("kurs"), InWeek("2016-W24"), same_as="e-2", organisers=["firm"])],
    decisions=[Decision("d-1", Text("beslut"), "group")],
    held=[Held("group", day("2016-02-01"), present=["b"]), Held("board", day("2016-03-01"), notes=day("2016-03-20"))],
    horizon=YEAR,
    bodies_complete=True,
)
VAGUE = setup(
    group(
        seat("a", "riddle", section="vård", role=Text("vakt")),
        seat("b", "town", mandate=Mandate(until=day("2016-12-31")), areas=["norr"]),
        seat("c"),
        quorum=AtLeast(2),
        expects=[Expectation(Text("näringsliv"), sectors=[Sector.BUSINESS])],
        convened=InWeek("2016-W02"),
    ),
    board(seat("d", "no-firm", rank=Rank.MANAGER), seat("e", "riddle"), reports_to="council"),
    council(seat("f", "town"), seat("g", "town", political=True)),
    initiative=Initiative("riddle", day("2016-01-15")),
    lead=ProjectLead(appointed=day("2016-02-03"), attends=("group",)),
    coordination=Coordination("board"),
    areas=[Area("norr", Text("norr")), Area("syd", Text("syd"))],
    events=[
        Event("v-1", Text("v-1"), InWeek("2016-W05"), bodies=("group",)),
        on("v-2", "2016-02-22", "group"),
        Event("v-3", Text("v-3"), InTerm(Term.parse("VT 2016"))),
        Event("v-4", Text("v-4"), InWeek("2016-W26"), bodies=("board",)),
        Event("v-5", Text("v-5"), InWeek("2016-W26"), audience=[Audience.POLITICS, Audience.PUBLIC]),
        on("v-6", "2016-11-01", "council"),
    ],
    activities=[Activity("a-1", Text("kurs"), InWeek("2016-W06"), same_as="v-1", organisers=["riddle"])],
    decisions=[
        Decision("d-1", Text("ett"), "group", day("2016-02-22")),
        Decision("d-2", Text("två"), "group", day("2016-02-23")),
        Decision("d-3", Text("tre"), "council", mandate=True),
    ],
    held=[
        Held("group", day("2016-02-22"), present=["a", "b"]),
        Held("board", day("2016-06-28")),
        Held("council", day("2016-02-22"), present=["f"]),
    ],
    publication=PublicationPolicy(channel=Text("tidningen"), languages=["sv"], max_delay_days=30),
    horizon=YEAR,
    plan_complete=True,
    bodies_complete=True,
)
NO = Absent("nej")
DENIED = setup(
    group(seat("a", "town"), standing_items_complete=True, meets=NO),
    identity=Identity(owner=NO, programme_area=NO, phase=NO, region=NO, period=NO),
    goals=[DirectionGoal(id="g", text=Text("fler i arbete"))],
    goals_complete=True,
    money=Money(NO, NO),
    cofinanciers_complete=True,
    partners_complete=True,
    bodies_complete=True,
    horizontal=Horizontal(
        accessibility=Accessibility(complete=True, responsible=NO),
        gender=Gender(complete=True, expertise=NO),
        breakdown=NO,
        dissemination=NO,
        after=NO,
        political_anchoring=NO,
        staff_anchoring=NO,
        transnational=NO,
        support=NO,
        learning=NO,
    ),
)

S = Source("helheten")
UNIT = Organisation("unit", part_of="riddle")
LOOSE = Event("v", Text("v"), InTerm(Term.parse("VT 2016")), bodies=("group",))
PERHAPS = Event("w", Text("w"), InWeek("2016-W10"))
SPECIAL = {
    "1.3": [setup(identity=Identity(owner="unit"), organisations=[*EVERYBODY, UNIT])],
    "3.2": [setup(group(), bodies_complete=True), setup(group())],
    "3.3": [
        setup(
            group(seat("a", "town")),
            events=[
                on("e", "2016-02-01", organisers=["town"]),
                on("f", "2016-02-02", organisers=["firm"], cancelled=True),
            ],
            bodies_complete=True,
        )
    ],
    "3.4": [
        setup(entrances=[Entrance(Text("a"), primary=False, source=S), Entrance(Text("b"), channel)])
        for channel in (NO, UNKNOWN, Text("telefon"))
    ],
    "4.2": [
        setup(group(), events=[on(f"e-{when}", when, "group") for when in days], horizon=SPRING, plan_complete=True)
        for days in (("2016-02-01", "2016-02-15", "2016-05-30"), ("2016-02-01",), ())
    ]
    + [
        setup(group(), events=[on("e", "2016-02-01", "group"), *more], horizon=SPRING, plan_complete=closed)
        for more in ((on("f", "2016-02-15", "group"), LOOSE), (PERHAPS,), (LOOSE,))
        for closed in (True, False)
    ],
    "4.6": [
        setup(group(), events=list(events), horizon=Period(day("2015-09-01"), day(last)), plan_complete=True)
        for events, last in (
            ((on("e", "2016-05-01", "group"), on("f", "2016-09-01", "group")), "2016-12-20"),
            ((Event("g", Text("g"), InWeek("2016-W26"), bodies=("group",)), on("e", "2016-09-02")), "2016-12-20"),
            ((), "2016-06-01"),
            ((), "2016-05-31"),
        )
    ],
    "5.1": [setup(board(*(seat(f"b-{place}", "town") for place in range(4)), closed=False))],
    "5.2": [setup(board(*(seat(f"b-{place}", "town", rank=Rank.SPECIALIST) for place in range(2))))],
    "6.2": [setup(group(seat("a", "town", mandate=mandate), seat("b"))) for mandate in (NO, Mandate())],
    "6.3": [setup(group(), series=[fortnightly("2016-03-04", "2016-06-10")], source=S)],
    "6.4": [setup(group(seat("a", "town", role=NO), seat("b", "town", role=NO)))],
    "8.7": [
        setup(
            board(),
            council(),
            events=[on("e", "2016-04-04", "board"), on("f", when, "council")],
            horizon=SPRING,
            plan_complete=True,
        )
        for when in ("2016-04-03", "2016-04-04", "2016-04-05")
    ],
    "H02": [
        setup(goals=[DeliverableGoal(id=name, text=Text(name), number=3) for name in ("g", "h")], goals_complete=True)
    ],
    "H21": [
        setup(council(seat("a", "town", political=True), seat("b", "town", political=True))),
        setup(council(), events=[on("e", "2016-04-04", "council"), on("f", "2016-04-05", "council")]),
    ],
}
