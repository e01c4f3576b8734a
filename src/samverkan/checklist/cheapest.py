"""The cheapest part of a row of steps that is enough (*billigaste urvalet*)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")


def cheapest(steps: Sequence[T], *, enough: Callable[[Sequence[T]], bool], cost: Callable[[T], int]) -> tuple[T, ...]:
    """Give the cheapest choice of steps that is enough, in their order; of several, the smallest, then the first.

    All steps together must be enough, each must cost something, and a step more must not make a choice less than
    enough; where one does, the choice is still enough and none of it can be left out, but it may not be the cheapest.

    >>> cheapest([6, 3, 2], enough=lambda some: sum(some) >= 5, cost=int)
    (3, 2)
    """
    everything = frozenset(range(len(steps)))

    def row(chosen: frozenset[int]) -> tuple[T, ...]:
        return tuple(steps[place] for place in sorted(chosen))

    def price(chosen: frozenset[int]) -> tuple[int, int, tuple[int, ...]]:
        return sum(map(cost, row(chosen))), len(chosen), tuple(sorted(chosen))

    spare = [place for place in everything if enough(row(everything - {place}))]
    # The dear ones are tried first, since leaving one of them out shows soonest whether it can be spared.
    spare.sort(key=lambda place: (-cost(steps[place]), place))
    best, lowest = everything, price(everything)

    def search(chosen: frozenset[int], undecided: Sequence[int]) -> None:
        """Try every choice between ``chosen`` and all that is left, unless none can be enough or none can be best."""
        nonlocal best, lowest
        if price(chosen)[:2] > lowest[:2] or not enough(row(chosen.union(undecided))):
            return
        if enough(row(chosen)):
            if price(chosen) < lowest:
                best, lowest = chosen, price(chosen)
        else:
            search(chosen, undecided[1:])
            search(chosen | {undecided[0]}, undecided[1:])

    search(everything.difference(spare), spare)
    # Where a step undid what another had reached, one may have seemed needed that is not.
    for place in sorted(best, key=lambda each: (-cost(steps[each]), each)):
        if enough(row(best - {place})):
            best -= {place}
    return row(best)
