"""A rollout as a workbook: the steps with their days, who is responsible and what proves them, and the criteria."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.office import workbook
from samverkan.formats.office.sheet import Sheet, Value
from samverkan.formats.rollout_words import MEANINGS, TITLE, Row, questions, signs, waits, weeks
from samverkan.formats.wording import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration
    from samverkan.steps.fulfilment import Fulfilment
    from samverkan.steps.rollout import Rollout
    from samverkan.steps.task import Task

_PLAN = (
    mark("Step"),
    mark("Responsible"),
    mark("ISO weeks"),
    mark("First day"),
    mark("Last day"),
    mark("Working days"),
    mark("Slack in working days"),
    mark("Last day at the latest"),
    mark("Progress"),
    mark("Remarks"),
)
_ABOUT = (
    mark("Step"),
    mark("After"),
    mark("What is done"),
    mark("What proves it"),
    mark("Criteria"),
    mark("Find out first"),
    mark("Where the order comes from"),
    mark("Where the length comes from"),
)
_CRITERIA = (mark("Criterion"), mark("Question"), mark("Outcome today"), mark("Met on"), mark("Steps that lead there"))


def dumps(rollout: Rollout, whole: Collaboration, wording: Wording) -> bytes:
    """Write the plan as a workbook: when, what and why, and which criteria are met when.

    Raises ``InvalidValueError`` where the extra is not installed.
    """
    word = wording.word
    sheets = [
        Sheet(word("Plan"), map(word, _PLAN), (_planned(task, rollout, wording) for task in rollout.tasks)),
        Sheet(word("Steps"), map(word, _ABOUT), (_about(task, rollout, wording) for task in rollout.tasks)),
        Sheet(word("Criteria"), map(word, _CRITERIA), _criteria(rollout, wording)),
    ]
    return workbook.dumps(sheets, title=f"{wording.value(whole.name)}: {word(TITLE)}", updated=whole.updated)


def _planned(task: Task, rollout: Rollout, wording: Wording) -> list[Value]:
    when = task.dates
    return [
        Row([task]).title(wording),
        wording.value(task.step.role),
        weeks(when, wording) if when else waits(task, wording),
        when.earliest_start if when else task.done_on,
        when.earliest_finish if when else task.done_on,
        task.step.days,
        when.slack if when else None,
        when.latest_finish if when else None,
        wording.label(task.progress),
        "; ".join(wording.word(MEANINGS[sign]) for sign in signs(task, rollout) if sign != "✓"),
    ]


def _about(task: Task, rollout: Rollout, wording: Wording) -> list[Value]:
    row, step = Row([task]), task.step
    return [
        row.title(wording),
        "; ".join(Row([rollout.of(id_)]).title(wording) for id_ in task.after),
        wording.value(step.about),
        wording.value(step.evidence),
        ", ".join(step.criteria),
        " ".join(questions(row, wording)),
        wording.value(step.source),
        wording.value(step.days_source),
    ]


def _criteria(rollout: Rollout, wording: Wording) -> Iterator[list[Value]]:
    for each in rollout.criteria:
        yield [
            each.name,
            wording.tell(each.report.criterion.question),
            wording.label(each.report.outcome),
            each.day,
            "; ".join(_titles(each, rollout, wording)),
        ]


def _titles(each: Fulfilment, rollout: Rollout, wording: Wording) -> list[str]:
    return [Row([rollout.of(id_)]).title(wording) for id_ in each.tasks]
