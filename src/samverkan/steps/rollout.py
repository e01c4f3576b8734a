"""From a decision to a setup that carries, as a dated plan (*införandeplan*)."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from samverkan.errors import InvalidValueError, UnknownNameError
from samverkan.model.names import ids
from samverkan.steps.course import Course
from samverkan.steps.fulfilment import Fulfilment, fulfilments
from samverkan.steps.joining import joinings
from samverkan.steps.model import model_steps
from samverkan.steps.plan import StepPlan
from samverkan.steps.progress import evaluations
from samverkan.steps.task import Progress, Task
from samverkan.steps.tasks import tasks_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.model.collaboration import Collaboration


def _tasks(tasks: Iterable[Task]) -> tuple[Task, ...]:
    return tuple(tasks)


def _fulfilments(found: Iterable[Fulfilment]) -> tuple[Fulfilment, ...]:
    return tuple(found)


@frozen(kw_only=True)
class Rollout:
    """The steps of a setup with their days (*införandeplan*), as of a day.

    ``days`` are the working days of its longest way, on the safe side: what nobody knows counts as to be done. It takes
    as few as ``least_days`` if all of that turns out to be done. ``deadline`` is the day that it was planned backwards
    from. ``critical_path`` is one longest way among what does not wait for a municipality that joins later; every step
    without slack is ``critical``.
    """

    collaboration: str
    plan: StepPlan = field(repr=False)
    as_of: dt.date | None
    deadline: dt.date | None
    days: int
    least_days: int
    tasks: tuple[Task, ...] = field(converter=_tasks)
    critical_path: tuple[str, ...] = field(converter=ids)
    criteria: tuple[Fulfilment, ...] = field(converter=_fulfilments, repr=False)

    @cached_property
    def planned(self) -> tuple[Task, ...]:
        """The tasks with dates, those that begin first at the front."""
        dated = [(task.dates.earliest_start, task.dates.earliest_finish, task) for task in self.tasks if task.dates]
        return tuple(task for *_, task in sorted(dated, key=lambda each: each[:2]))

    @property
    def undated(self) -> tuple[Task, ...]:
        """The tasks that are not done and have no dates, since nobody knows when their municipality joins."""
        return tuple(task for task in self.tasks if task.dates is None and task.progress is not Progress.DONE)

    @property
    def done(self) -> tuple[Task, ...]:
        """The tasks that are done."""
        return tuple(task for task in self.tasks if task.progress is Progress.DONE)

    @property
    def start(self) -> dt.date | None:
        """The first day of the first task."""
        return min((task.dates.earliest_start for task in self.planned if task.dates), default=None)

    @property
    def end(self) -> dt.date | None:
        """The last day of the last task, if each is done as early as it can be."""
        return max((task.dates.earliest_finish for task in self.planned if task.dates), default=None)

    @property
    def late(self) -> tuple[Task, ...]:
        """The tasks to do whose latest last day lies before the day as of which it is told (*försenat*)."""
        return self._overdue(Progress.TO_DO)

    @property
    def perhaps_late(self) -> tuple[Task, ...]:
        """The same of those of which nobody knows whether they are done."""
        return self._overdue(Progress.UNKNOWN)

    def _overdue(self, progress: Progress) -> tuple[Task, ...]:
        day = self.as_of
        return tuple(
            task
            for task in self.planned
            if task.progress is progress and task.dates and day and task.dates.latest_finish < day
        )

    @property
    def beyond(self) -> tuple[Task, ...]:
        """The tasks that cannot end by the deadline, since their municipality joins too late."""
        last = self.deadline
        return tuple(task for task in self.planned if task.dates and last and task.dates.earliest_finish > last)

    @property
    def all_met(self) -> dt.date | None:
        """The day on which the last criterion is to be met; nothing where one has no day, or all are met already."""
        days = [each.day for each in self.criteria if not each.settled]
        known = [day for day in days if day]
        return max(known) if known and len(known) == len(days) else None

    @property
    def uncovered(self) -> tuple[Fulfilment, ...]:
        """The criteria not met to which no task leads: none serves them, or all that do are done."""
        return tuple(each for each in self.criteria if not each.settled and not each.tasks)

    def of(self, id_: str) -> Task:
        """Give the task of an id: that of its step, or ``step/code`` in one of several municipalities."""
        known = {task.id: task for task in self.tasks}
        if id_ not in known:
            raise UnknownNameError("step", id_, known)
        return known[id_]


def rollout(  # noqa: PLR0913  # two of them exclude each other
    collaboration: Collaboration,
    *,
    start: dt.date | None = None,
    end: dt.date | None = None,
    as_of: dt.date | None = None,
    steps: StepPlan | None = None,
    all_steps: bool = False,
) -> Rollout:
    """Plan the steps that a setup lacks, forwards from ``start`` or backwards from ``end``, on its working days.

    ``steps`` are those of the model unless others are given. What is done is left out of the dates; with ``all_steps``
    it has dates too, as a plan from the beginning has. Raises ``InvalidValueError`` unless one day is given, and where
    the calendar ends.
    """
    if (start is None) == (end is None):
        raise InvalidValueError("start-or-end", "a rollout is planned from one day", "a start or an end, not both")
    plan = model_steps() if steps is None else steps
    joining = joinings(collaboration, by=start or as_of)
    found = evaluations(collaboration, plan, as_of=as_of)
    tasks = tasks_of(collaboration, plan, joining, found, as_of=as_of)
    course = Course(tasks, all_steps)
    dates = course.dates(start, end, collaboration.calendar)
    dated = tuple(evolve(task, dates=dates.get(task.id)) for task in tasks)
    return Rollout(
        collaboration=collaboration.id,
        plan=plan,
        as_of=as_of,
        deadline=end,
        days=course.days,
        least_days=course.least_days,
        tasks=dated,
        critical_path=course.critical_path,
        criteria=fulfilments(dated, found),
    )
