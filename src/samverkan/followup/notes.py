"""What a reader must know to read the status of a goal right (*att veta*), and what a flow comes to over a period."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from samverkan.followup.days import months_in
from samverkan.followup.followup import Expected
from samverkan.followup.policy import Reading
from samverkan.followup.status import Note
from samverkan.followup.wanting import MONTHS, is_flow, is_share, number_of
from samverkan.model.facts import stated
from samverkan.model.goals import (
    Basis,
    Breakdown,
    MixedGoal,
    PerceptionGoal,
    ShareGoal,
    VolumeGoal,
)
from samverkan.planning.anchors import periods_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.followup.deadline import Due
    from samverkan.followup.policy import Policy
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.goals import Goal


def notes_of(goal: Goal, policy: Policy, due: Due | None, *, judged: bool) -> Iterator[Note]:
    """List what the reading of a goal rests on; of one that is not ``judged``, only what its words leave open."""
    if judged:
        yield from _reading(goal, policy, due)
    if goal.population_implied:
        yield Note.POPULATION_IMPLIED
    if goal.excludes:
        yield Note.EXCLUDED
    if stated(goal.compared_with) and not stated(goal.baseline):
        yield Note.NO_BASELINE
    if isinstance(goal, VolumeGoal) and stated(goal.amount) is None:
        yield Note.AMOUNT_UNKNOWN
    if isinstance(goal, PerceptionGoal) and len(goal.parts) > 1:
        yield Note.ALL_PARTS
    if isinstance(goal, (ShareGoal, MixedGoal)) and goal.attribution:
        yield Note.ATTRIBUTION


def _reading(goal: Goal, policy: Policy, due: Due | None) -> Iterator[Note]:
    if due and due.basis is Basis.DEFAULT:
        yield Note.DEFAULT_DEADLINE
    if getattr(goal, "operator_basis", None) is Basis.DEFAULT:
        yield Note.DEFAULT_OPERATOR
    if Breakdown.SEX in goal.breakdown and is_share(goal):
        yield Note.STRICT_READING if policy.reading is Reading.STRICT else Note.TOTAL_READING


def expected_of(goal: Goal, collaboration: Collaboration) -> Iterator[Expected]:
    """Give what a flow per month or year comes to over each period that a source gives, where its months are known.

    Of an amount that nobody says to be a flow there is none: 50 each month may be the same 50.
    """
    number, measured = number_of(goal), stated(goal.measured)
    if not is_flow(goal) or number is None or measured not in MONTHS:
        return
    for period in periods_of(collaboration.identity):
        months = months_in(period)
        if months is not None:
            yield Expected(period, number * months / Fraction(MONTHS[measured]))
