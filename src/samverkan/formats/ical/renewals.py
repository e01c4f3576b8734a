"""What must be renewed, as days in a calendar (*förnyelsekalender*)."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from samverkan.formats.ical.content import text_line
from samverkan.formats.ical.event import when_lines
from samverkan.formats.ical.issue import Issue
from samverkan.formats.ical.subscription import head_lines
from samverkan.formats.text.forecast import renewal_note, renewal_title
from samverkan.formats.text.names import with_names
from samverkan.formats.wording import Wording
from samverkan.model.message import say

if TYPE_CHECKING:
    from samverkan.checklist.forecast import Forecast
    from samverkan.checklist.renewal import Renewal


def renewal_feed(forecast: Forecast, *, lang: str = "sv") -> str:
    """Write each renewal as an event about the whole of its last day, as iCalendar text with CRLF line ends.

    An event keeps its UID as long as the same source or mandate has the same last day. Equal input gives equal text.
    Raises ``UnknownNameError`` for an unknown language.
    """
    whole = forecast.evaluation.subject
    wording = with_names(whole, Wording(lang))
    issue = Issue.of(whole, wording)
    lines = head_lines(wording.tell(say("{name}: renewals", name=whole.name)), wording)
    for renewal in forecast.renewals:
        lines += _event(renewal, forecast, issue)
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def _event(renewal: Renewal, forecast: Forecast, issue: Issue) -> list[str]:
    title = renewal_title(renewal, forecast.evaluation.subject, issue.wording)
    return [
        *issue.head(issue.name(f"renewal/{_key(renewal)}"), changed=False),
        *when_lines(renewal.last, None),
        text_line("SUMMARY", f"{title[:1].upper()}{title[1:]}"),
        text_line("DESCRIPTION", "\n".join(renewal_note(renewal, forecast, issue.wording))),
        # A day on which something must be renewed keeps nobody busy.
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _key(renewal: Renewal) -> str:
    """Name a renewal: a reference may be any text, so its fingerprint stands for it."""
    what = renewal.source.ref if renewal.source else renewal.fields[0]
    return f"{renewal.last}/{hashlib.sha256(what.encode()).hexdigest()[:16]}"
