"""What is said of seats (*om platserna*): their rank, role, mandate and areas, and what ties the bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.amending import having
from samverkan.checklist.connection import reached, ties
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.tranemo.mending.tables import ROLE, described, of_sector, seated, seated_for, some_body
from samverkan.model.bodies import LEADERSHIP, Body, BodyKind, Rank
from samverkan.model.facts import stated
from samverkan.model.mandate import Mandate
from samverkan.model.organisations import Sector

if TYPE_CHECKING:
    from samverkan.checklist.case import Case
    from samverkan.model.collaboration import Collaboration


def send_leaders(case: Case, board: Body) -> Collaboration:
    """Let a manager take each seat that is not certainly a leader's; an empty board gets one."""
    if not board.seats:
        return seated_for(case.collaboration, board.id, Sector.MUNICIPALITY)
    return described(case.collaboration, board, lambda seat: stated(seat.rank) not in LEADERSHIP, rank=Rank.MANAGER)


def give_mandates(case: Case, group: Body) -> Collaboration:
    """Give every voting seat a mandate that holds until it is recalled."""
    return described(
        case.collaboration, group, lambda seat: seat.voting and not _lasting(seat.mandate), mandate=Mandate()
    )


def _lasting(fact: object) -> bool:
    return isinstance(fact, Mandate) and fact.until is None


def give_roles(case: Case, group: Body) -> Collaboration:
    """State a role for every seat that has none; an empty group gets a seat with one."""
    if not group.seats:
        return seated_for(case.collaboration, group.id, Sector.MUNICIPALITY)
    return described(case.collaboration, group, lambda seat: stated(seat.role) is None, role=ROLE)


def assign_areas(case: Case) -> Collaboration:
    """Let one seat answer for every main area that no seat answers for."""
    case, body = some_body(case)
    if not body.seats:
        case = case.after(seated_for(case.collaboration, body.id, Sector.MUNICIPALITY))
        body = next(each for each in case.bodies if each.id == body.id)
    assigned = {area for each in case.bodies for seat in each.seats for area in seat.areas}
    first = body.seats[0]
    missing = [area.id for area in case.collaboration.areas if area.id not in assigned]
    return described(case.collaboration, body, lambda seat: seat is first, areas=(*first.areas, *missing))


def connect_the_bodies(case: Case) -> Collaboration:
    """Let one organisation sit in a body of each part that hangs together; there are two bodies at least."""
    case = having(having(case, BodyKind.COLLABORATION_GROUP), BodyKind.ADVISORY_BOARD) if len(case.bodies) < 2 else case
    certain = [tie.bodies for tie in ties(case) if tie.outcome is Outcome.MET]
    parts = reached([body.id for body in case.bodies], certain)
    firsts = [next(body for body in case.bodies if body.id in part) for part in parts]
    hub, others = firsts[0], firsts[1:]
    whole = case.collaboration
    shared = hub.represented[:1]
    if others and not shared:
        whole, name = of_sector(whole, Sector.MUNICIPALITY)
        whole, shared = seated(whole, hub.id, [name]), (name,)
    for body in others:
        whole = seated(whole, body.id, shared)
    return whole
