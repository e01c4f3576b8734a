"""What several rules find together (*sammansatt iakttagelse*), in strong Kleene logic, with the evidence of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.checklist.finding import Finding
from samverkan.checklist.outcome import Outcome, negation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def at_least(number: int, outcomes: Iterable[Outcome]) -> Outcome:
    """Judge whether so many are met, or all that apply where these are fewer; where nothing applies, nor does it.

    >>> at_least(2, [Outcome.MET, Outcome.UNKNOWN, Outcome.NOT_MET]).value
    'unknown'
    """
    found = [each for each in outcomes if each is not Outcome.NOT_APPLICABLE]
    if not found:
        return Outcome.NOT_APPLICABLE
    met, needed = found.count(Outcome.MET), min(number, len(found))
    if met >= needed:
        return Outcome.MET
    return Outcome.UNKNOWN if met + found.count(Outcome.UNKNOWN) >= needed else Outcome.NOT_MET


def put_together(findings: Sequence[Finding], outcome: Outcome) -> Finding:
    """Tell an outcome by the findings that decide it; what does not apply is cited too, for it was left out."""
    deciding = [finding for finding in findings if finding.outcome is outcome]
    left_out = [finding for finding in findings if outcome.decided and finding.outcome is Outcome.NOT_APPLICABLE]
    return Finding(
        outcome,
        deciding[0].because,
        [each for finding in (*deciding, *left_out) for each in finding.evidence],
        [each for finding in deciding for each in finding.conflict],
        [each for finding in deciding for each in finding.asks],
        deciding[0].remedy_field,
        deciding[0].remedy,
    )


def opposite(finding: Finding) -> Finding:
    """Swap met and not met; what makes the rule met now is what would have to change."""
    outcome = negation(finding.outcome)
    change = finding.evidence[0].field if outcome is Outcome.NOT_MET else None
    return evolve(finding, outcome=outcome, remedy_field=change, remedy=None)
