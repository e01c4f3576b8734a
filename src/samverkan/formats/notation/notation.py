"""A text that says a time, as the grammar sees it, and what is read from it."""

from __future__ import annotations

from attrs import frozen

from samverkan.formats.notation.lexicon import Lexicon
from samverkan.formats.notation.refusal import refuse, shown
from samverkan.formats.notation.tokens import Month, Number, Ordinal, Tokens
from samverkan.model.when import When


@frozen
class Reading:
    """What a text says, and the keys of those parts that a reader deduced rather than read (*underförstått*).

    The keys are the ones that a collaboration file has: ``date``, ``from``, ``week``, ``month`` …
    """

    when: When
    inferred: tuple[str, ...] = ()


@frozen
class Year:
    """A year, and whether it is deduced: a year in square brackets is, as in a library's catalogue."""

    number: int
    inferred: bool = False


@frozen
class Notation:
    """A text, what its words mean, and the year that the text around it is about, if any."""

    text: str
    tokens: Tokens
    lexicon: Lexicon
    around: int | None = None

    def year(self, stated: Year | None) -> Year | None:
        """Give the stated year, or else the one from around the text, which is always deduced."""
        if stated is None and self.around is not None:
            return Year(self.around, inferred=True)
        return stated

    def certain_year(self, stated: Year | None) -> Year:
        """Give the stated year or the one from around, or refuse a text that has neither."""
        year = self.year(stated)
        if year is None:
            raise refuse(
                "no-year",
                f"“{shown(self.text)}” says no year, and nothing around it does",
                "a year, such as “18/1-16” or “18/1 2016”",
            )
        return year


def take_year(tokens: Tokens, *, dashed: bool = True) -> tuple[Year | None, Tokens]:
    """Take a year off the front: ``2016``, ``[2016]``, ``'16``, and where ``dashed`` ``-16`` too.

    Two digits are a year of this century, as the terms of the model have it. What begins a day is no year.
    """
    tail = tokens
    match tokens:
        case ["[", Number(number, 4), "]", *rest]:
            return Year(number, inferred=True), rest
        case ["'", Number(number, 2), *rest]:
            return Year(2000 + number), rest
        case ["-" | "/", Number(number, 2), *rest] if dashed and not _opens_day(tokens[1:]):
            return Year(2000 + number), rest
        case ["-" | "/", Number(_, 4), *_] if dashed:
            tail = tokens[1:]
        case [",", Number(_, 4), *_]:
            tail = tokens[1:]
    match tail:
        case [Number(number, 4), *rest] if not _opens_day(tail):
            return Year(number), rest
    return None, tokens


def _opens_day(tokens: Tokens) -> bool:
    match tokens:
        case [Number(_, 1 | 2), "/", Number(), *_]:
            return True
        case [Number(_, 1 | 2) | Ordinal(), Month(), *_]:
            return True
        case [Number(_, 4), "-", Number(_, 1 | 2), "-", Number(_, 1 | 2), *_]:
            return True
    return False
