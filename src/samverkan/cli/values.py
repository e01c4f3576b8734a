"""What the value of an option may be (*värde*): one of a few words, a day, a half-year, a year."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from samverkan.cli.complaints import Misuse, NoSuch
from samverkan.cli.completion import words
from samverkan.errors import InvalidValueError
from samverkan.model.message import say
from samverkan.model.terms import FIRST_YEAR, LAST_YEAR, Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from click.shell_completion import CompletionItem

    from samverkan.formats.tables.year import Year


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


def day(text: str) -> dt.date:
    """Read a day that stands on the line, or refuse what is no date, or one too far off to reckon from."""
    try:
        found = dt.date.fromisoformat(text)
    except ValueError:
        raise Misuse(say("“{value}” is not a date; write it as 2016-03-04", value=text)) from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise Misuse(say("“{value}” is no day from {first} to {last}", value=text, first=FIRST_YEAR, last=LAST_YEAR))
    return found


class Day(click.ParamType):  # type: ignore[type-arg]  # as above
    """A day, written as ISO 8601 has it."""

    name = "day"

    def convert(self, value: str | dt.date, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """Give the day, or refuse what is no date."""
        del param, ctx
        return value if isinstance(value, dt.date) else day(value)


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
