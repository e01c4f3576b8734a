"""Networks to draw, of any size, and what is true of the words of every picture."""

from __future__ import annotations

import re
from itertools import takewhile
from math import cos, radians, sin
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx
import pytest
from attrs import frozen

from samverkan.formats.svg.measure import width_of
from samverkan.formats.wording import Wording
from samverkan.model.organisations import Sector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

SECTORS = (*Sector, None)


@pytest.fixture(scope="session")
def sv() -> Wording:
    """Give Swedish words."""
    return Wording("sv")


@pytest.fixture(scope="session")
def county() -> Callable[..., nx.MultiGraph[str]]:
    """Make a network of bodies and organisations, each in one or two of the bodies of its municipality."""

    def make(towns: int, each: int, *, bodies: int = 2, name: str = "Organisation") -> nx.MultiGraph[str]:
        graph: nx.MultiGraph[str] = nx.MultiGraph(collaboration="lan")
        graph.add_node("collaboration:lan", kind="collaboration", name="Länet")
        for town in range(towns):
            graph.add_node(f"municipality:{town:04}", kind="municipality", name=f"Kommun {town}")
            for body in range(bodies):
                graph.add_node(f"body:{town}-{body}", kind="body", name=f"Grupp {body} i {town}", seats_complete=True)
            for number in range(each):
                _seat(graph, town, number, name, bodies)
        return graph

    return make


def _seat(graph: nx.MultiGraph[str], town: int, number: int, name: str, bodies: int) -> None:
    sector = SECTORS[number % len(SECTORS)]
    node, known = f"organisation:{town}-{number}", {"sector": sector.value} if sector else {}
    title = f"{name} {number} i kommun {town}"
    graph.add_node(node, kind="organisation", name=title, municipality=f"{town:04}", **known)
    for body in {number % bodies, 0} if number % 3 == 0 else {number % bodies}:
        table, seat = f"body:{town}-{body}", f"seat:{town}-{body}/{number}"
        graph.add_node(seat, kind="seat")
        graph.add_edge(table, seat, key=seat, tie="seat", subject=table, origin=seat)
        graph.add_edge(seat, node, key=f"{seat}.o", tie="represents", subject=seat, origin=f"{seat}.o")


SVG = "{http://www.w3.org/2000/svg}"
Point: TypeAlias = tuple[float, float]
_PLACED = re.compile(r"translate\(([-\d.]+) ([-\d.]+)\)(?: rotate\(([-\d.]+)\))?")


@frozen
class Words:
    """A line of text with the four corners of the box that it takes at most, turned as it is turned."""

    text: str
    corners: tuple[Point, ...]

    @property
    def top(self) -> float:
        return min(y for _, y in self.corners)

    @property
    def bottom(self) -> float:
        return max(y for _, y in self.corners)

    def apart(self, other: Words) -> bool:
        """Say whether a line lies between the two (separating axis theorem)."""
        for box in (self, other):
            (ax, ay), (bx, by), (cx, cy), _ = box.corners
            for nx_, ny in ((bx - ax, by - ay), (cx - bx, cy - by)):
                ours, theirs = ([x * nx_ + y * ny for x, y in each.corners] for each in (self, other))
                if max(ours) <= min(theirs) + 1e-6 or max(theirs) <= min(ours) + 1e-6:
                    return True
        return False


def _walk(element: Element, x: float = 0, y: float = 0, turn: float = 0) -> Iterator[Words]:
    placed = _PLACED.fullmatch(element.get("transform", ""))
    if placed:
        x, y, turn = float(placed[1]), float(placed[2]), float(placed[3] or 0)
    if element.tag == f"{SVG}text":
        yield _words(element, x, y, radians(turn))
    for child in element:
        yield from _walk(child, x, y, turn)


def _words(element: Element, x: float, y: float, turn: float) -> Words:
    left, base, size = (float(element.get(name, "")) for name in ("x", "y", "font-size"))
    width = width_of(element.text or "", size, bold=element.get("font-weight") == "bold")
    left -= {"start": 0.0, "middle": width / 2, "end": width}[element.get("text-anchor", "start")]
    top, bottom = base - size * 0.72, base + size * 0.2
    corners = [(left, top), (left + width, top), (left + width, bottom), (left, bottom)]
    turned = ((x + a * cos(turn) - b * sin(turn), y + a * sin(turn) + b * cos(turn)) for a, b in corners)
    return Words(element.text or "", tuple(turned))


@pytest.fixture(scope="session")
def legible() -> Callable[[Element], None]:
    """Check that no words or discs of a picture lie outside it, and no words on other words."""

    def check(root: Element) -> None:
        _, _, width, height = map(float, root.get("viewBox", "").split())
        lines = sorted(_walk(root), key=lambda each: each.top)
        assert lines
        assert [
            each.text for each in lines for x, y in each.corners if not (-0.5 <= x <= width + 0.5 and 0 <= y <= height)
        ] == []
        for disc in root.iter(f"{SVG}circle"):
            x, y, radius = (float(disc.get(name, "")) for name in ("cx", "cy", "r"))
            assert radius <= x <= width - radius
            assert radius <= y <= height - radius
        for place, one in enumerate(lines):
            below = takewhile(lambda other: other.top < one.bottom, lines[place + 1 :])  # noqa: B023  # used at once
            assert [(one.text, other.text) for other in below if not one.apart(other)] == []

    return check
