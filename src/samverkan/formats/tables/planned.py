"""An almanac read off a schedule and the collaborations that it was made of (*avläsning*)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from samverkan.formats.tables.almanac import Almanac, Lane, LaneKind, Mark, Shade, ShadeKind, Stretch, Undated
from samverkan.formats.tables.year import Year
from samverkan.formats.text.meetings import told_when
from samverkan.formats.text.width import clean
from samverkan.model.message import say
from samverkan.planning.anchors import periods_of
from samverkan.planning.holiday import FIRST_YEAR, LAST_YEAR
from samverkan.planning.local import calendar_of
from samverkan.planning.meeting import Status

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from samverkan.formats.wording import Wording
    from samverkan.model.calendar import Break
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.names import Text
    from samverkan.planning.meeting import Meeting
    from samverkan.planning.schedule import Schedule
    from samverkan.planning.unplaced import Unplaced
    from samverkan.planning.workdays import Calendar

_LONGEST = 190
"""A bar as long as the year says nothing: what is known to half a year or better is a stretch (our choice)."""

_MOST_YEARS = 20


def almanac(
    plan: Schedule, wholes: Sequence[Collaboration], wording: Wording, *, first: dt.date, last: dt.date
) -> Almanac:
    """Read off what a schedule says of the days from ``first`` to ``last``, in the words of one reader.

    ``wholes`` are the collaborations that are planned there; their bodies and areas are the lanes, in their order, as
    far as there is anything in them.
    """
    return _Reader(plan, wholes, wording).read(first, last)


class _Reader:
    """One reading of one schedule."""

    def __init__(self, plan: Schedule, wholes: Sequence[Collaboration], wording: Wording) -> None:
        self.plan, self.wording = plan, wording
        # In the order of the schedule, where there are several.
        self.wholes = sorted(wholes, key=lambda each: each.id) if plan.members else list(wholes)
        self.lanes: dict[str, Lane] = {}
        self.area: dict[str, str] = {}
        for whole in self.wholes:
            self._add_lanes(whole)

    def _add_lanes(self, whole: Collaboration) -> None:
        prefix = f"{whole.id}/" if self.plan.members else ""
        behind = f" ({self._said(whole.name)})" if self.plan.members else ""
        for body in whole.bodies:
            self.lanes[f"body:{prefix}{body.id}"] = Lane(f"{self._said(body.name)}{behind}")
        for area in whole.areas:
            self.lanes[f"area:{prefix}{area.id}"] = Lane(f"{self._said(area.text)}{behind}", LaneKind.AREA)
        for each in whole.activities:
            if each.area is not None:
                self.area[f"{prefix}{each.id}"] = f"area:{prefix}{each.area}"

    def read(self, first: dt.date, last: dt.date) -> Almanac:
        part = self.plan.between(first, last)
        used = {key for item in part.meetings for key in self._keys(item.bodies, item.id)}
        used |= {key for day in part.occasions for key in self._keys(day.bodies, day.id)}
        used |= {key for item in part.unplaced for key in self._keys(item.bodies, item.id, item.items)}
        bodies = [key for key, lane in self.lanes.items() if key in used and lane.kind is LaneKind.BODY]
        areas = [key for key, lane in self.lanes.items() if key in used and lane.kind is LaneKind.AREA]
        keys = [*bodies, *areas, *([""] if "" in used else [])]
        self.number = {key: place for place, key in enumerate(keys)}
        rest = Lane(self.wording.word("Activities and programme"), LaneKind.REST)
        marks = [*map(self._meeting, part.meetings), *self._occasions(part)]
        return Almanac(
            name=" + ".join(self._said(whole.name) for whole in self.wholes),
            first=first,
            last=last,
            lanes=(self.lanes.get(key, rest) for key in keys),
            marks=sorted(marks, key=lambda mark: (mark.date, mark.lanes, mark.id)),
            stretches=(self._stretch(item, first, last) for item in part.unplaced if _is_stretch(item)),
            undated=(self._undated(item) for item in part.unplaced if not _is_stretch(item)),
            shades=shades(self.wholes, self.wording, first, last),
        )

    def _keys(self, bodies: tuple[str, ...], id_: str, items: tuple[str, ...] = ()) -> list[str]:
        known = [f"body:{body}" for body in bodies if f"body:{body}" in self.lanes]
        return known or [next((self.area[each] for each in (id_, *items) if each in self.area), "")]

    def _in(self, bodies: tuple[str, ...], id_: str, items: tuple[str, ...] = ()) -> list[int]:
        return sorted(self.number[key] for key in self._keys(bodies, id_, items))

    def _meeting(self, meeting: Meeting) -> Mark:
        told = [self.wording.clock(meeting.clock)] if meeting.clock else []
        told += [self._said(meeting.place)] if meeting.place else []
        if meeting.status is not Status.PLANNED or meeting.reason:
            why = meeting.reason or say("from {day}", day=meeting.nominal)
            told.append(f"{self.wording.label(meeting.status)}: {self.wording.tell(why)}")
        return Mark(
            meeting.id,
            meeting.date,
            self._own(meeting.id, meeting.name),
            self._in(meeting.bodies, meeting.id),
            meeting.status,
            meeting.series is None,
            nominal=meeting.nominal if meeting.nominal != meeting.date else None,
            detail=clean(", ".join(told)),
        )

    def _occasions(self, part: Schedule) -> Iterator[Mark]:
        for day in part.occasions:
            lanes = self._in(day.bodies, day.id)
            yield Mark(day.id, day.date, self._own(day.id, day.name), lanes, own=True, meeting=False)

    def _stretch(self, item: Unplaced, first: dt.date, last: dt.date) -> Stretch:
        earliest, latest = max(item.earliest or first, first), min(item.latest or last, last)
        lanes, told = self._in(item.bodies, item.id, item.items), clean(told_when(item, self.wording))
        return Stretch(item.id, earliest, latest, self._own(item.id, item.name), lanes, told, item.cancelled)

    def _undated(self, item: Unplaced) -> Undated:
        lanes, told = self._in(item.bodies, item.id, item.items), clean(told_when(item, self.wording))
        return Undated(item.id, self._own(item.id, item.name), lanes, told, item.cancelled)

    def _said(self, name: Text) -> str:
        return clean(self.wording.value(name))

    def _own(self, id_: str, name: Text) -> str:
        member = self.plan.member(id_)
        return self._said(name if member is None else member.own(name))


def days_of(plan: Schedule) -> list[dt.date]:
    """List every day of a schedule that a picture shows: the dated ones, and both ends of each stretch of days."""
    ends = [day for item in plan.unplaced if _is_stretch(item) for day in (item.earliest, item.latest)]
    dated = [meeting.date for meeting in plan.meetings] + [day.date for day in plan.occasions]
    return [*dated, *(day for day in ends if day is not None)]


def busiest_year(plan: Schedule, wholes: Sequence[Collaboration]) -> Year | None:
    """Give the calendar year with the most dated meetings and days, the first of several.

    Where nothing has a day, it is that of the first stretch of days, or of the first period that a file states; where
    nothing is known, there is none.
    """
    dated = Counter(meeting.date.year for meeting in plan.taking_place)
    dated.update(day.date.year for day in plan.occasions)
    if dated:
        return Year(min(dated, key=lambda year: (-dated[year], year)))
    starts = days_of(plan) or [
        day
        for whole in wholes
        for period in (*periods_of(whole.identity), *([whole.horizon] if whole.horizon else []))
        if (day := period.from_ or period.to)
    ]
    return Year(min(starts).year) if starts else None


def _is_stretch(item: Unplaced) -> bool:
    if item.count is not None or item.earliest is None or item.latest is None:
        return False
    return (item.latest - item.earliest).days < _LONGEST


def shades(wholes: Sequence[Collaboration], wording: Wording, first: dt.date, last: dt.date) -> list[Shade]:
    """List the holidays of Sweden and the closed days and breaks of the files, each once, in the order of time.

    Of more years than anybody plans for there are none.
    """
    if last.year < FIRST_YEAR or first.year > LAST_YEAR or last.year - first.year > _MOST_YEARS:
        return []
    found = {each for whole in wholes for each in _of(calendar_of(whole.calendar, first.year, last.year), wording)}
    cut = [
        Shade(max(first, each.first), min(last, each.last), each.name, each.kind)
        for each in found
        if each.first <= last and first <= each.last
    ]
    return sorted(cut, key=lambda each: (each.first, each.last, each.name, each.kind.value))


def _of(calendar: Calendar, wording: Wording) -> Iterator[Shade]:
    for holiday in calendar.holidays:
        if holiday.free_from is None:
            yield Shade(holiday.date, holiday.date, clean(wording.value(holiday.name)), ShadeKind.HOLIDAY)
    for day in calendar.closed:
        told = wording.value(day.reason) if day.reason else wording.label(ShadeKind.CLOSED)
        yield Shade(day.date, day.date, clean(told), ShadeKind.CLOSED)
    for each in calendar.breaks:
        yield from (
            Shade(*span, clean(wording.value(each.name)), _kind(each))
            for span in each.spans(calendar.first, calendar.last)
        )


def _kind(each: Break) -> ShadeKind:
    return ShadeKind.GUESS if each.guessed else ShadeKind.BREAK
