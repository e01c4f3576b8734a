from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan import arrange, merged
from samverkan.arranging.problem import Spacing
from samverkan.arranging.solution import Solver
from samverkan.arranging.wishes import Wishes
from samverkan.errors import UnknownNameError
from samverkan.model.activities import Change, Event, OnHoliday, Series
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.cadence import EveryDays, EveryWeeks, Per, TimesPer
from samverkan.model.calendar import ClosedDay, LocalCalendar
from samverkan.model.facts import Absent
from samverkan.model.names import Text
from samverkan.model.records import Held
from samverkan.model.terms import Term, TermDates
from samverkan.model.values import ClockSpan
from samverkan.model.when import OnDate
from samverkan.planning.meeting import Status
from samverkan.planning.moment import moment
from samverkan.testing import plannable

from .making import MONDAY, town

if TYPE_CHECKING:
    from samverkan.arranging.arrangement import Arrangement
    from samverkan.model.collaboration import Collaboration


@frozen
class Taken:
    start: dt.datetime
    end: dt.datetime
    whole_day: bool = False


def day(number: int) -> dt.date:
    return MONDAY + dt.timedelta(days=number)


def times(arrangement: Arrangement) -> dict[str, tuple[dt.date, str]]:
    return {each.id: (each.candidate.date, str(each.candidate.clock)) for each in arrangement.placements}


class TestArranging:
    """Find a day and an hour for every meeting of every series, so that nobody and no room has two at a time."""

    @settings(max_examples=20)
    @given(st.lists(plannable(max_bodies=3), max_size=2), st.sampled_from(Solver))
    def test_leaves_no_clash_but_between_what_is_fixed(self, wholes: list[Collaboration], solver: Solver) -> None:
        named = [evolve(whole, id=f"k-{number}") for number, whole in enumerate(wholes)]
        arranged = arrange(named, solver=solver)

        fixed = {each.id for each in arranged.problem.fixed}
        assert [clash for clash in arranged.schedule.clashes if not fixed.issuperset(clash.meetings)] == []

    @settings(max_examples=20)
    @given(plannable(min_bodies=1))
    def test_places_nothing_outside_the_calendar_but_on_a_weekday_of_its_own(self, whole: Collaboration) -> None:
        arranged = arrange([whole], solver=Solver.GREEDY)

        fixed = {each.id for each in arranged.problem.fixed}
        outside = [each.why.text for each in arranged.schedule.breaches if each.meeting not in fixed]
        assert set(outside) <= {"{day} is a {weekday}, when nobody meets"}

    @settings(max_examples=20)
    @given(plannable(min_bodies=1))
    def test_loses_no_meeting(self, whole: Collaboration) -> None:
        arranged = arrange([whole], solver=Solver.GREEDY)

        fixed = {each.id for each in arranged.problem.fixed}
        assert {each.id for each in arranged.schedule.meetings} == {each.id for each in arranged.before.meetings}
        assert {each.id for each in arranged.before.taking_place} == fixed | {e.id for e in arranged.problem.meetings}


def test_two_towns_that_share_an_official_meet_at_different_hours() -> None:
    arranged = arrange([town("b", "mv"), town("a", "mv", "kommun")])

    assert len(arranged.before.clashes) == 4
    assert arranged.schedule.clashes == ()
    assert (arranged.proven, arranged.score.left_out, arranged.everything_fits) == (True, 0, True)
    moved = [each for each in arranged.placements if not each.kept]
    assert len(moved) == 4
    assert {str(each.candidate.clock) for each in moved} == {"10.30–12.00"}
    assert {str(why) for each in moved for why in each.reasons} <= {
        "s-mv (mv) is at A: Gruppen then",
        "s-mv (mv) is at B: Gruppen then",
    }
    assert [strain.collaborations for strain in arranged.strains] == [("a", "b")]


def test_the_order_of_the_files_does_not_matter() -> None:
    towns = [town("a", "mv"), town("b", "mv"), town("c", "mv", "x")]

    assert arrange(towns) == arrange(towns[::-1])


def test_an_arrangement_that_nothing_has_changed_is_kept() -> None:
    towns = [town(name, "mv") for name in "abc"]
    first = arrange(towns)

    again = arrange(towns, wishes=Wishes(previous=first.schedule))

    assert times(again) == times(first)
    assert again.score.moved == 0


def test_a_newcomer_moves_as_few_meetings_as_can_be() -> None:
    first = arrange([town("a", "mv"), town("b", "mv")])

    more = arrange([town("a", "mv"), town("b", "mv"), town("c", "mv")], wishes=Wishes(previous=first.schedule))

    assert more.score.moved == 0
    assert {name: time for name, time in times(more).items() if name[0] != "c"} == times(first)
    assert more.schedule.clashes == ()


def test_what_is_in_the_files_can_be_kept_as_far_as_it_goes() -> None:
    towns = [town("a", "mv"), town("b", "mv")]

    arranged = arrange(towns, wishes=Wishes(previous=merged(towns)))

    assert (arranged.score.left_out, arranged.score.moved) == (0, 4)


def test_fixed_held_and_past_meetings_stay_and_so_do_events() -> None:
    event = Event("dag", Text("Dagen"), OnDate(day(7)), time=ClockSpan.parse("9.00–10.30"), bodies=["grupp"])
    whole = town("a", "mv", held=[Held("grupp", day(0))], events=[event])

    arranged = arrange([whole], wishes=Wishes(as_of=day(1), fixed=["a/grupp/2026-03-23"]))

    assert [each.id for each in arranged.problem.fixed] == ["a/dag", "a/grupp/2026-03-02", "a/grupp/2026-03-23"]
    assert times(arranged)["a/grupp/2026-03-09"] == (day(7), "10.30–12.00")
    assert times(arranged)["a/grupp/2026-03-16"] == (day(14), "09.00–10.30")


def test_what_lies_before_the_day_that_is_asked_about_stays_and_nothing_is_placed_there() -> None:
    arranged = arrange([town("a", "mv")], wishes=Wishes(as_of=day(7)))

    assert [each.id for each in arranged.problem.fixed] == ["a/grupp/2026-03-02"]
    assert min(each.date for one in arranged.problem.meetings for each in one.candidates) == day(7)


def test_an_event_without_an_end_keeps_its_people_for_the_rest_of_the_day() -> None:
    event = Event("dag", Text("Dagen"), OnDate(day(7)), time=ClockSpan.parse("10.00"), bodies=["grupp"])
    whole = town("a", "mv", time="13.00–14.30", events=[event])

    arranged = arrange([whole])

    assert times(arranged)["a/grupp/2026-03-09"] == (day(6 + 2), "13.00–14.30")
    assert arranged.schedule.clashes == ()


def test_a_closed_day_is_left_for_another_and_told_as_why() -> None:
    calendar = LocalCalendar(closed=[ClosedDay(day(7), Text("städdag"))])

    (placement,) = (each for each in arrange([town("a", "mv", calendar=calendar)]).placements if not each.kept)

    assert placement.candidate.date == day(8)
    assert [str(why) for why in placement.reasons] == ["2026-03-09 is a closed day: städdag"]


def test_a_calendar_of_somebody_is_kept_clear_of() -> None:
    busy = [Taken(moment(day(7), dt.time(9)), moment(day(7), dt.time(12)))]

    arranged = arrange([town("a", "mv")], wishes=Wishes(busy={"mv": busy}))

    assert times(arranged)["a/grupp/2026-03-09"] == (day(7), "13.00–14.30")
    assert arrange([town("a", "mv")], wishes=Wishes(busy={"a/s-mv": busy})).placements == arranged.placements


def test_a_limit_of_ones_own_is_kept() -> None:
    towns = [town(name, "mv") for name in "ab"]

    days = [each.candidate.date for each in arrange(towns, wishes=Wishes(limits={"mv": 1})).placements]

    assert len(set(days)) == len(days) == 8


@pytest.mark.parametrize(
    ("wishes", "told"),
    [
        ({"limits": {"vm": 1}}, "there is no holder or seat “vm”; there are: a/s-mv, mv"),
        ({"fixed": ["a/grup"]}, "there is no meeting or series “a/grup”; did you mean “a/grupp”?"),
        ({"spacings": [Spacing("b", 7)]}, "there is no series “b”; there are: a/grupp"),
    ],
)
def test_a_name_that_nobody_has_is_refused(wishes: dict[str, Any], told: str) -> None:
    with pytest.raises(UnknownNameError) as refusal:
        arrange([town("a", "mv")], wishes=Wishes(**wishes))

    assert str(refusal.value) == told


def test_what_cannot_be_placed_is_cancelled_in_the_schedule_with_why() -> None:
    towns = [town(name, "mv") for name in "abc"]

    arranged = arrange(towns, wishes=Wishes(window=0, daily=1))

    cancelled = [each for each in arranged.schedule.meetings if each.status is Status.CANCELLED]
    assert len(cancelled) == len(arranged.left_out) == 8
    assert str(cancelled[0].reason) == (
        "s-mv (mv) is needed at 12 meetings from 2026-03-02 to 2026-03-23, all on a monday: there are 4 such days, with"
        " room for 4 meetings"
    )
    assert (arranged.strains[0].too_much, arranged.strains[0].suffices_for) == (True, 1)


def test_an_unknown_holder_binds_nobody_and_is_told_as_a_doubt() -> None:
    body = Body("grupp", BodyKind.NETWORK, Text("Gruppen"), seats=[Seat("s-1"), Seat("s-2", holder=Absent())])
    towns = [town(name, bodies=[body], time=None) for name in "ab"]

    arranged = arrange(towns)

    assert all(each.kept for each in arranged.placements)
    assert [str(doubt) for doubt in arranged.doubts] == [
        "of 2 seats it is not known who holds them: whether they also sit elsewhere is not looked to",
        "of 8 meetings no hour is stated: each of the usual ones is as good",
        "how long 8 meetings last is not stated: 90 minutes are kept for each",
    ]


def test_a_meeting_moves_at_most_half_the_way_to_its_neighbours() -> None:
    for meeting in arrange([town("a", "mv")], wishes=Wishes(window=30)).problem.meetings:
        assert {abs((each.date - meeting.date).days) for each in meeting.candidates} <= {0, 1, 2, 3}


def test_a_meeting_that_is_counted_in_a_term_stays_in_it() -> None:
    term = TermDates(Term.parse("VT 2026"), day(0), day(4))
    series = Series("grupp", "grupp", TimesPer(1, Per.TERM), day(0), day(30))

    (meeting,) = arrange([town("a", "mv", series=[series], terms=[term])]).problem.meetings

    assert {each.date for each in meeting.candidates} == {day(number) for number in range(5)}


def test_a_series_on_saturdays_stays_on_saturdays_or_the_days_when_people_work() -> None:
    series = Series("grupp", "grupp", EveryDays(7), day(5), day(5), on_holiday=OnHoliday.KEEP)

    (meeting,) = arrange([town("a", "mv", series=[series])]).problem.meetings

    assert {each.date.isoweekday() for each in meeting.candidates} == {6}


def test_a_meeting_that_somebody_moved_is_wanted_where_they_moved_it() -> None:
    series = Series("grupp", "grupp", EveryWeeks(1), day(0), day(21), changes=[Change(day(7), day(9))])

    arranged = arrange([town("a", "mv", series=[series])])

    assert times(arranged)["a/grupp/2026-03-09"][0] == day(9)
    assert arranged.score.cost == 0


def test_where_a_meeting_was_before_it_may_stay_though_it_is_further_off_than_asked_for() -> None:
    calendar = LocalCalendar(closed=[ClosedDay(day(7))])
    first = arrange([town("a", "mv", calendar=calendar)])

    again = arrange([town("a", "mv", calendar=calendar)], wishes=Wishes(window=0, previous=first.schedule))

    assert times(again) == times(first)
    assert arrange([town("a", "mv", calendar=calendar)], wishes=Wishes(window=0)).score.left_out == 1
