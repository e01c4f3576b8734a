"""A schedule as a feed that calendar programs subscribe to (*prenumeration*)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from samverkan.formats.ical.content import text_line
from samverkan.formats.ical.event import event_lines
from samverkan.formats.ical.issue import Issue
from samverkan.formats.ical.recurrence import recurrence, recurrence_lines
from samverkan.formats.ical.zone import VTIMEZONE
from samverkan.formats.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.collaboration import Collaboration
    from samverkan.planning.meeting import Meeting
    from samverkan.planning.schedule import Schedule

REFRESH: Final = "PT12H"
"""How often a reader is asked to look again: twice a day."""


def feed(
    schedule: Schedule, collaboration: Collaboration, *, body: str | None = None, lang: str = "sv", rules: bool = False
) -> str:
    """Write the schedule of a collaboration, or the part of one body, as iCalendar text with CRLF line ends.

    Each meeting is an event that keeps its UID when it moves. With ``rules`` a series is one event with an RRULE, where
    RFC 5545 can say its cadence. What has no date is left out, since an event would give it one; so are the days of
    activities, at which nobody meets. Equal input gives equal text. Raises ``UnknownNameError`` for an unknown body or
    language.
    """
    issue = Issue.of(collaboration, Wording(lang))
    part = schedule if body is None else schedule.of(body)
    lines = [*_head(collaboration, body, issue), *VTIMEZONE]
    if rules:
        lines += _by_rule(part, collaboration, issue)
    else:
        lines += [line for meeting in part.meetings for line in event_lines(meeting, issue)]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def _head(collaboration: Collaboration, body: str | None, issue: Issue) -> list[str]:
    name = issue.wording.value(collaboration.name)
    if body is not None and (found := collaboration.body(body)):
        name = f"{name}: {issue.wording.value(found.name)}"
    return [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//samverkan//samverkan//{issue.wording.language.upper()}",
        text_line("NAME", name),
        text_line("X-WR-CALNAME", name),
        f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}",
        f"X-PUBLISHED-TTL:{REFRESH}",
    ]


def _by_rule(schedule: Schedule, collaboration: Collaboration, issue: Issue) -> Iterator[str]:
    """Write each series by its rule where the first of its meetings stands, and everything else as it is."""
    gathered: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in schedule.meetings:
        if meeting.series is not None:
            gathered[meeting.series].append(meeting)
    rules = {
        series.id: (series, told)
        for series in collaboration.series
        if (told := recurrence(series, gathered.get(series.id, ())))
    }
    written = set()
    for meeting in schedule.meetings:
        if meeting.series not in rules:
            yield from event_lines(meeting, issue)
        elif meeting.series not in written:
            written.add(meeting.series)
            yield from recurrence_lines(*rules[meeting.series], issue)
