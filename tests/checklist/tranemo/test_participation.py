from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samverkan.model.activities import Activity, Audience, Event
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.names import Text
from samverkan.model.records import Decision, Held
from samverkan.model.when import InWeek, OnDate
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
    on,
    outcome,
    seat,
    setup,
)

if TYPE_CHECKING:
    from samverkan.checklist.outcome import Outcome
    from samverkan.model.collaboration import Collaboration

FOR_POLITICS = on("e", "2016-01-18", audience=[Audience.POLITICS])
YES_AND_NO = (True, False)


@pytest.mark.parametrize(
    ("political", "closed", "bodies_closed", "expected"),
    [
        (True, False, False, MET),
        (False, True, True, NOT_MET),
        (Absent(), True, True, NOT_MET),
        (False, False, True, UNSURE),
        (False, True, False, UNSURE),
        (UNKNOWN, True, True, UNSURE),
        (disputed(*YES_AND_NO), True, True, UNSURE),
        (disputed(*YES_AND_NO, decides=0), True, True, MET),
    ],
)
def test_a_politician_has_a_seat(political: object, *, closed: bool, bodies_closed: bool, expected: Outcome) -> None:
    case = setup(board(seat("a", "town", political=political), closed=closed), bodies_complete=bodies_closed)

    assert outcome("8.1", case) is expected


def test_the_political_seat_is_cited_with_its_role() -> None:
    found = finding("8.1", setup(board(seat("a", "town", political=True, role=Text("ordförande")))))

    assert [each.field for each in found.evidence] == ["bodies.board.seats.a.political", "bodies.board.seats.a.role"]


def test_where_one_section_is_known_one_answer_more_decides() -> None:
    seats = seat("a", "town", section=Text("vård")), seat("b", "town")
    found = finding("8.3", setup(group(*seats)))

    assert [ask.field for ask in found.asks] == ["bodies.group.seats.b.section"]
    assert found.best.within(found.asks)
    assert found.worst.within(found.asks)
    assert not found.worst.within([])


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (setup(council(), events=[on("e", "2016-01-18", "council")], horizon=SPRING), MET),
        (setup(council(), events=[on("e", "2016-01-18", "council")], horizon=YEAR, plan_complete=True), NOT_MET),
        (setup(council(), events=[on("e", "2016-01-18", "council")], horizon=YEAR), UNSURE),
        (setup(board(), events=[on("e", "2016-01-18", "board")], horizon=SPRING, plan_complete=True), NOT_MET),
        (setup(council(), horizon=SPRING), UNSURE),
        (
            setup(council(), events=[Event("e", Text("e"), bodies=("council",))], horizon=SPRING, plan_complete=True),
            UNSURE,
        ),
        (
            setup(
                council(),
                events=[
                    Event(
                        "e",
                        Text("e"),
                        disputed(OnDate(day("2016-01-18")), OnDate(day("2015-01-18"))),
                        bodies=("council",),
                    )
                ],
                horizon=SPRING,
                plan_complete=True,
            ),
            UNSURE,
        ),
        (setup(council(), events=[on("e", "2016-01-18", "council")]), UNSURE),
        (setup(council(), events=[FOR_POLITICS], horizon=SPRING, plan_complete=True), UNSURE),
        (setup(events=[FOR_POLITICS], horizon=SPRING, plan_complete=True), UNSURE),
        (setup(events=[FOR_POLITICS], horizon=SPRING, plan_complete=True, bodies_complete=True), NOT_MET),
        (setup(council(), events=[on("e", "2016-01-18")], horizon=SPRING, plan_complete=True), UNSURE),
        (
            setup(
                council(),
                events=[on("e", "2016-01-18", audience=[Audience.ADMINISTRATION])],
                horizon=SPRING,
                plan_complete=True,
            ),
            NOT_MET,
        ),
    ],
)
def test_the_work_is_on_the_political_agenda(case: Collaboration, expected: Outcome) -> None:
    assert outcome("8.2", case) is expected


def test_two_mentions_of_an_item_that_lie_in_different_terms_contradict_each_other() -> None:
    told = Activity("a", Text("a"), InWeek("2016-W40"), body="council", same_as="e")
    events = [on("e", "2016-02-01", "council")]
    found = finding("8.2", setup(council(), events=events, activities=[told], horizon=SPRING, plan_complete=True))

    assert (found.outcome, [each.field for each in found.conflict]) == (UNSURE, ["events.e.when", "activities.a.when"])


def test_an_item_for_politics_without_a_body_is_asked_which_body() -> None:
    found = finding("8.2", setup(council(), events=[FOR_POLITICS], horizon=SPRING, plan_complete=True))

    assert (found.asks[0].field, str(found.asks[0].question)) == ("events.e.bodies", "Which body meets at “e”?")


LEARNING, CARE = Text("Lärande"), Text("Omsorg")


@pytest.mark.parametrize(
    ("placed", "closed", "expected"),
    [
        ([("town", LEARNING), ("town", CARE)], False, MET),
        ([("town", LEARNING), ("school", Text("lärande"))], True, NOT_MET),
        ([("town", LEARNING)], False, UNSURE),
        ([("town", LEARNING), ("town", UNKNOWN)], True, UNSURE),
        ([("town", LEARNING), ("firm", UNKNOWN)], True, NOT_MET),
        ([("town", LEARNING), ("riddle", CARE)], True, UNSURE),
        ([("town", LEARNING), ("town", Absent())], True, NOT_MET),
        ([("town", LEARNING), ("town", disputed(LEARNING, CARE))], True, UNSURE),
        ([("town", LEARNING), ("town", disputed(LEARNING, CARE, decides=1))], True, MET),
        ([], True, NOT_MET),
    ],
)
def test_two_sections_have_a_seat(placed: list[tuple[str, object]], *, closed: bool, expected: Outcome) -> None:
    seats = [seat(f"s-{place}", name, section=section) for place, (name, section) in enumerate(placed)]

    assert outcome("8.3", setup(group(*seats, closed=closed))) is expected


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (setup(events=[on("e", "2016-01-25", audience=[Audience.ADMINISTRATION])], horizon=SPRING), MET),
        (setup(events=[on("e", "2016-01-25", invited_complete=True)], horizon=SPRING, plan_complete=True), NOT_MET),
        (setup(events=[on("e", "2016-01-25")], horizon=SPRING, plan_complete=True), UNSURE),
        (setup(horizon=SPRING), UNSURE),
        (setup(), UNSURE),
    ],
)
def test_an_event_addresses_the_administration(case: Collaboration, expected: Outcome) -> None:
    assert outcome("8.4", case) is expected


@pytest.mark.parametrize(
    ("political", "closed", "expected"),
    [(True, True, MET), (False, True, NOT_MET), (False, False, UNSURE), (UNKNOWN, True, UNSURE)],
)
def test_politics_takes_part_in_the_group(political: object, *, closed: bool, expected: Outcome) -> None:
    case = setup(group(seat("a", "town", political=political), closed=closed), board(seat("b", "town", political=True)))

    assert outcome("8.5", case) is expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"decisions": [Decision("d", Text("d"), "council")]}, MET),
        ({"held": [Held("council", day("2016-01-18"))]}, MET),
        (
            {"decisions": [Decision("d", Text("d"), "group")], "decisions_complete": True, "held_complete": True},
            NOT_MET,
        ),
        ({"decisions": [Decision("d", Text("d"))], "decisions_complete": True, "held_complete": True}, UNSURE),
        ({"decisions_complete": True}, UNSURE),
    ],
)
def test_politics_has_decided(facts: dict[str, object], expected: Outcome) -> None:
    assert outcome("8.6", setup(group(), council(), **facts)) is expected


@pytest.mark.parametrize(
    ("board_day", "council_day", "closed", "expected"),
    [
        ("2016-04-04", "2016-05-02", True, MET),
        ("2016-04-04", "2016-05-02", False, UNSURE),
        ("2016-04-04", "2016-01-18", True, NOT_MET),
        ("2016-04-04", None, True, UNSURE),
        (None, "2016-05-02", True, UNSURE),
    ],
)
def test_results_return_to_politics(
    board_day: str | None, council_day: str | None, *, closed: bool, expected: Outcome
) -> None:
    events = [
        Event(f"e-{body}", Text("e"), OnDate(day(text)) if text else UNKNOWN, bodies=(body,))
        for body, text in (("board", board_day), ("council", council_day))
    ]

    assert outcome("8.7", setup(board(), council(), events=events, horizon=SPRING, plan_complete=closed)) is expected


def test_the_last_meeting_and_the_last_item_are_cited() -> None:
    days = {"board": ("2016-02-01", "2016-04-04"), "council": ("2016-05-02", "2016-05-30")}
    events = [on(f"{name}-{when}", when, name) for name, whens in days.items() for when in whens]
    found = finding("8.7", setup(board(), council(), events=events, horizon=SPRING, plan_complete=True))

    assert [each.field for each in found.evidence if each.field.endswith(".when")] == [
        "events.board-2016-04-04.when",
        "events.council-2016-05-30.when",
    ]


def test_a_meeting_of_nobody_knows_whom_may_be_the_last_one() -> None:
    events = [on("a", "2016-04-04", "board"), on("b", "2016-05-02", "council"), on("c", "2016-06-01")]

    assert outcome("8.7", setup(board(), council(), events=events, horizon=SPRING, plan_complete=True)) is UNSURE


def test_a_meeting_that_may_lie_after_the_horizon_may_be_the_last_one() -> None:
    events = [
        on("a", "2016-04-04", "board"),
        Event("b", Text("b"), InWeek("2016-W24"), bodies=("board",)),  # the horizon ends on its second day
        on("c", "2016-06-10", "council"),
    ]

    assert outcome("8.7", setup(board(), council(), events=events, horizon=SPRING, plan_complete=True)) is UNSURE


def test_only_what_is_planned_for_politics_and_no_body_may_be_an_item_of_a_body_that_is_not_listed() -> None:
    politics = {"audience": [Audience.POLITICS]}
    case = setup(
        group(),
        horizon=SPRING,
        events=[on("a", "2016-02-01", **politics), on("b", "2016-02-02", "group", **politics), on("c", "2016-02-03")],
        activities=[Activity("d", Text("d"), OnDate(day("2016-02-04")), **politics)],
    )

    assert [ask.field for ask in finding("8.2", case).asks] == ["events.a.bodies", "events"]
