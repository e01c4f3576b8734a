"""A rollout as JSON: each step with its days, slack, criteria and sources, and which criteria are met when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.outcomes import ask_data, finding_data
from samverkan.formats.rollout_words import Row

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.formats.outcomes import Plain
    from samverkan.formats.wording import Wording
    from samverkan.steps.fulfilment import Fulfilment
    from samverkan.steps.joining import Joining
    from samverkan.steps.rollout import Rollout
    from samverkan.steps.task import Dates, Task


def rollout_data(rollout: Rollout, wording: Wording) -> dict[str, Plain]:
    """Give the rollout as plain tables, the steps in the order of their file; words are in the reader's language."""
    return {
        "collaboration": rollout.collaboration,
        "plan": rollout.plan.id,
        "as_of": _iso(rollout.as_of),
        "start": _iso(rollout.start),
        "end": _iso(rollout.end),
        "deadline": _iso(rollout.deadline),
        "working_days": {"least": rollout.least_days, "most": rollout.days},
        "critical_path": list(rollout.critical_path),
        "late": [task.id for task in rollout.late],
        "perhaps_late": [task.id for task in rollout.perhaps_late],
        "beyond": [task.id for task in rollout.beyond],
        "steps": [_task(task, wording) for task in rollout.tasks],
        "criteria": [_fulfilment(each) for each in rollout.criteria],
        "all_met": _iso(rollout.all_met),
        "uncovered": [each.name for each in rollout.uncovered],
    }


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _task(task: Task, wording: Wording) -> Plain:
    step = task.step
    names = zip(step.criteria, task.reports, strict=True)
    return {
        "id": task.id,
        "step": step.id,
        "municipality": task.municipality.code if task.municipality else None,
        "title": Row([task]).title(wording),
        "about": wording.value(step.about),
        "role": wording.value(step.role),
        "evidence": wording.value(step.evidence),
        "source": wording.value(step.source),
        "days": step.days,
        "days_source": wording.value(step.days_source),
        "after": list(task.after),
        "progress": str(task.progress.value),
        "done_on": _iso(task.done_on),
        "criteria": [
            {"id": name, "outcome": str(report.outcome.value), **finding_data(report.finding, wording)}
            for name, report in names
        ],
        "ask_first": [ask_data(ask, wording) for ask in task.asks],
        "joins": _joins(task.joins),
        **_dates(task.dates),
    }


def _dates(when: Dates | None) -> dict[str, Plain]:
    return {
        "earliest_start": _iso(when.earliest_start if when else None),
        "earliest_finish": _iso(when.earliest_finish if when else None),
        "latest_start": _iso(when.latest_start if when else None),
        "latest_finish": _iso(when.latest_finish if when else None),
        "slack": None if when is None else when.slack,
        "critical": None if when is None else when.critical,
    }


def _joins(joins: Joining | None) -> Plain:
    if joins is None:
        return None
    return {
        "on": _iso(joins.day),
        "earliest": _iso(joins.span.earliest),
        "latest": _iso(joins.span.latest),
        "stage": joins.stage.id if joins.stage else None,
    }


def _fulfilment(each: Fulfilment) -> Plain:
    return {
        "id": each.name,
        "core": each.report.criterion.core,
        "outcome": str(each.report.outcome.value),
        "steps": list(each.tasks),
        "met_on": _iso(each.day),
    }
