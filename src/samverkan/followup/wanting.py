"""What a goal wants of its results (*vad målet begär*): a number, a share or a count, a window, which outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from samverkan.followup.days import last_day
from samverkan.followup.policy import Reading
from samverkan.followup.result import Counted, Sex
from samverkan.followup.status import Rule
from samverkan.model.facts import stated
from samverkan.model.goals import (
    Amount,
    Breakdown,
    CapacityGoal,
    ComplementGoal,
    DeliverableGoal,
    DirectionGoal,
    DisseminationGoal,
    Measured,
    MixedGoal,
    Operator,
    PerceptionGoal,
    ShareGoal,
    TimeLimitGoal,
    VolumeGoal,
)
from samverkan.model.measurability import states

if TYPE_CHECKING:
    from fractions import Fraction

    from samverkan.followup.policy import Policy
    from samverkan.followup.result import Result
    from samverkan.model.goals import Goal
    from samverkan.model.names import Text
    from samverkan.model.values import Length

MONTHS: Final = {Measured.MONTHLY: 1, Measured.YEARLY: 12}
"""How many months lie between two measurements."""


def number_of(goal: Goal) -> Fraction | None:
    """Give the number of the goal, in percent where it is a share."""
    if isinstance(goal, (DirectionGoal, DisseminationGoal)):
        return None
    return stated(goal.share if isinstance(goal, TimeLimitGoal) else goal.number)


def operator_of(goal: Goal) -> Operator:
    """Give how a result must stand to the number; a share that is to be reached within a time is at least that."""
    if isinstance(goal, (TimeLimitGoal, DirectionGoal, DisseminationGoal)):
        return Operator.AT_LEAST
    return goal.operator


def is_share(goal: Goal) -> bool:
    """Say whether the goal is about some of so many."""
    return isinstance(goal, (ShareGoal, ComplementGoal, PerceptionGoal, MixedGoal, TimeLimitGoal))


def is_flow(goal: Goal) -> bool:
    """Say whether the goal counts those who pass in a period."""
    return isinstance(goal, VolumeGoal) and stated(goal.amount) is Amount.FLOW


def window_of(goal: Goal) -> Length | None:
    """Give the length of the window, where the goal says from when it runs."""
    if isinstance(goal, ShareGoal) and states(goal, ("window_from",)):
        return stated(goal.window)
    return stated(goal.within) if isinstance(goal, TimeLimitGoal) and states(goal, ("after",)) else None


def rule_of(goal: Goal) -> Rule | None:
    """Give the rule that the goal is judged by, or nothing for one that cannot be judged."""
    if isinstance(goal, (DirectionGoal, DisseminationGoal)):
        return None
    if stated(goal.measured) in MONTHS:
        return Rule.EVERY_PERIOD
    if window_of(goal):
        return Rule.WINDOWS
    if is_share(goal):
        return Rule.AT_DEADLINE
    return Rule.ONCE_MADE if isinstance(goal, DeliverableGoal) or is_flow(goal) else Rule.PACE


def sexes(goal: Goal, policy: Policy) -> tuple[Sex | None, ...]:
    """Give whose figures must each reach the number; nothing stands for everybody.

    Only shares are read so: 60 persons a year, by sex, are not 60 women and 60 men.
    """
    strict = policy.reading is Reading.STRICT and Breakdown.SEX in goal.breakdown and is_share(goal)
    return (None, Sex.WOMEN, Sex.MEN) if strict else (None,)


def words_of(goal: Goal, counted: Counted | None) -> tuple[Text, ...]:
    """Give the outcomes of which a row may name some; of a perception, its parts."""
    match goal:
        case PerceptionGoal():
            return goal.parts
        case MixedGoal():
            hard = goal.outcomes if counted is not Counted.PERCEPTION else ()
            return (*hard, *(goal.perceptions if counted is not Counted.OUTCOME else ()))
        case ShareGoal() | ComplementGoal() | TimeLimitGoal():
            return goal.outcomes
        case DeliverableGoal():
            return goal.steps
        case VolumeGoal() | CapacityGoal() | DirectionGoal() | DisseminationGoal():
            return ()
        case _:
            assert_never(goal)


def kind_of(goal: Goal, result: Result) -> Counted | None:
    """Give what a row counts where a goal counts more than one thing; elsewhere saying it makes no difference."""
    return result.counted if isinstance(goal, MixedGoal) else None


def named(goal: Goal, result: Result) -> frozenset[int]:
    """Give the places of the outcomes that a row counts; a row that names none counts all."""
    words = words_of(goal, result.counted)
    if not result.outcomes:
        return frozenset(range(len(words)))
    wanted = {key(name) for name in result.outcomes}
    return frozenset(place for place, word in enumerate(words) if wanted & keys(word))


def key(words: str) -> str:
    """Give the key by which outcomes are the same: without regard to case and to spaces."""
    return " ".join(words.casefold().split())


def keys(word: Text) -> frozenset[str]:
    """Give the keys of the words in both languages."""
    return frozenset(key(each) for each in (word.sv, word.en) if each)


def names_all(goal: Goal, result: Result) -> bool:
    """Say whether a row counts every outcome of the goal."""
    return len(named(goal, result)) == len(words_of(goal, result.counted))


def outcomes_of(goal: Goal, result: Result) -> tuple[str, ...]:
    """Give the outcomes that a row counts in the words and the order of the goal; none where it counts all."""
    words, places = words_of(goal, result.counted), named(goal, result)
    return () if names_all(goal, result) else tuple(words[place].sv for place in sorted(places))


def may_be_pending(goal: Goal, result: Result) -> int:
    """Give how many of those not counted may still have been in their window when they were counted.

    Where nobody has counted them it is none once the last window had closed, and otherwise all who are not counted.
    """
    window = window_of(goal)
    if window is None or result.total is None:
        return 0
    if result.pending is not None:
        return result.pending
    return 0 if last_day(result.last, window) <= result.collected else result.total - result.count
