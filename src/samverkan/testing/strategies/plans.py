"""Schedules, which are made of collaborations as everybody makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve
from hypothesis import strategies as st

from samverkan.errors import InvalidCollaborationError
from samverkan.model.activities import OnHoliday
from samverkan.planning.schedule import Schedule, schedule
from samverkan.testing.strategies.arguments import shown_by_call
from samverkan.testing.strategies.whole import collaborations

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration


@shown_by_call
def plannable(**bounds: Any) -> st.SearchStrategy[Collaboration]:  # noqa: ANN401  # those of collaborations()
    """Generate collaborations, within the bounds of ``collaborations()``, that have a schedule."""
    return _plannable(collaborations(**bounds))


@shown_by_call
def schedules(**bounds: Any) -> st.SearchStrategy[Schedule]:  # noqa: ANN401  # those of collaborations()
    """Generate schedules of collaborations within the bounds of ``collaborations()``."""
    return _schedules(_plannable(collaborations(**bounds)))


# As composites, so that a counterexample prints as the value and not as the way in which it was made.
@st.composite
def _plannable(draw: st.DrawFn, wholes: st.SearchStrategy[Collaboration]) -> Collaboration:
    return _without_collisions(draw(wholes))


@st.composite
def _schedules(draw: st.DrawFn, wholes: st.SearchStrategy[Collaboration]) -> Schedule:
    return schedule(draw(wholes))


def _without_collisions(whole: Collaboration) -> Collaboration:
    """Skip free days where they are forbidden and a meeting falls on one, for which there is no schedule."""
    try:
        schedule(whole)
    except InvalidCollaborationError as refusal:
        if any(fault.code != "meeting-on-free-day" for fault in refusal.faults):
            raise
        series = tuple(evolve(one, on_holiday=_allowed(one.on_holiday)) for one in whole.series)
        return evolve(whole, series=series)
    return whole


def _allowed(rule: OnHoliday) -> OnHoliday:
    return OnHoliday.SKIP if rule is OnHoliday.FORBID else rule
