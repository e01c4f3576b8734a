from __future__ import annotations

from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import Absent
from samverkan.model.names import Text
from samverkan.planning.table import Circle, Table, circles, tables_of


def table(body: str, *seats: Seat, collaboration: str = "c") -> Table:
    return Table(collaboration, body, seats)


def together(*tables: Table) -> set[frozenset[str]]:
    return {circle.bodies for circle in circles(tables) if len(circle.bodies) > 1}


def test_equal_holder_keys_are_one_person() -> None:
    tables = table("a", Seat("a-1", holder="h1")), table("b", Seat("b-1", holder="h1"), Seat("b-2", holder="h2"))

    assert circles(tables) == [
        Circle(frozenset({"a", "b"}), (("a", "a-1"), ("b", "b-1")), ("h1",)),
        Circle(frozenset({"b"}), (("b", "b-2"),), ("h2",)),
    ]


def test_a_seat_that_two_bodies_list_is_one() -> None:
    assert together(table("a", Seat("s")), table("b", Seat("s"))) == {frozenset({"a", "b"})}


def test_a_seat_listed_twice_is_held_by_whom_either_listing_names() -> None:
    tables = table("a", Seat("s", holder="h")), table("b", Seat("s")), table("d", Seat("d-1", holder="h"))

    assert together(*tables) == {frozenset({"a", "b", "d"})}


def test_seats_of_one_id_with_two_holders_are_two_persons() -> None:
    assert together(table("a", Seat("s", holder="h1")), table("b", Seat("s", holder="h2"))) == set()


def test_seats_of_one_id_in_two_collaborations_are_two_persons() -> None:
    assert together(table("a", Seat("s")), table("b", Seat("s"), collaboration="d")) == set()


def test_one_holder_in_two_collaborations_is_one_person() -> None:
    tables = table("a", Seat("s", holder="h")), table("b", Seat("t", holder="h"), collaboration="d")

    assert together(*tables) == {frozenset({"a", "b"})}


def test_a_shared_organisation_makes_nobody_one_person() -> None:
    tables = table("a", Seat("s", organisations=["af"])), table("b", Seat("t", organisations=["af"]))

    assert together(*tables) == set()


def test_vacant_seats_are_nobody_in_common() -> None:
    assert together(table("a", Seat("s", holder=Absent())), table("b", Seat("t", holder=Absent()))) == set()


def test_a_table_without_listed_seats_is_a_circle_of_its_own() -> None:
    assert circles([table("a")]) == [Circle(frozenset({"a"}))]


def test_the_tables_of_a_collaboration_are_its_bodies() -> None:
    body = Body("ks", BodyKind.POLITICAL_BODY, Text("KS"), seats=[Seat("ks-1")])

    assert tables_of(Collaboration(id="c", name="C", bodies=[body])) == (table("ks", Seat("ks-1")),)
