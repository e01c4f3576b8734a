"""One meeting on one day (*möte*)."""

from __future__ import annotations

import datetime as dt
from collections import deque
from enum import Enum
from itertools import repeat
from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.model.message import Message
from samverkan.model.names import Text
from samverkan.model.values import ClockSpan
from samverkan.planning.moment import moments

if TYPE_CHECKING:
    from collections.abc import Sequence

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
class Common:
    """What the meetings of a series share, held once for all of them: everything but their dates.

    The ``id`` is nothing where it is made of the series and the nominal date, and ``nominal`` where that is the date.
    """

    bodies: tuple[str, ...]
    name: Text
    clock: ClockSpan | None = None
    place: Text | None = None
    series: str | None = None
    event: str | None = None
    status: Status = Status.PLANNED
    reason: Message | None = None
    nominal: dt.date | None = None
    id: str | None = None


_PUBLIC = ("id", "bodies", "name", "nominal", "date", "clock", "place", "series", "event", "status", "reason")
_new, _set = object.__new__, object.__setattr__  # attrs fills what is frozen in the same way
_HELD = (Status.PLANNED, Status.MOVED)


# A plan for the country holds a hundred thousand meetings, and each is only its date and what it shares. Attrs is told
# the public attributes instead of the stored ones: they are what is compared, hashed, shown and evolved.
@frozen(slots=False, init=False, these={name: field() for name in _PUBLIC})
class Meeting:
    """A meeting of one or more bodies, or of none that is stated, on a day.

    ``id`` is made of the series and the ``nominal`` date, or is the event's: it stays the same when the meeting moves.
    ``nominal`` is the date by rule; ``date`` is where it was moved to, and the nominal one when it was skipped or
    cancelled. ``reason`` tells why a meeting is not simply planned.
    """

    __slots__ = ("_common", "date")

    _common: Common
    date: dt.date

    def __init__(  # noqa: PLR0913, PLR0917  # what a meeting is made of, not options
        self,
        id: str,  # noqa: A002  # the name of the attribute
        bodies: tuple[str, ...],
        name: Text,
        nominal: dt.date,
        date: dt.date,
        clock: ClockSpan | None = None,
        place: Text | None = None,
        series: str | None = None,
        event: str | None = None,
        status: Status = Status.PLANNED,
        reason: Message | None = None,
    ) -> None:
        common = Common(bodies, name, clock, place, series, event, status, reason, nominal, id)
        _set(self, "_common", common)
        _set(self, "date", date)

    def __reduce__(self) -> tuple[object, ...]:
        return meeting_of, (self._common, self.date)

    @property
    def id(self) -> str:
        """The name that it keeps when it moves."""
        common = self._common
        return f"{common.series}/{self.nominal.isoformat()}" if common.id is None else common.id

    @property
    def nominal(self) -> dt.date:
        """The date by rule."""
        nominal = self._common.nominal
        return self.date if nominal is None else nominal

    @property
    def bodies(self) -> tuple[str, ...]:
        """The bodies that meet, by their ids."""
        return self._common.bodies

    @property
    def name(self) -> Text:
        """What it is called."""
        return self._common.name

    @property
    def clock(self) -> ClockSpan | None:
        """The hours, or nothing when they are unknown."""
        return self._common.clock

    @property
    def place(self) -> Text | None:
        """Where people meet, or nothing when that is unknown."""
        return self._common.place

    @property
    def series(self) -> str | None:
        """The series that it belongs to, if any."""
        return self._common.series

    @property
    def event(self) -> str | None:
        """The event that it is, if any."""
        return self._common.event

    @property
    def status(self) -> Status:
        """What has become of it."""
        return self._common.status

    @property
    def reason(self) -> Message | None:
        """Why it is not simply planned."""
        return self._common.reason

    @property
    def body(self) -> str | None:
        """The body that meets: the first where several do, nothing where none is stated."""
        bodies = self._common.bodies
        return bodies[0] if bodies else None

    @property
    def takes_place(self) -> bool:
        """Whether people meet, so that it counts."""
        return self._common.status in _HELD

    @property
    def start(self) -> pendulum.DateTime | None:
        """The moment at which it starts, in Europe/Stockholm, or nothing when the clock time is unknown."""
        return None if self.clock is None else moments(self.date, self.clock)[0]

    @property
    def end(self) -> pendulum.DateTime | None:
        """The moment at which it ends, in Europe/Stockholm, or nothing when that is unknown."""
        return None if self.clock is None else moments(self.date, self.clock)[1]


def meeting_of(common: Common, date: dt.date) -> Meeting:
    """Make the meeting of a day out of what it shares with others."""
    meeting = _new(Meeting)
    _set(meeting, "_common", common)
    _set(meeting, "date", date)
    return meeting


_slots = vars(Meeting)


def meetings_of(common: Common, dates: Sequence[dt.date]) -> list[Meeting]:
    """Make the meetings that share everything but their dates; slot by slot, since those loops run in C."""
    meetings = list(map(_new, repeat(Meeting, len(dates))))
    deque(map(_slots["_common"].__set__, meetings, repeat(common)), maxlen=0)
    deque(map(_slots["date"].__set__, meetings, dates), maxlen=0)
    return meetings


def in_order(meeting: Meeting) -> tuple[dt.date, dt.time, str]:
    """Give the key by which meetings are listed: by day, by start (midnight where that is unknown), by id."""
    clock = meeting.clock
    return meeting.date, dt.time.min if clock is None else clock.start, meeting.id
