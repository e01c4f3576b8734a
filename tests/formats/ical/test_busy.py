from __future__ import annotations

import datetime as dt
import sys
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from samverkan.errors import InvalidCollaborationError, SamverkanError, UnreadableFileError
from samverkan.formats.ical import Busy, busy, feed
from samverkan.planning.moment import moments
from samverkan.planning.schedule import schedule
from samverkan.testing.strategies import collaborations

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration

SPRING = {"first": dt.date(2016, 1, 1), "last": dt.date(2016, 6, 30)}


def calendar(body: str) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN", *body.strip().splitlines(), "END:VCALENDAR", ""]
    return "\r\n".join(line.strip() for line in lines).encode()


def event(body: str) -> bytes:
    return calendar(f"BEGIN:VEVENT\nUID:a\nDTSTAMP:20160101T000000Z\n{body.strip()}\nEND:VEVENT")


def taken(raw: bytes, **period: dt.date) -> list[str]:
    """Give the times as ``2016-03-04 13:00 14:00``, whole days as their days."""
    found = busy(raw, **(period or SPRING))
    return [
        f"{each.start:%Y-%m-%d}/{each.end:%d}" if each.whole_day else f"{each.start:%Y-%m-%d %H:%M} {each.end:%H:%M}"
        for each in found
    ]


PIECES = [
    "DTSTART:20160304T130000",
    "DTSTART;TZID=Europe/Stockholm:20160327T023000",
    "DTSTART;VALUE=DATE:20160304",
    "DTSTART:99991231T235959Z",
    "DTSTART:00010101T000000",
    "DTEND:20160304T120000Z",
    "DTEND;VALUE=DATE:20160301",
    "DURATION:PT1H",
    "DURATION:-P1W",
    "DURATION:P1",
    "RRULE:FREQ=WEEKLY",
    "RRULE:FREQ=WEEKLY;UNTIL=20160401",
    "RRULE:FREQ=MONTHLY;BYDAY=5XX",
    "RRULE:",
    "RRULE:FREQ=DAILY;COUNT=0",
    "RRULE:FREQ=YEARLY;BYSETPOS=1000",
    "EXDATE:20160311T130000Z",
    "EXDATE;VALUE=DATE:20160311",
    "EXDATE:",
    "RDATE;VALUE=PERIOD:20160305T090000Z/PT2H",
    "RECURRENCE-ID:20160311T130000",
    "RECURRENCE-ID;RANGE=THISANDFUTURE:20160311",
    "SEQUENCE:x",
    "UID:",
    "STATUS:CANCELLED",
    "FREEBUSY:20160304T120000Z/PT1H",
    "X-WR-TIMEZONE:Nowhere",
    "BEGIN:VEVENT",
    "END:VEVENT",
    "BEGIN:VFREEBUSY",
    "END:VFREEBUSY",
    "BEGIN:VTIMEZONE",
    "END:VTIMEZONE",
    "TZID:",
    ";",
    ":",
    " folded",
]
ONE_HOUR = ["2016-03-04 13:00 14:00"]


@pytest.mark.parametrize(
    ("body", "times"),
    [
        ("DTSTART;TZID=Europe/Stockholm:20160304T130000\nDURATION:PT1H", ONE_HOUR),
        ("DTSTART:20160304T120000Z\nDTEND:20160304T130000Z", ONE_HOUR),
        ("DTSTART:20160304T130000\nDTEND:20160304T140000", ONE_HOUR),
        ("DTSTART;TZID=America/New_York:20160304T070000\nDURATION:PT1H", ONE_HOUR),
        ("DTSTART;TZID=W. Europe Standard Time:20160304T130000\nDURATION:PT1H", ONE_HOUR),
        ("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20160304T130000\nDURATION:PT1H", ONE_HOUR),
        ("DTSTART:20160304T130000", ["2016-03-04 13:00 13:00"]),
        ("DTSTART;VALUE=DATE:20160304\nDTEND;VALUE=DATE:20160306", ["2016-03-04/06"]),
        ("DTSTART;VALUE=DATE:20160304", ["2016-03-04/05"]),
        ("DTSTART:20160304T130000\nDURATION:PT1H\nSTATUS:CANCELLED", []),
        ("DTSTART:20160304T130000\nDURATION:PT1H\nTRANSP:TRANSPARENT", []),
        ("DTSTART:20151231T230000\nDURATION:PT2H", ["2015-12-31 23:00 01:00"]),
        ("DTSTART:20151231T230000\nDURATION:PT1H", []),
        ("DTSTART;TZID=America/New_York:20160630T190000\nDURATION:PT1H", []),  # 1 July in Sweden
        ("DTSTART:20160327T023000\nDURATION:PT1H", ["2016-03-27 03:30 04:30"]),
    ],
)
def test_a_time_is_swedens_however_it_is_told(body: str, times: list[str]) -> None:
    assert taken(event(body)) == times


@pytest.mark.parametrize(
    ("body", "times"),
    [
        (
            "DTSTART:20160304T130000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20160311T130000",
            [*ONE_HOUR, "2016-03-18 13:00 14:00"],
        ),
        (
            "DTSTART:20160304T130000\nDURATION:PT1H\nRDATE:20160305T090000",
            [*ONE_HOUR, "2016-03-05 09:00 10:00"],
        ),
        (
            "DTSTART:20000601T130000\nDURATION:PT1H\nRRULE:FREQ=YEARLY",
            ["2016-06-01 13:00 14:00"],
        ),
        (
            "DTSTART;TZID=Europe/Stockholm:20160325T130000\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=20160328T110000Z",
            [f"2016-03-{day} 13:00 14:00" for day in (25, 26, 27, 28)],
        ),
        (
            "DTSTART:20160304T130000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=-1;BYMONTH=3;BYMONTHDAY=4",
            ONE_HOUR,
        ),
        (
            "DTSTART;VALUE=DATE:20160629\nRRULE:FREQ=DAILY",
            ["2016-06-29/30", "2016-06-30/01"],
        ),
        (
            "DTSTART:20160304T130000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2\nRRULE:FREQ=WEEKLY;COUNT=2",
            [*ONE_HOUR, "2016-03-05 13:00 14:00", "2016-03-11 13:00 14:00"],
        ),
    ],
)
def test_recurrences_are_followed_with_their_exceptions(body: str, times: list[str]) -> None:
    assert taken(event(body)) == times


def test_a_moved_instance_is_where_it_was_moved_to_and_a_cancelled_one_is_not() -> None:
    raw = calendar(
        """
        BEGIN:VEVENT
        UID:a
        DTSTART;TZID=Europe/Stockholm:20160304T130000
        DURATION:PT1H
        RRULE:FREQ=WEEKLY;COUNT=3
        END:VEVENT
        BEGIN:VEVENT
        UID:a
        RECURRENCE-ID;TZID=Europe/Stockholm:20160311T130000
        DTSTART;TZID=Europe/Stockholm:20160312T090000
        DURATION:PT2H
        END:VEVENT
        BEGIN:VEVENT
        UID:a
        RECURRENCE-ID;TZID=Europe/Stockholm:20160318T130000
        DTSTART;TZID=Europe/Stockholm:20160318T130000
        STATUS:CANCELLED
        END:VEVENT
        """
    )

    assert taken(raw) == [*ONE_HOUR, "2016-03-12 09:00 11:00"]


def test_a_zone_that_the_file_defines_for_itself_counts_for_that_file_only() -> None:
    def eastward(hours: int) -> bytes:
        return calendar(
            f"""
            BEGIN:VTIMEZONE
            TZID:Our own
            BEGIN:STANDARD
            DTSTART:19700101T000000
            TZOFFSETFROM:+0{hours}00
            TZOFFSETTO:+0{hours}00
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=Our own:20160304T130000
            DURATION:PT1H
            END:VEVENT
            """
        )

    assert taken(eastward(1)) == ONE_HOUR
    assert taken(eastward(3)) == ["2016-03-04 11:00 12:00"]


def test_a_file_of_free_and_busy_periods_is_read() -> None:
    raw = calendar(
        """
        BEGIN:VFREEBUSY
        UID:a
        FREEBUSY;FBTYPE=BUSY:20160304T120000Z/20160304T130000Z,20160305T120000Z/PT1H
        FREEBUSY;FBTYPE=FREE:20160306T120000Z/PT1H
        END:VFREEBUSY
        """
    )

    assert taken(raw) == [*ONE_HOUR, "2016-03-05 13:00 14:00"]


def test_several_calendars_in_one_file_are_read_and_equal_times_are_one() -> None:
    raw = event("DTSTART:20160304T130000\nDURATION:PT1H") * 2

    assert taken(raw) == ONE_HOUR


def test_a_mark_at_the_start_and_plain_line_ends_are_no_hindrance() -> None:
    raw = event("DTSTART:20160304T130000\nDURATION:PT1H").replace(b"\r\n", b"\n")

    assert taken(b"\xef\xbb\xbf" + raw) == ONE_HOUR


NO_CALENDAR = "is no iCalendar file; expected a file that begins with BEGIN:VCALENDAR [not-a-calendar]"


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", f"other.ics {NO_CALENDAR}"),
        (b"<html>", f"other.ics {NO_CALENDAR}"),
        (b"\xff\xfeB\0E\0", "other.ics:1:1: byte 0 (0xff) is not UTF-8; expected a file saved as UTF-8 [not-utf-8]"),
        (b"BEGIN:VCALENDAR\r\nX-A:\xe5", "other.ics:2:5: byte 21 (0xe5) is not UTF-8"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "other.ics breaks off before its end; expected an END for each BEGIN"),
        (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:X\r\n" * 5000, "other.ics is nested more than 20 deep"),
        (
            b"BEGIN:VCALENDAR\r\nwhat?\r\nEND:VCALENDAR\r\n",
            "other.ics cannot be read: Content line could not be parsed",
        ),
        (event("SUMMARY:x"), "other.ics:5:1: an event has no start; expected a DTSTART [bad-calendar]"),
        (event("DTSTART:2016-03-04"), "other.ics:5:1: DTSTART cannot be read: Expected datetime"),
        (event("DTSTART:20160304T130000\nRRULE:FREQ=FORTNIGHTLY"), "other.ics:5:1: RRULE cannot be read: "),
        (
            event("DTSTART:20160304T130000\nRRULE:INTERVAL=2"),
            "“INTERVAL=2” is no rule of iCalendar; expected a rule such as “FREQ=WEEKLY;INTERVAL=2” [bad-rule]",
        ),
        (event("DTSTART:20160304T130000\nRRULE:FREQ=DAILY;INTERVAL=0"), "“FREQ=DAILY;INTERVAL=0” is no rule"),
        (
            event("DTSTART;TZID=Mars/Olympus:20160304T130000"),
            "other.ics:5:1: the time zone “Mars/Olympus” is neither known nor defined in the file; expected a zone",
        ),
        (event("DTSTART:19700304T130000\nRRULE:FREQ=SECONDLY"), "the events recur more than 200,000 times; expected a"),
        (event("DTSTART:19000304T130000\nRRULE:FREQ=HOURLY"), "the events recur more than 200,000 times; expected a"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_line(raw: bytes, told: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        busy(raw, **SPRING, name="other.ics")

    assert str(caught.value).startswith(told)
    assert "\n" not in str(caught.value)


def test_what_has_to_be_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "recurring_ical_events", None)

    with pytest.raises(UnreadableFileError, match='pip install "samverkan'):
        busy(event("DTSTART:20160304T130000"), **SPRING)


def test_a_rule_that_nothing_fits_comes_to_an_end() -> None:
    before = time.monotonic()

    assert (
        taken(event("DTSTART:20160304T130000\nDURATION:PT1H\nRRULE:FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30")) == ONE_HOUR
    )
    assert time.monotonic() - before < 20


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_whatever_a_file_says_it_is_read_or_refused(pieces: list[str]) -> None:
    for raw in (event("\n".join(pieces)), calendar("\n".join(pieces))):
        try:
            found = busy(raw, **SPRING)
        except SamverkanError:
            continue
        assert list(found) == sorted(found)
        assert all(each.start <= each.end for each in found)


@settings(
    max_examples=settings.default.max_examples // 4,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(setup=collaborations(min_bodies=1, min_series=1, max_series=1), rules=st.booleans())
def test_our_own_feed_is_read_as_the_hours_of_the_meetings(*, setup: Collaboration, rules: bool) -> None:
    try:
        plan = schedule(setup)
    except InvalidCollaborationError:
        assume(condition=False)
        raise
    period = {"first": dt.date(1990, 1, 1), "last": dt.date(2050, 1, 1)}
    inside = plan.between(*period.values())
    hours = [moments(each.date, each.clock) for each in inside.taking_place if each.clock]

    found = busy(feed(inside, setup, rules=rules).encode(), **period)

    assert list(found) == sorted({Busy(start, end or start) for start, end in hours})
