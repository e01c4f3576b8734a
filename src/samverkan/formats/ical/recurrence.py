"""A series as one VEVENT with a rule (*återkommande händelse*), what falls out of it, and what is changed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from samverkan.formats.ical.event import what_lines, when_lines
from samverkan.formats.ical.issue import is_changed
from samverkan.formats.ical.rule import cadence_to_rrule
from samverkan.formats.ical.zone import basic, hours, is_told_in_utc
from samverkan.model.facts import stated
from samverkan.planning.expand import expand
from samverkan.planning.meeting import Meeting, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkan.formats.ical.issue import Issue
    from samverkan.model.activities import Series
    from samverkan.model.values import ClockSpan


@frozen
class Recurrence:
    """The meetings of a series as a rule: those ``left_out`` fall away from it, those ``changed`` replace theirs."""

    first: Meeting
    rule: str
    left_out: tuple[dt.date, ...]
    changed: tuple[Meeting, ...]


def recurrence(series: Series, meetings: Sequence[Meeting]) -> Recurrence | None:
    """Gather the meetings of a series under a rule, or nothing where no rule says them so that all readers agree."""
    kept = {meeting.nominal: meeting for meeting in meetings if meeting.status not in {Status.SKIPPED, Status.MERGED}}
    if not kept:
        return None
    days, clock = (min(kept), max(kept)), stated(series.time)
    rule = cadence_to_rrule(series.every, *days)
    dates = expand(series.every, *days) if rule else []
    if rule is None or not kept.keys() <= set(dates) or not _agreed(dates, clock, kept.values()):
        return None
    changed = (meeting for meeting in kept.values() if is_changed(meeting) or meeting.clock != clock)
    return Recurrence(
        first=kept[days[0]],
        rule=rule,
        left_out=tuple(day for day in dates if day not in kept),
        changed=tuple(changed),
    )


def _agreed(dates: Iterable[dt.date], clock: ClockSpan | None, meetings: Iterable[Meeting]) -> bool:
    """Say whether all readers give the rule the same hours; node-ical has no instance with hours among whole days."""
    if any((meeting.clock is None) != (clock is None) for meeting in meetings):
        return False
    return clock is None or not any(is_told_in_utc(day, clock) for day in dates)


def recurrence_lines(series: Series, told: Recurrence, issue: Issue) -> list[str]:
    """Write a series as an event with its rule, followed by the meetings that are changed."""
    clock = stated(series.time)
    uid = issue.name(series.id)
    day = told.first.nominal
    plain = evolve(told.first, date=day, clock=clock, status=Status.PLANNED, reason=None)
    lines = issue.head(uid, changed=bool(told.changed or told.left_out))
    lines += [*when_lines(day, clock), f"RRULE:{told.rule}"]
    lines += [f"EXDATE{_moment(out, clock)}" for out in told.left_out]
    lines += what_lines(plain, issue)
    for meeting in told.changed:
        lines += [*issue.head(uid, changed=True), f"RECURRENCE-ID{_moment(meeting.nominal, clock)}"]
        lines += [*when_lines(meeting.date, meeting.clock), *what_lines(meeting, issue)]
    return lines


def _moment(day: dt.date, clock: ClockSpan | None) -> str:
    return f";VALUE=DATE:{basic(day)}" if clock is None else hours(day, clock)[0]
