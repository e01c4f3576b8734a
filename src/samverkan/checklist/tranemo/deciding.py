"""Factor 6, its deciding half: a quorum, mandates, regular meetings, decisions that hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.checklist.bodies import all_seats_asked, of_each, seats_closed
from samverkan.checklist.criterion import Effort, criterion
from samverkan.checklist.finding import AnyOf, Ask, Finding, every_of, met, not_applicable, not_met, one_of, unknown
from samverkan.checklist.interval import Interval, compare, counted
from samverkan.checklist.outcome import Outcome, any_of, truth
from samverkan.checklist.reading import Reading, cite, told
from samverkan.checklist.regularity import days_between
from samverkan.checklist.tranemo.common import GROUP_CHAIR, model, remedy
from samverkan.checklist.tranemo.mending.describing import give_mandates
from samverkan.checklist.tranemo.mending.meeting import meet_regularly
from samverkan.checklist.tranemo.mending.stating import fix_a_quorum
from samverkan.checklist.tranemo.mending.tables import in_each
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.facts import stated
from samverkan.model.goals import Operator
from samverkan.model.mandate import AtLeast
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.checklist.case import Case
    from samverkan.checklist.finding import Evidence
    from samverkan.checklist.seats import Place
    from samverkan.model.activities import Series
    from samverkan.model.cadence import Cadence
    from samverkan.model.mandate import Quorum
    from samverkan.model.message import Value


def quorum_of(group: Body) -> Reading[Quorum]:
    """Read the quorum of a group."""
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
        lambda case: in_each(case, BodyKind.COLLABORATION_GROUP, _attainable, fix_a_quorum),
    ),
)
def quorum_is_attainable(case: Case) -> Finding:
    """Judge whether a quorum is recorded and no higher than the number of voting seats."""
    return of_each(case, BodyKind.COLLABORATION_GROUP, _attainable)


def _attainable(case: Case, group: Body) -> Finding:
    quorum, voting = quorum_of(group), len(group.voting)
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
        lambda case: in_each(case, BodyKind.COLLABORATION_GROUP, _mandated, give_mandates),
    ),
)
def quorum_is_mandated(case: Case) -> Finding:
    """Judge the number of voting seats with a mandate in force against the quorum.

    A mandate without a stated end is in force until it is recalled (avtalslagen (1915:218) 2 kap.).
    """
    return of_each(case, BodyKind.COLLABORATION_GROUP, _mandated)


def _mandated(case: Case, group: Body) -> Finding:
    quorum = quorum_of(group)
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
        further = [] if group.seats_complete else [all_seats_asked(group)]
        silent = quorum.undecided(because, question, *shown, also=[*asks, *further])
        # At its lowest the quorum is one seat, at its highest all of them.
        lowest, highest = AnyOf(1 - int(number.low), asks), AnyOf(0 if _some_without(found) else 1, asks)
        asked = silent.asks[0]
        return evolve(silent, good=every_of([asked, lowest]), bad=every_of([asked, highest, *further]))
    outcome = enough(quorum.value, number, len(places), closed=group.seats_complete)
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
    because = say("{number} of {voting} voting seats have a mandate; the quorum is {needed}.", None, **facts)
    conflict = [claim for place in unsure for claim in place.mandate.conflict]
    needed, low = quorum.value.needed(len(places)), int(number.low)
    good, bad = AnyOf(needed - low, asks), AnyOf(low + len(unsure) - needed + 1, asks)
    if not group.seats_complete:
        seats = all_seats_asked(group)
        # A seat more can raise a quorum that is a share, so the list alone tells; a number stays what it is.
        good = one_of([good, seats] if isinstance(quorum.value, AtLeast) else [seats])
        bad, asks = every_of([bad, seats]), [*asks, seats]
    return unknown(because, quorum.cited, *shown, asks=asks, conflict=conflict, good=good, bad=bad)


def _some_without(found: Sequence[tuple[Place, Outcome]]) -> bool:
    return any(result is Outcome.NOT_MET for _, result in found)


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


def enough(quorum: Quorum, mandated: Interval, voting: int, *, closed: bool) -> Outcome:
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
    remedy=remedy(
        say("Fix a series of meetings."),
        Effort.LOW,
        GROUP_CHAIR,
        "series",
        lambda case: in_each(case, BodyKind.COLLABORATION_GROUP, _regular, meet_regularly),
    ),
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
            say("The group meets by a rule, more than {most} days apart.", most=most), *shown, change="series"
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
