"""Goals about what happens within a window after an event (*uppföljningsfönster*), cohort by cohort."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from samverkan.checklist.outcome import Outcome
from samverkan.followup.asked import status_of
from samverkan.followup.counting import added
from samverkan.followup.days import Days, first_gap, widest
from samverkan.followup.figure import Figure
from samverkan.followup.followup import Apart
from samverkan.followup.judging import Side, side, wanting
from samverkan.followup.status import Reason, Status

if TYPE_CHECKING:
    from samverkan.followup.asked import Asked
    from samverkan.followup.followup import Line
    from samverkan.followup.result import Sex


@frozen
class _Cohorts:
    """Whom the rows of different days hold together, the first day in none of them, and those still in a window."""

    spans: tuple[Days, ...]
    figures: tuple[Figure, ...]
    gap: dt.date | None

    @property
    def unsettled(self) -> tuple[Figure, ...]:
        """The figures of which some were in a window when they were counted."""
        return tuple(each for each in self.figures if not each.settled)


def by_windows(asked: Asked) -> Line:
    """Judge the sum over all cohorts: for good once every day of the period is counted, and decided whoever is pending.

    Until then it is on track if what is counted certainly reaches the number. A day whose windows have closed and that
    no row holds leaves it unknown, so that nothing gets better by being left out.
    """
    if asked.period is None:
        return asked.line(Status.UNKNOWN, reasons=[Reason.NO_PERIOD])
    sides, changes, apart = [], [], {}
    for sex in asked.wanted:
        found = _cohorts(asked, sex, asked.period)
        if isinstance(found, Reason):
            sides.append(wanting(found))
            continue
        sides.append(_side(asked, sex, found))
        changes += [asked.closes(day) for day in (found.gap, *(each.last for each in found.unsettled)) if day]
        apart.update({(sex, days): Apart.PART for days in asked.sheet.of(sex) if days not in found.spans})
    return asked.line(status_of(sides), sides, apart=apart, changes=changes)


def _cohorts(asked: Asked, sex: Sex | None, period: Days) -> _Cohorts | Reason:
    counts = asked.sheet.of(sex)
    spans = widest(counts)
    if spans is None:
        return Reason.OVERLAP_UNKNOWN
    figures = []
    for days in spans:
        figure = counts[days]
        if isinstance(figure, Reason):
            return figure
        figures.append(figure)
    return _Cohorts(spans, tuple(figures), first_gap(spans, period))


def _side(asked: Asked, sex: Sex | None, cohorts: _Cohorts) -> Side:
    overdue = cohorts.gap is not None and asked.closes(cohorts.gap) <= asked.as_of
    if not cohorts.figures:
        return asked.none_of(sex) if overdue else wanting(Reason.WINDOWS_OPEN)
    found = side(asked.goal, added(cohorts.figures), asked.number, final=cohorts.gap is None)
    if overdue:
        return evolve(found, outcome=Outcome.UNKNOWN, reasons=(Reason.NOT_COUNTED,))
    if found.outcome is Outcome.UNKNOWN and Reason.NOBODY not in found.reasons:
        return evolve(found, reasons=tuple(why_open(asked, each) for each in cohorts.unsettled))
    return found


def why_open(asked: Asked, figure: Figure) -> Reason:
    """Say whether time will settle a figure of which some were in a window, or they have to be counted again."""
    return Reason.COUNT_AGAIN if asked.closes(figure.last) <= asked.as_of else Reason.WINDOWS_OPEN
