"""What stands in a meeting's way (*anmärkningar*): clashes, other people's calendars, the calendar of the file."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from samverkan.formats.text.table import paragraph
from samverkan.formats.wording import dates
from samverkan.model.message import Message, say
from samverkan.planning.breaches import Limit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from samverkan.formats.wording import Wording
    from samverkan.planning.breaches import Breach
    from samverkan.planning.clashes import Clash
    from samverkan.planning.meeting import Meeting
    from samverkan.planning.occupied import Occupied
    from samverkan.planning.schedule import Schedule

_MIDNIGHT = dt.time()


def remark_lines(
    schedule: Schedule, wording: Wording, width: int, *, occupied: Mapping[str, Sequence[Occupied]]
) -> list[str]:
    """Tell every clash, every clash with the calendars of others by their names, and every breach of the file's own."""
    lines = []
    for remark in _remarks(schedule, wording, occupied):
        lines += paragraph(wording.tell(remark), width, first="! ", then="  ")
    for name, found in occupied.items():
        if not found:
            lines += paragraph(wording.tell(say("No meeting clashes with {calendar}.", calendar=name)), width)
    return lines


def _remarks(schedule: Schedule, wording: Wording, occupied: Mapping[str, Sequence[Occupied]]) -> Iterator[Message]:
    yield from (_clash(clash, wording) for clash in schedule.clashes)
    for name, found in occupied.items():
        yield from (_occupied(each, name, wording) for each in found)
    meetings = {meeting.id: meeting for meeting in schedule.meetings}
    yield from (_breach(breach, meetings[breach.meeting], wording) for breach in schedule.breaches)


def _clash(clash: Clash, wording: Wording) -> Message:
    return say("{kind} clash: {why}", kind=clash.kind, why=wording.tell(clash.why))


def _occupied(occupied: Occupied, calendar: str, wording: Wording) -> Message:
    return say(
        "{kind} clash with {calendar}: {why} ({time})",
        kind=occupied.kind,
        calendar=calendar,
        why=wording.tell(occupied.why),
        time=_time(occupied.start, occupied.end, wording.language),
    )


def _time(start: dt.datetime, end: dt.datetime, language: str) -> str:
    """Write from when to when: whole days by their dates, hours without the day where it is one."""
    if start.time() == end.time() == _MIDNIGHT and end > start:
        return dates.days(start.date(), (end - dt.timedelta(days=1)).date(), language)
    pattern = "%H.%M" if language == "sv" else "%H:%M"
    if start.date() == end.date():
        return f"{start:{pattern}}" if start == end else f"{start:{pattern}}–{end:{pattern}}"
    return f"{dates.day(start.date(), language)} {start:{pattern}} – {dates.day(end.date(), language)} {end:{pattern}}"


def _breach(breach: Breach, meeting: Meeting, wording: Wording) -> Message:
    why = wording.tell(breach.why)
    if breach.limit is Limit.HOURS:
        return say("breach of the calendar: {name} on {day}: {why}", name=meeting.name, day=meeting.date, why=why)
    return say("breach of the calendar: {name}: {why}", name=meeting.name, why=why)
