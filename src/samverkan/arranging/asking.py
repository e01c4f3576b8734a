"""The problem that some collaborations pose together (*uppgift*), out of their merged schedule."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, Self, TypeAlias

from attrs import evolve, frozen

from samverkan.arranging.frames import calendar_for, frames
from samverkan.arranging.people import People, people_at
from samverkan.arranging.problem import Away, Fixed, Limit, Person, Problem, Wanted, Way
from samverkan.arranging.times import Frame, slot
from samverkan.arranging.wishes import Wishes
from samverkan.errors import UnknownNameError
from samverkan.model.travel import place_key
from samverkan.model.values import ClockSpan, Period
from samverkan.planning.breaches import breaches
from samverkan.planning.merging import places_of
from samverkan.planning.ways import ways

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from samverkan.model.collaboration import Collaboration
    from samverkan.model.names import Text
    from samverkan.planning.meeting import Meeting
    from samverkan.planning.schedule import Schedule

_MINUTE = dt.timedelta(minutes=1)


def problem_of(
    wholes: Sequence[Collaboration], plan: Schedule, wishes: Wishes, *, horizon: Period | None = None
) -> Problem:
    """Pose the problem of a merged schedule: every meeting of a series is wanted, every other one is fixed.

    Fixed are events, what lies before ``as_of``, what a record says was held, and what the wishes fix. A fixed meeting
    without hours takes its whole day, and one without an end the rest of it: nobody is placed where a clash may be.
    """
    _check(plan, wishes)
    people = people_at(plan.tables, wholes)
    place = _places(wholes)
    wanted: list[Wanted] = []
    fixed: list[Fixed] = []
    taking_place: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in plan.taking_place:
        taking_place[plan.owner(meeting.id)].append(meeting)
    for whole in wholes:
        meetings = taking_place[whole.id]
        around = _Frames.of(whole, meetings, wishes, horizon, place)
        for meeting in meetings:
            holders = sorted({key for body in meeting.bodies for key in people.at.get(body, ())})
            if around.is_fixed(meeting):
                fixed.append(_fixed(meeting, holders, place(meeting)))
            else:
                wanted.append(_wanted(meeting, holders, whole, around, wishes))
    rooms = {room: meeting.place for meeting in plan.meetings if meeting.place and (room := place(meeting))}
    return Problem(
        meetings=wanted,
        fixed=fixed,
        away=_away(people, wishes),
        daily=wishes.daily,
        limits=[Limit(people.key(name), daily) for name, daily in wishes.limits.items()],
        spacings=wishes.spacings,
        ways=_ways(wholes, rooms),
        rooms=rooms,
        people=[*people.names, *(Person(room, name) for room, name in rooms.items())],
    )


def _check(plan: Schedule, wishes: Wishes) -> None:
    series = sorted({each.series for each in plan.meetings if each.series})
    known = sorted({each.id for each in plan.meetings}) + series
    for name in wishes.fixed:
        if name not in known:
            raise UnknownNameError("meeting or series", name, known)
    for spacing in wishes.spacings:
        if spacing.series not in series:
            raise UnknownNameError("series", spacing.series, series)


_Place: TypeAlias = "Callable[[Meeting], str | None]"


def _places(wholes: Sequence[Collaboration]) -> _Place:
    """Give the key of the place of a meeting: as in the merged schedule, a name within its part of the country."""
    known = places_of(wholes)

    def place(meeting: Meeting) -> str | None:
        area, name = known(meeting)
        return None if name is None else f"{area}/{name}"

    return place


@frozen
class _Frames:
    """The frames of one collaboration, and which of its meetings stand."""

    frames: dict[str, Frame]
    held: frozenset[tuple[str, dt.date]]
    wishes: Wishes

    @classmethod
    def of(
        cls, whole: Collaboration, meetings: Sequence[Meeting], wishes: Wishes, horizon: Period | None, place: _Place
    ) -> Self:
        before = {} if wishes.previous is None else _times(wishes.previous)
        first = wishes.as_of or dt.date.min
        calendar = calendar_for(whole, [each.date for each in meetings])
        bare = frames(whole, meetings, calendar=calendar, horizon=horizon)
        own = {each.id: each for each in meetings}
        known = {
            name: evolve(each, first=max(each.first, first), place=place(own[name]), before=before.get(name))
            for name, each in bare.items()
        }
        held = {(f"{whole.id}/{each.body}", day) for each in whole.held for day in (each.date, each.nominal) if day}
        return cls(known, frozenset(held), wishes)

    def is_fixed(self, meeting: Meeting) -> bool:
        if meeting.id not in self.frames or not {meeting.id, meeting.series}.isdisjoint(self.wishes.fixed):
            return True
        if self.wishes.as_of is not None and meeting.date < self.wishes.as_of:
            return True
        days = meeting.date, meeting.nominal
        return any((body, day) in self.held for body in meeting.bodies for day in days)


def _times(previous: Schedule) -> dict[str, tuple[dt.date, dt.time | None]]:
    return {each.id: (each.date, each.clock.start if each.clock else None) for each in previous.taking_place}


def _wanted(meeting: Meeting, holders: Sequence[str], whole: Collaboration, around: _Frames, wishes: Wishes) -> Wanted:
    frame = around.frames[meeting.id]
    barred = breaches((meeting,), frame.calendar) if frame.calendar else ()
    return Wanted(
        id=meeting.id,
        collaboration=whole.id,
        bodies=meeting.bodies,
        series=meeting.series,
        name=meeting.name,
        nominal=meeting.nominal,
        date=meeting.date,
        clock=meeting.clock,
        barred=barred[0].why if barred else None,
        holders=holders,
        candidates=frame.candidates(wishes),
    )


def _fixed(meeting: Meeting, holders: Sequence[str], place: str | None) -> Fixed:
    start, end = slot(meeting.date, meeting.clock or ClockSpan(dt.time()))
    return Fixed(
        id=meeting.id,
        start=start,
        end=end,
        holders=holders,
        place=place,
        series=meeting.series,
        nominal=meeting.nominal,
        name=meeting.name,
    )


def _away(people: People, wishes: Wishes) -> Iterator[Away]:
    for name, times in wishes.busy.items():
        for each in times:
            # What states no length takes its moment only.
            yield Away(people.key(name), each.start, max(each.end, each.start + _MINUTE))


def _ways(wholes: Sequence[Collaboration], rooms: Mapping[str, Text]) -> Iterator[Way]:
    """Give the ways between rooms, by the names of their places; where areas differ, the names still say which way."""
    known = ways(way for whole in wholes for way in whole.travel).known
    named: dict[str, list[str]] = defaultdict(list)
    for room, name in rooms.items():
        named[place_key(name)].append(room)
    for (from_, to), minutes in known.items():
        for first in named[from_]:
            yield from (Way(first, second, minutes) for second in named[to])
