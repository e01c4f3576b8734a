"""Meetings at times that somebody's own calendar has taken already (*upptagna tider*)."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from typing import TYPE_CHECKING, Protocol

from attrs import frozen

from samverkan.model.message import Message, say
from samverkan.planning.clashes import ClashKind
from samverkan.planning.moment import moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.planning.meeting import Meeting
    from samverkan.planning.schedule import Schedule

_DAY = dt.timedelta(days=1)
_MIDNIGHT = dt.time()


class Taken(Protocol):
    """A time at which somebody is taken, as ``samverkan.formats.ical.busy`` reads it from a calendar.

    Both moments know their zone; ``end`` equals ``start`` where no length is stated; a ``whole_day`` states no hours.
    """

    @property
    def start(self) -> dt.datetime:
        """When it begins."""
        ...

    @property
    def end(self) -> dt.datetime:
        """When it is over."""
        ...

    @property
    def whole_day(self) -> bool:
        """Whether it is about days and not hours."""
        ...


@frozen
class Occupied:
    """A meeting, by its id, at a time that is taken from ``start`` to ``end``: certainly, or only possibly."""

    kind: ClashKind
    meeting: str
    start: dt.datetime
    end: dt.datetime
    why: Message


def clashes_with(schedule: Schedule, busy: Iterable[Taken]) -> tuple[Occupied, ...]:
    """Find every meeting that takes place while somebody is busy, in the order of the meetings and then of the times.

    It is certain where both have hours that overlap, possible on the same day where hours or an end are unknown. Whose
    calendar it is, the caller knows: ask about ``schedule.of_seat(…)`` for the calendar of one person.
    """
    times = sorted(busy, key=lambda each: (each.start, each.end))
    longest = max((each.end - each.start for each in times), default=dt.timedelta())
    starts = [each.start for each in times]
    return tuple(
        found
        for meeting in schedule.taking_place
        for found in _around(meeting, times, bisect_left(starts, _midnight(meeting.date) - longest))
    )


def _midnight(day: dt.date) -> dt.datetime:
    return moment(day, _MIDNIGHT)


def _around(meeting: Meeting, times: list[Taken], first: int) -> Iterator[Occupied]:
    day = _midnight(meeting.date), _midnight(meeting.date + _DAY)
    start, end = meeting.start, meeting.end
    for taken in times[first:]:
        if taken.start >= day[1]:
            return
        if taken.end > day[0] or taken.start >= day[0]:
            kind = ClashKind.POSSIBLE if start is None or taken.whole_day else _kind(start, end, taken)
            if kind is not None:
                yield Occupied(kind, meeting.id, taken.start, taken.end, _why(kind, meeting))


def _kind(start: dt.datetime, end: dt.datetime | None, taken: Taken) -> ClashKind | None:
    """Compare two times on one day, either of which may have no end; the earlier one decides, as among meetings."""
    until = None if taken.end == taken.start else taken.end
    earlier, later, over = (start, taken.start, end) if start <= taken.start else (taken.start, start, until)
    if over is None:
        return ClashKind.CERTAIN if earlier == later else ClashKind.POSSIBLE
    return ClashKind.CERTAIN if later < over else None


def _why(kind: ClashKind, meeting: Meeting) -> Message:
    if kind is ClashKind.CERTAIN:
        return say("{name} on {day} lies in a time that is taken", name=meeting.name, day=meeting.date)
    return say("{name} on {day} may lie in a time that is taken", name=meeting.name, day=meeting.date)
