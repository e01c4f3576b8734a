from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samverkan.errors import InvalidValueError, UnknownNameError
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import Absent
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation
from samverkan.ties.seating import seating

if TYPE_CHECKING:
    from collections.abc import Callable

ORGANISATIONS = [Organisation("skola", part_of="sektion"), Organisation("sektion", part_of="kommun")]


def one(*seats: Seat, complete: bool = True) -> Collaboration:
    body = Body("b", BodyKind.NETWORK, Text("B"), seats=seats, seats_complete=complete)
    return Collaboration(
        id="c", name="C", organisations=[*ORGANISATIONS, Organisation("kommun"), Organisation("kyrka")], bodies=[body]
    )


def test_units_of_units_are_folded_into_the_topmost_whole() -> None:
    table = seating(one(Seat("s1", organisations=["skola"]), Seat("s2", organisations=["kyrka", "kommun", "sektion"])))

    assert table.organisations["b"] == {"kommun": ("b/s1", "b/s2"), "kyrka": ("b/s2",)}
    assert table.tops == table.seated == ("kommun", "kyrka")


def test_an_organisation_without_a_seat_is_not_seated() -> None:
    assert seating(one(Seat("s1", organisations=["kyrka"]))).seated == ("kyrka",)


def test_the_seats_of_a_holder_stand_together() -> None:
    table = seating(one(Seat("s2", holder="h1"), Seat("s1", holder="h1"), Seat("s3", holder=Absent())))

    assert table.holders["b"] == {"h1": ("b/s1", "b/s2")}


@pytest.mark.parametrize(
    ("seat", "complete", "open_"),
    [
        (Seat("s", organisations=["kyrka"]), True, False),
        (Seat("s", organisations=["kyrka"]), False, True),
        (Seat("s"), True, True),
    ],
)
def test_a_body_is_open_when_its_list_is_or_when_a_seat_names_nobody(
    seat: Seat, *, complete: bool, open_: bool
) -> None:
    assert ("b" in seating(one(seat, complete=complete)).open) is open_


@pytest.mark.parametrize(
    ("seat", "complete", "open_"),
    [
        (Seat("s", holder="h1"), True, False),
        (Seat("s", holder=Absent()), True, False),
        (Seat("s", holder="h1"), False, True),
        (Seat("s"), True, True),
    ],
)
def test_a_vacant_seat_is_known_to_have_no_holder_but_a_nameless_one_is_not(
    seat: Seat, *, complete: bool, open_: bool
) -> None:
    assert ("b" in seating(one(seat, complete=complete)).open_holders) is open_


def test_a_table_is_complete_only_if_no_body_is_unlisted(setup: Callable[..., Collaboration]) -> None:
    assert seating(setup({"a": "x"})).complete
    assert not seating(setup({"a": "x"}, open_=["a"])).complete
    assert not seating(setup({"a": "x"}, bodies_complete=False)).complete


def test_asking_for_a_body_that_does_not_exist_names_the_nearest(setup: Callable[..., Collaboration]) -> None:
    with pytest.raises(UnknownNameError, match="there is no body “styrgrup”; did you mean “styrgrupp”") as refused:
        seating(setup({"styrgrupp": "", "b": ""})).pair("b", "styrgrup")

    assert refused.value.known == ("styrgrupp", "b")


def test_a_body_is_not_asked_about_with_itself(setup: Callable[..., Collaboration]) -> None:
    with pytest.raises(InvalidValueError, match="the body “a” is named twice; expected two different bodies"):
        seating(setup({"a": ""})).pair("a", "a")
