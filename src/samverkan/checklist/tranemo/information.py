"""Factor 7: information and public relations (*Information / PR*)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from samverkan.checklist.criterion import Aspect, Effort, criterion
from samverkan.checklist.factor import Factor
from samverkan.checklist.finding import Ask, Evidence, Finding, met, not_met, unknown
from samverkan.checklist.outcome import Outcome, any_of, every, some, truth
from samverkan.checklist.reading import Reading, cite
from samverkan.checklist.seats import sector_asks, speaks_for
from samverkan.checklist.terms import in_each_term, no_horizon
from samverkan.checklist.tranemo.common import (
    CHIEF_EXECUTIVE,
    INFORMATION_OFFICER,
    PROJECT_LEAD,
    model,
    nothing_held,
    remedy,
)
from samverkan.model.activities import Audience
from samverkan.model.message import say
from samverkan.model.names import Text
from samverkan.model.organisations import Sector

if TYPE_CHECKING:
    from samverkan.checklist.case import Case
    from samverkan.checklist.occasions import Occasion
    from samverkan.model.records import Held


@criterion(
    "7.1",
    core=True,
    question=say("Is it stated what is published, and where?"),
    source=say("success factor 7 and slide 12 of the Tranemo model"),
    remedy=remedy(say("Decide what is published where."), Effort.LOW, INFORMATION_OFFICER, "publication.channel"),
)
def publication_is_stated(case: Case) -> Finding:
    """Judge whether a channel and some kind of content are stated; no channel, declared so, is no publication."""
    policy = case.collaboration.publication
    channel = case.read("publication.channel", policy.channel, policy.source)
    if channel.denied:
        return not_met(say("It is declared that nothing is published."), channel.cited, change=channel.path)
    what = case.read("publication.what", policy.what, policy.source)
    if channel.value is not None and policy.what:
        because = say("Published: {what}; where: {channel}.", what=policy.what, channel=channel.value)
        return met(because, what.cited, channel.cited)
    asked = [] if policy.what else [Ask("publication.what", say("What is published?"))]
    if channel.value is not None:
        return unknown(say("No source says what is published there."), channel.cited, asks=asked)
    return channel.undecided(
        say("No source says where anything is published."), say("Where is it published?"), also=asked
    )


_OPEN = frozenset({Audience.PUBLIC, Audience.MEDIA})


@criterion(
    "7.2",
    core=True,
    question=say("Is there in every term an event that is open to the public or has the media invited?"),
    source=model(7),
    remedy=remedy(
        say("Open one event per term to the public, and invite the media."),
        Effort.MEDIUM,
        INFORMATION_OFFICER,
        "events",
    ),
)
def public_event_each_term(case: Case) -> Finding:
    """Judge whether each term has an event or activity for the public or the media that certainly lies in it.

    Meetings of a body are not open unless their audience says so; of other events nobody knows it until they say whom
    they are for, or that all who are invited are listed.
    """
    if case.horizon is None:
        return no_horizon()
    rated = [(each, _is_open(each)) for each in case.occasions]
    found = in_each_term(case, rated, closed=case.collaboration.plan_complete)
    shown = [_audience(case, each.cited) for each in found.counted]
    if found.outcome is Outcome.MET:
        because = say("Events in {terms} are for the public or the media.", terms=found.terms)
        return met(because, *found.evidence, *shown)
    if found.outcome is Outcome.NOT_MET:
        because = say("The plan is complete and has no open event in {terms}.", terms=found.terms)
        return not_met(because, *found.evidence, change="events")
    question = say("Which event is open to the public or the media in {terms}?", terms=found.terms)
    because = say("No event in {terms} is known to be open to the public or the media.", terms=found.terms)
    asks = [*found.asks, Ask("events", question)]
    conflict = [
        claim for each, kind in rated if kind is Outcome.MET and len(each.mentions) > 1 for claim in each.mentions
    ]
    return unknown(because, *found.evidence, asks=asks, conflict=conflict)


def _is_open(occasion: Occasion) -> Outcome:
    if not occasion.audience.isdisjoint(_OPEN):
        return Outcome.MET
    return Outcome.NOT_MET if occasion.private or not occasion.planned else Outcome.UNKNOWN


def _audience(case: Case, cited: Evidence) -> Evidence:
    path = cited.field.removesuffix(".when")
    items = {f"events.{each.id}": each for each in case.collaboration.events}
    item = items.get(path) or {f"activities.{each.id}": each for each in case.collaboration.activities}.get(path)
    audience = item.audience if item is not None else ()
    return cite(f"{path}.audience", say("{list}", list=audience), cited.source)


@criterion(
    "7.3",
    level=Aspect.CONDUCT,
    question=say("Were the notes of every meeting held published in time?"),
    source=say("slide 12 of the Tranemo model; how soon is our choice"),
    parameters=("publish_within_days",),
    remedy=remedy(say("Publish the overdue notes."), Effort.LOW, INFORMATION_OFFICER, "held"),
)
def notes_are_published(case: Case) -> Finding:
    """Judge the days from each logged meeting to its notes against ``publish_within_days``."""
    log = case.collaboration.held
    found = [(_notes(case, each), _in_time(case, each)) for each in log]
    closed = case.listed("held_complete", closed=case.collaboration.held_complete)
    outcome = every((result for _, result in found), closed=case.collaboration.held_complete)
    if not log and case.collaboration.held_complete:
        return nothing_held(case, closed)
    deciding = [each for each, result in found if result is outcome]
    shown, days = [each.cited for each in deciding], case.parameters.publish_within_days
    if outcome is Outcome.MET:
        because = say(
            "The notes of the one meeting were published within {days} days.",
            "The notes of all {n} meetings were published within {days} days.",
            n=len(log),
            days=days,
        )
        return met(because, closed, *shown)
    if outcome is Outcome.NOT_MET:
        because = say(
            "The notes of {number} of {n} meeting were not published within {days} days.",
            "The notes of {number} of {n} meetings were not published within {days} days.",
            number=len(deciding),
            n=len(log),
            days=days,
        )
        return not_met(because, closed, *shown, change="held")
    asks = [Ask(each.path, say("When were the notes published?")) for each in deciding if each.silent]
    if any(not each.silent for each in deciding):
        asks.append(Ask("as_of", say("As of which day is the setup judged?")))
    if not case.collaboration.held_complete:
        asks.append(Ask("held_complete", say("Are all meetings held in the log?")))
    conflict = [claim for each in deciding for claim in each.conflict]
    because = say("The log does not show that the notes of every meeting were published in time.")
    return unknown(because, closed, *shown, asks=asks, conflict=conflict)


def _notes(case: Case, held: Held) -> Reading[dt.date]:
    return case.read(f"held.{held.body}.{held.date}.notes", held.notes, held.source)


def _in_time(case: Case, held: Held) -> Outcome:
    notes = _notes(case, held)
    due = held.date + dt.timedelta(days=case.parameters.publish_within_days)
    if notes.value is not None:
        return truth(notes.value <= due)
    overdue = notes.denied and case.as_of is not None and case.as_of > due
    return Outcome.NOT_MET if overdue else Outcome.UNKNOWN


@criterion(
    "7.4",
    question=say("Is a role responsible for information?"),
    source=model(7),
    remedy=remedy(
        say("Name a role responsible for information."), Effort.LOW, CHIEF_EXECUTIVE, "publication.responsible"
    ),
)
def information_has_a_role(case: Case) -> Finding:
    """Judge whether a role is named; only a declaration says that there is none."""
    policy = case.collaboration.publication
    role = case.read("publication.responsible", policy.responsible, policy.source)
    if role.denied:
        return not_met(say("It is declared that nobody is responsible for information."), role.cited, change=role.path)
    if role.value is None:
        because = say("No source says who is responsible for information.")
        return role.undecided(because, say("Which role is responsible for information?"))
    return met(say("Responsible for information: {role}.", role=role.value), role.cited)


@criterion(
    "7.5",
    question=say("Is information given in languages other than Swedish?"),
    source=model(7),
    remedy=remedy(
        say("Publish a short version in the target group’s largest languages."),
        Effort.MEDIUM,
        INFORMATION_OFFICER,
        "publication.languages",
    ),
)
def information_has_languages(case: Case) -> Finding:
    """Judge the languages of the information; those of the target group are taken to be other than Swedish."""
    policy = case.collaboration.publication
    languages = case.read("publication.languages", policy.languages, policy.source)
    others = tuple(each for each in policy.languages if each.split("-")[0].lower() != "sv")
    if others:
        return met(say("Information is given in: {languages}.", languages=others), languages.cited)
    if policy.languages_complete:
        closed = case.listed("publication.languages_complete", closed=True, source=policy.source)
        because = say("Information is given in no language but Swedish.")
        return not_met(because, languages.cited, closed, change=languages.path)
    ask = Ask(languages.path, say("In which languages is information given?"))
    return unknown(say("No source says in which other languages information is given."), asks=[ask])


@criterion(
    "7.6",
    question=say("Has the target group a voice, by a seat or a stated dialogue?"),
    source=model(7),
    remedy=remedy(
        say("Offer a seat to a representative of the newcomers."), Effort.MEDIUM, PROJECT_LEAD, "bodies.{group}.seats"
    ),
)
def target_group_has_a_voice(case: Case) -> Finding:
    """Judge whether some seat speaks for the target group, or a dialogue with it is stated."""
    whole = case.collaboration
    places = [place for body in case.bodies for place in case.places(body)]
    found = [(place, speaks_for(whole, place.seat, Sector.TARGET_GROUP)) for place in places]
    closed = whole.bodies_complete and all(body.seats_complete for body in case.bodies)
    dialogue = case.read("dialogue", whole.dialogue, None)
    seat = some((result for _, result in found), closed=closed)
    outcome = any_of([seat, truth(None if dialogue.silent else dialogue.value is not None)])
    if seat is Outcome.MET:
        place = next(place for place, result in found if result is Outcome.MET)
        sectors = (case.sector(name) for name in place.seat.organisations)
        return met(
            say("The seat {seat} speaks for the target group.", seat=place.seat.id), place.organisations, *sectors
        )
    if outcome is Outcome.MET:
        return met(say("A dialogue with the target group is stated."), dialogue.cited)
    lists = case.listed("bodies_complete", closed=whole.bodies_complete)
    if outcome is Outcome.NOT_MET:
        because = say("No seat speaks for the target group, and it is declared that there is no dialogue with it.")
        return not_met(because, dialogue.cited, lists, change="bodies")
    asks = [ask for place, result in found if result is Outcome.UNKNOWN for ask in sector_asks(whole, place)]
    if dialogue.silent:
        asks.insert(0, Ask(dialogue.path, say("Is there a dialogue with the target group?")))
    because = say("No seat is known to speak for the target group, and no dialogue with it is stated.")
    return unknown(
        because,
        lists,
        asks=asks or [Ask("bodies_complete", say("Are all bodies and seats listed?"))],
        conflict=dialogue.conflict,
    )


@criterion(
    "7.7",
    question=say("Is a longest delay for publication promised?"),
    source=model(7),
    remedy=remedy(
        say("Promise publication within a number of days."),
        Effort.LOW,
        INFORMATION_OFFICER,
        "publication.max_delay_days",
    ),
)
def delay_is_promised(case: Case) -> Finding:
    """Judge whether a limit is stated; declared absent, there is none."""
    policy = case.collaboration.publication
    delay = case.read("publication.max_delay_days", policy.max_delay_days, policy.source)
    if delay.denied:
        return not_met(say("It is declared that no limit is promised."), delay.cited, change=delay.path)
    if delay.value is None:
        because = say("No source says how soon things are published.")
        return delay.undecided(because, say("Within how many days are things published?"))
    return met(say("Publication is promised within {days} days.", days=delay.value), delay.cited)


FACTOR = Factor(
    "7",
    Text("Information / PR", "Information / public relations"),
    (
        publication_is_stated,
        public_event_each_term,
        notes_are_published,
        information_has_a_role,
        information_has_languages,
        target_group_has_a_voice,
        delay_is_promised,
    ),
)
