"""The steps of a rollout as days in a calendar (*införandekalender*)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from samverkan.formats.ical.content import text_line
from samverkan.formats.ical.issue import Issue
from samverkan.formats.ical.subscription import head_lines
from samverkan.formats.ical.zone import basic
from samverkan.formats.rollout_words import Row, margin, questions
from samverkan.formats.text.names import with_names
from samverkan.formats.wording import Wording
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.collaboration import Collaboration
    from samverkan.steps.rollout import Rollout
    from samverkan.steps.task import Dates, Task

_DAY = dt.timedelta(days=1)


def rollout_feed(rollout: Rollout, collaboration: Collaboration, *, lang: str = "sv") -> str:
    """Write each step with days as an event about whole days, as early as it can be, in text with CRLF line ends.

    An event keeps its UID, that of its step and municipality, when the plan is made anew; raise the ``revision`` of the
    file then, so that calendars take the new days. Equal input gives equal text. Raises ``UnknownNameError`` for an
    unknown language.
    """
    wording = with_names(collaboration, Wording(lang))
    issue = Issue.of(collaboration, wording)
    lines = head_lines(wording.tell(say("{name}: the steps on the way", name=collaboration.name)), wording)
    for task in rollout.planned:
        if task.dates is not None:
            lines += _event(task, task.dates, issue)
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def _event(task: Task, when: Dates, issue: Issue) -> list[str]:
    wording = issue.wording
    return [
        *issue.head(issue.name(f"rollout/{task.id}"), changed=False),
        f"DTSTART;VALUE=DATE:{basic(when.earliest_start)}",
        f"DTEND;VALUE=DATE:{basic(when.earliest_finish + _DAY)}",
        text_line("SUMMARY", Row([task]).title(wording)),
        text_line("DESCRIPTION", "\n".join(_told(task, when, wording))),
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",  # a step of weeks keeps nobody busy for weeks
        "END:VEVENT",
    ]


def _told(task: Task, when: Dates, wording: Wording) -> Iterator[str]:
    step = task.step
    yield wording.value(step.about)
    yield wording.tell(say("Responsible: {role}", role=step.role))
    yield wording.tell(say("Shown by: {evidence}", evidence=step.evidence))
    yield wording.tell(say("Slack: {margin}", margin=margin(when, wording)))
    yield from questions(Row([task]), wording)
