"""Factor 4, the hours: every planned meeting says when on the day it starts and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.criterion import Effort, criterion
from samverkan.checklist.finding import Ask, Finding, met, not_met, unknown
from samverkan.checklist.outcome import Outcome, every, truth
from samverkan.checklist.tranemo.common import PROJECT_LEAD, model, remedy
from samverkan.checklist.tranemo.mending.meeting import time_the_meetings
from samverkan.model.message import say

if TYPE_CHECKING:
    from samverkan.checklist.case import Case
    from samverkan.checklist.reading import Reading
    from samverkan.model.values import ClockSpan


@criterion(
    "4.4",
    question=say("Has every planned meeting a clock time and a length?"),
    source=model(4),
    remedy=remedy(
        say("Set start and end for the meetings listed."), Effort.LOW, PROJECT_LEAD, "series", time_the_meetings
    ),
)
def meetings_are_timed(case: Case) -> Finding:
    """Judge the clock times of all series and events; a start without an end is no length."""
    times = _times(case)
    found = [(each, _timed(each)) for each in times]
    closed = case.listed("plan_complete", closed=case.collaboration.plan_complete)
    outcome = every((result for _, result in found), closed=case.collaboration.plan_complete)
    number, shown = sum(result is Outcome.MET for _, result in found), [each.cited for each in times]
    if outcome is Outcome.MET:
        return met(say("All {total} entries of the plan have start and end.", total=len(times)), closed, *shown)
    if outcome is Outcome.NOT_MET:
        denied = [each for each, result in found if result is Outcome.NOT_MET]
        because = say("{number} of {total} entries of the plan are timed.", number=number, total=len(times))
        return not_met(because, closed, *(each.cited for each in denied), change=denied[0].path if denied else "events")
    asks = [Ask(each.path, say("When does it start and end?")) for each, result in found if result is Outcome.UNKNOWN]
    if not case.collaboration.plan_complete:
        asks.append(Ask("plan_complete", say("Are all meetings and events on the plan listed?")))
    because = say(
        "{number} of {total} listed entries are known to have start and end.", number=number, total=len(times)
    )
    return unknown(because, *shown, asks=asks, conflict=[claim for each in times for claim in each.conflict])


def _times(case: Case) -> list[Reading[ClockSpan]]:
    whole = case.collaboration
    series = [case.read(f"series.{each.id}.time", each.time, each.source) for each in whole.series]
    events = [each for each in whole.events if not each.cancelled]
    return series + [case.read(f"events.{each.id}.time", each.time, each.source) for each in events]


def _timed(time: Reading[ClockSpan]) -> Outcome:
    if time.denied:
        return Outcome.NOT_MET
    return truth(True if time.value is not None and time.value.end is not None else None)
