"""The schedule and the evaluation as JSON, in the shapes that the contracts promise to programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from samverkan.checklist.acting import COSTS
from samverkan.checklist.outcome import Outcome
from samverkan.model.message import Message
from samverkan.planning.meeting import Status

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from samverkan.checklist.acting import Action, Package
    from samverkan.checklist.advice import Advice, Question
    from samverkan.checklist.asking import Asking
    from samverkan.checklist.evaluate import Evaluation
    from samverkan.checklist.finding import Ask, Evidence, Finding
    from samverkan.checklist.interval import Interval
    from samverkan.checklist.report import CriterionReport, FactorReport
    from samverkan.formats.wording import Wording
    from samverkan.model.source import Source
    from samverkan.model.values import Period
    from samverkan.planning.breaches import Breach
    from samverkan.planning.clashes import Clash
    from samverkan.planning.meeting import Meeting
    from samverkan.planning.occasion import Occasion
    from samverkan.planning.occupied import Occupied
    from samverkan.planning.schedule import Schedule
    from samverkan.planning.unplaced import Unplaced

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"
"""What JSON can hold."""


def json_text(data: Plain) -> str:
    """Write plain data with sorted keys, so that equal data are equal bytes."""
    return json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def schedule_data(
    schedule: Schedule, wording: Wording, *, occupied: Mapping[str, Sequence[Occupied]] | None = None
) -> dict[str, Plain]:
    """Give the schedule as plain tables; names and reasons are in the reader's language.

    Of several collaborations planned together ``collaborations`` lists ids and names, and each meeting, day and
    unplaced item says whose it is. ``occupied`` holds the clashes with other calendars by their names, and is null
    where none was asked about.
    """
    members: list[Plain] = [{"id": each.id, "name": wording.value(each.name)} for each in schedule.members]
    return ({"collaborations": members} if members else {}) | {
        "collaboration": schedule.collaboration,
        "horizon": _period(schedule.horizon),
        "meetings": [_owned(schedule, _meeting(meeting, wording)) for meeting in schedule.meetings],
        "occasions": [_owned(schedule, _occasion(day, wording)) for day in schedule.occasions],
        "unplaced": [_owned(schedule, _unplaced(item, wording)) for item in schedule.unplaced],
        "clashes": [_clash(clash, wording) for clash in schedule.clashes],
        "breaches": [_breach(breach, wording) for breach in schedule.breaches],
        "occupied": None
        if occupied is None
        else [_occupied(each, name, wording) for name, found in occupied.items() for each in found],
    }


def _owned(schedule: Schedule, data: dict[str, Plain]) -> Plain:
    return {**data, "collaboration": schedule.owner(str(data["id"]))} if schedule.members else data


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _period(period: Period | None) -> Plain:
    return {"from": _iso(period.from_), "to": _iso(period.to)} if period else None


def _occasion(day: Occasion, wording: Wording) -> dict[str, Plain]:
    return {"id": day.id, "name": wording.value(day.name), "date": _iso(day.date), "bodies": list(day.bodies)}


def _meeting(meeting: Meeting, wording: Wording) -> dict[str, Plain]:
    return {
        "id": meeting.id,
        "body": meeting.body,
        "bodies": list(meeting.bodies),
        "name": wording.value(meeting.name),
        "series": meeting.series,
        "nominal": _iso(meeting.nominal),
        "date": _iso(meeting.date),
        "start": _iso(meeting.start),
        "end": _iso(meeting.end),
        # The contract knows one word for a meeting that does not take place; the reason says that it was cancelled.
        "status": "skipped" if meeting.status is Status.CANCELLED else str(meeting.status.value),
        "reason": wording.tell(meeting.reason) if meeting.reason else None,
    }


def _unplaced(item: Unplaced, wording: Wording) -> dict[str, Plain]:
    return {
        "id": item.id,
        "body": item.body,
        "bodies": list(item.bodies),
        "name": wording.value(item.name),
        "precision": str(item.precision.value),
        "earliest": _iso(item.earliest),
        "latest": _iso(item.latest),
    }


def _clash(clash: Clash, wording: Wording) -> Plain:
    return {
        "kind": str(clash.kind.value),
        "meetings": list(clash.meetings),
        "seats": list(clash.seats),
        "place": wording.value(clash.place) if clash.place else None,
        "minutes": clash.minutes,
        "why": wording.tell(clash.why),
    }


def _breach(breach: Breach, wording: Wording) -> Plain:
    return {"meeting": breach.meeting, "limit": str(breach.limit.value), "why": wording.tell(breach.why)}


def _occupied(occupied: Occupied, calendar: str, wording: Wording) -> Plain:
    return {
        "calendar": calendar,
        "kind": str(occupied.kind.value),
        "meeting": occupied.meeting,
        "start": _iso(occupied.start),
        "end": _iso(occupied.end),
        "why": wording.tell(occupied.why),
    }


def evaluation_data(evaluation: Evaluation, wording: Wording) -> dict[str, Plain]:
    """Give the evaluation as plain tables; sentences are in the reader's language, ids and outcomes in none."""
    return {
        "collaboration": evaluation.collaboration,
        "checklist": evaluation.checklist.id,
        "version": evaluation.checklist.version,
        "as_of": _iso(evaluation.as_of),
        "verdict": str(evaluation.verdict.value),
        "score": interval_data(evaluation.score),
        "documented": interval_data(evaluation.documented),
        "expired": [_source(each, wording) for each in evaluation.expired],
        "factors": [_factor(factor, wording) for factor in evaluation.factors],
        "ask_next": [_question(question, wording) for question in evaluation.ask_next],
        "settling": _settling(evaluation.asking, wording),
        "advice": [_advice(advice, wording) for advice in evaluation.advice],
        "packages": {
            "certainly": _package(evaluation.acting.certainly, wording),
            "perhaps": _package(evaluation.acting.perhaps, wording),
        },
    }


def interval_data(share: Interval) -> Plain:
    """Give a share as its two ends."""
    return {"low": float(share.low), "high": None if share.high is None else float(share.high)}


def _factor(factor: FactorReport, wording: Wording) -> Plain:
    return {
        "id": factor.factor.id,
        "name": wording.value(factor.factor.name),
        "outcome": str(factor.outcome.value),
        "score": interval_data(factor.score),
        "criteria": [_criterion(report, wording) for report in factor.criteria],
    }


def _criterion(report: CriterionReport, wording: Wording) -> Plain:
    criterion, finding = report.criterion, report.finding
    return {
        "id": criterion.id,
        "question": wording.tell(criterion.question),
        "source": wording.tell(criterion.source),
        "core": criterion.core,
        "level": str(criterion.level.value),
        "outcome": str(report.outcome.value),
        **finding_data(finding, wording),
        # An unknown criterion has not failed, so it has no remedy.
        "remedy": wording.tell(criterion.remedy.text) if report.outcome is Outcome.NOT_MET else None,
    }


def finding_data(finding: Finding, wording: Wording) -> dict[str, Plain]:
    """Give what backs an outcome: why, the fields that say so, the claims that contradict each other, what to ask."""
    return {
        "because": wording.tell(finding.because),
        "evidence": [_evidence(each, wording) for each in finding.evidence],
        "conflict": [_evidence(each, wording) for each in finding.conflict],
        "asks": [ask_data(ask, wording) for ask in finding.asks],
    }


def _evidence(evidence: Evidence, wording: Wording) -> Plain:
    says = evidence.says
    return {
        "field": evidence.field,
        "says": wording.tell(says) if isinstance(says, Message) else wording.value(says),
        "level": str(evidence.level.value) if evidence.level else None,
        **_source(evidence.source, wording),
    }


def _source(source: Source | None, wording: Wording) -> dict[str, Plain]:
    """Give where something stands, how and by which role it was found, and how long it counts."""
    return {
        "source": source.ref if source else None,
        "method": str(source.method.value) if source and source.method else None,
        "role": wording.value(source.role) if source and source.role else None,
        "collected": _iso(source.collected) if source else None,
        "valid_until": _iso(source.valid_until) if source else None,
    }


def ask_data(ask: Ask, wording: Wording) -> Plain:
    """Give a question, and the field that the answer belongs in."""
    return {"field": ask.field, "question": wording.tell(ask.question)}


def _question(question: Question, wording: Wording) -> Plain:
    return {
        "criterion": question.criterion.id,
        "asks": [ask_data(ask, wording) for ask in question.asks],
        "settles_factor": question.settles_factor,
        "also": list(question.also),
    }


def _advice(advice: Advice, wording: Wording) -> Plain:
    return {
        "criterion": advice.criterion.id,
        "remedy": wording.tell(advice.remedy.text),
        "responsible": wording.tell(advice.remedy.responsible),
        "effort": str(advice.remedy.effort.value),
        "cost": COSTS[advice.remedy.effort],
        "field": advice.field,
    }


def _settling(asking: Asking, wording: Wording) -> Plain:
    """Give the asks that settle the verdict whatever the answers, and the smallest sets that can, in their order."""
    return {
        "whatever": [ask_data(ask, wording) for ask in asking.whatever],
        "sets": [
            {
                "verdict": str(each.verdict.value),
                "asks": [ask_data(ask, wording) for ask in each.asks],
                "criteria": list(each.criteria),
            }
            for each in asking.sets
        ],
    }


def _package(package: Package, wording: Wording) -> Plain:
    """Give actions that go together, in their order; where nothing leads there, what stays in the way."""
    return {
        "enough": package.enough,
        "proven": package.proven,
        "cost": package.cost,
        "actions": [_action(action, wording) for action in package.actions],
        "lacking": [criterion.id for criterion in package.lacking],
    }


def _action(action: Action, wording: Wording) -> Plain:
    return {
        "criterion": action.criterion.id,
        "remedy": wording.tell(action.remedy),
        "responsible": wording.tell(action.responsible),
        "effort": str(action.effort.value),
        "cost": action.cost,
        "field": action.field,
        "changes": list(action.changes),
        "unless_known": action.unless_known,
    }
