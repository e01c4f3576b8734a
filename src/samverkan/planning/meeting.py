"""One meeting on one day (*möte*)."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.model.message import Message
from samverkan.model.names import Text
from samverkan.model.values import ClockSpan
from samverkan.planning.moment import moments

if TYPE_CHECKING:
    import pendulum


class Status(Enum):
    """What has become of a meeting since its rule or its source gave it a date."""

    PLANNED = "planned"
    MOVED = "moved"
    MERGED = "merged"
    SKIPPED = "skipped"
    CANCELLED = "cancelled"

    @property
    def takes_place(self) -> bool:
        """Whether people meet: a merged meeting is held as the one that it is merged into."""
        return self is Status.PLANNED or self is Status.MOVED


@frozen
class Meeting:
    """A meeting of one or more bodies, or of none that is stated, on a day.

    ``id`` is made of the series and the ``nominal`` date, or is the event's: it stays the same when the meeting moves.
    ``nominal`` is the date by rule; ``date`` is where it was moved to, and the nominal one when it was skipped or
    cancelled. ``reason`` tells why a meeting is not simply planned.
    """

    # No validators: a plan for the country holds a hundred thousand of these, and only `schedule` makes them.
    id: str
    bodies: tuple[str, ...]
    name: Text
    nominal: dt.date
    date: dt.date
    clock: ClockSpan | None = None
    place: Text | None = None
    series: str | None = None
    event: str | None = None
    status: Status = Status.PLANNED
    reason: Message | None = None

    @property
    def body(self) -> str | None:
        """The body that meets: the first where several do, nothing where none is stated."""
        return self.bodies[0] if self.bodies else None

    @property
    def takes_place(self) -> bool:
        """Whether people meet, so that it counts."""
        status = self.status
        return status is Status.PLANNED or status is Status.MOVED

    @property
    def start(self) -> pendulum.DateTime | None:
        """The moment at which it starts, in Europe/Stockholm, or nothing when the clock time is unknown."""
        return None if self.clock is None else moments(self.date, self.clock)[0]

    @property
    def end(self) -> pendulum.DateTime | None:
        """The moment at which it ends, in Europe/Stockholm, or nothing when that is unknown."""
        return None if self.clock is None else moments(self.date, self.clock)[1]


def in_order(meeting: Meeting) -> tuple[dt.date, dt.time, str]:
    """Give the key by which meetings are listed: by day, by start (midnight where that is unknown), by id."""
    clock = meeting.clock
    return meeting.date, dt.time.min if clock is None else clock.start, meeting.id
