"""Renewals as a calendar: an event about the whole of each last day, equal bytes for equal input."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from icalendar import Calendar

from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.forecast import forecast
from samverkan.errors import UnknownNameError
from samverkan.formats.ical.renewals import renewal_feed
from samverkan.model.bodies import Seat
from samverkan.model.lead import Initiative
from samverkan.model.mandate import AtLeast, Mandate
from samverkan.model.names import Text
from samverkan.model.source import Method, Source
from samverkan.testing import plannable
from tests.checklist.builders import day, group, setup

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration

NOW = day("2016-04-10")
TALK = Source("intervju; 3", method=Method.INTERVIEW, role=Text("rektor"), valid_until=day("2016-06-30"))
SEAT = Seat("a", role=Text("Kommunchef"), organisations=["town"], mandate=Mandate(until=day("2016-08-31")))
WHOLE = setup(group(SEAT, quorum=AtLeast(1)), initiative=Initiative("town", source=TALK), updated=day("2016-03-01"))


def fed(whole: Collaboration, lang: str = "sv") -> str:
    return renewal_feed(forecast(evaluate(whole, as_of=NOW)), lang=lang)


def events_of(text: str) -> list[Any]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def test_each_renewal_is_an_all_day_event_on_its_last_day() -> None:
    events = events_of(fed(WHOLE))

    assert [(str(each["SUMMARY"]), each["DTSTART"].dt, each["DTEND"].dt) for each in events] == [
        ("Förnya källan intervju; 3", dt.date(2016, 6, 30), dt.date(2016, 7, 1)),
        ("Förnya mandatet för platsen a (Kommunchef) i Gruppen", dt.date(2016, 8, 31), dt.date(2016, 9, 1)),
    ]
    assert str(events[0]["DESCRIPTION"]).splitlines() == [
        "intervju, rektor",
        "initiative.source",
        "utan den gäller inte längre dagens utfall för: 1.1",
    ]
    assert {str(each["TRANSP"]) for each in events} == {"TRANSPARENT"}


def test_the_feed_is_in_the_readers_language() -> None:
    calendar = Calendar.from_ical(fed(WHOLE, "en"))

    assert str(calendar["NAME"]) == "Ett försök: renewals"
    assert str(events_of(fed(WHOLE, "en"))[0]["SUMMARY"]) == "Renew the source intervju; 3"
    with pytest.raises(UnknownNameError, match="there is no language “fi”"):
        fed(WHOLE, "fi")


def test_a_source_renewed_to_another_day_is_another_event() -> None:
    later = evolve(TALK, valid_until=day("2016-12-31"))
    one, other = (
        {str(each["UID"]) for each in events_of(fed(whole))}
        for whole in (WHOLE, evolve(WHOLE, initiative=Initiative("town", source=later)))
    )

    assert len(one & other) == 1
    assert all(uid.endswith("@try.samverkan") and "/" not in uid for uid in one | other)


@given(plannable())
@settings(max_examples=25)
def test_any_collaboration_gives_the_same_bytes_twice_and_reads_back(whole: Collaboration) -> None:
    text = fed(whole)
    uids = [str(each["UID"]) for each in events_of(text)]

    assert text == fed(whole)
    assert len(uids) == len(set(uids)) == len(forecast(evaluate(whole, as_of=NOW)).renewals)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
