"""A network of up to some sixty nodes: tables to the left, organisations to the right, lines between (*solfjäder*)."""

from __future__ import annotations

from itertools import accumulate
from math import inf
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.formats.svg.affiliation import Affiliations, LinkKind
from samverkan.formats.svg.element import Attributes, Face, element, words, written
from samverkan.formats.svg.palette import INK, QUIET
from samverkan.formats.svg.placing import apart
from samverkan.formats.svg.rows import DETAIL, SYMBOL, Group, Row, grouped
from samverkan.formats.svg.tables import Box

if TYPE_CHECKING:
    from samverkan.formats.svg.affiliation import Link
    from samverkan.formats.wording import Wording

_WIDTH = 360
_MARGIN, _BOX, _FAN = 12, 116, 52
_APART = 16


@frozen
class Fan:
    """The drawing with everything in its place; ``height`` is measured from its own upper end."""

    shown: Affiliations
    groups: tuple[Group, ...]
    boxes: tuple[Box, ...]
    tops: tuple[float, ...]
    left: float

    @classmethod
    def of(cls, shown: Affiliations, wording: Wording) -> Fan:
        """Lay out the rows, then set each table as near as can be to the middle of its organisations."""
        reports = any(anchor.above is not None for anchor in shown.anchors)
        left = _MARGIN + (10 if reports else 0)
        room = _WIDTH - _MARGIN - (left + _BOX + _FAN + SYMBOL)
        groups = tuple(grouped(shown, room, wording))
        boxes = tuple(Box.of(anchor, _BOX, wording) for anchor in shown.anchors)
        return cls(shown, groups, boxes, _tops(groups, boxes), left)

    @property
    def width(self) -> float:
        """The width with its margins: that of a telephone."""
        return _WIDTH

    @property
    def height(self) -> float:
        """The height of the taller side."""
        ends = [top + box.height for top, box in zip(self.tops, self.boxes, strict=True)]
        return max([*ends, sum(group.height for group in self.groups)], default=0)

    def drawn(self, y: float, prefix: str) -> str:
        """Draw it from ``y`` downwards: lines first, so that nothing is under them."""
        placed = [(row, y + top) for row, top in _placed(self.groups)]
        parts = [*self._links(placed, y), *self._reports(y)]
        parts += [box.drawn(self.left, y + top) for box, top in zip(self.boxes, self.tops, strict=True)]
        parts += self._headings(y)
        parts += [row.drawn(self._symbol, top, prefix) for row, top in placed]
        return "\n".join(parts)

    @property
    def _symbol(self) -> float:
        return self.left + _BOX + _FAN

    def _headings(self, y: float) -> list[str]:
        tops = accumulate((group.height for group in self.groups), initial=y)
        x = self._symbol - SYMBOL / 2
        return [
            words(line, x, top + 13 * (place + 1), Face(DETAIL, QUIET, bold=True))
            for group, top in zip(self.groups, tops, strict=False)
            for place, line in enumerate(group.heading)
        ]

    def _links(self, placed: list[tuple[Row, float]], y: float) -> list[str]:
        drawn = []
        for place, (box, top) in enumerate(zip(self.boxes, self.tops, strict=True)):
            ends = [(row, link, end) for row, end in placed for link in row.member.links if link.anchor == place]
            for port, (row, link, end) in enumerate(ends):
                start = y + top + 12 + (box.height - 24) * (port + 0.5) / len(ends)
                drawn.append(self._link(row, link, start, end + row.middle))
        return drawn

    def _link(self, row: Row, link: Link, start: float, end: float) -> str:
        x, to = self.left + _BOX, self._symbol - SYMBOL
        bend = (to - x) * 0.55
        path = f"M{written(x)} {written(start)}C{written(x + bend)} {written(start)} "
        path += f"{written(to - bend)} {written(end)} {written(to)} {written(end)}"
        return element("path", d=path, fill="none", **stroke(link, ties=row.ties))

    def _reports(self, y: float) -> list[str]:
        drawn = []
        for place, anchor in enumerate(self.shown.anchors):
            if anchor.above is None:
                continue
            start, end = (y + self.tops[each] + self.boxes[each].height / 2 for each in (place, anchor.above))
            path = f"M{written(self.left)} {written(start)}C{written(self.left - 22)} {written(start)} "
            path += f"{written(self.left - 22)} {written(end)} {written(self.left - 4)} {written(end)}"
            drawn.append(element("path", d=path, fill="none", stroke=INK, stroke_width=1.4))
            tip = f"M{written(self.left)} {written(end)}l-7 -4v8z"
            drawn.append(element("path", d=tip, fill=INK))
        return drawn


def stroke(link: Link, *, ties: bool = False) -> Attributes:
    """Give the stroke of a link: whole for seats, wider for more of them, darker where the organisation ties bodies."""
    match link.kind:
        case LinkKind.SEAT:
            width = min(1.3 + 0.45 * (link.count - 1), 3.1)
            return {"stroke": INK if ties else QUIET, "stroke_width": width, "stroke_linecap": "round"}
        case LinkKind.STANDING:
            return {"stroke": QUIET, "stroke_width": 1.2, "stroke_dasharray": "6 3"}
        case LinkKind.WORK:
            return {"stroke": QUIET, "stroke_width": 1.3, "stroke_dasharray": "0.1 3.2", "stroke_linecap": "round"}


def _placed(groups: tuple[Group, ...]) -> list[tuple[Row, float]]:
    placed, top = [], 0.0
    for group in groups:
        at = top + group.head
        for row in group.rows:
            placed.append((row, at))
            at += row.height
        top += group.height
    return placed


def _tops(groups: tuple[Group, ...], boxes: tuple[Box, ...]) -> tuple[float, ...]:
    """Set each table beside its organisations; tables without any stand above the others if there is room, or below."""
    ends: list[list[float]] = [[] for _ in boxes]
    for row, top in _placed(groups):
        for link in row.member.links:
            ends[link.anchor].append(top + row.middle)
    middles = [sum(found) / len(found) if found else None for found in ends]
    first = min((each - box.height / 2 for each, box in zip(middles, boxes, strict=True) if each), default=0.0)
    alone = sum(box.height + _APART for each, box in zip(middles, boxes, strict=True) if each is None)
    elsewhere = 0.0 if alone <= first * 1.3 else inf  # a little more than the room only moves the others down a little
    order = sorted(range(len(boxes)), key=lambda place: elsewhere if (at := middles[place]) is None else at)
    last = max((end for found in ends for end in found), default=0.0)
    wanted = [min(elsewhere, last) if (at := middles[place]) is None else at for place in order]
    tops = apart(wanted, [boxes[place].height for place in order], _APART)
    placed = dict(zip(order, tops, strict=True))
    return tuple(placed[place] for place in range(len(boxes)))
