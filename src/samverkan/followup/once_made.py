"""Goals about what is made, or about all who pass until a day (*leveranser*): what is there stays there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.checklist.outcome import Outcome
from samverkan.followup.asked import status_of
from samverkan.followup.at_deadline import first_reaching, newest, others, without_day
from samverkan.followup.days import ONE_DAY
from samverkan.followup.figure import Figure
from samverkan.followup.judging import Side, holds
from samverkan.followup.pace import on_pace
from samverkan.followup.status import Reason, Status
from samverkan.followup.wanting import is_flow, operator_of

if TYPE_CHECKING:
    from samverkan.followup.asked import Asked
    from samverkan.followup.days import Days
    from samverkan.followup.deadline import Due
    from samverkan.followup.followup import Line


def by_once_made(asked: Asked) -> Line:
    """Judge how many there are by the deadline: at least those of the last count before it, for nothing goes.

    At most there are as many as at the first count that reaches it; until there is one, any number. So the goal may be
    reached at once, and is missed only by a count that reaches the deadline, or by being too many.
    """
    if asked.due is None:
        return asked.line(Status.UNKNOWN, reasons=[without_day(asked)])
    if is_flow(asked.goal) and asked.period is None:
        return asked.line(Status.UNKNOWN, reasons=[Reason.NO_PERIOD])
    spans = [days for days in asked.sheet.of(None) if _from_the_start(asked, days)]
    low, high = newest(days for days in spans if days[1] <= asked.due.day), first_reaching(spans, asked.due)
    before, reaching = _figure(asked, low), _figure(asked, high)
    least = before.count if before else 0
    most = max(least, reaching.count) if reaching else None
    outcome = holds(least, most, operator_of(asked.goal), asked.number)
    by_then = outcome is Outcome.MET and before is not None
    decides, days = (before, low) if by_then or reaching is None else (reaching, high)
    if outcome.decided and decides:
        side = Side(outcome, evolve(decides, needed=asked.number, outcome=outcome), final=True)
    else:
        side = _undecided(asked, asked.due, decides)
    return asked.line(status_of([side]), [side], apart=others(asked, {None: days}), changes=[asked.due.day + ONE_DAY])


def _from_the_start(asked: Asked, days: Days) -> bool:
    """Say whether the days hold all who have passed; what is made is there whichever days it was made in."""
    return not is_flow(asked.goal) or asked.period is None or days[0] <= asked.period[0]


def _figure(asked: Asked, days: Days | None) -> Figure | None:
    found = None if days is None else asked.sheet.of(None)[days]
    return found if isinstance(found, Figure) else None


def _undecided(asked: Asked, due: Due, figure: Figure | None) -> Side:
    if figure is None:
        return asked.none_of(None)
    if asked.as_of <= due.day:
        return on_pace(asked, due, figure)
    why = Reason.NOT_COUNTED if figure.last > due.day else Reason.COUNT_AGAIN
    return Side(Outcome.UNKNOWN, figure, reasons=(why,))
