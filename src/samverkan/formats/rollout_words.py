"""What the steps of a rollout are called, and what there is to say of them, in every form that people read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from samverkan.formats.wording import dates, mark
from samverkan.model.message import say
from samverkan.steps.task import Dates, Progress, Task

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.formats.wording import Wording
    from samverkan.model.message import Message
    from samverkan.steps.rollout import Rollout

TITLE = mark("The steps on the way, and when")

MEANINGS = {
    "●": mark("on the critical path: no day to spare"),
    "?": mark("not known whether it is done: find out first"),
    "!": mark("late as of the day"),
    "✓": mark("done"),
}
"""What the signs before a step mean."""


def _tasks(tasks: Iterable[Task]) -> tuple[Task, ...]:
    return tuple(tasks)


@frozen
class Row:
    """Tasks of one step that stand alike in several municipalities, or one task."""

    tasks: tuple[Task, ...] = field(converter=_tasks)

    @property
    def first(self) -> Task:
        """The task that stands for all."""
        return self.tasks[0]

    def title(self, wording: Wording) -> str:
        """Name the step, and the municipalities of which several share it."""
        towns = [task.municipality.name for task in self.tasks if task.municipality]
        title = wording.value(self.first.step.title)
        return f"{title} ({wording.listed(towns)})" if towns else title


def rows(tasks: Iterable[Task]) -> list[Row]:
    """Gather the tasks that differ in nothing but the municipality, in the order of the first of them."""
    found: dict[object, list[Task]] = {}
    for task in tasks:
        alike = evolve(task, id=task.step.id, municipality=None, after=(), joins=None)
        known = task.joins and (task.joins.day, task.joins.span)
        found.setdefault((alike, known), []).append(task)
    return [Row(each) for each in found.values()]


def summary(rollout: Rollout, wording: Wording) -> str:
    """Say from when to when it goes, how many working days that is, and how few it may turn out to be."""
    if rollout.start is None or rollout.end is None:
        return wording.word("No step is left to plan.")
    told = say(
        "From {start} to {end}: {n} working day on the longest way.",
        "From {start} to {end}: {n} working days on the longest way.",
        start=rollout.start,
        end=rollout.end,
        n=rollout.days,
    )
    least = say(
        "If all that is unknown turns out to be done, it is {n} day.",
        "If all that is unknown turns out to be done, it is {n} days.",
        n=rollout.least_days,
    )
    if rollout.least_days == 0:
        least = say("If all that is unknown turns out to be done, nothing is left to do.")
    return wording.tell(told) + (f" {wording.tell(least)}" if rollout.least_days < rollout.days else "")


def weeks(when: Dates, wording: Wording) -> str:
    """Tell the ISO weeks from the earliest start to the earliest finish: ``v. 2–4``."""
    first, last = dates.week(when.earliest_start), dates.week(when.earliest_finish)
    alike = when.earliest_start.isocalendar()[:2] == when.earliest_finish.isocalendar()[:2]
    return wording.word("week {number}").format(number=first if alike else f"{first}–{last}")


def days(when: Dates, wording: Wording) -> str:
    """Tell the days from the earliest start to the earliest finish, with the year."""
    return dates.days(when.earliest_start, when.earliest_finish, wording.language)


def margin(when: Dates, wording: Wording) -> str:
    """Tell by how many working days it may be late, and until which day."""
    if when.critical:
        return wording.word("none", "slack")
    write = dates.day_in_year if when.latest_finish.year == when.earliest_finish.year else dates.day
    last = write(when.latest_finish, wording.language)
    return wording.tell(say("{n} d, to {last}", n=when.slack, last=last))


def waits(task: Task, wording: Wording) -> str:
    """Tell what is known of when the municipality of a task joins."""
    if task.joins is None:
        return ""
    when = wording.span(task.joins.span)
    return wording.tell(say("{municipality} joins later: {when}", municipality=task.joins.municipality.name, when=when))


def signs(task: Task, rollout: Rollout) -> str:
    """Give the signs of a task, whose ``MEANINGS`` are above."""
    marks = {
        "●": bool(task.dates and task.dates.critical),
        "?": task.progress is Progress.UNKNOWN,
        "!": task in rollout.late or task in rollout.perhaps_late,
        "✓": task.progress is Progress.DONE,
    }
    return "".join(sign for sign, shown in marks.items() if shown)


def questions(row: Row, wording: Wording) -> list[str]:
    """Give what to find out first of a step of which nobody knows whether it is done.

    Of questions that differ only in what they are about, such as one for each seat, the first stands for all.
    """
    first = row.first
    if first.progress is not Progress.UNKNOWN:
        return []
    if first.municipality:
        towns = tuple(task.municipality.name for task in row.tasks if task.municipality)
        told = say("Is it done in {towns}? The file speaks of the whole only.", towns=towns)
        return [wording.tell(told)]
    alike: dict[str, list[Message]] = {}
    for question in dict.fromkeys(ask.question for ask in first.asks):
        alike.setdefault(question.text, []).append(question)
    return [_and_more(wording.tell(each), len(others), wording) for each, *others in alike.values()]


def _and_more(told: str, number: int, wording: Wording) -> str:
    return f"{told} {wording.tell(say('(and {n} more)', '(and {n} more)', n=number))}" if number else told
