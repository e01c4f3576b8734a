"""Everything that is said in a plan, followed at once: what the laws of the ways cannot see."""

from __future__ import annotations

import datetime as dt

from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation
from samverkan.ties.across import across
from samverkan.ties.carriers import carriers
from samverkan.ties.gatherings import Gathering
from samverkan.ties.spread import Delay, Spread, spread

MONDAY, FRIDAY = dt.date(2027, 3, 1), dt.date(2027, 3, 5)


def found(*bodies: Body, plan: list[Gathering]) -> Spread:
    whole = Collaboration(id="c", name="C", organisations=[Organisation("x")], bodies=bodies, bodies_complete=True)
    return spread(carriers(across([whole])), plan)


def body(id_: str, *organisations: str, reports_to: object = UNKNOWN) -> Body:
    seats = [Seat("s", organisations=organisations)] if organisations else []
    return Body(id_, BodyKind.NETWORK, Text(id_), seats=seats, seats_complete=True, reports_to=reports_to)


def test_the_longest_waiting_names_the_meeting_and_where_it_is_known_last() -> None:
    plan = [Gathering("m", MONDAY, ["a"]), Gathering("n", FRIDAY, ["b"], notes=dt.date(2027, 3, 12))]
    a, b = found(body("a", "x"), body("b", "x"), body("c"), plan=plan).senders

    assert (a.longest, a.public, a.never) == (
        Delay("m", MONDAY, "b", FRIDAY),
        Delay("m", MONDAY, None, dt.date(2027, 3, 12)),
        ("c",),
    )
    assert (b.longest, b.never) == (None, ("a", "c"))


def test_two_that_meet_together_hear_each_other_the_same_day() -> None:
    waits = [each.longest for each in found(body("a"), body("b"), plan=[Gathering("m", MONDAY, ["a", "b"])]).senders]

    assert waits == [Delay("m", MONDAY, "b", MONDAY), Delay("m", MONDAY, "a", MONDAY)]


def test_of_one_day_a_meeting_may_hear_of_what_is_listed_later() -> None:
    plan = [Gathering("m", MONDAY, ["a"]), Gathering("n", MONDAY, ["b"])]

    assert found(body("a"), body("b", reports_to="a"), plan=plan).ordered
    assert not found(body("a"), body("b"), plan=plan).ordered


def test_the_order_of_a_day_may_matter_for_some_of_what_is_heard_that_day() -> None:
    plan = [Gathering("m", MONDAY, ["a"]), Gathering("n", FRIDAY, ["a"]), Gathering("o", FRIDAY, ["b"])]

    # Of m body b hears in any case, of n only if that is held before.
    assert found(body("a", reports_to="b"), body("b"), plan=plan).ordered


def test_of_one_day_an_open_day_may_tell_of_a_meeting_that_is_listed_later() -> None:
    plan = [Gathering("lecture", MONDAY, organisers=["x"], open=True), Gathering("meeting", MONDAY, ["a"])]

    assert found(body("a", "x"), plan=plan).ordered


def test_without_a_meeting_nobody_says_anything() -> None:
    nothing = found(body("a", "x"), plan=[Gathering("lecture", MONDAY, organisers=["x"], open=True)])

    assert (nothing.senders, nothing.bodies, nothing.worst) == ((), 1, None)
