"""The boxes that organisations are tied to, each with a sign for every seat at it (*organ som rutor*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.formats.svg.affiliation import Anchor, LinkKind
from samverkan.formats.svg.element import Attributes, Face, element, words
from samverkan.formats.svg.look import dot
from samverkan.formats.svg.measure import fitted
from samverkan.formats.svg.palette import INK, PAPER, QUIET, WASH
from samverkan.model.message import Message, say

if TYPE_CHECKING:
    from samverkan.formats.wording import Wording

_NAME, _CAPTION = 12, 11
_LINE, _DOT, _PAD = 15, 10, 9


@frozen
class Box:
    """A box as it will be drawn (*ruta*): what it holds, its lines of text and its size."""

    anchor: Anchor
    lines: tuple[str, ...]
    caption: tuple[str, ...]
    width: float

    @classmethod
    def of(cls, anchor: Anchor, width: float, wording: Wording, number: str = "") -> Box:
        """Lay out an anchor in a width; a ``number`` stands before its name."""
        name = f"{number}. {anchor.name}" if number else anchor.name
        room = width - 2 * _PAD
        lines = fitted(name, room, _NAME, bold=True, lines=4)
        return cls(anchor, tuple(lines), tuple(fitted(wording.tell(caption(anchor)), room, _CAPTION)), width)

    @property
    def dots(self) -> int:
        """How many rows of dots there are."""
        return -(-len(self.anchor.chairs) // self._across)

    @property
    def _air(self) -> float:
        return 7 if self.anchor.chairs else 1

    @property
    def _across(self) -> int:
        return int((self.width - 2 * _PAD) // _DOT)

    @property
    def height(self) -> float:
        """The height that all this takes."""
        return 2 * _PAD + _LINE * len(self.lines) + _DOT * self.dots + 13 * len(self.caption) - 3 + self._air

    def drawn(self, x: float, y: float, height: float = 0) -> str:
        """Draw the box with its upper left corner at a point, at least so high."""
        parts = [self._frame(x, y, max(height, self.height))]
        top = y + _PAD - 4
        for line in self.lines:
            top += _LINE
            parts.append(words(line, x + _PAD, top, Face(_NAME, INK, bold=True)))
        top += 10
        for place, sector in enumerate(self.anchor.chairs):
            down, across = divmod(place, self._across)
            parts.append(dot(sector, x + _PAD + 4 + across * _DOT, top + 2 + down * _DOT, 6.6))
        top += _DOT * self.dots + self._air - 10
        for line in self.caption:
            top += 13
            parts.append(words(line, x + _PAD, top, Face(_CAPTION, QUIET)))
        return "".join(parts)

    def _frame(self, x: float, y: float, height: float) -> str:
        look: Attributes = {"x": x, "y": y, "width": self.width, "height": height, "stroke": INK}
        match self.anchor.kind:
            case LinkKind.SEAT if not self.anchor.chairs:
                return element("rect", rx=9, fill=PAPER, stroke_width=1.2, stroke_dasharray="4 3", **look)
            case LinkKind.SEAT:
                return element("rect", rx=9, fill=WASH, stroke_width=1.6, **look)
            case LinkKind.STANDING | LinkKind.WORK:
                return element("rect", rx=2, fill=PAPER, stroke_width=1.2, **look)


def caption(anchor: Anchor) -> Message:
    """Say how many seats, organisations or activities an anchor stands for."""
    match anchor.kind:
        case LinkKind.SEAT if anchor.count == 0:
            return say("no seats stated")
        case LinkKind.SEAT if anchor.open:
            return say("at least {n} seat", "at least {n} seats", n=anchor.count)
        case LinkKind.SEAT:
            return say("{n} seat", "{n} seats", n=anchor.count)
        case LinkKind.STANDING:
            return say("{n} organisation", "{n} organisations", n=anchor.count)
        case LinkKind.WORK:
            return say("{n} in all", n=anchor.count)
