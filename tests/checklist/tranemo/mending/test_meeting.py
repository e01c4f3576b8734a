"""What the remedies put on the plan, on which day, and what they leave as it is."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from samverkan.model.activities import Event
from samverkan.model.lead import Initiative
from samverkan.model.names import Text
from samverkan.model.values import ClockSpan
from samverkan.model.when import InWeek, OnDate
from tests.checklist.builders import SPRING, council, day, fortnightly, group, on, setup
from tests.checklist.tranemo.test_mending import NO, applied

HOURS = ClockSpan(dt.time(13), dt.time(15))
TWO = (council(), evolve(council(), id="other"))
LATE = Initiative("town", day("2016-05-01"))


def loose(week: str) -> Event:
    return Event("loose", Text("loose"), InWeek(week), bodies=("group",))


def test_a_first_meeting_is_called_a_week_after_the_initiative() -> None:
    known = applied("4.3", setup(group(), initiative=Initiative("town", day("2016-02-01")), horizon=SPRING))
    unknown = applied("4.3", setup(group(), horizon=SPRING))

    assert [each.events[-1].when for each in (known, unknown)] == [OnDate(day("2016-02-08")), OnDate(day("2016-01-18"))]


def test_of_several_political_bodies_the_first_takes_it_up() -> None:
    taken_up, returned = (applied(name, setup(*TWO, group(), horizon=SPRING)) for name in ("8.2", "8.7"))

    assert taken_up.events[-1].bodies == returned.events[-1].bodies == ("council",)


def test_hours_that_are_known_stay() -> None:
    known, half, never = (ClockSpan(dt.time(9), dt.time(10)), ClockSpan(dt.time(9)), NO)
    events = [evolve(on(f"e-{place}", "2016-02-01"), time=time) for place, time in enumerate((known, half, never))]
    series = [evolve(fortnightly("2016-03-04", "2016-06-10"), time=known)]
    after = applied("4.4", setup(group(), events=events, series=series))

    assert [each.time for each in (*after.events, *after.series)] == [known, HOURS, HOURS, known]


def test_a_meeting_of_vague_day_stays_vague_up_to_the_longest_gap_from_the_series() -> None:
    """The week begins on 4 April, 28 days before 2 May; the series begins with the initiative."""
    near, far = (
        applied("4.2", setup(group(), horizon=SPRING, events=[loose("2016-W14")], initiative=Initiative("town", first)))
        for first in (day("2016-05-02"), day("2016-05-03"))
    )

    assert [each.events[0].when for each in (near, far)] == [InWeek("2016-W14"), OnDate(day("2016-05-03"))]


def test_a_series_without_a_horizon_begins_with_the_first_day_that_is_known() -> None:
    events = [Event("v", Text("v"), bodies=("group",)), loose("2016-W10"), on("e", "2016-03-01", "group")]
    after = applied("4.2", setup(group(), events=events))

    assert (after.series[0].from_, after.series[0].to) == (day("2016-03-01"), day("2016-08-30"))
    assert [each.when for each in after.events[:2]] == [OnDate(day("2016-03-01")), InWeek("2016-W10")]


def test_a_meeting_on_the_first_day_of_the_horizon_begins_the_series() -> None:
    first = day("2016-01-11")
    after = applied("4.2", setup(group(), horizon=SPRING, events=[on("e", "2016-01-11", "group")], initiative=LATE))

    assert SPRING.from_ == after.series[0].from_ == first
