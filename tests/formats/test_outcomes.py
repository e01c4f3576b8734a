"""The shapes that programs rely on: keys, types and values of the schedule and of the evaluation as JSON."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given, reject, settings

from samverkan.checklist.evaluate import evaluate
from samverkan.errors import InvalidCollaborationError
from samverkan.formats.bundled import bundled, bundled_names
from samverkan.formats.ical.taken import Busy
from samverkan.formats.outcomes import evaluation_data, json_text, schedule_data
from samverkan.formats.wording import Wording
from samverkan.model.calendar import LocalCalendar
from samverkan.model.values import ClockSpan
from samverkan.planning.merging import merged
from samverkan.planning.moment import moment
from samverkan.planning.occupied import clashes_with
from samverkan.planning.schedule import schedule
from samverkan.testing.strategies import collaborations

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration

SV = Wording("sv")
AS_OF = dt.date(2016, 4, 10)
TEXT, WHOLE, YES = str, int, bool
MAYBE = (str, type(None))

SCHEDULE = {
    "collaboration": TEXT,
    "horizon": (dict, type(None)),
    "meetings": list,
    "occasions": list,
    "unplaced": list,
    "clashes": list,
    "breaches": list,
    "occupied": (list, type(None)),
}
MEETING = {
    "id": TEXT,
    "body": MAYBE,
    "bodies": list,
    "name": TEXT,
    "series": MAYBE,
    "nominal": TEXT,
    "date": TEXT,
    "start": MAYBE,
    "end": MAYBE,
    "status": TEXT,
    "reason": MAYBE,
}
UNPLACED = {
    "id": TEXT,
    "body": MAYBE,
    "bodies": list,
    "name": TEXT,
    "precision": TEXT,
    "earliest": MAYBE,
    "latest": MAYBE,
}
CLASH = {"kind": TEXT, "meetings": list, "seats": list, "place": MAYBE, "minutes": (int, type(None)), "why": TEXT}
BREACH = {"meeting": TEXT, "limit": TEXT, "why": TEXT}
OCCUPIED = {"calendar": TEXT, "kind": TEXT, "meeting": TEXT, "start": TEXT, "end": TEXT, "why": TEXT}
EVALUATION = {
    "collaboration": TEXT,
    "checklist": TEXT,
    "version": TEXT,
    "as_of": MAYBE,
    "verdict": TEXT,
    "score": dict,
    "documented": dict,
    "expired": list,
    "factors": list,
    "ask_next": list,
    "settling": dict,
    "advice": list,
    "packages": dict,
}
SETTLING = {"whatever": list, "sets": list}
ASK_SET = {"verdict": TEXT, "asks": list, "criteria": list}
PACKAGE = {"enough": YES, "proven": YES, "cost": WHOLE, "actions": list, "lacking": list}
ACTION = {
    "criterion": TEXT,
    "remedy": TEXT,
    "responsible": TEXT,
    "effort": TEXT,
    "cost": WHOLE,
    "field": TEXT,
    "changes": list,
    "unless_known": YES,
}
FACTOR = {"id": TEXT, "name": TEXT, "outcome": TEXT, "score": dict, "criteria": list}
CRITERION = {
    "id": TEXT,
    "question": TEXT,
    "source": TEXT,
    "core": YES,
    "level": TEXT,
    "outcome": TEXT,
    "because": TEXT,
    "evidence": list,
    "conflict": list,
    "asks": list,
    "remedy": MAYBE,
}
SOURCE = {"source": MAYBE, "method": MAYBE, "role": MAYBE, "collected": MAYBE, "valid_until": MAYBE}
EVIDENCE = {"field": TEXT, "says": TEXT, "level": MAYBE, **SOURCE}
OUTCOMES = {"met", "not_met", "unknown", "not_applicable"}


def has_shape(table: dict[str, Any], shape: dict[str, Any]) -> bool:
    return table.keys() == shape.keys() and all(isinstance(table[key], shape[key]) for key in shape)


def scheduled(collaboration: Collaboration) -> Any:  # noqa: ANN401  # whatever JSON holds
    return json.loads(json_text(schedule_data(schedule(collaboration), SV)))


def evaluated(collaboration: Collaboration, as_of: dt.date | None = AS_OF) -> Any:  # noqa: ANN401  # as above
    return json.loads(json_text(evaluation_data(evaluate(collaboration, as_of=as_of), SV)))


@pytest.mark.parametrize("name", bundled_names())
def test_the_schedule_has_the_shape_of_the_contract(name: str) -> None:
    data = scheduled(bundled(name))

    assert has_shape(data, SCHEDULE)
    assert all(has_shape(meeting, MEETING) for meeting in data["meetings"])
    assert {meeting["status"] for meeting in data["meetings"]} <= {"planned", "moved", "merged", "skipped", "cancelled"}
    assert all(has_shape(item, UNPLACED) for item in data["unplaced"])
    assert all(has_shape(clash, CLASH) for clash in data["clashes"])


def test_what_stands_in_the_way_has_its_shape() -> None:
    tranemo = bundled("tranemo")
    taken = Busy(moment(dt.date(2016, 1, 25), dt.time(14)), moment(dt.date(2016, 1, 25), dt.time(15)))
    keeping = schedule(evolve(tranemo, calendar=LocalCalendar(hours=ClockSpan.parse("13.00–16.00"))))

    occupied_times = {"anna.ics": clashes_with(keeping, [taken])}
    data = json.loads(json_text(schedule_data(keeping, SV, occupied=occupied_times)))

    assert data["breaches"]
    assert all(has_shape(breach, BREACH) for breach in data["breaches"])
    (occupied,) = data["occupied"]
    assert has_shape(occupied, OCCUPIED)


def test_several_collaborations_have_the_same_shape_and_say_whose_each_thing_is() -> None:
    names = bundled_names()
    data = json.loads(json_text(schedule_data(merged(map(bundled, names)), SV)))

    assert has_shape(data, {**SCHEDULE, "collaborations": list})
    assert [each["id"] for each in data["collaborations"]] == sorted(names)
    assert all(has_shape(meeting, {**MEETING, "collaboration": TEXT}) for meeting in data["meetings"])
    assert all(has_shape(item, {**UNPLACED, "collaboration": TEXT}) for item in data["unplaced"])


@pytest.mark.parametrize("name", bundled_names())
def test_the_evaluation_has_the_shape_of_the_contract(name: str) -> None:
    data = evaluated(bundled(name))

    assert has_shape(data, EVALUATION)
    assert has_shape(data["settling"], SETTLING)
    assert all(has_shape(each, ASK_SET) for each in data["settling"]["sets"])
    assert data["packages"].keys() == {"certainly", "perhaps"}
    assert all(has_shape(each, PACKAGE) for each in data["packages"].values())
    assert all(has_shape(action, ACTION) for each in data["packages"].values() for action in each["actions"])
    assert data["verdict"] in {"holds", "falls_short", "undetermined"}
    assert all(has_shape(factor, FACTOR) for factor in data["factors"])
    criteria = [criterion for factor in data["factors"] for criterion in factor["criteria"]]
    assert all(has_shape(criterion, CRITERION) for criterion in criteria)
    assert all(has_shape(each, EVIDENCE) for criterion in criteria for each in criterion["evidence"])
    assert {criterion["outcome"] for criterion in criteria} <= OUTCOMES
    for scored in [data, *data["factors"]]:
        assert 0 <= scored["score"]["low"] <= scored["score"]["high"] <= 1
    assert data["documented"]["low"] <= data["score"]["low"] <= data["score"]["high"] <= data["documented"]["high"]


class TestTranemo:
    def test_the_group_meets_on_eight_fridays_and_the_board_on_4_april(self) -> None:
        meetings = scheduled(bundled("tranemo"))["meetings"]

        group = [meeting["date"] for meeting in meetings if meeting["body"] == "samverkansgrupp"]
        assert group == [str(dt.date(2016, 3, 4) + dt.timedelta(days=14 * n)) for n in range(8)]
        assert [meeting["date"] for meeting in meetings if meeting["body"] == "advisory-board"] == ["2016-04-04"]

    def test_timed_entries_have_the_offset_of_the_day(self) -> None:
        starts = {meeting["id"]: meeting["start"] for meeting in scheduled(bundled("tranemo"))["meetings"]}

        assert starts["p02-tjanstemannadag"] == "2016-01-25T13:00:00+01:00"
        assert starts["p07-advisory-board"] is None

    def test_the_theatre_has_no_date_finer_than_a_week(self) -> None:
        data = scheduled(bundled("tranemo"))

        assert not any("eater" in meeting["name"] for meeting in data["meetings"])
        (theatre,) = [item for item in data["unplaced"] if "eater" in item["name"]]
        assert (theatre["precision"], theatre["earliest"], theatre["latest"]) == ("week", "2016-02-29", "2016-03-13")

    def test_every_decided_outcome_cites_a_field(self) -> None:
        for factor in evaluated(bundled("tranemo"))["factors"]:
            for criterion in factor["criteria"]:
                if criterion["outcome"] in {"met", "not_met"}:
                    assert criterion["evidence"]

    def test_only_what_is_not_met_has_a_remedy(self) -> None:
        for factor in evaluated(bundled("tranemo"))["factors"]:
            for criterion in factor["criteria"]:
                assert (criterion["remedy"] is not None) == (criterion["outcome"] == "not_met")


def test_without_a_day_as_of_is_null() -> None:
    assert evaluated(bundled("tranemo"), as_of=None)["as_of"] is None


def test_the_text_is_sorted_utf_8_with_a_newline_at_the_end() -> None:
    text = json_text({"b": 1, "a": "Malå"})

    assert text == '{\n  "a": "Malå",\n  "b": 1\n}\n'


@given(collaborations())
@settings(max_examples=5)  # each evaluates fifty criteria, and carries out what there is to do
def test_any_collaboration_gives_the_same_bytes_twice(collaboration: Collaboration) -> None:
    try:
        schedule(collaboration)
    except InvalidCollaborationError:
        reject()  # a meeting falls on a day that its series forbids
    one, other = (json_text(evaluation_data(evaluate(collaboration, as_of=AS_OF), SV)) for _ in range(2))

    assert one == other
