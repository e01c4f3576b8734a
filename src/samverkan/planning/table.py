"""Who sits where: the tables that a schedule is about (*bord*)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from samverkan.model.bodies import Seat
from samverkan.model.facts import stated

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkan.model.collaboration import Collaboration


def _seats(seats: Iterable[Seat]) -> tuple[Seat, ...]:
    return tuple(seats)


@frozen
class Table:
    """One body with its seats, in the collaboration to which it belongs.

    Where several collaborations are planned together, ``prefix`` stands before the ids of the seats.
    """

    collaboration: str
    body: str
    seats: tuple[Seat, ...] = field(default=(), converter=_seats)
    prefix: str = ""

    @property
    def named_seats(self) -> tuple[tuple[str, Seat], ...]:
        """Each seat with the id that it has in the schedule."""
        return tuple((f"{self.prefix}{seat.id}", seat) for seat in self.seats)


def tables_of(collaboration: Collaboration) -> tuple[Table, ...]:
    """Give the tables of a collaboration, in the order of its bodies."""
    return tuple(Table(collaboration.id, body.id, body.seats) for body in collaboration.bodies)


@frozen
class Circle:
    """People who sit at exactly the same tables: each of them meets when any of these ``bodies`` does.

    ``seats`` are (body, seat id) pairs, ``holders`` the keys of those known to hold several of them.
    """

    bodies: frozenset[str]
    seats: tuple[tuple[str, str], ...] = ()
    holders: tuple[str, ...] = ()


def circles(tables: Sequence[Table]) -> list[Circle]:
    """Gather the people by the tables at which they sit; a table without listed seats is a circle of its own."""
    known = persons(tables)
    gathered: dict[frozenset[str], list[Person]] = defaultdict(list)
    for person, seats in known.items():
        gathered[frozenset(body for body, _ in seats) or frozenset(person[1:])].append(person)
    return [
        Circle(
            bodies,
            tuple(seat for person in group for seat in known[person]),
            tuple(person[1] for person in group if person[0] == "holder"),
        )
        for bodies, group in gathered.items()
    ]


Person: TypeAlias = tuple[str, ...]
"""Somebody at a table: ``("holder", key)``, ``("seat", collaboration, seat)``, or ``("body", body)`` without seats."""


def persons(tables: Sequence[Table]) -> dict[Person, list[tuple[str, str]]]:
    """Give each person with their seats, as (body, seat id) pairs.

    Seats are one person's only when they have equal holder keys, or when two bodies of one collaboration list the same
    seat id. Two organisations are never one person. A table without listed seats stands for whoever sits there.
    """
    found: dict[Person, list[tuple[str, str]]] = defaultdict(list)
    known = _holders(tables)
    for table in tables:
        for name, seat in table.named_seats:
            holder = stated(seat.holder) or known.get((table.collaboration, seat.id))
            person: Person = ("holder", holder) if holder else ("seat", table.collaboration, seat.id)
            found[person].append((table.body, name))
        if not table.seats:
            found["body", table.body] = []
    return found


def _holders(tables: Sequence[Table]) -> dict[tuple[str, str], str]:
    """Find the holder of each seat id whose listings do not contradict each other."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for table in tables:
        for seat in table.seats:
            if (holder := stated(seat.holder)) is not None:
                found[table.collaboration, seat.id].add(holder)
    return {seat: next(iter(holders)) for seat, holders in found.items() if len(holders) == 1}
