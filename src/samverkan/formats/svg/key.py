"""The words below a picture of a plan, in columns (*nyckel*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.formats.markup import escaped
from samverkan.formats.svg.element import Face, element, words
from samverkan.formats.svg.entries import Entry
from samverkan.formats.svg.measure import fitted
from samverkan.formats.svg.palette import INK, QUIET
from samverkan.formats.svg.signs import badge, colour, tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkan.formats.svg.sheet import Sheet

_MOST_LINES = 9
_SIGN = 26


def _lines(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(lines)


@frozen
class Block:
    """An entry laid out in a width."""

    entry: Entry
    heading: tuple[str, ...] = field(converter=_lines)
    lines: tuple[str, ...] = field(converter=_lines)
    size: float

    @classmethod
    def of(cls, entry: Entry, width: float, size: float) -> Block:
        """Break the words into lines; what is more than fits is cut, and told whole where one points at it."""
        room = width - _SIGN
        heading = fitted(entry.heading, room, size, bold=True, lines=3)
        return cls(entry, heading, fitted(entry.text, room, size, lines=_MOST_LINES) if entry.text else [], size)

    @property
    def height(self) -> float:
        """The height with the distance to the next."""
        return (len(self.heading) + len(self.lines)) * self.size * 1.32 + self.size * 0.75

    def drawn(self, x: float, y: float) -> str:
        """Draw the block with its upper left corner at a point."""
        entry, step = self.entry, self.size * 1.32
        parts = [element("title", escaped(str(entry)))]
        middle = y + step * 0.55
        if entry.lane is not None:
            parts.append(badge(entry.number, x + 10, middle, max(self.size * 1.3, 14.4), colour(entry.lane)))
        elif entry.number:
            parts.append(tag(entry.number, x + 10, middle, self.size))
        for line in self.heading:
            y += step
            parts.append(words(line, x + _SIGN, y - step * 0.2, Face(self.size, INK, bold=True)))
        for line in self.lines:
            y += step
            parts.append(words(line, x + _SIGN, y - step * 0.2, Face(self.size, QUIET)))
        return element("g", *parts)


def key(told: Sequence[Entry], sheet: Sheet, y: float) -> tuple[str, float]:
    """Draw the entries in columns from ``y`` downwards; give the markup, and the y at which the longest ends."""
    gutter = 18
    width = (sheet.room - gutter * (sheet.columns - 1)) / sheet.columns
    blocks = [Block.of(each, width, sheet.text) for each in told]
    drawn, bottom = [], y
    for place, column in enumerate(_columns(blocks, sheet.columns)):
        top = y
        for block in column:
            drawn.append(block.drawn(sheet.margin + place * (width + gutter), top))
            top += block.height
        bottom = max(bottom, top)
    return "\n".join(drawn), bottom


def _columns(blocks: Sequence[Block], columns: int) -> list[list[Block]]:
    """Fill the columns in order, none higher than it must be for all to fit."""
    heights = [block.height for block in blocks]
    low, high = max(heights, default=0.0), sum(heights)
    for _ in range(40):  # halving that often leaves no difference that could be seen
        middle = (low + high) / 2
        low, high = (low, middle) if len(_flowed(blocks, middle)) <= columns else (middle, high)
    return _flowed(blocks, high + 0.01)


def _flowed(blocks: Sequence[Block], height: float) -> list[list[Block]]:
    columns: list[list[Block]] = [[]]
    filled = 0.0
    for block in blocks:
        if columns[-1] and filled + block.height > height:
            columns.append([])
            filled = 0.0
        columns[-1].append(block)
        filled += block.height
    return columns
