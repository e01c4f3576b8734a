"""The conditions beside the power: the quorum, who is there, conflicts of interest, deputies, attendance from afar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.checklist.bodies import all_seats_asked
from samverkan.checklist.competence.power import (
    carries,
    closing,
    conflict_asks,
    conflict_cited,
    mandate_asks,
    quorum_asks,
)
from samverkan.checklist.competence.rule import BY_LAW, needed_by, quorum_of, reaches, statute_of
from samverkan.checklist.finding import Ask, Finding, met, not_met, unknown
from samverkan.checklist.interval import counted
from samverkan.checklist.outcome import Outcome, all_of
from samverkan.checklist.reading import cite
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.checklist.competence.matter import Matter
    from samverkan.checklist.competence.rule import Office
    from samverkan.checklist.finding import Evidence
    from samverkan.checklist.interval import Interval
    from samverkan.model.message import Message


def _rule_cited(matter: Matter, office: Office) -> list[Evidence]:
    rule = statute_of(matter.body) if office in BY_LAW else quorum_of(matter.body)
    says = say("{number} voting seats", number=len(matter.body.voting))
    seats = cite(f"bodies.{matter.body.id}.seats", says, matter.body.source)
    return [*([] if rule.silent else [rule.cited]), seats, closing(matter, "seats_complete")]


def quorums(matter: Matter, offices: Sequence[Office]) -> list[Finding]:
    """Judge whether it is known how many voting seats must be there, for each thing that the act may make of a body."""
    known = {(each.low, each.high) for each in (needed_by(matter.body, office) for office in offices)}
    found = [_quorum(matter, office) for office in offices]
    return found if len(known) == 1 else [evolve(each, outcome=Outcome.UNKNOWN) for each in found]


def _quorum(matter: Matter, office: Office) -> Finding:
    needed, voting, own = needed_by(matter.body, office), len(matter.body.voting), quorum_of(matter.body)
    shown = _rule_cited(matter, office)
    if needed.low != needed.high:
        because = say("How many voting seats must be there is not known.")
        return unknown(because, *shown, asks=quorum_asks(matter, office), conflict=own.conflict)
    facts: dict[str, str | int] = {"needed": str(needed), "voting": voting}
    if office not in BY_LAW and own.denied:
        return met(say("There is no rule, so all {voting} voting seats are needed.", voting=voting), *shown)
    return met(say("At least {needed} of {voting} voting seats must be there.", None, **facts), *shown)


def present(matter: Matter, office: Office) -> Finding:
    """Judge whether enough of those needed are there: in a group outside the act, enough that carry a mandate."""
    counts = [
        all_of([matter.counts(place, office), carries(matter, place) if office is None else Outcome.MET])
        for place in matter.places
    ]
    number, needed = counted(counts), needed_by(matter.body, office)
    outcome = reaches(number, needed)
    because = _presence(office, counts, needed)
    shown = [_present_cited(matter), *_rule_cited(matter, office), closing(matter, "conflicts_complete")]
    shown += [each for place in matter.places for each in conflict_cited(place)]
    shown += [matter.remote.cited] if matter.attendance and matter.attendance.remote else []
    if office is None:
        shown += [each for place in matter.places for each in matter.shown(place.mandate)]
    if outcome is Outcome.MET:
        return met(because, *shown)
    if outcome is Outcome.NOT_MET:
        return not_met(because, *shown, change="present")
    asks = _asked_of_the_meeting(matter, office) or [_who(matter)]
    return unknown(because, *shown, asks=asks, conflict=quorum_of(matter.body).conflict)


def _asked_of_the_meeting(matter: Matter, office: Office) -> list[Ask]:
    filled = matter.attendance.filled if matter.attendance else ()
    there = [place for place in matter.places if place.seat.id in filled]
    mandates = mandate_asks(matter, there) if office is None else []
    afar = _remote_asks(matter) if matter.attendance and matter.attendance.remote else []
    return [*quorum_asks(matter, office), *mandates, *conflict_asks(matter), *afar]


def _presence(office: Office, found: Sequence[Outcome], needed: Interval) -> Message:
    facts = {"sure": found.count(Outcome.MET), "maybe": found.count(Outcome.UNKNOWN), "needed": int(needed.low)}
    if office is None:
        return say(
            "Of those there {sure} can bind their principals in the item and {maybe} perhaps can; "
            "at least {needed} are needed.",
            None,
            **facts,
        )
    return say(
        "Voting seats that are filled and take part in the item: {sure}, perhaps {maybe} more; at least {needed} are "
        "needed.",
        None,
        **facts,
    )


def _present_cited(matter: Matter) -> Evidence:
    filled = matter.attendance.filled if matter.attendance else ()
    return cite("present", say("{list}", list=filled) if filled else say("nobody"), None)


def _who(matter: Matter) -> Ask:
    return Ask("present", say("Who is there from {body}, and who takes part in the item?", body=matter.body.name))


def _remote_asks(matter: Matter) -> list[Ask]:
    if not matter.remote.silent:
        return []
    question = say("Is it decided that who attends {body} from afar counts as present?", body=matter.body.name)
    return [Ask(matter.remote.path, question)]


def conflicts(matter: Matter) -> Finding:
    """Judge whether it is known who takes no part in the item."""
    found = [(place, matter.conflicted(place)) for place in matter.places]
    out = tuple(place.seat.id for place, outcome in found if outcome is Outcome.MET)
    shown = [closing(matter, "conflicts_complete"), *(c for place, _ in found for c in conflict_cited(place))]
    if matter.body.conflicts_complete and all(outcome.decided for _, outcome in found):
        if out:
            return met(say("These seats have a conflict of interest and take no part: {seats}.", seats=out), *shown)
        return met(say("No seat has a conflict of interest."), *shown)
    if out:
        because = say("A conflict of interest is known of {seats}; of others it is not known.", seats=out)
        return unknown(because, *shown, asks=conflict_asks(matter))
    return unknown(say("Whether any seat has a conflict of interest is not known."), *shown, asks=conflict_asks(matter))


def deputies(matter: Matter) -> Finding:
    """Judge whether deputies are stated for every voting seat; that none is stated is only silence."""
    found = [(place, Outcome.MET if place.seat.deputies else Outcome.UNKNOWN) for place in matter.places]
    with_ = [place for place, outcome in found if outcome is Outcome.MET]
    because = say("Voting seats with deputies: {number} of {voting}.", number=len(with_), voting=len(found))
    shown = [cite(f"{place.path}.deputies", say("{list}", list=place.seat.deputies), place.source) for place in with_]
    if matter.body.seats_complete and len(with_) == len(found):
        return met(because, *shown, closing(matter, "seats_complete"))
    asks = [
        Ask(f"{place.path}.deputies", say("Who is the deputy of the seat {seat}?", seat=place.seat.id))
        for place, outcome in found
        if outcome is Outcome.UNKNOWN
    ]
    return unknown(because, *shown, asks=asks or [all_seats_asked(matter.body)])


def remote(matter: Matter) -> Finding:
    """Judge whether who attends from afar counts as present."""
    match matter.remote.value:
        case True:
            return met(say("Who attends from afar counts as present."), matter.remote.cited)
        case False:
            return not_met(say("Who attends from afar does not count."), matter.remote.cited, change=matter.remote.path)
    if matter.remote.denied:
        return not_met(say("Who attends from afar does not count."), matter.remote.cited, change=matter.remote.path)
    because = say("Whether who attends from afar counts is not known.")
    return unknown(because, asks=_remote_asks(matter), conflict=matter.remote.conflict)
