"""Somebody's calendar file taken in (*kalenderfil*): its bytes as components, or one clear word on why not."""

from __future__ import annotations

import datetime as dt
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from samverkan.errors import SamverkanError
from samverkan.formats.intake import place_at, refuse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icalendar import Calendar, Component

    from samverkan.errors import Location

MAX_CALENDAR_BYTES: Final = 10_000_000
"""Five thousand meetings with long invitations stay below it."""

MAX_CALENDAR_DEPTH: Final = 20
"""How deep components may lie within each other; RFC 5545 needs three."""

_BEGIN, _END = "BEGIN:", "END:"
_TIMED: Final = {"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID", "FREEBUSY"}


def calendars(text: str, name: str) -> list[Calendar]:
    """Parse iCalendar text, of one calendar or several, or refuse it."""
    import icalendar

    if not text.lstrip()[:15].upper().startswith("BEGIN:VCALENDAR"):
        refuse("not-a-calendar", f"{name} is no iCalendar file", "a file that begins with BEGIN:VCALENDAR")
    _check_nesting(text, name)
    # This forgets the time zones that an earlier file defined for itself.
    icalendar.use_zoneinfo()  # type: ignore[no-untyped-call]  # icalendar's own
    with refusing(name):
        return list(icalendar.Calendar.from_ical(text, multiple=True))


def calendar_text(raw: bytes, name: str) -> str:
    """Make text of the bytes of a calendar file, or say what hinders it."""
    if len(raw) > MAX_CALENDAR_BYTES:
        refuse("too-large", f"{name} is larger than {MAX_CALENDAR_BYTES:,} bytes", "a smaller file")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = place_at(raw.decode("utf-8", errors="replace"), len(raw[: error.start].decode()), name)
        refuse(
            "not-utf-8", f"byte {error.start} (0x{raw[error.start]:02x}) is not UTF-8", "a file saved as UTF-8", place
        )


@contextmanager
def refusing(name: str, component: Component | None = None, text: str = "") -> Iterator[None]:
    """Turn whatever the parsers of others raise over a foreign file, or a component in it, into one refusal."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except SamverkanError:
        raise
    except Exception as error:  # noqa: BLE001  # they raise a dozen kinds, and none of them is ours to let through
        told = " ".join(str(error).split())[:200] or type(error).__name__
        place = None if component is None else place_of(component, text, name)
        refuse("bad-calendar", f"{name} cannot be read: {told}", "a calendar as RFC 5545 has it", place)


def place_of(component: Component, text: str, name: str) -> Location | None:
    """Find the line that names a component, where it is named."""
    at = text.find(f"UID:{component.get('UID', '')}"[:60])
    return place_at(text, at, name) if at >= 0 and component.get("UID") else None


def check_times(component: Component, text: str, name: str) -> None:
    """Refuse a component whose times cannot be read, or are told by a time zone that nobody defines."""
    broken = [(field, told) for field, told in component.errors if field is None or field.upper() in _TIMED]
    if broken:
        field, told = broken[0]
        what = f"{field or 'a line'} cannot be read: {' '.join(told.split())[:200]}"
        refuse("bad-calendar", what, "a calendar as RFC 5545 has it", place_of(component, text, name))
    for field in ("DTSTART", "DTEND", "RECURRENCE-ID"):
        moment = component.decoded(field, None)
        zone = component[field].params.get("TZID") if isinstance(moment, dt.datetime) else None
        if zone is not None and moment.tzinfo is None:
            refuse(
                "unknown-time-zone",
                f"the time zone “{zone}” is neither known nor defined in the file",
                "a zone such as Europe/Stockholm",
                place_of(component, text, name),
            )


def _check_nesting(text: str, name: str) -> None:
    depth = 0
    for line in text.split("\n"):
        word = line[:6].upper()
        depth += word == _BEGIN
        depth -= word.startswith(_END)
        if depth > MAX_CALENDAR_DEPTH:
            refuse("too-deep", f"{name} is nested more than {MAX_CALENDAR_DEPTH} deep", "events in a calendar")
    if depth:
        refuse("not-a-calendar", f"{name} breaks off before its end", "an END for each BEGIN")
