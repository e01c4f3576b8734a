"""What each criterion and each factor came to in one evaluation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.checklist.criterion import Criterion
from samverkan.checklist.factor import Factor
from samverkan.checklist.finding import Finding
from samverkan.checklist.interval import Interval, share_of
from samverkan.checklist.outcome import Outcome, all_of
from samverkan.errors import SamverkanError

if TYPE_CHECKING:
    from collections.abc import Iterable


class IncompleteEvaluationError(SamverkanError, ValueError):
    """An evaluation must answer every criterion of its checklist once, and no other."""

    def __init__(self, missing: Iterable[str], unexpected: Iterable[str]) -> None:
        self.missing, self.unexpected = tuple(missing), tuple(unexpected)
        super().__init__(self.missing, self.unexpected)

    def __str__(self) -> str:
        told = [f"no report of {', '.join(self.missing)}"] if self.missing else []
        told += [f"a report too many of {', '.join(self.unexpected)}"] if self.unexpected else []
        return f"the evaluation is incomplete: {'; '.join(told)}"


@frozen
class CriterionReport:
    """A criterion and what it found."""

    criterion: Criterion
    finding: Finding

    @property
    def outcome(self) -> Outcome:
        """How it came out."""
        return self.finding.outcome


def _reports(reports: Iterable[CriterionReport]) -> tuple[CriterionReport, ...]:
    return tuple(reports)


@frozen
class FactorReport:
    """A factor and the reports of its criteria, in the order of the factor."""

    factor: Factor
    criteria: tuple[CriterionReport, ...] = field(converter=_reports)

    @property
    def core(self) -> tuple[CriterionReport, ...]:
        """The reports that make the outcome."""
        return tuple(report for report in self.criteria if report.criterion.core)

    @property
    def outcome(self) -> Outcome:
        """The strong-Kleene AND over the core criteria."""
        return all_of(report.outcome for report in self.core)

    @property
    def score(self) -> Interval:
        """The share, by weight, of its applicable criteria that are met, core or not."""
        return share_of((report.outcome, report.criterion.weight) for report in self.criteria)
