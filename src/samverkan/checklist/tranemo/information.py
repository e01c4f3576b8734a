"""Factor 7: information and public relations (*Information / PR*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.checklist.criterion import Effort, criterion
from samverkan.checklist.factor import Factor
from samverkan.checklist.finding import Ask, Evidence, Finding, met, not_met, one_of, unknown
from samverkan.checklist.outcome import Outcome, any_of, some, truth
from samverkan.checklist.reading import cite
from samverkan.checklist.seats import sector_asks, speaks_for
from samverkan.checklist.terms import in_each_term, no_horizon
from samverkan.checklist.tranemo.common import (
    CHIEF_EXECUTIVE,
    INFORMATION_OFFICER,
    PROJECT_LEAD,
    model,
    remedy,
)
from samverkan.checklist.tranemo.delays import delay_is_promised, notes_are_published
from samverkan.checklist.tranemo.mending.meeting import invite_the_public_each_term
from samverkan.checklist.tranemo.mending.seating import seat_target_group
from samverkan.checklist.tranemo.mending.stating import (
    decide_what_is_published,
    inform_in_languages,
    name_who_informs,
)
from samverkan.model.activities import Audience
from samverkan.model.message import say
from samverkan.model.names import Text
from samverkan.model.organisations import Sector

if TYPE_CHECKING:
    from samverkan.checklist.case import Case
    from samverkan.checklist.occasions import Occasion


@criterion(
    "7.1",
    core=True,
    question=say("Is it stated what is published, and where?"),
    source=say("success factor 7 and slide 12 of the Tranemo model"),
    remedy=remedy(
        say("Decide what is published where."),
        Effort.LOW,
        INFORMATION_OFFICER,
        "publication.channel",
        decide_what_is_published,
    ),
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
        # Silence on what is published is no declaration that it is nothing.
        because = say("No source says what is published there.")
        return unknown(because, channel.cited, asks=asked, bad=one_of(()))
    found = channel.undecided(
        say("No source says where anything is published."), say("Where is it published?"), also=asked
    )
    return evolve(found, bad=one_of(found.asks[:1]))


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
        invite_the_public_each_term,
    ),
)
def public_event_each_term(case: Case) -> Finding:
    """Judge whether each term has an event or activity for the public or the media that certainly lies in it.

    Meetings of a body are not open unless their audience says so; of other events nobody knows it until they say whom
    they are for, or that all who are invited are listed.
    """
    if case.horizon is None:
        return no_horizon(case)
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
    return unknown(because, *found.evidence, asks=asks, conflict=conflict, good=found.settled_by(asks[-1:]))


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
    "7.4",
    question=say("Is a role responsible for information?"),
    source=model(7),
    remedy=remedy(
        say("Name a role responsible for information."),
        Effort.LOW,
        CHIEF_EXECUTIVE,
        "publication.responsible",
        name_who_informs,
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
        inform_in_languages,
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
        say("Offer a seat to a representative of the newcomers."),
        Effort.MEDIUM,
        PROJECT_LEAD,
        "bodies.{group}.seats",
        seat_target_group,
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
