"""Which sectors meet where, and which never."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

from samverkan.model.message import say
from samverkan.model.organisations import Sector

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.formats.text.measures.telling import Telling
    from samverkan.model.message import Message
    from samverkan.ties import Mixing
    from samverkan.ties.sectors import SectorPair

_ALIKE = 5
"""So many percent more or less are told as no difference: our choice."""


def mixing_texts(found: Mixing, telling: Telling) -> Iterator[str]:
    """Tell the sectors at each table, those that do not meet, and whether sectors rather meet others or their own."""
    yield from telling.items(list(_tables(found, telling)))
    if found.sectorless:
        names = telling.organisations(found.sectorless)
        yield telling.tell(say("Sector not stated: {names}.", names=names))
    for ones, others in together(found.never):
        yield telling.tell(say("Never meet: {ones} with {others}.", ones=ones, others=others))
    different = [each for each in found.encounters if len(set(each.sectors)) == 2]
    for ones, others in together(each.sectors for each in different if each.meet is None):
        yield telling.tell(say("Not known to meet: {ones} with {others}.", ones=ones, others=others))
    if different and all(each.meet for each in different):
        yield telling.tell(say("Every two sectors meet somewhere."))
    # Where all are of one sector, or each of its own, it could not be otherwise.
    if found.expected is not None and abs(found.expected) < 1:
        yield " ".join(map(telling.tell, _across(found, found.expected)))


def _tables(found: Mixing, telling: Telling) -> Iterator[Message]:
    """Tell tables with the same sectors in one line, in the order of the file."""
    sectors: dict[str, tuple[Sector, ...]] = defaultdict(tuple)
    for sitting in found.sittings:
        sectors[sitting.body] += (sitting.sector,)
    alike: dict[tuple[Sector, ...], list[str]] = defaultdict(list)
    for body in telling.all_bodies:
        if body in sectors:
            alike[sectors[body]].append(body)
    for there, bodies in alike.items():
        yield say("{bodies}: {sectors}", bodies=telling.bodies(bodies), sectors=there)


def together(pairs: Iterable[SectorPair]) -> Iterator[tuple[tuple[Sector, ...], tuple[Sector, ...]]]:
    """Tell pairs in few lines: each of the ones makes a pair with each of the others, and no pair comes twice."""
    apart: dict[Sector, set[Sector]] = defaultdict(set)
    for one, other in pairs:
        apart[one].add(other)
        apart[other].add(one)
    told: set[Sector] = set()
    for sector in Sector:
        others = apart[sector] - told
        if sector not in told and others:
            ones = [each for each in Sector if apart[each] == apart[sector]]
            told.update(ones)
            yield tuple(ones), tuple(each for each in Sector if each in others)


def _across(found: Mixing, at_random: Fraction) -> Iterator[Message]:
    pairs = found.internal + found.external
    share, expected = round(Fraction(100 * found.external, pairs)), round(50 * (1 + at_random))
    yield say(
        "Of {n} pair of organisations that meet, {external} is of two sectors, {share} percent;"
        " were the sectors dealt at random, it would be {expected} percent.",
        "Of {n} pairs of organisations that meet, {external} are of two sectors, {share} percent;"
        " were the sectors dealt at random, it would be {expected} percent.",
        n=pairs,
        external=found.external,
        share=share,
        expected=expected,
    )
    if abs(share - expected) <= _ALIKE:
        yield say("So they meet about as by chance.")
    elif share < expected:
        yield say("So they meet their own sector more than by chance.")
    else:
        yield say("So they meet other sectors more than by chance.")
    if found.unsorted:
        yield say(
            "({n} pair is not counted: a sector is not stated.)",
            "({n} pairs are not counted: a sector is not stated.)",
            n=found.unsorted,
        )
