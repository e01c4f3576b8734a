"""The same question put to each body of a kind, and the answers put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.finding import Ask, Finding, every_of, not_met, one_of, unknown
from samverkan.checklist.outcome import Outcome, all_of
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from samverkan.checklist.case import Case
    from samverkan.checklist.finding import Evidence
    from samverkan.model.bodies import Body, BodyKind


def of_each(case: Case, kind: BodyKind, judge: Callable[[Case, Body], Finding]) -> Finding:
    """Judge each body of a kind that is at work; where there are several, each must meet the rule."""
    findings = [judge(case, body) for body in case.bodies_of(kind)]
    return together(findings) if findings else _nobody(case, kind)


def together(findings: Sequence[Finding]) -> Finding:
    """Put findings on the same question together: all must be met, and those that decide are told."""
    outcome = all_of(finding.outcome for finding in findings)
    deciding = [finding for finding in findings if finding.outcome is outcome]
    open_ = outcome is Outcome.UNKNOWN
    return Finding(
        outcome,
        deciding[0].because,
        [each for finding in deciding for each in finding.evidence],
        [each for finding in deciding for each in finding.conflict],
        [each for finding in deciding for each in finding.asks],
        deciding[0].remedy_field,
        deciding[0].remedy,
        every_of(finding.best for finding in deciding) if open_ else None,
        one_of(finding.worst for finding in deciding) if open_ else None,
    )


def seats_closed(case: Case, body: Body) -> Evidence:
    """Cite whether the list of a body's seats is closed."""
    return case.listed(f"bodies.{body.id}.seats_complete", closed=body.seats_complete, source=body.source)


def all_seats_asked(body: Body) -> Ask:
    """Ask whether the list of a body's seats is closed."""
    return Ask(f"bodies.{body.id}.seats_complete", say("Are all seats of {body} listed?", body=body.name))


def _nobody(case: Case, kind: BodyKind) -> Finding:
    closed = case.listed("bodies_complete", closed=case.collaboration.bodies_complete)
    if case.collaboration.bodies_complete:
        return not_met(
            say("The list of bodies is complete and holds no {kind} at work.", kind=kind), closed, change="bodies"
        )
    asks = [
        Ask("bodies", say("Is there any {kind}, and who has a seat in it?", kind=kind)),
        Ask("bodies_complete", say("Are all bodies of the setup listed?")),
    ]
    because = say("No {kind} at work is listed, and the list of bodies may be incomplete.", kind=kind)
    return unknown(because, closed, asks=asks, good=one_of(asks), bad=one_of(asks))
