"""Who carries what when: the ways that news takes, and the order of one day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.lead import ProjectLead
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation
from samverkan.model.values import ClockSpan
from samverkan.ties.across import across
from samverkan.ties.carriers import Carrier, CarrierKind, carriers
from samverkan.ties.gatherings import Gathering
from samverkan.ties.reach import Arrival, Journey, Leg, Reach, reach
from samverkan.ties.spread import spread

if TYPE_CHECKING:
    from collections.abc import Iterable

MONDAY, TUESDAY, FRIDAY = dt.date(2027, 3, 1), dt.date(2027, 3, 2), dt.date(2027, 3, 5)


def body(id_: str, *seats: Seat, reports_to: object = UNKNOWN) -> Body:
    return Body(id_, BodyKind.NETWORK, Text(id_), seats=seats, seats_complete=True, reports_to=reports_to)


def whole(*bodies: Body, lead: ProjectLead | None = None) -> Collaboration:
    return Collaboration(
        id="c",
        name="C",
        organisations=[Organisation("x"), Organisation("y"), Organisation("unit", part_of="x")],
        bodies=bodies,
        bodies_complete=True,
        lead=lead or ProjectLead(),
    )


def sits(*organisations: str, **more: object) -> Seat:
    return Seat("s", organisations=organisations, **more)


def meeting(id_: str, day: dt.date, *bodies: str, time: str | None = None, **more: object) -> Gathering:
    return Gathering(id_, day, bodies, ClockSpan.parse(time) if time else None, **more)


def found(setup: Collaboration, *plan: Gathering) -> Reach:
    return reach(carriers(across([setup])), plan)


def journey(reached: Reach, source: str, goal: str | None, place: int = 0) -> Journey:
    passage = reached.passage(source, goal)
    assert passage is not None
    return passage.journeys[place]


def days(each: Journey) -> tuple[int | None, ...]:
    return tuple(arrival and (arrival.day - each.departs).days for arrival in (each.soonest, each.certain))


class TestCarriers:
    @pytest.mark.parametrize(
        ("setup", "carrier"),
        [
            (whole(body("a", sits("unit")), body("b", sits("x"))), Carrier(CarrierKind.ORGANISATION, "x")),
            (whole(body("a", sits(holder="h")), body("b", sits(holder="h"))), Carrier(CarrierKind.HOLDER, "h")),
            (whole(body("a"), body("b"), lead=ProjectLead(attends=("a", "b"))), Carrier(CarrierKind.LEAD, "c")),
            (
                whole(body("a"), body("b", sits(project_lead=True)), lead=ProjectLead(attends=("a",))),
                Carrier(CarrierKind.LEAD, "c"),
            ),
            (whole(body("a", reports_to="b"), body("b")), Carrier(CarrierKind.REPORT, "a")),
        ],
        ids=["organisation", "holder", "lead who attends", "lead with a seat", "report"],
    )
    def test_each_who_carries_is_named(self, setup: Collaboration, carrier: Carrier) -> None:
        reached = found(setup, meeting("m", MONDAY, "a"), meeting("n", FRIDAY, "b"))

        assert journey(reached, "a", "b").certain == Arrival(FRIDAY, (Leg("n", FRIDAY, (carrier,)),))

    def test_who_reports_carries_nothing_back(self) -> None:
        setup = whole(body("a", reports_to="b"), body("b"))

        assert journey(found(setup, meeting("m", MONDAY, "b"), meeting("n", FRIDAY, "a")), "b", "a").certain is None

    def test_news_goes_on_by_a_third_body_and_each_step_is_told(self) -> None:
        setup = whole(body("a", sits("x")), body("b", sits("x", "y")), body("c", sits("y")))
        arrival = journey(
            found(setup, meeting("m", MONDAY, "a"), meeting("n", TUESDAY, "b"), meeting("o", FRIDAY, "c")), "a", "c"
        ).certain

        assert arrival == Arrival(
            FRIDAY,
            (
                Leg("n", TUESDAY, (Carrier(CarrierKind.ORGANISATION, "x"),)),
                Leg("o", FRIDAY, (Carrier(CarrierKind.ORGANISATION, "y"),)),
            ),
        )

    def test_bodies_that_meet_together_know_it_at_once(self) -> None:
        reached = found(whole(body("a"), body("b")), meeting("m", MONDAY, "a", "b"))

        assert days(journey(reached, "a", "b")) == (0, 0)
        assert journey(reached, "a", "b").certain == Arrival(MONDAY, (), notes=False)
        assert reached.worst == 0

    def test_what_nobody_carries_never_arrives(self) -> None:
        setup = whole(body("a", sits("x")), body("b", sits("y")))
        passage = found(setup, meeting("m", MONDAY, "a"), meeting("n", FRIDAY, "b")).passage("a", "b")

        assert passage is not None
        assert passage.arriving == ()
        assert passage.unreached == passage.journeys

    def test_a_body_without_dated_meetings_is_no_source(self) -> None:
        assert found(whole(body("a"), body("b")), meeting("m", MONDAY, "a")).passage("b", "a") is None


class TestSameDay:
    TIED = whole(body("a", sits("x")), body("b", sits("x")))

    @pytest.mark.parametrize(
        ("first", "second", "expected"),
        [
            ("9.00–10.00", "10.00–11.00", (0, 0)),
            ("10.00–11.00", "9.00–10.00", (None, None)),
            ("9.00–10.30", "10.00–11.00", (None, None)),
            ("9.00", "10.00", (0, None)),
            (None, "10.00–11.00", (0, None)),
            ("9.00–10.00", None, (0, None)),
            (None, None, (0, None)),
            ("8.00–9.00", "8.59–9.30", (None, None)),
            ("8.00–9.30", "9.45–10.00", (0, 0)),
            # What may last the whole day lasts to its last minute, and may begin with its first.
            ("22.00", "23.50–23.59", (0, None)),
            ("23.50–23.59", None, (0, None)),
            ("0.00–0.01", None, (0, None)),
        ],
    )
    def test_the_order_is_that_of_the_clock_and_both_where_it_is_not_known(
        self, first: str | None, second: str | None, expected: tuple[int | None, int | None]
    ) -> None:
        reached = found(self.TIED, meeting("m", MONDAY, "a", time=first), meeting("n", MONDAY, "b", time=second))

        assert days(journey(reached, "a", "b")) == expected

    def test_a_meeting_may_hear_of_it_only_after_one_that_is_listed_later(self) -> None:
        setup = whole(body("a", sits("x")), body("b", sits("x", "y")), body("c", sits("y")))
        plan = [meeting("m", MONDAY, "c"), meeting("n", MONDAY, "b"), meeting("o", MONDAY, "a")]

        assert days(journey(found(setup, *plan), "a", "c")) == (0, None)

    def test_a_time_that_is_not_known_does_not_turn_the_clock_back(self) -> None:
        setup = whole(body("a", sits("x")), body("b", sits("x", "y")), body("c", sits("y")))
        plan = [meeting("m", MONDAY, "a", time="13.00–14.00"), meeting("n", MONDAY, "b")]

        late, early = meeting("o", MONDAY, "c", time="15.00–16.00"), meeting("o", MONDAY, "c", time="9.00–10.00")
        assert days(journey(found(setup, *plan, late), "a", "c")) == (0, None)
        assert days(journey(found(setup, *plan, early), "a", "c")) == (None, None)


class TestPublic:
    TIED = whole(body("a", sits("x")), body("b", sits("y")))

    def public(self, *plan: Gathering) -> Iterable[int | None]:
        return days(journey(found(self.TIED, *plan), "a", None))

    def test_an_open_meeting_tells_the_public_the_same_day(self) -> None:
        assert self.public(meeting("m", MONDAY, "a", open=True)) == (0, 0)

    def test_notes_tell_it_on_the_day_when_they_are_published(self) -> None:
        plan = [meeting("m", MONDAY, "a", notes=FRIDAY)]

        assert self.public(*plan) == (4, 4)
        assert journey(found(self.TIED, *plan), "a", None).certain == Arrival(FRIDAY, (), notes=True)

    def test_who_was_at_an_open_meeting_need_not_wait_for_its_notes(self) -> None:
        plan = meeting("m", MONDAY, "a", open=True, notes=MONDAY)

        assert journey(found(self.TIED, plan), "a", None).certain == Arrival(MONDAY, (), notes=False)

    def test_an_open_day_tells_what_those_know_who_arrange_it(self) -> None:
        assert self.public(meeting("m", MONDAY, "a"), meeting("n", TUESDAY, organisers=["x"], open=True)) == (1, 1)
        assert self.public(meeting("m", MONDAY, "a"), meeting("n", TUESDAY, organisers=["y"], open=True)) == (None,) * 2

    def test_an_open_day_of_a_body_tells_what_the_body_knows_and_is_no_meeting_of_it(self) -> None:
        plan = [meeting("m", MONDAY, "a"), meeting("n", TUESDAY, hosts=["a"], open=True)]

        assert self.public(*plan) == (1, 1)
        assert len(found(self.TIED, *plan).passages[0].journeys) == 1

    def test_otherwise_the_public_is_told_nothing(self) -> None:
        assert self.public(meeting("m", MONDAY, "a")) == (None, None)


def test_of_no_meetings_nothing_is_said() -> None:
    reached = found(whole(body("a")))

    assert reached.passages == ()
    assert reached.worst is None


def test_what_arrives_is_told_the_shortest_waiting_first_then_by_day() -> None:
    setup = whole(body("a", sits("x")), body("b", sits("x")))
    later = FRIDAY + dt.timedelta(days=3)
    plan = [meeting("m", MONDAY, "a"), meeting("n", TUESDAY, "b"), meeting("o", FRIDAY, "a", "b")]
    passage = found(setup, *plan, meeting("p", later, "a"), meeting("q", later, "b")).passage("a", "b")

    assert passage is not None
    assert [(each.gathering, each.days) for each in passage.arriving] == [("o", 0), ("m", 1)]
    assert [each.gathering for each in passage.unreached] == ["p"]


SEAT = sits("x", holder="h")
NOWHERE = ProjectLead(attends=())


@pytest.mark.parametrize(
    ("known", "complete"),
    [
        (whole(body("a", SEAT, reports_to=Absent()), lead=NOWHERE), True),
        (
            whole(body("a", SEAT, reports_to="b"), body("b", sits("y", holder=Absent()), reports_to="a"), lead=NOWHERE),
            True,
        ),
        (whole(body("a", sits(holder="h"), reports_to=Absent()), lead=NOWHERE), False),
        (whole(body("a", sits("x"), reports_to=Absent()), lead=NOWHERE), False),
        (whole(body("a", SEAT), lead=NOWHERE), False),
        (whole(body("a", SEAT, reports_to=Absent())), False),
    ],
    ids=["independent", "reporting", "organisations unknown", "holder unknown", "report unknown", "lead unknown"],
)
def test_what_is_said_to_be_complete_needs_all_carriers_and_the_whole_plan(
    known: Collaboration, *, complete: bool
) -> None:
    carrying = carriers(across([known]))

    assert carrying.complete is complete
    for ask in (reach, spread):
        assert ask(carrying, [], plan_complete=True).complete is complete
        assert not ask(carrying, []).complete
