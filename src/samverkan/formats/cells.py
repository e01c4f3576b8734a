"""The cells of a CSV text with their places, in the two dialects that people have: with commas and with semicolons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.formats.intake import place_at, refuse

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLAIN = {sign: re.compile(rf"[^{sign}\r\n]*") for sign in ",;"}
_END_OF_LINE = re.compile(r"[\r\n]+|\Z")
_QUOTED = re.compile(r'"((?:[^"]++|"")*+)"')

MAX_CELLS = 200_000
"""How many cells a text may have: room for twenty thousand rows of ten columns."""


@frozen
class Cell:
    """The text of a cell without its quotes, and the position in the whole text at which it begins."""

    text: str
    at: int


def rows(text: str, name: str) -> Iterator[list[Cell]]:
    """Give the rows of a CSV text; empty lines are none. The first line tells by its signs which dialect it is.

    Raises ``UnreadableFileError`` for a quoted cell that does not end or goes on after its end, and for too many cells.
    """
    delimiter = ";" if ";" in text.split("\n", 1)[0] else ","
    row: list[Cell] = []
    at = count = 0
    while at < len(text) or row:
        cell, at = _quoted(text, at, name) if text.startswith('"', at) else _bare(text, at, delimiter)
        row.append(cell)
        count += 1
        if count > MAX_CELLS:
            told = f"{name} has more than {MAX_CELLS:,} cells"
            refuse("too-many-values", told, "fewer rows, or fewer columns", place_at(text, cell.at, name))
        if text.startswith(delimiter, at):
            at += 1
            continue
        end = _END_OF_LINE.match(text, at)
        if end is None:
            refuse("syntax", "something follows the end of a quoted cell", "a cell in quotes", place_at(text, at, name))
        if any(each.text.strip() for each in row):
            yield row
        row, at = [], end.end()


def _bare(text: str, at: int, delimiter: str) -> tuple[Cell, int]:
    found = _PLAIN[delimiter].match(text, at)
    end = found.end() if found else at
    return Cell(text[at:end], at), end


def _quoted(text: str, at: int, name: str) -> tuple[Cell, int]:
    found = _QUOTED.match(text, at)
    if found is None:
        refuse("syntax", "the text of a cell is not closed", "quotes at both ends", place_at(text, at, name))
    return Cell(found[1].replace('""', '"'), at), found.end()
