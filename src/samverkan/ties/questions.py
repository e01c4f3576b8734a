"""Every question about ties that needs no further choice, asked at once; each answer bears its question's name."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.ties.components import Parts, parts
from samverkan.ties.losses import Connectivity, connectivities
from samverkan.ties.representation import Counts, counts
from samverkan.ties.seating import seating
from samverkan.ties.sharing import Shared, shared_in
from samverkan.ties.splitting import Splitters, splitters

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.model.collaboration import Collaboration


@frozen
class Answers:
    """What the network answers (*svar*), question by question."""

    who_sits_where: Counts
    who_ties_two_bodies: tuple[Shared, ...]
    how_many_losses_part_two_bodies: tuple[Connectivity, ...]
    whose_loss_splits_the_collaboration: Splitters
    is_everything_connected: Parts


def answers(collaboration: Collaboration, *, pairs: Iterable[tuple[str, str]] | None = None) -> Answers:
    """Ask every question; those on two bodies of ``pairs``, by default of every two in which somebody is known to sit.

    There are 496 such pairs in a county of eight municipalities with four bodies each: choose pairs in a larger whole.
    """
    table = seating(collaboration)
    heard = (body for body, seats in table.organisations.items() if seats)
    asked = tuple(combinations(heard, 2) if pairs is None else pairs)
    return Answers(
        who_sits_where=counts(collaboration),
        who_ties_two_bodies=tuple(shared_in(collaboration, table, a, b) for a, b in asked),
        how_many_losses_part_two_bodies=tuple(connectivities(table, asked)),
        whose_loss_splits_the_collaboration=splitters(collaboration),
        is_everything_connected=parts(collaboration),
    )
