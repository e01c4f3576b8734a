"""Whether a count keeps pace with the time (*i takt*): so much of the number is wanted as has passed of the time."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.checklist.outcome import Outcome, truth
from samverkan.followup.days import number_of_days
from samverkan.followup.judging import Side, holds, wanting
from samverkan.followup.status import Reason
from samverkan.followup.wanting import operator_of
from samverkan.model.goals import Operator

if TYPE_CHECKING:
    from samverkan.followup.asked import Asked
    from samverkan.followup.deadline import Due
    from samverkan.followup.figure import Figure


def on_pace(asked: Asked, due: Due, figure: Figure) -> Side:
    """Hold a count against the part of the number that the time up to its last day is of the time up to the deadline.

    The time begins with the collaboration. What should be few is held against the whole number at any time, and what
    should be exactly so many is to keep pace without being more.
    """
    if asked.period is None:
        return wanting(Reason.NO_PERIOD)
    start, number, operator = asked.period[0], asked.number, operator_of(asked.goal)
    if operator in {Operator.AT_MOST, Operator.LESS_THAN}:
        return _side(figure, number, holds(figure.count, figure.count, operator, number))
    whole, passed = number_of_days(start, due.day), number_of_days(start, figure.last)
    wanted = number * Fraction(min(passed, whole), whole) if whole else number
    if operator is Operator.EXACTLY:
        return _side(figure, wanted, truth(wanted <= figure.count <= number))
    return _side(figure, wanted, holds(figure.count, figure.count, operator, wanted))


def _side(figure: Figure, wanted: Fraction, outcome: Outcome) -> Side:
    return Side(outcome, evolve(figure, needed=wanted, outcome=outcome))
