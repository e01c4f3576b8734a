"""People who come to places, drawn on whole days, so that nothing is rounded."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from samverkan.capacity.chain import Chain, Station
from samverkan.capacity.queue import Coming, Full, Path
from samverkan.capacity.trial import Stream

if TYPE_CHECKING:
    from collections.abc import Sequence


@st.composite
def comers(draw: st.DrawFn, *, groups: int = 0) -> list[Coming]:
    """Draw people who come in order, some on the same day, each for some days."""
    days = accumulate(draw(st.lists(st.integers(0, 3), max_size=30)))
    return [Coming(day, draw(st.integers(1, 9)), draw(st.integers(0, groups))) for day in days]


def inside(path: Path, day: float, pool: int | None = None) -> int:
    """Count who has a place on a day."""
    return sum(began <= day < left for began, left in path.stays(pool))


def chain(places: Sequence[int], full: Full) -> Chain:
    """Make a chain of units with so many places each."""
    stream = Stream(daily=1, shortest=1, longest=1)
    return Chain(stations=[Station(f"u{n}", count, stream) for n, count in enumerate(places)], days=1, full=full)
