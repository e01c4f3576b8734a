"""Participants and places, one path: who comes in when, who waits, who is turned away (*kö*)."""

from __future__ import annotations

from enum import Enum
from heapq import heapify, heapreplace
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Time: TypeAlias = float
"""Days from the start of what is simulated; whole numbers and fractions are kept exact."""


class Full(Enum):
    """What becomes of those for whom there is no place."""

    QUEUE = "queue"
    AWAY = "away"


@frozen
class Coming:
    """Who comes: when, for how long, and of which group, 0 being everybody who has no reserved places."""

    at: Time
    stay: Time
    group: int = 0


def _times(times: Iterable[Time]) -> tuple[Time, ...]:
    return tuple(times)


def _times_or_none(times: Iterable[Time | None]) -> tuple[Time | None, ...]:
    return tuple(times)


def _pools(pools: Iterable[int]) -> tuple[int, ...]:
    return tuple(pools)


@frozen
class Path:
    """What became of those who came, in their order: the same row of each column is the same participant.

    ``began`` and ``left`` are nothing for whoever was turned away or never gets a place; ``pools`` say which places
    they had: 0 the open ones, otherwise those reserved for the group of that number.
    """

    arrived: tuple[Time, ...] = field(converter=_times)
    began: tuple[Time | None, ...] = field(converter=_times_or_none)
    left: tuple[Time | None, ...] = field(converter=_times_or_none)
    pools: tuple[int, ...] = field(converter=_pools)

    def stays(self, pool: int | None = None) -> list[tuple[Time, Time]]:
        """Give from when to when each had a place, in all places or those of one pool."""
        rows = zip(self.began, self.left, self.pools, strict=True)
        return [
            (began, left) for began, left, of in rows if began is not None and left is not None and pool in {None, of}
        ]


def queued(coming: Sequence[Coming], places: Sequence[int | None], *, full: Full = Full.QUEUE) -> Path:
    """Let everybody in who finds a place, in the order in which they come; they must stand in that order.

    ``places`` are the open ones, then those reserved for group 1, 2 …; nothing is no limit. A group takes its own
    places first, then open ones, and nobody else takes them. Who leaves makes room for who comes at the same moment.

    A place is given to the first in the queue who may have it. So each participant begins at the earliest time at which
    a place that they may have is free after all before them have chosen, and no event needs to be simulated. With one
    pool that is the recursion of Kiefer and Wolfowitz (1955).
    """
    free: list[list[Time] | None] = [None if count is None else [0] * count for count in places]
    for pool in free:
        heapify(pool or [])
    began: list[Time | None] = []
    left: list[Time | None] = []
    pools = []
    for each in coming:
        at = each.at
        number = _chosen(free, each)
        pool = free[number]
        if pool is None:
            start = at
        elif not pool or (full is Full.AWAY and pool[0] > at):
            began.append(None)
            left.append(None)
            pools.append(number)
            continue
        else:
            start = max(pool[0], at)
            heapreplace(pool, start + each.stay)
        began.append(start)
        left.append(start + each.stay)
        pools.append(number)
    return Path((each.at for each in coming), began, left, pools)


def _chosen(free: Sequence[list[Time] | None], coming: Coming) -> int:
    """Choose between a group's own places and the open ones: its own, unless an open one is free sooner."""
    own, shared = free[coming.group], free[0]
    if own is None or (own and own[0] <= coming.at):
        return coming.group
    if shared is None or not own or (shared and shared[0] < own[0]):
        return 0
    return coming.group
