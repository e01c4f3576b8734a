"""Factor 6, the decisions: each was taken at a quorate meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.bodies import of_each
from samverkan.checklist.criterion import Aspect, Effort, criterion
from samverkan.checklist.finding import Ask, Finding, met, not_met, unknown
from samverkan.checklist.interval import Interval
from samverkan.checklist.outcome import Outcome, every
from samverkan.checklist.reading import Reading, cite
from samverkan.checklist.tranemo.common import GROUP_CHAIR, model, remedy
from samverkan.checklist.tranemo.deciding import enough, quorum_of
from samverkan.checklist.tranemo.mending.recording import confirm_decisions
from samverkan.checklist.tranemo.mending.tables import in_each
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.facts import stated
from samverkan.model.message import say

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.checklist.case import Case
    from samverkan.checklist.finding import Evidence
    from samverkan.model.records import Decision


@criterion(
    "6.8",
    level=Aspect.CONDUCT,
    question=say("Was every logged decision of the group taken at a quorate meeting?"),
    source=model(6),
    remedy=remedy(
        say("Log attendance with each decision; confirm non-quorate decisions at the next meeting."),
        Effort.LOW,
        GROUP_CHAIR,
        "held",
        lambda case: in_each(case, BodyKind.COLLABORATION_GROUP, _quorate, confirm_decisions),
    ),
)
def decisions_were_quorate(case: Case) -> Finding:
    """Judge each decision of the group by the attendance of the meeting of its day and the quorum."""
    return of_each(case, BodyKind.COLLABORATION_GROUP, _quorate)


def _quorate(case: Case, group: Body) -> Finding:
    whole, quorum = case.collaboration, quorum_of(group)
    found = [(each, _taken(case, group, each)) for each in whole.decisions]
    counted_ = [(each, result) for each, result in found if result is not Outcome.NOT_APPLICABLE]
    outcome = every((result for _, result in counted_), closed=whole.decisions_complete)
    log = case.listed("decisions_complete", closed=whole.decisions_complete)
    deciding = [each for each, result in counted_ if result is outcome]
    shown = [each for decision in deciding for each in _attendance(case, group, decision)]
    if outcome is Outcome.MET:
        return met(
            say("All {number} decisions were taken at quorate meetings.", number=len(deciding)),
            quorum.cited,
            log,
            *shown,
        )
    if outcome is Outcome.NOT_MET:
        names = tuple(each.about for each in deciding)
        because = (
            say("These decisions were taken below the quorum: {decisions}.", decisions=names)
            if names
            else say("The log of decisions is complete and has none of the group.")
        )
        return not_met(because, quorum.cited, log, *shown, change="held")
    asks = [Ask(f"decisions.{each.id}", say("Who was present when it was decided?")) for each in deciding]
    question = say("Are all decisions logged, with the attendance of the meeting?")
    because = say("The log does not show that every decision was taken at a quorate meeting.")
    return unknown(because, log, *shown, asks=[*asks, Ask("decisions", question)], conflict=quorum.conflict)


def _taken(case: Case, group: Body, decision: Decision) -> Outcome:
    body, day = stated(decision.body), stated(decision.date)
    if body is not None and body != group.id:
        return Outcome.NOT_APPLICABLE
    rule = quorum_of(group).value
    meetings = [each for each in case.collaboration.held if each.body == group.id and each.date == day]
    if body is None or rule is None or not meetings:
        return Outcome.UNKNOWN
    present = {name for each in meetings for name in each.present}
    number = sum(seat.id in present for seat in group.voting)
    complete = all(each.attendance_complete for each in meetings)
    return enough(rule, Interval(number, number if complete else None), len(group.voting), closed=group.seats_complete)


def _attendance(case: Case, group: Body, decision: Decision) -> list[Evidence]:
    day: Reading[dt.date] = case.read(f"decisions.{decision.id}.date", decision.date, decision.source)
    meetings = [each for each in case.collaboration.held if each.body == group.id and each.date == day.value]
    return [
        day.cited,
        *(
            cite(f"held.{group.id}.{each.date}.present", say("{list}", list=each.present), each.source)
            for each in meetings
        ),
    ]
