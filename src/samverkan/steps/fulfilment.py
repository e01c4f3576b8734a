"""Which criteria will be met when, if the plan holds (*uppfyllelse*)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from samverkan.checklist.outcome import Outcome
from samverkan.checklist.report import CriterionReport
from samverkan.model.names import ids
from samverkan.steps.task import Progress, Task

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from samverkan.checklist.evaluate import Evaluation


@frozen(kw_only=True)
class Fulfilment:
    """A criterion by its name, ``tranemo:6.2``, how it is judged today, and by which tasks and when it is to be met.

    ``day`` is the last on which any of its ``tasks`` is to end at the earliest. It is nothing where the criterion is
    met already or does not apply, and where the day cannot be said: a task has no dates, or there is none left to do.
    """

    name: str
    report: CriterionReport
    tasks: tuple[str, ...] = field(default=(), converter=ids)
    day: dt.date | None = None

    @property
    def settled(self) -> bool:
        """Whether it is met already, or there is nothing for it to be about."""
        return self.report.outcome in {Outcome.MET, Outcome.NOT_APPLICABLE}


def fulfilments(tasks: Sequence[Task], found: Mapping[str, Evaluation]) -> Iterator[Fulfilment]:
    """Follow each criterion that a task serves, and each core criterion beside these, in the checklists' order."""
    serving: dict[str, list[Task]] = {}
    for task in tasks:
        for name in task.step.criteria:
            serving.setdefault(name, []).append(task)
    for checklist, evaluation in found.items():
        for report in evaluation.reports:
            name = f"{checklist}:{report.criterion.id}"
            if name in serving or report.criterion.core:
                yield _fulfilment(name, report, serving.get(name, ()))


def _fulfilment(name: str, report: CriterionReport, serving: Iterable[Task]) -> Fulfilment:
    tasks = [task for task in serving if task.progress is not Progress.DONE]
    made = Fulfilment(name=name, report=report, tasks=[task.id for task in tasks])
    days = [task.dates.earliest_finish for task in tasks if task.dates]
    if made.settled or not tasks or len(days) < len(tasks):
        return made
    return evolve(made, day=max(days))
