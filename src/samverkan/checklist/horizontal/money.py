"""Whether the amounts agree, and who pays what is not granted: H06 and H07 (*medel, medfinansiering*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.checklist.amending import amended
from samverkan.checklist.criterion import Effort, Remedy
from samverkan.checklist.finding import Ask, Finding, met, not_applicable, not_met, one_of, unknown
from samverkan.checklist.horizontal.common import PROJECT_OWNER, TO_FILL_IN, alone, horizontal
from samverkan.checklist.reading import cite, told
from samverkan.model.facts import stated
from samverkan.model.funding import Line
from samverkan.model.message import say
from samverkan.model.names import Text

if TYPE_CHECKING:
    from samverkan.checklist.case import Case
    from samverkan.checklist.reading import Reading
    from samverkan.model.collaboration import Collaboration

COFINANCIERS = Ask("cofinanciers", say("Who pays what is not granted?"))
ALL_COFINANCIERS = Ask("cofinanciers_complete", say("Are all co-financiers listed?"))


def _amounts_corrected(case: Case) -> Collaboration:
    whole = case.collaboration
    granted = max(stated(whole.money.granted) or 0, 0)
    total = max(stated(whole.money.total) or 0, granted + 1)
    return amended(whole, money=evolve(whole.money, granted=granted, total=total))


@horizontal(
    "H06",
    part=Text("beloppen", "the amounts"),
    question=say("Do the amounts agree, so that something is left for co-financiers?"),
    remedy=Remedy(say("Correct the amounts."), Effort.LOW, PROJECT_OWNER, "money", _amounts_corrected),
)
def money_is_consistent(case: Case) -> Finding:
    """Judge 0 ≤ granted < total in whole kronor; one amount alone decides where no other could be right."""
    money = case.collaboration.money
    granted = case.read("money.granted", money.granted, money.source)
    total = case.read("money.total", money.total, money.source)
    if granted.value is not None and granted.value < 0:
        return not_met(say("What was granted is below 0 kronor."), granted.cited, change=granted.path)
    if total.value is not None and total.value <= 0:
        return not_met(say("The total is not above 0 kronor."), total.cited, change=total.path)
    if granted.denied or total.denied:
        because = say("It is declared that one of the two amounts does not exist, so there is nothing to compare.")
        return not_applicable(because, *(each.cited for each in (granted, total) if each.denied))
    other = money.other
    if granted.value is None or total.value is None or other is None:
        return _amount_unknown(granted, total)
    if other > 0:
        because = say(
            "Of {total} kronor {granted} were granted, and {other} are left for co-financiers.",
            total=_kronor(total.value),
            granted=_kronor(granted.value),
            other=_kronor(other),
        )
        return met(because, granted.cited, total.cited)
    because = say(
        "Of {total} kronor {granted} were granted, so nothing is left for co-financiers.",
        total=_kronor(total.value),
        granted=_kronor(granted.value),
    )
    return not_met(because, granted.cited, total.cited, change=total.path)


def _kronor(amount: int) -> str:
    """Write an amount in groups of three digits, as Swedish does."""
    return f"{amount:,}".replace(",", "\u00a0")


def _amount_unknown(granted: Reading[int], total: Reading[int]) -> Finding:
    questions = ((granted, say("How many kronor were granted?")), (total, say("How many kronor is the whole budget?")))
    asks = [Ask(each.path, question) for each, question in questions if each.value is None]
    because = say("Both amounts must be known: what was granted, and the whole budget.")
    return unknown(because, asks=asks, conflict=[*granted.conflict, *total.conflict])


def _named(case: Case) -> Collaboration:
    return amended(case.collaboration, cofinanciers=(*case.collaboration.cofinanciers, Line(TO_FILL_IN)))


@horizontal(
    "H07",
    part=Text("medfinansiärerna", "the co-financiers"),
    question=say("Is at least one co-financier named?"),
    remedy=Remedy(say("Name the source of the co-financing."), Effort.LOW, PROJECT_OWNER, "cofinanciers", _named),
)
def cofinancier_is_named(case: Case) -> Finding:
    """Judge whether the list of co-financiers has a line; no list is not an empty list."""
    whole = case.collaboration
    if whole.cofinanciers:
        because = say("{n} line names a co-financier.", "{n} lines name co-financiers.", n=len(whole.cofinanciers))
        return met(because, *(cite("cofinanciers.name", told(line.name), line.source) for line in whole.cofinanciers))
    closed = case.listed("cofinanciers_complete", closed=whole.cofinanciers_complete)
    if whole.cofinanciers_complete:
        return not_met(say("The list of co-financiers is complete and empty."), closed, change="cofinanciers")
    because = say("No co-financier is listed, and the list may be incomplete.")
    asks = [COFINANCIERS, ALL_COFINANCIERS]
    return unknown(because, closed, asks=asks, good=one_of(asks), bad=one_of([ALL_COFINANCIERS]))


FACTORS = (
    alone(Text("Beloppen stämmer", "The amounts agree"), money_is_consistent),
    alone(Text("Medfinansiär", "Co-financier"), cofinancier_is_named),
)
