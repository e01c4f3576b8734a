"""The cheapest part of a row of steps that is enough (*billigaste urvalet*)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")


def cheapest(
    steps: Sequence[T],
    *,
    enough: Callable[[Sequence[T]], bool],
    cost: Callable[[Sequence[T]], int],
    least: Callable[[T], int],
) -> tuple[T, ...]:
    """Give the cheapest choice of steps that is enough, in their order; of several, the smallest, then the first.

    All steps together must be enough, and a step more must never make a choice less than enough. ``least`` is what a
    step costs at least, whichever others are chosen; the ``cost`` of a choice is no lower.

    >>> cheapest([5, 3, 2], enough=lambda some: sum(some) >= 5, cost=sum, least=int)
    (3, 2)
    """
    if enough(()):
        return ()
    everything = frozenset(range(len(steps)))

    def row(chosen: frozenset[int]) -> tuple[T, ...]:
        return tuple(steps[place] for place in sorted(chosen))

    def price(chosen: frozenset[int]) -> tuple[int, int, tuple[int, ...]]:
        return cost(row(chosen)), len(chosen), tuple(sorted(chosen))

    spare = [place for place in everything if enough(row(everything - {place}))]
    # The dear ones are tried first, since leaving one of them out shows soonest whether it can be spared.
    spare.sort(key=lambda place: (-least(steps[place]), place))
    best, lowest = everything, price(everything)

    def search(chosen: frozenset[int], undecided: Sequence[int]) -> None:
        """Try every choice between ``chosen`` and all that is left, unless none can be enough or none can be best."""
        nonlocal best, lowest
        if sum(least(steps[place]) for place in chosen) > lowest[0] or not enough(row(chosen.union(undecided))):
            return
        if undecided:
            search(chosen, undecided[1:])
            search(chosen | {undecided[0]}, undecided[1:])
        elif price(chosen) < lowest:
            best, lowest = chosen, price(chosen)

    search(everything.difference(spare), spare)
    return row(best)
