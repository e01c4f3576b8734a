"""Columns of text that fit the width they are given, each cell wrapped at its words."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from samverkan.formats.text.width import clean, padded, width_of, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_GAP = 2
_UNBROKEN = 16
"""A word longer than this may be cut for the sake of a column; a shorter one stays whole."""


class Rest(str):
    """A line that goes on from the line before it, so that no page ends between the two."""

    __slots__ = ()


def paragraph(text: str, width: int, *, first: str = "", then: str = "") -> list[str]:
    """Wrap text, with ``first`` before the first line and ``then`` before the others."""
    lines = wrapped(text, max(width - width_of(then), 2), first=max(width - width_of(first), 2))
    return [
        Rest(f"{then}{line}".rstrip()) if number else f"{first}{line}".rstrip() for number, line in enumerate(lines)
    ]


def table(rows: Sequence[Sequence[str]], width: int, *, indent: int = 2) -> list[str]:
    """Lay out rows in columns; where the columns cannot stand side by side, each row becomes a paragraph.

    >>> table([["v. 9", "fre 4 mars"], ["v. 11", "fre 18 mars"]], 30)
    ['  v. 9   fre 4 mars', '  v. 11  fre 18 mars']
    """
    rows = [[clean(cell) for cell in row] for row in rows]
    columns = list(zip(*rows, strict=True))
    natural = [max(map(width_of, column)) for column in columns]
    least = [min(_longest_word(column), _UNBROKEN) for column in columns]
    widths = _shrunk(natural, least, width - indent - _GAP * (len(columns) - 1))
    if widths is None:
        return [line for row in rows for line in _stacked(row, width, indent)]
    return [line for row in rows for line in _side_by_side(row, widths, indent)]


def _longest_word(cells: Iterable[str]) -> int:
    return max(width_of(word) for cell in cells for word in cell.split(" "))


def _shrunk(widths: list[int], least: list[int], room: int) -> list[int] | None:
    """Take from the widest column that can give until all fit, or give up when none can."""
    widths = list(widths)
    while (surplus := sum(widths) - room) > 0:
        giving = [place for place, width in enumerate(widths) if width > least[place]]
        if not giving:
            return None
        widest = max(giving, key=lambda place: widths[place])
        second = max((widths[place] for place in giving if place != widest), default=0)
        widths[widest] = max(widths[widest] - surplus, min(second, widths[widest] - 1), least[widest])
    return widths


def _side_by_side(row: Iterable[str], widths: list[int], indent: int) -> list[str]:
    cells = [wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
    lines = zip_longest(*cells, fillvalue="")
    gap = " " * _GAP
    first, *rest = [
        " " * indent + gap.join(padded(part, width) for part, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    ]
    return [first, *map(Rest, rest)]


def _stacked(row: Iterable[str], width: int, indent: int) -> list[str]:
    text = " · ".join(cell for cell in row if cell)
    return paragraph(text, width, first=" " * indent, then=" " * (indent + 2))


def heading(text: str, width: int) -> list[str]:
    """Write a heading and a line under it."""
    lines = wrapped(text, width)
    return [*lines, "─" * max(map(width_of, lines))]


def cut(lines: list[str], height: int | None, more: Callable[[int], list[str]]) -> list[str]:
    """Keep as many whole paragraphs as a screen has lines for; those of ``more`` then say how many are left out."""
    if height is None or len(lines) <= height:
        return lines
    kept = max(height - len(more(len(lines))), 0)
    whole = kept
    while whole and (isinstance(lines[whole], Rest) or not lines[whole - 1]):
        whole -= 1
    kept = whole or kept  # a first paragraph that is longer than the screen is cut all the same
    return [*lines[:kept], *more(len(lines) - kept)]
