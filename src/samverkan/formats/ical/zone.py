"""Europe/Stockholm as calendar programs read it (*tidszon*): two yearly rules, and moments told by them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from samverkan.planning.moment import ZONE, moments

if TYPE_CHECKING:
    from samverkan.model.values import ClockSpan

# Not icalendar's `add_missing_timezones`: it lists every change as an RDATE, by which ical.js puts April to June an
# hour late, and of which Outlook reads nothing.
VTIMEZONE: Final = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:DAYLIGHT",
    "DTSTART:19700329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZNAME:CEST",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19701025T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZNAME:CET",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""The two yearly rules, which hold from ``FIRST_YEAR`` on; before that an hour is told in UTC."""

FIRST_YEAR: Final = 1996
"""Summer time ends in October since then (directive 94/21/EC), in September before."""


_THREE = dt.time(3)


def basic(day: dt.date) -> str:
    """Write a day as iCalendar does: ``20160304``."""
    return day.isoformat().replace("-", "")


def hours(day: dt.date, clock: ClockSpan) -> tuple[str, str | None]:
    """Give the start and the end as the part of a content line after the property's name, both in the same zone."""
    if is_told_in_utc(day, clock):
        start, end = moments(day, clock)
        return _utc(start), None if end is None else _utc(end)
    return _local(day, clock.start), None if clock.end is None else _local(day, clock.end)


def is_told_in_utc(day: dt.date, clock: ClockSpan) -> bool:
    """Say whether readers may differ on an hour in local time: before the rules, and in a night of clock change.

    Of an hour that comes twice RFC 5545 (3.3.5) means the first, and ical.js reads the second.
    """
    return day.year < FIRST_YEAR or (clock.start < _THREE and is_changing(day))


def is_changing(day: dt.date) -> bool:
    """Say whether the clock is changed on the day: the last Sunday of March and of October."""
    return day.day >= 25 and day.month in {3, 10} and day.weekday() == 6


def _local(day: dt.date, time: dt.time) -> str:
    return f";TZID={ZONE}:{basic(day)}T{time:%H%M%S}"


def _utc(moment: dt.datetime) -> str:
    told = moment.astimezone(dt.UTC)
    return f":{basic(told.date())}T{told:%H%M%S}Z"
