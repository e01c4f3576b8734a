"""What gives a body the power to decide (*befogenhet*): the act, a remit, or the mandates of those who sit there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.bodies import all_seats_asked
from samverkan.checklist.competence.rule import BY_LAW, needed_by, quorum_of, reaches, statute_of
from samverkan.checklist.finding import Ask, Finding, met, not_met, unknown
from samverkan.checklist.interval import counted
from samverkan.checklist.outcome import Outcome, all_of, every
from samverkan.checklist.reading import Reading, cite, told
from samverkan.model.bodies import BodyKind, Statute
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkan.checklist.competence.matter import Matter
    from samverkan.checklist.competence.rule import Office
    from samverkan.checklist.finding import Evidence
    from samverkan.checklist.interval import Interval
    from samverkan.checklist.seats import Place
    from samverkan.model.mandate import Mandate
    from samverkan.model.message import Message

ADVISORY = frozenset({BodyKind.ADVISORY_BOARD, BodyKind.REFERENCE_GROUP})
"""The kinds of body that are there to advise (our choice, after what they are called)."""


def kind_cited(matter: Matter) -> Evidence:
    """Cite what kind of body it is."""
    return cite(f"bodies.{matter.body.id}.kind", told(matter.body.kind), matter.body.source)


def power(matter: Matter, office: Office) -> Finding:
    """Judge whether the body may decide the item when enough of it is there, if the act makes this of it."""
    if matter.body.kind in ADVISORY:
        because = say("{body} is there to advise; what it says binds nobody.", body=matter.body.name)
        return not_met(because, kind_cited(matter), change=f"bodies.{matter.body.id}.kind")
    match office:
        case Statute.COUNCIL:
            because = say("{body} is the council, which decides for the municipality.", body=matter.body.name)
            return met(because, statute_of(matter.body).cited)
        case Statute.COMMITTEE | Statute.SUB_COMMITTEE:
            return _remitted(matter)
        case None:
            return _mandated(matter)


def _remitted(matter: Matter) -> Finding:
    body = matter.body
    remit: Reading[Mandate] = Reading(f"bodies.{body.id}.remit", body.remit, body.source)
    statute, shown = statute_of(body).cited, matter.shown(remit)
    match matter.holds(remit):
        case Outcome.MET:
            return met(say("The remit of {body} covers the item.", body=body.name), statute, *shown)
        case Outcome.NOT_MET:
            because = say("No remit in force gives {body} the item.", body=body.name)
            return not_met(because, statute, *shown, change=remit.path)
        case _:
            question = say(
                "What gives {body} the power to decide: which rules of procedure or delegation?", body=body.name
            )
            because = say("Whether a remit in force gives {body} the item is not known.", body=body.name)
            asks = matter.asked(remit, Ask(remit.path, question))
            return unknown(because, statute, asks=asks, conflict=remit.conflict)


def carries(matter: Matter, place: Place) -> Outcome:
    """Say whether the seat takes part in the item with a mandate that covers it."""
    return all_of([matter.holds(place.mandate), matter.takes_part(place)])


def _mandated(matter: Matter) -> Finding:
    """Count the seats that can bind their own principals: a group outside the act can be given no municipal power."""
    body, quorum = matter.body, quorum_of(matter.body)
    found = [(place, carries(matter, place)) for place in matter.places]
    number = counted((each for _, each in found), closed=body.seats_complete)
    needed = needed_by(body, None)
    # Where all are needed, one who cannot is enough, however many seats an open list leaves out.
    all_ = every((each for _, each in found), closed=body.seats_complete)
    outcome = all_ if quorum.denied else reaches(number, needed)
    because = _reckoned([each for _, each in found], None if quorum.silent else needed)
    shown = [kind_cited(matter), *([] if quorum.silent else [quorum.cited]), closing(matter, "seats_complete")]
    shown += [each for place, _ in found for each in (*matter.shown(place.mandate), *conflict_cited(place))]
    if outcome is Outcome.MET:
        return met(because, *shown)
    if outcome is Outcome.NOT_MET:
        return not_met(because, *shown, change=_missing(matter))
    conflict = [*quorum.conflict, *(claim for place, _ in found for claim in place.mandate.conflict)]
    asks = [*quorum_asks(matter, None), *mandate_asks(matter, matter.places), *conflict_asks(matter)]
    return unknown(because, *shown, asks=asks, conflict=conflict)


def _reckoned(found: Sequence[Outcome], needed: Interval | None) -> Message:
    facts = {"voting": len(found), "sure": found.count(Outcome.MET), "maybe": found.count(Outcome.UNKNOWN)}
    if needed is None:
        return say(
            "Of {voting} known voting seats {sure} can bind their principals in the item and {maybe} perhaps can; "
            "how many are needed is not known.",
            None,
            **facts,
        )
    return say(
        "Of {voting} known voting seats {sure} can bind their principals in the item and {maybe} perhaps can; "
        "at least {needed} are needed.",
        None,
        **facts,
        needed=int(needed.low),
    )


def quorum_asks(matter: Matter, office: Office) -> list[Ask]:
    """Ask for the rule where neither the act nor the body is known to set one, and whether all seats are listed."""
    quorum = quorum_of(matter.body)
    question = say("How many voting seats must be present for {body} to decide?", body=matter.body.name)
    asks = [Ask(quorum.path, question)] if quorum.silent and office not in BY_LAW else []
    return asks if matter.body.seats_complete else [*asks, all_seats_asked(matter.body)]


def mandate_asks(matter: Matter, places: Iterable[Place]) -> list[Ask]:
    """Ask for what is not known of the mandates of some seats."""
    asks = []
    for place in places:
        question = say("Has the seat {seat} a written mandate to decide for its organisation?", seat=place.seat.id)
        asks += matter.asked(place.mandate, Ask(place.mandate.path, question))
    return asks


def _missing(matter: Matter) -> str:
    without = (each.mandate.path for each in matter.places if matter.holds(each.mandate) is Outcome.NOT_MET)
    return next(without, f"bodies.{matter.body.id}.seats")


def closing(matter: Matter, name: str) -> Evidence:
    """Cite whether one of the body's lists is closed."""
    says = say("the list is complete") if getattr(matter.body, name) else say("the list may be incomplete")
    return cite(f"bodies.{matter.body.id}.{name}", says, matter.body.source)


def conflict_cited(place: Place) -> list[Evidence]:
    """Cite the items in which a seat has a conflict of interest, if any are listed."""
    listed = place.seat.conflicts
    return [cite(f"{place.path}.conflicts", told(listed), place.source)] if listed else []


def conflict_asks(matter: Matter) -> list[Ask]:
    """Ask what would tell who takes no part: whether all conflicts are listed, which item it is, who serves instead."""
    found = [(place, matter.conflicted(place)) for place in matter.places]
    asks = []
    if not matter.body.conflicts_complete:
        question = say(
            "Has any seat of {body} a conflict of interest in the item, beyond those listed?", body=matter.body.name
        )
        asks.append(Ask(f"bodies.{matter.body.id}.conflicts_complete", question))
    if matter.item is None and any(place.seat.conflicts for place, _ in found):
        asks.append(Ask("item", say("Which item is to be decided?")))
    if matter.attendance is None:
        asks += [
            Ask(
                "present",
                say("Does a deputy serve in the seat {seat}, which has a conflict of interest?", seat=place.seat.id),
            )
            for place, conflicted in found
            if conflicted is Outcome.MET
        ]
    return asks
