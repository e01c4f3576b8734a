"""The plan of Integration Tranemo for spring 2016, from the facts of its presentation."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from samverkan.model.activities import Activity, Event, OnHoliday, Series
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.cadence import EveryDays, Per, TimesPer
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation
from samverkan.model.source import Source
from samverkan.model.values import ClockSpan, Period
from samverkan.model.when import InWeek, Often, OnDate, Precision, WeekInMonth
from samverkan.planning.frequency import Count
from samverkan.planning.meeting import Status
from samverkan.planning.schedule import Gap, Schedule, schedule
from samverkan.planning.workdays import Calendar

FRIDAYS = ["03-04", "03-18", "04-01", "04-15", "04-29", "05-13", "05-27", "06-10"]
AGENCIES = ["migrationsverket", "arbetsformedlingen", "narhalsan", "folktandvarden", "tranemo-kommun"]
A_WEEK_LATER = ["03-11", "03-25", "04-08", "04-22", "05-06", "05-20", "06-03"]


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(f"2016-{text}")


def event(id_: str, name: str, on: str, clock: str | None = None, body: str | None = None) -> Event:
    time = {} if clock is None else {"time": ClockSpan.parse(clock)}
    return Event(id_, Text(name), OnDate(day(on)), bodies=() if body is None else (body,), **time)


def group(first: str, on_holiday: OnHoliday) -> Series:
    return Series("var-14", "samverkansgrupp", EveryDays(14), day(first), day("06-10"), on_holiday=on_holiday)


def plan(first: str = "03-04", on_holiday: OnHoliday = OnHoliday.KEEP) -> Schedule:
    tranemo = Collaboration(
        id="tranemo",
        name="Integration Tranemo",
        horizon=Period(day("01-11"), day("06-14")),
        bodies=[
            Body("advisory-board", BodyKind.ADVISORY_BOARD, Text("Advisory Board")),
            Body("samverkansgrupp", BodyKind.COLLABORATION_GROUP, Text("Samverkansgrupp")),
            Body("kommunstyrelsen", BodyKind.POLITICAL_BODY, Text("Kommunstyrelsen")),
        ],
        series=[group(first, on_holiday)],
        events=[
            event("p01", "informerar KS", "01-18", body="kommunstyrelsen"),
            event("p02", "Tjänstemannadag", "01-25", "13.00–16.30"),
            event("p03", "Gemensamt gruppmöte", "02-15", "18.00–19.30"),
            event("p04", "Inspirationsdag", "02-24", "8.30–16.00"),
            Event("p05", Text("Teater"), InWeek("2016-W10"), same_as="a18", source=Source("slide 22")),
            event("p07", "Möte i Advisory Board", "04-04", body="advisory-board"),
        ],
        activities=[
            Activity("a04", Text("Möten"), Often(TimesPer(2, Per.TERM)), participants=AGENCIES),
            Activity("a08", Text("Global festival"), WeekInMonth(5)),
            Activity("a18", Text("Teater"), InWeek("2016-W09", year_inferred=True), source=Source("slide 21")),
            Activity("a19", Text("Föreläsning"), OnDate(day("01-18"))),
        ],
        organisations=[Organisation(id=name, name=Text(name)) for name in AGENCIES],
    )
    return schedule(tranemo)


def dates(planned: Schedule) -> list[str]:
    return [f"{meeting.date:%m-%d}" for meeting in planned.taking_place]


def test_the_group_meets_on_eight_fridays() -> None:
    meetings = plan().of("samverkansgrupp").meetings

    assert [f"{meeting.date:%m-%d}" for meeting in meetings] == FRIDAYS
    assert {meeting.date.isoweekday() for meeting in meetings} == {5}
    assert {meeting.date.isocalendar().week % 2 for meeting in meetings} == {1}
    assert {(meeting.status, meeting.start) for meeting in meetings} == {(Status.PLANNED, None)}


@pytest.mark.parametrize("rule", OnHoliday)
def test_none_of_the_eight_is_a_free_day_so_every_rule_gives_the_same(rule: OnHoliday) -> None:
    assert dates(plan(on_holiday=rule).of("samverkansgrupp")) == FRIDAYS


def test_thirteen_coordinating_dates_have_a_largest_gap_of_21_days() -> None:
    planned = plan()
    days = [meeting.date for meeting in planned.taking_place]

    assert dates(planned)[:4] == ["01-18", "01-25", "02-15", "02-24"]
    assert len(days) == 13
    assert [(after - before).days for before, after in pairwise(days)] == [7, 21, 9, 9, 14, 14, 3, 11, 14, 14, 14, 14]
    assert planned.largest_gap() == Gap(21, day("01-25"), day("02-15"))


def test_the_timed_entries_are_in_winter_time() -> None:
    timed = [meeting for meeting in plan().meetings if meeting.clock]

    assert [meeting.start.isoformat() for meeting in timed if meeting.start] == [
        "2016-01-25T13:00:00+01:00",
        "2016-02-15T18:00:00+01:00",
        "2016-02-24T08:30:00+01:00",
    ]
    assert [meeting.clock.minutes for meeting in timed if meeting.clock] == [210, 90, 450]


def test_the_theatre_is_known_to_two_weeks_and_listed_once() -> None:
    (theatre,) = [item for item in plan().unplaced if "a18" in item.items]

    assert (theatre.id, theatre.items, theatre.precision) == ("p05", ("p05", "a18"), Precision.WEEK)
    assert (theatre.earliest, theatre.latest) == (day("02-29"), day("03-13"))
    assert [source.ref for source in theatre.sources] == ["slide 22", "slide 21"]


def test_frequencies_and_weeks_without_a_year_are_never_placed() -> None:
    unplaced = {item.id: item for item in plan().unplaced}

    assert sorted(unplaced) == ["a04", "a08", "p05"]
    assert unplaced["a04"].count == Count(per=Per.TERM, least=2, most=10)
    assert (unplaced["a08"].earliest, unplaced["a08"].precision) == (None, Precision.MONTH)
    assert unplaced["a08"].whens == (WeekInMonth(5),)


def test_nothing_clashes() -> None:
    assert plan().clashes == ()


class TestAWeekLater:
    """The same rule from 11 March meets Good Friday, and the squeeze day after Ascension Day."""

    def test_kept_it_meets_on_both(self) -> None:
        planned = plan("03-11").of("samverkansgrupp")
        sweden = Calendar.swedish(2016, 2016)

        assert dates(planned) == A_WEEK_LATER
        assert [each for each in A_WEEK_LATER if sweden.is_free(day(each))] == ["03-25"]
        assert [each for each in A_WEEK_LATER if sweden.is_squeeze_day(day(each))] == ["05-06"]

    def test_moved_later_it_meets_on_tuesday_after_easter(self) -> None:
        planned = plan("03-11", OnHoliday.MOVE_LATER).of("samverkansgrupp")

        assert dates(planned)[:3] == ["03-11", "03-29", "04-08"]
        assert planned.meetings[1].id == "var-14/2016-03-25"
        assert str(planned.meetings[1].reason) == "2016-03-25 is Good Friday"

    def test_skipped_it_is_still_listed(self) -> None:
        planned = plan("03-11", OnHoliday.SKIP).of("samverkansgrupp")

        assert len(planned.meetings) == 7
        assert dates(planned) == [each for each in A_WEEK_LATER if each != "03-25"]
