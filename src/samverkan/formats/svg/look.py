"""How each sector looks: a shape and a colour of its own, and a pattern beside them (*utseende*)."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from attrs import frozen

from samverkan.formats.svg.element import element, written
from samverkan.formats.svg.palette import PAPER, QUIET
from samverkan.model.organisations import Sector

if TYPE_CHECKING:
    from collections.abc import Iterable


@frozen
class Look:
    """The look of a kind of organisation: the corners of its shape, its colour, and the lines of its pattern.

    ``corners`` are angles in degrees, clockwise from the top, on a circle around the middle; without any the shape is
    the circle. ``pattern`` is the path drawn in white on each tile of 4 by 4.
    """

    colour: str
    corners: tuple[int, ...] = ()
    pattern: str = ""


LOOKS: Final[dict[Sector | None, Look]] = {
    Sector.MUNICIPALITY: Look("#1d4ed8", (45, 135, 225, 315)),
    Sector.MUNICIPAL_FEDERATION: Look("#0369a1", (60, 120, 240, 300), "M0 2H4"),
    Sector.REGION: Look("#0f766e", (30, 90, 150, 210, 270, 330), "M2 0V4"),
    Sector.STATE_AGENCY: Look("#6d28d9", (0, 90, 180, 270), "M-1 1L1 -1M0 4L4 0M3 5L5 3"),
    Sector.ACADEMIA: Look("#a21caf", (0, 72, 144, 216, 288), "M0 2H4M2 0V4"),
    Sector.BUSINESS: Look("#b45309", (0, 120, 240)),
    Sector.CIVIL_SOCIETY: Look("#15803d"),
    Sector.TARGET_GROUP: Look("#be123c", (60, 180, 300), "M-1 3L1 5M0 0L4 4M3 -1L5 1"),
    None: Look(QUIET, (60, 120, 180, 240, 300, 0)),
}
"""One look for each sector, and the last for organisations whose sector is not stated: an empty shape."""


def patterns(sectors: Iterable[Sector | None], prefix: str) -> str:
    """Write the definitions of the patterns that these sectors need; ids begin with ``prefix``."""
    return "".join(
        element(
            "pattern",
            element("rect", width=4, height=4, fill=LOOKS[sector].colour),
            element("path", d=LOOKS[sector].pattern, stroke=PAPER, stroke_width=1.1),
            id=_pattern(sector, prefix),
            width=4,
            height=4,
            patternUnits="userSpaceOnUse",
        )
        for sector in sectors
        if sector and LOOKS[sector].pattern
    )


def symbol(sector: Sector | None, x: float, y: float, size: float, prefix: str) -> str:
    """Draw the symbol of a sector around a point; ``size`` is about its width."""
    look = LOOKS[sector]
    patterned = f"url(#{_pattern(sector, prefix)})" if sector and look.pattern else _ground(sector)
    return _shape(look, x, y, size, fill=patterned, stroke=look.colour, stroke_width=1.6)


def dot(sector: Sector | None, x: float, y: float, size: float) -> str:
    """Draw a small symbol of a sector around a point: its shape and colour, without the pattern."""
    return _shape(LOOKS[sector], x, y, size, fill=_ground(sector), stroke=LOOKS[sector].colour, stroke_width=1)


def _ground(sector: Sector | None) -> str:
    return LOOKS[sector].colour if sector else PAPER


def _shape(look: Look, x: float, y: float, size: float, **drawn: str | float) -> str:
    if not look.corners:
        return element("circle", cx=x, cy=y, r=size / 2, **drawn)
    # A square reaches its corners, not its sides, at the radius, and a triangle is small within its circle.
    radius = size / 2 * (1.3 if len(look.corners) <= 4 else 1.12)
    return element("path", d=_around(look.corners, x, y, radius), stroke_linejoin="round", **drawn)


def _around(corners: Iterable[int], x: float, y: float, radius: float) -> str:
    points = [(x + radius * sin(each * pi / 180), y - radius * cos(each * pi / 180)) for each in corners]
    return "M" + "L".join(f"{written(left)} {written(top)}" for left, top in points) + "Z"


def _pattern(sector: Sector, prefix: str) -> str:
    return f"{prefix}-{sector.value}"
