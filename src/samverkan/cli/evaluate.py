"""``samverkan evaluate``: which success factors hold, with the evidence, and what to do."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samverkan.checklist.deviations import deviations
from samverkan.cli.complaints import Misuse
from samverkan.cli.county import county, is_county
from samverkan.cli.explaining import explain as explained
from samverkan.cli.files import Read, read
from samverkan.cli.judging import STATUS, judged
from samverkan.cli.parameters import (
    argument_files,
    as_of_option,
    checklist_option,
    columns_option,
    format_option,
    option,
)
from samverkan.cli.terminal import Answer, Terminal
from samverkan.cli.verb import Verb
from samverkan.formats import sarif
from samverkan.formats.baseline import MAX_BASELINE_BYTES
from samverkan.formats.baseline import baseline as read_baseline
from samverkan.formats.files import taken
from samverkan.formats.markdown.evaluation import evaluation_document
from samverkan.formats.outcomes import evaluation_data, json_text
from samverkan.formats.text.deviations import TITLE as ACCEPTED
from samverkan.formats.text.deviations import deviation_lines
from samverkan.formats.text.factors import criterion_lines
from samverkan.formats.text.names import with_names
from samverkan.formats.text.questions import question_lines
from samverkan.formats.text.report import TITLES, page
from samverkan.formats.wording import mark
from samverkan.model.message import Message, say

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.checklist.evaluate import Evaluation
    from samverkan.formats.outcomes import Plain
    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration


def evaluate(  # noqa: PLR0913  # one for each option
    terminal: Terminal,
    *,
    file: tuple[str, ...],
    as_of: dt.date | None,
    checklist: str | None,
    format: str,  # noqa: A002  # the option's name
    baseline: str | None,
    explain: str | None,
    columns: int | None,
) -> Answer:
    """Judge one collaboration, or many in one table, or explain a criterion; the exit status is the verdict."""
    if bool(file) is (explain is not None):
        raise Misuse(_file_or_explain(explain, terminal), click.get_current_context())
    if baseline is not None and format != "sarif":
        raise Misuse(say("--baseline compares runs in SARIF; add --format sarif"))
    if columns is not None and format != "svg":
        raise Misuse(say("--columns is for a picture; add --format svg"))
    if explain is not None:
        return explained(terminal, explain, checklist=checklist, form=format)
    if is_county(file):
        return county(terminal, file, as_of=as_of, checklist=checklist, form=format)
    found = read(file[0])
    with found.located():
        evaluation = judged(found.collaboration, name=checklist, as_of=as_of)
    if format == "svg":
        from samverkan.formats.svg.factors import dumps

        text = dumps(evaluation, terminal.wording, columns=columns)
    else:
        text = _written(found, evaluation, terminal, format, baseline)
    return Answer(text, STATUS[evaluation.verdict], data=format != "text")


def _file_or_explain(explain: str | None, terminal: Terminal) -> Message:
    if explain is not None:
        return say("--explain tells of a criterion and takes no file")
    return say("{parameter} is missing", parameter=terminal.wording.word("FILE"))


def _written(found: Read, evaluation: Evaluation, terminal: Terminal, form: str, baseline: str | None) -> str:
    wording = terminal.wording
    match form:
        case "json":
            return json_text(evaluation_data(evaluation, wording))
        case "markdown":
            return evaluation_document(evaluation, found.collaboration, wording)
        case "sarif":
            return json_text(_sarif(found, evaluation, wording, baseline))
        case _:
            return _pages(found.collaboration, evaluation, terminal)


def _sarif(found: Read, evaluation: Evaluation, wording: Wording, earlier: str | None) -> Plain:
    run = sarif.run(evaluation, found.fields(), wording, version=version("samverkan"))
    if earlier is not None:
        raw = taken(Path(earlier), most=MAX_BASELINE_BYTES, suffixes={".sarif", ".json"})
        run = read_baseline(raw, earlier, about=sarif.about(evaluation)).beside(run)
    return sarif.log([run])


def _pages(collaboration: Collaboration, evaluation: Evaluation, terminal: Terminal) -> str:
    wording, width = terminal.wording, terminal.width
    named = with_names(collaboration, wording)
    accepted = deviation_lines(deviations(evaluation, collaboration.accepted), collaboration, named, width)
    pages = (
        (TITLES["factors"], criterion_lines(evaluation, named, width)),
        (TITLES["questions"], question_lines(evaluation, named, width)),
        *([(ACCEPTED, accepted)] if accepted else []),
    )
    return "\n".join(page(collaboration, wording.word(title), lines, wording, width) for title, lines in pages)


COMMAND = Verb(
    evaluate,
    argument_files(required=False),
    as_of_option(),
    checklist_option(),
    format_option(
        mark("text to read, Markdown to paste, JSON or SARIF for programs, a picture (svg)"), "markdown", "sarif", "svg"
    ),
    option("--baseline", "PATH", mark("in SARIF, an earlier evaluation: what is new, unchanged, updated or gone")),
    option("--explain", "ID", mark("explain a criterion, or “all”; without a file")),
    columns_option(),
    summary=mark("which success factors hold, with the evidence, and what to do"),
    details=[
        mark("What no source says is unknown; the share met is then an interval that holds all that may be true."),
        mark("Several files, or a folder, give one table; its exit status is the gravest, in the order 2, 1, 3, 0."),
        mark("Exit status 0: it holds; 1: it falls short; 3: undetermined; 2: the file cannot be used."),
    ],
    examples=[
        "samverkan evaluate tranemo --as-of 2016-04-10",
        "samverkan evaluate tranemo --format markdown --output tranemo.md",
        "samverkan evaluate lanet/ --format markdown --output lanet.md",
        "samverkan evaluate --explain 6.2",
    ],
)
