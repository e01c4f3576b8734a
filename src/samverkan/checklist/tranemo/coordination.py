"""Factor 3: a coordination function is created (*Samordningsfunktion skapas*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.checklist.bodies import seats_closed
from samverkan.checklist.connection import connected, reached, ties
from samverkan.checklist.criterion import Aspect, Effort, criterion
from samverkan.checklist.factor import Factor
from samverkan.checklist.finding import AnyOf, Ask, Finding, every_of, met, not_met, one_of, unknown
from samverkan.checklist.outcome import Outcome, all_of, any_of, truth
from samverkan.checklist.reading import Reading, cite
from samverkan.checklist.terms import no_horizon
from samverkan.checklist.tranemo.common import CHIEF_EXECUTIVE, INFORMATION_OFFICER, PROJECT_LEAD, model, remedy
from samverkan.checklist.tranemo.mending.describing import connect_the_bodies
from samverkan.checklist.tranemo.mending.recording import log_each_term
from samverkan.checklist.tranemo.mending.stating import designate, open_one_entrance
from samverkan.checklist.tranemo.organisers import organisers_have_seats
from samverkan.model.facts import is_unknown
from samverkan.model.message import say
from samverkan.model.names import Text

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.checklist.case import Case
    from samverkan.checklist.connection import Tie
    from samverkan.checklist.finding import Evidence
    from samverkan.model.bodies import Body
    from samverkan.model.terms import Term


def _function(case: Case) -> tuple[Reading[str], Reading[Text]]:
    coordination = case.collaboration.coordination
    return (
        case.read("coordination.body", coordination.body, coordination.source),
        case.read("coordination.role", coordination.role, coordination.source),
    )


@criterion(
    "3.1",
    core=True,
    question=say("Is a body or a role designated as the coordination function?"),
    source=model(3),
    remedy=remedy(
        say("Designate one body or role as the coordination function, and publish it."),
        Effort.LOW,
        CHIEF_EXECUTIVE,
        "coordination.body",
        designate,
    ),
)
def coordination_is_designated(case: Case) -> Finding:
    """Judge whether a body or a role is designated; candidates are no designation."""
    body, role = _function(case)
    outcome = any_of(truth(None if each.silent else each.value is not None) for each in (body, role))
    if outcome is Outcome.MET:
        because = say("The coordination function is designated.")
        return met(because, *(each.cited for each in (body, role) if each.value is not None))
    if outcome is Outcome.NOT_MET:
        because = say("It is declared that neither a body nor a role is the coordination function.")
        return not_met(because, body.cited, role.cited, change=body.path if case.bodies else role.path)
    coordination = case.collaboration.coordination
    shown = []
    if coordination.candidates:
        says = say("could be it: {candidates}", candidates=coordination.candidates)
        shown.append(cite("coordination.candidates", says, coordination.source))
    question = say("Which body or role is the coordination function?")
    silent = [each for each in (body, role) if each.silent]
    because = say("No source designates a coordination function.")
    found = silent[0].undecided(because, question, *shown, also=[Ask(each.path, question) for each in silent])
    return evolve(found, good=one_of(found.asks))


@criterion(
    "3.2",
    core=True,
    question=say("Are the bodies connected by shared organisations, shared holders, reports or the lead?"),
    source=model(3),
    remedy=remedy(
        say("Let one seat or organisation sit in both bodies."),
        Effort.MEDIUM,
        PROJECT_LEAD,
        "bodies.{body}.seats",
        connect_the_bodies,
    ),
)
def bodies_are_connected(case: Case) -> Finding:
    """Judge whether the bodies at work form one connected whole; see ``connection.ties`` for what ties two of them."""
    found = ties(case)
    outcome = connected(case, found)
    certain = [tie for tie in found if tie.outcome is Outcome.MET]
    closed = case.listed("bodies_complete", closed=case.collaboration.bodies_complete)
    shown = [each for tie in certain for each in tie.evidence]
    if outcome is Outcome.MET:
        return met(say("Every body is tied to the others."), closed, *shown)
    names = [body.id for body in case.bodies]
    if outcome is Outcome.NOT_MET and len(names) < 2:
        return not_met(say("There are not two bodies at work to connect."), closed, change="bodies")
    if outcome is Outcome.NOT_MET:
        parts = reached(names, [tie.bodies for tie in found if tie.outcome is not Outcome.NOT_MET])
        apart = tuple(name for name in names if parts and name in min(parts, key=lambda part: (len(part), min(part))))
        because = say(
            "{bodies} certainly has no tie to any other body.",
            "{bodies} certainly have no tie to any other body.",
            bodies=apart,
            n=len(apart),
        )
        return not_met(because, closed, *shown, *_apart(case, apart), change=_change(apart))
    parts = reached(names, [tie.bodies for tie in certain])
    because = say(
        "The listed bodies hang together, and others may stand apart.",
        "The bodies are known to fall into {n} parts that nothing known joins.",
        n=len(parts),
    )
    if len(names) < 2:
        because = say("Not two bodies at work are listed, and the list of bodies may be incomplete.")
    asks = _ties_asked(case, found)
    further = [ask for ask in asks if ask.field == "bodies_complete"]
    direct = [ask for ask in asks if ask.field.endswith(".reports_to")]
    # Each report of a body that stands alone joins two parts; where too few are asked, all answers together may.
    joins = AnyOf(len(parts) - 1, direct) if len(direct) >= len(parts) - 1 else every_of(asks)
    return unknown(because, closed, *shown, asks=asks, good=every_of([joins, *further]))


def _change(apart: tuple[str, ...]) -> str:
    return f"bodies.{apart[0]}.seats" if apart else "bodies"


def _apart(case: Case, names: tuple[str, ...]) -> list[Evidence]:
    bodies = [body for body in case.bodies if body.id in names]
    return [
        *(seats_closed(case, body) for body in bodies if body.seats_complete),
        *(place.organisations for body in bodies for place in case.places(body)),
    ]


def _ties_asked(case: Case, found: tuple[Tie, ...]) -> list[Ask]:
    """Ask only for what can still join two parts, or tell that nothing does."""
    parts = reached([body.id for body in case.bodies], [tie.bodies for tie in found if tie.outcome is Outcome.MET])
    across = [
        tie.bodies
        for tie in found
        if tie.outcome is Outcome.UNKNOWN and not any(part.issuperset(tie.bodies) for part in parts)
    ]
    asks = [ask for body in case.bodies for ask in _body_asked(case, body, across, parts)]
    if across and not asks:
        asks.append(Ask("lead.attends", say("At which bodies is the lead a standing presenter?")))
    if not case.collaboration.bodies_complete:
        asks.append(Ask("bodies_complete", say("Are all bodies of the setup listed?")))
    return asks


def _body_asked(case: Case, body: Body, across: list[tuple[str, str]], parts: list[set[str]]) -> list[Ask]:
    others = {name for pair in across if body.id in pair for name in pair} - {body.id}
    alone = {body.id} in parts
    known = any(each.represented for each in case.bodies if each.id in others)
    open_ = not body.seats_complete or any(not seat.organisations for seat in body.seats)
    asks = []
    if others and open_ and (alone or known):
        asks.append(Ask(f"bodies.{body.id}.seats", say("Which organisations have a seat in {body}?", body=body.name)))
    if others and alone and is_unknown(body.reports_to):
        asks.append(Ask(f"bodies.{body.id}.reports_to", say("To which body does {body} report?", body=body.name)))
    return asks


@criterion(
    "3.4",
    question=say("Is there one entrance for newcomers and partners, with a channel?"),
    source=model(3),
    remedy=remedy(
        say("Publish one entrance with a role, not a person."),
        Effort.LOW,
        INFORMATION_OFFICER,
        "entrances",
        open_one_entrance,
    ),
)
def one_entrance(case: Case) -> Finding:
    """Judge whether exactly one entrance is primary and has a channel."""
    entrances = case.collaboration.entrances
    primary = entrances if len(entrances) == 1 else tuple(each for each in entrances if each.primary)
    if not entrances:
        ask = Ask("entrances", say("Where do newcomers and partners turn?"))
        return unknown(say("No source states an entrance."), asks=[ask])
    names = cite("entrances", say("{list}", list=tuple(each.name for each in entrances)), entrances[0].source)
    if len(primary) != 1:
        because = say("There are {number} entrances, and not one of them is the primary one.", number=len(entrances))
        return not_met(because, names, change="entrances")
    channel = case.read("entrances.channel", primary[0].channel, primary[0].source)
    if channel.denied:
        because = say("It is declared that {entrance} has no channel.", entrance=primary[0].name)
        return not_met(because, names, channel.cited, change="entrances")
    if channel.value is None:
        because = say("No source says how to reach {entrance}.", entrance=primary[0].name)
        return channel.undecided(because, say("How is {entrance} reached?", entrance=primary[0].name), names)
    return met(say("{entrance} is the one entrance.", entrance=primary[0].name), names, channel.cited)


@criterion(
    "3.5",
    level=Aspect.CONDUCT,
    question=say("Has the coordination function met in every term, by its log?"),
    source=model(3),
    remedy=remedy(
        say("Schedule at least one coordination meeting per term."), Effort.LOW, PROJECT_LEAD, "held", log_each_term
    ),
)
def coordination_is_at_work(case: Case) -> Finding:
    """Judge whether the log has a meeting of the designated body in every term that is over as of the day."""
    body, role = _function(case)
    if body.denied and role.denied:
        because = say("It is declared that there is no coordination function, so it has not met.")
        return not_met(because, body.cited, role.cited, change=body.path)
    if body.value is None:
        because = say("No body is known to be the coordination function, and only bodies have a log.")
        return body.undecided(because, say("Which body is the coordination function?"))
    if case.as_of is None:
        ask = Ask("as_of", say("As of which day is the setup judged?"))
        return unknown(say("Which terms are over depends on the day, and none is given."), body.cited, asks=[ask])
    if case.horizon is None:
        return no_horizon(case)
    return _met_in_terms(case, body, body.value)


def _met_in_terms(case: Case, body: Reading[str], name: str) -> Finding:
    held = [each for each in case.collaboration.held if each.body == name]
    log = case.listed("held_complete", closed=case.collaboration.held_complete)
    found = [(term, _worked(case, term, [each.date for each in held])) for term in case.terms]
    outcome = all_of(result for _, result in found)
    shown = [cite(f"held.{name}.{each.date}", say("{day}", day=each.date), each.source) for each in held]
    terms = tuple(str(term) for term, result in found if result is outcome)
    if outcome is Outcome.MET:
        return met(say("It has met in every term: {terms}.", terms=terms), body.cited, *shown)
    if outcome is Outcome.NOT_MET:
        because = say("The log is complete and has no meeting of it in {terms}.", terms=terms)
        return not_met(because, body.cited, log, *shown, change="held")
    ask = Ask("held", say("On which days did it meet in {terms}?", terms=terms))
    return unknown(say("No meeting of it is recorded in {terms}.", terms=terms), body.cited, log, *shown, asks=[ask])


def _worked(case: Case, term: Term, days: list[dt.date]) -> Outcome:
    if any(term.first <= day <= term.last for day in days):
        return Outcome.MET
    over = case.as_of is not None and case.as_of > term.last
    return Outcome.NOT_MET if over and case.collaboration.held_complete else Outcome.UNKNOWN


FACTOR = Factor(
    "3",
    Text("Samordningsfunktion skapas", "A coordination function is created"),
    (
        coordination_is_designated,
        bodies_are_connected,
        organisers_have_seats,
        one_entrance,
        coordination_is_at_work,
    ),
)
