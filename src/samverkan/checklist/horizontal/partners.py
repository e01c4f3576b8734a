"""Who pays and who takes part beside the owner: H08 and H09 (*medfinansiärer, samarbetspartner*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.checklist.amending import amended
from samverkan.checklist.criterion import Effort, Remedy
from samverkan.checklist.finding import Ask, Evidence, Finding, met, not_met, unknown
from samverkan.checklist.horizontal.common import (
    PROJECT_LEAD,
    PROJECT_OWNER,
    TO_FILL_IN,
    alone,
    horizontal,
    with_another_organisation,
)
from samverkan.checklist.horizontal.money import ALL_COFINANCIERS, COFINANCIERS
from samverkan.checklist.outcome import Outcome, some, truth
from samverkan.model.facts import stated
from samverkan.model.funding import Line
from samverkan.model.message import Message, say
from samverkan.model.names import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.checklist.case import Case
    from samverkan.checklist.reading import Reading
    from samverkan.model.collaboration import Collaboration


@frozen
class _Mention:
    """A mention of an organisation: which one it is, or nothing, where it stands, and what would tell."""

    organisation: str | None
    cited: Evidence
    asks: tuple[Ask, ...] = ()
    conflict: tuple[Evidence, ...] = ()


def _lines(case: Case, kind: str, lines: Sequence[Line]) -> list[_Mention]:
    found = []
    for line in lines:
        reading = case.read(f"{kind}.organisation", line.organisation, line.source)
        ask = Ask(reading.path, say("Which organisation is “{line}”?", line=line.name))
        asks = () if reading.value is not None else (ask,)
        found.append(_Mention(reading.value, reading.cited, asks, reading.conflict))
    return found


def _seats(case: Case) -> list[_Mention]:
    places = (place for body in case.bodies for place in case.places(body))
    return [_Mention(name, place.organisations) for place in places for name in place.seat.organisations]


def _owner(case: Case) -> Reading[str]:
    identity = case.collaboration.identity
    return case.read("identity.owner", identity.owner, identity.source)


def _beside(owner: str | None, mentions: Sequence[_Mention]) -> list[Outcome]:
    """Say of each mention whether it is another than the owner; an owner that nobody knows can be one of them only.

    Different ids are different organisations; equal or different printed names decide nothing.
    """
    if owner is None:
        several = len({each.organisation for each in mentions} - {None}) > 1
        return [Outcome.MET if several else Outcome.UNKNOWN for _ in mentions]
    return [truth(None if each.organisation is None else each.organisation != owner) for each in mentions]


def _proof(case: Case, mentions: Sequence[_Mention]) -> list[Evidence]:
    """Cite the owner and the first other; or, of an unknown owner, the first two that cannot both be it."""
    owner, known = _owner(case), [each for each in mentions if each.organisation is not None]
    if owner.value is not None:
        return [owner.cited, next(each.cited for each in known if each.organisation != owner.value)]
    return [known[0].cited, next(each.cited for each in known if each.organisation != known[0].organisation)]


def _nobody_else(case: Case, mentions: Sequence[_Mention], because: Message, closed: Evidence, change: str) -> Finding:
    owner = [_owner(case).cited] if mentions else []
    return not_met(because, closed, *owner, *(each.cited for each in mentions), change=change)


def _open(case: Case, mentions: Sequence[_Mention], because: Message, *shown: Evidence, also: Sequence[Ask]) -> Finding:
    owner = _owner(case)
    asks = [ask for each in mentions for ask in each.asks]
    if owner.value is None and mentions:
        asks.insert(0, Ask(owner.path, say("Who owns the project?")))
    conflict = [*owner.conflict, *(claim for each in mentions for claim in each.conflict)]
    return unknown(because, *shown, asks=[*asks, *also], conflict=conflict)


def _another_pays(case: Case) -> Collaboration:
    whole, id_ = with_another_organisation(case.collaboration)
    return amended(whole, cofinanciers=(*whole.cofinanciers, Line(TO_FILL_IN, id_)))


@horizontal(
    "H08",
    part=Text("medfinansiärerna", "the co-financiers"),
    question=say("Is at least one co-financier another than the owner?"),
    remedy=Remedy(
        say("Find a co-financier outside the owning unit."), Effort.HIGH, PROJECT_OWNER, "cofinanciers", _another_pays
    ),
)
def cofinancier_beside_the_owner(case: Case) -> Finding:
    """Judge whether some line of the co-financiers is certainly another organisation than the owner."""
    whole = case.collaboration
    mentions = _lines(case, "cofinanciers", whole.cofinanciers)
    closed = case.listed("cofinanciers_complete", closed=whole.cofinanciers_complete)
    outcome = some(_beside(_owner(case).value, mentions), closed=whole.cofinanciers_complete)
    if outcome is Outcome.MET:
        return met(say("A co-financier is another than the owner."), *_proof(case, mentions))
    if outcome is Outcome.NOT_MET:
        because = say("No co-financier is another than the owner, and the list is complete.")
        return _nobody_else(case, mentions, because, closed, "cofinanciers")
    because = say("No co-financier is known to be another than the owner.")
    also = [*([] if mentions else [COFINANCIERS]), *([] if whole.cofinanciers_complete else [ALL_COFINANCIERS])]
    return _open(case, mentions, because, closed, also=also)


def _text_partners_listed(case: Case) -> Collaboration:
    """List the parties that the text names beside the owner, else one to be found."""
    whole, owner = case.collaboration, _owner(case).value
    others = [line for line in whole.parties if stated(line.organisation) not in {None, owner}]
    if not others:
        whole, id_ = with_another_organisation(whole)
        others = [Line(TO_FILL_IN, id_)]
    return amended(whole, partners=(*whole.partners, *others))


@horizontal(
    "H09",
    part=Text("samarbetspartnerna", "the partners"),
    question=say("Does at least one partner beside the owner take part?"),
    remedy=Remedy(
        say("List the partners the text already names."), Effort.LOW, PROJECT_LEAD, "partners", _text_partners_listed
    ),
)
def partner_beside_the_owner(case: Case) -> Finding:
    """Judge the list of partners; where the source has no such list, the organisations with a seat in some body."""
    whole = case.collaboration
    lines = _lines(case, "partners", whole.partners)
    mentions = lines or _seats(case)
    outcome = some(_beside(_owner(case).value, mentions), closed=whole.partners_complete)
    closed = case.listed("partners_complete", closed=whole.partners_complete)
    if outcome is Outcome.MET:
        because = say("A partner is another than the owner.") if lines else say("A seat is another’s than the owner.")
        return met(because, *_proof(case, mentions))
    if outcome is Outcome.NOT_MET:
        because = say("No partner is another than the owner, and the list is complete.")
        return _nobody_else(case, mentions, because, closed, "partners")
    also = [] if whole.partners_complete else [Ask("partners_complete", say("Are all partners listed?"))]
    if not mentions:
        also.insert(0, Ask("partners", say("Who takes part beside the owner?")))
    return _open(case, mentions, say("No partner is known to be another than the owner."), closed, also=also)


FACTORS = (
    alone(Text("Medfinansiär utöver ägaren", "Co-financier beside the owner"), cofinancier_beside_the_owner),
    alone(Text("Samarbetspartner utöver ägaren", "Partner beside the owner"), partner_beside_the_owner),
)
