"""What has been done and is noted (*det som antecknas*): the remedies that add to the logs."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.checklist.amending import amended, fresh, having
from samverkan.checklist.tranemo.mending.fresh import some_day
from samverkan.checklist.tranemo.mending.stating import designate
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.facts import stated
from samverkan.model.names import Text
from samverkan.model.records import Decision, Held

if TYPE_CHECKING:
    from samverkan.checklist.case import Case
    from samverkan.model.collaboration import Collaboration


def decide_in_politics(case: Case) -> Collaboration:
    """Record a dated decision of a political body that gives the process its mandate."""
    case = having(case, BodyKind.POLITICAL_BODY)
    council = case.bodies_of(BodyKind.POLITICAL_BODY)[0].id
    return _decided(case, council, some_day(case), mandate=True)


def _decided(case: Case, body: str, day: dt.date, *, mandate: bool = False) -> Collaboration:
    whole = case.collaboration
    name = fresh("new-decision", (each.id for each in whole.decisions))
    decision = Decision(name, Text("nytt beslut", "new decision"), body, day, mandate)
    return amended(whole, decisions=(*whole.decisions, decision))


def log_each_term(case: Case) -> Collaboration:
    """Log a meeting of the coordination function in each term of the horizon; a body is designated where none is."""
    if stated(case.collaboration.coordination.body) is None:
        case = case.after(designate(having(case, BodyKind.COLLABORATION_GROUP)))
    whole, name = case.collaboration, stated(case.collaboration.coordination.body)
    first, held = some_day(case), whole.held
    for term in case.terms:
        if name is not None and not any(each.body == name and term.first <= each.date <= term.last for each in held):
            held = (*held, Held(name, max(first, term.first)))
    return amended(whole, held=held)


def write_notes(case: Case, board: Body) -> Collaboration:
    """Date the notes of each meeting of the board that has none, on its own day."""
    whole = case.collaboration
    held = tuple(
        evolve(each, notes=each.date) if each.body == board.id and stated(each.notes) is None else each
        for each in whole.held
    )
    return amended(whole, held=held)


def publish_notes(case: Case) -> Collaboration:
    """Date the notes of each meeting that were not published in time, on its own day."""
    limit = dt.timedelta(days=case.parameters.publish_within_days)
    whole = case.collaboration
    late = [each for each in whole.held if (day := stated(each.notes)) is None or day > each.date + limit]
    return amended(whole, held=tuple(evolve(each, notes=each.date) if each in late else each for each in whole.held))


def confirm_decisions(case: Case, group: Body) -> Collaboration:
    """Take the decisions of the group again at a meeting with every voting seat; the first one where there is none."""
    whole = case.collaboration
    day = _free_day(case, group)
    meeting = Held(group.id, day, None, [seat.id for seat in group.voting], True)  # noqa: FBT003  # a field of the file
    whole = amended(whole, held=(*whole.held, meeting))
    if not any(stated(each.body) in {None, group.id} for each in whole.decisions):
        return _decided(case.after(whole), group.id, day)
    return amended(
        whole,
        decisions=tuple(evolve(each, date=day) if stated(each.body) == group.id else each for each in whole.decisions),
    )


def _free_day(case: Case, group: Body) -> dt.date:
    days = [each.date for each in case.collaboration.held if each.body == group.id]
    return max([*days, some_day(case)]) + dt.timedelta(days=1)
