"""``samverkan conformance``: what was held of what was planned, as far as the records tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.cli.files import read
from samverkan.cli.parameters import argument_file, as_of_option, format_option, option
from samverkan.cli.terminal import Answer, Terminal, today
from samverkan.cli.verb import Verb
from samverkan.formats.conformance import conformance_data
from samverkan.formats.outcomes import json_text
from samverkan.formats.text.conformance import TITLE, conformance_lines
from samverkan.formats.text.report import page
from samverkan.formats.wording import mark
from samverkan.planning import conformance as planning
from samverkan.planning.account import Conduct

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.planning.conformance import Conformance

_FINE, _MISSING, _UNDETERMINED = 0, 1, 3


def conformance(
    terminal: Terminal,
    *,
    file: str,
    as_of: dt.date | None,
    body: str | None,
    format: str,  # noqa: A002  # the option's name
) -> Answer:
    """Compare the records with the plan; a meeting that is missing is a finding."""
    source = read(file)
    with source.located():
        found = planning.conformance(source.collaboration, as_of=as_of or today())
    found = found if body is None else evolve(found.of(body), bodies=(body,))
    status = _status(found)
    if format == "json":
        return Answer(json_text(conformance_data(found, terminal.wording)), status, data=True)
    lines = conformance_lines(found, source.collaboration, terminal.wording, terminal.width)
    title = terminal.wording.word(TITLE)
    return Answer(page(source.collaboration, title, lines, terminal.wording, terminal.width), status)


def _status(found: Conformance) -> int:
    if found.counts[Conduct.MISSING]:
        return _MISSING
    return _UNDETERMINED if found.counts[Conduct.UNKNOWN] else _FINE


COMMAND = Verb(
    conformance,
    argument_file(),
    as_of_option(),
    option("--body", "ID", mark("only the meetings of this body")),
    format_option(),
    summary=mark("which planned meetings were held, moved, cancelled or missing"),
    details=[
        mark("What was held is what the file records under “held”; a meeting is taken for moved within three days."),
        mark("With “held_complete” a past meeting without a record is missing; otherwise it is unknown."),
        mark("Exit status 0: none is missing; 1: one is missing; 3: of one it is unknown; 2: the file cannot be used."),
    ],
    examples=["samverkan conformance min-samverkan.toml --as-of 2027-06-30"],
)
