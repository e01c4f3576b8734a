"""Evaluations compared as JSON: one collaboration over time, or several side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.outcomes import interval_data
from samverkan.model.message import Message

if TYPE_CHECKING:
    from samverkan.checklist.comparison import Comparison, FactorShift, Shift
    from samverkan.checklist.evaluate import Evaluation
    from samverkan.checklist.fields import Difference
    from samverkan.checklist.finding import Words
    from samverkan.checklist.report import CriterionReport, FactorReport
    from samverkan.checklist.side_by_side import SideBySide
    from samverkan.formats.outcomes import Plain
    from samverkan.formats.wording import Wording


def comparison_data(comparison: Comparison, wording: Wording) -> dict[str, Plain]:
    """Give a comparison over time; what one version of the checklist lacks is null there."""
    return {
        "kind": "over_time",
        "collaboration": comparison.after.collaboration,
        "before": _evaluation(comparison.before),
        "after": _evaluation(comparison.after),
        "trend": str(comparison.trend.value),
        "differences": [_difference(each, wording) for each in comparison.differences],
        "factors": [_factor(each, wording) for each in comparison.factors],
    }


def side_data(beside: SideBySide, wording: Wording) -> dict[str, Plain]:
    """Give setups side by side; ``outcomes`` stand in the order of ``collaborations``, which is that of the reader."""
    judged = beside.evaluations
    factors: list[Plain] = [
        {
            "id": factors[0].factor.id,
            "name": wording.value(factors[0].factor.name),
            "outcomes": [str(each.outcome.value) for each in factors],
            "criteria": [
                {
                    "id": reports[0].criterion.id,
                    "question": wording.tell(reports[0].criterion.question),
                    "outcomes": [str(each.outcome.value) for each in reports],
                }
                for reports in zip(*(each.criteria for each in factors), strict=True)
            ],
        }
        for factors in zip(*(each.factors for each in judged), strict=True)
    ]
    named: list[Plain] = [
        {"id": each.collaboration, "name": wording.value(each.subject.name), **_evaluation(each)} for each in judged
    ]
    return {"kind": "side_by_side", "collaborations": named, "factors": factors}


def _evaluation(evaluation: Evaluation) -> dict[str, Plain]:
    return {
        "checklist": evaluation.checklist.id,
        "version": evaluation.checklist.version,
        "as_of": None if evaluation.as_of is None else str(evaluation.as_of),
        "verdict": str(evaluation.verdict.value),
        "score": interval_data(evaluation.score),
        "documented": interval_data(evaluation.documented),
    }


def _factor(factor: FactorShift, wording: Wording) -> Plain:
    return {
        "id": factor.id,
        "trend": str(factor.trend.value),
        "before": _scored(factor.before),
        "after": _scored(factor.after),
        "criteria": [_shift(each, wording) for each in factor.criteria],
    }


def _scored(factor: FactorReport | None) -> Plain:
    return {"outcome": str(factor.outcome.value), "score": interval_data(factor.score)} if factor else None


def _shift(shift: Shift, wording: Wording) -> Plain:
    return {
        "id": shift.id,
        "trend": str(shift.trend.value),
        "before": _outcome(shift.before),
        "after": _outcome(shift.after),
        "causes": [str(cause.value) for cause in shift.causes],
        "differences": [_difference(each, wording) for each in shift.differences],
        "expired": [{"source": each.ref, "valid_until": str(each.valid_until)} for each in shift.lapsed],
    }


def _outcome(report: CriterionReport | None) -> str | None:
    return None if report is None else str(report.outcome.value)


def _difference(difference: Difference, wording: Wording) -> Plain:
    return {
        "field": difference.field,
        "before": _said(difference.before, wording),
        "after": _said(difference.after, wording),
    }


def _said(says: Words | None, wording: Wording) -> str | None:
    if says is None:
        return None
    return wording.tell(says) if isinstance(says, Message) else wording.value(says)
