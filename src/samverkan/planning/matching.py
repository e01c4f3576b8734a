"""Which planned meeting a record of a held one is about (*avstämning*), for one body at a time."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from attrs import define, field

from samverkan.model.records import Held
from samverkan.planning.meeting import Meeting

if TYPE_CHECKING:
    from collections.abc import Callable


_Places: TypeAlias = "dict[dt.date, list[int]]"


def matched(meetings: Sequence[Meeting], records: Sequence[Held], *, window: int) -> dict[int, int]:
    """Find the record of each meeting that has one, both by their positions; no record is of two meetings.

    A record that names the ``nominal`` day is of that meeting and of no other. Of the rest, those on the very day of a
    meeting go first, and meetings that people planned to hold before those that were called off; then each goes to the
    nearest meeting that is left and not called off, at most ``window`` days away.
    """
    pairing = _Pairing(meetings, records)
    nominal, actual = _by_day(meetings, lambda each: each.nominal), _by_day(meetings, lambda each: each.date)
    pairing.on(nominal, lambda record: record.nominal)
    pairing.on(actual, lambda record: record.nominal)
    pairing.on(actual, lambda record: record.date if record.nominal is None else None)
    pairing.near(actual, window)
    return pairing.found


def _by_day(meetings: Sequence[Meeting], day: Callable[[Meeting], dt.date]) -> _Places:
    places: _Places = defaultdict(list)
    for place, meeting in enumerate(meetings):
        places[day(meeting)].append(place)
    return places


@define
class _Pairing:
    """The pairs that are found so far."""

    meetings: Sequence[Meeting]
    records: Sequence[Held]
    found: dict[int, int] = field(factory=dict)
    used: set[int] = field(factory=set)

    def on(self, places: _Places, told: Callable[[Held], dt.date | None]) -> None:
        for number, record in enumerate(self.records):
            day = told(record)
            free = [place for place in places.get(day, ()) if place not in self.found] if day else []
            if free and number not in self.used:
                self._pair(min(free, key=lambda place: self._rank(place, record.date)), number)

    def near(self, places: _Places, window: int) -> None:
        pairs = sorted(
            (abs(days), place, number)
            for number, record in enumerate(self.records)
            if number not in self.used and record.nominal is None
            for days in range(-window, window + 1)
            for place in places.get(_shifted(record.date, days), ())
            if self.meetings[place].takes_place
        )
        for _, place, number in pairs:
            if place not in self.found and number not in self.used:
                self._pair(place, number)

    def _rank(self, place: int, day: dt.date) -> tuple[bool, int, int]:
        meeting = self.meetings[place]
        return not meeting.takes_place, abs((meeting.date - day).days), place

    def _pair(self, place: int, number: int) -> None:
        self.found[place] = number
        self.used.add(number)


def _shifted(day: dt.date, days: int) -> dt.date:
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), dt.date.max.toordinal()))
