"""Steps of one's own in an order without circles, and rollouts by them."""

from __future__ import annotations

from functools import cache
from inspect import unwrap
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve
from hypothesis import strategies as st

from samverkan.checklist.registry import checklist_named, shipped_names
from samverkan.errors import InvalidValueError
from samverkan.model.identity import Phase
from samverkan.steps.plan import StepPlan
from samverkan.steps.rollout import Rollout, rollout
from samverkan.steps.step import Done, Each, Step
from samverkan.testing.strategies.arguments import shown_by_call
from samverkan.testing.strategies.generic import apart
from samverkan.testing.strategies.plans import plannable
from samverkan.testing.strategies.times import dates
from samverkan.testing.strategies.words import ids, municipality_codes, texts

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from samverkan.model.collaboration import Collaboration

_CRITERIA: Final = tuple(f"{name}:{each.id}" for name in shipped_names() for each in checklist_named(name).criteria)


@shown_by_call
def step_plans(*, max_steps: int = 6) -> st.SearchStrategy[StepPlan]:
    """Generate steps in an order without circles, written in any order, some for each municipality or of one phase."""
    return _step_plans(max_steps)


@shown_by_call
def rollouts(*, max_steps: int = 6, **bounds: Any) -> st.SearchStrategy[Rollout]:  # noqa: ANN401  # as collaborations()
    """Generate rollouts, forwards and backwards, of collaborations within the bounds of ``collaborations()``."""
    return _rollouts(max_steps, plannable(**bounds))


@st.composite
def _step_plans(draw: st.DrawFn, most: int) -> StepPlan:
    drawn = apart([draw(_steps()) for _ in range(draw(st.integers(1, most)))])
    ordered = [evolve(step, after=draw(_some(drawn[:place]))) for place, step in enumerate(drawn)]
    return StepPlan(id=draw(unwrap(ids)()), name=draw(unwrap(texts)()), steps=draw(st.permutations(ordered)))


def _some(before: Iterable[Step]) -> st.SearchStrategy[list[str]]:
    names = [step.id for step in before]
    return st.lists(st.sampled_from(names), unique=True, max_size=3) if names else st.just([])


@cache
def _steps() -> st.SearchStrategy[Step]:
    return st.builds(
        Step,
        id=unwrap(ids)(),
        title=unwrap(texts)(),
        about=unwrap(texts)(),
        days=st.integers(1, 30),
        role=unwrap(texts)(),
        criteria=st.lists(st.sampled_from(_CRITERIA), unique=True, max_size=2),
        evidence=unwrap(texts)(),
        source=unwrap(texts)(),
        days_source=unwrap(texts)(),
        each=st.none() | st.sampled_from(Each),
        phases=st.lists(st.sampled_from(Phase), unique=True, max_size=1),
        done=st.lists(st.builds(Done, unwrap(dates)(), st.none() | municipality_codes()), max_size=1),
    )


@st.composite
def _rollouts(draw: st.DrawFn, most: int, wholes: st.SearchStrategy[Collaboration]) -> Rollout:
    whole, plan = draw(wholes), draw(_step_plans(most))
    day, as_of, all_steps = draw(unwrap(dates)()), draw(st.none() | unwrap(dates)()), draw(st.booleans())
    forwards = draw(st.booleans())
    try:
        return _planned(whole, day, forwards=forwards, as_of=as_of, steps=plan, all_steps=all_steps)
    except InvalidValueError:  # the calendar has no working day left
        free = evolve(whole, calendar=None)
        return _planned(free, day, forwards=forwards, as_of=as_of, steps=plan, all_steps=all_steps)


def _planned(whole: Collaboration, day: dt.date, *, forwards: bool, **settings: Any) -> Rollout:  # noqa: ANN401  # as rollout
    return rollout(whole, start=day, **settings) if forwards else rollout(whole, end=day, **settings)
