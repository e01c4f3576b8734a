"""Figures against the number of a goal (*bedöma*), in three values: nothing is decided that a completion could undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from samverkan.checklist.interval import Interval, compare
from samverkan.checklist.outcome import Outcome, all_of
from samverkan.followup.figure import Figure
from samverkan.followup.result import Sex
from samverkan.followup.status import Reason
from samverkan.followup.wanting import is_share, operator_of
from samverkan.model.goals import Operator

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from samverkan.model.goals import Goal

NOT_THERE: Final[Mapping[Sex | None, Reason]] = {
    None: Reason.NO_TOTAL,
    Sex.WOMEN: Reason.NO_WOMEN,
    Sex.MEN: Reason.NO_MEN,
}
"""What is wanting where nothing at all is counted of everybody, of women, or of men."""


def holds(least: int, most: int | None, operator: Operator, number: Fraction) -> Outcome:
    """Compare a count with a number: met or not met only if every whole number from ``least`` to ``most`` agrees."""
    if operator is Operator.EXACTLY and number.denominator != 1:
        return Outcome.NOT_MET
    return compare(Interval(least, most), operator, number)


def judged(goal: Goal, figure: Figure, number: Fraction) -> Figure:
    """Hold a figure against a number: of a share in percent of its total; a share of nobody is unknown."""
    if not is_share(goal):
        outcome = holds(figure.count, figure.at_most, operator_of(goal), number)
        return evolve(figure, needed=number, outcome=outcome)
    if not figure.total:
        return evolve(figure, outcome=Outcome.UNKNOWN)
    needed = number * figure.total / 100
    return evolve(figure, needed=needed, outcome=holds(figure.count, figure.at_most, operator_of(goal), needed))


@frozen
class Side:
    """How everybody, women or men come out: the figure if there is one, whether it stands, and what is wanting."""

    outcome: Outcome
    figure: Figure | None = None
    final: bool = False
    reasons: tuple[Reason, ...] = field(default=())


def wanting(*reasons: Reason) -> Side:
    """Give a side of which nothing is known, and why."""
    return Side(Outcome.UNKNOWN, reasons=reasons)


def side(goal: Goal, found: Figure | Reason, number: Fraction, *, final: bool) -> Side:
    """Hold what was found against the number; what is not settled says why."""
    if isinstance(found, Reason):
        return wanting(found)
    figure = judged(goal, found, number)
    outcome = figure.outcome or Outcome.UNKNOWN
    reasons: tuple[Reason, ...] = ()
    if is_share(goal) and not figure.total:
        reasons = (Reason.NOBODY,)
    elif outcome is Outcome.UNKNOWN:
        reasons = (Reason.OVERLAP_UNKNOWN,)
    return Side(outcome, figure, final, reasons)


def together(sides: Iterable[Side]) -> Outcome:
    """Give what the sides come to: met if each is, not met if one is not (strong Kleene)."""
    return all_of(each.outcome for each in sides)


def finally_(sides: Iterable[Side]) -> Outcome:
    """Give what the sides come to for good: what may still be counted otherwise is unknown."""
    return all_of(each.outcome if each.final else Outcome.UNKNOWN for each in sides)


def reasons_of(sides: Iterable[Side]) -> tuple[Reason, ...]:
    """Gather what is wanting, of those that are not decided."""
    return tuple(reason for each in sides for reason in each.reasons)
