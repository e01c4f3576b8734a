from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import given

from samverkan.testing import collaborations, dates
from samverkan.ties import network
from samverkan.ties.links import TieKind
from samverkan.ties.standing import standing

if TYPE_CHECKING:
    import datetime as dt

    import networkx as nx

    from samverkan.model.collaboration import Collaboration

READ = {
    TieKind.SEAT,
    TieKind.REPRESENTS,
    TieKind.HOLDS,
    TieKind.PART_OF,
    TieKind.REPORTS_TO,
    TieKind.EMPLOYS,
    TieKind.EXPECTS,
    TieKind.PARTNER,
    TieKind.ORGANISES,
    TieKind.FUNDS,
    TieKind.TAKES_PART,
    TieKind.RUNS,
    TieKind.AGREES,
    TieKind.WORKS_WITH,
}
"""The ties that the questions read."""


def ties(graph: nx.MultiGraph[str]) -> Counter[tuple[str, str, str]]:
    read = {kind.value for kind in READ}
    return Counter(
        (told["subject"], told["tie"], a if b == told["subject"] else b)
        for a, b, told in graph.edges(data=True)
        if told["tie"] in read
    )


class TestDay:
    """What is asked of a day is what the network of that day has."""

    @given(collaborations(), dates())
    def test_the_ties_are_those_of_the_network(self, whole: Collaboration, day: dt.date) -> None:
        assert ties(network(standing(whole, day))) == ties(network(whole, as_of=day))

    @given(collaborations(), dates())
    def test_bodies_and_organisations_are_those_of_the_network(self, whole: Collaboration, day: dt.date) -> None:
        graph, found = network(whole, as_of=day), standing(whole, day)

        for kind, items in (("organisation", found.organisations), ("body", found.bodies)):
            there = [node for node, told in graph.nodes(data="kind") if told == kind]
            assert [f"{kind}:{each.id}" for each in items] == there

    @given(collaborations(), dates())
    def test_to_ask_twice_changes_nothing(self, whole: Collaboration, day: dt.date) -> None:
        once = standing(whole, day)

        assert standing(once, day) == once
