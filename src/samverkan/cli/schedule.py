"""``samverkan schedule``: when the bodies meet."""

from __future__ import annotations

from samverkan.cli.files import planned
from samverkan.cli.terminal import Answer, Terminal
from samverkan.cli.verb import Verb, argument_file, format_option, option
from samverkan.formats.outcomes import json_text, schedule_data
from samverkan.formats.text.meetings import meeting_lines
from samverkan.formats.text.report import TITLES, page
from samverkan.formats.wording import mark
from samverkan.planning.clashes import ClashKind


def schedule(
    terminal: Terminal,
    *,
    file: str,
    format: str,  # noqa: A002  # the option's name
    body: str | None,
    rules: bool,
) -> Answer:
    """Give the schedule; a certain clash is a finding."""
    collaboration, plan = planned(file)
    if format == "ical":
        from samverkan.formats.ical import feed

        return Answer(feed(plan, collaboration, body=body, lang=terminal.wording.language, rules=rules), data=True)
    plan = plan if body is None else plan.of(body)
    status = int(any(clash.kind is ClashKind.CERTAIN for clash in plan.clashes))
    if format == "json":
        return Answer(json_text(schedule_data(plan, terminal.wording, collaboration)), status, data=True)
    lines = meeting_lines(plan, terminal.wording, terminal.width)
    title = terminal.wording.word(TITLES["meetings"])
    return Answer(page(collaboration, title, lines, terminal.wording, terminal.width), status)


COMMAND = Verb(
    schedule,
    argument_file(),
    format_option(mark("text to read, JSON for programs, or iCalendar to subscribe to"), "ical"),
    option("--body", "ID", mark("only the meetings of this body")),
    option("--rules", None, mark("in iCalendar, a series as one recurring event"), is_flag=True),
    summary=mark("when the bodies meet, and what has no date yet"),
    details=[
        mark("What is known to a week, a month or a term only is never shown as a date."),
        mark("Exit status 0: no certain clash; 1: two meetings certainly clash; 2: the file cannot be used."),
    ],
    examples=["samverkan schedule tranemo", "samverkan schedule tranemo --format ical --output moten.ics"],
)
