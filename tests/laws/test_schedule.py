"""Laws of the schedule, over whatever the strategies that we ship can think of."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from samverkan.checklist.interval import Operator, compare
from samverkan.checklist.occasions import Occasion
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.reading import cite
from samverkan.checklist.regularity import days_between
from samverkan.formats.ical import feed
from samverkan.formats.outcomes import schedule_data
from samverkan.formats.wording import Wording
from samverkan.model.activities import Event, Series
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.cadence import Cadence, EveryDays, Per, Regularly, TimesPer
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.model.values import Period
from samverkan.model.when import Precision, When
from samverkan.planning.frequency import count_of
from samverkan.planning.schedule import schedule
from samverkan.planning.workdays import Calendar
from samverkan.testing import check_schedule, closed_periods, plannable, whens
from samverkan.testing.strategies import term_dates

if TYPE_CHECKING:
    from fractions import Fraction

    from samverkan.checklist.finding import Evidence
    from samverkan.model.terms import TermDates

GROUP = Body("group", BodyKind.COLLABORATION_GROUP, Text("Gruppen"))
SWEDEN = Calendar.swedish(1990, 2050)
EVER = Period(dt.date.min, dt.date.max)

exact = st.builds(TimesPer, st.integers(1, 40), st.sampled_from(Per))
inexact: st.SearchStrategy[Cadence] = st.just(Regularly()) | exact.map(lambda rule: evolve(rule, approximate=True))


class TestCount:
    """15. Without exceptions the number of occurrences is floor((last - first) / n) + 1 (Tranemo: 98 / 14 + 1 = 8)."""

    @given(closed_periods(max_days=400), st.integers(1, 60))
    def test_is_the_number_of_steps_and_one(self, period: Period, days: int) -> None:
        assert period.from_ is not None
        assert period.to is not None
        series = Series("series", "group", EveryDays(days), period.from_, period.to)
        planned = schedule(Collaboration(id="x", name=Text("X"), bodies=(GROUP,), series=(series,)))

        assert len(planned.meetings) == (period.to - period.from_).days // days + 1


class TestFrequency:
    """19. An n-per-term rule yields exactly n dates in each complete term when at least n admissible days exist.

    Else a reported shortage; an inexact frequency generates no dates and leaves every exact-number rule unknown.
    """

    @given(term_dates(), st.integers(1, 200))
    def test_a_stated_term_gets_its_number_or_a_reported_shortage(self, term: TermDates, times: int) -> None:
        series = Series("series", "group", TimesPer(times, Per.TERM), term.from_, term.to)
        whole = Collaboration(id="x", name=Text("X"), bodies=(GROUP,), series=(series,), terms=(term,))
        planned = schedule(whole, calendar=SWEDEN)
        days = [meeting.date for meeting in planned.meetings]
        missing = [item.count.least for item in planned.unplaced if item.count]

        assert len(days) == len(set(days)) == min(times, len(SWEDEN.working_days(term.from_, term.to)))
        assert len(days) + sum(missing) == times
        assert all(term.from_ <= day <= term.to and not SWEDEN.is_free(day) for day in days)

    @given(inexact, st.fractions(min_value=0, max_value=7))
    def test_of_an_inexact_frequency_no_exact_number_is_decided(self, rule: Cadence, days: Fraction) -> None:
        count = count_of(rule)

        assert compare(days_between(rule), Operator.EXACTLY, days) is Outcome.UNKNOWN
        assert count is None or (count.least, count.most) == (1, None)

    @given(inexact, closed_periods(max_days=400))
    def test_an_inexact_frequency_generates_no_dates(self, rule: Cadence, period: Period) -> None:
        assert period.from_ is not None
        assert period.to is not None
        series = Series("series", "group", rule, period.from_, period.to)
        planned = schedule(Collaboration(id="x", name=Text("X"), bodies=(GROUP,), series=(series,)))

        assert planned.meetings == ()
        assert [item.precision for item in planned.unplaced] == [Precision.FREQUENCY]


class TestPrecision:
    """21. An item known to a week, month, term or year is never shown or exported with a finer date.

    Its interval contains every date the schedule may give it, and comparing overlapping intervals yields unknown.
    """

    @given(whens())
    def test_no_export_knows_a_coarse_time_finer_than_its_interval(self, when: When) -> None:
        whole = Collaboration(id="x", name=Text("X"), bodies=(GROUP,), events=(Event("e", Text("E"), when),))
        planned = schedule(whole, horizon=EVER)
        told = schedule_data(planned, Wording("sv"))
        coarse = when.precision is not Precision.DATE

        assert (told["meetings"] == []) == coarse
        assert feed(planned, whole).count("BEGIN:VEVENT") == len(planned.meetings)
        for item in told["unplaced"]:
            assert item["precision"] == when.precision.value
            assert (item["earliest"], item["latest"]) == tuple(map(_iso, (when.span.earliest, when.span.latest)))
            assert {key for key, value in item.items() if _iso_like(value)} <= {"earliest", "latest"}

    @given(whens(), closed_periods())
    def test_an_interval_that_only_overlaps_a_period_is_neither_in_it_nor_outside(
        self, when: When, period: Period
    ) -> None:
        assert period.from_ is not None
        assert period.to is not None
        found = Occasion((CITED,), (when.span,), Text("E")).falls_in(period.from_, period.to)
        earliest, latest = when.span.earliest or dt.date.min, when.span.latest or dt.date.max

        inside = period.from_ <= earliest and latest <= period.to
        outside = latest < period.from_ or period.to < earliest
        assert found is (Outcome.MET if inside else Outcome.NOT_MET if outside else Outcome.UNKNOWN)


CITED: Evidence = cite("events.e.when", "E", None)


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _iso_like(value: object) -> bool:
    return isinstance(value, str) and value[:4].isdigit()


class TestTrust:
    """13–16, 21: ordered, within its span, each meeting off its date with a reason, and no date finer than known."""

    @given(plannable(min_bodies=1, min_series=1))
    def test_every_schedule_can_be_trusted(self, collaboration: Collaboration) -> None:
        check_schedule(schedule(collaboration), collaboration=collaboration)
