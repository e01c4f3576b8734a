"""How far each step has come in a setup, by the criteria that say so: unknown is neither done nor to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.evaluate import Evaluation, evaluate
from samverkan.checklist.outcome import Outcome, all_of
from samverkan.steps.task import Progress

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from samverkan.checklist.report import CriterionReport
    from samverkan.model.collaboration import Collaboration
    from samverkan.steps.plan import StepPlan
    from samverkan.steps.step import Step


def evaluations(collaboration: Collaboration, plan: StepPlan, *, as_of: dt.date | None) -> dict[str, Evaluation]:
    """Judge a setup by each checklist that the steps name a criterion of, by its name."""
    names = dict.fromkeys(name.partition(":")[0] for step in plan.steps for name in step.criteria)
    return {name: evaluate(collaboration, checklist=name, as_of=as_of) for name in names}


def reports_of(step: Step, found: Mapping[str, Evaluation]) -> tuple[CriterionReport, ...]:
    """Give what was found of the criteria of a step, in its order."""
    split = (name.partition(":") for name in step.criteria)
    return tuple(found[checklist].of(criterion) for checklist, _, criterion in split)


def done_on(step: Step, municipality: str | None, *, as_of: dt.date | None) -> dt.date | None:
    """Give the day on which the plan says that a step was done, where that day is not still to come."""
    days = [each.date for each in step.done if each.municipality in {None, municipality}]
    return min((day for day in days if as_of is None or day <= as_of), default=None)


def progress_of(reports: Sequence[CriterionReport], *, stated: bool, shared: bool) -> Progress:
    """Say how far a step has come; ``stated`` says that the plan calls it done, which no criterion may contradict.

    Where it is ``shared`` by several municipalities, what a criterion finds in the setup as a whole decides it in none
    of them. A step whose criteria do not apply has nothing left to do.
    """
    outcome = all_of(report.outcome for report in reports)
    if shared:
        return Progress.DONE if stated else (Progress.UNKNOWN if reports else Progress.TO_DO)
    if outcome is Outcome.NOT_MET or not reports:
        return Progress.DONE if stated and not reports else Progress.TO_DO
    if stated:
        return Progress.DONE
    return Progress.UNKNOWN if outcome is Outcome.UNKNOWN else Progress.DONE
