"""The four states of a fact, over any strategy for its value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from hypothesis import strategies as st

from samverkan.model.facts import UNKNOWN, Absent, Claim, Disputed, Unknown
from samverkan.model.source import Source
from samverkan.testing.strategies.words import sources, words

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


def absences() -> st.SearchStrategy[Absent]:
    """Generate facts that a source declares not to exist, in its own words."""
    return st.sampled_from([Absent(), Absent("inte aktuellt")]) | st.builds(Absent, words())


def claims(values: st.SearchStrategy[T]) -> st.SearchStrategy[Claim[T]]:
    """Generate what one source says of a fact; it may decide or not."""
    return st.builds(Claim[Any], values, st.none() | sources(), st.booleans())


def disputes(values: st.SearchStrategy[T]) -> st.SearchStrategy[Disputed[T]]:
    """Generate facts on which two or three sources differ; at most one of the claims decides."""
    differing = st.lists(values, min_size=2, max_size=3, unique=True)
    return st.builds(_disputed, differing, st.none() | sources(), st.none() | st.integers(0, 2))


def _disputed(values: Sequence[T], first: Source | None, decider: int | None) -> Disputed[T]:
    sources = (first, None, Source("bild 14"))
    return Disputed(
        Claim(value, source, decides=place == decider)
        for place, (value, source) in enumerate(zip(values, sources, strict=False))
    )


def facts(values: st.SearchStrategy[T]) -> st.SearchStrategy[T | Unknown | Absent | Disputed[T]]:
    """Generate facts in all four states: unknown, stated, declared absent, disputed."""
    return st.one_of(st.just(UNKNOWN), values, absences(), disputes(values))
