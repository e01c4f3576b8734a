from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from samverkan.errors import InvalidValueError
from samverkan.model.activities import Activity, Event, OnHoliday, Series
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.cadence import EveryDays
from samverkan.model.calendar import Break, LocalCalendar
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.model.organisations import Municipality
from samverkan.model.travel import Travel
from samverkan.model.values import ClockSpan, Period
from samverkan.model.when import InYear, OnDate
from samverkan.planning.clashes import ClashKind
from samverkan.planning.meeting import Status
from samverkan.planning.member import Member
from samverkan.planning.merging import merged
from samverkan.planning.schedule import Schedule, schedule
from samverkan.testing import check_schedule, plannable

DAY = dt.date(2026, 3, 4)


def whole(id_: str, time: str | None = None, place: str | None = None, **more: Any) -> Collaboration:  # noqa: ANN401
    body = Body("grupp", BodyKind.NETWORK, Text("Gruppen", "The group"), seats=[Seat("sg-01", holder="person-7")])
    hours = {} if time is None else {"time": ClockSpan.parse(time)}
    event = Event("dag", Text("Dagen"), OnDate(DAY), bodies=["grupp"], place=place, **hours)  # type: ignore[arg-type]  # a converter takes text
    given_: dict[str, Any] = {"bodies": [body], "events": [event], "name": Text(id_.title()), **more}
    return Collaboration(id=id_, **given_)


def test_everything_has_the_id_of_its_collaboration_in_front() -> None:
    series = Series("s", "grupp", EveryDays(14), DAY, dt.date(2026, 3, 18))
    both = merged([whole("b", series=[series]), whole("a", activities=[Activity("kurs", Text("Kurs"), InYear(2026))])])

    assert both.collaboration == "a+b"
    assert [meeting.id for meeting in both.meetings] == ["a/dag", "b/dag", "b/s/2026-03-04", "b/s/2026-03-18"]
    assert [(each.series, each.event, each.body) for each in both.meetings[1:3]] == [
        (None, "b/dag", "b/grupp"),
        ("b/s", None, "b/grupp"),
    ]
    assert [(item.id, item.items) for item in both.unplaced] == [("a/kurs", ("a/kurs",))]
    assert [(table.collaboration, table.body) for table in both.tables] == [("a", "a/grupp"), ("b", "b/grupp")]


def test_everything_is_known_to_be_of_its_collaboration() -> None:
    both = merged([whole("b", name=Text("Samverkan B")), whole("a")])

    assert both.members == (Member("a", Text("A")), Member("b", Text("Samverkan B")))
    assert [both.owner(meeting.id) for meeting in both.meetings] == ["a", "b"]
    assert [both.member(meeting.id) for meeting in both.meetings] == list(both.members)
    assert both.of("b/grupp").members == both.members
    alone = schedule(whole("a"))
    assert (alone.members, alone.owner("dag"), alone.member("dag")) == ((), "a", None)


def test_a_meeting_is_called_by_its_collaboration_too() -> None:
    assert [meeting.name for meeting in merged([whole("a")]).meetings] == [Text("A: Dagen")]
    english = whole("b", name=Text("Samverkan B", "Collaboration B"))
    assert merged([english]).meetings[0].name == Text("Samverkan B: Dagen", "Collaboration B: Dagen")


def test_one_holder_in_two_municipalities_clashes() -> None:
    (clash,) = merged([whole("a", "13.00–15.00"), whole("b", "14.00–16.00")]).clashes

    assert (clash.kind, clash.meetings) == (ClashKind.CERTAIN, ("a/dag", "b/dag"))
    assert (clash.seats, clash.holders) == (("a/sg-01", "b/sg-01"), ("person-7",))
    assert str(clash.why) == "A: Dagen and B: Dagen overlap on 2026-03-04 for the same people"


def test_equal_seat_ids_in_two_municipalities_are_two_people() -> None:
    strangers = [
        evolve(each, bodies=[evolve(each.bodies[0], seats=[Seat("sg-01")])]) for each in (whole("a"), whole("b"))
    ]

    assert merged(strangers).clashes == ()


def test_a_seat_is_asked_for_by_the_id_that_it_has_in_the_merged_schedule() -> None:
    both = merged([whole("a"), whole("b")])

    assert [meeting.id for meeting in both.of_seat("b/sg-01").meetings] == ["b/dag"]
    assert [meeting.id for meeting in both.of("a/grupp").meetings] == ["a/dag"]


def test_town_halls_of_two_municipalities_are_two_places() -> None:
    def town_hall(id_: str, code: str | None) -> Collaboration:
        town = [] if code is None else [Municipality(code, "Kommunen")]
        body = Body("grupp", BodyKind.NETWORK, Text("Gruppen"), seats=[Seat("sg-01")])
        return whole(id_, "13.00–15.00", "Kommunhuset", municipalities=town, bodies=[body])

    assert merged([town_hall("a", "1452"), town_hall("b", "0780")]).clashes == ()
    assert merged([town_hall("a", None), town_hall("b", None)]).clashes == ()
    (clash,) = merged([town_hall("a", "1452"), town_hall("b", "1452")]).clashes
    assert clash.place == Text("Kommunhuset")


def test_collaborations_share_an_area_at_several_removes() -> None:
    codes = {"a": ["0780"], "b": ["0765", "0767"], "d": ["0780", "0765"], "e": ["0767"], "f": ["1452"]}
    wholes = [
        whole(
            id_,
            "13.00",
            "Hotellet",
            municipalities=[Municipality(code, "Kommunen") for code in towns],
            bodies=[Body("grupp", BodyKind.NETWORK, Text("Gruppen"))],
        )
        for id_, towns in codes.items()
    ]

    assert len(merged(wholes[:3]).clashes) == 3
    assert len(merged(wholes).clashes) == 6  # a, b, d and e, each with each
    assert len(merged(wholes[:2]).clashes) == 0


def test_travel_stated_by_any_of_them_counts_for_all() -> None:
    both = [
        whole("a", "13.00–14.00", "Tranemo", travel=[Travel("Tranemo", "Borås", 45)]),
        whole("b", "14.15", "Borås"),
    ]

    assert [clash.minutes for clash in merged(both).clashes] == [45]


def test_each_is_planned_by_its_own_calendar() -> None:
    def weekly(id_: str, *breaks: Break) -> Collaboration:
        series = Series("s", "grupp", EveryDays(7), DAY, dt.date(2026, 3, 18), on_holiday=OnHoliday.SKIP)
        return whole(id_, series=[series], calendar=LocalCalendar(breaks=breaks))

    lov = Break("lov", dt.date(2026, 3, 9), dt.date(2026, 3, 13))
    both = merged([weekly("a", lov), weekly("b")])
    assert [each.id for each in both.meetings if each.status is Status.SKIPPED] == ["a/s/2026-03-11"]


def test_a_breach_names_its_meeting() -> None:
    closed = LocalCalendar(closed=[])
    sunday = whole("a", calendar=closed, events=[Event("e", Text("E"), OnDate(dt.date(2026, 3, 8)))])

    assert [breach.meeting for breach in merged([sunday]).breaches] == ["a/e"]


def test_the_horizon_holds_those_of_all_unless_one_is_given() -> None:
    spring, year = Period(DAY, dt.date(2026, 6, 1)), Period(dt.date(2026, 1, 1), dt.date(2026, 4, 1))
    both = [whole("a", horizon=spring), whole("b", horizon=year)]

    assert merged(both).horizon == Period(dt.date(2026, 1, 1), dt.date(2026, 6, 1))
    assert merged(both, horizon=spring).horizon == spring
    assert merged([]).horizon is None


def test_two_collaborations_of_one_id_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="two collaborations have the id “a”; expected an id of its own for"):
        merged([whole("a"), whole("a")])


def bare(planned: Schedule) -> list[tuple[object, ...]]:
    return [(each.nominal, each.date, each.clock, each.status) for each in planned.meetings]


class TestMerged:
    """Several collaborations merge into one schedule, their ids prefixed so that they stay unique and stable."""

    @given(plannable(min_series=1, min_bodies=1), plannable(max_bodies=1))
    def test_nothing_is_lost_added_or_moved(self, one: Collaboration, other: Collaboration) -> None:
        one, other = evolve(one, id="one"), evolve(other, id="other")
        both = merged([one, other])

        check_schedule(both)
        for each in (one, other):
            alone = schedule(each)
            ours = evolve(both, meetings=[meeting for meeting in both.meetings if meeting.id.startswith(f"{each.id}/")])
            assert sorted(map(str, bare(ours))) == sorted(map(str, bare(alone)))
            assert {meeting.id for meeting in ours.meetings} == {f"{each.id}/{one.id}" for one in alone.meetings}
            told = {clash.meetings for clash in both.clashes}
            assert {tuple(f"{each.id}/{name}" for name in clash.meetings) for clash in alone.clashes} <= told

    @given(st.lists(plannable(max_bodies=1), max_size=3), st.randoms())
    def test_the_order_in_which_they_are_given_does_not_matter(
        self, wholes: list[Collaboration], random: st.DataObject
    ) -> None:
        named = [evolve(each, id=f"c-{number}") for number, each in enumerate(wholes)]
        shuffled = list(named)
        random.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random

        assert merged(named) == merged(shuffled)

    @given(plannable(), plannable())
    def test_more_collaborations_never_change_the_ids_of_one(self, one: Collaboration, other: Collaboration) -> None:
        one, other = evolve(one, id="one"), evolve(other, id="other")
        alone = {meeting.id for meeting in merged([one]).meetings}

        assert alone == {each.id for each in merged([one, other]).meetings if each.id.startswith("one/")}
