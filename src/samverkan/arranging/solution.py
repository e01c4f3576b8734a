"""What an arrangement chose (*lösning*), how good it is, and what could not be."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING, Self

from attrs import field, frozen

from samverkan.arranging.problem import Candidate, Wanted
from samverkan.model.message import Message
from samverkan.model.names import ids

if TYPE_CHECKING:
    from collections.abc import Iterable


class Solver(Enum):
    """How times are looked for: one meeting after the other, or by HiGHS, which can prove that nothing is better."""

    GREEDY = "greedy"
    HIGHS = "highs"


@frozen(order=True)
class Score:
    """How good a solution is (*utfall*), the less the better: first by what is left out, then moved, then by cost."""

    left_out: int = 0
    moved: int = 0
    cost: int = 0

    def __add__(self, other: Self) -> Score:
        return Score(self.left_out + other.left_out, self.moved + other.moved, self.cost + other.cost)


@frozen
class Placement:
    """A meeting with the time that it got (*utlagt möte*), and why it is not where the plan had put it.

    There are no ``reasons`` where it is where the plan put it.
    """

    wanted: Wanted
    candidate: Candidate
    reasons: tuple[Message, ...] = ()

    @property
    def id(self) -> str:
        """The id of the meeting."""
        return self.wanted.id

    @property
    def kept(self) -> bool:
        """Whether the meeting is on the day and at the hour of the plan; an hour that nobody stated is kept."""
        return as_planned(self.wanted, self.candidate)


def as_planned(wanted: Wanted, candidate: Candidate) -> bool:
    """Say whether a time is on the day and at the hour of the plan; where that states no hour, any hour is its."""
    clock, start = wanted.clock, candidate.start
    same = clock is None or (clock.start.hour, clock.start.minute) == (start.hour, start.minute)
    return same and candidate.date == wanted.date


class ConflictKind(Enum):
    """What kind of proof says that some meetings cannot all take place."""

    NO_TIME = "no-time"
    CAPACITY = "capacity"
    TOGETHER = "together"


@frozen(kw_only=True)
class Conflict:
    """Meetings, by their ids, that cannot all take place whatever is chosen, and the holders on whom it hangs.

    NO_TIME: one meeting has no time at all. CAPACITY: they all lie from ``first`` to ``last``, where the holder can be
    at ``possible`` meetings at most. TOGETHER: no choice of times keeps the rules for all; taking any one of them away
    leaves a choice if the set is ``minimal``, which may not have been looked for to the end.
    """

    kind: ConflictKind
    meetings: tuple[str, ...] = field(converter=ids)
    holders: tuple[str, ...] = field(default=(), converter=ids)
    first: dt.date | None = None
    last: dt.date | None = None
    possible: int | None = None
    minimal: bool = True
    why: Message


@frozen
class LeftOut:
    """A meeting that got no time (*ej utlagt möte*), and why."""

    wanted: Wanted
    why: Message

    @property
    def id(self) -> str:
        """The id of the meeting."""
        return self.wanted.id


@frozen(kw_only=True)
class Part:
    """Meetings that may get in each other's way, directly or through others, and in no other's (*del*).

    They are placed with the ``score``, and no solution has one below the ``bound``.
    """

    meetings: tuple[str, ...] = field(converter=ids)
    score: Score
    bound: Score

    @property
    def proven(self) -> bool:
        """Whether nothing better exists."""
        return self.score == self.bound

    @property
    def gap(self) -> float | None:
        """The share of the cost that a better solution may save, or nothing where it may leave out or move fewer."""
        return gap_of(self.score, self.bound)


def gap_of(score: Score, bound: Score) -> float | None:
    """Give the share of the cost that lies above the bound, or nothing where what is left out or moved may be fewer."""
    if (score.left_out, score.moved) != (bound.left_out, bound.moved):
        return None
    return (score.cost - bound.cost) / score.cost if score.cost else 0.0


def _placements(placements: Iterable[Placement]) -> tuple[Placement, ...]:
    return tuple(sorted(placements, key=lambda each: (each.candidate.start.timestamp(), each.id)))


def _left_out(meetings: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    return tuple(sorted(meetings, key=lambda each: each.id))


def _parts(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(sorted(parts, key=lambda each: (-len(each.meetings), each.meetings)))


def _conflicts(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    return tuple(conflicts)


@frozen(kw_only=True)
class Solution:
    """The times chosen for a problem (*lösning*): each wanted meeting is placed or left out.

    ``placements`` are in order of time, ``left_out`` in order of id, ``parts`` the largest first. ``conflicts`` prove
    that something must be left out; there may be none although something is, where nothing was proven.
    """

    solver: Solver
    placements: tuple[Placement, ...] = field(default=(), converter=_placements)
    left_out: tuple[LeftOut, ...] = field(default=(), converter=_left_out)
    parts: tuple[Part, ...] = field(default=(), converter=_parts)
    conflicts: tuple[Conflict, ...] = field(default=(), converter=_conflicts)

    @property
    def score(self) -> Score:
        """How good it is, all parts together."""
        return sum((part.score for part in self.parts), Score())

    @property
    def bound(self) -> Score:
        """The score below which nothing can be, all parts together."""
        return sum((part.bound for part in self.parts), Score())

    @property
    def gap(self) -> float | None:
        """The share of the cost that a better solution may save, or nothing where it may leave out or move fewer."""
        return gap_of(self.score, self.bound)

    @property
    def proven(self) -> bool:
        """Whether nothing better exists."""
        return all(part.proven for part in self.parts)

    @property
    def everything_fits(self) -> bool | None:
        """Whether every meeting can have a time: yes, proven not to, or nothing where neither is known."""
        if not self.left_out:
            return True
        return False if self.bound.left_out or self.conflicts else None
