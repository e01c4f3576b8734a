"""Accepted deviations beside what a checklist found (*avvikelser*): they are shown, and change no outcome."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.checklist.outcome import Outcome
from samverkan.checklist.report import CriterionReport
from samverkan.model.accepted import AcceptedDeviation

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from samverkan.checklist.evaluate import Evaluation


class Standing(Enum):
    """How an accepted deviation stands as of the day; only where it is in force is there something to accept."""

    IN_FORCE = "in-force"
    NOT_NEEDED = "not-needed"
    UNDECIDED = "undecided"
    NOT_YET = "not-yet"
    EXPIRED = "expired"
    NO_DAY = "no-day"
    NO_SUCH_CRITERION = "no-such-criterion"


@frozen
class Deviation:
    """An accepted deviation, how it stands, and what its criterion found, if the checklist has it."""

    accepted: AcceptedDeviation
    standing: Standing
    report: CriterionReport | None = None


def deviations(evaluation: Evaluation, accepted: Iterable[AcceptedDeviation]) -> tuple[Deviation, ...]:
    """Give the accepted deviations that may be about this checklist, in the order of the file."""
    name = evaluation.checklist.id
    return tuple(_deviation(evaluation, each) for each in accepted if each.checklist in {None, name})


def _deviation(evaluation: Evaluation, accepted: AcceptedDeviation) -> Deviation:
    about = (report for report in evaluation.reports if report.criterion.id == accepted.criterion)
    report = next(about, None)
    if report is None:
        return Deviation(accepted, Standing.NO_SUCH_CRITERION)
    return Deviation(accepted, _in_time(accepted, evaluation.as_of) or _of(report.outcome), report)


def _in_time(accepted: AcceptedDeviation, day: dt.date | None) -> Standing | None:
    """Say why it does not hold on the day, or nothing where it does."""
    if day is None:
        return Standing.NO_DAY if accepted.decided or accepted.until else None
    if accepted.decided is not None and day < accepted.decided:
        return Standing.NOT_YET
    return Standing.EXPIRED if accepted.until is not None and accepted.until < day else None


def _of(outcome: Outcome) -> Standing:
    if outcome is Outcome.NOT_MET:
        return Standing.IN_FORCE
    return Standing.UNDECIDED if outcome is Outcome.UNKNOWN else Standing.NOT_NEEDED
