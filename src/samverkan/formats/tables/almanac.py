"""What lies between two days, lane by lane (*almanacka*): what a wheel and a timeline show, and their table tells."""

from __future__ import annotations

import datetime as dt
from enum import Enum, auto
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from samverkan.planning.meeting import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class LaneKind(Enum):
    """What the things in a lane belong to."""

    BODY = auto()
    AREA = auto()
    REST = auto()


@frozen
class Lane:
    """A body, an area of work, or all that belongs to neither (*bana*)."""

    name: str
    kind: LaneKind = LaneKind.BODY


def _lanes(lanes: Iterable[int]) -> tuple[int, ...]:
    return tuple(lanes)


@frozen
class Mark:
    """Something on one day: a meeting, or a day of an activity (*markering*).

    ``lanes`` are the numbers of its lanes, several where bodies meet together. ``own`` says that it has a name of its
    own, not one that every meeting of its series has. ``nominal`` is the day by rule where it was moved.
    """

    id: str
    date: dt.date
    name: str
    lanes: tuple[int, ...] = field(converter=_lanes)
    status: Status = Status.PLANNED
    own: bool = False
    meeting: bool = True
    nominal: dt.date | None = None
    detail: str = ""

    @property
    def span(self) -> tuple[dt.date, dt.date]:
        """The day, twice."""
        return self.date, self.date


@frozen
class Stretch:
    """Something that certainly lies between two days, no more precisely known: never shown as a day (*tidsspann*).

    ``first`` and ``last`` are cut to the days of the almanac; ``told`` says in words when it is.
    """

    id: str
    first: dt.date
    last: dt.date
    name: str
    lanes: tuple[int, ...] = field(converter=_lanes)
    told: str = ""
    cancelled: bool = False

    @property
    def span(self) -> tuple[dt.date, dt.date]:
        """The first and the last day."""
        return self.first, self.last


@frozen
class Undated:
    """Something of which only a frequency, a long time, or nothing is known (*utan dag*)."""

    id: str
    name: str
    lanes: tuple[int, ...] = field(converter=_lanes)
    told: str = ""
    cancelled: bool = False


class ShadeKind(Enum):
    """Why days are shaded."""

    HOLIDAY = "holiday"
    CLOSED = "closed day"
    BREAK = "break"
    GUESS = "guessed break"


@frozen
class Shade:
    """Days on which nobody meets (*helgdag, lov*), cut to the days of the almanac."""

    first: dt.date
    last: dt.date
    name: str
    kind: ShadeKind


def _all_lanes(lanes: Iterable[Lane]) -> tuple[Lane, ...]:
    return tuple(lanes)


def _marks(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    return tuple(marks)


def _stretches(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    return tuple(stretches)


def _undated(undated: Iterable[Undated]) -> tuple[Undated, ...]:
    return tuple(undated)


def _shades(shades: Iterable[Shade]) -> tuple[Shade, ...]:
    return tuple(shades)


@frozen(kw_only=True)
class Almanac:
    """All that a schedule says of the days from ``first`` to ``last``, each thing once, in the order of time."""

    name: str
    first: dt.date
    last: dt.date
    lanes: tuple[Lane, ...] = field(default=(), converter=_all_lanes)
    marks: tuple[Mark, ...] = field(default=(), converter=_marks)
    stretches: tuple[Stretch, ...] = field(default=(), converter=_stretches)
    undated: tuple[Undated, ...] = field(default=(), converter=_undated)
    shades: tuple[Shade, ...] = field(default=(), converter=_shades)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def between(self, first: dt.date, last: dt.date) -> Almanac:
        """Give the part with a day between two days, cut to them; what has no day is left out."""
        return evolve(
            self,
            first=first,
            last=last,
            marks=(each for each in self.marks if first <= each.date <= last),
            stretches=(
                evolve(each, first=max(first, each.first), last=min(last, each.last))
                for each in self.stretches
                if each.first <= last and first <= each.last
            ),
            undated=(),
            shades=(
                evolve(each, first=max(first, each.first), last=min(last, each.last))
                for each in self.shades
                if each.first <= last and first <= each.last
            ),
        )

    def dated(self) -> Almanac:
        """Give the same without the lanes in which nothing has a day or a stretch of days."""
        return self._over([place for place, count in self._busy().items() if count], ())

    def folded(self, most: int, *, bodies: str, rest: str) -> Almanac:
        """Give the same with at most so many lanes of bodies, and one for all that is no body's.

        Where there are more bodies, those with the fewest things stand together, under the name ``bodies``.
        """
        ours = {place: count for place, count in self._busy().items() if self.lanes[place].kind is LaneKind.BODY}
        kept = sorted(sorted(ours, key=lambda place: -ours[place])[: most if len(ours) <= most else most - 1])
        others = [place for place in ours if place not in kept]
        loose = [place for place in range(len(self.lanes)) if place not in ours]
        return self._over(kept, ((Lane(bodies), others), (Lane(rest, LaneKind.REST), loose)))

    def _busy(self) -> dict[int, int]:
        """Count the marks and stretches of each lane."""
        counts = dict.fromkeys(range(len(self.lanes)), 0)
        for lanes in (*(each.lanes for each in self.marks), *(each.lanes for each in self.stretches)):
            counts.update({place: counts[place] + 1 for place in lanes})
        return counts

    def _over(self, kept: Sequence[int], joined: Iterable[tuple[Lane, Sequence[int]]]) -> Almanac:
        """Give the same with its lanes numbered anew: those that are kept, then those that others are joined in."""
        lanes = [self.lanes[place] for place in kept]
        number = {place: new for new, place in enumerate(kept)}
        for lane, places in joined:
            number.update(dict.fromkeys(places, len(lanes)))
            lanes += [lane] if places else []

        def to(lanes: tuple[int, ...]) -> tuple[int, ...]:
            return tuple(sorted({number[place] for place in lanes if place in number}))

        return evolve(
            self,
            lanes=lanes,
            marks=(evolve(each, lanes=to(each.lanes)) for each in self.marks),
            stretches=(evolve(each, lanes=to(each.lanes)) for each in self.stretches),
            undated=(evolve(each, lanes=to(each.lanes)) for each in self.undated),
        )
