from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve

from samverkan.errors import dotted
from samverkan.model.activities import Change, OnHoliday, Series
from samverkan.model.cadence import Cadence, EveryDays, EveryWorkingDay, Per, Regularly, TimesPer, Weekday, WeeklyOn
from samverkan.model.facts import Claim, Disputed
from samverkan.model.names import Text
from samverkan.model.source import Source
from samverkan.model.values import ClockSpan
from samverkan.model.when import Often, Precision
from samverkan.planning.frequency import Count
from samverkan.planning.meeting import Status
from samverkan.planning.placing import Placed, place
from samverkan.planning.workdays import Break, Calendar

SWEDEN = Calendar.swedish(2015, 2017)
NAME = Text("Samverkansgrupp")
PATH = ("series", 0)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def series(every: Cadence, first: str, last: str, **more: Any) -> Series:  # noqa: ANN401  # any field of a series
    return Series("s", "grupp", every, day(first), day(last), **more)


def fridays(**more: Any) -> Series:  # noqa: ANN401  # any field of a series
    """Every second Friday from 11 March to 3 June 2016: Good Friday is the second."""
    return series(EveryDays(14), "2016-03-11", "2016-06-03", **more)


def placed(given: Series, calendar: Calendar | None = SWEDEN) -> Placed:
    return place(given, NAME, path=PATH, calendar=calendar)


def told(given: Series, calendar: Calendar | None = SWEDEN) -> list[tuple[str, str, str]]:
    return [
        (meeting.nominal.isoformat(), meeting.date.isoformat(), meeting.status.value)
        for meeting in placed(given, calendar).meetings
        if meeting.status is not Status.PLANNED
    ]


def faults(given: Series, calendar: Calendar | None = SWEDEN) -> list[tuple[str, str, str, str | None]]:
    found = placed(given, calendar).faults
    return [(dotted(fault.path), fault.code, fault.message, fault.nearest) for fault in found]


def moved(nominal: str, to: str) -> Change:
    return Change(day(f"2016-{nominal}"), date=day(f"2016-{to}"))


class TestFreeDays:
    """What the rule of a series for free days does to its meetings."""

    def test_keep_keeps(self) -> None:
        assert told(fridays()) == []

    def test_skip_skips_and_still_lists(self) -> None:
        given = fridays(on_holiday=OnHoliday.SKIP)

        assert told(given) == [("2016-03-25", "2016-03-25", "skipped")]
        assert str(placed(given).meetings[1].reason) == "2016-03-25 is Good Friday"
        assert faults(given) == []

    def test_later_is_the_next_working_day(self) -> None:
        assert told(fridays(on_holiday=OnHoliday.MOVE_LATER)) == [("2016-03-25", "2016-03-29", "moved")]

    def test_earlier_is_the_working_day_before(self) -> None:
        assert told(fridays(on_holiday=OnHoliday.MOVE_EARLIER)) == [("2016-03-25", "2016-03-24", "moved")]

    def test_forbid_tells_every_collision(self) -> None:
        calendar = evolve(SWEDEN, squeeze_days_free=True)

        assert faults(fridays(on_holiday=OnHoliday.FORBID), calendar) == [
            ("series[0].on_holiday", "meeting-on-free-day", f"a meeting of “s” falls on a free day: {reason}", None)
            for reason in (
                "2016-03-25 is Good Friday",
                "2016-05-06 is a squeeze day, single between two free days",
            )
        ]

    def test_a_break_is_avoided_like_a_holiday(self) -> None:
        easter = evolve(SWEDEN, breaks=[Break("påsklov", day("2016-03-29"), day("2016-04-01"))])

        assert told(fridays(on_holiday=OnHoliday.MOVE_LATER), easter) == [("2016-03-25", "2016-04-04", "moved")]

    def test_a_meeting_moved_onto_another_is_merged_into_it(self) -> None:
        given = series(EveryDays(4), "2016-03-25", "2016-04-02", on_holiday=OnHoliday.MOVE_LATER)

        assert told(given) == [
            ("2016-03-25", "2016-03-29", "merged"),
            ("2016-04-02", "2016-04-02", "skipped"),
        ]
        assert str(placed(given).meetings[0].reason) == "the series already meets on 2016-03-29"

    def test_of_two_meetings_moved_onto_one_day_the_second_is_merged(self) -> None:
        given = series(EveryDays(3), "2016-03-25", "2016-03-31", on_holiday=OnHoliday.MOVE_LATER)

        assert told(given) == [("2016-03-25", "2016-03-29", "moved"), ("2016-03-28", "2016-03-29", "merged")]

    def test_a_meeting_is_never_moved_out_of_its_series(self) -> None:
        given = series(EveryDays(14), "2016-03-11", "2016-03-28", on_holiday=OnHoliday.MOVE_LATER)

        assert told(given) == [("2016-03-25", "2016-03-25", "skipped")]
        assert str(placed(given).meetings[1].reason) == (
            "2016-03-25 is free, and no working day is left in the series to move to"
        )

    @pytest.mark.parametrize(
        ("policy", "first", "last", "to"),
        [
            (OnHoliday.MOVE_LATER, "2016-03-24", "2016-03-29", "2016-03-29"),
            (OnHoliday.MOVE_LATER, "2016-03-24", "2016-03-28", None),
            (OnHoliday.MOVE_EARLIER, "2016-03-24", "2016-03-29", "2016-03-24"),
            (OnHoliday.MOVE_EARLIER, "2016-03-25", "2016-03-29", None),
        ],
    )
    def test_the_first_and_the_last_day_of_a_series_can_be_moved_to(
        self, policy: OnHoliday, first: str, last: str, to: str | None
    ) -> None:
        given = series(WeeklyOn([Weekday.FRIDAY]), first, last, on_holiday=policy)

        assert told(given) == [("2016-03-25", to or "2016-03-25", "moved" if to else "skipped")]

    def test_without_a_calendar_the_free_days_are_those_of_sweden(self) -> None:
        assert told(fridays(on_holiday=OnHoliday.SKIP), None) == [("2016-03-25", "2016-03-25", "skipped")]

    def test_years_whose_holidays_are_not_known_are_a_fault(self) -> None:
        given = series(EveryDays(14), "2150-01-01", "2150-02-01", on_holiday=OnHoliday.SKIP)

        message = "no holidays are known from 2149 to 2151"
        assert faults(given, None) == [("series[0].every", "unknown-holidays", message, None)]


class TestChanges:
    """What changes by hand do to the meetings of a series."""

    def test_a_meeting_moved_by_hand_keeps_its_id(self) -> None:
        change = Change(day("2016-04-08"), date=day("2016-04-11"), reason=Text("sjukdom"))
        meeting = placed(fridays(changes=[change])).meetings[2]

        assert (meeting.id, meeting.date, meeting.status) == ("s/2016-04-08", day("2016-04-11"), Status.MOVED)
        assert str(meeting.reason) == "sjukdom"

    def test_a_cancelled_meeting_stays_listed(self) -> None:
        change = Change(day("2016-04-08"), cancelled=True)

        assert told(fridays(changes=[change])) == [("2016-04-08", "2016-04-08", "cancelled")]
        assert str(placed(fridays(changes=[change])).meetings[2].reason) == "cancelled by hand"

    def test_a_change_of_the_hour_alone_leaves_the_day(self) -> None:
        change = Change(day("2016-04-08"), time=ClockSpan.parse("09.00–10.00"), reason=Text("lokalbrist"))
        given = fridays(changes=[change], time=ClockSpan.parse("13.00–14.00"))
        meetings = placed(given).meetings

        assert [str(meeting.clock) for meeting in meetings[1:4]] == ["13.00–14.00", "09.00–10.00", "13.00–14.00"]
        assert (meetings[2].status, str(meetings[2].reason)) == (Status.PLANNED, "lokalbrist")

    def test_a_change_by_hand_goes_before_the_rule_for_free_days(self) -> None:
        stay = Change(day("2016-03-25"), date=day("2016-03-25"))
        move = Change(day("2016-03-25"), date=day("2016-03-23"))

        assert told(fridays(on_holiday=OnHoliday.SKIP, changes=[stay])) == []
        assert told(fridays(on_holiday=OnHoliday.SKIP, changes=[move])) == [("2016-03-25", "2016-03-23", "moved")]

    def test_a_change_of_the_hour_leaves_the_rule_for_free_days_at_work(self) -> None:
        change = Change(day("2016-03-25"), time=ClockSpan.parse("09.00"))
        meeting = placed(fridays(on_holiday=OnHoliday.MOVE_LATER, changes=[change])).meetings[1]

        assert (meeting.date, str(meeting.clock), str(meeting.reason)) == (
            day("2016-03-29"),
            "09.00",
            "2016-03-25 is Good Friday",
        )

    def test_a_collision_that_a_change_takes_away_is_no_longer_forbidden(self) -> None:
        moved = Change(day("2016-03-25"), date=day("2016-03-23"))
        cancelled = Change(day("2016-03-25"), cancelled=True)
        for change in (moved, cancelled):
            assert faults(fridays(on_holiday=OnHoliday.FORBID, changes=[change])) == []

    def test_a_collision_stays_forbidden_where_only_the_hour_is_changed(self) -> None:
        change = Change(day("2016-03-25"), time=ClockSpan.parse("09.00"))

        assert [where for where, *_ in faults(fridays(on_holiday=OnHoliday.FORBID, changes=[change]))] == [
            "series[0].on_holiday"
        ]

    def test_a_change_keeps_its_hour_and_its_reason(self) -> None:
        told = ClockSpan.parse("09.00"), False, Text("lokalbrist")
        for to in (day("2016-04-08"), day("2016-04-11")):
            meeting = placed(fridays(changes=[Change(day("2016-04-08"), to, *told)])).meetings[2]
            assert (str(meeting.clock), str(meeting.reason)) == ("09.00", "lokalbrist")
        cancelled = Change(day("2016-04-08"), cancelled=True, reason=Text("sjukdom"))
        assert str(placed(fridays(changes=[cancelled])).meetings[2].reason) == "sjukdom"
        assert str(placed(fridays(changes=[moved("04-08", "04-11")])).meetings[2].reason) == "moved by hand"
        assert placed(fridays(changes=[moved("04-08", "04-08")])).meetings[2].reason is None

    def test_nobody_moves_a_meeting_onto_a_forbidden_day(self) -> None:
        changes = [Change(day("2016-03-25"), date=day("2016-03-28"))]
        found = placed(fridays(on_holiday=OnHoliday.FORBID, changes=changes)).faults

        assert [(fault.path, fault.code) for fault in found] == [
            (("series", 0, "changes", 0, "date"), "meeting-on-free-day")
        ]

    def test_a_day_chosen_by_hand_whose_holidays_are_not_known_is_a_fault_of_the_change(self) -> None:
        changes = [Change(day("2016-03-25"), date=day("2019-03-22")), Change(day("2016-04-08"), date=day("2016-05-01"))]

        assert faults(fridays(on_holiday=OnHoliday.FORBID, changes=changes)) == [
            ("series[0].changes[0].date", "unknown-holidays", "the holidays of 2019-03-22 are not known", None),
            (
                "series[0].changes[1].date",
                "meeting-on-free-day",
                "a meeting of “s” falls on a free day: 2016-05-01 is May Day",
                None,
            ),
        ]

    def test_without_a_calendar_the_holidays_of_a_day_chosen_by_hand_are_known(self) -> None:
        moved = [Change(day("2016-03-25"), date=day("2019-03-22"))]
        beyond = [Change(day("2016-03-25"), date=day("2101-03-25"))]

        assert faults(fridays(on_holiday=OnHoliday.FORBID, changes=moved), None) == []
        assert [place for place, *_ in faults(fridays(on_holiday=OnHoliday.FORBID, changes=beyond), None)] == [
            "series[0].changes[0].date"
        ]

    def test_a_meeting_moved_by_hand_onto_another_is_merged(self) -> None:
        change = Change(day("2016-04-08"), date=day("2016-04-22"))

        assert told(fridays(changes=[change])) == [("2016-04-08", "2016-04-22", "merged")]

    def test_a_meeting_moved_by_hand_is_held_before_one_moved_by_rule(self) -> None:
        change = Change(day("2016-04-08"), date=day("2016-03-29"))
        given = fridays(on_holiday=OnHoliday.MOVE_LATER, changes=[change])

        assert told(given) == [("2016-03-25", "2016-03-29", "merged"), ("2016-04-08", "2016-03-29", "moved")]

    def test_of_two_meetings_moved_by_hand_onto_one_day_the_earlier_one_is_held(self) -> None:
        changes = [moved("04-08", "04-11"), moved("04-22", "04-11")]
        for given in (changes, changes[::-1]):
            assert told(fridays(changes=given)) == [
                ("2016-04-08", "2016-04-11", "moved"),
                ("2016-04-22", "2016-04-11", "merged"),
            ]

    @pytest.mark.parametrize(
        ("change", "status"),
        [
            (Change(dt.date(2016, 4, 22), date=dt.date(2016, 4, 25)), "moved"),
            (Change(dt.date(2016, 4, 22), cancelled=True), "moved"),
            (Change(dt.date(2016, 4, 22), date=dt.date(2016, 4, 22)), "merged"),
            (Change(dt.date(2016, 4, 22), time=ClockSpan.parse("09.00")), "merged"),
        ],
    )
    def test_a_day_that_its_own_meeting_has_left_is_no_longer_taken(self, change: Change, status: str) -> None:
        assert ("2016-04-08", "2016-04-22", status) in told(fridays(changes=[moved("04-08", "04-22"), change]))

    def test_a_meeting_may_be_moved_by_hand_beyond_the_last_day_of_its_series(self) -> None:
        assert told(fridays(changes=[moved("06-03", "06-20")])) == [("2016-06-03", "2016-06-20", "moved")]

    def test_halfway_between_two_meetings_the_earlier_is_the_nearest(self) -> None:
        assert [near for *_, near in faults(fridays(changes=[moved("04-15", "04-16")]))] == ["2016-04-08"]

    def test_a_change_of_no_meeting_is_a_fault_with_the_nearest_one(self) -> None:
        given = fridays(changes=[Change(day("2016-04-09"), cancelled=True), Change(day("2016-05-29"), cancelled=True)])

        message = "the series has no meeting on 2016-{} to change"
        assert faults(given) == [
            ("series[0].changes[0].nominal", "no-such-meeting", message.format("04-09"), "2016-04-08"),
            ("series[0].changes[1].nominal", "no-such-meeting", message.format("05-29"), "2016-06-03"),
        ]

    def test_a_change_of_a_series_without_dates_is_a_fault_without_a_guess(self) -> None:
        given = fridays(changes=[Change(day("2016-04-08"), cancelled=True)])

        assert [fault.nearest for fault in placed(evolve(given, every=Regularly())).faults] == [None]

    def test_two_changes_to_one_meeting_are_a_fault(self) -> None:
        change = Change(day("2016-04-08"), cancelled=True)

        message = "the meeting of 2016-04-08 is changed twice"
        assert faults(fridays(changes=[change, change])) == [
            ("series[0].changes[1].nominal", "duplicate-change", message, None)
        ]


def test_ids_are_made_of_the_series_and_the_nominal_date() -> None:
    assert [meeting.id for meeting in placed(fridays()).meetings][:2] == ["s/2016-03-11", "s/2016-03-25"]


def test_a_disputed_hour_is_no_hour() -> None:
    dispute = Disputed([Claim(ClockSpan.parse("09.00")), Claim(ClockSpan.parse("10.00"))])

    assert {meeting.clock for meeting in placed(fridays(time=dispute)).meetings} == {None}


@pytest.mark.parametrize(
    ("every", "count"),
    [
        (TimesPer(2, Per.TERM, approximate=True), Count(per=Per.TERM, least=1)),
        (Regularly(), None),
    ],
)
def test_a_series_that_no_source_counts_is_unplaced(every: Cadence, count: Count | None) -> None:
    given = series(every, "2016-01-11", "2016-06-14", source=Source("slide 19"))
    (item,) = placed(given).unplaced

    assert placed(given).meetings == []
    assert (item.id, item.body, item.precision, item.count) == ("s", "grupp", Precision.FREQUENCY, count)
    assert (item.earliest, item.latest) == (given.from_, given.to)
    assert (item.name, item.whens, item.items, item.cancelled) == (NAME, (Often(every),), ("s",), False)
    assert item.sources == (Source("slide 19"),)
    assert placed(evolve(given, source=None)).unplaced == [evolve(item, sources=())]


def test_a_shortage_of_working_days_is_reported() -> None:
    given = series(TimesPer(3, Per.WEEK), "2016-03-07", "2016-03-20")
    closed = evolve(SWEDEN, breaks=[Break("lov", day("2016-03-08"), day("2016-03-13"))])
    result = placed(given, closed)
    (short,) = result.unplaced

    assert len(result.meetings) == 4
    assert (short.id, short.precision) == ("s/2016-W10", Precision.WEEK)
    assert short.count == Count(per=Per.WEEK, least=2, most=2)
    assert (short.earliest, short.latest) == (day("2016-03-07"), day("2016-03-13"))
    assert str(short.reason) == "2 meetings have no working day left in 2016-W10"
    assert (short.name, short.bodies, short.items, short.sources) == (NAME, ("grupp",), ("s",), ())
    (one,) = placed(evolve(given, every=TimesPer(2, Per.WEEK), source=Source("slide 19")), closed).unplaced
    assert str(one.reason) == "1 meeting has no working day left in 2016-W10"
    assert one.sources == (Source("slide 19"),)


def test_without_a_calendar_the_days_of_a_week_that_the_series_cuts_are_known_too() -> None:
    for first, last in (("2016-01-01", "2016-01-04"), ("2015-12-30", "2015-12-31")):
        given = series(TimesPer(5, Per.WEEK), first, last)
        dates = [str(meeting.date) for meeting in placed(given, None).meetings]
        assert (faults(given, None), dates[-1]) == ([], last if last > "2016" else "2015-12-30")


def test_a_series_of_two_hundred_years_is_computed_and_a_longer_one_is_not() -> None:
    every = EveryDays(210)

    assert len(placed(series(every, "1900-12-31", "2100-01-01")).meetings) == 347
    assert faults(series(every, "1900-01-01", "2101-01-01")) == [
        (
            "series[0].every",
            "too-long-series",
            "the series from 1900-01-01 to 2101-01-01 is longer than 200 years",
            None,
        )
    ]


def test_too_many_meetings_are_a_fault_of_the_series() -> None:
    given = series(EveryDays(1), "1900-01-01", "2100-01-01")

    message = "the rule gives more than 10000 dates from 1900-01-01 to 2100-01-01"
    assert faults(given) == [("series[0].every", "too-many-meetings", message, None)]


def test_a_series_on_working_days_looks_at_the_calendar() -> None:
    given = series(EveryWorkingDay(), "2016-03-24", "2016-03-29")

    assert [meeting.date for meeting in placed(given, None).meetings] == [day("2016-03-24"), day("2016-03-29")]
