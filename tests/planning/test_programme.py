from __future__ import annotations

import datetime as dt

import pytest

from samverkan.model.activities import Activity, Event
from samverkan.model.cadence import Per, TimesPer
from samverkan.model.facts import UNKNOWN, Absent, Claim, Disputed, Fact
from samverkan.model.names import Text
from samverkan.model.source import Source
from samverkan.model.terms import HalfYear, Term
from samverkan.model.values import ClockSpan, Length, Unit
from samverkan.model.when import (
    InMonth,
    InSeason,
    InTerm,
    InWeek,
    InYear,
    Moment,
    Often,
    OnDate,
    OnDates,
    Precision,
    RelativeToPeriod,
    Season,
    Through,
    WeekInMonth,
    When,
    Within,
)
from samverkan.planning.frequency import Count
from samverkan.planning.meeting import Meeting, Status
from samverkan.planning.occasion import Occasion
from samverkan.planning.programme import programme
from samverkan.planning.unplaced import Unplaced

TWICE_A_TERM = Often(TimesPer(2, Per.TERM))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def event(id_: str = "e", when: Fact[When] = UNKNOWN, **more: object) -> Event:
    return Event(id_, Text("Händelse"), when, **more)  # type: ignore[arg-type]  # any field of an event


def activity(id_: str = "a", when: Fact[When] = UNKNOWN, **more: object) -> Activity:
    return Activity(id_, Text("Aktivitet"), when, **more)  # type: ignore[arg-type]  # any field of an activity


def only(*items: Event | Activity) -> Meeting | Unplaced:
    events = [item for item in items if isinstance(item, Event)]
    activities = [item for item in items if isinstance(item, Activity)]
    meetings, _, unplaced = programme(events, activities)
    (one,) = [*meetings, *unplaced]
    return one


def unplaced(*items: Event | Activity) -> Unplaced:
    one = only(*items)
    assert isinstance(one, Unplaced)
    return one


def meeting(*items: Event | Activity) -> Meeting:
    one = only(*items)
    assert isinstance(one, Meeting)
    return one


def test_a_dated_event_is_a_meeting_with_its_own_id() -> None:
    clock = ClockSpan.parse("13.00–16.30")
    held = meeting(event("p02", OnDate(day("2016-01-25")), time=clock, bodies=["ks"], place="Kommunhuset"))

    assert (held.id, held.event, held.series, held.bodies) == ("p02", "p02", None, ("ks",))
    assert (held.date, held.nominal, held.clock, held.place) == (
        day("2016-01-25"),
        day("2016-01-25"),
        clock,
        Text("Kommunhuset"),
    )


def test_an_event_on_several_dates_is_several_meetings() -> None:
    meetings, _, _ = programme([event("p", OnDates([day("2016-01-25"), day("2016-02-01")]))], [])

    assert [held.id for held in meetings] == ["p/2016-01-25", "p/2016-02-01"]


def test_a_cancelled_event_stays_listed() -> None:
    assert meeting(event(when=OnDate(day("2016-01-25")), cancelled=True)).status is Status.CANCELLED
    assert unplaced(event(when=InWeek("2016-W10"), cancelled=True)).cancelled


def test_a_dated_activity_is_a_day_of_its_own_but_no_meeting() -> None:
    lecture = activity(when=OnDate(day("2016-01-18")))

    meetings, occasions, unplaced = programme([], [lecture])

    assert (meetings, unplaced) == ([], [])
    assert occasions == [Occasion(lecture.id, lecture.name, day("2016-01-18"))]


@pytest.mark.parametrize(
    ("when", "precision", "earliest", "latest"),
    [
        (InWeek("2016-W10"), Precision.WEEK, "2016-03-07", "2016-03-13"),
        (InWeek(9), Precision.WEEK, None, None),
        (InMonth("2016-05"), Precision.MONTH, "2016-05-01", "2016-05-31"),
        (WeekInMonth("2016-05"), Precision.MONTH, "2016-05-01", "2016-05-31"),
        (WeekInMonth(5), Precision.MONTH, None, None),
        (InSeason(Season.SPRING, 2008), Precision.SEASON, "2008-03-01", "2008-05-31"),
        (InTerm(Term(2016, HalfYear.VT)), Precision.TERM, "2016-01-01", "2016-06-30"),
        (InYear(2015), Precision.YEAR, "2015-01-01", "2015-12-31"),
        (Through(day("2016-03-07"), day("2016-03-11")), Precision.RANGE, "2016-03-07", "2016-03-11"),
        (RelativeToPeriod(Moment.START), Precision.UNSTATED, None, None),
        (Within(Length(90, Unit.DAY), "kursens slut"), Precision.UNSTATED, None, None),
        (TWICE_A_TERM, Precision.FREQUENCY, None, None),
        (UNKNOWN, Precision.UNSTATED, None, None),
        (Absent(), Precision.UNSTATED, None, None),
    ],
)
@pytest.mark.parametrize("item", [event, activity])
def test_nothing_is_shown_finer_than_it_is_known(
    item: type[Event], when: Fact[When], precision: Precision, earliest: str | None, latest: str | None
) -> None:
    found = unplaced(item(when=when))

    assert found.precision is precision
    assert (found.earliest, found.latest) == (earliest and day(earliest), latest and day(latest))


def test_twice_a_term_with_five_counterparts_is_two_to_ten_meetings() -> None:
    names = ["migrationsverket", "af", "narhalsan", "folktandvarden", "kommun"]

    assert unplaced(activity(when=TWICE_A_TERM, participants=names)).count == Count(per=Per.TERM, least=2, most=10)
    assert unplaced(event(when=TWICE_A_TERM)).count == Count(per=Per.TERM, least=2, most=2)


class TestTied:
    """Entries of the file that mean the same thing are listed once."""

    def test_two_weeks_give_the_days_of_both_and_both_sources(self) -> None:
        """Theatre: slide 21 says week 9, slide 22 says week 10 (finding T01)."""
        theatre = event("p05", InWeek("2016-W10"), same_as="a18", source=Source("slide 22"))
        play = activity("a18", InWeek("2016-W09", year_inferred=True), same_as="p05", source=Source("slide 21"))

        found = unplaced(theatre, play)

        assert (found.id, found.items, found.precision) == ("p05", ("p05", "a18"), Precision.WEEK)
        assert (found.earliest, found.latest) == (day("2016-02-29"), day("2016-03-13"))
        assert found.sources == (Source("slide 22"), Source("slide 21"))

    def test_a_tie_told_on_one_side_only_ties_as_well(self) -> None:
        found = unplaced(event("p05", InWeek("2016-W10")), activity("a18", InWeek("2016-W09"), same_as="p05"))

        assert found.items == ("p05", "a18")

    def test_the_coarser_precision_is_kept(self) -> None:
        assert unplaced(event("p", InWeek("2016-W10")), activity(when=InYear(2016), same_as="p")).precision is (
            Precision.YEAR
        )

    def test_a_source_that_knows_the_day_more_coarsely_does_not_contradict_it(self) -> None:
        held = meeting(event("p", OnDate(day("2016-03-08"))), activity(when=InWeek("2016-W10"), same_as="p"))

        assert (held.id, held.date) == ("p", day("2016-03-08"))

    def test_the_day_may_be_told_by_the_other_entry(self) -> None:
        assert meeting(event("p"), activity(when=OnDate(day("2016-03-08")), same_as="p")).date == day("2016-03-08")

    def test_a_day_outside_the_week_of_the_other_entry_is_no_day(self) -> None:
        found = unplaced(event("p", OnDate(day("2016-03-15"))), activity(when=InWeek("2016-W10"), same_as="p"))

        assert (found.precision, found.earliest, found.latest) == (
            Precision.WEEK,
            day("2016-03-07"),
            day("2016-03-15"),
        )

    def test_two_days_leave_a_stretch_of_days(self) -> None:
        found = unplaced(event("p", OnDate(day("2016-03-15"))), event("q", OnDate(day("2016-03-17")), same_as="p"))

        assert (found.precision, found.earliest, found.latest) == (
            Precision.RANGE,
            day("2016-03-15"),
            day("2016-03-17"),
        )

    def test_silence_of_one_entry_takes_nothing_from_the_other(self) -> None:
        assert unplaced(event("p"), activity(when=InWeek("2016-W10"), same_as="p")).precision is Precision.WEEK

    def test_bodies_of_all_entries_meet(self) -> None:
        held = meeting(event("p", OnDate(day("2016-03-15")), bodies=["ks"]), activity(same_as="p", body="grupp"))

        assert held.bodies == ("ks", "grupp")


class TestDisputed:
    """Where sources contradict each other, the days of all claims stay possible."""

    def test_an_open_dispute_gives_the_days_of_all_claims(self) -> None:
        dispute = Disputed([Claim(InWeek("2016-W09"), Source("slide 21")), Claim(InWeek("2016-W10"))])
        found = unplaced(event(when=dispute, source=Source("slide 22")))

        assert (found.earliest, found.latest, found.precision) == (
            day("2016-02-29"),
            day("2016-03-13"),
            Precision.WEEK,
        )
        assert found.sources == (Source("slide 22"), Source("slide 21"))

    def test_two_disputed_days_are_no_meeting(self) -> None:
        dispute = Disputed([Claim(OnDate(day("2016-03-15"))), Claim(OnDate(day("2016-03-17")))])

        assert unplaced(event(when=dispute)).precision is Precision.RANGE

    def test_the_claim_that_decides_is_computed_with(self) -> None:
        dispute = Disputed([Claim(InWeek("2016-W09")), Claim(OnDate(day("2016-03-17")), decides=True)])

        assert meeting(event(when=dispute)).date == day("2016-03-17")
