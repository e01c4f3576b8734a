"""Goals against what was counted, as of a day (*uppföljning*): the values that ``follow_up`` gives."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.errors import UnknownNameError
from samverkan.followup.figure import Figure
from samverkan.followup.policy import Policy
from samverkan.followup.result import Result
from samverkan.followup.status import Note, Reason, Rule, Status
from samverkan.model.goals import Basis, Goal
from samverkan.model.measurability import Measurability
from samverkan.model.values import Period

if TYPE_CHECKING:
    from collections.abc import Iterable


class Apart(Enum):
    """Why a result does not decide (*vid sidan av*)."""

    REPLACED = "replaced"  # the same was counted again later
    PART = "part"  # its days lie within those of another, or do not fill the month or year
    OUTSIDE = "outside"  # it lies in no month or year of the grid
    OTHER_DAYS = "other_days"  # another row is nearer to the deadline, or newer


@frozen
class SetApart:
    """A result that does not decide, and why."""

    why: Apart
    result: Result


def _figures(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    return tuple(figures)


def _reasons(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    return tuple(dict.fromkeys(reasons))


def _set_apart(results: Iterable[SetApart]) -> tuple[SetApart, ...]:
    return tuple(results)


@frozen(kw_only=True)
class PeriodLine:
    """One month or year of a goal that is measured by them, with the figures that decide it."""

    first: dt.date
    last: dt.date
    status: Status
    reasons: tuple[Reason, ...] = field(default=(), converter=_reasons)
    figures: tuple[Figure, ...] = field(default=(), converter=_figures)


def _periods(periods: Iterable[PeriodLine]) -> tuple[PeriodLine, ...]:
    return tuple(periods)


@frozen(kw_only=True)
class Line:
    """How a goal stands in one municipality, or in the whole where ``municipality`` is nothing.

    ``figures`` decide; where the goal is measured by month or year they stand in ``periods`` instead. ``beside`` are
    told and judge nothing: bands of ages, some of the outcomes, hard and perceived outcomes apart. ``reasons`` say what
    keeps it from being decided. ``changes`` is the next day on which time alone can change the status.
    """

    municipality: str | None
    status: Status
    rule: Rule | None
    reasons: tuple[Reason, ...] = field(default=(), converter=_reasons)
    figures: tuple[Figure, ...] = field(default=(), converter=_figures)
    periods: tuple[PeriodLine, ...] = field(default=(), converter=_periods)
    beside: tuple[Figure, ...] = field(default=(), converter=_figures)
    apart: tuple[SetApart, ...] = field(default=(), converter=_set_apart)
    changes: dt.date | None = None


@frozen
class Expected:
    """How many a flow comes to over a period that a source gives: 60 a year in 47 months are 235."""

    period: Period
    number: Fraction


def _lines(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(lines)


def _notes(notes: Iterable[Note]) -> tuple[Note, ...]:
    return tuple(notes)


def _expected(expected: Iterable[Expected]) -> tuple[Expected, ...]:
    return tuple(expected)


@frozen(kw_only=True)
class GoalFollowUp:
    """How one goal stands (*måluppfyllelse*), with the parts that it lacks to be followed up at all.

    ``deadline`` is the day by which it is to be reached, where there is one, and of what is to hold after the end the
    first day after; ``basis`` is whether the goal states it, or it is the end of the period by default. ``lines`` begin
    with the whole, then the municipalities in the order of the file.
    """

    goal: Goal
    measurability: Measurability
    deadline: dt.date | None
    basis: Basis | None
    lines: tuple[Line, ...] = field(converter=_lines)
    notes: tuple[Note, ...] = field(default=(), converter=_notes)
    expected: tuple[Expected, ...] = field(default=(), converter=_expected)

    @property
    def whole(self) -> Line:
        """The line of the whole; there is one even where only municipalities are counted."""
        return self.lines[0]

    @property
    def status(self) -> Status:
        """How the goal stands in the whole."""
        return self.whole.status


def _goals(goals: Iterable[GoalFollowUp]) -> tuple[GoalFollowUp, ...]:
    return tuple(goals)


@frozen(kw_only=True)
class FollowUp:
    """The goals of a collaboration against its results, as of a day (*uppföljning*), in the order of the file.

    ``later`` is how many of the results were collected after that day, and so are not known yet.
    """

    collaboration: str
    as_of: dt.date
    policy: Policy
    goals: tuple[GoalFollowUp, ...] = field(converter=_goals)
    later: int

    def of(self, id_: str) -> GoalFollowUp:
        """Give the follow-up of one goal; raises ``UnknownNameError`` for an id that no goal has."""
        known = {each.goal.id: each for each in self.goals}
        if id_ not in known:
            raise UnknownNameError("goal", id_, known)
        return known[id_]

    def standing(self, status: Status) -> tuple[GoalFollowUp, ...]:
        """Give the goals that stand so in the whole."""
        return tuple(each for each in self.goals if each.status is status)
