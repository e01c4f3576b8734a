"""What of a calendar file tells when somebody is taken (*behövliga rader*): the rest is never parsed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from samverkan.formats.intake import refuse

if TYPE_CHECKING:
    import datetime as dt

MAX_MOMENTS: Final = 50_000
"""How many lines and listed moments are parsed: room for five thousand events in the days asked about."""

_FIELDS: Final = (
    "BEGIN|END|VERSION|PRODID|X-WR-TIMEZONE|TZID|TZOFFSETFROM|TZOFFSETTO|TZNAME|UID|SEQUENCE|STATUS|TRANSP|"
    "DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|EXRULE|RECURRENCE-ID|FREEBUSY"
)
_LINE: Final = r"[^\n]*+(?:\n[ \t][^\n]*+)*+(?:\n|\Z)"
_OTHER_FIELDS: Final = re.compile(rf"(?:^(?!(?:{_FIELDS})[;:])[A-Z0-9-]++[;:]{_LINE})++", re.MULTILINE | re.IGNORECASE)
_BLANK: Final = re.compile(r"\n[\r\n]+")
_OTHER_PARTS: Final = re.compile(
    rf"^BEGIN:(VALARM|VTODO|VJOURNAL)\r?\n(?:(?!BEGIN:|END:){_LINE})*+END:\1\r?\n", re.MULTILINE | re.IGNORECASE
)
_EVENT: Final = re.compile(
    rf"^BEGIN:VEVENT\r?\n(?:(?!BEGIN:|END:){_LINE})*+END:VEVENT(?:\r?\n|\Z)", re.MULTILINE | re.IGNORECASE
)
_RECURS: Final = re.compile("^(?:RRULE|RDATE|RECURRENCE-ID|EXRULE|DURATION)", re.MULTILINE | re.IGNORECASE)
_DAY: Final = {
    name: re.compile(rf'^{name}[^:"\n]*:(\d{{8}})(?:T\d{{6}}Z?)?\r?$', re.MULTILINE | re.IGNORECASE)
    for name in ("DTSTART", "DTEND")
}


def needed(text: str, first: dt.date, last: dt.date, name: str) -> str:
    """Leave out of an iCalendar text what says nothing of the days from ``first`` to ``last``: words, alarms, tasks.

    An event that does not recur is left out where its days are plainly others. Raises ``UnreadableFileError`` where
    more than ``MAX_MOMENTS`` are left.
    """
    text = _OTHER_FIELDS.sub("", _BLANK.sub("\n", text))
    text = _OTHER_PARTS.sub("", _OTHER_PARTS.sub("", text))  # twice, since a task may have an alarm within it
    days = f"{first:%Y%m%d}".zfill(8), f"{last:%Y%m%d}".zfill(8)
    text = _EVENT.sub(lambda event: event[0] if _may_touch(event[0], *days) else "", text)
    if text.count("\n") + text.count(",") > MAX_MOMENTS:
        told = f"{name} tells of more than {MAX_MOMENTS:,} moments"
        refuse("too-many-values", told, "a calendar with fewer events in the days of the plan")
    return text


def _may_touch(event: str, first: str, last: str) -> bool:
    start, end = (_DAY[name].findall(event) for name in ("DTSTART", "DTEND"))
    if len(start) != 1 or len(end) > 1 or _RECURS.search(event):
        return True
    return bool(start[0] <= last and max(start + end) >= first)
