"""What a rule is asked (*fråga*): one goal in one municipality as of a day, and the line that it answers with."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import frozen

from samverkan.checklist.outcome import Outcome
from samverkan.followup.counting import Sheet
from samverkan.followup.days import Days, last_day
from samverkan.followup.deadline import Due
from samverkan.followup.followup import Line, SetApart
from samverkan.followup.judging import NOT_THERE, finally_, reasons_of, together, wanting
from samverkan.followup.policy import Grid
from samverkan.followup.result import Sex
from samverkan.followup.status import Reason, Rule, Status
from samverkan.followup.wanting import window_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from samverkan.followup.followup import Apart, PeriodLine
    from samverkan.followup.judging import Side
    from samverkan.model.goals import Goal

TIME_TELLS: Final = frozenset({Reason.WINDOWS_OPEN, Reason.NOT_BEGUN, Reason.NOT_OVER})
"""What is wanting only because it is too early."""


@frozen(kw_only=True)
class Asked:
    """One goal that can be judged: its rows, its number, and the days that it is measured by, as far as known."""

    sheet: Sheet
    town: str | None
    rule: Rule
    number: Fraction
    wanted: tuple[Sex | None, ...]
    as_of: dt.date
    period: Days | None
    due: Due | None
    grid: Grid

    @property
    def goal(self) -> Goal:
        """The goal that is asked about."""
        return self.sheet.goal

    @property
    def empty(self) -> bool:
        """Whether nothing that may decide is counted."""
        return not any(self.sheet.of(sex) for sex in self.wanted)

    def none_of(self, sex: Sex | None) -> Side:
        """Give the side of whom nothing is counted."""
        if not self.empty:
            return wanting(NOT_THERE[sex])
        early = self.period is not None and self.as_of < self.period[0]
        return wanting(Reason.NOT_BEGUN if early else Reason.NO_RESULTS)

    def closes(self, day: dt.date) -> dt.date:
        """Give the day when the window from a day closes; a goal without one has none open."""
        window = window_of(self.goal)
        return last_day(day, window) if window else day

    def line(  # noqa: PLR0913  # the parts of a line
        self,
        status: Status,
        sides: Sequence[Side] = (),
        *,
        reasons: Iterable[Reason] = (),
        apart: Mapping[tuple[Sex | None, Days], Apart] | None = None,
        periods: Iterable[PeriodLine] = (),
        changes: Iterable[dt.date] = (),
    ) -> Line:
        """Make the line; reasons only stand where it is not decided, and a day only where it may change."""
        open_ = status in {Status.UNKNOWN, Status.NOT_YET_OBSERVABLE}
        deciders, why = self.sheet.deciders, apart or {}
        days = [*changes, *(self.period or ())[:1]]
        set_apart = [SetApart(why[place], deciders[place]) for place in why if place in deciders]
        return Line(
            municipality=self.town,
            status=status,
            rule=self.rule,
            reasons=[*reasons, *reasons_of(sides)] if open_ else (),
            figures=[each.figure for each in sides if each.figure],
            periods=periods,
            beside=self.sheet.beside,
            apart=[*set_apart, *self.sheet.replaced],
            changes=None if status.final else min((day for day in days if day > self.as_of), default=None),
        )


def status_of(sides: Sequence[Side]) -> Status:
    """Say how the sides stand together: for good, until now, or why not."""
    last, now = finally_(sides), together(sides)
    if last.decided:
        return Status.REACHED if last is Outcome.MET else Status.MISSED
    if now.decided:
        return Status.ON_TRACK if now is Outcome.MET else Status.BEHIND
    return Status.NOT_YET_OBSERVABLE if TIME_TELLS.issuperset(reasons_of(sides)) else Status.UNKNOWN
