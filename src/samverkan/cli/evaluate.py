"""``samverkan evaluate``: which success factors hold, with the evidence, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.cli.files import read
from samverkan.cli.judging import STATUS, judged
from samverkan.cli.terminal import Answer, Terminal
from samverkan.cli.verb import Verb, argument_file, as_of_option, format_option, option
from samverkan.formats.outcomes import evaluation_data, json_text
from samverkan.formats.text.factors import criterion_lines
from samverkan.formats.text.names import with_names
from samverkan.formats.text.questions import question_lines
from samverkan.formats.text.report import TITLES, page
from samverkan.formats.wording import mark

if TYPE_CHECKING:
    import datetime as dt


def evaluate(
    terminal: Terminal,
    *,
    file: str,
    as_of: dt.date | None,
    checklist: str | None,
    format: str,  # noqa: A002  # the option's name
) -> Answer:
    """Judge the collaboration; the exit status is the verdict."""
    found = read(file)
    collaboration = found.collaboration
    with found.located():
        evaluation = judged(collaboration, name=checklist, as_of=as_of)
    status = STATUS[evaluation.verdict]
    if format == "json":
        return Answer(json_text(evaluation_data(evaluation, terminal.wording)), status, data=True)
    wording, width = terminal.wording, terminal.width
    named = with_names(collaboration, wording)
    pages = (
        (TITLES["factors"], criterion_lines(evaluation, named, width)),
        (TITLES["questions"], question_lines(evaluation, named, width)),
    )
    return Answer(
        "\n".join(page(collaboration, wording.word(title), lines, wording, width) for title, lines in pages), status
    )


COMMAND = Verb(
    evaluate,
    argument_file(),
    as_of_option(),
    option(
        "--checklist",
        "NAME",
        mark("the checklist to judge by; without it, the first of the file's that exists, else the first that we have"),
    ),
    format_option(),
    summary=mark("which success factors hold, with the evidence, and what to do"),
    details=[
        mark("What no source says is unknown; the share met is then an interval that holds all that may be true."),
        mark("Exit status 0: it holds; 1: it falls short; 3: undetermined; 2: the file cannot be used."),
    ],
    examples=["samverkan evaluate tranemo --as-of 2016-04-10"],
)
