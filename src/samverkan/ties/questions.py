"""Every question about ties that needs no further choice, asked at once; each answer bears its question's name."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.ties.across import seating_across, sectors_across
from samverkan.ties.brokerage import Brokers, brokers_in
from samverkan.ties.centrality import Centrality, centrality_in, leading
from samverkan.ties.components import Parts, parts_in
from samverkan.ties.cooperation import Cooperation, cooperation_in
from samverkan.ties.core import Core, core_in
from samverkan.ties.engagement import Engagement, engagement_in
from samverkan.ties.losses import Connectivity, connectivities
from samverkan.ties.mixing import Mixing, mixing_in
from samverkan.ties.needs import Needs, needs_in
from samverkan.ties.offers import TiesToAdd, ties_to_add_in
from samverkan.ties.representation import Counts, counts
from samverkan.ties.seating import Seating, seating
from samverkan.ties.sectors import sectors_of
from samverkan.ties.sharing import Shared, shared_in
from samverkan.ties.splitting import Splitters, splitters_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.model.collaboration import Collaboration
    from samverkan.ties.across import Across

ALL_PAIRS = 40
"""The most bodies of which every two are asked about: a county of eight municipalities has some 32."""


@frozen
class AnswersAcross:
    """What the network of several collaborations answers (*svar*): the questions that are asked of it as a whole.

    The others are about two bodies, or about what one file lists and needs, and are asked of each by itself.
    """

    whose_loss_splits_the_collaboration: Splitters
    which_ties_to_add: TiesToAdd
    is_everything_connected: Parts
    which_sectors_meet: Mixing
    who_brokers_between_sectors: Brokers
    how_central_is_the_municipality: Centrality
    is_there_a_core: Core


@frozen
class Answers:
    """What the network answers (*svar*), question by question."""

    who_sits_where: Counts
    who_ties_two_bodies: tuple[Shared, ...]
    how_many_losses_part_two_bodies: tuple[Connectivity, ...]
    whose_loss_splits_the_collaboration: Splitters
    which_ties_to_add: TiesToAdd
    is_everything_connected: Parts
    which_sectors_meet: Mixing
    who_brokers_between_sectors: Brokers
    how_central_is_the_municipality: Centrality
    is_there_a_core: Core
    who_organises_and_who_sits: Engagement
    which_needed_parties_are_missing: Needs
    who_works_together: Cooperation


def answers(collaboration: Collaboration, *, pairs: Iterable[tuple[str, str]] | None = None) -> Answers:
    """Ask every question; those on two bodies of ``pairs``, by default of every two in which somebody is known to sit.

    In a whole of more than ``ALL_PAIRS`` such bodies, the default is each of them with the one that it shares most
    organisations with: of a country's 1,160 bodies, that is a thousand pairs instead of 672,220.
    """
    table, sectors = seating(collaboration), sectors_of(collaboration)
    asked = tuple(_pairs(table) if pairs is None else pairs)
    return Answers(
        who_sits_where=counts(collaboration),
        who_ties_two_bodies=tuple(shared_in(collaboration, table, a, b) for a, b in asked),
        how_many_losses_part_two_bodies=tuple(connectivities(table, asked)),
        whose_loss_splits_the_collaboration=splitters_in(table),
        which_ties_to_add=ties_to_add_in(table),
        is_everything_connected=parts_in(table),
        which_sectors_meet=mixing_in(table, sectors),
        who_brokers_between_sectors=brokers_in(table, sectors),
        how_central_is_the_municipality=centrality_in(leading(collaboration, table.wholes), table, sectors),
        is_there_a_core=core_in(table),
        who_organises_and_who_sits=engagement_in(collaboration, table),
        which_needed_parties_are_missing=needs_in(collaboration, table, sectors),
        who_works_together=cooperation_in(collaboration, table.wholes),
    )


def answers_across(whole: Across) -> AnswersAcross:
    """Ask several collaborations together; names are those of ``across``."""
    table, sectors = seating_across(whole), sectors_across(whole)
    leads = [name for each in whole.collaborations for name in whole.common(each, leading(each, seating(each).wholes))]
    return AnswersAcross(
        whose_loss_splits_the_collaboration=splitters_in(table),
        which_ties_to_add=ties_to_add_in(table),
        is_everything_connected=parts_in(table),
        which_sectors_meet=mixing_in(table, sectors),
        who_brokers_between_sectors=brokers_in(table, sectors),
        how_central_is_the_municipality=centrality_in(leads, table, sectors),
        is_there_a_core=core_in(table),
    )


def _pairs(table: Seating) -> Iterable[tuple[str, str]]:
    heard = [body for body, seats in table.organisations.items() if seats]
    return combinations(heard, 2) if len(heard) <= ALL_PAIRS else _closest(table, heard)


def _closest(table: Seating, heard: list[str]) -> Iterable[tuple[str, str]]:
    """Pair each body with the one that it shares most organisations with, the first of several, each pair once."""
    rank = {body: place for place, body in enumerate(heard)}
    bodies: dict[str, list[str]] = {}
    for body in heard:
        for name in table.organisations[body]:
            bodies.setdefault(name, []).append(body)
    found = set()
    for body in heard:
        shared = Counter(other for name in table.organisations[body] for other in bodies[name] if other != body)
        if shared:
            closest = min(shared, key=lambda other: (-shared[other], rank[other]))
            found.add(tuple(sorted((body, closest), key=rank.__getitem__)))
    return sorted(((a, b) for a, b in found), key=lambda pair: (rank[pair[0]], rank[pair[1]]))
