from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from samverkan.formats.ical import feed
from samverkan.model.activities import Change, OnHoliday
from samverkan.model.cadence import EveryDays, Parity, ParityWeeks, Weekday
from samverkan.model.names import Text
from samverkan.model.values import ClockSpan
from samverkan.planning.schedule import schedule

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan.model.collaboration import Collaboration

    Setup = Callable[..., Collaboration]
    Lines = Callable[[str], list[str]]

MARCH_18 = dt.date(2016, 3, 18)


def by_rule(setup: Collaboration) -> str:
    return feed(schedule(setup), setup, rules=True)


def test_a_series_is_one_event_with_its_rule(setup: Setup, lines: Lines) -> None:
    text = lines(by_rule(setup()))

    assert text.count("BEGIN:VEVENT") == 1
    assert "UID:gruppens-moten@lilla.samverkan" in text
    assert "DTSTART;TZID=Europe/Stockholm:20160304T130000" in text
    assert "RRULE:FREQ=DAILY;COUNT=3;INTERVAL=14" in text
    assert "SEQUENCE:0" in text


def test_a_moved_meeting_replaces_its_instance_and_a_cancelled_one_stays(setup: Setup, lines: Lines) -> None:
    changes = [
        Change(dt.date(2016, 3, 4), cancelled=True),
        Change(MARCH_18, date=dt.date(2016, 3, 21), time=ClockSpan.parse("9.00–10.00"), reason=Text("Ny lokal")),
    ]
    text = lines(by_rule(setup(changes=changes)))
    cancelled = text.index("RECURRENCE-ID;TZID=Europe/Stockholm:20160304T130000")
    moved = text.index("RECURRENCE-ID;TZID=Europe/Stockholm:20160318T130000")

    assert "STATUS:CANCELLED" in text[cancelled:moved]
    assert text[moved + 1 : moved + 3] == [
        "DTSTART;TZID=Europe/Stockholm:20160321T090000",
        "DTEND;TZID=Europe/Stockholm:20160321T100000",
    ]
    assert [line for line in text if line.startswith("SEQUENCE")] == ["SEQUENCE:1"] * 3


def test_what_a_holiday_takes_falls_out_of_the_rule(setup: Setup, lines: Lines) -> None:
    text = lines(by_rule(setup(from_=dt.date(2016, 3, 11), to=dt.date(2016, 4, 8), on_holiday=OnHoliday.SKIP)))

    assert "EXDATE;TZID=Europe/Stockholm:20160325T130000" in text
    assert "RRULE:FREQ=DAILY;COUNT=3;INTERVAL=14" in text


def test_the_first_event_is_itself_an_instance_even_if_the_first_meeting_was_skipped(
    setup: Setup, lines: Lines
) -> None:
    text = lines(by_rule(setup(from_=dt.date(2016, 3, 25), to=dt.date(2016, 4, 22), on_holiday=OnHoliday.SKIP)))

    assert "DTSTART;TZID=Europe/Stockholm:20160408T130000" in text
    assert not [line for line in text if line.startswith("EXDATE")]


def test_whole_days_are_left_out_as_days(setup: Setup, lines: Lines) -> None:
    text = lines(
        by_rule(setup(from_=dt.date(2016, 3, 11), to=dt.date(2016, 4, 8), on_holiday=OnHoliday.SKIP, time=None))
    )

    assert "EXDATE;VALUE=DATE:20160325" in text


def test_a_part_of_a_plan_has_the_part_of_the_rule(setup: Setup, lines: Lines) -> None:
    whole = setup(to=dt.date(2016, 6, 10))
    part = schedule(whole).between(dt.date(2016, 4, 1), dt.date(2016, 5, 1))

    text = lines(feed(part, whole, rules=True))

    assert "DTSTART;TZID=Europe/Stockholm:20160401T130000" in text
    assert "RRULE:FREQ=DAILY;COUNT=3;INTERVAL=14" in text


@pytest.mark.parametrize(
    "series",
    [
        {"every": ParityWeeks(Parity.ODD, Weekday.FRIDAY)},
        {"every": EveryDays(1), "time": ClockSpan.parse("2.30–4.00"), "to": dt.date(2016, 3, 27)},
        {"from_": dt.date(1995, 9, 1), "to": dt.date(1995, 10, 31)},
        {"changes": [Change(MARCH_18, cancelled=True)], "from_": MARCH_18, "to": MARCH_18, "every": EveryDays(3)},
        {"time": None, "changes": [Change(MARCH_18, time=ClockSpan.parse("9.00"))]},
    ],
)
def test_what_readers_would_differ_on_stays_one_event_a_meeting(setup: Setup, series: dict[str, object]) -> None:
    told = setup(**series)

    if len(schedule(told).meetings) > 1:
        assert by_rule(told) == feed(schedule(told), told)
