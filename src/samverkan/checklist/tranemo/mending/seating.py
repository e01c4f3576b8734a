"""Who gets a seat (*vem som får plats*): the remedies that add seats."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.checklist.amending import fresh
from samverkan.checklist.constituencies import parties
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.seats import SECTORS, may_belong_to, spanned, speaks_for
from samverkan.checklist.tranemo.mending.plans import organised_by, run_items
from samverkan.checklist.tranemo.mending.tables import changed, of_sector, seated, seated_for, some_body
from samverkan.model.bodies import Body, Expectation, Rank
from samverkan.model.facts import stated
from samverkan.model.names import Text
from samverkan.model.organisations import CONSTITUENCY, Sector

if TYPE_CHECKING:
    from samverkan.checklist.case import Case
    from samverkan.model.collaboration import Collaboration


def seat_top_manager(case: Case, group: Body) -> Collaboration:
    """Seat the chief executive of a municipality."""
    return seated_for(case.collaboration, group.id, Sector.MUNICIPALITY, rank=Rank.EXECUTIVE)


def seat_politician(case: Case, body: Body) -> Collaboration:
    """Seat an elected politician of a municipality."""
    return seated_for(case.collaboration, body.id, Sector.MUNICIPALITY, rank=Rank.ELECTED_CHAIR, political=True)


def seat_politician_somewhere(case: Case) -> Collaboration:
    """Seat an elected politician at some table: the board's where there is one."""
    return seat_politician(*some_body(case))


def seat_lead(case: Case, group: Body) -> Collaboration:
    """Seat the project lead."""
    return seated_for(case.collaboration, group.id, Sector.MUNICIPALITY, project_lead=True)


def seat_target_group(case: Case) -> Collaboration:
    """Seat a representative of the target group at some table."""
    case, body = some_body(case)
    return seated_for(case.collaboration, body.id, Sector.TARGET_GROUP)


def seat_missing_parties(case: Case, body: Body) -> Collaboration:
    """Seat one organisation for each of the four parties that is not certainly seated."""
    whole = case.collaboration
    for party in parties(case, body).missing:
        sector = next(each for each, of in CONSTITUENCY.items() if of is party)
        whole = seated_for(whole, body.id, sector)
    return whole


def balance_municipal_seats(case: Case, group: Body) -> Collaboration:
    """Seat a municipality if none is, then others until the municipal seats are no more than the largest share."""
    whole = case.collaboration
    most = case.parameters.max_municipal_share
    sits = [speaks_for(whole, seat, Sector.MUNICIPALITY) for seat in group.seats]
    if Outcome.MET not in sits:
        whole = seated_for(whole, group.id, Sector.MUNICIPALITY)
        sits += [Outcome.MET] * (len(_seats(whole, group)) - len(sits))
    perhaps = len([each for each in sits if each is not Outcome.NOT_MET])
    # Exactly so many that the share is kept even if every seat of unknown sector is municipal.
    for _ in range(ceil(perhaps / most) - len(sits)):
        whole = seated_for(whole, group.id, Sector.CIVIL_SOCIETY)
    return whole


def _seats(whole: Collaboration, body: Body) -> tuple[object, ...]:
    return next(each.seats for each in whole.bodies if each.id == body.id)


def seat_more_sectors(case: Case, board: Body) -> Collaboration:
    """Seat an organisation of one new sector after the other, until the board certainly spans enough."""
    return _recruited(case, board, seats=0)


def recruit_board(case: Case, board: Body) -> Collaboration:
    """Recruit leaders until the board has enough seats, first from sectors that it lacks."""
    return _recruited(case, board, seats=case.parameters.min_advisory_seats - len(board.seats))


def _recruited(case: Case, board: Body, *, seats: int) -> Collaboration:
    whole, least = case.collaboration, min(case.parameters.min_advisory_sectors, len(SECTORS))
    found = (whole.organisation(name) for name in board.represented)
    known = [may_belong_to(each) for each in found if each is not None]
    others = [each for each in Sector if frozenset({each}) not in known]
    while seats > 0 or spanned(known, more=False).low < least:
        sector = others.pop(0) if others else Sector.MUNICIPALITY
        before = len(_seats(whole, board))
        whole = seated_for(whole, board.id, sector)
        known.append(frozenset({sector}))
        seats -= len(_seats(whole, board)) - before
    return whole


def seat_organisers(case: Case) -> Collaboration:
    """Seat every organiser who has no seat; where nobody organises anything, a seated one comes to organise it."""
    case, body = some_body(case)
    whole = case.collaboration
    sits = {whole.whole_of(name) for each in case.bodies for name in each.represented}
    organisers = dict.fromkeys(whole.whole_of(name) for item in run_items(whole) for name in item.organisers)
    for name in organisers:
        if name not in sits:
            whole = seated(whole, body.id, [name])
    return whole if organisers else _organised(whole, body)


def _organised(whole: Collaboration, body: Body) -> Collaboration:
    whole, name = of_sector(whole, Sector.MUNICIPALITY)
    return organised_by(seated(whole, body.id, [name]), name)


def seat_expected(case: Case, group: Body) -> Collaboration:
    """Seat whoever answers to each party that is expected; where none is, expect the municipality."""
    whole = case.collaboration
    if not group.expects:
        body = evolve(group, expects=[Expectation(Text("kommunen"), sectors=[Sector.MUNICIPALITY])])
        return seated_for(changed(whole, body), group.id, Sector.MUNICIPALITY)
    for expected in group.expects:
        if _sits(whole, group, expected):
            continue
        if expected.organisations:
            whole = seated(whole, group.id, expected.organisations[:1])
        elif expected.sectors:
            whole = seated_for(whole, group.id, expected.sectors[0])
    return whole


def _sits(whole: Collaboration, group: Body, expected: Expectation) -> bool:
    names = {whole.whole_of(name) for name in expected.organisations}
    seated_ = {whole.whole_of(name) for name in group.represented}
    return not names.isdisjoint(seated_) or any(
        speaks_for(whole, seat, *expected.sectors) is Outcome.MET for seat in group.seats if expected.sectors
    )


def seat_sections(case: Case, group: Body) -> Collaboration:
    """Seat heads of further sections of the administration, until two distinct ones certainly have a seat."""
    whole = case.collaboration
    municipal = (seat for seat in group.seats if speaks_for(whole, seat, Sector.MUNICIPALITY) is Outcome.MET)
    sections = (seat.section for seat in municipal)
    known = {section.sv.casefold() for each in sections if (section := stated(each)) is not None}
    while len(known) < 2:
        name = fresh("sektion", known)
        known.add(name)
        whole = seated_for(whole, group.id, Sector.MUNICIPALITY, section=Text(name))
    return whole
