"""The dates found for several collaborations at once (*samordnad mötesplan*), and how good they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.arranging.problem import Problem
from samverkan.arranging.solution import Conflict, LeftOut, Part, Placement, Score, Solution
from samverkan.arranging.strain import Strain
from samverkan.model.message import Message
from samverkan.planning.schedule import Schedule

if TYPE_CHECKING:
    from collections.abc import Iterable


def _strains(strains: Iterable[Strain]) -> tuple[Strain, ...]:
    return tuple(strains)


def _messages(messages: Iterable[Message]) -> tuple[Message, ...]:
    return tuple(messages)


@frozen(kw_only=True)
class Arrangement:
    """A time for every meeting that can have one (*samordnad mötesplan*): whoever is in two bodies is in one at a time.

    ``before`` is the merged schedule as the files have it, ``schedule`` the same with the times that were chosen: what
    is moved has the status MOVED and its reasons, what is left out CANCELLED. ``strains`` are the holders with meetings
    in several collaborations, the most strained first. ``doubts`` tell what had to be assumed where the files are
    silent. The ``problem`` holds all that was asked, the ``solution`` what was found.
    """

    problem: Problem = field(repr=False)
    solution: Solution
    before: Schedule = field(repr=False)
    schedule: Schedule = field(repr=False)
    strains: tuple[Strain, ...] = field(default=(), converter=_strains)
    doubts: tuple[Message, ...] = field(default=(), converter=_messages)

    @property
    def placements(self) -> tuple[Placement, ...]:
        """The meetings that got a time, in order of it."""
        return self.solution.placements

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The meetings that got none, each with why."""
        return self.solution.left_out

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that share nothing with each other, the largest first."""
        return self.solution.parts

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Proofs that not everything fits."""
        return self.solution.conflicts

    @property
    def score(self) -> Score:
        """How good it is."""
        return self.solution.score

    @property
    def bound(self) -> Score:
        """The score below which nothing can be."""
        return self.solution.bound

    @property
    def gap(self) -> float | None:
        """The share of the cost that a better arrangement may save, or nothing where it may leave out or move fewer."""
        return self.solution.gap

    @property
    def proven(self) -> bool:
        """Whether nothing better exists."""
        return self.solution.proven

    @property
    def everything_fits(self) -> bool | None:
        """Whether every meeting can have a time: yes, proven not to, or nothing where neither is known."""
        return self.solution.everything_fits
