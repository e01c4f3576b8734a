"""The schedule and the evaluation as JSON, in the shapes that the contracts promise to programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from samverkan.checklist.outcome import Outcome
from samverkan.model.message import Message
from samverkan.planning.meeting import Status

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.checklist.advice import Advice, Question
    from samverkan.checklist.evaluate import Evaluation
    from samverkan.checklist.finding import Ask, Evidence
    from samverkan.checklist.interval import Interval
    from samverkan.checklist.report import CriterionReport, FactorReport
    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.values import Period
    from samverkan.planning.clashes import Clash
    from samverkan.planning.meeting import Meeting
    from samverkan.planning.occasion import Occasion
    from samverkan.planning.schedule import Schedule
    from samverkan.planning.unplaced import Unplaced

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"


def json_text(data: Plain) -> str:
    """Write plain data with sorted keys, so that equal data are equal bytes."""
    return json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def schedule_data(schedule: Schedule, wording: Wording, collaboration: Collaboration | None = None) -> dict[str, Plain]:
    """Give the schedule as plain tables; names and reasons are in the reader's language.

    A schedule of a file without a horizon reaches from its first meeting to its last; with the ``collaboration`` at
    hand, that is told as no horizon at all.
    """
    given = collaboration is None or collaboration.horizon is not None
    return {
        "collaboration": schedule.collaboration,
        "horizon": _period(schedule.horizon) if given else None,
        "meetings": [_meeting(meeting, wording) for meeting in schedule.meetings],
        "occasions": [_occasion(day, wording) for day in schedule.occasions],
        "unplaced": [_unplaced(item, wording) for item in schedule.unplaced],
        "clashes": [_clash(clash, wording) for clash in schedule.clashes],
    }


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _period(period: Period | None) -> Plain:
    return {"from": _iso(period.from_), "to": _iso(period.to)} if period else None


def _occasion(day: Occasion, wording: Wording) -> Plain:
    return {"id": day.id, "name": wording.value(day.name), "date": _iso(day.date), "bodies": list(day.bodies)}


def _meeting(meeting: Meeting, wording: Wording) -> Plain:
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


def _unplaced(item: Unplaced, wording: Wording) -> Plain:
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
        "why": wording.tell(clash.why),
    }


def evaluation_data(evaluation: Evaluation, wording: Wording) -> dict[str, Plain]:
    """Give the evaluation as plain tables; sentences are in the reader's language, ids and outcomes in none."""
    return {
        "collaboration": evaluation.collaboration,
        "checklist": evaluation.checklist.id,
        "version": evaluation.checklist.version,
        "as_of": _iso(evaluation.as_of),
        "verdict": str(evaluation.verdict.value),
        "score": _interval(evaluation.score),
        "factors": [_factor(factor, wording) for factor in evaluation.factors],
        "ask_next": [_question(question, wording) for question in evaluation.ask_next],
        "advice": [_advice(advice, wording) for advice in evaluation.advice],
    }


def _interval(share: Interval) -> Plain:
    return {"low": float(share.low), "high": None if share.high is None else float(share.high)}


def _factor(factor: FactorReport, wording: Wording) -> Plain:
    return {
        "id": factor.factor.id,
        "name": wording.value(factor.factor.name),
        "outcome": str(factor.outcome.value),
        "score": _interval(factor.score),
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
        "because": wording.tell(finding.because),
        "evidence": [_evidence(each, wording) for each in finding.evidence],
        "conflict": [_evidence(each, wording) for each in finding.conflict],
        "asks": [_ask(ask, wording) for ask in finding.asks],
        # An unknown criterion has not failed, so it has no remedy.
        "remedy": wording.tell(criterion.remedy.text) if report.outcome is Outcome.NOT_MET else None,
    }


def _evidence(evidence: Evidence, wording: Wording) -> Plain:
    says = evidence.says
    return {
        "field": evidence.field,
        "says": wording.tell(says) if isinstance(says, Message) else wording.value(says),
        "source": evidence.source.ref if evidence.source else None,
        "level": str(evidence.level.value) if evidence.level else None,
    }


def _ask(ask: Ask, wording: Wording) -> Plain:
    return {"field": ask.field, "question": wording.tell(ask.question)}


def _question(question: Question, wording: Wording) -> Plain:
    return {
        "criterion": question.criterion.id,
        "asks": [_ask(ask, wording) for ask in question.asks],
        "settles_factor": question.settles_factor,
        "also": list(question.also),
    }


def _advice(advice: Advice, wording: Wording) -> Plain:
    return {
        "criterion": advice.criterion.id,
        "remedy": wording.tell(advice.remedy.text),
        "responsible": wording.tell(advice.remedy.responsible),
        "effort": str(advice.remedy.effort.value),
        "field": advice.field,
    }
