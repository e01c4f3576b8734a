from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from samverkan.model.activities import Activity, Event
from samverkan.model.cadence import Per, TimesPer
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN, Absent, Claim, Disputed, Fact
from samverkan.model.identity import Identity
from samverkan.model.names import Text
from samverkan.model.source import Source
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
from samverkan.planning.schedule import schedule
from samverkan.planning.unplaced import Unplaced

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    held = event(when=OnDate(day("2016-01-25")))
    off = meeting(evolve(held, cancelled=True))
    assert (off.status, str(off.reason)) == (Status.CANCELLED, "cancelled by hand")
    assert (meeting(held).status, meeting(held).reason) == (Status.PLANNED, None)
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

    def test_a_tie_to_what_is_not_there_ties_nothing(self) -> None:
        assert unplaced(event("p", InWeek("2016-W10"), same_as="elsewhere")).items == ("p",)

    def test_the_coarser_precision_is_kept(self) -> None:
        assert unplaced(event("p", InWeek("2016-W10")), activity(when=InYear(2016), same_as="p")).precision is (
            Precision.YEAR
        )

    def test_a_source_that_knows_the_day_more_coarsely_does_not_contradict_it(self) -> None:
        held = meeting(event("p", OnDate(day("2016-03-08"))), activity(when=InWeek("2016-W10"), same_as="p"))

        assert (held.id, held.date) == ("p", day("2016-03-08"))

    @pytest.mark.parametrize(
        ("on", "within"), [("2016-03-06", False), ("2016-03-07", True), ("2016-03-13", True), ("2016-03-14", False)]
    )
    def test_a_week_holds_its_first_day_and_its_last(self, on: str, *, within: bool) -> None:
        found = only(event("p", OnDate(day(on))), activity(when=InWeek("2016-W10"), same_as="p"))

        assert isinstance(found, Meeting) == within

    def test_every_day_must_lie_where_the_other_source_says(self) -> None:
        week = activity(when=InWeek("2016-W10"), same_as="p")

        assert len(programme([event("p", OnDates([day("2016-03-07"), day("2016-03-13")]))], [week])[0]) == 2
        assert programme([event("p", OnDates([day("2016-03-07"), day("2016-03-14")]))], [week])[0] == []
        assert programme([event("p", OnDates([day("2016-03-06"), day("2016-03-13")]))], [week])[0] == []

    def test_activities_that_mean_the_same_day_are_one_under_the_id_of_the_first(self) -> None:
        on = OnDate(day("2016-03-08"))
        twice = [activity("a", on, body="grupp"), activity("b", on, same_as="a", body="ks")]

        assert programme([], twice)[1] == [Occasion("a", twice[0].name, day("2016-03-08"), ("grupp", "ks"))]

    def test_entries_are_one_at_several_removes_and_whichever_names_the_other(self) -> None:
        on = {"when": InWeek("2016-W10")}
        for ties in ({"b": "a", "d": "b", "e": "d"}, {"a": "b", "b": "d", "d": "e"}, {"b": "a", "e": "d", "d": "a"}):
            items = [event(id_, same_as=ties.get(id_), **on) for id_ in "abde"]
            assert unplaced(*items).items == ("a", "b", "d", "e")
        apart = [event("a", **on), event("b", same_as="a", **on), event("d", **on), event("e", same_as="d", **on)]
        assert [item.items for item in programme(apart, [])[2]] == [("a", "b"), ("d", "e")]

    def test_one_entry_that_is_cancelled_cancels_them_all_and_the_first_count_is_told(self) -> None:
        play = activity(when=TWICE_A_TERM, same_as="p", participants=["af", "kommun"])
        found = unplaced(event("p", InWeek("2016-W10")), play, event("q", TWICE_A_TERM, same_as="p", cancelled=True))

        assert found.cancelled
        assert found.count == Count(per=Per.TERM, least=2, most=2)
        assert not unplaced(event("p", InWeek("2016-W10")), play).cancelled

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


PERIOD = Period(day("2008-09-01"), day("2009-02-28"))
WITHIN_90_DAYS = Length(90, Unit.DAY)


def span(when: When, *others: Event | Activity, periods: Sequence[Period] = (PERIOD,)) -> tuple[str, str]:
    """Give the days between which an event lies that has a relative time; silence is a dash."""
    events = [event(when=when), *(item for item in others if isinstance(item, Event))]
    activities = [item for item in others if isinstance(item, Activity)]
    found = next(item for item in programme(events, activities, periods=periods)[2] if item.id == "e")
    assert found.precision is (Precision.UNSTATED if None in {found.earliest, found.latest} else Precision.RANGE)
    return str(found.earliest or "–"), str(found.latest or "–")


class TestRelative:
    """A relative time lies where what it is relative to lets it lie, and no nearer."""

    @pytest.mark.parametrize("moment", [Moment.START, Moment.WITHIN, Moment.END])
    def test_in_the_period_is_anywhere_in_it(self, moment: Moment) -> None:
        assert span(RelativeToPeriod(moment)) == ("2008-09-01", "2009-02-28")
        assert span(RelativeToPeriod(moment), periods=[Period(to=day("2009-02-28"))]) == ("–", "2009-02-28")

    def test_after_the_period_has_no_last_day(self) -> None:
        assert span(RelativeToPeriod(Moment.AFTER)) == ("2009-03-01", "–")
        assert span(RelativeToPeriod(Moment.AFTER), periods=[]) == ("–", "–")
        assert span(RelativeToPeriod(Moment.AFTER), periods=[Period(to=dt.date.max)]) == ("–", "–")

    def test_two_periods_of_two_sources_leave_the_days_of_both(self) -> None:
        periods = [PERIOD, Period(day("2008-10-01"), day("2009-03-31"))]

        assert span(RelativeToPeriod(Moment.START), periods=periods) == ("2008-09-01", "2009-03-31")
        assert span(RelativeToPeriod(Moment.AFTER), periods=periods) == ("2009-03-01", "–")

    @pytest.mark.parametrize("name", ["kursen", "Kursens slut", "kursens  slut", "end of the course"])
    def test_within_a_length_after_an_entry_by_its_id_or_its_name(self, name: str) -> None:
        course = Event("kursen", Text("Kursens slut", "End of the course"), OnDate(day("2016-03-01")))

        assert span(Within(WITHIN_90_DAYS, name), course) == ("2016-03-01", "2016-05-30")

    @pytest.mark.parametrize(
        ("length", "latest"),
        [("2 weeks", "2016-02-14"), ("1 month", "2016-02-29"), ("13 months", "2017-02-28"), ("3 years", "2019-01-31")],
    )
    def test_months_and_years_end_on_the_day_of_the_same_number_or_the_last(self, length: str, latest: str) -> None:
        course = event("kursen", OnDate(day("2016-01-31")))

        assert span(Within(Length.parse(length), "kursen"), course) == ("2016-01-31", latest)

    @pytest.mark.parametrize("length", ["999999999 days", "999999999 years", "96000 months"])
    def test_beyond_the_calendar_there_is_no_last_day(self, length: str) -> None:
        course = event("kursen", OnDate(day("2016-01-31")))

        assert span(Within(Length.parse(length), "kursen"), course) == ("2016-01-31", "–")

    def test_what_it_comes_after_may_be_known_to_a_week_only(self) -> None:
        assert span(Within(WITHIN_90_DAYS, "a"), activity(when=InWeek("2016-W10"))) == ("2016-03-07", "2016-06-11")
        assert span(Within(WITHIN_90_DAYS, "a"), activity(when=InWeek(10))) == ("–", "–")

    def test_the_end_of_work_whose_beginning_alone_is_known_may_be_any_day_later(self) -> None:
        begun = activity(when=OnDate(day("2016-03-01")), starts=True)

        assert span(Within(WITHIN_90_DAYS, "a"), begun) == ("2016-03-01", "–")

    def test_an_entry_told_twice_has_the_days_of_both(self) -> None:
        told = event("kurs", InWeek("2016-W10")), activity(when=OnDate(day("2016-03-20")), same_as="kurs")

        assert span(Within(WITHIN_90_DAYS, "a"), *told) == ("2016-03-07", "2016-06-18")

    def test_after_the_start_or_the_end_is_after_that_of_the_period(self) -> None:
        assert span(Within(WITHIN_90_DAYS, "start")) == ("2008-09-01", "2008-11-30")
        assert span(Within(WITHIN_90_DAYS, "end")) == ("2009-02-28", "2009-05-29")

    def test_one_time_may_hang_on_another(self) -> None:
        middle = event("kurs", Within(Length(30, Unit.DAY), "a"))
        first = activity(when=OnDate(day("2016-03-01")))

        assert span(Within(Length(10, Unit.DAY), "kurs"), middle, first) == ("2016-03-01", "2016-04-10")

    def test_times_that_wait_for_each_other_have_no_days(self) -> None:
        assert span(Within(WITHIN_90_DAYS, "kurs"), event("kurs", Within(WITHIN_90_DAYS, "e"))) == ("–", "–")
        assert span(Within(WITHIN_90_DAYS, "e")) == ("–", "–")

    def test_a_long_chain_and_a_tangle_of_claims_come_to_an_end(self) -> None:
        def after(number: int) -> Disputed[When]:
            both = (Within(Length(days, Unit.DAY), f"n{number + 1}") for days in (1, 2))
            return Disputed([Claim(each) for each in both])

        chain = [event(f"n{number}", after(number)) for number in range(2_000)]
        last = event("n2000", OnDate(day("2016-03-01")))

        assert span(Within(Length(1, Unit.DAY), "n0"), *chain, last) == ("2016-03-01", "2027-02-13")
        assert span(Within(Length(1, Unit.DAY), "n0"), *chain) == ("–", "–")

    def test_words_that_name_nothing_or_two_things_have_no_days(self) -> None:
        two = event("kurs", OnDate(day("2016-03-01"))), event("kurs-2", OnDate(day("2016-04-01")))

        assert span(Within(WITHIN_90_DAYS, "avslutad insats"), *two) == ("–", "–")
        assert span(Within(WITHIN_90_DAYS, "händelse"), *two) == ("–", "–")

    def test_a_day_that_another_source_knows_stands_if_the_relative_time_allows_it(self) -> None:
        early, late = event("p", OnDate(day("2008-09-10"))), event("q", OnDate(day("2009-09-10")))

        assert only_in_period(early, activity(when=RelativeToPeriod(Moment.START), same_as="p")) == "2008-09-10"
        assert only_in_period(late, activity(when=RelativeToPeriod(Moment.START), same_as="q")) is None


def only_in_period(*items: Event | Activity) -> str | None:
    meetings, _, _ = programme([items[0]], [items[1]], periods=[PERIOD])  # type: ignore[list-item]  # in this order
    return str(meetings[0].date) if meetings else None


def test_the_period_of_a_collaboration_is_that_of_its_form_and_of_its_running_text() -> None:
    card = Claim(PERIOD), Claim(Period(day("2008-10-01"), day("2009-02-28")))
    identity = Identity(period=Disputed(card), period_in_text=Period(length=Length(3, Unit.YEAR)))
    setup = Collaboration(id="c", name="C", identity=identity, events=[event(when=RelativeToPeriod(Moment.END))])
    (found,) = schedule(setup).unplaced

    assert (found.earliest, found.latest, found.precision) == (PERIOD.from_, PERIOD.to, Precision.RANGE)
    decided = evolve(identity, period=Disputed((card[0], evolve(card[1], decides=True))), period_in_text=UNKNOWN)
    (found,) = schedule(evolve(setup, identity=decided)).unplaced
    assert (found.earliest, found.latest) == (day("2008-10-01"), day("2009-02-28"))
