"""Who steers, how often somebody meets, and what is always on the agenda: H10, H11 and H18 (*styrning och möten*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.checklist.amending import amended, fresh
from samverkan.checklist.criterion import Effort, Remedy
from samverkan.checklist.finding import Ask, Finding, met, not_met, one_of, unknown
from samverkan.checklist.horizontal.common import (
    PROJECT_LEAD,
    PROJECT_OWNER,
    STEERING_GROUP,
    alone,
    horizontal,
)
from samverkan.checklist.outcome import Outcome, some
from samverkan.checklist.reading import cite, told
from samverkan.checklist.seats import matched
from samverkan.model.bodies import Body, BodyKind, StandingItem, Topic
from samverkan.model.cadence import Cadence, Per, Regularly, TimesPer
from samverkan.model.facts import stated
from samverkan.model.message import say
from samverkan.model.names import Text
from samverkan.model.when import Often

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.checklist.case import Case
    from samverkan.checklist.finding import Evidence
    from samverkan.checklist.reading import Reading
    from samverkan.model.collaboration import Collaboration

_STEERING = (BodyKind.STEERING_GROUP, BodyKind.COLLABORATION_GROUP)
_ALL_BODIES = Ask("bodies_complete", say("Are all bodies of the setup listed?"))
_MONTHLY = TimesPer(1, Per.MONTH)


def _new_body(whole: Collaboration) -> Body:
    name = fresh("styrgrupp", [body.id for body in whole.bodies])
    return Body(name, BodyKind.STEERING_GROUP, Text("Styrgrupp", "Steering group"))


def _with_a_steering_group(case: Case) -> Collaboration:
    return _with_body(case, _new_body(case.collaboration))


def _with_body(case: Case, body: Body) -> Collaboration:
    """Give the collaboration with a body in the place of the one of its id, or at the end."""
    bodies = {each.id: each for each in (*case.collaboration.bodies, body)}
    return amended(case.collaboration, bodies=tuple(bodies.values()))


def _first_body(case: Case) -> Body:
    return case.bodies[0] if case.bodies else _new_body(case.collaboration)


@horizontal(
    "H10",
    part=Text("den löpande texten", "the running text"),
    question=say("Is a body named that steers or decides?"),
    remedy=Remedy(
        say("Name the steering body and its seats."), Effort.LOW, PROJECT_OWNER, "bodies", _with_a_steering_group
    ),
)
def steering_body_is_named(case: Case) -> Finding:
    """Judge whether a steering group or a collaboration group is at work."""
    steering = [body for kind in _STEERING for body in case.bodies_of(kind)]
    if steering:
        because = say("Named: {bodies}.", bodies=tuple(body.name for body in steering))
        return met(because, *(cite(f"bodies.{body.id}.kind", told(body.kind), body.source) for body in steering))
    closed = case.listed("bodies_complete", closed=case.collaboration.bodies_complete)
    if case.collaboration.bodies_complete:
        because = say("The list of bodies is complete, and none of them steers.")
        return not_met(because, closed, change="bodies")
    asks = [Ask("bodies", say("Which body steers the work?")), _ALL_BODIES]
    because = say("No body that steers is listed, and the list may be incomplete.")
    return unknown(because, closed, asks=asks, good=one_of(asks), bad=one_of([_ALL_BODIES]))


def _meeting_monthly(case: Case) -> Collaboration:
    return _with_body(case, evolve(_first_body(case), meets=_MONTHLY))


@horizontal(
    "H11",
    part=Text("den löpande texten", "the running text"),
    question=say("Does some body meet on dates, or so often that dates can be set?"),
    remedy=Remedy(
        say("State how often the body meets."), Effort.LOW, STEERING_GROUP, "bodies.{body}.meets", _meeting_monthly
    ),
)
def some_body_can_be_scheduled(case: Case) -> Finding:
    """Judge whether some body has a series, a frequency with a number in it, or at least two dates.

    One date is no frequency, and “regularly” is a frequency without a number.
    """
    found = [_schedulable(case, body) for body in case.bodies]
    closed = case.listed("bodies_complete", closed=case.collaboration.bodies_complete)
    outcome = some((each.outcome for each in found), closed=case.collaboration.bodies_complete)
    if outcome is Outcome.MET:
        return next(each for each in found if each.outcome is Outcome.MET)
    if outcome is Outcome.NOT_MET:
        shown = [cited for each in found for cited in each.evidence]
        change = f"bodies.{case.bodies[0].id}.meets" if case.bodies else "bodies"
        return not_met(
            say("No body meets regularly, and the list of bodies is complete."), closed, *shown, change=change
        )
    open_ = [each for each in found if each.outcome is Outcome.UNKNOWN]
    asks = [
        *(ask for each in open_ for ask in each.asks),
        *([] if case.collaboration.bodies_complete else [_ALL_BODIES]),
    ]
    conflict = [claim for each in open_ for claim in each.conflict]
    because = say("No source says how often any body meets, in numbers or dates.")
    return unknown(because, closed, asks=asks, conflict=conflict, good=one_of(asks))


def _schedulable(case: Case, body: Body) -> Finding:
    meets: Reading[Cadence] = case.read(f"bodies.{body.id}.meets", body.meets, body.source)
    rules = list(_rules(case, body))
    if rules:
        return met(say("{body} meets by a rule.", body=body.name), *rules[0])
    if meets.value is not None and _has_a_number(meets.value):
        return met(say("It is stated how often {body} meets.", body=body.name), meets.cited)
    events = case.meetings_of(body)
    dated = [each for each in events if each.day is not None]
    if len({each.day for each in dated}) > 1:
        shown_days: list[Evidence] = [cited for each in dated for cited in (*each.shown, *each.membership)]
        return met(say("{body} has several dates.", body=body.name), *shown_days)
    if meets.denied and len(dated) == len(events):
        return not_met(say("It is declared that {body} does not meet regularly.", body=body.name), meets.cited)
    because = say("No source says how often {body} meets, in numbers or dates.", body=body.name)
    return meets.undecided(because, say("How often does {body} meet?", body=body.name))


def _rules(case: Case, body: Body) -> Iterator[tuple[Evidence, Evidence]]:
    """Cite each series and event of the body that gives a frequency with a number in it, and whose it is."""
    for series in case.collaboration.series:
        if series.body == body.id and _has_a_number(series.every):
            path = f"series.{series.id}"
            yield (
                cite(f"{path}.every", told(series.every), series.source),
                cite(f"{path}.body", told(body.id), series.source),
            )
    for event in case.collaboration.events:
        when = stated(event.when)
        often = isinstance(when, Often) and _has_a_number(when.every)
        if often and body.id in event.bodies and not event.cancelled:
            path = f"events.{event.id}"
            yield (
                cite(f"{path}.when", told(when), event.source),
                cite(f"{path}.bodies", told(event.bodies), event.source),
            )


def _has_a_number(cadence: Cadence) -> bool:
    approximate = isinstance(cadence, TimesPer) and cadence.approximate
    return not isinstance(cadence, Regularly) and not approximate


def _on_every_agenda(case: Case) -> Collaboration:
    body = _first_body(case)
    items = (StandingItem(Text(words), topic) for topic, words in _ITEMS.items())
    return _with_body(case, evolve(body, standing_items=(*body.standing_items, *items)))


_ITEMS = {Topic.GENDER_EQUALITY: "Jämställdhet", Topic.ACCESSIBILITY: "Tillgänglighet"}


@horizontal(
    "H18",
    part=Text("avsnitten om jämställdhet och tillgänglighet", "the sections on gender equality and accessibility"),
    question=say("Are gender equality and accessibility standing items on some agenda?"),
    remedy=Remedy(
        say("Put gender equality and accessibility on every agenda."),
        Effort.LOW,
        PROJECT_LEAD,
        "bodies.{body}.standing_items",
        _on_every_agenda,
    ),
)
def standing_items_are_stated(case: Case) -> Finding:
    """Judge whether both topics stand on the agendas; an item whose topic nobody states is at most one of the two."""
    items = [(body, item) for body in case.bodies for item in body.standing_items]
    missing = frozenset(Topic) - {stated(item.topic) for _, item in items}
    shown = [_topic(case, body, item) for body, item in items]
    if not missing:
        return met(say("Gender equality and accessibility are standing items."), *(each.cited for each in shown))
    closed = case.collaboration.bodies_complete and all(body.standing_items_complete for body in case.bodies)
    silent = [each for each in shown if each.silent]
    lists = [case.listed("bodies_complete", closed=case.collaboration.bodies_complete)]
    lists += [
        case.listed(
            f"bodies.{body.id}.standing_items_complete", closed=body.standing_items_complete, source=body.source
        )
        for body in case.bodies
    ]
    names = tuple(topic for topic in Topic if topic in missing)
    if closed and matched([frozenset(Topic) for _ in silent], missing) < len(missing):
        because = say("The agendas are complete and lack {topics}.", topics=names)
        return not_met(because, *lists, *(each.cited for each in shown), change=_agenda(case))
    asks = [Ask(each.path, say("What is the standing item about?")) for each in silent]
    asks += [] if closed else [Ask(_agenda(case), say("Which items stand on every agenda?"))]
    because = say("Not known to be standing items: {topics}.", topics=names)
    return unknown(because, *lists, asks=asks, conflict=[claim for each in silent for claim in each.conflict])


def _topic(case: Case, body: Body, item: StandingItem) -> Reading[Topic]:
    return case.read(f"bodies.{body.id}.standing_items.topic", item.topic, body.source)


def _agenda(case: Case) -> str:
    return f"bodies.{case.bodies[0].id}.standing_items" if case.bodies else "bodies"


FACTORS = (
    alone(Text("Styrande organ", "Steering body"), steering_body_is_named),
    alone(Text("Möten som går att lägga ut", "Meetings that can be scheduled"), some_body_can_be_scheduled),
    alone(Text("Stående punkter", "Standing items"), standing_items_are_stated),
)
