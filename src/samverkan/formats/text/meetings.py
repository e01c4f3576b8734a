"""When they meet: dated meetings by term, with week and weekday; below them what has no date, no finer than known."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from samverkan.formats.notation import write_when
from samverkan.formats.text.remarks import remark_lines
from samverkan.formats.text.table import paragraph, table
from samverkan.formats.wording import dates
from samverkan.model.message import Message, say
from samverkan.model.terms import Term
from samverkan.model.when import Precision, RelativeToPeriod, Within
from samverkan.planning.meeting import Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkan.formats.wording import Wording
    from samverkan.model.names import Text
    from samverkan.planning.frequency import Count
    from samverkan.planning.meeting import Meeting
    from samverkan.planning.member import Member
    from samverkan.planning.occupied import Occupied
    from samverkan.planning.schedule import Schedule
    from samverkan.planning.unplaced import Unplaced


def meeting_lines(
    schedule: Schedule,
    wording: Wording,
    width: int,
    *,
    brief: bool = False,
    occupied: Mapping[str, Sequence[Occupied]] | None = None,
) -> list[str]:
    """List the meetings term by term, what clashes, and what has no date yet; in brief, what has no time is counted.

    ``occupied`` are the clashes with other people's calendars, by the names of these.
    """
    by_term = [(term, list(held)) for term, held in groupby(schedule.meetings, key=lambda each: Term.of(each.date))]
    # In brief, a single term needs no line of its own.
    named = f"{wording.term(by_term[0][0])}: " if brief and len(by_term) == 1 else ""
    lines = paragraph(f"{named}{_summary(schedule, wording, brief=bool(named))}", width)
    for term, meetings in by_term:
        rows = [_row(meeting, schedule.member(meeting.id), wording) for meeting in meetings]
        lines += [*([] if named else [wording.term(term)]), *table(rows, width)]
    lines += remark_lines(schedule, wording, width, occupied=occupied or {})
    lines += [] if brief else _days_of_activities(schedule, wording, width)
    for member in schedule.members or (None,):
        lines += _undated(schedule, member, wording, width, brief=brief)
    return lines


def _days_of_activities(schedule: Schedule, wording: Wording, width: int) -> list[str]:
    rows = [
        [_unbroken(wording.day(day.date)), *_whose(day.name, schedule.member(day.id), wording)]
        for day in schedule.occasions
    ]
    return [wording.word("Days of activities"), *table(rows, width)] if rows else []


def _undated(schedule: Schedule, member: Member | None, wording: Wording, width: int, *, brief: bool) -> list[str]:
    """List what is known to a week, a term or a frequency; name in one paragraph what is not known at all."""
    items = [item for item in schedule.unplaced if schedule.member(item.id) == member]
    rows = [(told_when(item, wording), _named(item, member, wording)) for item in items if told_when(item, wording)]
    lines = [wording.word("Without a day"), *table(rows, width)] if rows else []
    if member is not None and items:
        heading = f"{wording.word('Without a day')}: {wording.value(member.name)}"
        lines = paragraph(heading, width) + lines[1:]
    rest = tuple(_named(item, member, wording) for item in items if not told_when(item, wording))
    told = []
    if rest:
        silent = say("No time is stated for {n} item", "No time is stated for {n} items", n=len(rest))
        names = "" if brief else f": {'; '.join(rest)}"
        told.append(f"{wording.tell(silent)}{names}.")
    if brief and schedule.occasions:
        days = say("{n} dated day of an activity.", "{n} dated days of activities.", n=len(schedule.occasions))
        told.append(wording.tell(days))
    return lines + (paragraph(" ".join(told), width, then="  ") if told else [])


def _summary(schedule: Schedule, wording: Wording, *, brief: bool) -> str:
    held = schedule.taking_place
    told = [wording.tell(say("{n} dated meeting", "{n} dated meetings", n=len(held)))]
    untimed = sum(meeting.clock is None for meeting in held)
    if untimed:
        told.append(wording.tell(say("{n} without a stated time", n=untimed)))
    gap = schedule.largest_gap()
    if gap and brief:
        told.append(wording.tell(say("longest break {n} day", "longest break {n} days", n=gap.days)))
    elif gap:
        between = dates.days_in_year(gap.first, gap.second, wording.language)
        longest = say("longest break {n} day ({span})", "longest break {n} days ({span})", n=gap.days, span=between)
        told.append(wording.tell(longest))
    return f"{', '.join(told)}."


def _row(meeting: Meeting, member: Member | None, wording: Wording) -> list[str]:
    language = wording.language
    time = wording.clock(meeting.clock) if meeting.clock else wording.word("not stated")
    day = f"{dates.weekday(meeting.date, language)} {dates.day_in_year(meeting.date, language)}"
    # Week, day and time are read at a glance, so they are never broken.
    *whose, name = _whose(meeting.name, member, wording)
    return [*map(_unbroken, (wording.week(meeting.date), day, time)), *whose, _what(meeting, name, wording)]


def _whose(name: Text, member: Member | None, wording: Wording) -> list[str]:
    """Give the name in a cell of its own, and before it that of its collaboration where there are several."""
    return [wording.value(name)] if member is None else [wording.value(member.name), wording.value(member.own(name))]


def _unbroken(cell: str) -> str:
    return cell.replace(" ", "\u00a0")


def _what(meeting: Meeting, told: str, wording: Wording) -> str:
    if meeting.place:
        told += f", {wording.value(meeting.place)}"
    changed = became(meeting, wording)
    return f"{told} ({changed})" if changed else told


def became(meeting: Meeting, wording: Wording) -> str:
    """Tell what has become of a meeting that is not simply planned, and why; of others nothing."""
    if meeting.status is Status.PLANNED:  # what has a reason is on its day, at another hour
        return wording.tell(meeting.reason) if meeting.reason else ""
    why = meeting.reason or say("from {day}", day=meeting.nominal)
    return f"{wording.label(meeting.status)}: {wording.tell(why)}"


def _named(item: Unplaced, member: Member | None, wording: Wording) -> str:
    *_, told = _whose(item.name, member, wording)
    if item.cancelled:
        told += f" ({wording.word('cancelled', 'Status')})"
    return f"{told} ({wording.tell(item.reason)})" if item.reason else told


def told_when(item: Unplaced, wording: Wording) -> str:
    """Tell when it is, no finer than the source does; nothing where no source says anything."""
    if item.count:
        return wording.tell(_often(item.count))
    nowhere = item.earliest is None and item.latest is None
    if nowhere or any(isinstance(when, (RelativeToPeriod, Within)) for when in item.whens):
        told = tuple(dict.fromkeys(write_when(when, lang=wording.language) for when in item.whens))
        said = wording.listed(told) if told else ""
        return said if nowhere else f"{said} ({wording.span(item.span)})"
    if item.precision is Precision.TERM and item.earliest:
        return wording.term(Term.of(item.earliest))
    return wording.span(item.span)


def _often(count: Count) -> Message:
    if count.most is None:
        return say("at least {n} per {per}", n=count.least, per=count.per)
    if count.most == count.least:
        return say("{n} per {per}", n=count.least, per=count.per)
    return say("{n} to {most} per {per}", n=count.least, most=count.most, per=count.per)
