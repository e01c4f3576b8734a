"""Where a day is in a picture: around a circle, along a strip, or down a telephone's screen (*tidsaxel*).

A frame has two coordinates: a day, as an ordinal number with a fraction, and a distance across, from the outer edge.
"""

from __future__ import annotations

from math import cos, pi, sin
from typing import Protocol

from attrs import frozen

from samverkan.formats.svg.element import at, written


class Frame(Protocol):
    """A way to lay out days."""

    def point(self, day: float, across: float) -> tuple[float, float]:
        """Give the place of a moment at a distance across."""
        ...

    def length(self, days: float, across: float) -> float:
        """Give how long so many days are at a distance across."""
        ...

    def band(self, start: float, end: float, near: float, far: float) -> str:
        """Give the path around what lies between two moments and two distances."""
        ...


@frozen
class Circle:
    """Days clockwise around a middle, the first at the top; ``across`` is measured inwards from ``radius``."""

    x: float
    y: float
    radius: float
    first: int
    days: int

    def angle(self, day: float) -> float:
        """Give the angle of a moment from the top in radians; all days together are a whole turn."""
        return 2 * pi * (day - self.first) / self.days

    def point(self, day: float, across: float) -> tuple[float, float]:
        """Give the place of a moment at a distance from the edge."""
        angle, radius = self.angle(day), self.radius - across
        return self.x + radius * sin(angle), self.y - radius * cos(angle)

    def length(self, days: float, across: float) -> float:
        """Give how long so many days are, measured along the circle at a distance from the edge."""
        return 2 * pi * (self.radius - across) * days / self.days

    def band(self, start: float, end: float, near: float, far: float) -> str:
        """Give the path around a sector of a ring; each arc is drawn in two, so that a whole turn can be drawn too."""
        middle = (start + end) / 2
        outer, inner = self.radius - near, self.radius - far
        return (
            f"M{self._at(start, near)}{self._arc(outer, 1)}{self._at(middle, near)}{self._arc(outer, 1)}"
            f"{self._at(end, near)}L{self._at(end, far)}{self._arc(inner, 0)}{self._at(middle, far)}"
            f"{self._arc(inner, 0)}{self._at(start, far)}Z"
        )

    def _at(self, day: float, across: float) -> str:
        return at(*self.point(day, across))

    def _arc(self, radius: float, sweep: int) -> str:
        return f"A{written(radius)} {written(radius)} 0 0 {sweep} "


@frozen
class Strip:
    """Days side by side from a corner, each ``unit`` long: to the right, or downwards."""

    x: float
    y: float
    unit: float
    first: int
    down: bool = False

    def point(self, day: float, across: float) -> tuple[float, float]:
        """Give the place of a moment at a distance below the edge, or to the right of it."""
        along = (day - self.first) * self.unit
        return (self.x + across, self.y + along) if self.down else (self.x + along, self.y + across)

    def length(self, days: float, across: float) -> float:
        """Give how long so many days are, which is the same everywhere."""
        del across
        return days * self.unit

    def band(self, start: float, end: float, near: float, far: float) -> str:
        """Give the path around a rectangle."""
        corners = [self.point(start, near), self.point(end, near), self.point(end, far), self.point(start, far)]
        return "M" + "L".join(at(*corner) for corner in corners) + "Z"
