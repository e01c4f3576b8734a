"""The smallest sets of answers that are enough (*minsta mängder*), found best first."""

from __future__ import annotations

from collections import Counter
from heapq import heappop, heappush
from itertools import count
from typing import TYPE_CHECKING, Final

from samverkan.checklist.finding import AnyOf, Ask

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_ONE: Final = 1_000_000
"""What one ask more counts for against its weight: size comes first."""
_NEVER: Final = 1 << 62

LOOKS: Final = 1_000_000
"""So many places of asks are looked at, a second or two of computing; the five setups take a hundredth (our choice)."""


def smallest(wanted: AnyOf, number: int, *, weight: Callable[[Ask], int]) -> tuple[tuple[Ask, ...], ...]:
    """Give the first of the smallest sets of asks that are enough, by weight; no smaller set is enough.

    The ways to look through grow as a power of how often the same ask stands in several places, as it does in a file
    with a dozen boards of which nothing is said. What has not been found after ``LOOKS`` is left out: the answer may be
    empty, and whatever is in it is of the smallest.

    >>> from samverkan.model.message import say
    >>> one, other = (Ask(name, say("?")) for name in ("name", "horizon"))
    >>> [[ask.field for ask in each] for each in smallest(AnyOf(1, [one, other]), 5, weight=lambda ask: 1)]
    [['name'], ['horizon']]
    """
    found: dict[tuple[Ask, ...], None] = {}
    for asks in _enough(wanted, _Prices(wanted, weight)):
        if len(found) == number or any(len(asks) > len(known) for known in found):
            break
        found[tuple(ask for ask in wanted.asks if ask in asks)] = None
    return tuple(found)


class _Prices:
    """What an ask costs, and what some answers cost at least; an ask that stands in two places may cost nothing."""

    def __init__(self, wanted: AnyOf, weight: Callable[[Ask], int]) -> None:
        self._of = {ask: _ONE + weight(ask) for ask in wanted.asks}
        self._times = Counter(_leaves(wanted))
        self._least: dict[int, tuple[AnyOf, int]] = {}
        self.places = self._times.total()

    def of(self, ask: Ask) -> int:
        return self._of[ask]

    def least(self, part: Ask | AnyOf) -> int:
        if isinstance(part, Ask):
            return self._of[part] if self._times[part] == 1 else 0
        if id(part) not in self._least:
            prices = sorted(self.least(each) for each in part.among)
            enough = sum(prices[: max(part.number, 0)]) if part.number <= len(prices) else _NEVER
            self._least[id(part)] = part, min(enough, _NEVER)
        return self._least[id(part)][1]


def _leaves(part: Ask | AnyOf) -> Iterator[Ask]:
    if isinstance(part, Ask):
        yield part
    else:
        for each in part.among:
            yield from _leaves(each)


def _given(part: Ask | AnyOf, chosen: frozenset[Ask]) -> bool:
    return part.within(chosen) if isinstance(part, AnyOf) else part in chosen


def _enough(wanted: AnyOf, prices: _Prices) -> Iterator[frozenset[Ask]]:
    """Give sets that are enough in the order of their price; one set may come again, by another way.

    What is still to be answered is a row of which the first comes first: it is answered, or taken apart into its first
    part and as many fewer of the others, or as many of the others.
    """
    order = count()
    heap: list[tuple[int, int, int, frozenset[Ask], tuple[Ask | AnyOf, ...]]] = []
    seen: set[tuple[frozenset[Ask], tuple[Ask | AnyOf, ...]]] = set()

    def push(spent: int, chosen: frozenset[Ask], row: Iterable[Ask | AnyOf]) -> None:
        left = tuple(part for part in row if not _given(part, chosen))
        least = sum(prices.least(part) for part in left)
        if least < _NEVER and (chosen, left) not in seen:
            seen.add((chosen, left))
            heappush(heap, (spent + least, next(order), spent, chosen, left))

    push(0, frozenset(), (wanted,))
    looks = 0
    while heap and looks < LOOKS:
        looks += prices.places
        _, _, spent, chosen, row = heappop(heap)
        if not row:
            yield chosen
            continue
        first, *rest = row
        if isinstance(first, Ask):
            push(spent + prices.of(first), chosen | {first}, rest)
        elif first.number == len(first.among):
            push(spent, chosen, (*first.among, *rest))
        else:
            others = first.among[1:]
            push(spent, chosen, (first.among[0], AnyOf(first.number - 1, others), *rest))
            push(spent, chosen, (AnyOf(first.number, others), *rest))
