"""A verb of the command line: its parameters, its help in the reader's language, and what becomes of its answer."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from samverkan.cli.complaints import Misuse, NoSuch
from samverkan.cli.completion import files, setups, words
from samverkan.errors import InvalidValueError
from samverkan.formats.text.table import paragraph, table
from samverkan.formats.wording import LANGUAGES, mark
from samverkan.model.message import say
from samverkan.model.terms import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from click.shell_completion import CompletionItem

    from samverkan.cli.terminal import Answer, Terminal
    from samverkan.formats.tables.year import Year


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


class Choice(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.5 on; we take 8.2 too
    """One of a few words."""

    name = "choice"

    def __init__(self, words: Sequence[str]) -> None:
        self.words = tuple(words)

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Give the word, or refuse another."""
        del ctx
        if value in self.words:
            return value
        option = param.opts[0] if param else ""
        raise NoSuch(say("{option} cannot be “{value}”", option=option, value=value), value, self.words)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Give the words that begin so."""
        del ctx, param
        return words(self.words, incomplete)


class Day(click.ParamType):  # type: ignore[type-arg]  # as above
    """A day, written as ISO 8601 has it."""

    name = "day"

    def convert(self, value: str | dt.date, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """Give the day, or refuse what is no date."""
        del param, ctx
        try:
            return value if isinstance(value, dt.date) else dt.date.fromisoformat(value)
        except ValueError:
            raise Misuse(say("“{value}” is not a date; write it as 2016-03-04", value=value)) from None


class HalfYear(click.ParamType):  # type: ignore[type-arg]  # as above
    """A half-year, in any way in which a collaboration file may write it."""

    name = "half-year"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Term:
        """Give the term, or refuse what is none."""
        del param, ctx
        try:
            return Term.parse(value)
        except InvalidValueError:
            raise Misuse(say("“{value}” is not a term; write it as VT16 or HT16", value=value)) from None


class OneYear(click.ParamType):  # type: ignore[type-arg]  # as above
    """A calendar year, or a school year."""

    name = "year"

    def convert(self, value: str | Year, param: click.Parameter | None, ctx: click.Context | None) -> Year:
        """Give the year, or refuse what is none."""
        del param, ctx
        from samverkan.formats.tables.year import Year

        try:
            return value if isinstance(value, Year) else Year.parse(value)
        except InvalidValueError:
            told = say("“{value}” is not a year; write it as 2016, or a school year as 2015/16", value=str(value))
            raise Misuse(told) from None


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


class Told(click.Command):
    """A command whose help is written in the words of ``Wording``, at the reader's width."""

    summary = ""
    details: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the line; what is wrong with it knows of which verb it was said."""
        try:
            self._refuse_repeated(ctx, list(args))
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def _refuse_repeated(self, ctx: click.Context, args: list[str]) -> None:
        """Refuse a value that a later one would replace without a word; click keeps the last."""
        _, _, order = self.make_parser(ctx).parse_args(args)
        for param, count in Counter(order).items():
            if count > 1 and isinstance(param, click.Option) and not (param.multiple or param.is_flag):
                raise Misuse(say("the option {option} can be given once only", option=param.opts[0]))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Leave click's own help option out: ours stands among the parameters."""
        del ctx
        return None

    def get_help(self, ctx: click.Context) -> str:
        """Write the whole help."""
        terminal: Terminal = ctx.obj
        return "\n".join(self.help_lines(ctx, terminal))

    def help_lines(self, ctx: click.Context, terminal: Terminal) -> Iterator[str]:
        """Give the usage, what the verb does, its arguments, its options and some examples."""
        word, width = terminal.wording.word, terminal.width
        usage = " ".join([ctx.command_path, *self.pieces(ctx, terminal)])
        yield from paragraph(usage, width, first=f"{word('Usage')}: ", then="  ")
        for text in (self.summary, *self.details):
            yield ""
            yield from paragraph(_sentence(word(text)), width)
        yield from self.listed(ctx, terminal)
        if self.examples:
            yield from ("", f"{word('Examples')}:")
            yield from (line for each in self.examples for line in paragraph(each, width, first="  ", then="    "))

    def pieces(self, ctx: click.Context, terminal: Terminal) -> list[str]:
        """Name what stands on the line after the verb."""
        arguments = [param for param in self.get_params(ctx) if isinstance(param, Argument)]
        names = [_placed(param, terminal.wording.word(str(param.metavar))) for param in arguments]
        shown = [name if param.required else f"[{name}]" for name, param in zip(names, arguments, strict=True)]
        return [f"[{terminal.wording.word('OPTIONS')}]", *shown]

    def listed(self, ctx: click.Context, terminal: Terminal) -> Iterator[str]:
        """List the arguments and the options, each with what it is for."""
        word, params = terminal.wording.word, self.get_params(ctx)
        arguments = [(word(str(param.metavar)), word(param.told)) for param in params if isinstance(param, Argument)]
        options = [(_names(param, word), word(param.help or "")) for param in params if isinstance(param, click.Option)]
        for title, rows in ((word("Arguments"), arguments), (word("Options"), options)):
            if rows:
                yield from ("", f"{title}:", *table(rows, terminal.width))


def _placed(param: Argument, name: str) -> str:
    return f"{name} [{name} …]" if param.nargs < 0 else name


def _names(param: click.Option, word: Callable[[str], str]) -> str:
    names = ", ".join(sorted(param.opts, key=len))
    return f"{names} {' '.join(map(word, param.metavar.split()))}" if param.metavar else names


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', ':', '?')) else '.'}"


class Verb(Told):
    """A verb: a function of the reader and the parameters that gives an answer."""

    def __init__(
        self,
        answer: Callable[..., Answer],
        *params: click.Parameter,
        summary: str,
        details: Sequence[str] = (),
        examples: Sequence[str] = (),
        own_output: bool = False,
    ) -> None:
        shared = [*([] if own_output else [output_option()]), language_option(), help_option()]
        super().__init__(answer.__name__.rstrip("_"), params=[*params, *shared], callback=None)
        self.answer, self.own_output = answer, own_output
        self.summary, self.details, self.examples = summary, tuple(details), tuple(examples)
        self.allow_extra_args = True  # so that surplus ones are refused below, in words of our own

    def invoke(self, ctx: click.Context) -> None:
        """Answer, print or write the answer, and leave with its status."""
        if ctx.args:
            surplus = " ".join(ctx.args)
            told = say("“{surplus}” is too much on the line; names with spaces need quotes", surplus=surplus)
            raise Misuse(told, ctx)
        output = None if self.own_output else ctx.params.pop("output")
        answer = self.answer(ctx.obj, **ctx.params)
        ctx.obj.give(answer, output)
        ctx.exit(answer.status)
