"""Factor 6, its deciding half: a quorum, mandates, regular meetings, decisions that hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.bodies import all_seats_asked, of_each, seats_closed
from samverkan.checklist.criterion import Aspect, Effort, criterion
from samverkan.checklist.finding import Ask, Finding, met, not_applicable, not_met, unknown
from samverkan.checklist.interval import Interval, compare, counted
from samverkan.checklist.outcome import Outcome, any_of, every, truth
from samverkan.checklist.reading import Reading, cite, told
from samverkan.checklist.regularity import days_between
from samverkan.checklist.tranemo.common import GROUP_CHAIR, model, remedy
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.facts import stated
from samverkan.model.goals import Operator
from samverkan.model.mandate import AtLeast
from samverkan.model.message import say

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.checklist.case import Case
    from samverkan.checklist.finding import Evidence
    from samverkan.checklist.seats import Place
    from samverkan.model.activities import Series
    from samverkan.model.cadence import Cadence
    from samverkan.model.mandate import Quorum
    from samverkan.model.message import Value
    from samverkan.model.records import Decision


def _quorum(group: Body) -> Reading[Quorum]:
    return Reading(f"bodies.{group.id}.quorum", group.quorum, group.source)


def _quorum_asked(quorum: Reading[Quorum]) -> Finding:
    because = say("No source records a quorum.")
    return quorum.undecided(because, say("How many voting seats must be present for the group to decide?"))


@criterion(
    "6.1",
    core=True,
    question=say("Is a quorum recorded that the voting seats can reach?"),
    source=say(
        "success factor 6 of the Tranemo model (slide 14); more than half is the rule for committees in "
        "kommunallagen (2017:725) 6:27"
    ),
    remedy=remedy(
        say("Decide on a quorum, for example more than half of the voting seats."),
        Effort.LOW,
        GROUP_CHAIR,
        "bodies.{group}.quorum",
    ),
)
def quorum_is_attainable(case: Case) -> Finding:
    """Judge whether a quorum is recorded and no higher than the number of voting seats."""
    return of_each(case, BodyKind.COLLABORATION_GROUP, _attainable)


def _attainable(case: Case, group: Body) -> Finding:
    quorum, voting = _quorum(group), len(group.voting)
    if quorum.denied:
        return not_met(say("It is declared that the group has no quorum."), quorum.cited, change=quorum.path)
    if quorum.value is None:
        return _quorum_asked(quorum)
    needed = quorum.value.needed(voting)
    seats = cite(f"bodies.{group.id}.seats", say("{number} voting seats", number=voting), group.source)
    if needed <= voting:
        because = say("The quorum is {needed} of {voting} voting seats.", needed=needed, voting=voting)
        return met(because, quorum.cited, seats)
    if group.seats_complete:
        because = say("The quorum is {needed}, and there are {voting} voting seats.", needed=needed, voting=voting)
        return not_met(because, quorum.cited, seats, seats_closed(case, group), change=quorum.path)
    because = say("The quorum is {needed}; how many voting seats there are is not known.", needed=needed)
    return unknown(because, quorum.cited, asks=[Ask(seats.field, say("Who has a seat in {body}?", body=group.name))])


@criterion(
    "6.2",
    core=True,
    question=say("Have at least a quorum of the voting seats a mandate to decide for their organisation?"),
    source=model(6),
    remedy=remedy(
        say("Ask each organisation for a written mandate for its seat."),
        Effort.MEDIUM,
        GROUP_CHAIR,
        "bodies.{group}.seats.{seat}.mandate",
    ),
)
def quorum_is_mandated(case: Case) -> Finding:
    """Judge the number of voting seats with a mandate in force against the quorum.

    A mandate without a stated end is in force until it is recalled (avtalslagen (1915:218) 2 kap.).
    """
    return of_each(case, BodyKind.COLLABORATION_GROUP, _mandated)


def _mandated(case: Case, group: Body) -> Finding:
    quorum = _quorum(group)
    if quorum.denied:
        return not_applicable(say("It is declared that there is no quorum, so there is none to mandate."), quorum.cited)
    places = [place for place in case.places(group) if place.seat.voting]
    found = [(place, _in_force(case, place)) for place in places]
    number = counted((result for _, result in found), closed=group.seats_complete)
    shown = [place.mandate.cited for place, result in found if result.decided]
    unsure = [place for place, result in found if result is Outcome.UNKNOWN]
    asks = [ask for place in unsure for ask in _mandate_asked(place)]
    if quorum.value is None:
        because = say(
            "{number} of {voting} voting seats are known to have a mandate, and no quorum is recorded.",
            number=int(number.low),
            voting=len(places),
        )
        question = say("How many voting seats must be present for the group to decide?")
        return quorum.undecided(because, question, *shown, also=asks)
    outcome = _enough(quorum.value, number, len(places), closed=group.seats_complete)
    facts: dict[str, Value] = {"number": str(number), "voting": len(places), "needed": quorum.value.needed(len(places))}
    if outcome is Outcome.MET:
        because = say("{number} of {voting} voting seats have a mandate; the quorum is {needed}.", None, **facts)
        return met(because, quorum.cited, *shown)
    if outcome is Outcome.NOT_MET:
        because = say(
            "{number} of {voting} voting seats have a mandate, fewer than the quorum of {needed}.", None, **facts
        )
        without = next(
            (place.mandate.path for place, result in found if result is Outcome.NOT_MET), f"bodies.{group.id}.seats"
        )
        return not_met(because, quorum.cited, seats_closed(case, group), *shown, change=without)
    if not group.seats_complete:
        asks.append(all_seats_asked(group))
    because = say("{number} of {voting} voting seats have a mandate; the quorum is {needed}.", None, **facts)
    conflict = [claim for place in unsure for claim in place.mandate.conflict]
    return unknown(because, quorum.cited, *shown, asks=asks, conflict=conflict)


def _in_force(case: Case, place: Place) -> Outcome:
    mandate = place.mandate
    if mandate.silent or mandate.value is None:
        return Outcome.UNKNOWN if mandate.silent else Outcome.NOT_MET
    until = stated(mandate.value.until)
    if until is None:
        return Outcome.MET
    return truth(None if case.as_of is None else case.as_of <= until)


def _mandate_asked(place: Place) -> list[Ask]:
    if not place.mandate.silent:
        return [Ask("as_of", say("As of which day is the setup judged?"))]
    question = say("Has the seat {seat} a written mandate to decide for its organisation?", seat=place.seat.id)
    return [Ask(place.mandate.path, question)]


def _enough(quorum: Quorum, mandated: Interval, voting: int, *, closed: bool) -> Outcome:
    """Compare the mandated seats with the quorum; further seats of an open list may raise a quorum that is a share."""
    outcome = compare(mandated, Operator.AT_LEAST, quorum.needed(voting))
    fixed = isinstance(quorum, AtLeast) and outcome is Outcome.MET
    return outcome if closed or fixed else Outcome.UNKNOWN


@criterion(
    "6.3",
    core=True,
    question=say("Does the group meet regularly and often enough?"),
    source=model(6),
    parameters=("max_cadence_days",),
    remedy=remedy(say("Fix a series of meetings."), Effort.LOW, GROUP_CHAIR, "series"),
)
def group_meets_regularly(case: Case) -> Finding:
    """Judge the cadence of the group against ``max_cadence_days``.

    A dated series or a planned frequency counts before what is said of the group in general.
    """
    return of_each(case, BodyKind.COLLABORATION_GROUP, _regular)


def _regular(case: Case, group: Body) -> Finding:
    meets: Reading[Cadence] = Reading(f"bodies.{group.id}.meets", group.meets, group.source)
    stated_rules = _rules(case, group) or ([(meets.value, [meets.cited])] if meets.value else [])
    most, shown = case.parameters.max_cadence_days, [each for _, cited in stated_rules for each in cited]
    outcome = any_of(compare(days_between(rule), Operator.AT_MOST, most) for rule, _ in stated_rules)
    if outcome is Outcome.MET:
        return met(say("The group meets by a rule, at most {most} days apart.", most=most), *shown)
    if outcome is Outcome.NOT_MET:
        return not_met(
            say("The group meets by a rule, more than {most} days apart.", most=most), *shown, change=shown[0].field
        )
    if not stated_rules and meets.denied:
        return not_met(say("It is declared that the group does not meet by any rule."), meets.cited, change="series")
    because = say("How often the group meets is not stated precisely.")
    return meets.undecided(because, say("How often does {body} meet?", body=group.name), *shown)


def _rules(case: Case, group: Body) -> list[tuple[Cadence, list[Evidence]]]:
    whole = case.collaboration
    series = [each for each in whole.series if each.body == group.id]
    return [(each.every, _rule(case, each)) for each in series]


def _rule(case: Case, series: Series) -> list[Evidence]:
    named = (("every", series.every), ("from", series.from_), ("to", series.to))
    return [
        cite(f"series.{series.id}.{name}", told(value), series.source or case.collaboration.source)
        for name, value in named
    ]


@criterion(
    "6.8",
    level=Aspect.CONDUCT,
    question=say("Was every logged decision of the group taken at a quorate meeting?"),
    source=model(6),
    remedy=remedy(
        say("Log attendance with each decision; confirm non-quorate decisions at the next meeting."),
        Effort.LOW,
        GROUP_CHAIR,
        "held",
    ),
)
def decisions_were_quorate(case: Case) -> Finding:
    """Judge each decision of the group by the attendance of the meeting of its day and the quorum."""
    return of_each(case, BodyKind.COLLABORATION_GROUP, _quorate)


def _quorate(case: Case, group: Body) -> Finding:
    whole, quorum = case.collaboration, _quorum(group)
    found = [(each, _taken(case, group, each)) for each in whole.decisions]
    counted_ = [(each, result) for each, result in found if result is not Outcome.NOT_APPLICABLE]
    outcome = every((result for _, result in counted_), closed=whole.decisions_complete)
    log = case.listed("decisions_complete", closed=whole.decisions_complete)
    deciding = [each for each, result in counted_ if result is outcome]
    shown = [each for decision in deciding for each in _attendance(case, group, decision)]
    if outcome is Outcome.MET:
        return met(
            say("All {number} decisions were taken at quorate meetings.", number=len(deciding)),
            quorum.cited,
            log,
            *shown,
        )
    if outcome is Outcome.NOT_MET:
        names = tuple(each.about for each in deciding)
        because = (
            say("These decisions were taken below the quorum: {decisions}.", decisions=names)
            if names
            else say("The log of decisions is complete and has none of the group.")
        )
        return not_met(because, quorum.cited, log, *shown, change="held")
    asks = [Ask(f"decisions.{each.id}", say("Who was present when it was decided?")) for each in deciding]
    question = say("Are all decisions logged, with the attendance of the meeting?")
    because = say("The log does not show that every decision was taken at a quorate meeting.")
    return unknown(because, log, *shown, asks=[*asks, Ask("decisions", question)], conflict=quorum.conflict)


def _taken(case: Case, group: Body, decision: Decision) -> Outcome:
    body, day = stated(decision.body), stated(decision.date)
    if body is not None and body != group.id:
        return Outcome.NOT_APPLICABLE
    rule = _quorum(group).value
    meetings = [each for each in case.collaboration.held if each.body == group.id and each.date == day]
    if body is None or day is None or rule is None or not meetings:
        return Outcome.UNKNOWN
    present = {name for each in meetings for name in each.present}
    number = sum(seat.id in present for seat in group.voting)
    complete = all(each.attendance_complete for each in meetings)
    return _enough(rule, Interval(number, number if complete else None), len(group.voting), closed=group.seats_complete)


def _attendance(case: Case, group: Body, decision: Decision) -> list[Evidence]:
    day: Reading[dt.date] = case.read(f"decisions.{decision.id}.date", decision.date, decision.source)
    meetings = [each for each in case.collaboration.held if each.body == group.id and each.date == day.value]
    return [
        day.cited,
        *(
            cite(f"held.{group.id}.{each.date}.present", say("{list}", list=each.present), each.source)
            for each in meetings
        ),
    ]
