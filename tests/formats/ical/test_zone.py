from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given

from samverkan.formats.ical.zone import FIRST_YEAR, VTIMEZONE, hours, is_changing
from samverkan.model.values import ClockSpan
from samverkan.planning.moment import moments
from samverkan.testing.strategies import clock_spans, dates

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def offset(moment: dt.datetime) -> dt.timedelta | None:
    return moment.replace(tzinfo=STOCKHOLM).utcoffset()


def midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())


def test_the_clock_is_changed_on_the_days_of_the_rules_and_on_no_other() -> None:
    for number in range(dt.date(FIRST_YEAR, 1, 1).toordinal(), dt.date(2100, 1, 1).toordinal()):
        day = dt.date.fromordinal(number)
        assert (offset(midnight(day)) != offset(midnight(day + dt.timedelta(1)))) == is_changing(day), day


def test_the_yearly_rules_change_the_clock_when_it_is_changed() -> None:
    told = dict(line.split(":", 1) for line in VTIMEZONE[3:5])
    spring = rrulestr(told["RRULE"], dtstart=dt.datetime.fromisoformat(told["DTSTART"]))
    for moment in spring.between(midnight(dt.date(FIRST_YEAR, 1, 1)), midnight(dt.date(2100, 1, 1))):
        assert offset(moment - dt.timedelta(minutes=1)) == dt.timedelta(hours=1)
        assert offset(moment + dt.timedelta(hours=1)) == dt.timedelta(hours=2)


@pytest.mark.parametrize(
    ("day", "clock", "start", "end"),
    [
        ("2016-03-04", "13.00–15.30", ";TZID=Europe/Stockholm:20160304T130000", "0304T153000"),
        ("2016-03-27", "13.00–15.30", ";TZID=Europe/Stockholm:20160327T130000", "0327T153000"),
        ("2016-03-27", "02.30–04.00", ":20160327T013000Z", "20160327T020000Z"),  # 02.30 never comes, so 03.30 is meant
        ("2016-03-27", "02.45–03.15", ":20160327T014500Z", "20160327T021500Z"),  # and the half hour is kept
        ("2016-10-30", "02.30–04.00", ":20161030T003000Z", "20161030T030000Z"),  # the first of two
        ("1995-09-30", "13.00–15.30", ":19950930T120000Z", "19950930T143000Z"),  # summer time had ended in September
    ],
)
def test_an_hour_is_local_where_all_readers_agree_on_it_and_in_utc_elsewhere(
    day: str, clock: str, start: str, end: str
) -> None:
    told = hours(dt.date.fromisoformat(day), ClockSpan.parse(clock))

    assert told[0] == start
    assert told[1] is not None
    assert told[1].endswith(end)
    assert start.endswith("Z") == told[1].endswith("Z")


def test_an_end_that_is_not_known_is_not_told() -> None:
    assert hours(dt.date(2016, 3, 4), ClockSpan.parse("18.00")) == (";TZID=Europe/Stockholm:20160304T180000", None)


@given(dates(), clock_spans())
def test_what_is_told_is_the_moment_of_the_meeting(day: dt.date, clock: ClockSpan) -> None:
    for told, moment in zip(hours(day, clock), moments(day, clock), strict=True):
        if told is None:
            assert moment is None
            continue
        zone, _, text = told.partition(":")
        read = dt.datetime.fromisoformat(text)
        there = read if text.endswith("Z") else read.replace(tzinfo=STOCKHOLM)
        assert there.timestamp() == moment.timestamp()  # two zones never compare as equal within the doubled hour
        assert zone == ("" if text.endswith("Z") else ";TZID=Europe/Stockholm")
