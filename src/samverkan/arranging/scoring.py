"""How good a choice of columns is (*utfall*), and what none can be better than."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.arranging.solution import Score

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkan.arranging.grid import Grid


def score_of(grid: Grid, meetings: Sequence[int], chosen: Mapping[int, int]) -> Score:
    """Give the score of a choice for some meetings, by their positions."""
    columns = [grid.columns[chosen[each]] for each in meetings if each in chosen]
    return Score(len(meetings) - len(columns), sum(each.moved for each in columns), sum(each.cost for each in columns))


def least(grid: Grid, meetings: Sequence[int]) -> Score:
    """Give the score if each meeting had its own best column, whatever that does to others: no choice has a lower."""
    some = [[grid.columns[number] for number in grid.of[meeting]] for meeting in meetings if grid.of[meeting]]
    own = [min((each.moved, each.cost) for each in columns) for columns in some]
    return Score(len(meetings) - len(own), sum(moved for moved, _ in own), sum(cost for _, cost in own))
