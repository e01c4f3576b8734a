"""Factor 3, those who do the work: whoever runs an activity has a seat at some table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.criterion import Effort, criterion
from samverkan.checklist.finding import Ask, Finding, met, not_met, unknown
from samverkan.checklist.outcome import Outcome, every, some, truth
from samverkan.checklist.reading import cite
from samverkan.checklist.tranemo.common import PROJECT_LEAD, model, remedy
from samverkan.checklist.tranemo.mending.seating import seat_organisers
from samverkan.model.message import say

if TYPE_CHECKING:
    from samverkan.checklist.case import Case
    from samverkan.checklist.finding import Evidence


@criterion(
    "3.3",
    question=say("Does every organisation that runs an activity have a seat in some body?"),
    source=model(3),
    remedy=remedy(
        say("Invite the organisers without a seat, or name a contact seat for them."),
        Effort.MEDIUM,
        PROJECT_LEAD,
        "bodies.{body}.seats",
        seat_organisers,
    ),
)
def organisers_have_seats(case: Case) -> Finding:
    """Judge whether the organisers of activities and events are seated, a unit counting as its whole."""
    whole = case.collaboration
    found = {name: _seated(case, name) for name, _ in _organisers(case)}
    closed = (
        whole.activities_complete and whole.plan_complete and all(each.organisers_complete for each in whole.activities)
    )
    outcome = every(found.values(), closed=closed)
    lists = case.listed("bodies_complete", closed=whole.bodies_complete)
    cited = dict(_organisers(case))
    if outcome is Outcome.MET:
        return met(say("Every organiser has a seat."), *cited.values())
    if outcome is Outcome.NOT_MET:
        without = tuple(name for name, result in found.items() if result is Outcome.NOT_MET)
        because = (
            say("{organisers} run activities and have no seat.", organisers=without)
            if without
            else say("The complete plan names no organiser.")
        )
        shown = [cited[name] for name in without] or [case.listed("activities_complete", closed=True)]
        return not_met(because, *shown, lists, change="bodies")
    unsure = tuple(name for name, result in found.items() if result is Outcome.UNKNOWN)
    because = (
        say("Whether every organiser has a seat is not certain: {organisers}.", organisers=unsure)
        if unsure
        else say("The known organisers have seats, but who organises is not listed in full.")
    )
    asks = [
        Ask(f"bodies.{body.id}.seats", say("Which organisations have a seat in {body}?", body=body.name))
        for body in case.bodies
        if not body.seats_complete
    ]
    return unknown(
        because,
        *(cited[name] for name in unsure),
        lists,
        asks=asks or [Ask("activities_complete", say("Are all activities listed, each with all that organise it?"))],
    )


def _organisers(case: Case) -> list[tuple[str, Evidence]]:
    whole = case.collaboration
    items = [("activities", each) for each in whole.activities] + [
        ("events", each) for each in whole.events if not each.cancelled
    ]
    return [
        (name, cite(f"{kind}.{item.id}.organisers", say("{list}", list=item.organisers), item.source))
        for kind, item in items
        for name in item.organisers
    ]


def _seated(case: Case, name: str) -> Outcome:
    whole = case.collaboration
    seats = [seat for body in case.bodies for seat in body.seats]
    closed = whole.bodies_complete and all(body.seats_complete for body in case.bodies)
    own = whole.whole_of(name)
    sits = (
        truth(any(whole.whole_of(each) == own for each in seat.organisations) if seat.organisations else None)
        for seat in seats
    )
    return some(sits, closed=closed)
