"""Which seats to offer so that no single loss splits the bodies: the fewest ties to add (*platser att erbjuda*)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.ties.blocks import End, ends
from samverkan.ties.seating import Seating, seating

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from samverkan.model.collaboration import Collaboration


TRIED = 50
"""The most offers of which each is tried on whether it can be spared; in a country nobody would wait for it."""


@frozen
class Offer:
    """A seat in a body that an organisation could be offered (*erbjuden plats*)."""

    organisation: str
    body: str


@frozen
class TiesToAdd:
    """The seats after which no single loss splits the bodies (*platser att erbjuda*).

    A loss is that of one organisation with all its seats, or of one body: what ``splitters`` names. That is more than
    the loss of one seat, which networkx's ``k_edge_augmentation`` guards against. The bodies are those in which
    somebody is known to sit or nobody can; ``silent`` are the others, whose ties are not known. That an organisation
    sits in one body only, and would be alone without it, splits nothing.

    The offers are found leaf by leaf on the tree of blocks (K. P. Eswaran and R. E. Tarjan, *Augmentation problems*,
    SIAM Journal on Computing 5, 1976) and need not be the fewest: no fewer than ``at_least`` can do. All seats
    cost the same, and other offers may be as good. ``possible`` is false where no seats suffice, since the file has too
    few organisations; then there are no offers. Where ``complete`` is false, some offered tie may exist already.
    """

    offers: tuple[Offer, ...]
    at_least: int
    silent: tuple[str, ...]
    possible: bool
    complete: bool

    @property
    def fewest(self) -> bool:
        """Whether it is certain that no fewer offers would do."""
        return self.possible and len(self.offers) == self.at_least


def ties_to_add(collaboration: Collaboration) -> TiesToAdd:
    """Answer *Which tie is cheapest to add so that no single loss splits the collaboration?*."""
    return ties_to_add_in(seating(collaboration))


def ties_to_add_in(table: Seating) -> TiesToAdd:
    """Answer as ``ties_to_add`` does, from a table that has been read off already."""
    silent = tuple(body for body, seats in table.organisations.items() if not seats and body in table.open)
    plan = {body: list(seats) for body, seats in table.organisations.items() if body not in silent}
    at_least = ends(plan).fewest_ties
    # Two organisations that sit everywhere are always enough, and one is never.
    possible = at_least == 0 or len(table.tops) > 1
    offers = list(_offers(plan, table.tops)) if possible else []
    if at_least < len(offers) <= TRIED:
        offers = _without_idle(offers, plan)
    return TiesToAdd(tuple(offers), at_least, silent, possible, table.complete)


def _offers(plan: dict[str, list[str]], tops: Sequence[str]) -> Iterator[Offer]:
    """Close all ends, round by round, since what is tied together may hang on the rest by another node then."""
    while (open_ := ends(plan)).parts:
        for one, other in _couples(open_.parts):
            for offer in _tie(one, other, plan, tops):
                if offer.organisation not in plan[offer.body]:
                    plan[offer.body].append(offer.organisation)
                    yield offer


def _without_idle(offers: Sequence[Offer], plan: dict[str, list[str]]) -> list[Offer]:
    """Take back, the first first, each offer that the later ones have made idle."""
    kept = []
    for offer in offers:
        plan[offer.body].remove(offer.organisation)
        if ends(plan).parts:
            plan[offer.body].append(offer.organisation)
            kept.append(offer)
    return kept


def _couples(parts: Sequence[Sequence[End]]) -> Iterator[tuple[End, End]]:
    """Couple the last end of each part with the first of the next; of one part, ends half of the way around apart."""
    if len(parts) > 1:
        yield from ((one[-1], other[0]) for one, other in pairwise(parts))
        return
    (only,) = parts
    half = len(only) // 2
    yield from zip(only[:half], only[half:], strict=False)  # an odd one is left to the next round


def _tie(one: End, other: End, plan: Mapping[str, Sequence[str]], tops: Sequence[str]) -> Iterator[Offer]:
    """Offer an organisation of one end a seat in the other; where neither has any, somebody else a seat in both."""
    if one.organisations:
        yield Offer(one.organisations[-1], other.bodies[0])
    elif other.organisations:
        yield Offer(other.organisations[0], one.bodies[-1])
    else:
        seated = {name for names in plan.values() for name in names}
        there = sorted(tops, key=lambda name: name not in seated)
        held = {one.by, other.by}
        both = next((name for name in there if ("organisation", name) not in held), None)
        for end, body in ((one, one.bodies[-1]), (other, other.bodies[0])):
            yield Offer(both or next(name for name in there if ("organisation", name) != end.by), body)
