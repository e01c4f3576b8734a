"""Networks to draw, of any size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import pytest

from samverkan.formats.wording import Wording
from samverkan.model.organisations import Sector

if TYPE_CHECKING:
    from collections.abc import Callable

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
