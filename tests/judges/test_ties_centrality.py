"""Burt's measures judged by networkx, Freeman's by their published values for the families of Florence."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation
from samverkan.ties.centrality import betweenness_centralisation, centralisation, constraint, effective_size

if TYPE_CHECKING:
    from collections.abc import Iterable

NODES = "abcdefgh"


def whole(nodes: Iterable[str], ties: Iterable[tuple[str, str]]) -> Collaboration:
    """Let organisations sit in a body of their own, and in one for each tie."""
    nodes = list(nodes)
    tables = [*((node,) for node in nodes), *ties]
    return Collaboration(
        id="c",
        name="C",
        organisations=[Organisation(node) for node in nodes],
        bodies=[
            Body(f"b{place}", BodyKind.NETWORK, Text("B"), seats=[Seat("s", organisations=names)])
            for place, names in enumerate(tables)
        ],
    )


@pytest.fixture(scope="module")
def florence() -> nx.Graph[str]:
    """Give the marriages of fifteen families, and Pucci, which had none."""
    graph = nx.relabel_nodes(nx.florentine_families_graph(), str.lower)
    graph.add_node("pucci")
    return graph


@given(st.sets(st.sampled_from(list(combinations(NODES, 2)))))
def test_networkx_finds_the_same_constraint_and_effective_size(ties: set[tuple[str, str]]) -> None:
    graph = nx.Graph(ties)
    graph.add_nodes_from(NODES)
    meets = {node: set(graph[node]) for node in NODES}

    for node in NODES:
        if meets[node]:
            assert constraint(meets, node) == pytest.approx(nx.constraint(graph, [node])[node])
            assert float(effective_size(meets, node)) == pytest.approx(nx.effective_size(graph, [node])[node])
        else:
            assert constraint(meets, node) is effective_size(meets, node) is None


def test_the_centralisation_of_florence_is_that_of_the_textbook(florence: nx.Graph[str]) -> None:
    # S. Wasserman and K. Faust, Social network analysis, 1994, chapter 5: 0.267 of all sixteen families,
    # 0.437 of the fifteen that are tied.
    tied = florence.subgraph(node for node, degree in florence.degree if degree)

    assert round(float(centralisation([degree for _, degree in florence.degree])), 3) == 0.267
    assert round(betweenness_centralisation(whole(tied, tied.edges)), 3) == 0.437


def test_of_the_six_ties_of_the_medici_two_are_tied_to_each_other(florence: nx.Graph[str]) -> None:
    # The matrix in chapter 8 of "Introduction to SNA" (jfb-h.github.io/intro-to-sna): only Ridolfi and Tornabuoni are.
    assert effective_size({node: set(florence[node]) for node in florence}, "medici") == Fraction(6 * 6 - 2, 6)
