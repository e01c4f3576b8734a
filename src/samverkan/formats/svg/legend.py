"""The legend of a picture: signs with their words, in as many columns as fit (*teckenförklaring*)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from samverkan.formats.svg.element import Face, element, words
from samverkan.formats.svg.measure import fitted
from samverkan.formats.svg.palette import FAINT, QUIET

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Sign: TypeAlias = "Callable[[float, float], str]"
"""A function that draws a sign around a point."""

Entry: TypeAlias = "tuple[Sign, str]"
"""A sign and the words for it."""

_SIZE = 11
_LINE, _SIGN = 14, 34


def legend(entries: Sequence[Entry], x: float, y: float, width: float) -> tuple[str, float]:
    """Draw the entries below a rule at ``y``, row by row; give the markup, and the y at which it ends."""
    columns = max(1, int(width // 165))
    room = width / columns
    drawn = [element("path", d=f"M{x} {y}h{width}", stroke=FAINT, stroke_width=1)]
    top = y + 18
    for start in range(0, len(entries), columns):
        tallest = 1
        for place, (sign, label) in enumerate(entries[start : start + columns]):
            left = x + place * room
            lines = fitted(label, room - _SIGN - 4, _SIZE)
            drawn.append(sign(left + _SIGN / 2 - 4, top - 4))
            drawn += [
                words(line, left + _SIGN, top + row * _LINE, Face(_SIZE, QUIET)) for row, line in enumerate(lines)
            ]
            tallest = max(tallest, len(lines))
        top += tallest * _LINE + 5
    return "".join(drawn), top - _LINE + 4
