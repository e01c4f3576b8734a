"""The tasks that are to be planned, laid out on working days (*förlopp*)."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.steps.line import Line
from samverkan.steps.path import Timing, length, longest, timings
from samverkan.steps.precedence import graph_of, without
from samverkan.steps.task import Dates, Progress, Task

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

    from samverkan.model.calendar import LocalCalendar


def _tasks(tasks: Iterable[Task]) -> tuple[Task, ...]:
    return tuple(tasks)


@frozen
class Course:
    """The tasks of a setup, of which all that can be dated are planned; with ``all_steps`` also those that are done.

    What follows a task that is not planned follows what that one followed.
    """

    tasks: tuple[Task, ...] = field(converter=_tasks)
    all_steps: bool = False

    @cached_property
    def _kept(self) -> dict[str, Task]:
        dated = (task for task in self.tasks if task.joins is None or task.joins.day)
        return {task.id: task for task in dated if self.all_steps or task.progress is not Progress.DONE}

    @cached_property
    def _order(self) -> nx.DiGraph[str]:
        return without(graph_of({task.id: task.after for task in self.tasks}), keep=self._kept)

    @cached_property
    def _group(self) -> dict[str, str | None]:
        return {id_: task.joins.municipality.code if task.joins else None for id_, task in self._kept.items()}

    def _timings(self, order: nx.DiGraph[str], release: dict[str, int]) -> dict[str, Timing]:
        days = {id_: task.step.days for id_, task in self._kept.items()}
        return timings(order, days, release=release, group=self._group)

    @cached_property
    def days(self) -> int:
        """The working days that the longest way takes."""
        return length(self._timings(self._order, {}), group=self._group)

    @cached_property
    def least_days(self) -> int:
        """The same if all that is unknown turns out to be done; a plan of all steps has days for that too."""
        if self.all_steps:
            return self.days
        known = {id_ for id_, task in self._kept.items() if task.progress is not Progress.UNKNOWN}
        return length(self._timings(without(self._order, keep=known), {}), group=self._group)

    @property
    def critical_path(self) -> tuple[str, ...]:
        """One of the longest ways, by the ids of its tasks."""
        return longest(self._order, self._timings(self._order, {}), group=self._group)

    def dates(self, start: dt.date | None, end: dt.date | None, local: LocalCalendar | None) -> dict[str, Dates]:
        """Date the tasks from the start on, or so that the longest way ends with the end; one of the two is given.

        What is done in a municipality that joins later begins when it has joined. Raises ``InvalidValueError`` where
        the calendar ends.
        """
        joined = {id_: task.joins.day for id_, task in self._kept.items() if task.joins and task.joins.day}
        line = self._line(start, end, joined, local)
        release = {id_: line.number(day) for id_, day in joined.items()}
        return {id_: _dates(each, line) for id_, each in self._timings(self._order, release).items()}

    def _line(
        self, start: dt.date | None, end: dt.date | None, joined: dict[str, dt.date], local: LocalCalendar | None
    ) -> Line:
        more = sum(self._kept[id_].step.days for id_ in joined)
        last = max(joined.values(), default=dt.date.min)
        if end is not None and self.days:
            return Line.before(end, self.days, local, more=more + max((last - end).days, 0) if more else 0)
        # Where nothing is left but what waits for others to join, it is planned from when the first of them does.
        first = start or min(joined.values(), default=None) or end or dt.date.min
        return Line.after(first, self.days + more + max((last - first).days, 0), local)


def _dates(timing: Timing, line: Line) -> Dates:
    return Dates(
        earliest_start=line.days[timing.earliest],
        earliest_finish=line.days[timing.earliest + timing.days - 1],
        latest_start=line.days[timing.latest],
        latest_finish=line.days[timing.latest + timing.days - 1],
        slack=timing.slack,
    )
