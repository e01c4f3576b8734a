from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from samverkan.model.activities import Activity
from samverkan.model.bodies import BodyStatus
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.lead import Coordination, Entrance, ProjectLead
from samverkan.model.names import Text
from samverkan.model.records import Held
from tests.checklist.builders import (
    MET,
    NOT_MET,
    SPRING,
    UNSURE,
    YEAR,
    board,
    council,
    day,
    disputed,
    finding,
    group,
    outcome,
    seat,
    setup,
)

if TYPE_CHECKING:
    from samverkan.checklist.outcome import Outcome
    from samverkan.model.collaboration import Collaboration

ROLE = Text("samordnare")
NOBODY = Absent("vakant")


@pytest.mark.parametrize(
    ("body", "role", "expected"),
    [
        ("group", UNKNOWN, MET),
        (UNKNOWN, ROLE, MET),
        (Absent(), ROLE, MET),
        (Absent(), Absent(), NOT_MET),
        (Absent(), UNKNOWN, UNSURE),
        (UNKNOWN, UNKNOWN, UNSURE),
        (disputed("group", "board"), UNKNOWN, UNSURE),
        (disputed("group", "board", decides=0), UNKNOWN, MET),
    ],
)
def test_a_coordination_function_is_designated(body: object, role: object, expected: Outcome) -> None:
    case = setup(group(), board(), coordination=Coordination(body, role), bodies_complete=True, roles_complete=True)

    assert outcome("3.1", case) is expected


def test_candidates_are_shown_and_do_not_designate() -> None:
    found = finding("3.1", setup(coordination=Coordination(candidates=(ROLE,))))

    assert found.outcome is UNSURE
    assert [each.field for each in found.evidence] == ["coordination.candidates"]


SHARED = setup(group(seat("s-1", "town")), board(seat("b-1", "town")), bodies_complete=True)
STRANGERS = setup(
    group(seat("s-1", "town", holder=NOBODY), reports_to=Absent()),
    board(seat("b-1", "firm", holder=NOBODY), reports_to=Absent()),
    lead=ProjectLead(attends=Absent()),
    bodies_complete=True,
)


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (SHARED, MET),
        (setup(group(seat("s-1", "school")), board(seat("b-1", "town")), bodies_complete=True), MET),
        (
            setup(group(seat("s-1", "firm", holder="k")), board(seat("b-1", "town", holder="k")), bodies_complete=True),
            MET,
        ),
        (setup(group(reports_to="board"), board(), bodies_complete=True), MET),
        (setup(group(), board(), lead=ProjectLead(attends=("group", "board")), bodies_complete=True), MET),
        (STRANGERS, NOT_MET),
        (setup(group(), bodies_complete=True), NOT_MET),
        (setup(bodies_complete=True), NOT_MET),
        (setup(group(seat("s-1", "town")), board(seat("b-1", "town"))), UNSURE),
        (setup(group(seat("s-1", "town")), board(seat("b-1", "firm")), bodies_complete=True), UNSURE),
        (setup(group(), board(), bodies_complete=True), UNSURE),
        (setup(group(reports_to=disputed("board", "council")), board(), council(), bodies_complete=True), UNSURE),
        (setup(), UNSURE),
    ],
)
def test_the_bodies_are_connected(case: Collaboration, expected: Outcome) -> None:
    assert outcome("3.2", case) is expected


@pytest.mark.parametrize(
    ("bodies", "lead"),
    [
        ((group(seat("s-1", "town", holder=NOBODY), reports_to=Absent(), closed=False),), Absent()),
        ((group(seat("s-1", holder=NOBODY), reports_to=Absent()),), Absent()),
        ((group(seat("s-1", "town"), reports_to=Absent()),), Absent()),
        ((group(seat("s-1", "town", holder=NOBODY)),), Absent()),
        ((group(seat("s-1", "town", holder=NOBODY), reports_to=Absent()),), UNKNOWN),
    ],
    ids=["an open list", "a seat without organisation", "an unknown holder", "an unknown report", "an unknown lead"],
)
def test_each_thing_not_known_may_be_the_tie(bodies: tuple[object, ...], lead: object) -> None:
    other = board(seat("b-1", "firm", holder="k"), reports_to=Absent())
    case = setup(*bodies, other, lead=ProjectLead(attends=lead), bodies_complete=True)

    assert outcome("3.2", case) is UNSURE


def test_who_has_nobody_cannot_share_whoever_holds_the_other_seat() -> None:
    vacant = board(seat("b-1", "firm", holder=NOBODY), reports_to=Absent())
    case = setup(
        group(seat("s-1", "town"), reports_to=Absent()),
        vacant,
        lead=ProjectLead(attends=Absent()),
        bodies_complete=True,
    )

    assert outcome("3.2", case) is NOT_MET


def test_a_closed_list_without_a_seat_shares_none_with_an_open_one() -> None:
    bodies = group(reports_to=Absent()), board(closed=False, reports_to=Absent())

    assert outcome("3.2", setup(*bodies, lead=ProjectLead(attends=Absent()), bodies_complete=True)) is NOT_MET


def test_seats_are_not_asked_for_where_they_cannot_join_what_is_apart() -> None:
    tied = (group(seat("s-1", "town"), closed=False), board(seat("b-1", "town")))
    apart = setup(*tied, council(closed=False), bodies_complete=True)
    listed = setup(*tied)

    assert [ask.field for ask in finding("3.2", apart).asks] == ["bodies.council.seats", "bodies.council.reports_to"]
    assert [ask.field for ask in finding("3.2", listed).asks] == ["bodies_complete"]
    assert str(finding("3.2", listed).because) == "The listed bodies hang together, and others may stand apart."


def test_what_ties_two_bodies_that_others_join_already_is_not_asked_for() -> None:
    row = (
        group(seat("s-1", "town"), reports_to=Absent()),
        board(seat("b-1", "town"), seat("b-2", "firm"), reports_to=Absent()),
        council(seat("c-1", "firm"), reports_to=Absent()),
    )

    assert [ask.field for ask in finding("3.2", setup(*row)).asks] == ["bodies_complete"]


def test_where_fewer_reports_are_asked_for_than_could_join_all_parts_every_answer_may_be_needed() -> None:
    apart = (
        group(seat("s-1", "town"), reports_to=Absent()),
        board(seat("b-1", "firm"), reports_to=Absent()),
        council(seat("c-1", "church")),
    )
    found = finding("3.2", setup(*apart, lead=ProjectLead(attends=Absent()), bodies_complete=True))

    assert [ask.field for ask in found.asks] == ["bodies.council.reports_to"]
    assert found.best.within(found.asks)


def test_of_two_bodies_that_stand_apart_the_first_is_to_change() -> None:
    bodies = [
        evolve(council(seat(f"{name}-1", organisation, holder=NOBODY), reports_to=Absent()), id=name)
        for name, organisation in (("a", "town"), ("b", "firm"), ("c", "town"), ("d", "firm"))
    ]
    found = finding("3.2", setup(*bodies, lead=ProjectLead(attends=Absent()), bodies_complete=True))

    assert str(found.because) == "a, c certainly have no tie to any other body."
    assert found.remedy_field == "bodies.a.seats"


def test_a_body_of_the_past_need_not_be_tied() -> None:
    past = council(seat("c-1", "church"), status=BodyStatus.PAST)
    case = setup(group(seat("s-1", "town")), board(seat("b-1", "town")), past, bodies_complete=True)

    assert outcome("3.2", case) is MET


def test_the_shared_organisation_is_cited_in_both_bodies() -> None:
    fields = [each.field for each in finding("3.2", SHARED).evidence]

    assert fields == ["bodies_complete", "bodies.group.seats.s-1.organisations", "bodies.board.seats.b-1.organisations"]


@pytest.mark.parametrize(
    ("organiser", "facts", "expected"),
    [
        ("school", {}, MET),
        ("firm", {}, NOT_MET),
        ("firm", {"bodies_complete": False}, UNSURE),
        ("town", {"activities_complete": False}, UNSURE),
        ("firm", {"activities_complete": False}, NOT_MET),
    ],
)
def test_organisers_have_seats(organiser: str, facts: dict[str, bool], expected: Outcome) -> None:
    activity = Activity("a-1", Text("språkkafé"), organisers=[organiser], organisers_complete=True)
    closed = {"bodies_complete": True, "activities_complete": True, "plan_complete": True, **facts}

    assert outcome("3.3", setup(group(seat("s-1", "town")), activities=[activity], **closed)) is expected


def test_a_complete_plan_without_organisers_is_cited_as_complete() -> None:
    found = finding("3.3", setup(group(), activities_complete=True, plan_complete=True, bodies_complete=True))

    assert (found.outcome, str(found.evidence[0].says)) == (NOT_MET, "the list is complete")


@pytest.mark.parametrize(
    ("entrances", "expected"),
    [
        ([Entrance(Text("torget"), Text("telefon"))], MET),
        ([Entrance(Text("torget"), Text("telefon")), Entrance(Text("kontoret"), primary=False)], MET),
        ([Entrance(Text("torget"), Text("telefon"), primary=False)], MET),
        ([Entrance(Text("torget")), Entrance(Text("kontoret"))], NOT_MET),
        ([Entrance(Text("torget"), Absent())], NOT_MET),
        ([Entrance(Text("torget"))], UNSURE),
        ([], UNSURE),
    ],
)
def test_there_is_one_entrance(entrances: list[Entrance], expected: Outcome) -> None:
    assert outcome("3.4", setup(entrances=entrances)) is expected


@pytest.mark.parametrize(
    ("days", "as_of", "expected"),
    [
        (["2016-02-01", "2016-09-01"], "2016-10-01", MET),
        (["2016-01-01", "2016-12-31"], "2016-12-31", MET),
        (["2016-06-30", "2016-07-01"], "2016-07-01", MET),
        (["2016-02-01"], "2017-01-01", NOT_MET),
        (["2016-02-01"], "2016-10-01", UNSURE),
        (["2016-02-01"], "2016-12-31", UNSURE),  # the term is over when its last day is
        (["2016-02-01", "2016-09-01"], None, UNSURE),
    ],
)
def test_the_coordination_function_is_at_work(days: list[str], as_of: str | None, expected: Outcome) -> None:
    case = setup(
        group(),
        coordination=Coordination("group"),
        horizon=YEAR,
        held=[Held("group", day(text)) for text in days],
        held_complete=True,
    )

    assert outcome("3.5", case, as_of=day(as_of) if as_of else None) is expected


def test_without_a_coordination_function_nothing_is_at_work() -> None:
    case = setup(coordination=Coordination(Absent(), Absent()), horizon=SPRING)

    assert outcome("3.5", case) is NOT_MET
    assert outcome("3.5", setup()) is UNSURE
