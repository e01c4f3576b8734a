"""``samverkan new``: a file to begin with."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samverkan.cli.complaints import Misuse
from samverkan.cli.output import add_all, write_whole
from samverkan.cli.parameters import option
from samverkan.cli.starter import starter
from samverkan.cli.terminal import Answer, Terminal, today
from samverkan.cli.verb import Verb
from samverkan.errors import InvalidValueError, SamverkanError
from samverkan.formats import toml
from samverkan.formats.wording import mark
from samverkan.formats.wording.faults import told
from samverkan.model.message import say
from samverkan.model.names import slug
from samverkan.model.organisations import Municipality

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.formats.wording import Wording


def new(  # noqa: PLR0913  # one parameter for each option
    terminal: Terminal,
    *,
    name: str | None,
    municipality: Sequence[tuple[str, str]],
    id: str | None,  # noqa: A002  # the option's name
    output: str | None,
    force: bool,
) -> Answer:
    """Ask for what is missing, write the file, and say what to do next."""
    wording = terminal.wording
    name = name or _asked(wording, mark("What is the collaboration called?"), "--name")
    towns = [_town(code, town, wording) for code, town in municipality] or [_asked_town(wording)]
    own = id or slug(name) or "samverkan"
    text = starter(name, towns, id_=own, language=wording.language, today=today())
    _read_back(text, wording)
    if output == "-":
        return Answer(text, data=True)
    path = Path(output or f"{own}.toml")
    try:
        if force:
            write_whole(path, text)
        else:
            add_all([(path, text)])
    except FileExistsError:
        told = say("{file} exists already; choose another name, or overwrite it with --force", file=str(path))
        raise Misuse(told) from None
    return Answer(_next_steps(path, wording))


def _asked(wording: Wording, question: str, parameter: str) -> str:
    if not sys.stdin.isatty():
        raise Misuse(say("{parameter} is missing, and there is no terminal to ask at", parameter=parameter))
    return str(click.prompt(wording.word(question), prompt_suffix=" ", err=True))


def _asked_town(wording: Wording) -> Municipality:
    """Ask for a municipality, and for its code once more as long as it is none."""
    town = _asked(wording, mark("Which municipality?"), "--municipality")
    while True:
        code = _asked(wording, mark("Its code at Statistics Sweden, four digits?"), "--municipality")
        try:
            return _town(code, town, wording)
        except Misuse as wrong:
            click.echo(wording.tell(wrong.told), err=True)


def _in_pairs(_: click.Context, __: click.Parameter, value: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Refuse the next option, where it is taken for the name that was forgotten."""
    if any(name.startswith("--") for _, name in value):
        raise Misuse(say("--municipality takes a code and a name, such as 1452 Tranemo"))
    return value


def _town(code: str, name: str, wording: Wording) -> Municipality:
    try:
        return Municipality(code, name.removesuffix(" kommun"))
    except InvalidValueError as error:
        expected = told(error.expected or "", wording)
        raise Misuse(say("{what}; expected {expected}", what=told(error.message, wording), expected=expected)) from None


def _read_back(text: str, wording: Wording) -> None:
    """Refuse a name or an id that would make a file which nobody can read."""
    try:
        toml.loads(text)
    except SamverkanError as error:
        fault = next(iter(getattr(error, "faults", ())), None)
        what = told(fault.message, wording) if fault else str(error)
        expected = told(fault.expected or "–", wording) if fault else "–"
        raise Misuse(say("{what}; expected {expected}", what=what, expected=expected)) from None


def _next_steps(path: Path, wording: Wording) -> str:
    file = f'"{path}"' if " " in str(path) else str(path)
    lines = [
        wording.tell(say("{file} is written. Open it, fill in what you know, and then:", file=file)),
        f"  samverkan check {file}",
        f"  samverkan report {file}",
    ]
    return "".join(f"{line}\n" for line in lines)


COMMAND = Verb(
    new,
    option("--name", "NAME", mark("what the collaboration is called")),
    option(
        "--municipality",
        "CODE NAME",
        mark("code and name of a municipality; can be given again"),
        nargs=2,
        multiple=True,
        callback=_in_pairs,
    ),
    option("--id", "ID", mark("a short name in small letters, made from the name if not given")),
    option("--output", "PATH", mark("the file to write, or - to print it")),
    option("--force", None, mark("overwrite a file that exists"), is_flag=True),
    summary=mark("write a starter file with explanations"),
    details=[
        mark("What is not given is asked for. The file can be used as it is, and everything else in it is an example.")
    ],
    examples=['samverkan new --name "Integration Exempel" --municipality 1452 Tranemo --output exempel.toml'],
    own_output=True,
)
