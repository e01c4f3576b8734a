"""``samverkan report``: everything on five screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.cli.files import planned
from samverkan.cli.judging import judged
from samverkan.cli.terminal import Answer, Terminal
from samverkan.cli.verb import Verb, argument_file, as_of_option, option
from samverkan.formats.text.report import SCREEN, report_text
from samverkan.formats.wording import mark
from samverkan.ties import answers

if TYPE_CHECKING:
    import datetime as dt


def report(terminal: Terminal, *, file: str, as_of: dt.date | None, full: bool) -> Answer:
    """Show the five pages; that they could be made is enough for exit status 0."""
    collaboration, plan = planned(file)
    text = report_text(
        collaboration,
        plan,
        answers(collaboration),
        judged(collaboration, name=None, as_of=as_of),
        terminal.wording,
        width=terminal.width,
        height=None if full else SCREEN,
        file=file,
    )
    return Answer(text)


COMMAND = Verb(
    report,
    argument_file(),
    as_of_option(),
    option("--full", None, mark("do not shorten the pages to a screen each"), is_flag=True),
    summary=mark("everything on five screens: seats, meetings, ties, factors, what to ask next"),
    details=[mark("Exit status 0: the report could be made, whatever it says; 2: the file cannot be used.")],
    examples=["samverkan report tranemo", "samverkan report min-samverkan.toml --full --output rapport.txt"],
)
