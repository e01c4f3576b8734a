from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation
from samverkan.ties import Shared, shared

if TYPE_CHECKING:
    from collections.abc import Callable


def body(id_: str, *seats: Seat, reports_to: object = UNKNOWN, complete: bool = True) -> Body:
    return Body(id_, BodyKind.NETWORK, Text(id_), seats=seats, seats_complete=complete, reports_to=reports_to)


def of(*bodies: Body) -> Shared:
    organisations = [Organisation("x"), Organisation("y"), Organisation("unit", part_of="x")]
    return shared(Collaboration(id="c", name="C", bodies=bodies, organisations=organisations), "a", "b")


def test_four_organisations_tie_the_board_and_the_group_of_tranemo_and_no_person_does(tranemo: Collaboration) -> None:
    answer = shared(tranemo, "advisory-board", "samverkansgrupp")

    assert set(answer.organisations) == {"tranemo-kommun", "arbetsformedlingen", "migrationsverket", "polisen"}
    assert answer.organisations_complete
    assert answer.holders == ()
    assert answer.reports == ()


def test_the_seats_behind_a_tie_are_named_on_both_sides(tranemo: Collaboration) -> None:
    seats = shared(tranemo, "advisory-board", "samverkansgrupp").seats

    assert {seat for seat in seats if seat.startswith("advisory-board/")} == {
        f"advisory-board/ab-{number}" for number in (3, 4, 5, 7, 8)
    }
    assert len(seats) == 14


def test_a_unit_ties_as_its_whole_does() -> None:
    answer = of(body("a", Seat("s", organisations=["unit"])), body("b", Seat("s", organisations=["x", "y"])))

    assert answer.organisations == ("x",)
    assert answer.seats == ("a/s", "b/s")


def test_a_person_is_known_by_equal_keys_only() -> None:
    answer = of(body("a", Seat("s1", holder="h1"), Seat("s2", holder="h2")), body("b", Seat("s3", holder="h1")))

    assert answer.holders == ("h1",)
    assert answer.seats == ("a/s1", "b/s3")
    assert answer.holders_complete


def test_vacant_seats_share_no_person_and_that_is_known() -> None:
    answer = of(body("a", Seat("s", holder=Absent())), body("b", Seat("s", holder=Absent())))

    assert answer.holders == ()
    assert answer.holders_complete


def test_a_seat_whose_holder_is_unknown_may_be_held_by_anybody() -> None:
    assert not of(body("a", Seat("s", holder="h1")), body("b", Seat("s"))).holders_complete


def test_an_open_list_may_hold_more_that_is_shared() -> None:
    seat = Seat("s", organisations=["x"])

    assert of(body("a", seat), body("b", seat)).organisations_complete
    assert not of(body("a", seat), body("b", seat, complete=False)).organisations_complete


def test_who_reports_to_whom_is_told_apart_from_who_sits_in_both() -> None:
    answer = of(body("a", reports_to="b"), body("b", reports_to=Absent()))

    assert answer.reports == (("a", "b"),)
    assert answer.reports_complete


def test_a_body_that_reports_elsewhere_does_not_report_here() -> None:
    answer = of(body("a", reports_to="c"), body("b", reports_to=Absent()), body("c"))

    assert answer.reports == ()
    assert answer.reports_complete


def test_silence_on_reporting_is_not_independence() -> None:
    assert not of(body("a"), body("b", reports_to=Absent())).reports_complete


def test_the_order_of_the_two_bodies_makes_no_difference(setup: Callable[..., Collaboration]) -> None:
    small = setup({"a": "x y z", "b": "z x"})

    one, other = shared(small, "a", "b"), shared(small, "b", "a")

    assert (
        (one.organisations, one.seats)
        == (other.organisations, other.seats)
        == (("x", "z"), ("a/s0", "a/s2", "b/s0", "b/s1"))
    )
