"""A verb of the command line: its parameters and help in the reader's language, and what becomes of its answer."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from samverkan.cli.complaints import Misuse
from samverkan.cli.output import spare
from samverkan.cli.parameters import Argument, help_option, language_option, output_option
from samverkan.formats.text.table import paragraph, table
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from samverkan.cli.terminal import Answer, Terminal


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
        spare(output, *ctx.params.values())
        answer = self.answer(ctx.obj, **ctx.params)
        ctx.obj.give(answer, output)
        ctx.exit(answer.status)
