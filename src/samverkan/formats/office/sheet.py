"""One sheet of a workbook (*blad*): a title, heads, and rows whose cells are words, numbers, days or nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from samverkan.errors import InvalidValueError
from samverkan.formats.markup import legal

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable


@frozen
class Aside:
    """What a cell tells and nobody is to change there (*upplysning*); it is shown in grey."""

    text: str


Value: TypeAlias = "str | int | float | dt.date | Aside | None"
"""What a cell may hold; nothing is an empty cell."""

TITLE = 31
"""The most signs of a sheet's title in Excel."""

CELL = 32_767
"""The most signs of a cell in Excel."""

_NEVER = re.compile(r"[\[\]:*?/\\]")
"""The signs that Excel refuses in a title."""


def cut(text: str, most: int) -> str:
    """Cut text to so many signs as Excel counts them: a sign beyond U+FFFF is two."""
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", errors="ignore")


def _heads(heads: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(legal, heads))


def _rows(rows: Iterable[Iterable[Value]]) -> tuple[tuple[Value, ...], ...]:
    return tuple(tuple(map(_cell, row)) for row in rows)


def _cell(value: Value) -> Value:
    match value:
        case str():
            return legal(value)
        case Aside(text):
            return Aside(legal(text))
        case _:
            return value


@frozen
class Entry:
    """What may be filled in below a head (*ifyllnad*): text, or a day, or one of some choices."""

    day: bool = False
    choices: tuple[str, ...] = ()


def _entries(entries: Iterable[Entry | None]) -> tuple[Entry | None, ...]:
    return tuple(entries)


def _title(title: str) -> str:
    """Make a title that Excel takes: its own signs become spaces, and what is too long is cut."""
    return cut(" ".join(_NEVER.sub(" ", legal(title)).split()), TITLE).strip("' ") or "–"


@frozen
class Sheet:
    """A table with a head for each column (*blad*); every row has a cell for every head.

    Text is held as a workbook can hold it: U+FFFD stands for what is no character of one. ``entries`` say for each
    column what may be filled in below the last row; without them the sheet only tells.
    """

    title: str = field(converter=_title)
    heads: tuple[str, ...] = field(converter=_heads)
    rows: tuple[tuple[Value, ...], ...] = field(default=(), converter=_rows)
    entries: tuple[Entry | None, ...] = field(default=(), converter=_entries)

    def __attrs_post_init__(self) -> None:
        for number, row in enumerate(self.rows):
            if len(row) != len(self.heads):
                told = f"row {number + 1} of “{self.title}” has {len(row)} cells and {len(self.heads)} heads"
                raise InvalidValueError("bad-row", told, "a cell for each head")
