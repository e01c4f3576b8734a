"""Who sits where, organisation by organisation: the table that every question about ties is asked of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from samverkan.errors import InvalidValueError, UnknownNameError
from samverkan.model.facts import is_unknown, stated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.model.bodies import Body
    from samverkan.model.collaboration import Collaboration

Seats: TypeAlias = Mapping[str, tuple[str, ...]]
"""For an organisation or a holder the seats behind it, each written ``body/seat``, sorted."""


@frozen
class Seating:
    """Who sits where (*representation*), units folded into their wholes, everything in the order of the file.

    ``organisations`` and ``holders`` are looked up by body. ``open`` are the bodies in which more organisations may
    sit than are named: the list of seats is open, or a seat names no organisation. ``open_holders`` are the bodies of
    which it is not known who holds every seat.
    """

    organisations: Mapping[str, Seats]
    holders: Mapping[str, Seats]
    wholes: Mapping[str, str]
    open: frozenset[str]
    open_holders: frozenset[str]
    bodies_complete: bool

    @property
    def complete(self) -> bool:
        """Whether no organisation can sit anywhere but where it is named."""
        return self.bodies_complete and not self.open

    @property
    def seated(self) -> tuple[str, ...]:
        """The organisations with a seat in any body."""
        anywhere = {name for seats in self.organisations.values() for name in seats}
        return tuple(name for name in self.tops if name in anywhere)

    @property
    def tops(self) -> tuple[str, ...]:
        """The organisations that are no units of another."""
        return tuple(name for name, whole in self.wholes.items() if name == whole)

    def seats_of(self, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Give the seats of organisations in all bodies, in the order of the file."""
        found: dict[str, tuple[str, ...]] = dict.fromkeys(names, ())
        for seats in self.organisations.values():
            for name in seats.keys() & found.keys():
                found[name] += seats[name]
        return found

    def pair(self, a: str, b: str) -> tuple[str, str]:
        """Give the two bodies of a question; refuse a body that does not exist, and one body twice."""
        for name in (a, b):
            if name not in self.organisations:
                raise UnknownNameError("body", name, self.organisations)
        if a == b:
            raise InvalidValueError("same-body", f"the body “{a}” is named twice", "two different bodies")
        return a, b


def seating(collaboration: Collaboration) -> Seating:
    """Read off who sits where; neither the order of the seats nor how many an organisation has makes a difference."""
    wholes = _wholes(collaboration)
    rank = {name: place for place, name in enumerate(wholes)}
    return Seating(
        organisations={
            body.id: dict(sorted(_seats_by(body, _named(body, wholes)).items(), key=lambda found: rank[found[0]]))
            for body in collaboration.bodies
        },
        holders={body.id: dict(sorted(_seats_by(body, _held(body)).items())) for body in collaboration.bodies},
        wholes=wholes,
        open=frozenset(body.id for body in collaboration.bodies if may_hold_others(body)),
        open_holders=frozenset(body.id for body in collaboration.bodies if _may_be_held_by_others(body)),
        bodies_complete=collaboration.bodies_complete,
    )


def may_hold_others(body: Body) -> bool:
    """Say whether organisations may sit in the body that are not named in it."""
    return not body.seats_complete or not all(seat.organisations for seat in body.seats)


def _may_be_held_by_others(body: Body) -> bool:
    return not body.seats_complete or any(is_unknown(seat.holder) for seat in body.seats)


def _wholes(collaboration: Collaboration) -> dict[str, str]:
    # Collaboration.whole_of looks through all organisations at each step; one pass serves a country of them.
    above = {organisation.id: organisation.part_of for organisation in collaboration.organisations}
    wholes = {}
    for name in above:
        whole = name
        while (higher := above[whole]) is not None:
            whole = higher
        wholes[name] = whole
    return wholes


def _named(body: Body, wholes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for seat in body.seats:
        yield from ((wholes[name], seat.id) for name in seat.organisations)


def _held(body: Body) -> Iterator[tuple[str, str]]:
    for seat in body.seats:
        key = stated(seat.holder)
        if key is not None:
            yield key, seat.id


def _seats_by(body: Body, found: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    seats = defaultdict(set)
    for name, seat in found:
        seats[name].add(f"{body.id}/{seat}")
    return {name: tuple(sorted(behind)) for name, behind in seats.items()}
