"""One meeting as a VEVENT (*händelse i kalendern*)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from samverkan.formats.ical.content import folded, text_line
from samverkan.formats.ical.issue import is_changed
from samverkan.formats.ical.zone import basic, hours
from samverkan.model.message import say
from samverkan.planning.meeting import Status

if TYPE_CHECKING:
    from samverkan.formats.ical.issue import Issue
    from samverkan.formats.wording import Wording
    from samverkan.model.values import ClockSpan
    from samverkan.planning.meeting import Meeting

_DAY = dt.timedelta(days=1)
_SAYING_NOTHING = (say("moved by hand"), say("cancelled by hand"))


def event_lines(meeting: Meeting, issue: Issue) -> list[str]:
    """Write a meeting as an event of its own; one that does not take place stays, as cancelled."""
    head = issue.head(issue.uid(meeting), changed=is_changed(meeting))
    return [*head, *when_lines(meeting.date, meeting.clock), *what_lines(meeting, issue)]


def when_lines(day: dt.date, clock: ClockSpan | None) -> list[str]:
    """Write when something starts and ends; without a clock time it is about the whole day, which claims no hour."""
    if clock is None:
        lines = [f"DTSTART;VALUE=DATE:{basic(day)}"]
        # The end is the day after, as RFC 5545 (3.6.1) has it; the last day of all has none.
        return lines if day == dt.date.max else [*lines, f"DTEND;VALUE=DATE:{basic(day + _DAY)}"]
    start, end = hours(day, clock)
    return [f"DTSTART{start}"] if end is None else [f"DTSTART{start}", f"DTEND{end}"]


def what_lines(meeting: Meeting, issue: Issue) -> list[str]:
    """Write what it is, where, whose, what has become of it and why, and end the event."""
    wording = issue.wording
    lines = [text_line("SUMMARY", wording.value(meeting.name))]
    if meeting.place is not None:
        lines.append(text_line("LOCATION", wording.value(meeting.place)))
    if meeting.bodies:
        lines.append(folded(f"CATEGORIES:{','.join(issue.bodies.get(body, body) for body in meeting.bodies)}"))
    if told := _told(meeting, wording):
        lines.append(text_line("DESCRIPTION", told))
    lines.append(f"STATUS:{'CONFIRMED' if meeting.takes_place else 'CANCELLED'}")
    if meeting.clock is None or not meeting.takes_place:
        # A day whose hours are unknown, or on which nobody meets, keeps nobody busy.
        lines.append("TRANSP:TRANSPARENT")
    return [*lines, "END:VEVENT"]


def _told(meeting: Meeting, wording: Wording) -> str:
    """Tell what has become of a meeting that is not simply planned: ``Flyttat från fre 18 mars 2016: sjukdom``."""
    told = []
    if meeting.status is not Status.PLANNED:
        moved = f" {wording.tell(say('from {day}', day=meeting.nominal))}" if meeting.nominal != meeting.date else ""
        told.append(f"{wording.label(meeting.status)}{moved}")
    if meeting.reason is not None and meeting.reason not in _SAYING_NOTHING:
        told.append(wording.tell(meeting.reason))
    line = ": ".join(told)
    return f"{line[:1].upper()}{line[1:]}"
