from __future__ import annotations

import datetime as dt

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from samverkan.formats.ical import busy
from samverkan.model.names import Text
from samverkan.model.values import ClockSpan
from samverkan.planning.clashes import ClashKind
from samverkan.planning.meeting import Meeting, Status, in_order
from samverkan.planning.moment import moment
from samverkan.planning.occupied import Occupied, clashes_with
from samverkan.planning.schedule import Schedule

FRIDAY = dt.date(2016, 3, 4)
CERTAIN, POSSIBLE = ClashKind.CERTAIN, ClashKind.POSSIBLE


@frozen
class Time:
    start: dt.datetime
    end: dt.datetime
    whole_day: bool = False


def taken(clock: str | None, day: dt.date = FRIDAY, days: int = 1) -> Time:
    if clock is None:
        return Time(moment(day, dt.time()), moment(day + dt.timedelta(days=days), dt.time()), whole_day=True)
    span = ClockSpan.parse(clock)
    return Time(moment(day, span.start), moment(day, span.end or span.start))


def meeting(clock: str | None, *, day: dt.date = FRIDAY, id_: str = "m", status: Status = Status.PLANNED) -> Meeting:
    hours = None if clock is None else ClockSpan.parse(clock)
    return Meeting(id_, ("a",), Text("Mötet"), day, day, hours, status=status)


def found(one: Meeting, *times: Time) -> list[Occupied]:
    return list(clashes_with(Schedule(collaboration="c", meetings=(one,)), times))


@pytest.mark.parametrize(
    ("clock", "time", "kind"),
    [
        ("13.00–15.00", "14.00–16.00", CERTAIN),
        ("13.00–15.00", "12.00–13.30", CERTAIN),
        ("13.00–15.00", "15.00–16.00", None),
        ("13.00–15.00", "11.00–13.00", None),
        ("13.00", "12.00–14.00", CERTAIN),
        ("13.00", "13.00–14.00", CERTAIN),
        ("13.00", "14.00–15.00", POSSIBLE),
        ("13.00", "11.00–12.00", None),
        ("13.00–15.00", "14.00", CERTAIN),
        ("13.00–15.00", "12.00", POSSIBLE),
        ("13.00–15.00", "15.00", None),
        ("13.00–15.00", None, POSSIBLE),
        (None, "14.00–15.00", POSSIBLE),
        (None, None, POSSIBLE),
    ],
)
def test_what_overlaps_is_certain_and_what_may_overlap_is_possible(
    clock: str | None, time: str | None, kind: ClashKind | None
) -> None:
    assert [each.kind for each in found(meeting(clock), taken(time))] == ([] if kind is None else [kind])


def test_it_tells_the_meeting_and_the_time_that_is_taken() -> None:
    time = taken("14.00–16.00")
    certain, possible = found(meeting("13.00–15.00"), time), found(meeting(None), time)

    assert [(each.meeting, each.start, each.end) for each in certain] == [("m", time.start, time.end)]
    assert str(certain[0].why) == "Mötet on 2016-03-04 lies in a time that is taken"
    assert str(possible[0].why) == "Mötet on 2016-03-04 may lie in a time that is taken"


def test_a_time_of_several_days_takes_each_of_them() -> None:
    long = Time(moment(FRIDAY - dt.timedelta(days=2), dt.time(9)), moment(FRIDAY, dt.time(14)))

    assert [each.kind for each in found(meeting("13.00–15.00"), long, taken("18.00–19.00"))] == [CERTAIN]
    assert found(meeting("14.00–15.00"), long) == []
    assert [each.kind for each in found(meeting(None), taken(None, FRIDAY - dt.timedelta(days=3), days=7))] == [
        POSSIBLE
    ]


def test_a_time_without_a_length_at_midnight_belongs_to_the_day_that_begins() -> None:
    midnight = taken("00.00")

    assert [each.kind for each in found(meeting(None), midnight)] == [POSSIBLE]
    assert [each.kind for each in found(meeting("00.00"), midnight)] == [CERTAIN]
    assert found(meeting(None, day=FRIDAY - dt.timedelta(days=1)), midnight) == []
    assert found(meeting(None, day=FRIDAY + dt.timedelta(days=1)), midnight) == []


def test_another_day_takes_nothing() -> None:
    assert (
        found(meeting(None), taken(None, FRIDAY + dt.timedelta(days=1)), taken(None, FRIDAY - dt.timedelta(days=1)))
        == []
    )


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.SKIPPED, Status.MERGED])
def test_a_meeting_that_does_not_take_place_needs_no_time(status: Status) -> None:
    assert found(meeting("13.00–15.00", status=status), taken("13.00–15.00")) == []


def test_hours_in_the_doubled_hour_are_compared_as_moments() -> None:
    night = dt.date(2026, 10, 25)
    first_two = moment(night, dt.time(2))
    second_two = Time(first_two + dt.timedelta(hours=1), first_two + dt.timedelta(hours=2))

    assert found(meeting("01.00–02.00", day=night), second_two) == []
    assert [each.kind for each in found(meeting("01.00–03.00", day=night), second_two)] == [CERTAIN]


def test_the_busy_times_of_a_calendar_file_will_do() -> None:
    calendar = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20160101T000000Z\r\n"
        "DTSTART:20160226T130000Z\r\nDTEND:20160226T140000Z\r\nRRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    times = busy(calendar.encode(), first=FRIDAY, last=FRIDAY)
    planned = Schedule(collaboration="c", meetings=(meeting("13.00–14.30"),))

    assert [each.kind for each in clashes_with(planned, times)] == [CERTAIN]


CLOCKS = st.sampled_from([None, "08.00", "09.00", "08.00–09.00", "08.30–10.00", "11.00–12.00"])
DAYS = st.integers(0, 4).map(lambda days: FRIDAY + dt.timedelta(days=days))
TIMES = st.builds(taken, CLOCKS, DAYS, st.integers(1, 3))


class TestOccupied:
    """A meeting clashes with each busy time that its day holds part of, unless both have hours that lie apart."""

    @given(st.lists(st.tuples(CLOCKS, DAYS), max_size=5), st.lists(TIMES, max_size=6))
    def test_each_pair_is_found_and_no_other(self, plan: list[tuple[str | None, dt.date]], times: list[Time]) -> None:
        meetings = [meeting(clock, day=day, id_=f"{number}") for number, (clock, day) in enumerate(plan)]
        planned = Schedule(collaboration="c", meetings=tuple(sorted(meetings, key=in_order)))
        expected = {(one.id, time.start, time.end) for one in meetings for time in times if may_overlap(one, time)}

        assert {(each.meeting, each.start, each.end) for each in clashes_with(planned, times)} == expected


def may_overlap(one: Meeting, time: Time) -> bool:
    midnight, next_midnight = (moment(one.date + dt.timedelta(days=days), dt.time()) for days in (0, 1))
    on_the_day = time.start < next_midnight and (time.end > midnight or time.start >= midnight)
    if one.start is None or time.whole_day or not on_the_day:
        return on_the_day
    ends = one.end or next_midnight
    until = next_midnight if time.end == time.start else time.end
    return one.start < until and time.start < ends
