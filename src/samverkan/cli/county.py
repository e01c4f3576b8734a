"""Many collaborations judged in one run: a table with a row each, and whatever could not be judged below it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samverkan.cli.complaints import Misuse, NoSuch, complaint, of_name
from samverkan.cli.files import read
from samverkan.cli.judging import STATUS, checklist_at, judged
from samverkan.cli.terminal import Answer, Terminal, today
from samverkan.errors import InvalidCollaborationError, UnknownNameError, UnreadableFileError
from samverkan.formats.files import READERS
from samverkan.formats.markdown.county import county_document
from samverkan.formats.outcomes import json_text
from samverkan.formats.text.county import Row, Unread, county_data, county_text
from samverkan.formats.text.faults import fault_lines
from samverkan.formats.wording import mark
from samverkan.model.message import say
from samverkan.model.names import swedish

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from samverkan.formats.wording import Wording

_SEVERITY = (2, 1, 3, 0)
"""The exit statuses, the gravest first: of many rows the gravest is told."""
_JUDGING = mark("Judging")


def is_county(files: Sequence[str]) -> bool:
    """Say whether a table is asked for: several files, or a folder."""
    return len(files) > 1 or any(Path(file).is_dir() for file in files)


def county(
    terminal: Terminal, files: Sequence[str], *, as_of: dt.date | None, checklist: str | None, form: str
) -> Answer:
    """Judge every file and every file in a folder, with a progress bar where somebody sees it."""
    if checklist is not None:
        checklist_at(checklist)  # what is wrong with it is told once, and not of every file
    names = [name for file in files for name in _files(file)]
    day = as_of or today()
    rows: list[Row] = []
    unread: list[Unread] = []
    with click.progressbar(names, label=terminal.wording.word(_JUDGING), file=sys.stderr, hidden=not seen()) as bar:
        for name in bar:
            found = _judged(name, day, checklist, terminal.wording)
            if isinstance(found, Row):
                rows.append(found)
            else:
                unread.append(found)
    return Answer(_written(rows, unread, terminal, form), _status(rows, unread), data=form != "text")


def seen() -> bool:
    """Say whether errors are read at a terminal, where a progress bar is seen and wiped out again."""
    return sys.stderr.isatty()


def _files(file: str) -> list[str]:
    """Give the file, or the collaboration files of a folder by name, without those in its folders."""
    folder = Path(file)
    if not folder.is_dir():
        return [file]
    inside = (each for each in folder.iterdir() if each.suffix.lower() in READERS and not each.name.startswith("."))
    names = sorted((str(each) for each in inside), key=swedish)
    if not names:
        raise Misuse(say("{folder} holds no collaboration file: none ends in .toml or .json", folder=file))
    return names


def _judged(name: str, day: dt.date, checklist: str | None, wording: Wording) -> Row | Unread:
    try:
        found = read(name)
        with found.located():
            evaluation = judged(found.collaboration, name=checklist, as_of=day)
        return Row(name, found.collaboration.name, evaluation)
    except (InvalidCollaborationError, UnreadableFileError) as error:
        return Unread(name, fault_lines(error.faults, wording))
    except NoSuch as error:
        return Unread(name, [f"{name}: {complaint(error, wording)}"])
    except UnknownNameError as error:
        return Unread(name, [f"{name}: {complaint(of_name(error, wording), wording)}"])


def _status(rows: Sequence[Row], unread: Sequence[Unread]) -> int:
    found = {STATUS[row.evaluation.verdict] for row in rows} | ({2} if unread else set())
    return next(status for status in _SEVERITY if status in found)


def _written(rows: Sequence[Row], unread: Sequence[Unread], terminal: Terminal, form: str) -> str:
    match form:
        case "json":
            return json_text(county_data(rows, unread, terminal.wording))
        case "markdown":
            return county_document(rows, unread, terminal.wording)
        case "text":
            return county_text(rows, unread, terminal.wording, terminal.width)
        case _:
            raise Misuse(say("--format {format} tells of one collaboration only", format=form))
