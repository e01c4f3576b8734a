from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.model.values import ClockSpan
from samverkan.planning.moment import moment, moments


@pytest.mark.parametrize(
    ("day", "clock", "expected"),
    [
        ((2016, 1, 25), "13.00", "2016-01-25T13:00:00+01:00"),
        ((2016, 4, 4), "13.00", "2016-04-04T13:00:00+02:00"),
        ((2026, 3, 29), "01.59", "2026-03-29T01:59:00+01:00"),
        ((2026, 3, 29), "02.00", "2026-03-29T03:00:00+02:00"),
        ((2026, 3, 29), "02.30", "2026-03-29T03:30:00+02:00"),
        ((2026, 3, 29), "03.00", "2026-03-29T03:00:00+02:00"),
        ((2026, 10, 25), "02.30", "2026-10-25T02:30:00+02:00"),
        ((2026, 10, 25), "03.00", "2026-10-25T03:00:00+01:00"),
    ],
)
def test_a_clock_time_is_a_moment_in_stockholm(day: tuple[int, int, int], clock: str, expected: str) -> None:
    assert moment(dt.date(*day), ClockSpan.parse(clock).start).isoformat() == expected


@pytest.mark.parametrize(
    ("clock", "start", "end", "minutes"),
    [
        ("02.30–03.15", "03:30:00+02:00", "04:15:00+02:00", 45),
        ("02.15–02.45", "03:15:00+02:00", "03:45:00+02:00", 30),
        ("02.00–03.00", "03:00:00+02:00", "04:00:00+02:00", 60),
        ("02.30–04.00", "03:30:00+02:00", "04:00:00+02:00", 30),
        ("01.30–03.30", "01:30:00+01:00", "03:30:00+02:00", 60),
    ],
)
def test_meetings_over_the_missing_hour(clock: str, start: str, end: str, minutes: int) -> None:
    first, last = moments(dt.date(2026, 3, 29), ClockSpan.parse(clock))

    assert last is not None
    assert first.isoformat().endswith(start)
    assert last.isoformat().endswith(end)
    assert (last - first).in_minutes() == minutes


def test_a_meeting_over_the_doubled_hour_lasts_an_hour_longer_than_the_clock_shows() -> None:
    first, last = moments(dt.date(2026, 10, 25), ClockSpan.parse("01.30–03.30"))

    assert last is not None
    assert (last - first).in_hours() == 3


def test_no_stated_end_is_no_end() -> None:
    assert moments(dt.date(2026, 3, 29), ClockSpan.parse("18.00"))[1] is None


minutes_of_a_day = st.builds(dt.time, st.integers(0, 23), st.integers(0, 59))


@given(
    st.dates(dt.date(1953, 1, 1), dt.date(2100, 12, 31)),
    st.lists(minutes_of_a_day, min_size=2, max_size=2, unique=True),
)
def test_a_meeting_always_ends_after_it_starts(day: dt.date, clock: list[dt.time]) -> None:
    start, end = moments(day, ClockSpan(*sorted(clock)))

    assert end is not None
    assert end > start
    assert start.timezone_name == "Europe/Stockholm"


@given(st.dates(dt.date(1953, 1, 1), dt.date(2100, 12, 31)), st.times(dt.time(4)))
def test_by_day_the_clock_shows_what_was_stated(day: dt.date, clock: dt.time) -> None:
    assert moment(day, clock).naive() == dt.datetime.combine(day, clock)
