from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import prod
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from samverkan.checklist.competence.resilience import Resilience, resilience
from samverkan.errors import InvalidValueError, UnknownNameError
from samverkan.model.bodies import Body, BodyKind, Seat, Statute
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.mandate import AtLeast, MoreThan
from samverkan.model.names import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

CHANCES = st.sampled_from([Fraction(0), Fraction(1, 3), Fraction(1, 2), Fraction(4, 5), Fraction(1)])


def table(*seats: Seat, needed: int = 2) -> Body:
    return Body("g", BodyKind.NETWORK, Text("G"), seats=seats, seats_complete=True, quorum=AtLeast(needed))


@st.composite
def tables(draw: st.DrawFn) -> tuple[Body, dict[str, Fraction], Fraction]:
    """Generate small bodies in which some hold two seats, some seats are vacant, and some have deputies."""
    size = draw(st.integers(1, 4))
    seats = [
        Seat(
            f"s-{place}",
            holder=draw(st.sampled_from([UNKNOWN, "a", "b", Absent("vakant")])),
            deputies=draw(st.sampled_from([(), (), ("en",), ("en", "två")])),
        )
        for place in range(size)
    ]
    persons = {name: draw(CHANCES) for name in ("a", "b")}
    chances = {seat.id: persons[seat.holder] if seat.holder in ("a", "b") else draw(CHANCES) for seat in seats}
    return table(*seats, needed=draw(st.integers(1, size))), chances, draw(CHANCES)


def person_of(seat: Seat) -> str:
    return seat.holder if isinstance(seat.holder, str) else f"who sits in {seat.id}"


def worlds(body: Body, chances: dict[str, Fraction], deputy: Fraction) -> Iterator[tuple[Fraction, frozenset[str]]]:
    """Give every way in which persons and deputies come or stay away: its probability, and the seats then filled."""
    coming = {person_of(seat): Fraction(0) if seat.vacant else chances[seat.id] for seat in body.seats}
    serving = {(seat.id, place): deputy for seat in body.seats for place in range(len(seat.deputies))}
    everybody = [*coming.items(), *serving.items()]
    for bits in product((True, False), repeat=len(everybody)):
        chance = prod((p if bit else 1 - p for (_, p), bit in zip(everybody, bits, strict=True)), start=Fraction(1))
        here = {name for (name, _), bit in zip(everybody, bits, strict=True) if bit}
        filled = {
            seat.id
            for seat in body.seats
            if person_of(seat) in here or any((seat.id, place) in here for place in range(len(seat.deputies)))
        }
        yield chance, frozenset(filled)


def quorate(body: Body, filled: frozenset[str]) -> bool:
    assert isinstance(body.quorum, AtLeast)
    return len(filled) >= body.quorum.at_least


class TestExact:
    @given(tables())
    def test_the_probability_is_that_of_all_ways_to_come(
        self, drawn: tuple[Body, dict[str, Fraction], Fraction]
    ) -> None:
        body, chances, deputy = drawn
        found = resilience(body, chances, deputies=deputy)

        assert found.probability == sum(
            (chance for chance, filled in worlds(*drawn) if quorate(body, filled)), Fraction(0)
        )

    @given(tables())
    def test_the_importance_is_what_filling_all_seats_of_one_person_adds(
        self, drawn: tuple[Body, dict[str, Fraction], Fraction]
    ) -> None:
        body, chances, deputy = drawn
        found = resilience(body, chances, deputies=deputy)

        assert [each.importance for each in found.weights] == sorted(
            (each.importance for each in found.weights), reverse=True
        )
        for weight in found.weights:
            seat = body.seat(weight.seat)
            assert seat is not None
            own = frozenset(other.id for other in body.seats if person_of(other) == person_of(seat))
            with_, without = (
                sum((chance for chance, filled in worlds(*drawn) if quorate(body, change(filled, own))), Fraction(0))
                for change in (frozenset.union, frozenset.difference)
            )
            assert weight.importance == with_ - without

    @given(tables(), CHANCES)
    def test_who_is_likelier_to_come_never_lowers_it(
        self, drawn: tuple[Body, dict[str, Fraction], Fraction], chance: Fraction
    ) -> None:
        body, chances, deputy = drawn
        likelier = {name: max(each, chance) for name, each in chances.items()}

        before, after = (resilience(body, each, deputies=deputy).probability for each in (chances, likelier))
        assert before is not None
        assert after is not None
        assert before <= after


def test_a_large_council_is_exact_and_symmetric() -> None:
    seats = [Seat(f"s-{place}") for place in range(101)]
    body = Body("kf", BodyKind.POLITICAL_BODY, Text("KF"), seats=seats, seats_complete=True, statute=Statute.COUNCIL)

    found = resilience(body, "1/2")

    assert (found.needed, found.probability) == (51, Fraction(1, 2))
    assert len({each.importance for each in found.weights}) == 1


def test_one_person_in_two_seats_comes_to_both_or_none() -> None:
    apart, together = (table(Seat("a", holder="p"), Seat("b", holder=other)) for other in ("q", "p"))

    assert resilience(apart, 0.8).probability == Fraction(16, 25)
    assert resilience(together, 0.8).probability == Fraction(4, 5)


def test_no_deputy_comes_unless_it_is_told_how_likely_that_is() -> None:
    body = table(Seat("a", deputies=["b"]), needed=1)

    assert [resilience(body, 0.5, **told).probability for told in ({}, {"deputies": 0}, {"deputies": 1})] == [
        Fraction(1, 2),
        Fraction(1, 2),
        1,
    ]


def test_a_co_opted_seat_is_left_out() -> None:
    body = table(Seat("a"), Seat("b"), Seat("c", voting=False))

    assert resilience(body, 0.5) == resilience(table(Seat("a"), Seat("b")), {"a": 0.5, "b": 0.5})


class TestNoNumber:
    def test_an_unknown_rule_gives_none_and_asks(self) -> None:
        found = resilience(evolve(table(Seat("a"), Seat("b")), quorum=UNKNOWN), 0.8)

        assert (found.probability, found.weights) == (None, ())
        assert [ask.field for ask in found.asks] == ["bodies.g.quorum"]

    def test_an_open_list_gives_none_and_asks(self) -> None:
        found = resilience(evolve(table(Seat("a"), Seat("b")), seats_complete=False, quorum=MoreThan("1/2")), 0.8)

        assert found.probability is None
        assert [ask.field for ask in found.asks] == ["bodies.g.seats_complete"]

    def test_a_political_body_of_unknown_kind_gives_none_and_asks(self) -> None:
        body = evolve(table(Seat("a"), Seat("b"), Seat("c"), needed=3), kind=BodyKind.POLITICAL_BODY)

        assert [ask.field for ask in resilience(body, 0.8).asks] == ["bodies.g.statute"]

    def test_one_seat_needs_no_rule(self) -> None:
        assert resilience(evolve(table(Seat("a"), needed=1), quorum=UNKNOWN), 0.8).probability == Fraction(4, 5)


class TestRefused:
    @pytest.mark.parametrize("chance", ["1.1", -1, "3/2"])
    def test_what_is_no_probability(self, chance: str | int) -> None:
        with pytest.raises(InvalidValueError, match=r"is no probability; expected a number from 0 to 1"):
            resilience(table(Seat("a"), Seat("b")), chance)

    def test_a_seat_that_the_body_has_not(self) -> None:
        with pytest.raises(UnknownNameError, match="x"):
            resilience(table(Seat("a"), Seat("b")), {"a": 1, "b": 1, "x": 1})

    def test_a_seat_left_out(self) -> None:
        with pytest.raises(InvalidValueError, match="no probability is given for b"):
            resilience(table(Seat("a"), Seat("b")), {"a": 1})

    def test_one_person_with_two_probabilities(self) -> None:
        with pytest.raises(InvalidValueError, match="one person holds the seats a, b"):
            resilience(table(Seat("a", holder="p"), Seat("b", holder="p")), {"a": 1, "b": 0})


def test_it_is_a_value() -> None:
    assert resilience(table(Seat("a"), Seat("b")), 1) == Resilience(
        "g", 2, 2, Fraction(1), resilience(table(Seat("a"), Seat("b")), 1).weights
    )
