"""An empty table to fill in (*mall*): a row for each goal, month and sex of which something is to be counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.errors import InvalidValueError
from samverkan.followup.days import cells
from samverkan.followup.deadline import days_of, has_default
from samverkan.followup.policy import Grid, Policy
from samverkan.followup.result import Counted, Sex
from samverkan.followup.status import Rule
from samverkan.followup.wanting import MONTHS, rule_of
from samverkan.formats.results.words import Head, word_of
from samverkan.formats.results.writing import cells_of
from samverkan.model.facts import stated
from samverkan.model.goals import Breakdown, Measured, MixedGoal
from samverkan.model.measurability import measurability

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.followup.days import Days
    from samverkan.formats.csv import Cell
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.goals import Goal


def rows(collaboration: Collaboration, *, policy: Policy, language: str) -> Iterator[list[Cell]]:
    """Give the rows of the goals that can be followed up, in which only numbers, days of counting and sources lack.

    Raises ``InvalidValueError`` where no goal can be.
    """
    found = able(collaboration, policy=policy)
    if not found:
        told = f"no goal of “{collaboration.id}” can be followed up as it is worded"
        raise InvalidValueError("nothing-to-count", told, "a goal with a number, of whom, and by when")
    for goal in found:
        for days in _days(goal, days_of(collaboration), policy):
            for sex in (None, *(Sex if Breakdown.SEX in goal.breakdown else ())):
                for counted in Counted if isinstance(goal, MixedGoal) else (None,):
                    yield _row(goal, days, sex, counted, language)


def able(collaboration: Collaboration, *, policy: Policy) -> list[Goal]:
    """Give the goals that can be followed up."""
    default = has_default(collaboration, policy)
    return [goal for goal in collaboration.goals if measurability(goal, default=default).measurable]


def _days(goal: Goal, period: Days | None, policy: Policy) -> Sequence[Days | None]:
    """Give the days of the rows: the months or years of the grid, each month where windows run, or all at once."""
    if period is None:
        return [None]
    match rule_of(goal):
        case Rule.EVERY_PERIOD:
            return cells(period, MONTHS[stated(goal.measured) or Measured.MONTHLY], policy.grid)
        case Rule.WINDOWS:
            touched = cells(period, 1, Grid.TOUCHED)
            return [(max(first, period[0]), min(last, period[1])) for first, last in touched]
        case _:
            return [period]


def _row(goal: Goal, days: Days | None, sex: Sex | None, counted: Counted | None, language: str) -> list[Cell]:
    return cells_of(
        {
            Head.GOAL: goal.id,
            Head.WORDS: goal.text.in_language(language),
            Head.FIRST: days[0] if days else None,
            Head.LAST: days[1] if days else None,
            Head.SEX: word_of(sex, language) if sex else None,
            Head.COUNTED: word_of(counted, language) if counted else None,
        }
    )
