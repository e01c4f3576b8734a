"""``samverkan check``: can this file be used, and what is wrong with it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from samverkan.cli.files import read
from samverkan.cli.parameters import argument_file, format_option
from samverkan.cli.terminal import Answer, Terminal
from samverkan.cli.verb import Verb
from samverkan.errors import InvalidCollaborationError, UnreadableFileError
from samverkan.formats.text.faults import shown_faults
from samverkan.formats.text.summary import summary_lines
from samverkan.formats.wording import mark
from samverkan.formats.wording.faults import told
from samverkan.planning.schedule import schedule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.errors import Fault
    from samverkan.formats.wording import Wording

_UNUSABLE = 2


def check(terminal: Terminal, *, file: str, format: str) -> Answer:  # noqa: A002  # the option's name
    """Say that the file can be used, and what in it looks like a person's; or tell every fault in it."""
    try:
        found = read(file)
        with found.located():
            schedule(found.collaboration)  # a rule may give a meeting on a day that it forbids
    except (InvalidCollaborationError, UnreadableFileError) as error:
        if format == "json":
            return _data(error.faults, (), terminal.wording, _UNUSABLE)
        lines = shown_faults(error.faults, terminal.wording, terminal.width)
        return Answer("".join(f"{line}\n" for line in lines), _UNUSABLE, complaint=True)
    exposed = found.exposures()
    if format == "json":
        return _data((), exposed, terminal.wording, int(bool(exposed)))
    lines = [
        *summary_lines(found.collaboration, terminal.wording, terminal.width),
        *shown_faults(exposed, terminal.wording, terminal.width),
    ]
    return Answer("".join(f"{line}\n" for line in lines), int(bool(exposed)))


def _data(faults: Iterable[Fault], warnings: Iterable[Fault], wording: Wording, status: int) -> Answer:
    both = {"faults": faults, "warnings": warnings}
    plain = {key: [_plain(fault, wording) for fault in each] for key, each in both.items()}
    return Answer(json.dumps(plain, ensure_ascii=False, indent=2, sort_keys=True), status, data=True)


def _plain(fault: Fault, wording: Wording) -> dict[str, object]:
    place = fault.location
    return {
        "code": fault.code,
        "message": told(fault.message, wording),
        "expected": told(fault.expected, wording) if fault.expected else None,
        "nearest": fault.nearest,
        "path": list(fault.path),
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
    }


COMMAND = Verb(
    check,
    argument_file(),
    format_option(),
    summary=mark("say whether a file can be used, and what is wrong with it"),
    details=[
        mark("Each fault is told with file, line and column, and how to mend it; all are told at once."),
        mark("It warns of what looks like a person’s: identity numbers, telephones, e-mail addresses and names."),
        mark("Exit status 0: the file can be used; 1: it can, but holds what looks like a person’s; 2: it cannot."),
    ],
    examples=["samverkan check min-samverkan.toml"],
)
