"""``samverkan forecast``: how long today's verdict stands, and what to renew by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.forecast import forecast as foreseen
from samverkan.checklist.outcome import Verdict
from samverkan.cli.files import read
from samverkan.cli.judging import judged
from samverkan.cli.parameters import argument_file, as_of_option, checklist_option, format_option
from samverkan.cli.terminal import Answer, Terminal
from samverkan.cli.verb import Verb
from samverkan.formats.forecast import forecast_data
from samverkan.formats.outcomes import json_text
from samverkan.formats.text.forecast import TITLE, forecast_lines
from samverkan.formats.text.names import with_names
from samverkan.formats.text.report import page
from samverkan.formats.wording import mark

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.checklist.forecast import Forecast


def forecast(
    terminal: Terminal,
    *,
    file: str,
    as_of: dt.date | None,
    checklist: str | None,
    format: str,  # noqa: A002  # the option's name
) -> Answer:
    """Follow the judgement of today to the end of what has an end; the exit status says whether it stands."""
    found = read(file)
    with found.located():
        told = foreseen(judged(found.collaboration, name=checklist, as_of=as_of))
    if format == "ical":
        from samverkan.formats.ical.renewals import renewal_feed

        return Answer(renewal_feed(told, lang=terminal.wording.language), _status(told), data=True)
    if format == "json":
        return Answer(json_text(forecast_data(told, terminal.wording)), _status(told), data=True)
    wording, width = terminal.wording, terminal.width
    lines = forecast_lines(told, with_names(found.collaboration, wording), width)
    return Answer(page(found.collaboration, wording.word(TITLE), lines, wording, width), _status(told))


def _status(told: Forecast) -> int:
    if told.evaluation.verdict is Verdict.UNDETERMINED:
        return 3
    return 0 if told.verdict is None else 1


COMMAND = Verb(
    forecast,
    argument_file(),
    as_of_option(),
    checklist_option(),
    format_option(mark("text to read, JSON for programs, or iCalendar with the renewals as days"), "ical"),
    summary=mark("how long today’s verdict stands, and what to renew by when"),
    details=[
        mark("Sources with a last day and mandates come to an end; what else the days bring is not foreseen."),
        mark(
            "Exit status 0: the verdict stands; 1: it ends unless something is renewed; 3: it is undetermined today; "
            "2: the file cannot be used."
        ),
    ],
    examples=[
        "samverkan forecast tranemo --as-of 2016-04-10",
        "samverkan forecast min-samverkan.toml --format ical --output fornyelser.ics",
    ],
)
