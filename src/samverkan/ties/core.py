"""Whether there is a core: the organisations that meet each other, apart from those that meet them only (*kärna*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.ties.projections import meetings_of
from samverkan.ties.seating import Seating, seating

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.model.collaboration import Collaboration


@frozen
class Core:
    """The core of the organisations (*kärna*) and what speaks against it.

    Ideally all of a core meet each other, and nobody outside it meets another outside it; what lies between the two is
    free. ``misfits`` counts the pairs that are otherwise, for the divisions with the fewest: S. P. Borgatti and M. G.
    Everett, *Models of core/periphery structures*, Social Networks 21, 2000. Nobody need search for these: the core is
    of those who meet the most others (D. Fasino and F. Rinaldi, *A fast and exact greedy algorithm for the
    core–periphery problem*, Symmetry 12, 2020, theorem 1 and corollary 1, which also tell all that are as good).

    ``core`` is in every best division; of ``either``, who all meet equally many, some best ones take in a few. Where
    nobody meets anybody there is neither. ``organisations`` are all that sit somewhere. Where ``complete`` is false,
    all this is of the known seats and no bound.
    """

    core: tuple[str, ...]
    either: tuple[str, ...]
    organisations: tuple[str, ...]
    misfits: int
    complete: bool

    @property
    def exists(self) -> bool:
        """Whether some organisations are in the core; others are always left outside it."""
        return bool(self.core)


def core(collaboration: Collaboration) -> Core:
    """Answer *Is there a core?*."""
    return core_in(seating(collaboration))


def core_in(table: Seating) -> Core:
    """Answer as ``core`` does, from a table that has been read off already."""
    meets = {name: len(others) for name, others in meetings_of(table).items()}
    ranked = sorted(meets.values(), reverse=True)
    size = _size(ranked)
    # Whoever meets exactly as many as the core has members changes nothing by moving in or out, but for the first.
    tied = 0 < size == ranked[size]
    sure = size if tied else size - 1
    return Core(
        core=tuple(name for name, others in meets.items() if others > sure) if size else (),
        either=tuple(name for name, others in meets.items() if tied and others == size),
        organisations=tuple(meets),
        misfits=_misfits(ranked, size),
        complete=table.complete,
    )


def _size(ranked: Sequence[int]) -> int:
    """Give the smallest best size: one more member misses ties to all before it, and covers its own."""
    return next((size for size, others in enumerate(ranked) if others <= size), 0)


def _misfits(ranked: Sequence[int], size: int) -> int:
    # Of a core S of k: the pairs without a tie in it, k (k - 1) / 2 - e(S), and the ties outside, m - Σ d + e(S).
    return size * (size - 1) // 2 + sum(ranked) // 2 - sum(ranked[:size])
