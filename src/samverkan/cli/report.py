"""``samverkan report``: everything on six screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.cli.files import planned
from samverkan.cli.judging import judged
from samverkan.cli.parameters import argument_file, as_of_option, option
from samverkan.cli.results import account_of, results_option
from samverkan.cli.terminal import Answer, Terminal, today
from samverkan.cli.verb import Verb
from samverkan.formats.text.report import SCREEN, report_text
from samverkan.formats.wording import mark
from samverkan.ties import answers

if TYPE_CHECKING:
    import datetime as dt


def report(terminal: Terminal, *, file: str, results: str | None, as_of: dt.date | None, full: bool) -> Answer:
    """Show the six pages; that they could be made is enough for exit status 0."""
    collaboration, plan = planned(file)
    text = report_text(
        collaboration,
        plan,
        answers(collaboration),
        judged(collaboration, name=None, as_of=as_of),
        terminal.wording,
        width=terminal.width,
        account=account_of(collaboration, results, as_of or today()),
        height=None if full else SCREEN,
        file=file,
    )
    return Answer(text)


COMMAND = Verb(
    report,
    argument_file(),
    results_option(),
    as_of_option(),
    option("--full", None, mark("do not shorten the pages to a screen each"), is_flag=True),
    summary=mark("everything on six screens: seats, meetings, ties, factors, goals, what to ask next"),
    details=[
        mark(
            "With --results it says how the goals stand; numbers about fewer than five persons are kept back, with "
            "those from which they could be worked out."
        ),
        mark("Exit status 0: the report could be made, whatever it says; 2: a file cannot be used."),
    ],
    examples=[
        "samverkan report tranemo",
        "samverkan report min-samverkan.toml --full --output rapport.txt",
        "samverkan report min-samverkan.toml --results utfall.csv",
    ],
)
