"""How far and how fast what is said spreads in a plan of any size (*spridning*): ``reach`` without the ways."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from samverkan.model.names import ids
from samverkan.ties.gatherings import DAY_ENDS, MIDNIGHT, Gathering, Rounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from samverkan.ties.carriers import Carriers


_Arrival: TypeAlias = tuple[dt.date, str | None]
"""The day, and the body that hears of it, or nothing for the public."""


@frozen
class Delay:
    """One delay (*dröjsmål*): what is said at a gathering on one day is certainly known at a goal on another.

    ``goal`` is a body, or ``None`` for the public.
    """

    gathering: str
    departs: dt.date
    goal: str | None
    arrives: dt.date

    @property
    def days(self) -> int:
        """The days between the two."""
        return (self.arrives - self.departs).days


@frozen
class Sender:
    """How what one body says at its meetings spreads (*avsändare*).

    ``longest`` is the longest waiting of all that certainly arrives at another body, ``public`` the longest until the
    public knows; nothing where nothing arrives. ``never`` are the bodies that certainly hear of none of its meetings:
    their waiting has no bound.
    """

    source: str
    meetings: int
    longest: Delay | None
    public: Delay | None
    never: tuple[str, ...] = field(converter=ids)


def _senders(senders: Iterable[Sender]) -> tuple[Sender, ...]:
    return tuple(senders)


@frozen
class Spread:
    """How what each body says spreads (*spridning*), in the order given; bodies without a dated meeting say nothing.

    ``bodies`` is how many may hear. Where ``ordered``, some arrival hangs on the order of meetings of one day
    whose times are not known, and the order is taken that makes the waiting longest. Where ``complete`` is false there
    may be carriers or meetings that nobody names: then each arrival is at the latest, and ``never`` may be wrong.
    """

    senders: tuple[Sender, ...] = field(converter=_senders)
    bodies: int
    ordered: bool
    complete: bool

    @property
    def worst(self) -> Delay | None:
        """The longest waiting of all, the first of several as long."""
        waits = (delay for each in self.senders for delay in (each.longest, each.public) if delay)
        return max(waits, key=lambda delay: delay.days, default=None)


def spread(carriers: Carriers, gatherings: Iterable[Gathering], *, plan_complete: bool = False) -> Spread:
    """Follow what is said at all meetings to every body and to the public, all of it in one pass.

    Arrivals are those of ``reach``, which tells the ways too; the ways of a country would fill its memory. What is
    known is a set of meetings, the bits of a whole number, so that thousands of them take seconds.
    """
    rounds = Rounds(carriers, gatherings)
    certain = _Arrivals(rounds, _Sweep(rounds, careful=True).heard)
    soonest = _Arrivals(rounds, _Sweep(rounds, careful=False).heard)
    starts: dict[str, list[int]] = {body: [] for body in carriers.hear}
    for place, gathering in enumerate(rounds.gatherings):
        for body in gathering.bodies:
            starts[body].append(place)
    last, public = certain.last(), certain.published()
    return Spread(
        senders=(
            Sender(
                source=body,
                meetings=len(places),
                longest=_longest(rounds, places, last, body),
                public=_longest(rounds, places, public, body),
                never=certain.never(body, places, starts),
            )
            for body, places in starts.items()
            if places
        ),
        bodies=len(starts),
        ordered=certain.days() != soonest.days(),
        complete=carriers.complete and plan_complete,
    )


def _longest(rounds: Rounds, places: Iterable[int], arrivals: Mapping[int, _Arrival], source: str) -> Delay | None:
    """Give the longest waiting of what is said at some gatherings, the first of several as long."""
    waits = [_delay(rounds.gatherings[place], *arrivals[place], source) for place in places if place in arrivals]
    return max(waits, key=lambda delay: delay.days, default=None)


def _delay(start: Gathering, day: dt.date, goal: str | None, source: str) -> Delay:
    # Where all goals are at the gathering itself, the last of them may be the body that asks.
    other = next(body for body in start.bodies if body != source) if goal == source else goal
    return Delay(start.id, start.day, other, day)


class _Sweep:
    """The gatherings walked once; ``heard`` has, for each, the bits of the meetings of which it is known there."""

    def __init__(self, rounds: Rounds, *, careful: bool) -> None:
        self.rounds = rounds
        self.heard = [1 << place if each.bodies else 0 for place, each in enumerate(rounds.gatherings)]
        self.known = [0] * len(rounds.carriers)
        for day in rounds.days:
            if careful:
                self._walk({place: _window(rounds.gatherings[place]) for place in day}, [])
            else:
                timed = [place for place in day if rounds.gatherings[place].starts is not None]
                windows = {place: _soonest(rounds.gatherings[place]) for place in timed}
                self._walk(windows, [place for place in day if place not in windows])

    def _walk(self, windows: Mapping[int, tuple[int, int]], anytime: Sequence[int]) -> None:
        """Go through the minutes of a day at which something starts or ends; ``anytime`` hear and tell at each."""
        for now in sorted({MIDNIGHT, *(each for window in windows.values() for each in window)}):
            for place, (_, end) in windows.items():
                if end == now:
                    self._tell(place)
            at_once = [*anytime, *(place for place, window in windows.items() if window == (now, now))]
            # Where meetings have no length, one may hear of it only after one that is listed later.
            news = bool(at_once)
            while news:
                news = sum([self._pass_on(place) for place in at_once]) > 0
            for place, (start, _) in windows.items():
                if start == now:
                    self._hear(place)

    def _pass_on(self, place: int) -> bool:
        self._hear(place)
        return self._tell(place)

    def _hear(self, place: int) -> None:
        for each in self.rounds.speak[place]:
            self.heard[place] |= self.known[each]

    def _tell(self, place: int) -> bool:
        """Let all who are there know what the gathering has heard; say whether that is news to anybody."""
        heard, news = self.heard[place], False
        for each in self.rounds.hear[place]:
            more = self.known[each] | heard
            news |= more != self.known[each]
            self.known[each] = more
        return news


def _window(gathering: Gathering) -> tuple[int, int]:
    """Give from when to when a gathering may last: what is not known may be the whole day."""
    start, end = gathering.starts, gathering.ends
    return MIDNIGHT if start is None else start, DAY_ENDS if end is None else end


def _soonest(gathering: Gathering) -> tuple[int, int]:
    """Give from when to when a gathering lasts at the least: one of unknown length ends at once."""
    start, end = gathering.starts or MIDNIGHT, gathering.ends
    return start, start if end is None else end


class _Arrivals:
    """The first hearings, in order: at which gathering which body hears of which others; and the same of the public."""

    def __init__(self, rounds: Rounds, heard: Sequence[int]) -> None:
        self.rounds = rounds
        self.known = dict.fromkeys((body for each in rounds.gatherings for body in each.bodies), 0)
        self.bodies: list[tuple[dt.date, str, int]] = []
        for place, gathering in enumerate(rounds.gatherings):
            alone = 1 << place if len(gathering.bodies) == 1 else 0
            for body in gathering.bodies:
                new = heard[place] & ~self.known[body]
                self.known[body] |= new
                self.bodies.append((gathering.day, body, new & ~alone))
        told = [
            (min(day for day, _ in found), heard[place])
            for place, gathering in enumerate(rounds.gatherings)
            if (found := [*gathering.publications()])
        ]
        public = 0
        self.public: list[tuple[dt.date, int]] = []
        for day, known in sorted(told):
            self.public.append((day, known & ~public))
            public |= known

    def last(self) -> dict[int, _Arrival]:
        """Give for each gathering that another body hears of the last to do so, and the day."""
        found: dict[int, _Arrival] = {}
        done = 0
        for day, body, new in reversed(self.bodies):
            found |= dict.fromkeys(_places(new & ~done), (day, body))
            done |= new
        return found

    def published(self) -> dict[int, _Arrival]:
        """Give for each gathering of which the public hears the day."""
        return {place: (day, None) for day, new in self.public for place in _places(new)}

    def never(self, source: str, places: Iterable[int], bodies: Iterable[str]) -> Iterator[str]:
        """Give the bodies that hear of no gathering of a body."""
        said = sum(1 << place for place in places)
        return (goal for goal in bodies if goal != source and not self.known.get(goal, 0) & said)

    def days(self) -> dict[tuple[dt.date, str | None], int]:
        """Give of what each body, and the public, hears on each day."""
        found: dict[tuple[dt.date, str | None], int] = defaultdict(int)
        for day, goal, new in (*self.bodies, *((day, None, new) for day, new in self.public)):
            if new:
                found[day, goal] |= new
        return found


def _places(bits: int) -> Iterator[int]:
    while bits:
        yield bits.bit_length() - 1
        bits ^= 1 << (bits.bit_length() - 1)
