from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from samverkan.errors import InvalidCollaborationError, UnknownNameError
from samverkan.model.activities import Activity, Change, Event, OnHoliday, Series
from samverkan.model.bodies import Body, BodyKind, BodyStatus, Seat
from samverkan.model.cadence import EveryDays, EveryWeeks, Per, Regularly, TimesPer
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import Claim, Disputed
from samverkan.model.names import Text
from samverkan.model.source import Source
from samverkan.model.terms import HalfYear, Term
from samverkan.model.values import ClockSpan, Period
from samverkan.model.when import InWeek, InYear, OnDate, Precision
from samverkan.planning.clashes import ClashKind
from samverkan.planning.frequency import Count
from samverkan.planning.schedule import Gap, Schedule, schedule
from samverkan.planning.workdays import Calendar

CANCELLED = Change(dt.date(2016, 3, 5), cancelled=True)
VT16, HT16 = Term(2016, HalfYear.VT), Term(2016, HalfYear.HT)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def body(id_: str, *seats: Seat, **more: Any) -> Body:  # noqa: ANN401  # any field of a body
    return Body(id_, BodyKind.COLLABORATION_GROUP, Text(id_.title()), seats=seats, **more)


def collaboration(**more: Any) -> Collaboration:  # noqa: ANN401  # any field of a collaboration
    given = {
        "bodies": [
            body("grupp", Seat("g-1", organisations=["af"], holder="h"), Seat("g-2", organisations=["kommun"])),
            body("styrelse", Seat("s-1", organisations=["kommun"], holder="h")),
        ],
        "organisations": [],
        "series": [Series("var-14", "grupp", EveryDays(14), day("2016-03-04"), day("2016-09-30"))],
        "events": [
            Event("ks", Text("KS"), OnDate(day("2016-04-04")), bodies=["styrelse"]),
            Event("dag", Text("Dag"), OnDate(day("2016-02-15")), ClockSpan.parse("13.00–16.30")),
            Event("gemensamt", Text("Gemensamt"), OnDate(day("2016-04-15")), bodies=["grupp", "styrelse"]),
            Event("teater", Text("Teater"), InWeek("2016-W10")),
        ],
    }
    return Collaboration(id="c", name="C", **{**given, **more, "organisations": organisations()})


def organisations() -> list[Any]:
    from samverkan.model.organisations import Organisation

    return [Organisation(id=name, name=Text(name)) for name in ("af", "kommun", "polisen")]


def ids(given: Schedule) -> list[str]:
    return [meeting.id for meeting in given.meetings]


class TestSchedule:
    """A collaboration turned into its schedule."""

    def test_meetings_are_in_order_whatever_they_come_from(self) -> None:
        planned = schedule(collaboration())

        assert ids(planned)[:5] == ["dag", "var-14/2016-03-04", "var-14/2016-03-18", "var-14/2016-04-01", "ks"]
        assert planned.collaboration == "c"

    def test_without_a_stated_horizon_it_is_from_the_first_meeting_to_the_last(self) -> None:
        assert schedule(collaboration()).horizon == Period(day("2016-02-15"), day("2016-09-30"))
        assert schedule(collaboration(series=[], events=[])).horizon is None

    def test_without_a_stated_horizon_nothing_is_left_out(self) -> None:
        late, week = OnDate(day("2017-09-15")), InWeek("2017-W40")
        given = collaboration(
            activities=[Activity("kurs", Text("Kurs"), late), Activity("fest", Text("Fest"), week)],
        )
        planned = schedule(given)

        assert [each.id for each in planned.occasions] == ["kurs"]
        assert [each.id for each in planned.unplaced] == ["teater", "fest"]
        assert planned.horizon == Period(day("2016-02-15"), day("2017-09-15"))

    def test_a_dated_activity_alone_has_a_horizon(self) -> None:
        alone = schedule(
            collaboration(series=[], events=[], activities=[Activity("k", Text("K"), OnDate(day("2016-03-04")))])
        )

        assert alone.horizon == Period(day("2016-03-04"), day("2016-03-04"))

    def test_the_horizon_of_the_collaboration_holds_unless_another_is_asked_for(self) -> None:
        own, other = Period(day("2016-03-01"), day("2016-03-31")), Period(day("2016-04-01"), day("2016-04-04"))
        given = collaboration(horizon=own)

        assert ids(schedule(given)) == ["var-14/2016-03-04", "var-14/2016-03-18"]
        assert ids(schedule(given, horizon=other)) == ["var-14/2016-04-01", "ks"]
        assert schedule(given, horizon=other).horizon == other

    def test_a_horizon_may_be_open_at_one_end(self) -> None:
        assert ids(schedule(collaboration(), horizon=Period(to=day("2016-03-04")))) == ["dag", "var-14/2016-03-04"]

    def test_what_is_unplaced_and_certainly_outside_the_horizon_is_left_out(self) -> None:
        given = collaboration(activities=[Activity("fadder", Text("Fadder"), InYear(2015))])

        spring = schedule(given, horizon=Period(day("2016-03-08"), day("2016-06-10")))
        assert [item.id for item in spring.unplaced] == ["teater"]
        assert [item.id for item in schedule(given, horizon=Period(day("2015-03-08"))).unplaced] == ["fadder", "teater"]

    def test_what_is_unplaced_stands_by_its_earliest_day(self) -> None:
        given = collaboration(activities=[Activity("x", Text("X")), Activity("y", Text("Y"), InYear(2016))])

        assert [item.id for item in schedule(given).unplaced] == ["y", "teater", "x"]

    def test_a_meeting_is_called_by_its_series_or_else_by_its_body(self) -> None:
        named = Series("s", "grupp", EveryDays(14), day("2016-03-04"), day("2016-03-04"), name=Text("Möte"))

        assert schedule(collaboration(series=[named], events=[])).meetings[0].name == Text("Möte")
        assert schedule(collaboration()).next(day("2016-03-01")).name == Text("Grupp")  # type: ignore[union-attr]

    def test_every_fault_of_every_series_is_told_at_once(self) -> None:
        wrong = [
            Series("a", "grupp", EveryDays(14), day("2016-03-11"), day("2016-04-30"), on_holiday=OnHoliday.FORBID),
            Series("b", "grupp", EveryDays(1), day("1900-01-01"), day("2000-01-01")),
            Series(
                "d",
                "grupp",
                EveryDays(14),
                day("2016-03-04"),
                day("2016-04-30"),
                changes=[Change(day("2016-03-05"), cancelled=True)],
            ),
        ]
        with pytest.raises(InvalidCollaborationError) as caught:
            schedule(collaboration(series=wrong))

        assert [(fault.code, fault.path) for fault in caught.value.faults] == [
            ("meeting-on-free-day", ("series", 0, "on_holiday")),
            ("too-many-meetings", ("series", 1, "every")),
            ("no-such-meeting", ("series", 2, "changes", 0, "nominal")),
        ]

    def test_years_without_known_holidays_are_a_fault_of_their_series_only(self) -> None:
        far = Series("far", "grupp", EveryDays(14), day("2150-01-01"), day("2150-02-01"), on_holiday=OnHoliday.SKIP)
        near = Series("near", "grupp", EveryDays(14), day("2016-03-11"), day("2016-04-01"), on_holiday=OnHoliday.SKIP)
        for series in ([far], [near, far]):
            with pytest.raises(InvalidCollaborationError) as caught:
                schedule(collaboration(series=series))
            assert [fault.path[1] for fault in caught.value.faults] == [len(series) - 1]

    def test_without_a_calendar_the_days_of_a_week_that_a_series_cuts_are_known_too(self) -> None:
        for first, last in (("2016-01-01", "2016-01-04"), ("2015-12-29", "2015-12-30")):
            series = Series("s", "grupp", TimesPer(5, Per.WEEK), day(first), day(last))
            assert schedule(collaboration(series=[series], events=[])).meetings[-1].date == day(last)

    def test_a_plan_has_as_many_meetings_as_are_allowed_and_no_more(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("samverkan.planning.draft.MAX_ALL_MEETINGS", 5)
        two = [Series(id_, "grupp", EveryDays(14), day("2016-03-04"), day("2016-03-18")) for id_ in ("a", "b", "d")]
        week = [Event("teater", Text("Teater"), InWeek("2016-W10"))]

        assert len(ids(schedule(collaboration(series=two[:2], events=week)))) == 4
        with pytest.raises(InvalidCollaborationError) as caught:
            schedule(collaboration(series=two, events=[]))
        assert [(fault.message, fault.path) for fault in caught.value.faults] == [
            ("with this series the plan has more than 5 meetings", ("series", 2))
        ]
        with pytest.raises(InvalidCollaborationError):
            schedule(collaboration(series=two[:2], events=[*week, *collaboration().events[:1]]))

    def test_a_series_that_gives_too_many_counts_as_the_most_that_one_may_give(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("samverkan.planning.draft.MAX_MEETINGS", 10)
        monkeypatch.setattr("samverkan.planning.draft.MAX_ALL_MEETINGS", 20)
        long = [Series(id_, "grupp", EveryDays(1), day("1900-01-01"), day("2000-01-01")) for id_ in "abde"]
        wrong = Series("w", "grupp", EveryDays(14), day("2016-03-04"), day("2016-03-04"), changes=[CANCELLED])
        longer = Series("l", "grupp", EveryDays(1), day("1800-01-01"), day("2100-01-01"))

        def told(*series: Series) -> list[tuple[str, object]]:
            with pytest.raises(InvalidCollaborationError) as caught:
                schedule(collaboration(series=series, events=[]))
            return [(fault.code, fault.path[1]) for fault in caught.value.faults]

        many = "too-many-meetings"
        assert told(*long[:2], wrong) == [(many, 0), (many, 1), ("no-such-meeting", 2), (many, 2)]
        assert told(*long) == [(many, 0), (many, 1), (many, 2), (many, 2)]
        assert told(longer, wrong) == [("too-long-series", 0), ("no-such-meeting", 1)]

    def test_days_of_activities_are_in_order(self) -> None:
        late, early = (OnDate(day(each)) for each in ("2016-05-10", "2016-03-10"))
        given = [Activity("late", Text("A"), late), Activity("early", Text("B"), early)]

        assert [each.id for each in schedule(collaboration(activities=given)).occasions] == ["early", "late"]

    def test_a_calendar_of_ones_own_goes_before_that_of_sweden(self) -> None:
        series = Series(
            "s", "grupp", EveryDays(14), day("2016-03-11"), day("2016-04-08"), on_holiday=OnHoliday.MOVE_LATER
        )
        closed = Calendar(closed=[day("2016-03-11")])

        moved = schedule(collaboration(series=[series], events=[]), calendar=closed).meetings
        assert [str(meeting.date) for meeting in moved] == ["2016-03-14", "2016-03-25", "2016-04-08"]

    def test_how_often_a_body_meets_is_told_where_no_series_says_it_better(self) -> None:
        bodies = [
            body("grupp", meets=Regularly()),
            body("styrelse", meets=TimesPer(2, Per.TERM), source=Source("slide 19")),
            body("gammal", meets=Regularly(), status=BodyStatus.PAST),
            body("tvist", meets=Disputed([Claim(Regularly(), decides=True), Claim(EveryWeeks(2))])),
            body("tyst"),
        ]
        found = schedule(collaboration(bodies=bodies, events=[])).unplaced

        assert [(item.id, item.precision) for item in found] == [
            ("styrelse/meets", Precision.FREQUENCY),
            ("tvist/meets", Precision.FREQUENCY),
        ]
        assert found[0].count == Count(per=Per.TERM, least=2, most=2)
        assert found[0].sources == (Source("slide 19"),)

    def test_two_meetings_of_one_holder_on_one_day_may_clash(self) -> None:
        (clash,) = schedule(collaboration()).clashes

        assert (clash.kind, clash.meetings) == (ClashKind.POSSIBLE, ("gemensamt", "var-14/2016-04-15"))


class TestSlices:
    """A slice of a schedule is a schedule."""

    def test_of_a_body_are_its_meetings_and_those_held_together(self) -> None:
        assert ids(schedule(collaboration()).of("styrelse")) == ["ks", "gemensamt"]

    def test_a_slice_keeps_the_clashes_that_touch_it(self) -> None:
        planned = schedule(collaboration())

        assert planned.of("styrelse").clashes == planned.clashes
        assert planned.between(day("2016-02-01"), day("2016-04-14")).clashes == ()

    def test_between_takes_both_days(self) -> None:
        part = schedule(collaboration()).between(day("2016-03-04"), day("2016-03-18"))

        assert ids(part) == ["var-14/2016-03-04", "var-14/2016-03-18"]
        assert part.horizon == Period(day("2016-03-04"), day("2016-03-18"))
        assert [item.id for item in part.unplaced] == ["teater"]
        assert part.between(day("2016-03-14"), day("2016-03-18")).unplaced == ()

    @pytest.mark.parametrize(
        ("first", "last", "kept"),
        [
            ("2016-02-29", "2016-03-06", []),
            ("2016-02-29", "2016-03-07", ["teater"]),
            ("2016-03-13", "2016-03-20", ["teater", "kurs"]),
            ("2016-03-14", "2016-03-20", ["kurs"]),
            ("2016-03-14", "2016-03-15", ["kurs"]),
            ("2016-03-15", "2016-03-20", ["kurs"]),
            ("2016-03-16", "2016-03-20", []),
            ("2016-03-14", "2016-03-14", []),
        ],
    )
    def test_what_may_lie_in_a_part_or_has_a_day_in_it_is_kept(self, first: str, last: str, kept: list[str]) -> None:
        planned = schedule(collaboration(activities=[Activity("kurs", Text("Kurs"), OnDate(day("2016-03-15")))]))
        part = planned.between(day(first), day(last))

        assert [item.id for item in part.unplaced] + [each.id for each in part.occasions] == kept

    def test_of_a_body_are_the_days_and_what_has_no_day_of_that_body(self) -> None:
        given = collaboration(
            activities=[
                Activity("kurs", Text("Kurs"), OnDate(day("2016-03-15")), body="grupp"),
                Activity("fest", Text("Fest"), InYear(2016), body="styrelse"),
            ]
        )
        planned = schedule(given)

        assert [each.id for each in planned.of("grupp").occasions] == ["kurs"]
        assert planned.of("styrelse").occasions == ()
        assert [item.id for item in planned.of("styrelse").unplaced] == ["fest"]
        assert planned.of("grupp").unplaced == ()

    def test_a_term_is_a_half_year(self) -> None:
        planned = schedule(collaboration())

        assert planned.in_term(HT16).meetings[0].id == "var-14/2016-07-08"
        assert ids(planned.in_term(VT16)) + ids(planned.in_term(HT16)) == ids(planned)

    def test_of_a_seat_are_the_meetings_of_the_bodies_that_list_it(self) -> None:
        assert ids(schedule(collaboration()).of_seat("s-1")) == ["ks", "gemensamt"]

    def test_of_an_organisation_are_the_meetings_where_it_has_a_seat(self) -> None:
        planned = schedule(collaboration())

        assert ids(planned.of_organisation("kommun")) == [name for name in ids(planned) if name != "dag"]
        assert "ks" not in ids(planned.of_organisation("af"))

    def test_an_unknown_name_is_told_with_the_nearest_one(self) -> None:
        planned = schedule(collaboration())
        with pytest.raises(UnknownNameError, match="there is no body “grup”; did you mean “grupp”"):
            planned.of("grup")
        with pytest.raises(UnknownNameError, match="there is no seat “g-3”"):
            planned.of_seat("g-3")
        with pytest.raises(UnknownNameError, match="there is no organisation with a seat “polisen”"):
            planned.of_organisation("polisen")


class TestQuestions:
    """What people ask a schedule."""

    def test_the_next_and_the_previous_meeting_take_place_on_another_day(self) -> None:
        series = Series("s", "grupp", EveryDays(14), day("2016-03-11"), day("2016-04-08"), on_holiday=OnHoliday.SKIP)
        planned = schedule(collaboration(series=[series], events=[]))
        after, before = planned.next(day("2016-03-11")), planned.previous(day("2016-04-08"))

        assert after is not None
        assert before is not None
        assert (after.date, before.date) == (day("2016-04-08"), day("2016-03-11"))
        assert planned.next(day("2016-04-08")) is None
        assert planned.previous(day("2016-03-11")) is None
        assert [str(meeting.date) for meeting in planned.taking_place] == ["2016-03-11", "2016-04-08"]

    def test_the_largest_gap_counts_only_what_takes_place(self) -> None:
        series = Series("s", "grupp", EveryDays(14), day("2016-03-11"), day("2016-05-06"), on_holiday=OnHoliday.SKIP)
        planned = schedule(collaboration(series=[series], events=[]))

        assert planned.largest_gap() == Gap(28, day("2016-03-11"), day("2016-04-08"))
        assert planned.largest_gap("grupp") == planned.largest_gap()
        assert planned.largest_gap("styrelse") is None

    def test_of_several_largest_gaps_the_first_is_told(self) -> None:
        given = [OnDate(day(each)) for each in ("2016-03-01", "2016-03-04", "2016-03-14", "2016-03-24", "2016-03-25")]
        events = [Event(f"e{n}", Text("E"), when) for n, when in enumerate([*given, given[-1]])]
        planned = schedule(collaboration(series=[], events=events))

        assert planned.largest_gap() == Gap(10, day("2016-03-04"), day("2016-03-14"))

    def test_meetings_are_counted_by_term(self) -> None:
        planned = schedule(collaboration())

        assert planned.per_term("grupp") == {VT16: 10, HT16: 7}
        assert planned.per_term("styrelse") == {VT16: 2}
