from __future__ import annotations

import pytest

from samverkan.steps.path import Timing, length, longest, timings
from samverkan.steps.precedence import graph_of, without

ORDER = graph_of({"a": [], "b": ["a"], "c": ["a"], "d": ["b", "c"]})
DAYS = {"a": 2, "b": 3, "c": 1, "d": 1}
TOGETHER = dict.fromkeys(DAYS)


def test_the_example_of_the_textbook() -> None:
    found = timings(ORDER, DAYS, release={}, group=TOGETHER)

    assert found == {"a": Timing(0, 0, 2), "b": Timing(2, 2, 3), "c": Timing(2, 4, 1), "d": Timing(5, 5, 1)}
    assert [each.slack for each in found.values()] == [0, 0, 2, 0]
    assert length(found, group=TOGETHER) == 6
    assert longest(ORDER, found, group=TOGETHER) == ("a", "b", "d")


def test_of_two_longest_ways_the_one_that_stands_first_is_told() -> None:
    found = timings(ORDER, {**DAYS, "c": 3}, release={}, group=TOGETHER)

    assert longest(ORDER, found, group=TOGETHER) == ("a", "b", "d")
    assert all(each.slack == 0 for each in found.values())


def test_who_joins_later_has_an_end_of_their_own() -> None:
    order = graph_of({"a": [], "b": ["a"], "late": ["a"]})

    found = timings(order, {"a": 2, "b": 3, "late": 4}, release={"late": 50}, group={"a": None, "b": None, "late": "x"})

    assert found == {"a": Timing(0, 0, 2), "b": Timing(2, 2, 3), "late": Timing(50, 50, 4)}


def test_nothing_takes_no_days() -> None:
    nothing = graph_of({})

    assert timings(nothing, {}, release={}, group={}) == {}
    assert longest(nothing, {}, group={}) == ()
    assert length({}, group={}) == 0


@pytest.mark.parametrize(
    ("keep", "edges"),
    [("abcd", "ab ac bd cd"), ("ad", "ad"), ("abd", "ab ad bd"), ("bc", ""), ("", "")],
)
def test_what_is_left_out_hands_its_precedence_on(keep: str, edges: str) -> None:
    rest = without(ORDER, keep=set(keep))

    assert sorted(rest) == sorted(keep)
    assert sorted(map("".join, rest.edges)) == edges.split()
