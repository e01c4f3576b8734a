"""The cheapest part of a row of steps that is enough (*billigaste urvalet*)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")

TRIES: Final = 500
"""So many choices are tried at most (our choice: the five real setups take 20 to 66), since their number doubles with
each step that can be spared."""


@frozen
class Choice(Generic[T]):
    """The steps that were chosen; ``proven`` says that no cheaper choice was left untried."""

    steps: tuple[T, ...]
    proven: bool


def cheapest(steps: Sequence[T], *, enough: Callable[[Sequence[T]], bool], cost: Callable[[T], int]) -> Choice[T]:
    """Give the cheapest choice of steps that is enough, in their order; of several, the smallest, then the first.

    All steps together must be enough, each must cost something, and a step more must not make a choice less than
    enough; where one does, or where there are too many choices to try, the choice is still enough and none of it can be
    left out, but it may not be the cheapest.

    >>> cheapest([6, 3, 2], enough=lambda some: sum(some) >= 5, cost=int)
    Choice(steps=(3, 2), proven=True)
    """
    everything = frozenset(range(len(steps)))

    def row(chosen: frozenset[int]) -> tuple[T, ...]:
        return tuple(steps[place] for place in sorted(chosen))

    def price(chosen: frozenset[int]) -> tuple[int, int, tuple[int, ...]]:
        return sum(map(cost, row(chosen))), len(chosen), tuple(sorted(chosen))

    spare = [place for place in everything if enough(row(everything - {place}))]
    # The dear ones are tried first, since leaving one of them out shows soonest whether it can be spared.
    spare.sort(key=lambda place: (-cost(steps[place]), place))
    best, lowest, tries = everything, price(everything), 0

    def search(chosen: frozenset[int], undecided: Sequence[int]) -> None:
        """Try every choice between ``chosen`` and all that is left, unless none can be enough or none can be best."""
        nonlocal best, lowest, tries
        tries += 1
        if tries > TRIES or price(chosen)[:2] > lowest[:2] or not enough(row(chosen.union(undecided))):
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
    return Choice(row(best), tries <= TRIES)
