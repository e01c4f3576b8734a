"""How likely it is that a quorum is there (*beslutsförhet*), exactly, and which seats decide it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from samverkan.checklist.bodies import all_seats_asked
from samverkan.checklist.competence.rule import needed_at, offices, quorum_of, statute_of
from samverkan.checklist.finding import Ask
from samverkan.errors import InvalidValueError, UnknownNameError
from samverkan.model.bodies import Seat
from samverkan.model.facts import stated
from samverkan.model.message import say
from samverkan.model.values import as_fraction

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkan.model.bodies import Body

Chance: TypeAlias = Fraction | float | str
"""A probability: exact, or as it is written, so that 0.8 is four fifths."""
Spread: TypeAlias = tuple[Fraction, ...]
"""The probability of each number of filled seats, from none on."""

_NONE: Spread = (Fraction(1),)


@frozen
class Weight:
    """How much a seat decides: a quorum is so much likelier if it is filled than if it is empty (Birnbaum, 1969)."""

    seat: str
    importance: Fraction


def _weights(weights: Iterable[Weight]) -> tuple[Weight, ...]:
    return tuple(weights)


def _asks(asks: Iterable[Ask]) -> tuple[Ask, ...]:
    return tuple(asks)


@frozen
class Resilience:
    """The probability that as many voting seats are filled as are ``needed``, and the seats by how much they decide it.

    Where it is not known how many are needed, or of how many, there is no number, and ``asks`` says what to ask.
    """

    body: str
    voting: int
    needed: int | None = None
    probability: Fraction | None = None
    weights: tuple[Weight, ...] = field(default=(), converter=_weights)
    asks: tuple[Ask, ...] = field(default=(), converter=_asks)


@frozen
class _Holder:
    """One person and the seats held, which are filled together, or each by its deputies."""

    seats: tuple[Seat, ...]
    chance: Fraction
    deputies: Fraction

    @property
    def spread(self) -> Spread:
        """The probability of each number of seats filled."""
        absent = _NONE
        for seat in self.seats:
            filled = 1 - (1 - self.deputies) ** len(seat.deputies)
            absent = _together(absent, (1 - filled, filled))
        *fewer, all_ = (each * (1 - self.chance) for each in absent)
        return (*fewer, all_ + self.chance)


def resilience(body: Body, attendance: Chance | Mapping[str, Chance], *, deputies: Chance = 0) -> Resilience:
    """Compute the probability of a quorum from that with which each holder comes, one for all or by seat.

    ``deputies`` is the probability with which each stated deputy can serve, if the holder does not come. Holders and
    deputies come independently of each other; the seats of one ``holder`` are one person's, and a vacant seat is filled
    by deputies only. Conflicts of interest and mandates are left out: they depend on the item. Raises
    ``InvalidValueError`` for what is no probability, is missing, or differs between the seats of one person, and
    ``UnknownNameError`` for a seat that the body has not.

    >>> from samverkan import AtLeast, Body, BodyKind, Seat, Text
    >>> three = [Seat("a"), Seat("b"), Seat("c")]
    >>> group = Body("g", BodyKind.NETWORK, Text("G"), seats=three, seats_complete=True, quorum=AtLeast(2))
    >>> str(resilience(group, 0.5).probability)
    '1/2'
    """
    holders = _holders(body, attendance, _chance(deputies))
    needed = needed_at(body)
    if needed.low != needed.high or not body.seats_complete:
        return Resilience(body.id, len(body.voting), asks=_missing(body))
    least = int(needed.low)
    before = list(accumulate((each.spread for each in holders), _together, initial=_NONE))
    after = list(accumulate((each.spread for each in reversed(holders)), _together, initial=_NONE))[::-1]
    importance = {
        seat.id: _at_least(before[place], after[place + 1], least - len(holder.seats))
        - _at_least(before[place], after[place + 1], least)
        for place, holder in enumerate(holders)
        for seat in holder.seats
    }
    weights = [Weight(seat.id, importance[seat.id]) for seat in body.voting]
    return Resilience(
        body.id,
        len(body.voting),
        least,
        _at_least(before[-1], _NONE, least),
        sorted(weights, key=lambda weight: -weight.importance),
    )


def _holders(body: Body, attendance: Chance | Mapping[str, Chance], deputies: Fraction) -> list[_Holder]:
    chances = _by_seat(body, attendance)
    by_holder: dict[str, list[Seat]] = {}
    for seat in body.voting:
        holder = stated(seat.holder)
        by_holder.setdefault(f"seat {seat.id}" if holder is None else f"holder {holder}", []).append(seat)
    found = []
    for seats in by_holder.values():
        chance, *others = dict.fromkeys(chances[seat.id] for seat in seats)
        if others:
            names = ", ".join(seat.id for seat in seats)
            raise InvalidValueError(
                "bad-attendance", f"one person holds the seats {names}", "one and the same probability for them"
            )
        found.append(_Holder(tuple(seats), Fraction(0) if seats[0].vacant else chance, deputies))
    return found


def _by_seat(body: Body, attendance: Chance | Mapping[str, Chance]) -> dict[str, Fraction]:
    names = [seat.id for seat in body.seats]
    if not isinstance(attendance, Mapping):
        return dict.fromkeys(names, _chance(attendance))
    for name in attendance:
        if name not in names:
            raise UnknownNameError("seat", name, names)
    missing = [seat.id for seat in body.voting if seat.id not in attendance]
    if missing:
        raise InvalidValueError(
            "bad-attendance", f"no probability is given for {', '.join(missing)}", "one for each voting seat"
        )
    return {name: _chance(chance) for name, chance in attendance.items()}


def _chance(number: Chance) -> Fraction:
    exact = as_fraction(number)
    if not isinstance(exact, Fraction) or not 0 <= exact <= 1:
        raise InvalidValueError("bad-probability", f"{number} is no probability", "a number from 0 to 1, such as 0.8")
    return exact


def _together(one: Spread, other: Spread) -> Spread:
    """Add two independent numbers of filled seats."""
    sums = [Fraction(0)] * (len(one) + len(other) - 1)
    for place, chance in enumerate(one):
        for more, also in enumerate(other):
            sums[place + more] += chance * also
    return tuple(sums)


def _at_least(one: Spread, other: Spread, least: int) -> Fraction:
    """Give the probability that two independent numbers come to at least so many."""
    tails = list(accumulate(reversed(other), initial=Fraction(0)))[::-1]
    return sum(
        (chance * tails[min(max(least - number, 0), len(other))] for number, chance in enumerate(one)), Fraction(0)
    )


def _missing(body: Body) -> Sequence[Ask]:
    asks = []
    if len(offices(body)) > 1:
        question = say("Is {body} the council, a committee or a sub-committee?", body=body.name)
        asks.append(Ask(statute_of(body).path, question))
    if quorum_of(body).silent and None in offices(body):
        question = say("How many voting seats must be present for {body} to decide?", body=body.name)
        asks.append(Ask(quorum_of(body).path, question))
    return asks if body.seats_complete else [*asks, all_seats_asked(body)]
