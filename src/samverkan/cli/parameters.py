"""The arguments and options of the command line (*parametrar*), each with what help says of it."""

from __future__ import annotations

from typing import Any

import click

from samverkan.cli.completion import files, setups
from samverkan.cli.values import Choice, Day
from samverkan.formats.wording import LANGUAGES, mark

PLACES = (
    mark("VERB"),
    mark("FILE"),
    mark("ANSWERS"),
    mark("NAME"),
    mark("PATH"),
    mark("DATE"),
    mark("CODE"),
    mark("ID"),
    mark("TERM"),
    mark("YEAR"),
    mark("WORKBOOK"),
    mark("LENGTH"),
    mark("RATE"),
)
"""The words that stand for what the reader is to fill in."""


class Argument(click.Argument):
    """An argument that help explains, as it does options."""

    def __init__(self, name: str, told: str, **settings: Any) -> None:  # noqa: ANN401  # what click takes
        super().__init__([name], metavar=name.upper(), **settings)
        self.told = told


def argument_file() -> Argument:
    """Make the argument that names a collaboration."""
    told = mark("a path, the name of a setup that comes along, or - for standard input")
    return Argument("file", told, shell_complete=setups)


def argument_files(*, required: bool = True) -> Argument:
    """Make the argument that names one collaboration or several."""
    told = mark("one or several: a path, the name of a setup that comes along, or - for standard input")
    return Argument("file", told, nargs=-1, required=required, shell_complete=setups)


def option(name: str, metavar: str | None, told: str, **settings: Any) -> click.Option:  # noqa: ANN401  # as click
    """Make an option; ``told`` is what help says of it, a key of the catalogue.

    The parameter has its name from the option, unless another follows after a space: ``--from from_``.
    """
    settings |= {"shell_complete": files} if metavar == "PATH" else {}
    return click.Option(name.split(), metavar=metavar, help=told, **settings)


def format_option(told: str = mark("text to read, or JSON for programs"), *more: str) -> click.Option:
    """Make the option that chooses between text for people, JSON for programs, and ``more``."""
    formats = ["text", "json", *more]
    return option("--format", "|".join(formats), told, type=Choice(formats), default="text")


def as_of_option() -> click.Option:
    """Make the option that says which day it is."""
    return option("--as-of", "DATE", mark("the day that counts as today; without it, the clock's"), type=Day())


def checklist_option() -> click.Option:
    """Make the option that names the checklist: by its name, or as a file of one's own."""
    told = mark(
        "the checklist to judge by, a name or a file of your own; without it, the first of the file's that exists, "
        "else our first"
    )
    return option("--checklist", "NAME", told)


def columns_option() -> click.Option:
    """Make the option that says in how many columns a picture stands."""
    told = mark("of a picture: how many columns it has, 1 for a telephone; without it, as many as suit its paper")
    return option("--columns", "N", told, type=Choice([str(number) for number in range(1, 10)]), callback=_count)


def _count(_: click.Context, __: click.Parameter, value: str | None) -> int | None:
    return None if value is None else int(value)


def output_option() -> click.Option:
    """Make the option that names a file for the answer."""
    return option("--output", "PATH", mark("write to this file, whole or not at all"))


def language_option() -> click.Option:
    """Make the option that chooses the language; it was looked up before parsing, and is only checked here."""
    told = mark("the language, Swedish by default (or set SAMVERKAN_LANG)")
    return option("--lang", "|".join(LANGUAGES), told, type=Choice(LANGUAGES), expose_value=False)


def _help(context: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001  # click calls it so
    if wanted:
        from samverkan.cli.terminal import Answer

        context.obj.give(Answer(context.get_help() + "\n"))
        context.exit()


def help_option() -> click.Option:
    """Make the option that shows help."""
    told = mark("show this help")
    return click.Option(["--help", "-h"], is_flag=True, is_eager=True, expose_value=False, callback=_help, help=told)
