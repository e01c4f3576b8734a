from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from samverkan.errors import InvalidCollaborationError
from samverkan.model.activities import Event, OnHoliday, Series
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.cadence import Cadence, EveryDays, EveryWeeks, Per, TimesPer, Weekday
from samverkan.model.calendar import Break, ClosedDay, County, LocalCalendar
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.model.values import ClockSpan
from samverkan.model.when import OnDate
from samverkan.planning.breaches import Breach, Limit, breaches
from samverkan.planning.local import calendar_of
from samverkan.planning.meeting import Meeting, Status
from samverkan.planning.schedule import Schedule, schedule
from samverkan.planning.workdays import Calendar
from samverkan.testing import collaborations, values_of

SPORTLOV = Break(Text("sportlov", "winter break"), dt.date(2026, 2, 9), dt.date(2026, 2, 13))
SUMMER = Break(Text("sommaruppehåll", "summer pause"), dt.date(2026, 6, 22), dt.date(2026, 8, 14), yearly=True)

WEEKLY = EveryWeeks(1)


def plan(
    local: LocalCalendar | None,
    rule: OnHoliday = OnHoliday.MOVE_LATER,
    *events: Event,
    every: Cadence = WEEKLY,
    **more: Any,  # noqa: ANN401  # any field of a series
) -> Schedule:
    given_ = {"from_": dt.date(2026, 2, 3), "to": dt.date(2026, 3, 3), **more}
    series = Series("s", "a", every, on_holiday=rule, **given_)
    bodies = [Body("a", BodyKind.NETWORK, Text("A"))]
    return schedule(Collaboration(id="c", name="C", bodies=bodies, series=[series], events=events, calendar=local))


def dates(planned: Schedule) -> list[str]:
    return [f"{meeting.date:%d/%m}" for meeting in planned.taking_place]


def test_a_meeting_in_a_school_break_is_moved_or_skipped_as_the_series_says() -> None:
    local = LocalCalendar(breaks=[SPORTLOV])

    assert dates(plan(local)) == ["03/02", "16/02", "17/02", "24/02", "03/03"]
    assert dates(plan(local, OnHoliday.MOVE_EARLIER)) == ["03/02", "06/02", "17/02", "24/02", "03/03"]
    assert dates(plan(local, OnHoliday.SKIP)) == ["03/02", "17/02", "24/02", "03/03"]
    (skipped,) = [each for each in plan(local, OnHoliday.SKIP).meetings if each.status is Status.SKIPPED]
    assert str(skipped.reason) == "2026-02-10 lies in winter break"


def test_a_meeting_in_a_break_where_that_is_forbidden_is_a_fault() -> None:
    with pytest.raises(InvalidCollaborationError, match="falls on a free day: 2026-02-10 lies in winter break"):
        plan(LocalCalendar(breaks=[SPORTLOV]), OnHoliday.FORBID)


def test_a_closed_day_says_why_it_is_closed() -> None:
    closed = [ClosedDay(dt.date(2026, 2, 10), Text("planeringsdag", "planning day")), ClosedDay(dt.date(2026, 2, 17))]
    moved = [each for each in plan(LocalCalendar(closed=closed)).meetings if each.reason]

    assert [str(each.reason) for each in moved] == [
        "2026-02-10 is a closed day: planning day",
        "2026-02-17 is a closed day",
    ]


def test_a_meeting_moves_past_the_summer_pause_each_year() -> None:
    for year in (2026, 2029):
        span = {"from_": dt.date(year, 7, 1), "to": dt.date(year, 8, 31)}
        moved = plan(LocalCalendar(summer_pause=SUMMER), **span, every=EveryDays(365)).taking_place
        assert [each.date for each in moved] == [calendar_of(None, year, year).next_working(dt.date(year, 8, 14))]


def test_a_break_is_guessed_only_where_the_file_asks_for_it_and_says_that_it_is_a_guess() -> None:
    assert dates(plan(LocalCalendar(), OnHoliday.SKIP)) == ["03/02", "10/02", "17/02", "24/02", "03/03"]

    guessed = plan(LocalCalendar(breaks_guessed=[County.KRONOBERG]), OnHoliday.SKIP)
    (skipped,) = [each for each in guessed.meetings if each.status is Status.SKIPPED]
    assert str(skipped.reason) == "2026-02-17 may lie in winter-sports break, whose dates are a guess"


def test_breaks_are_guessed_for_each_year_that_the_calendar_knows_and_for_no_other() -> None:
    local = LocalCalendar(breaks_guessed=[County.KRONOBERG])

    for first, last, years in ((2026, 2027, {2026, 2027}), (1900, 1953, {1953}), (2100, 2200, {2100})):
        assert {each.from_.year for each in calendar_of(local, first, last).breaks} == years


def test_a_decided_break_is_told_before_a_guessed_one() -> None:
    local = LocalCalendar(breaks=[evolve(SPORTLOV, name=Text("kanske"), guessed=True), SPORTLOV])

    assert str(calendar_of(local, 2026, 2026).reason_free(SPORTLOV.from_)) == "2026-02-09 lies in winter break"


def test_allowed_weekdays_bind_rules_that_look_for_days() -> None:
    local = LocalCalendar(weekdays=[Weekday.TUESDAY, Weekday.THURSDAY])
    spread = plan(local, OnHoliday.KEEP, every=TimesPer(2, Per.MONTH), to=dt.date(2026, 4, 30))

    assert {meeting.date.isoweekday() for meeting in spread.meetings} <= {2, 4}
    assert len(spread.in_term(spread.per_term().popitem()[0]).meetings) == 6


def test_squeeze_days_are_free_where_the_file_says_so() -> None:
    squeezed = {"from_": dt.date(2026, 5, 15), "to": dt.date(2026, 5, 22)}  # the day after Ascension Day

    assert dates(plan(LocalCalendar(), **squeezed)) == ["15/05", "22/05"]
    assert dates(plan(LocalCalendar(squeeze_days_free=True), **squeezed)) == ["18/05", "22/05"]


def test_a_calendar_of_the_caller_goes_before_that_of_the_file() -> None:
    whole = Collaboration(
        id="c",
        name="C",
        bodies=[Body("a", BodyKind.NETWORK, Text("A"))],
        series=[
            Series("s", "a", EveryWeeks(1), SPORTLOV.from_, dt.date(2026, 2, 20), on_holiday=OnHoliday.SKIP),
        ],
        calendar=LocalCalendar(breaks=[SPORTLOV]),
    )

    assert dates(schedule(whole)) == ["16/02"]
    assert dates(schedule(whole, calendar=Calendar.swedish(2026, 2026))) == ["09/02", "16/02"]


MAUNDY = dt.date(2026, 4, 2)


def _meeting(day: str, clock: str | None = None) -> Meeting:
    date = dt.date.fromisoformat(f"2026-{day}")
    return Meeting(day, ("a",), Text("Möte"), date, date, None if clock is None else ClockSpan.parse(clock))


class TestBreaches:
    """A meeting that does not keep to the calendar and has no rule that moves it is told, and stays."""

    def found(self, local: LocalCalendar | None, *events: Event, **more: Any) -> list[Breach]:  # noqa: ANN401
        return list(plan(local, OnHoliday.KEEP, *events, **more).breaches)

    def test_a_series_that_keeps_its_days_is_told_of_each_free_one(self) -> None:
        (breach,) = self.found(LocalCalendar(breaks=[SPORTLOV]))

        assert (breach.meeting, breach.limit) == ("s/2026-02-10", Limit.FREE_DAY)
        assert str(breach.why) == "2026-02-10 lies in winter break"

    def test_an_event_on_a_weekday_that_is_not_used_is_told(self) -> None:
        local = LocalCalendar(weekdays=[Weekday.TUESDAY])
        (breach,) = self.found(local, Event("e", Text("E"), OnDate(dt.date(2026, 2, 4))))

        assert (breach.meeting, breach.limit) == ("e", Limit.FREE_DAY)
        assert str(breach.why) == "2026-02-04 is a wednesday, when nobody meets"

    def test_a_meeting_outside_the_hours_is_told(self) -> None:
        local = LocalCalendar(hours=ClockSpan.parse("08.00–16.00"))
        told = [
            (clock, [str(breach.why) for breach in self.found(local, time=ClockSpan.parse(clock), to=SPORTLOV.from_)])
            for clock in ("08.00–16.00", "07.30–09.00", "15.00–16.30", "15.00", "16.30")
        ]

        assert told == [
            ("08.00–16.00", []),
            ("07.30–09.00", ["07.30–09.00 lies outside the hours 08.00–16.00"]),
            ("15.00–16.30", ["15.00–16.30 lies outside the hours 08.00–16.00"]),
            ("15.00", []),
            ("16.30", ["16.30 lies outside the hours 08.00–16.00"]),
        ]

    def test_a_meeting_that_runs_past_the_end_of_a_short_day_is_told(self) -> None:
        maundy = {"from_": dt.date(2026, 4, 2), "to": dt.date(2026, 4, 2)}
        told = [
            (clock, [str(breach.why) for breach in self.found(LocalCalendar(), time=ClockSpan.parse(clock), **maundy)])
            for clock in ("13.00–14.00", "13.00–15.00", "14.00", "13.00")
        ]

        assert told == [
            ("13.00–14.00", []),
            ("13.00–15.00", ["2026-04-02 ends at 14.00: Maundy Thursday"]),
            ("14.00", ["2026-04-02 ends at 14.00: Maundy Thursday"]),
            ("13.00", []),
        ]

    def test_of_hours_whose_end_is_not_stated_only_the_beginning_binds(self) -> None:
        calendar = evolve(Calendar.swedish(2026, 2026), hours=ClockSpan.parse("08.00"))
        for clock, limits in (("07.59–09.00", [Limit.HOURS]), ("07.59", [Limit.HOURS]), ("08.00–23.00", [])):
            assert [each.limit for each in breaches([_meeting("02-04", clock)], calendar)] == limits

    def test_a_meeting_may_break_several_limits(self) -> None:
        calendar = evolve(Calendar.swedish(2026, 2026), hours=ClockSpan.parse("08.00–16.00"), closed=[MAUNDY])

        told = [each.limit for each in breaches([_meeting("04-02", "15.00–17.00")], calendar)]
        assert told == [Limit.FREE_DAY, Limit.EARLY_CLOSING, Limit.HOURS]
        assert [each.limit for each in breaches([_meeting("04-02", None)], calendar)] == [Limit.FREE_DAY]

    def test_the_first_and_the_last_day_of_the_calendar_are_judged_and_no_others(self) -> None:
        days = ["03-07", "03-08", "03-14", "03-15"]  # from Saturday to Sunday
        calendar = Calendar(first=dt.date(2026, 3, 8), last=dt.date(2026, 3, 14))

        assert [each.meeting for each in breaches([_meeting(each) for each in days], calendar)] == days[1:3]

    def test_without_a_calendar_in_the_file_nothing_is_told(self) -> None:
        assert self.found(None, Event("e", Text("E"), OnDate(dt.date(2026, 4, 3)))) == []

    def test_a_slice_keeps_the_breaches_of_its_meetings(self) -> None:
        planned = plan(LocalCalendar(breaks=[SPORTLOV]), OnHoliday.KEEP)

        assert planned.of("a").breaches == planned.breaches
        assert planned.between(dt.date(2026, 2, 11), dt.date(2026, 3, 3)).breaches == ()

    def test_years_without_known_holidays_are_not_judged(self) -> None:
        events = [Event(f"e{year}", Text("E"), OnDate(dt.date(year, 6, 6))) for year in (1900, 2026)]
        whole = Collaboration(id="c", name="C", events=events, calendar=LocalCalendar(weekdays=[Weekday.TUESDAY]))

        assert [breach.meeting for breach in schedule(whole).breaches] == ["e2026"]
        assert schedule(evolve(whole, events=events[:1])).breaches == ()

    @pytest.mark.parametrize(("year", "judged"), [(1952, False), (1953, True), (2100, True), (2101, False)])
    def test_the_first_and_the_last_year_of_known_holidays_are_judged(self, year: int, *, judged: bool) -> None:
        event = Event("e", Text("E"), OnDate(dt.date(year, 6, 6)))
        local = LocalCalendar(closed=[ClosedDay(dt.date(year, 6, 6))])
        whole = Collaboration(id="c", name="C", events=[event], calendar=local)

        assert bool(schedule(whole).breaches) == judged


class TestLocalCalendar:
    """16, for a calendar of one's own: under skip or move no meeting takes place on a day that it closes."""

    @given(values_of(LocalCalendar), collaborations(min_bodies=1, min_series=1))
    def test_nobody_meets_on_a_free_day_unless_it_is_told(self, local: LocalCalendar, whole: Collaboration) -> None:
        series = [
            evolve(one, on_holiday=OnHoliday.SKIP if one.on_holiday is OnHoliday.FORBID else one.on_holiday)
            for one in whole.series
        ]
        planned = schedule(evolve(whole, series=series, calendar=local))
        told = {breach.meeting for breach in planned.breaches if breach.limit is Limit.FREE_DAY}
        moving = {one.id for one in series if one.on_holiday is not OnHoliday.KEEP and not one.changes}
        years = [meeting.date.year for meeting in planned.meetings]
        calendar = calendar_of(local, min(years, default=2000), max(years, default=2000))

        for meeting in planned.taking_place:
            assert (meeting.id in told) == calendar.is_free(meeting.date)
            assert meeting.series not in moving or meeting.id not in told
