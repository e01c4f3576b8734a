"""What to ask next and what to do (*fråga härnäst*, *råd*): drawn from the core criteria, for they make the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.checklist.criterion import Criterion, Remedy
from samverkan.checklist.finding import Ask
from samverkan.checklist.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.checklist.report import CriterionReport, FactorReport


@frozen
class Question:
    """A core criterion that nobody can judge yet, the fields that would settle it, and what to ask for them.

    ``settles_factor`` says that the outcome of the factor waits for this criterion alone; ``also`` are the other
    unknown core criteria on which the same fields bear.
    """

    criterion: Criterion
    asks: tuple[Ask, ...]
    settles_factor: bool
    also: tuple[str, ...]


@frozen
class Advice:
    """A remedy for a core criterion that is not met, and the field of this file that would change."""

    criterion: Criterion
    remedy: Remedy
    field: str


def questions(factors: Sequence[FactorReport]) -> tuple[Question, ...]:
    """Rank what to ask: first what settles a factor, then what bears on most criteria, then the checklist's order."""
    found = list(_questions(factors))
    return tuple(sorted(found, key=lambda question: (not question.settles_factor, -len(question.also))))


def _questions(factors: Sequence[FactorReport]) -> Iterator[Question]:
    open_ = [report for factor in factors for report in factor.core if report.outcome is Outcome.UNKNOWN]
    for factor in factors:
        unknown = [report for report in factor.core if report.outcome is Outcome.UNKNOWN]
        for report in unknown:
            settles = factor.outcome is Outcome.UNKNOWN and len(unknown) == 1
            yield Question(report.criterion, report.finding.asks, settles, _also(report, open_))


def _also(report: CriterionReport, others: Sequence[CriterionReport]) -> tuple[str, ...]:
    fields = {ask.field for ask in report.finding.asks}
    return tuple(
        other.criterion.id
        for other in others
        if other is not report and not fields.isdisjoint(ask.field for ask in other.finding.asks)
    )


def advice(factors: Sequence[FactorReport]) -> tuple[Advice, ...]:
    """Give the remedy of each core criterion that is not met, in the order of the checklist."""
    return tuple(
        Advice(report.criterion, report.criterion.remedy, report.finding.remedy_field or report.criterion.remedy.field)
        for factor in factors
        for report in factor.core
        if report.outcome is Outcome.NOT_MET
    )
