from __future__ import annotations

from itertools import chain, combinations, permutations
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from samverkan.ties.flow import Flow

if TYPE_CHECKING:
    from collections.abc import Iterator

    Tables = dict[str, list[str]]

NAMES = "opqrs"


def test_a_path_that_stands_in_the_way_is_led_round() -> None:
    # The shortest path a-p-c-q-b takes both p and q; two paths exist only if it is given up: a-p-d-r-b, a-s-c-q-b.
    flow = Flow({"a": "ps", "c": "pqs", "d": "pr", "b": "qr"})

    assert flow.size("a", "b") == 2
    assert flow.cut("a", "b") == {"q", "r"}
    assert flow.cut("b", "a") == {"p", "s"}


def test_a_path_that_goes_on_from_a_body_on_the_side_of_the_second_is_no_part_of_the_cut() -> None:
    # Whichever of q and r leads from c to b, only p parts a from the two; c is listed first.
    assert Flow({"c": "pqr", "a": "p", "b": "qr"}).cut("a", "b") == {"p"}


def test_asking_leaves_no_trace() -> None:
    flow = Flow({"a": "pq", "b": "qr", "c": "rp"})

    assert [flow.size("a", "b") for _ in range(3)] == [2, 2, 2]


def reached(tables: Tables, start: str, gone: frozenset[str]) -> frozenset[str]:
    """Give the bodies that hang together with one, over organisations that have not left."""
    seen, todo = {start}, [start]
    for here in todo:
        found = {body for body, names in tables.items() if {*names} & {*tables[here]} - gone} - seen
        seen |= found
        todo += found
    return frozenset(seen)


def smallest(tables: Tables, a: str, b: str) -> list[frozenset[str]]:
    """Try every set of organisations, and give the smallest of those without which two bodies part."""
    sets: Iterator[tuple[str, ...]] = chain.from_iterable(combinations(NAMES, size) for size in range(len(NAMES) + 1))
    parting = [gone for gone in map(frozenset, sets) if a not in reached(tables, b, gone)]
    return [gone for gone in parting if len(gone) == len(parting[0])]


class TestEveryTwo:
    """Whichever two are asked about, the cut is the one nearest to the second of all that are as small."""

    @given(st.lists(st.sets(st.sampled_from(NAMES)).map(sorted), min_size=2, max_size=5))
    def test_by_trying_them_all(self, drawn: list[list[str]]) -> None:
        tables = {str(place): names for place, names in enumerate(drawn)}
        flow = Flow(tables)

        for a, b in permutations(tables, 2):
            cuts = smallest(tables, a, b)
            assert flow.size(a, b) == len(cuts[0])
            assert flow.cut(a, b) in cuts
            assert all(reached(tables, b, flow.cut(a, b)) <= reached(tables, b, cut) for cut in cuts)
