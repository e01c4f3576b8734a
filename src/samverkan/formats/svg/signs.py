"""The signs of a plan: a shape for what has become of a meeting, a pattern for what has no day (*tecken*)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkan.formats.svg.element import Attributes, Face, at, element, words, written
from samverkan.formats.svg.palette import PAPER, QUIET
from samverkan.formats.tables.almanac import ShadeKind
from samverkan.planning.meeting import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

COLOURS: Final = ("#1d4ed8", "#15803d", "#b45309", "#6d28d9", "#0f766e", "#be123c", "#a21caf", "#0369a1")
"""Inks of the lanes, in turn; lanes are told apart by their place and number too."""

NUMBER: Final = 0.58
"""The size of the number in a sign, in parts of the sign."""


def colour(lane: int) -> str:
    """Give the ink of a lane."""
    return COLOURS[lane % len(COLOURS)]


def sign(status: Status, x: float, y: float, size: float, ink: str, number: str = "") -> str:  # noqa: PLR0913, PLR0917  # a sign, where it is, and how it looks
    """Draw a meeting around a point by what has become of it, with the number of its day where it takes place.

    Filled is what takes place: a disc as planned, a diamond where it was moved. What does not is hollow: crossed out
    where it was cancelled, dashed where it was skipped, a triangle where it was merged into another.
    """
    half = size / 2
    match status:
        case Status.PLANNED:
            disc = element("circle", cx=x, cy=y, r=half, fill=ink, stroke=PAPER, stroke_width=0.8)
            return disc + _number(number, x, y, size)
        case Status.MOVED:
            path = f"M{at(x, y - half * 1.25)}l{at(half * 1.25, half * 1.25)}"
            path += f"l{at(-half * 1.25, half * 1.25)}l{at(-half * 1.25, -half * 1.25)}z"
            diamond = element("path", d=path, fill=ink, stroke=PAPER, stroke_width=0.8)
            return diamond + _number(number, x, y, size)
        case Status.CANCELLED:
            arm = half * 0.7
            cross = f"M{at(x - arm, y - arm)}l{at(2 * arm, 2 * arm)}M{at(x - arm, y + arm)}l{at(2 * arm, -2 * arm)}"
            ring = element("circle", cx=x, cy=y, r=half * 0.95, fill=PAPER, stroke=ink, stroke_width=size * 0.1)
            return ring + element("path", d=cross, stroke=ink, stroke_width=size * 0.13)
        case Status.SKIPPED:
            dashes = f"{written(size * 0.18)} {written(size * 0.14)}"
            shape: Attributes = {
                "cx": x,
                "cy": y,
                "r": half * 0.9,
                "stroke_width": size * 0.12,
                "stroke_dasharray": dashes,
            }
            return element("circle", fill=PAPER, stroke=ink, **shape)
        case Status.MERGED:
            path = f"M{at(x, y - half)}l{at(half, half * 1.75)}h{written(-2 * half)}z"
            return element("path", d=path, fill=PAPER, stroke=ink, stroke_width=size * 0.11, stroke_linejoin="round")


def _number(number: str, x: float, y: float, size: float) -> str:
    if not number:
        return ""
    letters = size * NUMBER
    return words(number, x, y + letters * 0.36, Face(letters, PAPER, bold=True), anchor="middle")


def badge(number: str, x: float, y: float, size: float, ink: str) -> str:
    """Draw the number of a lane in its colour, in a box around a point."""
    width = size * (0.75 + 0.4 * len(number))
    box = element("rect", x=x - width / 2, y=y - size / 2, width=width, height=size, rx=size * 0.22, fill=ink)
    return box + words(number, x, y + size * 0.26, Face(size * 0.72, PAPER, bold=True), anchor="middle")


def tag(number: str, x: float, y: float, size: float) -> str:
    """Draw the number of a stretch around a point, on a ground of its own, so that it can be read on any pattern."""
    width = size * (0.35 + 0.68 * len(number))
    box = element("rect", x=x - width / 2, y=y - size / 2, width=width, height=size, rx=size * 0.4, fill=PAPER)
    return box + words(number, x, y + size * 0.34, Face(size, "#1e293b", bold=True), anchor="middle")


def stretch(path: str, lane: int, prefix: str) -> str:
    """Draw the outline of a stretch, filled with the pattern of what has no day."""
    ink = colour(lane)
    return element("path", d=path, fill=f"url(#{prefix}-{lane % len(COLOURS)})", stroke=ink, stroke_width=1)


def shade(path: str, kind: ShadeKind, prefix: str) -> str:
    """Draw shaded days: holidays dark, closed days hollow, breaks hatched, and dotted where they are a guess."""
    match kind:
        case ShadeKind.HOLIDAY:
            return element("path", d=path, fill=QUIET)
        case ShadeKind.CLOSED:
            return element("path", d=path, fill=PAPER, stroke=QUIET, stroke_width=1.4)
        case ShadeKind.BREAK:
            return element("path", d=path, fill=f"url(#{prefix}-break)", stroke=QUIET, stroke_width=0.7)
        case ShadeKind.GUESS:
            return element("path", d=path, fill=f"url(#{prefix}-guess)", stroke=QUIET, stroke_width=0.7)


def patterns(lanes: Iterable[int], prefix: str) -> str:
    """Write the definitions of the patterns of these lanes and of the breaks; their ids begin with ``prefix``."""
    inks = sorted({lane % len(COLOURS) for lane in lanes})
    drawn = [_pattern(f"{prefix}-{each}", "M-1 1L1 -1M0 5L5 0M4 6L6 4", COLOURS[each], 5, 1.2) for each in inks]
    drawn.append(_pattern(f"{prefix}-break", "M-1 3L1 5M0 0L4 4M3 -1L5 1", QUIET, 4, 1.1))
    drawn.append(_pattern(f"{prefix}-guess", "M1 1h1.2v1.2h-1.2z", QUIET, 3.4, 1))
    return "".join(drawn)


def _pattern(name: str, path: str, ink: str, tile: float, width: float) -> str:
    ground = element("rect", width=tile, height=tile, fill=PAPER)
    line = element("path", d=path, stroke=ink, stroke_width=width, fill="none")
    return element("pattern", ground, line, id=name, width=tile, height=tile, patternUnits="userSpaceOnUse")
