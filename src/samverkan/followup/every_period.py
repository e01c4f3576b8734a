"""Goals that are measured by month or by year (*varje månad, per år*): each of them must reach the number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from samverkan.followup.asked import status_of
from samverkan.followup.at_deadline import newest
from samverkan.followup.days import ONE_DAY, Days, cells
from samverkan.followup.followup import Apart, PeriodLine
from samverkan.followup.judging import NOT_THERE, reasons_of, side, wanting
from samverkan.followup.status import Reason, Status
from samverkan.followup.wanting import MONTHS, is_flow, is_share, window_of
from samverkan.followup.windows import why_open
from samverkan.model.facts import stated
from samverkan.model.goals import Measured

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkan.followup.asked import Asked
    from samverkan.followup.followup import Line
    from samverkan.followup.judging import Side
    from samverkan.followup.result import Sex


@frozen
class _Cell:
    """A month or year of the grid, and the part of it that lies in the period."""

    days: Days
    within: Days

    def holds(self, days: Days) -> bool:
        return self.days[0] <= days[0] and days[1] <= self.days[1]

    def filled_by(self, days: Days) -> bool:
        return days[0] <= self.within[0] and self.within[1] <= days[1]


def by_every_period(asked: Asked) -> Line:
    """Judge each month or year of the grid by the row that holds it whole; of a stock, by the last count in it.

    The goal is missed as soon as one of them certainly is, and reached when all are.
    """
    if asked.period is None:
        return asked.line(Status.UNKNOWN, reasons=[Reason.NO_PERIOD])
    measured = stated(asked.goal.measured)
    first, last = asked.period
    grid = [
        _Cell(days, (max(days[0], first), min(days[1], last)))
        for days in cells(asked.period, MONTHS[measured or Measured.MONTHLY], asked.grid)
    ]
    if not grid:
        return asked.line(Status.UNKNOWN, reasons=[Reason.EMPTY_GRID])
    lines, changes = [], []
    apart = {(sex, days): _outside(grid, days) for sex in asked.wanted for days in asked.sheet.of(sex)}
    for cell in grid:
        chosen = {sex: days for sex in asked.wanted if (days := _chosen(asked, sex, cell)) is not None}
        for place in chosen.items():
            del apart[place]
        sides = [_side(asked, cell, sex, chosen) for sex in asked.wanted]
        lines.append(_line(cell, sides))
        changes.append(cell.within[1] + ONE_DAY)
        changes += [asked.closes(each.figure.last) for each in sides if each.figure and not each.figure.settled]
    status = _status([line.status for line in lines])
    wanted = [reason for line in lines if line.status is status for reason in line.reasons]
    return asked.line(status, reasons=wanted, periods=lines, apart=apart, changes=changes)


def _outside(grid: Sequence[_Cell], days: Days) -> Apart:
    return Apart.PART if any(cell.holds(days) for cell in grid) else Apart.OUTSIDE


def _chosen(asked: Asked, sex: Sex | None, cell: _Cell) -> Days | None:
    """Find the days of the row that decides the cell: the last one in it, and of those the longest."""
    whole = is_share(asked.goal) or is_flow(asked.goal)
    found = [days for days in asked.sheet.of(sex) if cell.holds(days) and (cell.filled_by(days) or not whole)]
    return newest(found)


def _side(asked: Asked, cell: _Cell, sex: Sex | None, chosen: Mapping[Sex | None, Days]) -> Side:
    days, last = chosen.get(sex), cell.within[1]
    if asked.as_of <= last and (days is None or days[1] < last):
        return wanting(Reason.NOT_OVER)
    if days is None:
        return wanting(NOT_THERE[sex] if chosen else Reason.NOT_COUNTED)
    found = side(asked.goal, asked.sheet.of(sex)[days], asked.number, final=True)
    if window_of(asked.goal) and found.figure and not found.outcome.decided and not found.figure.settled:
        return evolve(found, reasons=(why_open(asked, found.figure),))
    return found


def _line(cell: _Cell, sides: Sequence[Side]) -> PeriodLine:
    status = status_of(sides)
    return PeriodLine(
        first=cell.days[0],
        last=cell.days[1],
        status=status,
        reasons=() if status.final else reasons_of(sides),
        figures=[each.figure for each in sides if each.figure],
    )


def _status(statuses: Sequence[Status]) -> Status:
    found = set(statuses)
    order = Status.MISSED, Status.UNKNOWN
    for status in order:
        if status in found:
            return status
    if len(found) > 1:
        return Status.ON_TRACK
    return found.pop()
