# ruff: noqa: ANN401  # any fact in any state
from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from samverkan.model.activities import Event
from samverkan.model.bodies import Body, BodyKind, BodyStatus, StandingItem, Topic
from samverkan.model.cadence import EveryDays, Per, Regularly, TimesPer
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.names import Text
from samverkan.model.when import InWeek, Often
from tests.checklist.builders import MET, NOT_MET, UNSURE, disputed, fortnightly, group, on
from tests.checklist.horizontal.projects import fields, finding, outcome, project

if TYPE_CHECKING:
    from samverkan.checklist.outcome import Outcome


def body(kind: BodyKind = BodyKind.PROJECT_MEETING, **facts: Any) -> Body:
    return Body("group", kind, Text("Gruppen"), **facts)


@pytest.mark.parametrize(
    ("bodies", "closed", "expected"),
    [
        ([body(BodyKind.STEERING_GROUP)], False, MET),
        ([body(BodyKind.COLLABORATION_GROUP)], False, MET),
        ([body(BodyKind.STEERING_GROUP, status=BodyStatus.PAST)], True, NOT_MET),
        ([body()], True, NOT_MET),
        ([body()], False, UNSURE),
        ([], True, NOT_MET),
        ([], False, UNSURE),
    ],
)
def test_a_body_that_steers_is_named(bodies: list[Body], *, closed: bool, expected: Outcome) -> None:
    assert outcome("H10", project(bodies=bodies, bodies_complete=closed)) is expected


class TestSchedulable:
    @pytest.mark.parametrize(
        ("meets", "expected"),
        [
            (EveryDays(14), MET),
            (TimesPer(2, Per.TERM), MET),
            (TimesPer(2, Per.TERM, approximate=True), UNSURE),
            (Regularly(), UNSURE),
            (UNKNOWN, UNSURE),
            (Absent(), NOT_MET),
            (disputed(EveryDays(14), Regularly()), UNSURE),
            (disputed(EveryDays(14), Regularly(), decides=0), MET),
        ],
    )
    def test_regularly_has_no_number(self, meets: Any, expected: Outcome) -> None:
        assert outcome("H11", project(bodies=[body(meets=meets)], bodies_complete=True)) is expected

    @pytest.mark.parametrize(
        ("events", "expected"),
        [
            ([on("a", "2016-03-01", "group"), on("b", "2016-04-01", "group")], MET),
            ([on("a", "2016-03-01", "group"), on("b", "2016-03-01", "group")], NOT_MET),
            ([on("a", "2016-03-01", "group"), on("b", "2016-04-01")], NOT_MET),
            ([on("a", "2016-03-01", "group"), Event("b", Text("b"), bodies=["group"])], UNSURE),
            ([Event("b", Text("b"), InWeek("2016-W10"), bodies=["group"])], UNSURE),
            ([Event("b", Text("b"), Often(TimesPer(2, Per.TERM)), bodies=["group"])], MET),
            ([Event("b", Text("b"), Often(Regularly()), bodies=["group"])], UNSURE),
            ([Event("b", Text("b"), Often(EveryDays(7)), bodies=["group"], cancelled=True)], NOT_MET),
            ([], NOT_MET),
        ],
    )
    def test_one_date_is_no_frequency(self, events: list[Event], expected: Outcome) -> None:
        told = project(bodies=[body(meets=Absent())], bodies_complete=True, events=events)

        assert outcome("H11", told) is expected

    def test_a_series_is_cited_by_its_rule(self) -> None:
        found = finding("H11", project(bodies=[group()], series=[fortnightly("2016-03-04", "2016-06-10")]))

        assert (found.outcome, fields(found)) == (MET, ["series.row.every", "series.row.body"])

    def test_one_body_that_does_not_meet_regularly_is_not_all(self) -> None:
        told = project(bodies=[body(meets=Absent())])

        assert outcome("H11", told) is UNSURE
        assert [ask.field for ask in finding("H11", told).asks] == ["bodies_complete"]

    def test_of_several_that_do_not_meet_the_first_is_to_change(self) -> None:
        two = [body(meets=Absent()), evolve(body(meets=Absent()), id="other")]
        found = finding("H11", project(bodies=two, bodies_complete=True, plan_complete=True))

        assert (found.outcome, found.remedy_field) == (NOT_MET, f"bodies.{two[0].id}.meets")

    def test_without_any_body_nobody_meets(self) -> None:
        assert outcome("H11", project(bodies_complete=True)) is NOT_MET
        assert outcome("H11", project()) is UNSURE


class TestStandingItems:
    @pytest.mark.parametrize(
        ("topics", "expected"),
        [
            ([Topic.GENDER_EQUALITY, Topic.ACCESSIBILITY], MET),
            ([Topic.GENDER_EQUALITY], NOT_MET),
            ([Topic.GENDER_EQUALITY, UNKNOWN], UNSURE),
            ([UNKNOWN], NOT_MET),  # one item is not about both
            ([UNKNOWN, UNKNOWN], UNSURE),
            ([UNKNOWN, Absent()], NOT_MET),
            ([Topic.ACCESSIBILITY, disputed(*Topic)], UNSURE),
            ([Topic.ACCESSIBILITY, disputed(*Topic, decides=0)], MET),
            ([], NOT_MET),
        ],
    )
    def test_complete_agendas_hold_both_topics(self, topics: list[Any], expected: Outcome) -> None:
        items = [StandingItem(Text("Punkt"), topic) for topic in topics]
        told = project(bodies=[body(standing_items=items, standing_items_complete=True)], bodies_complete=True)

        assert outcome("H18", told) is expected

    def test_the_topics_may_stand_on_two_agendas(self) -> None:
        one, other = (body(standing_items=[StandingItem(Text("Punkt"), topic)]) for topic in Topic)
        second = Body("other", BodyKind.NETWORK, Text("Nätet"), standing_items=other.standing_items)

        assert outcome("H18", project(bodies=[one, second])) is MET

    @pytest.mark.parametrize("closed", [True, False])
    def test_an_open_agenda_may_hold_them(self, *, closed: bool) -> None:
        told = project(bodies=[body(standing_items_complete=closed)], bodies_complete=not closed)

        assert outcome("H18", told) is UNSURE
        assert [ask.field for ask in finding("H18", told).asks] == ["bodies.group.standing_items"]

    def test_without_any_body_there_is_no_agenda(self) -> None:
        assert finding("H18", project(bodies_complete=True)).remedy_field == "bodies"
        assert [ask.field for ask in finding("H18", project()).asks] == ["bodies"]
