"""A schedule as a feed that calendar programs subscribe to (*prenumeration*)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, TypeAlias

from samverkan.errors import InvalidValueError
from samverkan.formats.ical.content import text_line
from samverkan.formats.ical.event import event_lines
from samverkan.formats.ical.issue import Issue
from samverkan.formats.ical.recurrence import recurrence, recurrence_lines
from samverkan.formats.ical.zone import VTIMEZONE
from samverkan.formats.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.model.collaboration import Collaboration
    from samverkan.planning.meeting import Meeting
    from samverkan.planning.schedule import Schedule

_Issues: TypeAlias = "dict[str, tuple[Collaboration, Issue]]"

REFRESH: Final = "PT12H"
"""How often a reader is asked to look again: twice a day."""


def feed(
    schedule: Schedule,
    collaboration: Collaboration,
    *others: Collaboration,
    body: str | None = None,
    lang: str = "sv",
    rules: bool = False,
) -> str:
    """Write the schedule of a collaboration, or the part of one body, as iCalendar text with CRLF line ends.

    A schedule that is ``merged`` goes with all the collaborations that it was made of, in any order: a meeting has the
    UID that it has in the feed of its own collaboration, and the name of that before its own.

    Each meeting is an event that keeps its UID when it moves. With ``rules`` a series is one event with an RRULE, where
    RFC 5545 can say its cadence. What has no date is left out, since an event would give it one; so are the days of
    activities, at which nobody meets. Equal input gives equal text. Raises ``UnknownNameError`` for an unknown body or
    language, ``InvalidValueError`` for collaborations of which the schedule was not made.
    """
    wording = Wording(lang)
    issues = _issues(schedule, (collaboration, *others), wording)
    part = schedule if body is None else schedule.of(body)
    lines = [*head_lines(_name(schedule, issues, body, wording), wording), *VTIMEZONE]
    if rules:
        lines += _by_rule(part, issues)
    else:
        lines += [line for each in part.meetings for line in event_lines(each, issues[part.owner(each.id)][1])]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def _issues(schedule: Schedule, wholes: Sequence[Collaboration], wording: Wording) -> _Issues:
    """Give each collaboration with its issue, by its id and in the order of these."""
    given, made_of = (
        sorted(each.id for each in wholes),
        [each.id for each in schedule.members] or [schedule.collaboration],
    )
    if given != made_of:
        raise InvalidValueError(
            "other-collaborations",
            f"the schedule was not made of {', '.join(given)}",
            f"what it was made of: {', '.join(made_of)}",
        )
    return {
        whole.id: (whole, Issue.of(whole, wording, prefix=f"{whole.id}/" if schedule.members else ""))
        for whole in sorted(wholes, key=lambda each: each.id)
    }


def _name(schedule: Schedule, issues: _Issues, body: str | None, wording: Wording) -> str:
    """Name the feed: by all its collaborations, or by the one body with its own."""
    if body is None:
        return wording.listed([wording.value(whole.name) for whole, _ in issues.values()])
    whole, issue = issues[schedule.owner(body)]
    found = whole.body(body.removeprefix(issue.prefix))
    name = wording.value(whole.name)
    return f"{name}: {wording.value(found.name)}" if found else name


def head_lines(name: str, wording: Wording) -> list[str]:
    """Write the lines with which a feed of ours begins."""
    return [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//samverkan//samverkan//{wording.language.upper()}",
        text_line("NAME", name),
        text_line("X-WR-CALNAME", name),
        f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}",
        f"X-PUBLISHED-TTL:{REFRESH}",
    ]


def _by_rule(schedule: Schedule, issues: _Issues) -> Iterator[str]:
    """Write each series by its rule where the first of its meetings stands, and everything else as it is."""
    gathered: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in schedule.meetings:
        if meeting.series is not None:
            gathered[meeting.series].append(meeting)
    rules = {
        f"{issue.prefix}{series.id}": (series, told)
        for whole, issue in issues.values()
        for series in whole.series
        if (told := recurrence(series, gathered.get(f"{issue.prefix}{series.id}", ())))
    }
    written = set()
    for meeting in schedule.meetings:
        _, issue = issues[schedule.owner(meeting.id)]
        if meeting.series not in rules:
            yield from event_lines(meeting, issue)
        elif meeting.series not in written:
            written.add(meeting.series)
            yield from recurrence_lines(*rules[meeting.series], issue)
