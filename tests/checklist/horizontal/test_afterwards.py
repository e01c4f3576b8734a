# ruff: noqa: ANN401  # any fact in any state
from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.goals import DisseminationGoal
from samverkan.model.horizontal import Horizontal, Learning, LearningKind
from samverkan.model.identity import Area
from samverkan.model.names import Text
from samverkan.model.records import PublicationPolicy
from samverkan.model.source import Source
from tests.checklist.builders import MET, NOT_MET, UNSURE, board, council, disputed, on, seat
from tests.checklist.horizontal.projects import answers, fields, finding, outcome, project

if TYPE_CHECKING:
    from samverkan.checklist.outcome import Outcome

SPREAD = DisseminationGoal(id="g", text=Text("Resultatet sprids"))
BOTH = (True, False)
PUBLISHED = PublicationPolicy(what=["anteckningar"], channel="webben")


@pytest.mark.parametrize(
    ("dissemination", "more", "expected"),
    [
        ("en modell", {}, MET),
        (UNKNOWN, {"goals": [SPREAD]}, MET),
        (Absent(), {"publication": PUBLISHED}, MET),
        (Absent(), {"publication": PublicationPolicy(channel="webben")}, UNSURE),
        (Absent(), {}, UNSURE),  # it may be published all the same
        (Absent(), {"publication": PublicationPolicy(channel=Absent())}, NOT_MET),
        (UNKNOWN, {"publication": PublicationPolicy(channel=Absent())}, UNSURE),
        (UNKNOWN, {}, UNSURE),
        (disputed(Text("a"), Text("b")), {}, UNSURE),
        (disputed(Text("a"), Text("b"), decides=0), {}, MET),
    ],
)
def test_results_are_spread_or_published(dissemination: Any, more: dict[str, Any], expected: Outcome) -> None:
    told = project(horizontal=Horizontal(dissemination=dissemination), **more)

    assert outcome("H19", told) is expected


def test_of_several_goals_the_first_is_cited() -> None:
    found = finding("H19", project(goals=[evolve(SPREAD, source=Source("ansökan")), evolve(SPREAD, id="h")]))

    assert [(each.field, str(each.source)) for each in found.evidence] == [("goals.g.text", "ansökan")]


@pytest.mark.parametrize(
    ("dissemination", "channel", "asked"),
    [
        (UNKNOWN, UNKNOWN, ["horizontal.dissemination", "publication.channel"]),
        (Absent(), "webben", ["publication.what"]),
    ],
)
def test_only_what_may_still_be_so_is_asked_for(dissemination: Any, channel: Any, asked: list[str]) -> None:
    told = project(horizontal=Horizontal(dissemination=dissemination), publication=PublicationPolicy(channel=channel))

    assert [ask.field for ask in finding("H19", told).asks] == asked


@pytest.mark.parametrize(("after", "expected"), [("en plan", MET), (Absent(), NOT_MET), (UNKNOWN, UNSURE)])
def test_something_comes_after_the_project(after: Any, expected: Outcome) -> None:
    assert outcome("H20", answers(after=after)) is expected


class TestPolitics:
    @pytest.mark.parametrize(
        ("anchoring", "political", "expected"),
        [
            ("en skyldighet", UNKNOWN, MET),
            (UNKNOWN, True, MET),
            (Absent(), True, MET),
            (Absent(), False, NOT_MET),
            (Absent(), UNKNOWN, UNSURE),
            (Absent(), disputed(*BOTH), UNSURE),
            (UNKNOWN, False, UNSURE),
        ],
    )
    def test_a_politicians_seat_anchors_whatever_is_declared(
        self, anchoring: Any, political: Any, expected: Outcome
    ) -> None:
        seats = board(seat("s-1", political=political))
        told = project(horizontal=Horizontal(political_anchoring=anchoring), bodies=[seats])

        assert outcome("H21", told) is expected

    def test_so_does_an_item_with_a_political_body(self) -> None:
        found = finding("H21", project(bodies=[council()], events=[on("a", "2016-03-01", "council")]))

        assert (found.outcome, fields(found)) == (MET, ["events.a.when", "events.a.bodies", "bodies.council.kind"])

    def test_a_political_body_without_an_item_does_not(self) -> None:
        assert outcome("H21", project(bodies=[council()])) is UNSURE

    def test_each_seat_that_may_be_a_politicians_is_asked_about(self) -> None:
        found = finding("H21", project(bodies=[board(seat("s-1"))]))

        assert [ask.field for ask in found.asks] == [
            "horizontal.political_anchoring",
            "bodies.board.seats.s-1.political",
        ]


@pytest.mark.parametrize(
    ("learning", "expected"),
    [
        ((Learning(LearningKind.PRE_STUDY, Text("Förstudie")),), MET),
        ((), UNSURE),
        (Absent(), NOT_MET),
        (UNKNOWN, UNSURE),
    ],
)
def test_it_builds_on_earlier_work(learning: Any, expected: Outcome) -> None:
    assert outcome("H22", answers(learning=learning)) is expected


def test_study_visits_of_a_part_of_the_work_count() -> None:
    areas = [Area(name, Text(name), study_visits=["Gnosjö"]) for name in ("north", "south")]
    found = finding("H22", project(areas=areas))

    assert (found.outcome, fields(found)) == (MET, ["areas.north.study_visits"])
