"""Meetings at times when nobody should meet (*avsteg från kalendern*): told, and never moved behind anybody's back."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.model.message import Message, say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from samverkan.model.values import ClockSpan
    from samverkan.planning.meeting import Meeting
    from samverkan.planning.workdays import Calendar


class Limit(Enum):
    """What of the calendar a meeting does not keep to."""

    FREE_DAY = "free-day"
    EARLY_CLOSING = "early-closing"
    HOURS = "hours"


@frozen
class Breach:
    """A meeting, by its id, that takes place on a free day, after the day has ended early, or outside the hours."""

    meeting: str
    limit: Limit
    why: Message


def breaches(meetings: Iterable[Meeting], calendar: Calendar) -> tuple[Breach, ...]:
    """Find every breach of the meetings that take place, in their order; a meeting may have several.

    Nothing is known, and nothing told, of days outside the calendar, nor of the hours of a meeting without a clock.
    """
    known = (each for each in meetings if each.takes_place and calendar.first <= each.date <= calendar.last)
    return tuple(breach for meeting in known for breach in _of(meeting, calendar))


def _of(meeting: Meeting, calendar: Calendar) -> Iterator[Breach]:
    reason = calendar.reason_free(meeting.date)
    if reason is not None:
        yield Breach(meeting.id, Limit.FREE_DAY, reason)
    if meeting.clock is None:
        return
    kept = calendar.kept_as(meeting.date)
    if kept and kept.free_from and _runs_past(meeting.clock, kept.free_from):
        ends = f"{kept.free_from:%H.%M}"
        why = say("{day} ends at {time}: {holiday}", day=meeting.date, time=ends, holiday=kept.name)
        yield Breach(meeting.id, Limit.EARLY_CLOSING, why)
    if calendar.hours and not _within(meeting.clock, calendar.hours):
        why = say("{clock} lies outside the hours {hours}", clock=str(meeting.clock), hours=str(calendar.hours))
        yield Breach(meeting.id, Limit.HOURS, why)


def _runs_past(clock: ClockSpan, hour: dt.time) -> bool:
    return clock.start >= hour or (clock.end is not None and clock.end > hour)


def _within(clock: ClockSpan, hours: ClockSpan) -> bool:
    """Say whether the clock lies within the hours; where the end of either is unknown, as far as is known."""
    latest = clock.end or clock.start
    return hours.start <= clock.start and (hours.end is None or latest <= hours.end)
