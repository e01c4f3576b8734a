"""``samverkan drill``: what is lost with each role and organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.cli.files import read
from samverkan.cli.judging import chosen
from samverkan.cli.parameters import argument_file, as_of_option, checklist_option, format_option, option
from samverkan.cli.terminal import Answer, Terminal, today
from samverkan.cli.verb import Verb
from samverkan.drills.drill import vacancy_drill
from samverkan.formats.drill import drill_data
from samverkan.formats.outcomes import json_text
from samverkan.formats.text.among import Among
from samverkan.formats.text.drill import TITLE, drill_lines
from samverkan.formats.text.report import page
from samverkan.formats.wording import mark
from samverkan.ties.across import across

if TYPE_CHECKING:
    import datetime as dt


def drill(  # noqa: PLR0913  # one parameter for each option
    terminal: Terminal,
    *,
    file: str,
    as_of: dt.date | None,
    checklist: str | None,
    attendance: str | None,
    format: str,  # noqa: A002  # the option's name
) -> Answer:
    """Think away each role and organisation in turn; what comes of it is no finding, so the status is 0."""
    found = read(file)
    whole, wording = found.collaboration, terminal.wording
    with found.located():
        judged_by = chosen(whole, checklist)
        told = vacancy_drill(whole, as_of=as_of or today(), checklist=judged_by, attendance=attendance)
    if format == "json":
        return Answer(json_text(drill_data(told)), data=True)
    lines = drill_lines(told, Among(across([whole]), wording), terminal.width)
    return Answer(page(whole, wording.word(TITLE), lines, wording, terminal.width))


COMMAND = Verb(
    drill,
    argument_file(),
    as_of_option(),
    checklist_option(),
    option("--attendance", "0.8", mark("how likely each is to come, for the probability of a quorum")),
    format_option(),
    summary=mark("what is lost with each role and organisation, one at a time"),
    details=[
        mark(
            "Each seat, person with several seats, project lead, role and organisation is thought away: which factors, "
            "quorums and ties change, and how long news then waits."
        ),
        mark("Exit status 0: the drill could be held, whatever it shows; 2: the file cannot be used."),
    ],
    examples=["samverkan drill tranemo --as-of 2016-03-01", "samverkan drill min-samverkan.toml --format json"],
)
