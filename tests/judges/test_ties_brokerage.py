"""Gould and Fernandez's roles, judged by brute force over triples and by counts that others published."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.model.organisations import Sector
from samverkan.ties.brokerage import Role, roles

if TYPE_CHECKING:
    from collections.abc import Iterable

ONE, TWO, THREE = Sector.MUNICIPALITY, Sector.BUSINESS, Sector.ACADEMIA
NODES = "abcdefg"


def sets(ties: Iterable[tuple[str, str]], nodes: str) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Give the ties as they run, and reversed."""
    forward: dict[str, set[str]] = {node: set() for node in nodes}
    back: dict[str, set[str]] = {node: set() for node in nodes}
    for source, goal in ties:
        forward[source].add(goal)
        back[goal].add(source)
    return forward, back


def role(a: Sector | None, broker: Sector | None, c: Sector | None) -> Role | None:
    """Name the role by the table of the article: which of the three are of one group."""
    if None in {a, broker, c}:
        return None
    return {
        (True, True, True): Role.COORDINATOR,
        (False, False, True): Role.CONSULTANT,
        (False, True, False): Role.GATEKEEPER,
        (True, False, False): Role.REPRESENTATIVE,
        (False, False, False): Role.LIAISON,
    }[a is broker, broker is c, a is c]


@given(
    st.sets(st.sampled_from(list(permutations(NODES, 2)))),
    st.fixed_dictionaries({node: st.sampled_from([ONE, TWO, THREE, None]) for node in NODES}),
)
def test_every_triple_is_counted_once_in_the_one_role_that_it_has(
    ties: set[tuple[str, str]], groups: dict[str, Sector | None]
) -> None:
    expected = {node: Counter() for node in NODES}
    for a, broker, c in permutations(NODES, 3):
        if (a, broker) in ties and (broker, c) in ties and (a, c) not in ties:
            expected[broker][role(groups[a], groups[broker], groups[c])] += 1

    assert roles(*sets(ties, NODES), groups) == expected


@pytest.mark.parametrize(
    ("asked", "counts"), [(Role.GATEKEEPER, {"A": 1, "B": 0, "C": 1, "D": 0}), (Role.LIAISON, dict.fromkeys("ABCD", 0))]
)
def test_the_example_of_the_r_package_cograph(asked: Role, counts: dict[str, int]) -> None:
    # cograph 2.7.2, reference pages of centrality_brokerage_gatekeeper and centrality_brokerage_liaison, which print
    # these counts; the package is itself held to `brokerage` of the R package sna.
    forward, back = sets([("A", "B"), ("A", "C"), ("B", "C"), ("B", "D"), ("C", "D"), ("D", "A")], "ABCD")

    found = roles(forward, back, {"A": ONE, "B": ONE, "C": TWO, "D": TWO})

    assert {node: found[node][asked] for node in "ABCD"} == counts


def test_the_worked_example_of_a_course_in_data_analysis() -> None:
    # TET Erasmus+, Data analysis, "Brokerage roles", figure 24: of the neighbours of B in its own group, it is
    # coordinator of M-H, I-H, M-J, I-J, M-L and I-L; the other pairs are tied themselves.
    coordinated = {frozenset(pair) for pair in ("MH", "IH", "MJ", "IJ", "ML", "IL")}
    ties = [("B", node) for node in "MIHJL"]
    ties += [pair for pair in combinations("MIHJL", 2) if frozenset(pair) not in coordinated]
    both = [*ties, *((c, a) for a, c in ties)]

    found = roles(*sets(both, "BMIHJL"), dict.fromkeys("BMIHJL", ONE))

    assert found["B"] == {Role.COORDINATOR: 2 * len(coordinated)}
