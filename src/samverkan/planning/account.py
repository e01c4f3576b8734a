"""What became of one planned meeting (*redovisning*), and how long the notes of the held ones took."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.model.facts import Absent, stated
from samverkan.model.records import Held
from samverkan.planning.meeting import Meeting

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable


class Conduct(Enum):
    """What became of a planned meeting: absence of a record is a fact only where the records are complete."""

    HELD = "held"
    MOVED = "moved"
    CANCELLED = "cancelled"
    DROPPED = "dropped"
    MISSING = "missing"
    UNKNOWN = "unknown"
    AHEAD = "ahead"


@frozen
class Account:
    """What became of one planned meeting of one body (*redovisning*), and the record that shows it.

    A meeting that two bodies hold together has two accounts, since each keeps records of its own.
    """

    meeting: Meeting
    body: str | None
    conduct: Conduct
    record: Held | None = None


@frozen(kw_only=True)
class NotesDelay:
    """The days from each meeting to its notes (*minnesanteckningar*), in the order of the meetings.

    ``waiting`` counts the meetings whose notes were not out by the day, ``none`` those declared to have none,
    ``unknown`` those of which no source says.
    """

    days: tuple[int, ...] = ()
    waiting: int = 0
    none: int = 0
    unknown: int = 0

    @property
    def longest(self) -> int | None:
        """The longest delay that is known."""
        return max(self.days, default=None)


def notes_delay(records: Iterable[Held], as_of: dt.date) -> NotesDelay:
    """Tell how long the notes of some meetings took, as far as was known on a day."""
    days: list[int] = []
    waiting = none = unknown = 0
    for record in records:
        published = stated(record.notes)
        if isinstance(record.notes, Absent):
            none += 1
        elif published is None:
            unknown += 1
        elif published > as_of:
            waiting += 1
        else:
            days.append((published - record.date).days)
    return NotesDelay(days=tuple(days), waiting=waiting, none=none, unknown=unknown)
