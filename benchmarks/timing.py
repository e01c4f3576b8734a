"""Ratios measured pair by pair, in turns, in the time that the processor gave to it."""

from __future__ import annotations

import gc
import resource
import time
from statistics import median
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 7


@frozen
class Row:
    """One line of the table: ``ratio`` is our time divided by the peer's, each in microseconds for one ``unit``."""

    question: str
    peer: str
    ratio: float
    target: float | None
    ours: float
    theirs: float
    unit: str
    count: int

    @property
    def met(self) -> bool | None:
        """Whether the ratio is as low as it should be, or nothing where there is no target."""
        return None if self.target is None else self.ratio <= self.target


def compared(  # noqa: PLR0913  # a row of the table
    question: str,
    peer: str,
    ours: Callable[[], object],
    theirs: Callable[[], object],
    *,
    count: int,
    unit: str,
    target: float | None = None,
    times: int = ROUNDS,
) -> Row:
    """Measure our work and a peer's in turns, each doing ``count`` units; the ratio is the median of the turns'."""
    mine, other = turns(ours, theirs, times=times)
    ratio = median(our / their for our, their in zip(mine, other, strict=True))
    return Row(question, peer, ratio, target, min(mine) / count * 1e6, min(other) / count * 1e6, unit, count)


def turns(*works: Callable[[], object], times: int = ROUNDS) -> list[list[float]]:
    """Run all works in turn so many times, once before without a clock; give the seconds, a list for each work."""
    for work in works:
        work()
    gc.collect()
    gc.disable()  # as timeit does: a collection would be charged to whoever happens to set it off
    try:
        taken = [[seconds(work) for work in works] for _ in range(times)]
    finally:
        gc.enable()
    return [list(column) for column in zip(*taken, strict=True)]


def seconds(work: Callable[[], object]) -> float:
    """Give the processor's time for the work and for the processes that it waited for; to free it all is not part."""
    start = _spent()
    made = work()
    taken = _spent() - start
    del made
    return taken


def _spent() -> float:
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + others.ru_utime + others.ru_stime
