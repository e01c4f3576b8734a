"""Which of the model's four parties have a seat on a body: municipality, agencies, business, civil society."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.checklist.bodies import all_seats_asked, seats_closed
from samverkan.checklist.finding import Evidence, Finding, met, not_met, unknown
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.seats import belongs, matched, may_belong_to, sector_asks
from samverkan.model.message import say
from samverkan.model.organisations import CONSTITUENCY, Constituency, Sector

if TYPE_CHECKING:
    from samverkan.checklist.case import Case
    from samverkan.model.bodies import Body
    from samverkan.model.organisations import Organisation

_SECTORS = {party: frozenset(each for each, of in CONSTITUENCY.items() if of is party) for party in Constituency}


@frozen
class Parties:
    """Which of the four parties are certainly seated, which are not, and whether these may be."""

    seated: tuple[Constituency, ...]
    missing: tuple[Constituency, ...]
    outcome: Outcome


def parties(case: Case, body: Body) -> Parties:
    """Judge whether all four are seated: an organisation of unknown sector can be one of the missing, not two."""
    organisations = _represented(case, body)
    sure = {
        party for party in Constituency if any(belongs(each, _SECTORS[party]) is Outcome.MET for each in organisations)
    }
    missing = frozenset(Constituency) - sure
    open_ = not body.seats_complete or any(not seat.organisations for seat in body.seats)
    candidates = [frozenset(filter(None, map(_party, may_belong_to(each)))) for each in organisations]
    reachable = open_ or matched(candidates, missing) == len(missing)
    outcome = Outcome.UNKNOWN if reachable else Outcome.NOT_MET
    return Parties(
        tuple(party for party in Constituency if party in sure),
        tuple(party for party in Constituency if party in missing),
        outcome if missing else Outcome.MET,
    )


def _party(sector: Sector) -> Constituency | None:
    return CONSTITUENCY.get(sector)


def _represented(case: Case, body: Body) -> list[Organisation]:
    found = (case.collaboration.organisation(name) for name in body.represented)
    return [each for each in found if each is not None]


def all_four(case: Case, body: Body) -> Finding:
    """Find whether all four parties have a seat on the body."""
    found = parties(case, body)
    closed = seats_closed(case, body)
    sectors = _evidence(case, body)
    if found.outcome is Outcome.MET:
        return met(say("All four parties have a seat on {body}.", body=body.name), *sectors)
    names = tuple(found.missing)
    if found.outcome is Outcome.NOT_MET:
        because = say("{body} has no seat for: {parties}.", body=body.name, parties=names)
        return not_met(because, closed, *sectors, change=f"bodies.{body.id}.seats")
    asks = [ask for place in case.places(body) for ask in sector_asks(case.collaboration, place)]
    if not body.seats_complete:
        asks.append(all_seats_asked(body))
    because = say("{body} has no seat that is known to be for: {parties}.", body=body.name, parties=names)
    return unknown(because, closed, *sectors, asks=asks)


def _evidence(case: Case, body: Body) -> list[Evidence]:
    return case.sectors(body.represented)
