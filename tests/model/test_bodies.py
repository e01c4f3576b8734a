from __future__ import annotations

from hypothesis import given

from samverkan.model.bodies import LEADERSHIP, Body, BodyKind, Rank, Seat
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.names import Text
from samverkan.testing import bodies, seats


def test_a_seat_is_vacant_only_where_a_source_says_so() -> None:
    assert Seat("a", holder=Absent("vakant")).vacant
    assert not Seat("a", holder=UNKNOWN).vacant
    assert not Seat("a", holder="h1").vacant


def test_a_co_opted_seat_does_not_count_to_the_quorum() -> None:
    body = Body("sg", BodyKind.NETWORK, Text("b"), seats=[Seat("a"), Seat("b", voting=False)])

    assert body.voting == (Seat("a"),)


def test_an_organisation_with_two_seats_is_represented_once_in_the_order_of_the_seats() -> None:
    two = [Seat("a", organisations=["kyrkan", "kommunen"]), Seat("b", organisations=["af", "kyrkan"])]

    assert Body("sg", BodyKind.NETWORK, Text("b"), seats=two).represented == ("kyrkan", "kommunen", "af")


@given(bodies(min_seats=1))
def test_a_seat_is_found_by_its_id(body: Body) -> None:
    assert all(body.seat(seat.id) == seat for seat in body.seats)
    assert body.seat("nobody-sits-here") is None


@given(seats(organisations=["a", "b"]))
def test_a_seat_represents_the_organisations_that_it_names(seat: Seat) -> None:
    assert set(seat.organisations) <= {"a", "b"}


def test_specialists_and_representatives_do_not_lead() -> None:
    assert set(Rank) - LEADERSHIP == {Rank.SPECIALIST, Rank.REPRESENTATIVE}
