"""People together on dated days, in order, with who hears and who speaks at each (*sammankomster*)."""

from __future__ import annotations

import datetime as dt
from itertools import groupby
from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.model.names import ids
from samverkan.model.values import ClockSpan
from samverkan.ties.carriers import Carrier, CarrierKind, Carriers, Crowd

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

MIDNIGHT, DAY_ENDS = 0, 24 * 60
"""The first and the last minute of a day."""

_KINDS = tuple(CarrierKind)


@frozen
class Gathering:
    """People together on a day (*sammankomst*): the ``bodies`` that meet, and organisations that arrange it.

    ``hosts`` are bodies in whose name it is held without their meeting. What is known at an ``open`` one is known to
    the public that day, and what is in its ``notes`` from the day on which these are published at the latest.
    """

    id: str
    day: dt.date
    bodies: tuple[str, ...] = field(default=(), converter=ids)
    clock: ClockSpan | None = None
    organisers: tuple[str, ...] = field(default=(), converter=ids)
    hosts: tuple[str, ...] = field(default=(), converter=ids)
    open: bool = False
    notes: dt.date | None = None

    @property
    def starts(self) -> int | None:
        """The minute of its day at which it starts, nothing where that is not known."""
        return None if self.clock is None else _minute(self.clock.start)

    @property
    def ends(self) -> int | None:
        """The minute of its day at which it ends, nothing where that is not known."""
        return None if self.clock is None or self.clock.end is None else _minute(self.clock.end)

    def publications(self) -> Iterator[tuple[dt.date, bool]]:
        """Give the days on which the public may learn what is known there, and whether that is by the notes."""
        if self.open:
            yield self.day, False
        if self.notes is not None:
            yield self.notes, True


def _minute(time: dt.time) -> int:
    return time.hour * 60 + time.minute


class Rounds:
    """Gatherings in order: ``hear`` and ``speak`` hold, for each, the places of carriers in the list of all.

    ``days`` are the places of the gatherings of each day.
    """

    def __init__(self, carriers: Carriers, gatherings: Iterable[Gathering]) -> None:
        self.gatherings = sorted(gatherings, key=_in_order)
        hear = [self._crowd(carriers.hear, each.bodies, each) for each in self.gatherings]
        speak = [
            self._crowd(carriers.speak, each.bodies, each).union(*(carriers.hear[host] for host in each.hosts))
            for each in self.gatherings
        ]
        everybody = frozenset[Carrier]().union(*hear, *speak)
        self.carriers = sorted(everybody, key=lambda each: (_KINDS.index(each.kind), each.name))
        place = {carrier: number for number, carrier in enumerate(self.carriers)}
        self.hear = [frozenset(place[each] for each in crowd) for crowd in hear]
        self.speak = [frozenset(place[each] for each in crowd) for crowd in speak]
        self.days = [
            list(group) for _, group in groupby(range(len(self.gatherings)), lambda place: self.gatherings[place].day)
        ]

    @staticmethod
    def _crowd(of_body: Mapping[str, Crowd], bodies: Sequence[str], gathering: Gathering) -> Crowd:
        organisers = (Carrier(CarrierKind.ORGANISATION, name) for name in gathering.organisers)
        return frozenset(organisers).union(*(of_body[body] for body in bodies))


def _in_order(gathering: Gathering) -> tuple[dt.date, dt.time, str]:
    return gathering.day, gathering.clock.start if gathering.clock else dt.time.min, gathering.id
