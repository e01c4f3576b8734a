"""The steps of a rollout as days in a calendar."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given
from icalendar import Calendar

from samverkan.errors import UnknownNameError
from samverkan.formats.bundled import bundled
from samverkan.formats.ical.rollout import rollout_feed
from samverkan.steps.rollout import rollout
from samverkan.testing import plannable, step_plans
from tests.steps.builders import MONDAY, each, plan, setup, step

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration
    from samverkan.steps.plan import StepPlan

WHOLE = setup("Malå", "Åmål", updated=MONDAY, revision=3)
STEPS = plan(step("a", days=2), each("b", "a", days=3, criteria=["tranemo:1.5"]))


def events_of(text: str) -> list[Any]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def fed(whole: Collaboration = WHOLE, steps: StepPlan = STEPS, lang: str = "sv", start: dt.date = MONDAY) -> str:
    return rollout_feed(rollout(whole, start=start, steps=steps), whole, lang=lang)


def test_each_step_is_an_event_about_its_whole_days_with_an_exclusive_end() -> None:
    assert [(str(each["SUMMARY"]), each["DTSTART"].dt, each["DTEND"].dt) for each in events_of(fed())] == [
        ("Steget a", dt.date(2027, 1, 11), dt.date(2027, 1, 13)),
        ("Steget b (Malå)", dt.date(2027, 1, 13), dt.date(2027, 1, 16)),
        ("Steget b (Åmål)", dt.date(2027, 1, 13), dt.date(2027, 1, 16)),
    ]


def test_an_event_keeps_its_uid_when_the_plan_is_made_anew() -> None:
    uids = [str(each["UID"]) for each in events_of(fed())]

    assert uids == [f"rollout.{id_}@ekeby.samverkan" for id_ in ("a", "b.0001", "b.0002")]
    assert [str(each["UID"]) for each in events_of(fed(start=dt.date(2027, 3, 1)))] == uids


def test_a_later_revision_of_the_file_is_a_later_event() -> None:
    first, second = events_of(fed())[0], events_of(fed(evolve(WHOLE, revision=4)))[0]

    assert first["SEQUENCE"] < second["SEQUENCE"]
    assert first["DTSTAMP"].dt < second["DTSTAMP"].dt


def test_it_says_who_and_what_shows_it_and_what_to_find_out_first() -> None:
    assert str(events_of(fed())[1]["DESCRIPTION"]).splitlines() == [
        "about",
        "Ansvarig: role",
        "Visas av: evidence",
        "Marginal: ingen",
        "Är det gjort i Malå? Filen talar bara om helheten.",
    ]


def test_a_step_of_weeks_keeps_nobody_busy() -> None:
    assert {str(each["TRANSP"]) for each in events_of(fed())} == {"TRANSPARENT"}


def test_the_feed_is_named_in_the_readers_language() -> None:
    assert [str(Calendar.from_ical(fed(lang=lang))["NAME"]) for lang in ("sv", "en")] == [
        "Ekeby samverkar: stegen på vägen",
        "Ekeby samverkar: the steps on the way",
    ]
    with pytest.raises(UnknownNameError):
        fed(lang="fi")


def test_what_has_no_days_is_no_event() -> None:
    found = rollout(bundled("resurscentrum"), start=MONDAY)

    events = events_of(rollout_feed(found, bundled("resurscentrum")))

    assert len(events) == len(found.planned) < len(found.tasks)


@given(plannable(), step_plans(max_steps=3))
def test_any_rollout_is_a_calendar_with_crlf_and_each_uid_once(whole: Collaboration, steps: StepPlan) -> None:
    free = evolve(whole, calendar=None)
    text = fed(free, steps)

    assert text == fed(free, steps)
    assert text.count("\n") == text.count("\r\n")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    uids = [str(each["UID"]) for each in events_of(text)]
    assert len(set(uids)) == len(uids)
