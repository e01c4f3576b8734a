"""The readers that judge our feeds: four in Python, two in JavaScript, on a machine in Sweden or in New York."""

from __future__ import annotations

import datetime as dt
import re
import time
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Reading: TypeAlias = "tuple[str, int | str, int | str, str, str]"
"""UID, start, end, status, summary; a moment is its seconds since 1970, a day its date."""

Reader: TypeAlias = "Callable[[str], list[Reading]]"

HERE = Path(__file__).parent
WIDE = dt.date(1970, 1, 2), dt.date(2100, 1, 1)


def told(moment: dt.date) -> int | str:
    """Write a moment as its seconds since 1970, and a day as its date."""
    return round(moment.timestamp()) if isinstance(moment, dt.datetime) else moment.isoformat()


# ------------------------------------------------------------------------------------------------------------ Python


def by_recurring_ical_events(text: str) -> list[Reading]:
    import icalendar
    import recurring_ical_events

    calendar = icalendar.Calendar.from_ical(text)
    assert not any(component.errors for component in calendar.walk())
    return [
        (
            str(event["UID"]),
            told(event["DTSTART"].dt),
            told(event["DTEND"].dt),
            str(event["STATUS"]),
            str(event["SUMMARY"]),
        )
        for event in recurring_ical_events.of(calendar).between(*WIDE)
    ]


def by_ical(text: str) -> list[Reading]:
    calendar_stream = pytest.importorskip("ical.calendar_stream", reason="the judge “ical” is not installed")
    calendar = calendar_stream.IcsCalendarStream.calendar_from_ics(text)
    return [
        (event.uid, told(event.start), told(event.end), event.status.value, event.summary)
        for event in calendar.timeline_tz(dt.UTC)
    ]


def by_vobject(text: str) -> list[Reading]:
    vobject = pytest.importorskip("vobject", reason="the judge “vobject” is not installed")
    events = vobject.readOne(text).contents.get("vevent", [])
    replaced = {
        (event.uid.value, told(event.recurrence_id.value)): event
        for event in events
        if "recurrence-id" in event.contents
    }
    found = []
    for event in events:
        start = event.dtstart.value
        length = event.dtend.value - start if "dtend" in event.contents else dt.timedelta()
        rules = event.getrruleset() if "rrule" in event.contents else None
        days = [start] if rules is None else list(rules)
        if rules is not None and not isinstance(start, dt.datetime):
            days = [day.date() for day in days]
        for day in days:
            if (event.uid.value, told(day)) not in replaced or "recurrence-id" in event.contents:
                row = event.uid.value, told(day), told(day + length), event.status.value, event.summary.value
                found.append(row)
    return found


def by_dateutil(text: str) -> list[Reading]:
    """Expand the rules by dateutil alone, in local time as they are written; the lines are taken apart here."""
    from dateutil.rrule import rruleset, rrulestr

    lines = re.sub("\r\n[ \t]", "", text).split("\r\n")
    events, event = [], {}
    for line in lines:
        name, _, value = line.partition(":")
        name, _, about = name.partition(";")
        if line == "BEGIN:VEVENT":
            event = {"EXDATE": [], "DAY": False}
            events.append(event)
        elif name == "EXDATE":
            event["EXDATE"].append(_written(value))
        elif events:
            event[name] = re.sub(r"\\(.)", lambda sign: "\n" if sign[1] == "n" else sign[1], value)
            event["DAY"] |= name == "DTSTART" and about == "VALUE=DATE"
    replaced = {(one["UID"], one["RECURRENCE-ID"]) for one in events if "RECURRENCE-ID" in one}
    found = []
    for one in events:
        start = _written(one["DTSTART"])
        length = _written(one.get("DTEND", one["DTSTART"])) - start
        rules = rruleset()
        if "RRULE" in one:
            rules.rrule(rrulestr(one["RRULE"], dtstart=start))
        else:
            rules.rdate(start)
        for out in one["EXDATE"]:
            rules.exdate(out)
        for moment in rules:
            written = f"{moment:%Y%m%d}" if one["DAY"] else f"{moment:%Y%m%dT%H%M%S}"
            if (one["UID"], written) not in replaced or "RECURRENCE-ID" in one:
                ends = moment + length
                row = (_there(moment, day=one["DAY"]), _there(ends, day=one["DAY"]), one["STATUS"], one["SUMMARY"])
                found.append((one["UID"], *row))
    return found


def _written(value: str) -> dt.datetime:
    if value.endswith("Z"):
        return dt.datetime.strptime(value, "%Y%m%dT%H%M%S%z")
    return dt.datetime.strptime(value, "%Y%m%dT%H%M%S" if "T" in value else "%Y%m%d")  # noqa: DTZ007  # local time


def _there(moment: dt.datetime, *, day: bool) -> int | str:
    from zoneinfo import ZoneInfo

    return told(moment.date()) if day else told(moment.replace(tzinfo=moment.tzinfo or ZoneInfo("Europe/Stockholm")))


# -------------------------------------------------------------------------------------------------------- JavaScript


@pytest.fixture(scope="session")
def javascript(install: Callable[[Path], Path]) -> Path:
    """Install the JavaScript readers."""
    return install(HERE)


@pytest.fixture(scope="module", params=["Europe/Stockholm", "America/New_York"])
def machine(request: pytest.FixtureRequest) -> Iterator[str]:
    """Put the reading machine into a time zone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield request.param
    time.tzset()


@pytest.fixture(scope="module")
def node(javascript: Path, machine: str, judges: Callable[..., Any]) -> Iterator[Callable[[str], Reader]]:
    """Keep one Node running that reads whatever it is given, in the time zone of the machine."""
    with judges(javascript, "read_ical.mjs", TZ=machine) as ask:
        yield lambda reader: lambda text: [tuple(row) for row in ask(reader, text)]


IN_PYTHON: dict[str, Reader] = {
    "recurring-ical-events": by_recurring_ical_events,
    "ical": by_ical,
    "vobject": by_vobject,
    "dateutil": by_dateutil,
}
IN_JAVASCRIPT = ("ical.js", "node-ical")


@pytest.fixture(scope="module", params=[*IN_PYTHON, *IN_JAVASCRIPT])
def read(request: pytest.FixtureRequest, machine: str) -> Reader:
    """Give a reader; what it warns of is its own affair."""
    del machine
    if request.param in IN_JAVASCRIPT:
        return request.getfixturevalue("node")(request.param)
    reader = IN_PYTHON[request.param]

    def quietly(text: str) -> list[Reading]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return reader(text)

    return quietly
