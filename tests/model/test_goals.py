from __future__ import annotations

from fractions import Fraction
from typing import get_args

import pytest

from samverkan.errors import InvalidValueError
from samverkan.model.facts import UNKNOWN
from samverkan.model.goals import Breakdown, DirectionGoal, Goal, Operator, ShareGoal, TimeLimitGoal
from samverkan.model.names import Text


def test_each_kind_of_goal_has_a_word_of_its_own() -> None:
    kinds = [goal.kind for goal in get_args(Goal)]

    assert len(set(kinds)) == len(kinds) == 10


def test_a_target_share_means_at_least_where_nothing_else_is_said() -> None:
    goal = ShareGoal(id="a", text=Text("70 % i arbete"), number=70)

    assert goal.number == Fraction(70)
    assert goal.operator is Operator.AT_LEAST


def test_a_share_within_a_time_is_exact() -> None:
    assert TimeLimitGoal(id="a", text=Text("b"), share="66.7").share == Fraction(667, 10)


def test_a_goal_of_which_nothing_is_said_has_nothing_but_unknowns() -> None:
    goal = DirectionGoal(id="a", text=Text("b"))

    assert goal.deadline is goal.measured is goal.baseline is goal.population is UNKNOWN
    assert goal.breakdown == ()


def test_a_goal_is_broken_down_in_the_order_of_the_source() -> None:
    goal = DirectionGoal(id="a", text=Text("b"), breakdown=[Breakdown.SEX, Breakdown.AGE])

    assert goal.breakdown == (Breakdown.SEX, Breakdown.AGE)


def test_a_goal_has_an_id() -> None:
    with pytest.raises(InvalidValueError, match="id 'Mål 1' is not an id") as told:
        DirectionGoal(id="Mål 1", text=Text("b"))
    assert told.value.code == "bad-id"
