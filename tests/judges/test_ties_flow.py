"""networkx's maximum flow judges ours: the number of losses between two bodies, and the cut nearest to the second."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from samverkan.ties.flow import Flow

NAMES = [f"o{number}" for number in range(10)]
tables = st.lists(st.sets(st.sampled_from(NAMES), max_size=5), min_size=2, max_size=9).map(
    lambda found: {f"b{place}": sorted(names) for place, names in enumerate(found)}
)


def pipes(seats: dict[str, list[str]]) -> nx.DiGraph:
    """Make organisations pipes of capacity 1 between bodies; an edge without a capacity lets everything through."""
    graph = nx.DiGraph()
    graph.add_nodes_from(seats)
    graph.add_edges_from(((f"{name}-in", f"{name}-out") for name in NAMES), capacity=1)
    for body, names in seats.items():
        graph.add_edges_from((body, f"{name}-in") for name in names)
        graph.add_edges_from((f"{name}-out", body) for name in names)
    return graph


@given(tables)
def test_networkx_finds_as_many_losses_and_the_same_cut(seats: dict[str, list[str]]) -> None:
    size, (reached, _) = nx.minimum_cut(pipes(seats), "b0", "b1")
    flow = Flow(seats)

    assert flow.size("b0", "b1") == size
    assert flow.cut("b0", "b1") == {name for name in NAMES if f"{name}-in" in reached and f"{name}-out" not in reached}
