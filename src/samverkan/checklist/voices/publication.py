"""What may be published of a tally (*offentliggörande*): no group below five, and none that can be worked out."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.checklist.criterion import Criterion
from samverkan.checklist.voices.voice import Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkan.checklist.voices.tally import Tally

FEWEST = 5
"""A group of fewer organisations is not told."""


class Group(Enum):
    """A group of organisations that is counted in public; who says nothing clear is never told apart."""

    MET = "met"
    NOT_MET = "not_met"
    NOTHING_CLEAR = "nothing_clear"


_GROUPS = {Stance.MET: Group.MET, Stance.NOT_MET: Group.NOT_MET}


def _counts(counts: Iterable[int | None]) -> tuple[int | None, ...]:
    return tuple(counts)


@frozen
class Published:
    """The public counts on one criterion, one for each ``Group`` in its order; a count that is kept back is ``None``.

    The number of organisations ``asked`` is no secret: the setup itself shows who has a seat.
    """

    criterion: Criterion
    asked: int
    counts: tuple[int | None, ...] = field(converter=_counts)


def published(tally: Tally) -> Published:
    """Give what may be told of a tally to everybody."""
    groups = [_GROUPS.get(voice.stance, Group.NOTHING_CLEAR) for voice in tally.voices]
    counts = [groups.count(group) for group in Group]
    return Published(tally.criterion, len(groups), disclosed(counts))


def disclosed(counts: Sequence[int]) -> tuple[int | None, ...]:
    """Keep back counts below five, and so many more, from the smallest up, that none follows from the total.

    What is kept back holds five or more together and is not all of one size, or it is everything. Whether a count is
    kept back depends on its size alone, so the hidden ones could as well stand in any other order: none of them is
    certain, even to who knows this rule. Three counts or more are needed for that, and one organisation.

    >>> disclosed([7, 2, 3]), disclosed([7, 5, 0]), disclosed([9, 1, 2])
    ((7, None, None), (7, None, None), (None, None, None))
    """
    sizes = sorted(set(counts))
    hidden = {size for size in sizes if size < FEWEST}
    while hidden and not _covered([count for count in counts if count in hidden]) and len(hidden) < len(sizes):
        hidden.add(sizes[len(hidden)])
    return tuple(None if count in hidden else count for count in counts)


def _covered(kept_back: Sequence[int]) -> bool:
    return sum(kept_back) >= FEWEST and len(set(kept_back)) > 1
