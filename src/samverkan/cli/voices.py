"""``samverkan voices``: what organisations answer, one voice each, beside what the file shows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.checklist.voices.round import round_of
from samverkan.cli.files import read
from samverkan.cli.judging import judged
from samverkan.cli.parameters import Argument, argument_file, as_of_option, checklist_option, format_option
from samverkan.cli.terminal import Answer, Terminal
from samverkan.cli.verb import Verb
from samverkan.formats.answers import loads
from samverkan.formats.files import taken
from samverkan.formats.grid import csv_text
from samverkan.formats.outcomes import json_text
from samverkan.formats.text.names import with_names
from samverkan.formats.text.report import page
from samverkan.formats.text.voices import TITLE, published_lines, voice_lines
from samverkan.formats.voices import published_data, voices_data
from samverkan.formats.wording import mark

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.checklist.evaluate import Evaluation
    from samverkan.checklist.voices.round import Round
    from samverkan.model.collaboration import Collaboration


def voices(  # noqa: PLR0913  # two files, three options, and the reader
    terminal: Terminal,
    *,
    file: str,
    answers: str,
    as_of: dt.date | None,
    checklist: str | None,
    format: str,  # noqa: A002  # the option's name
) -> Answer:
    """Tell what the organisations say; no answer changes the judgement or the exit status."""
    found = read(file)
    collaboration = found.collaboration
    with found.located():
        evaluation = judged(collaboration, name=checklist, as_of=as_of)
    chosen = evaluation.checklist
    text = csv_text(taken(Path(answers), suffixes={".csv"}), answers)
    given = loads(text, collaboration, chosen, name=answers)
    round_ = round_of(collaboration, given, checklist=chosen, as_of=evaluation.as_of)
    return _told(round_, evaluation, collaboration, terminal, format)


def _told(
    round_: Round, evaluation: Evaluation, collaboration: Collaboration, terminal: Terminal, format_: str
) -> Answer:
    wording = terminal.wording
    if format_ in {"json", "publication-json"}:
        data = voices_data if format_ == "json" else published_data
        return Answer(json_text(data(round_, evaluation, wording)), data=True)
    lines = voice_lines if format_ == "text" else published_lines
    told = lines(round_, evaluation, with_names(collaboration, wording), terminal.width)
    return Answer(page(collaboration, wording.word(TITLE), told, wording, terminal.width))


COMMAND = Verb(
    voices,
    argument_file(),
    Argument("answers", mark("answers as a table (CSV): organisation, role, criterion, answer, date")),
    as_of_option(),
    checklist_option(),
    format_option(
        mark("text or JSON for those who asked; publication and publication-json for everybody"),
        "publication",
        "publication-json",
    ),
    summary=mark("what the organisations answer, one voice each, beside what the file shows"),
    details=[
        mark("Asked are all organisations with a seat in a body at work, and those that the answers name."),
        mark("In a publication no group of fewer than five is told, nor what it could be worked out from."),
        mark("Exit status 0: the answers could be told, whatever they are; 2: a file cannot be used."),
    ],
    examples=["samverkan voices tranemo svar.csv --format publication"],
)
