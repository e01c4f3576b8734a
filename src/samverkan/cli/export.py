"""``samverkan export``: a collaboration as a workbook for Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.cli.files import read
from samverkan.cli.judging import judged
from samverkan.cli.terminal import Answer, Terminal
from samverkan.cli.verb import Verb, argument_file, as_of_option, checklist_option
from samverkan.formats.office.collaboration import dumps
from samverkan.formats.wording import mark
from samverkan.planning.schedule import schedule

if TYPE_CHECKING:
    import datetime as dt


def export(terminal: Terminal, *, file: str, as_of: dt.date | None, checklist: str | None) -> Answer:
    """Give the workbook."""
    found = read(file)
    whole = found.collaboration
    with found.located():
        plan, evaluation = schedule(whole), judged(whole, name=checklist, as_of=as_of)
    return Answer(dumps(whole, plan, evaluation, terminal.wording), data=True)


COMMAND = Verb(
    export,
    argument_file(),
    as_of_option(),
    checklist_option(),
    summary=mark("a workbook for Excel, to read and to edit; “import” takes it back"),
    details=[
        mark("The sheets with an id can be edited; meetings, criteria and goals are there to read."),
        mark("Exit status 0: the workbook is made; 2: the file cannot be used."),
    ],
    examples=["samverkan export tranemo --output tranemo.xlsx"],
)
