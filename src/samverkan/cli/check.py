"""``samverkan check``: can this file be used, and what is wrong with it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from samverkan.cli.files import planned
from samverkan.cli.terminal import Answer, Terminal
from samverkan.cli.verb import Verb, argument_file, format_option
from samverkan.errors import InvalidCollaborationError, UnreadableFileError
from samverkan.formats.text.faults import shown_faults
from samverkan.formats.text.summary import summary_lines
from samverkan.formats.wording import mark
from samverkan.formats.wording.faults import told

if TYPE_CHECKING:
    from samverkan.errors import Fault
    from samverkan.formats.wording import Wording

_UNUSABLE = 2


def check(terminal: Terminal, *, file: str, format: str) -> Answer:  # noqa: A002  # the option's name
    """Say that the file can be used, and what its own remarks are; or tell every fault in it."""
    try:
        collaboration, _ = planned(file)  # a rule may give a meeting on a day that it forbids
    except (InvalidCollaborationError, UnreadableFileError) as error:
        if format == "json":
            return _data([_plain(fault, terminal.wording) for fault in error.faults], _UNUSABLE)
        lines = shown_faults(error.faults, terminal.wording, terminal.width)
        return Answer("".join(f"{line}\n" for line in lines), _UNUSABLE, complaint=True)
    if format == "json":
        return _data([], 0)
    return Answer("".join(f"{line}\n" for line in summary_lines(collaboration, terminal.wording, terminal.width)))


def _data(faults: list[dict[str, object]], status: int) -> Answer:
    text = json.dumps({"faults": faults}, ensure_ascii=False, indent=2, sort_keys=True)
    return Answer(f"{text}\n", status, data=True)


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
        mark("Exit status 0: the file can be used; 2: it cannot."),
    ],
    examples=["samverkan check min-samverkan.toml"],
)
