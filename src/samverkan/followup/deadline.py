"""By when a goal is to be reached (*tidsfrist*): as it states, or the end of the collaboration by default."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.model.facts import Absent, stated
from samverkan.model.goals import Basis, Measured
from samverkan.planning.anchors import anchors_of

if TYPE_CHECKING:
    from samverkan.followup.days import Days
    from samverkan.followup.policy import Policy
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.goals import Goal
    from samverkan.model.values import Period
    from samverkan.model.when import When


@frozen
class Due:
    """The day of a deadline; ``after`` says that nothing can be counted before it, and that it is no last day."""

    day: dt.date
    basis: Basis
    after: bool = False


def period_of(collaboration: Collaboration) -> Period | None:
    """Give the period that computations use; what only the running text says is none."""
    return stated(collaboration.identity.period)


def days_of(collaboration: Collaboration) -> Days | None:
    """Give the first and the last day of the collaboration, where both are known."""
    period = period_of(collaboration)
    return (period.from_, period.to) if period and period.from_ and period.to else None


def has_default(collaboration: Collaboration, policy: Policy) -> bool | None:
    """Say whether the end of the collaboration stands in for a deadline, or ``None`` where nobody knows its end."""
    if not policy.end_is_deadline or isinstance(collaboration.identity.period, Absent):
        return False
    period = period_of(collaboration)
    return True if period and period.to else None


def due_of(goal: Goal, collaboration: Collaboration, policy: Policy) -> Due | None:
    """Give the day by which a goal is to be reached, or nothing where none is known.

    A deadline that is no finer than some days is met on the last of them. After the collaboration is the day after its
    end, and no last day.
    """
    period = period_of(collaboration)
    when: When | None = stated(goal.deadline)  # type: ignore[assignment]  # mypy joins the members of the union
    if when is not None:
        span = anchors_of([], [period] if period else []).span(when)
        if span.latest is None and span.earliest is not None:
            return Due(span.earliest, Basis.STATED, after=True)
        return Due(span.latest, Basis.STATED) if span.latest else None
    if period is None or period.to is None:
        return None
    if stated(goal.measured) is Measured.AT_END:
        return Due(period.to, Basis.STATED)
    return Due(period.to, Basis.DEFAULT) if policy.end_is_deadline else None
