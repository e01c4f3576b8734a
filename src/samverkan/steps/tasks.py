"""The tasks that the steps of a plan come to in one setup, and which of them waits for which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.model.facts import stated
from samverkan.steps.precedence import graph_of, without
from samverkan.steps.progress import done_on, progress_of, reports_of
from samverkan.steps.task import Task

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from samverkan.checklist.evaluate import Evaluation
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.organisations import Municipality
    from samverkan.steps.joining import Joining
    from samverkan.steps.plan import StepPlan
    from samverkan.steps.step import Step


def tasks_of(
    collaboration: Collaboration,
    plan: StepPlan,
    joining: Mapping[str, Joining],
    found: Mapping[str, Evaluation],
    *,
    as_of: dt.date | None,
) -> tuple[Task, ...]:
    """Make the tasks of a setup in the order of the plan; ``found`` are the evaluations that say how far each has come.

    A step for each municipality is one task where there is one, and a common step waits for no municipality that joins
    later. What follows a step that does not belong to the setup's phase follows what that step followed.
    """
    steps = _of_phase(plan, collaboration)
    made = {step.id: list(_tasks(step, collaboration, joining, found, as_of)) for step in steps}
    return tuple(
        evolve(task, after=[before.id for name in step.after for before in made[name] if _waits(task, before)])
        for step in steps
        for task in made[step.id]
    )


def _of_phase(plan: StepPlan, collaboration: Collaboration) -> list[Step]:
    phase = stated(collaboration.identity.phase)
    kept = {step.id: step for step in plan.steps if not step.phases or phase in step.phases}
    order = without(graph_of({step.id: step.after for step in plan.steps}), keep=kept)
    return [evolve(step, after=list(order.pred[step.id])) for step in kept.values()]


def _tasks(
    step: Step,
    collaboration: Collaboration,
    joining: Mapping[str, Joining],
    found: Mapping[str, Evaluation],
    as_of: dt.date | None,
) -> Iterator[Task]:
    reports = reports_of(step, found)
    several = step.each is not None and len(collaboration.municipalities) > 1
    places: tuple[Municipality | None, ...] = collaboration.municipalities if several else (None,)
    for each in places:
        day = done_on(step, each.code if each else None, as_of=as_of)
        yield Task(
            id=f"{step.id}/{each.code}" if each else step.id,
            step=step,
            municipality=each,
            joins=joining.get(each.code) if each else None,
            progress=progress_of(reports, stated=day is not None, shared=several),
            done_on=day,
            reports=reports,
        )


def _waits(task: Task, before: Task) -> bool:
    """Say whether a task waits for one of a step before it."""
    if before.municipality is None:
        return True
    return before.municipality == task.municipality if task.municipality else before.joins is None
