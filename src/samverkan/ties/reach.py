"""When what is said at one table is known at another and outside (*information i tid*): along the dated meetings."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from samverkan.ties.carriers import Carrier, Carriers
from samverkan.ties.gatherings import DAY_ENDS, MIDNIGHT, Gathering, Rounds

if TYPE_CHECKING:
    from collections.abc import Iterable

_Instant: TypeAlias = tuple[dt.date, int]
"""A day and the minutes since its midnight."""
_Heard: TypeAlias = "dict[int, tuple[_Instant, int | None]]"
"""By the place of a gathering: when what is told is known there, and at which gathering it was heard before."""


@frozen
class Leg:
    """One step on the way: to which gathering, on which day, and all who carry it there."""

    gathering: str
    day: dt.date
    carriers: tuple[Carrier, ...]


@frozen
class Arrival:
    """The day on which something is known, and the way that it took; ``notes`` where it ends in published notes."""

    day: dt.date
    legs: tuple[Leg, ...]
    notes: bool = False


@frozen
class Journey:
    """What is said at one gathering on its way to one goal: the first arrival that can be, and that is certain.

    The two differ only by the order of meetings of one day whose times are not known. ``None`` is never: no later
    gathering, of those that are known, brings it there.
    """

    gathering: str
    departs: dt.date
    soonest: Arrival | None
    certain: Arrival | None

    @property
    def days(self) -> int | None:
        """The days until it is certainly known, 0 where it is so the same day."""
        return None if self.certain is None else (self.certain.day - self.departs).days


def _journeys(journeys: Iterable[Journey]) -> tuple[Journey, ...]:
    return tuple(journeys)


@frozen
class Passage:
    """From one body to another, or to the public where ``goal`` is ``None``, from each meeting of the first."""

    source: str
    goal: str | None
    journeys: tuple[Journey, ...] = field(converter=_journeys)

    @property
    def arriving(self) -> tuple[Journey, ...]:
        """Those that certainly arrive, the shortest first, then by day."""
        found = [journey for journey in self.journeys if journey.certain is not None]
        return tuple(sorted(found, key=lambda each: each.days or 0))

    @property
    def unreached(self) -> tuple[Journey, ...]:
        """Those that no later gathering certainly brings there: their waiting has no bound."""
        return tuple(journey for journey in self.journeys if journey.certain is None)


def _passages(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    return tuple(passages)


@frozen
class Reach:
    """All passages from bodies that meet to all others and to the public (*räckvidd i tid*), in the order given.

    Where ``complete`` is false there may be carriers or meetings that nobody names: then each arrival is at the latest,
    and what is said never to arrive may.
    """

    passages: tuple[Passage, ...] = field(converter=_passages)
    complete: bool

    @property
    def worst(self) -> int | None:
        """The longest waiting in days of all that certainly arrives, nothing where nothing does."""
        return max((each.arriving[-1].days or 0 for each in self.passages if each.arriving), default=None)

    def passage(self, source: str, goal: str | None) -> Passage | None:
        """Find one passage."""
        return next((each for each in self.passages if (each.source, each.goal) == (source, goal)), None)


def reach(carriers: Carriers, gatherings: Iterable[Gathering], *, plan_complete: bool = False) -> Reach:
    """Follow what is said at each meeting to every body and to the public.

    The work and the answer grow with the square of the meetings: those of a county take seconds.

    A meeting before another on its day is one that certainly ends when the other starts or earlier. Of others of one
    day, both ways are possible: ``Journey`` tells both arrivals.
    """
    walk = _Walk(carriers, gatherings)
    found: dict[tuple[str, str | None], list[Journey]] = {
        (body, goal): []
        for body in carriers.hear
        if any(body in each.bodies for each in walk.gatherings)
        for goal in (*carriers.hear, None)
        if goal != body
    }
    for place, start in enumerate(walk.gatherings):
        if start.bodies:
            soonest, certain = walk.arrivals(place, careful=False), walk.arrivals(place, careful=True)
            for body in start.bodies:
                for goal in (*carriers.hear, None):
                    if goal != body:
                        journey = Journey(start.id, start.day, soonest.get(goal), certain.get(goal))
                        found[body, goal].append(journey)
    passages = (Passage(source, goal, journeys) for (source, goal), journeys in found.items())
    return Reach(passages, carriers.complete and plan_complete)


class _Walk(Rounds):
    """The gatherings, walked from one of them."""

    def arrivals(self, start: int, *, careful: bool) -> dict[str | None, Arrival]:
        """Give for every body and for the public that is reached the first arrival."""
        heard = self._heard(start, careful=careful)
        found: dict[str | None, Arrival] = {}
        for place in sorted(heard, key=lambda each: (heard[each][0], each)):
            gathering, legs = self.gatherings[place], self._legs(place, heard)
            for body in gathering.bodies:
                found.setdefault(body, Arrival(gathering.day, legs))
            for day, by_notes in gathering.publications():
                if None not in found or day < found[None].day:
                    found[None] = Arrival(day, legs, notes=by_notes)
        return found

    def _heard(self, start: int, *, careful: bool) -> _Heard:
        """Say when what is said at the start is known at the end of each gathering that hears of it."""
        first = _leaves(self.gatherings[start], (self.gatherings[start].day, MIDNIGHT), careful=careful)
        heard: _Heard = {start: (first, None)}
        known = dict.fromkeys(self.hear[start], (first, start))
        for day in self.days:
            if self.gatherings[day[0]].day < self.gatherings[start].day:
                continue
            # Where times are not known, a meeting may hear of it only after one that is listed later.
            while [place for place in day if place != start and self._hears(place, heard, known, careful=careful)]:
                pass
        return heard

    def _hears(self, place: int, heard: _Heard, known: dict[int, tuple[_Instant, int]], *, careful: bool) -> bool:
        """Let a gathering hear of it if somebody brings it in time; say whether that is news."""
        gathering = self.gatherings[place]
        brought = min((known[each] for each in self.speak[place] if each in known), default=None)
        if brought is None or brought[0] > _needs_by(gathering, careful=careful):
            return False
        leaves = _leaves(gathering, brought[0], careful=careful)
        if place in heard and heard[place][0] <= leaves:
            return False
        heard[place] = (leaves, brought[1])
        news = (leaves, place)
        for each in self.hear[place]:
            if each not in known or news < known[each]:
                known[each] = news
        return True

    def _legs(self, place: int, heard: _Heard) -> tuple[Leg, ...]:
        before = heard[place][1]
        if before is None:
            return ()
        carrying = tuple(self.carriers[each] for each in sorted(self.hear[before] & self.speak[place]))
        gathering = self.gatherings[place]
        return (*self._legs(before, heard), Leg(gathering.id, gathering.day, carrying))


def _needs_by(gathering: Gathering, *, careful: bool) -> _Instant:
    """Give when it must be known to be told there: by its start, which may be any minute of the day if unknown."""
    unknown = MIDNIGHT if careful else DAY_ENDS
    return gathering.day, unknown if gathering.starts is None else gathering.starts


def _leaves(gathering: Gathering, brought: _Instant, *, careful: bool) -> _Instant:
    """Give when it is known to all who are there: at the end; one of unknown length ends at once, or with the day."""
    if gathering.ends is not None:
        return gathering.day, gathering.ends
    if careful:
        return gathering.day, DAY_ENDS
    return max(brought, (gathering.day, MIDNIGHT)) if gathering.starts is None else (gathering.day, gathering.starts)
