"""Made-up collaborations whose officials are shared across municipalities, the same for the same seed.

Nothing here is a real place, person or agreement; only the number of municipalities in each county is Sweden's.
"""

from __future__ import annotations

import datetime as dt
import math
import random
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.model.activities import OnHoliday, Series
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.cadence import EveryWeeks
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.model.travel import Travel
from samverkan.model.values import ClockSpan, Period

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COUNTIES = {
    "stockholm": 26,
    "uppsala": 8,
    "sodermanland": 9,
    "ostergotland": 13,
    "jonkoping": 13,
    "kronoberg": 8,
    "kalmar": 12,
    "gotland": 1,
    "blekinge": 5,
    "skane": 33,
    "halland": 6,
    "vastra-gotaland": 49,
    "varmland": 16,
    "orebro": 12,
    "vastmanland": 10,
    "dalarna": 15,
    "gavleborg": 10,
    "vasternorrland": 7,
    "jamtland": 8,
    "vasterbotten": 15,
    "norrbotten": 14,
}
"""The municipalities of each county, 290 in all."""

FIRST, LAST = dt.date(2027, 1, 11), dt.date(2027, 6, 11)
"""A spring term of 22 weeks."""

_HOURS = [ClockSpan.parse(text) for text in ("9.00–11.00", "9.00–12.00", "10.00–12.00", "13.00–15.00")]
"""The hours as people choose them: three in four before noon."""
_LIKED = (1, 2, 2, 3)
"""The days of the week as people choose them: Tuesday to Thursday, Wednesday most."""


@frozen
class _Table:
    """A body of each municipality: every so many weeks, from a week among the first few, so many times in the term."""

    name: str
    kind: BodyKind
    weeks: int
    meetings: int


_TABLES = (
    _Table("grupp", BodyKind.COLLABORATION_GROUP, 3, 7),
    _Table("styr", BodyKind.STEERING_GROUP, 4, 5),
    _Table("arbete", BodyKind.NETWORK, 5, 4),
    _Table("radet", BodyKind.ADVISORY_BOARD, 10, 2),
)


@frozen
class _Office:
    """An agency whose one official sits at some tables of so many municipalities next to each other, or of all."""

    name: str
    tables: tuple[str, ...]
    reach: int | None


_OFFICES = (
    _Office("formedling", ("grupp", "styr", "arbete"), 4),
    _Office("migration", ("grupp", "styr", "arbete"), 8),
    _Office("forsakring", ("grupp", "styr"), 6),
    _Office("polis", ("grupp",), 8),
    _Office("region", ("styr", "arbete", "radet"), 8),
    _Office("lansstyrelse", ("radet",), None),
)


def county(name: str, *, municipalities: int | None = None, seed: int = 1, reach: float = 1.0) -> list[Collaboration]:
    """Make the collaborations of a county, of so many municipalities or of as many as it has.

    With a ``reach`` of 1.5 each official serves half as many municipalities again.
    """
    chance = random.Random(f"{seed}/{name}")  # noqa: S311  # not secret
    towns = [(chance.random(), chance.random()) for _ in range(municipalities or COUNTIES[name])]
    return [
        _collaboration(
            f"{name}-{place:02}",
            chance,
            {
                table.name: [*_own(f"{name}-{place:02}", table), *_shared(name, place, table, reach)]
                for table in _TABLES
            },
            [
                Travel(_house(f"{name}-{place:02}"), _house(f"{name}-{other:02}"), _minutes(towns[place], towns[other]))
                for other in range(place + 1, len(towns))
            ],
        )
        for place in range(len(towns))
    ]


def overworked(municipalities: int, *, seed: int = 1) -> list[Collaboration]:
    """Make so many municipalities in which one official sits at every table, and nobody else is shared."""
    chance = random.Random(f"{seed}/overworked")  # noqa: S311  # not secret
    seats = {table.name: [Seat("gemensam", holder="gemensam")] for table in _TABLES}
    return [_collaboration(f"k{place:02}", chance, seats, []) for place in range(municipalities)]


def _collaboration(
    name: str, chance: random.Random, seats: Mapping[str, Sequence[Seat]], travel: Sequence[Travel]
) -> Collaboration:
    return Collaboration(
        id=name,
        name=name,
        horizon=Period(FIRST, LAST),
        bodies=tuple(Body(each.name, each.kind, Text(each.name), seats=seats[each.name]) for each in _TABLES),
        series=tuple(_series(name, each, chance) for each in _TABLES),
        travel=tuple(travel),
    )


def _series(town: str, table: _Table, chance: random.Random) -> Series:
    """Draw the first day and the hours, so that the last meeting still lies in the term."""
    spare = (LAST - FIRST).days // 7 - table.weeks * (table.meetings - 1)
    first = FIRST + dt.timedelta(weeks=chance.randint(0, min(spare, table.weeks - 1)), days=chance.choice(_LIKED))
    # Some days more, for a last meeting that falls on a holiday.
    last = min(first + dt.timedelta(weeks=table.weeks * (table.meetings - 1), days=6), LAST)
    return Series(
        table.name,
        table.name,
        EveryWeeks(table.weeks),
        first,
        last,
        time=chance.choice(_HOURS),
        place=Text(_house(town)),
        on_holiday=OnHoliday.MOVE_LATER,
    )


def _own(town: str, table: _Table) -> list[Seat]:
    """Give the seats of those who serve this municipality only: its lead at every table, its executive at two."""
    held = ["ledare", *(["chef"] if table.kind in {BodyKind.STEERING_GROUP, BodyKind.ADVISORY_BOARD} else [])]
    return [Seat(name, holder=f"{town}-{name}") for name in [*held, *(f"{table.name}-{n}" for n in range(3))]]


def _shared(county_: str, place: int, table: _Table, reach: float) -> list[Seat]:
    return [
        Seat(each.name, holder=f"{county_}-{each.name}-{place // round(each.reach * reach) if each.reach else 0}")
        for each in _OFFICES
        if table.name in each.tables
    ]


def _house(town: str) -> str:
    return f"Kommunhuset {town}"


def _minutes(one: tuple[float, float], other: tuple[float, float]) -> int:
    """Give the way between two towns of a county, two hours from corner to corner."""
    return 15 + round(75 * math.dist(one, other))
