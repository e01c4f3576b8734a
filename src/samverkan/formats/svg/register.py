"""A network of hundreds of nodes: tables with numbers, and organisations in columns that name them (*förteckning*)."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from samverkan.formats.svg.affiliation import Affiliations, LinkKind
from samverkan.formats.svg.element import Attributes, Face, element, words
from samverkan.formats.svg.look import LOOKS
from samverkan.formats.svg.measure import fitted
from samverkan.formats.svg.palette import INK, PAPER, WASH
from samverkan.formats.svg.rows import SYMBOL, Group, Row, row
from samverkan.formats.svg.tables import Box
from samverkan.model.names import swedish

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.formats.svg.affiliation import Link, Member
    from samverkan.formats.wording import Wording

_MARGIN = 12
_COLUMN, _GUTTER = 252, 18
_BADGE, _BADGES = 20, 4
_HEAD = 13
_SHEET = 1.3  # height by width of a sheet of A, less its title and legend

_Line: TypeAlias = "tuple[float, str | Row]"
"""How high a line is, and a heading or an organisation."""


@frozen
class Register:
    """The drawing with everything in its column; of ``across`` columns the last may be empty."""

    shown: Affiliations
    across: int
    columns: tuple[tuple[_Line, ...], ...]
    boxes: tuple[tuple[Box, ...], ...]

    @classmethod
    def of(cls, shown: Affiliations, wording: Wording, columns: int | None = None) -> Register:
        """Lay out in so many columns, or in as many as make the shape of a sheet of A4 or A3."""
        lines = [line for group in _groups(shown, wording) for line in _lines(group)]
        boxes = [Box.of(each, _COLUMN, wording, str(place)) for place, each in enumerate(shown.anchors, 1)]
        area = sum(height for height, _ in lines) + sum(box.height for box in boxes)
        wanted = columns or max(1, round((area / _SHEET / (_COLUMN + _GUTTER)) ** 0.5))
        tables = tuple(tuple(boxes[start : start + wanted]) for start in range(0, len(boxes), wanted))
        return cls(shown, wanted, tuple(_flowed(lines, wanted)), tables)

    @property
    def width(self) -> float:
        """The width of all columns with their margins."""
        return 2 * _MARGIN + self.across * _COLUMN + (self.across - 1) * _GUTTER

    @property
    def height(self) -> float:
        """The height of the tables and of the longest column."""
        return self._tables + max((sum(height for height, _ in column) for column in self.columns), default=0)

    @property
    def _tables(self) -> float:
        return sum(max(box.height for box in line) + 12 for line in self.boxes) + 10

    def drawn(self, y: float, prefix: str) -> str:
        """Draw it from ``y`` downwards."""
        return "\n".join(chain(self._boxes(y), self._rows(y + self._tables, prefix)))

    def _boxes(self, y: float) -> Iterator[str]:
        for line in self.boxes:
            tallest = max(box.height for box in line)
            for x, box in zip(self._lefts, line, strict=False):
                yield box.drawn(x, y, tallest)
            y += tallest + 12

    @property
    def _lefts(self) -> list[float]:
        return [_MARGIN + place * (_COLUMN + _GUTTER) for place in range(self.across)]

    def _rows(self, y: float, prefix: str) -> Iterator[str]:
        for x, column in zip(self._lefts, self.columns, strict=False):
            top = y
            for height, line in column:
                if isinstance(line, str):
                    yield words(line, x, top + height - 8, Face(_HEAD, INK, bold=True))
                else:
                    yield line.drawn(x + SYMBOL / 2 + 1, top, prefix)
                    yield from _badges(line.member.links, x + _COLUMN, top + line.middle)
                top += height


def _badges(links: Sequence[Link], right: float, y: float) -> Iterator[str]:
    shown = links if len(links) <= _BADGES else links[: _BADGES - 1]
    left = right - _BADGE * _BADGES
    for place, link in enumerate(shown):
        yield _badge(left + place * _BADGE, y, str(link.anchor + 1), link)
    if len(links) > len(shown):
        more = f"+{len(links) - len(shown)}"
        yield words(more, left + len(shown) * _BADGE + 9, y + 4, Face(10.5, INK), anchor="middle")


def _badge(x: float, y: float, number: str, link: Link) -> str:
    seat = link.kind is LinkKind.SEAT
    look: Attributes = {"fill": WASH if seat else PAPER, "stroke": INK, "stroke_width": 1.4 if seat else 0.9}
    dashes: Attributes = {} if seat else {"stroke_dasharray": "3 2" if link.kind is LinkKind.STANDING else "1 1.6"}
    frame = element("rect", x=x, y=y - 7.5, width=18, height=15, rx=5 if seat else 1, **look, **dashes)
    return frame + words(number, x + 9, y + 3.8, Face(10.5, INK), anchor="middle")


def _groups(shown: Affiliations, wording: Wording) -> list[Group]:
    local = Counter(member.municipality for member in shown.members if member.municipality)
    # Headings over one organisation each would tell nothing.
    towns = set(local) if local.total() >= 2 * len(local) > 2 else set()
    found: dict[str, list[Member]] = {}
    tying = wording.word("Sits in several bodies")
    for member in shown.members:
        sector = wording.label(member.sector) if member.sector else wording.word("sector not stated")
        place = member.municipality if member.municipality in towns else sector[:1].upper() + sector[1:]
        found.setdefault(tying if len(member.tables) > 1 and place not in towns else place, []).append(member)
    ranks = {sector: rank for rank, sector in enumerate(LOOKS)}
    width = _COLUMN - 2 * SYMBOL - _BADGE * _BADGES
    return [
        Group(
            fitted(heading, _COLUMN, _HEAD, lines=1, bold=True),
            tuple(row(each, width, wording) for each in sorted(found[heading], key=lambda one: ranks[one.sector])),
        )
        for heading in sorted(found, key=lambda each: (each != tying, each not in towns, swedish(each)))
    ]


def _lines(group: Group) -> Iterator[_Line]:
    first, *others = group.rows
    yield 34, group.heading[0]
    yield first.height, first
    yield from ((each.height, each) for each in others)


def _flowed(lines: Sequence[_Line], columns: int) -> Iterator[tuple[_Line, ...]]:
    """Fill the columns one after the other; a heading is never the last line of one."""
    share = sum(height for height, _ in lines) / columns
    column: list[_Line] = []
    filled, left = 0.0, columns
    for height, line in lines:
        if column and left > 1 and filled + height / 2 > share and not isinstance(column[-1][1], str):
            yield tuple(column)
            column, filled, left = [], 0.0, left - 1
        column.append((height, line))
        filled += height
    yield tuple(column)
