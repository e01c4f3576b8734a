"""What to ask next and what to do (*fråga härnäst*, *råd*): drawn from the core criteria, for they make the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from samverkan.checklist.criterion import Criterion, Remedy
from samverkan.checklist.finding import Ask
from samverkan.checklist.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.checklist.report import CriterionReport, FactorReport


@frozen
class Question:
    """A core criterion that nobody can judge yet, the fields that would settle it, and what to ask for them.

    ``settles_factor`` says that the outcome of the factor waits for this criterion alone, and this for one field alone;
    ``also`` are the other unknown core criteria that ask any of the same. ``bears_on`` tells it of one of the asks.
    """

    criterion: Criterion
    asks: tuple[Ask, ...]
    settles_factor: bool
    also: tuple[str, ...]
    shared: tuple[tuple[str, ...], ...] = ()

    def bears_on(self, ask: Ask) -> tuple[str, ...]:
        """Give the unknown core criteria that ask this very thing of this field, in the order of the checklist.

        ``ask`` is one of ``asks``; anything else bears on nothing here.
        """
        return next((ids for each, ids in zip(self.asks, self.shared, strict=False) if each == ask), ())


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
            asks = report.finding.asks
            # One answer can decide only what asks for one thing (our choice, on the safe side).
            settles = factor.outcome is Outcome.UNKNOWN and len(unknown) == 1 and len(asks) == 1
            yield Question(report.criterion, asks, settles, _also(report, open_), _shared(asks, open_))


def _also(report: CriterionReport, others: Sequence[CriterionReport]) -> tuple[str, ...]:
    asks = set(report.finding.asks)
    return tuple(
        other.criterion.id for other in others if other is not report and not asks.isdisjoint(other.finding.asks)
    )


def _shared(asks: Sequence[Ask], open_: Sequence[CriterionReport]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(report.criterion.id for report in open_ if ask in report.finding.asks) for ask in asks)


def advice(factors: Sequence[FactorReport]) -> tuple[Advice, ...]:
    """Give the remedy of each core criterion that is not met, in the order of the checklist."""
    return tuple(
        Advice(report.criterion, _remedy(report), report.finding.remedy_field or report.criterion.remedy.field)
        for factor in factors
        for report in factor.core
        if report.outcome is Outcome.NOT_MET
    )


def _remedy(report: CriterionReport) -> Remedy:
    general, closer = report.criterion.remedy, report.finding.remedy
    return general if closer is None else evolve(general, text=closer)
