"""The core by degree, judged by trying every division of the organisations into core and periphery."""

from __future__ import annotations

from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from samverkan.ties.core import core_in
from samverkan.ties.projections import meetings_of
from samverkan.ties.seating import Seating

NAMES = "abcdefgh"


def table(bodies: list[set[str]]) -> Seating:
    """Seat organisations, by their letters, in bodies."""
    return Seating(
        organisations={str(place): dict.fromkeys(sorted(names), ("s",)) for place, names in enumerate(bodies)},
        holders={},
        wholes={name: name for name in NAMES},
        open=frozenset(),
        open_holders=frozenset(),
        bodies_complete=True,
    )


@given(st.lists(st.sets(st.sampled_from(NAMES), max_size=5), max_size=6))
def test_no_division_has_fewer_misfits_and_the_best_are_those_that_are_told(bodies: list[set[str]]) -> None:
    seating = table(bodies)
    meets = meetings_of(seating)

    def misfits(core: frozenset[str]) -> int:
        missing = sum(other not in meets[name] for name, other in combinations(core, 2))
        return missing + sum(other in meets[name] for name, other in combinations(meets.keys() - core, 2))

    every = [*map(frozenset, chain.from_iterable(combinations(meets, size) for size in range(len(meets) + 1)))]
    least = min(map(misfits, every))
    best = [core for core in every if misfits(core) == least]
    answer = core_in(seating)

    assert answer.misfits == least
    if any(meets.values()):
        assert frozenset.intersection(*best) == set(answer.core)
        assert frozenset.union(*best) == {*answer.core, *answer.either}
    else:
        assert answer.core == answer.either == ()
