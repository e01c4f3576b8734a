"""The cost of writing a schedule as a feed."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

import icalendar

from benchmarks.country import country
from benchmarks.timing import Row, compared
from samverkan.formats.ical import feed
from samverkan.planning.meeting import Status
from samverkan.planning.schedule import schedule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from benchmarks.country import Municipality
    from samverkan.planning.meeting import Meeting
    from samverkan.planning.schedule import Schedule

    _Writer = Callable[[], str]

QUESTION = "Writing a feed"
_STAMP = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def rows() -> Iterable[Row]:
    """Measure our feed of a municipality against `icalendar` alone, which is given the same events."""
    (municipality,) = country(1)
    ours, theirs, count = check(municipality)
    yield compared(QUESTION, "icalendar", ours, theirs, count=count, unit="event", target=1.0)


def check(municipality: Municipality) -> tuple[_Writer, _Writer, int]:
    """Hold that both write the same events; give our writer, the peer's, and the number of events."""
    whole = municipality.whole
    plan = schedule(whole)
    names = {body.id: body.name.sv for body in whole.bodies}
    ours = partial(feed, plan, whole)
    told = {str(event["UID"]): str(event.get("DESCRIPTION", "")) for event in _events(ours())}
    theirs = partial(_by_icalendar, plan, names, told)
    assert _facts(ours()) == _facts(theirs())  # noqa: S101  # both write the same events
    return ours, theirs, len(told)


def _by_icalendar(plan: Schedule, names: Mapping[str, str], told: Mapping[str, str]) -> str:
    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//samverkan//benchmark//")
    for meeting in plan.meetings:
        calendar.add_component(_event(meeting, names, told))
    return str(calendar.to_ical(), "utf-8")


def _event(meeting: Meeting, names: Mapping[str, str], told: Mapping[str, str]) -> icalendar.Event:
    event = icalendar.Event()
    uid = f"{meeting.id.replace('/', '.')}@{meeting.id.partition('-')[0]}.samverkan"
    event.add("uid", uid)
    event.add("dtstamp", _STAMP)
    event.add("last-modified", _STAMP)
    event.add("sequence", int(meeting.status is not Status.PLANNED))
    event.add("dtstart", meeting.start)
    event.add("dtend", meeting.end)
    event.add("summary", meeting.name.sv)
    event.add("categories", [names[body] for body in meeting.bodies])
    if told[uid]:
        event.add("description", told[uid])
    event.add("status", "CONFIRMED" if meeting.takes_place else "CANCELLED")
    if not meeting.takes_place:
        event.add("transp", "TRANSPARENT")
    return event


def _events(text: str) -> list[icalendar.Component]:
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def _facts(text: str) -> list[dict[str, str]]:
    """Give what the events say, apart from when they were written and by which zone's definition."""
    return [
        {name: str(value.to_ical()) for name, value in event.items() if name not in {"DTSTAMP", "LAST-MODIFIED"}}
        for event in _events(text)
    ]
