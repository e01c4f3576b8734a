"""Whether the goals can be followed up as they are worded: H02 and H03 (*mätbara mål*)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from samverkan.checklist.amending import amended, fresh
from samverkan.checklist.criterion import Effort, Remedy
from samverkan.checklist.finding import Ask, Finding, every_of, met, not_met, one_of, unknown
from samverkan.checklist.horizontal.common import PROJECT_LEAD, PROJECT_OWNER, TO_FILL_IN, alone, horizontal
from samverkan.checklist.outcome import Outcome, every, some
from samverkan.checklist.reading import cite
from samverkan.model.facts import Absent, is_unknown
from samverkan.model.goals import DeliverableGoal
from samverkan.model.measurability import Part, measurability, states, ways_to_state
from samverkan.model.message import say
from samverkan.model.names import Text
from samverkan.model.when import Moment, RelativeToPeriod

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.checklist.case import Case
    from samverkan.checklist.finding import Evidence
    from samverkan.checklist.reading import Reading
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.goals import Goal
    from samverkan.model.measurability import Measurability
    from samverkan.model.values import Period

_PART = Text("målen", "the goals")


def listed_goals(case: Case) -> tuple[Goal, ...]:
    """Give the goals of the goal list; one that stands elsewhere, such as in a summary, is none of these."""
    return tuple(goal for goal in case.collaboration.goals if goal.listed)


def _period(case: Case) -> Reading[Period]:
    identity = case.collaboration.identity
    return case.read("identity.period", identity.period, identity.source)


def _default(case: Case) -> bool | None:
    """Say whether the end of the project can stand in as a deadline."""
    period = _period(case)
    if not case.parameters.end_is_deadline or period.denied:
        return False
    return None if period.value is None or period.value.to is None else True


def _rated(case: Case, *, default: bool | None) -> list[tuple[Goal, Measurability, Outcome]]:
    rated = ((goal, measurability(goal, default=default)) for goal in listed_goals(case))
    return [(goal, found, _outcome(found)) for goal, found in rated]


def _outcome(found: Measurability) -> Outcome:
    if found.denied:
        return Outcome.NOT_MET
    return Outcome.UNKNOWN if found.missing else Outcome.MET


def _reworded(goal: Goal) -> Goal:
    """Give a goal of the same words that can be followed up."""
    return DeliverableGoal(
        id=goal.id,
        text=goal.text,
        number=Fraction(1),
        unit=TO_FILL_IN,
        deadline=RelativeToPeriod(Moment.END),
        source=goal.source,
    )


def _all_reworded(case: Case) -> Collaboration:
    whole, default = case.collaboration, _default(case)
    goals = tuple(goal if _fine(goal, default=default) else _reworded(goal) for goal in whole.goals)
    return amended(whole, goals=goals if listed_goals(case) else (*goals, _new_goal(whole)))


def _fine(goal: Goal, *, default: bool | None) -> bool:
    return not goal.listed or measurability(goal, default=default).measurable


def _new_goal(whole: Collaboration) -> Goal:
    name = fresh("nytt-mal", [goal.id for goal in whole.goals])
    return _reworded(DeliverableGoal(id=name, text=TO_FILL_IN))


@horizontal(
    "H02",
    part=_PART,
    question=say("Is every listed goal measurable, at the latest by the end of the project?"),
    parameters=("end_is_deadline",),
    remedy=Remedy(
        say("Give the listed goals a number, a population and a date."),
        Effort.MEDIUM,
        PROJECT_OWNER,
        "goals",
        _all_reworded,
    ),
)
def every_goal_is_measurable(case: Case) -> Finding:
    """Judge each listed goal; with ``end_is_deadline`` one without a deadline of its own is due at the end."""
    default, whole = _default(case), case.collaboration
    rated = _rated(case, default=default)
    closed = case.listed("goals_complete", closed=whole.goals_complete)
    outcome = every((result for _, _, result in rated), closed=whole.goals_complete)
    if outcome is Outcome.MET:
        return _all_measurable(case, [goal for goal, _, _ in rated], closed)
    if outcome is Outcome.NOT_MET:
        failing = [(goal, found) for goal, found, result in rated if result is Outcome.NOT_MET]
        no_end = [_period(case).cited] if _period(case).denied else []
        return _fails(case, failing, *no_end) if failing else not_met(_NONE, closed, change="goals")
    asks = [ask for goal, found, result in rated if result is Outcome.UNKNOWN for ask in _asks(goal, found)]
    conflict = _conflicts(case, rated)
    if default is None and any(Part.TIMEFRAME in found.missing for _, found, _ in rated):
        asks.insert(0, Ask("identity.period", say("From which day to which day does the setup run?")))
        conflict += _period(case).conflict
    if not whole.goals_complete:
        asks.append(_ALL_LISTED)
    open_ = tuple(goal.id for goal, _, result in rated if result is Outcome.UNKNOWN)
    because = say("Not known to be measurable: {goals}.", goals=open_) if open_ else _PERHAPS_MORE
    return unknown(because, closed, asks=asks, conflict=conflict)


def _all_measurable(case: Case, goals: Sequence[Goal], closed: Evidence) -> Finding:
    shown = [closed, *(each for goal in goals for each in _parts_of(case, goal))]
    borrowed = [goal for goal in goals if not measurability(goal).measurable]
    if not borrowed:
        return met(say("Every listed goal is measurable as it stands."), *shown)
    because = say(
        "Every listed goal is measurable; {n} has the end of the project as its deadline.",
        "Every listed goal is measurable; {n} have the end of the project as their deadline.",
        n=len(borrowed),
    )
    return met(because, *shown, _period(case).cited)


_NONE = say("The list of goals is complete and empty.")
_PERHAPS_MORE = say("Every goal that is known is measurable, and there may be others.")
_ALL_LISTED = Ask("goals_complete", say("Are all goals listed?"))


def _fails(case: Case, failing: Sequence[tuple[Goal, Measurability]], *lists: Evidence) -> Finding:
    missing = {part for _, found in failing for part in found.denied}
    because = say(
        "{n} listed goal is not measurable; what it lacks is {parts}.",
        "{n} listed goals are not measurable; what they lack is {parts}.",
        n=len(failing),
        parts=tuple(part for part in Part if part in missing),
    )
    shown = [each for goal, found in failing for each in _lacks(case, goal, found)]
    return not_met(because, *shown, *lists, change=f"goals.{failing[0][0].id}")


def _lacks(case: Case, goal: Goal, found: Measurability) -> list[Evidence]:
    """Cite the words of a goal, and the fields that are declared not to exist; words without a number have none."""
    source = goal.source or case.collaboration.source
    names = [name for part in found.denied for way in ways_to_state(goal)[part] for name in way]
    readings = [case.read(f"goals.{goal.id}.{name}", getattr(goal, name), source) for name in names]
    return [cite(f"goals.{goal.id}.text", goal.text, source), *(each.cited for each in readings if each.denied)]


def _parts_of(case: Case, goal: Goal) -> list[Evidence]:
    """Cite the fields by which a goal states its parts."""
    ways = [next((way for way in ways if states(goal, way)), ()) for ways in ways_to_state(goal).values()]
    return [
        case.read(f"goals.{goal.id}.{name}", getattr(goal, name), goal.source).cited for way in ways for name in way
    ]


def _asks(goal: Goal, found: Measurability) -> list[Ask]:
    """Ask for each part that is missing, in the first field that may still state it."""
    asks = []
    for part in found.missing:
        open_ = (way for way in ways_to_state(goal)[part] if not any(_denied(goal, name) for name in way))
        name = next((name for way in open_ for name in way if is_unknown(getattr(goal, name))), None)
        if name is not None:
            question = say("Which {part} has the goal {goal}?", part=part, goal=goal.id)
            asks.append(Ask(f"goals.{goal.id}.{name}", question))
    return asks


def _denied(goal: Goal, name: str) -> bool:
    return isinstance(getattr(goal, name), Absent)


def _conflicts(case: Case, rated: Sequence[tuple[Goal, Measurability, Outcome]]) -> list[Evidence]:
    found: list[Evidence] = []
    for goal, lacking, result in rated:
        if result is Outcome.UNKNOWN:
            names = {name for part in lacking.missing for way in ways_to_state(goal)[part] for name in way}
            for name in sorted(names):
                found += case.read(f"goals.{goal.id}.{name}", getattr(goal, name), goal.source).conflict
    return found


def _first_reworded(case: Case) -> Collaboration:
    whole = case.collaboration
    listed = listed_goals(case)
    if not listed:
        return amended(whole, goals=(*whole.goals, _new_goal(whole)))
    return amended(whole, goals=tuple(_reworded(goal) if goal is listed[0] else goal for goal in whole.goals))


@horizontal(
    "H03",
    part=_PART,
    question=say("Is at least one goal measurable by a deadline of its own?"),
    remedy=Remedy(say("Make one goal measurable first."), Effort.LOW, PROJECT_LEAD, "goals", _first_reworded),
)
def some_goal_is_measurable(case: Case) -> Finding:
    """Judge whether some listed goal states every part itself."""
    rated = _rated(case, default=False)
    closed = case.listed("goals_complete", closed=case.collaboration.goals_complete)
    outcome = some((result for _, _, result in rated), closed=case.collaboration.goals_complete)
    if outcome is Outcome.MET:
        able = [goal for goal, _, result in rated if result is Outcome.MET]
        because = say("Measurable as they stand: {goals}.", goals=tuple(goal.id for goal in able))
        return met(because, *_parts_of(case, able[0]))
    if outcome is Outcome.NOT_MET:
        failing = [(goal, found) for goal, found, _ in rated]
        return _fails(case, failing, closed) if failing else not_met(_NONE, closed, change="goals")
    parts = [_asks(goal, found) for goal, found, result in rated if result is Outcome.UNKNOWN]
    others = [] if case.collaboration.goals_complete else [_ALL_LISTED]
    because = say("No listed goal is known to be measurable as it stands.")
    return unknown(
        because,
        closed,
        asks=[*(ask for asks in parts for ask in asks), *others],
        conflict=_conflicts(case, rated),
        good=one_of([*map(every_of, parts), *others]),
    )


FACTORS = (
    alone(Text("Alla mål är mätbara", "Every goal is measurable"), every_goal_is_measurable),
    alone(Text("Något mål är mätbart som det står", "Some goal is measurable as it stands"), some_goal_is_measurable),
)
