"""The laws of schedules: each class quotes its clause, and the numbers are those of the list of invariants."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from samverkan.errors import InvalidCollaborationError
from samverkan.model.activities import Activity, Event, OnHoliday, Series
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.cadence import (
    Cadence,
    EveryDays,
    EveryWeeks,
    EveryWorkingDay,
    MonthlyOn,
    Parity,
    ParityWeeks,
    Per,
    Regularly,
    TimesPer,
    Weekday,
    WeeklyOn,
)
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN, Claim, Disputed, Fact
from samverkan.model.identity import Identity
from samverkan.model.names import Text
from samverkan.model.terms import HalfYear, Term
from samverkan.model.values import ClockSpan, Length, Period, Unit
from samverkan.model.when import (
    InMonth,
    InSeason,
    InTerm,
    InWeek,
    InYear,
    Moment,
    Often,
    OnDate,
    Precision,
    RelativeToPeriod,
    Season,
    When,
    Within,
)
from samverkan.planning.clashes import ClashKind
from samverkan.planning.expand import expand
from samverkan.planning.holiday import Holiday
from samverkan.planning.meeting import Meeting, Status
from samverkan.planning.schedule import Schedule, schedule
from samverkan.planning.spread import spread, stretches
from samverkan.planning.workdays import Calendar

if TYPE_CHECKING:
    from samverkan.planning.unplaced import Unplaced

SWEDEN: Final = Calendar.swedish(2010, 2035)
MOVES: Final = (OnHoliday.MOVE_LATER, OnHoliday.MOVE_EARLIER)

days = st.dates(dt.date(2012, 1, 1), dt.date(2031, 12, 31))
weekdays = st.sampled_from(Weekday)
clocks = st.sampled_from([None, *map(ClockSpan.parse, ("08.00", "08.00–10.00", "09.00–11.00", "10.00–12.00"))])

steps = st.builds(EveryDays, st.integers(1, 60))
weekly = st.builds(EveryWeeks, st.integers(1, 8)) | st.builds(WeeklyOn, st.sets(weekdays, min_size=1))
rules: st.SearchStrategy[Cadence] = st.one_of(
    steps,
    weekly,
    st.builds(ParityWeeks, st.sampled_from(Parity), weekdays),
    st.builds(MonthlyOn, st.sampled_from([1, 2, 3, 4, 5, -1]), weekdays, st.integers(1, 12)),
    st.builds(EveryWorkingDay),
)
frequencies = st.builds(TimesPer, st.integers(1, 12), st.sampled_from(Per))

inexact: st.SearchStrategy[Cadence] = st.one_of(
    frequencies.map(lambda rule: evolve(rule, approximate=True)), st.builds(Regularly)
)


@st.composite
def many_series(
    draw: st.DrawFn,
    *,
    rule: st.SearchStrategy[Cadence] = rules,
    policies: tuple[OnHoliday, ...] = tuple(OnHoliday),
    most_days: int = 400,
) -> Series:
    first = draw(days)
    last = first + dt.timedelta(days=draw(st.integers(0, most_days)))
    return Series("s", "a", draw(rule), first, last, on_holiday=draw(st.sampled_from(policies)))


@st.composite
def calendars(draw: st.DrawFn, *, around: dt.date) -> Calendar:
    """Make calendars without weekends, whose holidays lie within two years of a day."""
    steps = draw(st.sets(st.integers(-30, 700), max_size=40))
    kept = (Holiday(around + dt.timedelta(days=step), Text("Helgdag")) for step in sorted(steps))
    return Calendar(holidays=kept, weekdays=Weekday)


def plan(*series: Series, calendar: Calendar = SWEDEN, horizon: Period | None = None) -> Schedule:
    bodies = [Body("a", BodyKind.NETWORK, Text("A"))]
    return schedule(Collaboration(id="c", name="C", bodies=bodies, series=series), calendar=calendar, horizon=horizon)


def held(planned: Schedule) -> list[dt.date]:
    return [meeting.date for meeting in planned.taking_place]


def shifted(day: dt.date, by: int) -> dt.date:
    return day + dt.timedelta(days=by)


class TestContainment:
    """13: every occurrence lies in [first, last] of its series and in the planning horizon.

    The first occurrence is the first date unless a policy moved it.
    """

    @given(
        many_series(policies=(OnHoliday.KEEP, OnHoliday.SKIP, *MOVES), most_days=40),
        st.integers(-20, 20),
        st.integers(0, 80),
    )
    def test_no_meeting_lies_outside(self, series: Series, step: int, length: int) -> None:
        first = shifted(series.from_, step)
        horizon = Period(first, shifted(first, length))
        for meeting in plan(series, horizon=horizon).meetings:
            assert series.from_ <= meeting.date <= series.to
            assert series.from_ <= meeting.nominal <= series.to
            assert first <= meeting.date <= shifted(first, length)

    @given(many_series(rule=weekly, policies=MOVES, most_days=9))
    def test_no_meeting_is_moved_out_of_its_series(self, series: Series) -> None:
        assert all(series.from_ <= meeting.date <= series.to for meeting in plan(series).meetings)

    @given(many_series(rule=steps))
    def test_the_first_day_is_the_first_meeting(self, series: Series) -> None:
        assume(series.on_holiday is not OnHoliday.FORBID)
        first = min(plan(series).meetings, key=lambda meeting: meeting.nominal)

        assert first.nominal == series.from_
        assert first.date == series.from_ or SWEDEN.is_free(series.from_)


class TestGap:
    """14: consecutive occurrences of an every-n-days series differ by exactly n days unless the policy intervened.

    Each moved or dropped one is listed with its reason and nominal date.
    """

    @given(many_series(rule=steps))
    def test_nominal_dates_are_n_days_apart(self, series: Series) -> None:
        assume(series.on_holiday is not OnHoliday.FORBID)
        nominal = sorted(meeting.nominal for meeting in plan(series).meetings)

        assert isinstance(series.every, EveryDays)
        assert {(after - before).days for before, after in pairwise(nominal)} <= {series.every.days}

    @given(many_series(policies=(OnHoliday.SKIP, *MOVES)))
    def test_what_is_not_as_planned_is_listed_with_its_reason(self, series: Series) -> None:
        for meeting in plan(series).meetings:
            planned = meeting.status is Status.PLANNED
            assert planned == (not SWEDEN.is_free(meeting.nominal))
            assert planned == (meeting.reason is None)
            assert not planned or meeting.date == meeting.nominal


class TestCount:
    """15: without exceptions the number of occurrences is floor((last - first) / n) + 1."""

    @given(many_series(rule=steps, policies=(OnHoliday.KEEP,)))
    def test_the_number_of_meetings(self, series: Series) -> None:
        assert isinstance(series.every, EveryDays)
        assert len(plan(series).meetings) == (series.to - series.from_).days // series.every.days + 1


class TestHolidayPolicy:
    """16: under forbid, skip or move no occurrence falls on a public holiday; under keep the list is the nominal one.

    Skip yields a subset of nominal; move keeps the count unless the horizon cuts, and never lands on a date that the
    series already holds without listing it as merged.
    """

    @given(many_series(policies=(OnHoliday.SKIP, *MOVES)))
    def test_nobody_meets_on_a_free_day(self, series: Series) -> None:
        assert not any(SWEDEN.is_free(day) for day in held(plan(series)))

    @given(many_series(policies=(OnHoliday.KEEP,)))
    def test_keep_gives_the_nominal_dates(self, series: Series) -> None:
        assert held(plan(series)) == expand(series.every, series.from_, series.to, calendar=SWEDEN)

    @given(many_series(policies=(OnHoliday.SKIP,)))
    def test_skip_gives_the_working_days_among_them(self, series: Series) -> None:
        nominal = expand(series.every, series.from_, series.to, calendar=SWEDEN)

        assert held(plan(series)) == [day for day in nominal if not SWEDEN.is_free(day)]

    @given(many_series(policies=MOVES))
    def test_move_lists_as_many_meetings_as_there_are_dates(self, series: Series) -> None:
        meetings = plan(series).meetings

        assert len(meetings) == len(expand(series.every, series.from_, series.to, calendar=SWEDEN))
        for meeting in meetings:
            if meeting.status is Status.SKIPPED:
                way = 1 if series.on_holiday is OnHoliday.MOVE_LATER else -1
                assert not any(series.from_ <= day <= series.to for day in _working(meeting.nominal, way))

    @given(many_series(policies=MOVES))
    def test_no_two_meetings_are_held_on_one_date(self, series: Series) -> None:
        planned = plan(series)
        count = Counter(held(planned))

        assert set(count.values()) <= {1}
        assert all(count[meeting.date] for meeting in planned.meetings if meeting.status is Status.MERGED)

    @given(many_series(policies=(OnHoliday.FORBID,)))
    def test_forbid_tells_every_collision_and_nothing_else(self, series: Series) -> None:
        nominal = expand(series.every, series.from_, series.to, calendar=SWEDEN)
        free = [day for day in nominal if SWEDEN.is_free(day)]
        if not free:
            assert held(plan(series)) == nominal
            return
        with pytest.raises(InvalidCollaborationError) as caught:
            plan(series)
        assert [fault.path for fault in caught.value.faults] == [("series", 0, "on_holiday")] * len(free)


def _working(day: dt.date, way: int) -> list[dt.date]:
    """Give the nearest working day in a direction, if there is one."""
    found = SWEDEN.next_working(day) if way > 0 else SWEDEN.previous_working(day)
    return [] if found is None else [found]


class TestTranslation:
    """17: shifting first, last and the holiday set by the same number of days shifts the whole schedule by it.

    Shifting by a multiple of 7 keeps weekdays; without shifting the holidays the nominal list still shifts.
    """

    @given(
        st.data(), many_series(rule=steps, policies=(OnHoliday.KEEP, OnHoliday.SKIP, *MOVES)), st.integers(-500, 500)
    )
    def test_everything_shifts(self, data: st.DataObject, series: Series, by: int) -> None:
        calendar = data.draw(calendars(around=series.from_))
        moved = evolve(calendar, holidays=[evolve(kept, date=shifted(kept.date, by)) for kept in calendar.holidays])
        later = evolve(series, from_=shifted(series.from_, by), to=shifted(series.to, by))

        before, after = plan(series, calendar=calendar), plan(later, calendar=moved)

        assert [(shifted(each.nominal, by), shifted(each.date, by), each.status) for each in before.meetings] == [
            (each.nominal, each.date, each.status) for each in after.meetings
        ]

    @given(many_series(rule=steps | weekly), st.integers(-50, 50))
    def test_whole_weeks_keep_the_weekdays_of_the_nominal_dates(self, series: Series, weeks: int) -> None:
        before = expand(series.every, series.from_, series.to)
        after = expand(series.every, shifted(series.from_, 7 * weeks), shifted(series.to, 7 * weeks))

        assert after == [shifted(day, 7 * weeks) for day in before]
        assert [day.weekday() for day in after] == [day.weekday() for day in before]


class TestExtension:
    """18: extending the horizon forward never removes or changes an earlier occurrence."""

    @given(
        many_series(rule=rules | frequencies, policies=(OnHoliday.KEEP, OnHoliday.SKIP, *MOVES)),
        st.integers(0, 400),
        st.integers(0, 400),
    )
    def test_what_was_planned_stays_planned(self, series: Series, length: int, more: int) -> None:
        end = shifted(series.from_, length)
        short = plan(series, horizon=Period(series.from_, end))
        long = plan(series, horizon=Period(series.from_, shifted(end, more)))

        assert long.meetings[: len(short.meetings)] == short.meetings

    @given(many_series(rule=rules | frequencies), st.integers(0, 400))
    def test_a_longer_series_begins_with_the_dates_of_the_shorter(self, series: Series, more: int) -> None:
        short = expand(series.every, series.from_, series.to, calendar=SWEDEN)
        long = expand(series.every, series.from_, shifted(series.to, more), calendar=SWEDEN)

        assert long[: len(short)] == short


class TestFrequency:
    """19: an n-per-term rule yields exactly n dates in each complete term when at least n admissible days exist.

    Else a reported shortage; an inexact frequency generates no dates.
    """

    @given(frequencies, days, st.integers(0, 900))
    def test_each_complete_period_has_its_number_or_a_shortage(
        self, rule: TimesPer, first: dt.date, length: int
    ) -> None:
        last = shifted(first, length)
        given_ = spread(rule, first, last, calendar=SWEDEN)
        missing = {short.stretch: short.missing for short in given_.shortages}

        assert list(given_.dates) == sorted(set(given_.dates))
        assert not any(SWEDEN.is_free(day) for day in given_.dates)
        for stretch in stretches(rule.per, first, last):
            placed = sum(stretch.first <= day <= stretch.last for day in given_.dates)
            admissible = len(SWEDEN.working_days(stretch.first, stretch.last))
            if first <= stretch.first and stretch.last <= last:
                assert placed == min(rule.times, admissible)
                assert missing.get(stretch, 0) == max(rule.times - admissible, 0)
            else:
                assert placed <= rule.times

    @given(frequencies, days)
    def test_gaps_between_dates_differ_by_one_working_day_at_most(self, rule: TimesPer, first: dt.date) -> None:
        year = SWEDEN.working_days(dt.date(first.year, 1, 1), dt.date(first.year, 12, 31))
        dates = spread(evolve(rule, per=Per.YEAR), year[0], year[-1], calendar=SWEDEN).dates
        gaps = [year.index(after) - year.index(before) for before, after in pairwise(dates)]

        assert max(gaps, default=0) - min(gaps, default=0) <= 1

    @given(many_series(rule=inexact))
    def test_an_inexact_frequency_has_no_dates(self, series: Series) -> None:
        planned = plan(series)

        assert planned.meetings == ()
        assert [item.id for item in planned.unplaced] == ["s"]


class TestNoDoubleBooking:
    """20: no seat that two bodies share is placed in two timed meetings that overlap without a clash being told.

    Untimed meetings yield a possible, not a certain, clash.
    """

    @given(st.lists(st.tuples(st.sampled_from("abd"), st.integers(0, 3), clocks), max_size=8))
    def test_every_overlap_of_a_shared_seat_is_a_certain_clash(
        self, entries: list[tuple[str, int, ClockSpan | None]]
    ) -> None:
        bodies = [
            Body("a", BodyKind.NETWORK, Text("A"), seats=[Seat("delad"), Seat("a-1")]),
            Body("b", BodyKind.NETWORK, Text("B"), seats=[Seat("delad"), Seat("b-1")]),
            Body("d", BodyKind.NETWORK, Text("D"), seats=[Seat("d-1")]),
        ]
        events = [
            Event(f"e{n}", Text("E"), OnDate(dt.date(2016, 3, 1 + step)), clock or UNKNOWN, [body])
            for n, (body, step, clock) in enumerate(entries)
        ]
        planned = schedule(Collaboration(id="c", name="C", bodies=bodies, events=events))
        told = {frozenset(clash.meetings): clash for clash in planned.clashes}

        for one in planned.meetings:
            for other in planned.meetings:
                if one.id < other.id and one.date == other.date:
                    clash = told.get(frozenset({one.id, other.id}))
                    assert (clash is not None) == (_share(one, other) and not _apart(one, other))
                    if clash is not None and (one.clock is None or other.clock is None):
                        assert clash.kind is ClashKind.POSSIBLE
                    if {one.body, other.body} == {"a", "b"} and clash is not None:
                        assert clash.seats == ("delad",)


def _share(one: Meeting, other: Meeting) -> bool:
    return one.body == other.body or {one.body, other.body} == {"a", "b"}


def _apart(one: Meeting, other: Meeting) -> bool:
    """Say whether one meeting certainly ends before the other starts."""
    if one.clock is None or other.clock is None:
        return False
    first, second = sorted((one.clock, other.clock), key=lambda clock: clock.start)
    return first.end is not None and first.end <= second.start


dated: st.SearchStrategy[When] = st.builds(OnDate, days)
whens: st.SearchStrategy[When] = st.one_of(
    dated,
    days.map(lambda day: InWeek(f"{day.isocalendar().year}-W{day.isocalendar().week:02}")),
    days.map(lambda day: InMonth(f"{day:%Y-%m}")),
    st.builds(InSeason, st.sampled_from(Season), st.integers(2012, 2030)),
    st.builds(lambda day: InTerm(Term.of(day)), days),
    st.builds(InYear, st.integers(2012, 2030)),
    st.builds(Often, frequencies),
)


@st.composite
def facts(draw: st.DrawFn) -> Fact[When]:
    one, other = (draw(dated if draw(st.booleans()) else whens) for _ in range(2))
    dispute = st.just(Disputed([Claim(one), Claim(other)])) if one != other else st.nothing()
    return draw(st.just(UNKNOWN) | st.just(one) | dispute)


class TestPrecision:
    """21: an item known to a week, month, term or year is never shown or exported with a finer date.

    Its interval contains every date the schedule may give it.
    """

    @given(facts(), facts())
    def test_nothing_is_shown_finer_than_its_sources_know_it(self, one: Fact[When], other: Fact[When]) -> None:
        events = [Event("e", Text("E"), one), Event("f", Text("F"), other, same_as="e")]
        planned = schedule(Collaboration(id="c", name="C", events=events), horizon=Period(dt.date.min, dt.date.max))
        claims = [claim for fact in (one, other) for claim in _claims(fact)]

        assert len(planned.meetings) + len(planned.unplaced) == 1
        for meeting in planned.meetings:
            assert OnDate(meeting.date) in claims
            assert all(_allows(claim, meeting.date) for claim in claims)
        for item in planned.unplaced:
            assert item.precision is not Precision.DATE
            for claim in claims:
                assert _rank(item.precision) >= _rank(claim.precision)
                assert item.earliest is None or (claim.span.earliest and item.earliest <= claim.span.earliest)
                assert item.latest is None or (claim.span.latest and item.latest >= claim.span.latest)

    @given(whens)
    def test_an_activity_of_a_coarse_time_is_never_a_meeting(self, when: When) -> None:
        planned = schedule(Collaboration(id="c", name="C", activities=[Activity("a", Text("A"), when)]))

        assert planned.meetings == ()
        assert len(planned.unplaced) == (when.precision is not Precision.DATE)

    @given(st.data(), whens, st.integers(1, 500), st.sampled_from(Unit))
    def test_within_a_length_after_something_lies_every_day_that_may_be_meant(
        self, data: st.DataObject, anchor: When, count: int, unit: Unit
    ) -> None:
        after = data.draw(_days_in(anchor))
        least = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 28, Unit.YEAR: 365}[unit]  # no such unit is shorter
        meant = shifted(after, data.draw(st.integers(0, count * least)))
        item = _after(anchor, Length(count, unit))

        assert item.precision in {Precision.RANGE, Precision.UNSTATED}
        assert item.earliest is None or item.earliest <= meant
        assert item.latest is None or meant <= item.latest

    @given(st.data(), whens, st.integers(1, 500))
    def test_to_know_better_what_it_comes_after_never_widens_it(
        self, data: st.DataObject, anchor: When, count: int
    ) -> None:
        day = data.draw(_days_in(anchor))
        coarse, fine = (_after(when, Length(count, Unit.DAY)) for when in (anchor, OnDate(day)))

        assert fine.earliest == day
        assert fine.latest == shifted(day, count)
        assert coarse.earliest is None or coarse.earliest <= day
        assert coarse.latest is None or fine.latest <= coarse.latest

    @given(days, st.integers(0, 900), st.integers(0, 900), st.sampled_from(Moment))
    def test_at_the_start_or_after_the_period_lies_every_day_that_may_be_meant(
        self, first: dt.date, length: int, step: int, moment: Moment
    ) -> None:
        period = Period(first, shifted(first, length))
        item, day = _of_period(moment, period), shifted(first, step)
        may_be = (item.earliest is None or item.earliest <= day) and (item.latest is None or day <= item.latest)

        assert may_be == ((step > length) == (moment is Moment.AFTER))


def _after(anchor: When, length: Length) -> Unplaced:
    events = [Event("anchor", Text("A"), anchor), Event("e", Text("E"), Within(length, "anchor"))]
    planned = schedule(Collaboration(id="c", name="C", events=events), horizon=Period(dt.date.min, dt.date.max))
    return next(item for item in planned.unplaced if item.id == "e")


def _of_period(moment: Moment, period: Period) -> Unplaced:
    events = [Event("e", Text("E"), RelativeToPeriod(moment))]
    (item,) = schedule(Collaboration(id="c", name="C", identity=Identity(period=period), events=events)).unplaced
    return item


def _days_in(when: When) -> st.SearchStrategy[dt.date]:
    earliest, latest = when.span.earliest, when.span.latest
    return days if earliest is None or latest is None else st.dates(earliest, latest)


def _claims(fact: Fact[When]) -> list[When]:
    if isinstance(fact, Disputed):
        return [claim.value for claim in fact.claims]
    return [fact] if fact is not UNKNOWN else []  # type: ignore[list-item]  # no fact here is declared absent


def _allows(when: When, day: dt.date) -> bool:
    earliest, latest = when.span.earliest, when.span.latest
    return (earliest is None or earliest <= day) and (latest is None or day <= latest)


def _rank(precision: Precision) -> int:
    return list(Precision).index(precision)


class TestDeterminism:
    """11: the same setup and parameters give the identical schedule."""

    @given(many_series(rule=rules | frequencies, policies=(OnHoliday.SKIP, *MOVES)))
    def test_twice_is_the_same(self, series: Series) -> None:
        assert plan(series) == plan(series)

    @given(many_series(policies=(OnHoliday.SKIP, *MOVES)))
    def test_ids_are_unique_and_never_depend_on_where_a_meeting_is_moved(self, series: Series) -> None:
        ids = [meeting.id for meeting in plan(series).meetings]
        kept = [meeting.id for meeting in plan(evolve(series, on_holiday=OnHoliday.KEEP)).meetings]

        assert len(set(ids)) == len(ids)
        assert sorted(ids) == sorted(kept)


class TestTerms:
    """A half-year counts to its year and half."""

    @given(many_series(policies=(OnHoliday.KEEP,)))
    def test_meetings_per_term_add_up(self, series: Series) -> None:
        planned = plan(series)

        assert sum(planned.per_term("a").values()) == len(planned.meetings)
        for term, number in planned.per_term().items():
            assert term.half in HalfYear
            assert len(planned.in_term(term).meetings) == number
