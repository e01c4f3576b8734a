"""Results that contradict each other (*motsägelser*): a part that is more than the whole, one count told as two."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, permutations, product
from typing import TYPE_CHECKING, TypeAlias

from samverkan.errors import Fault
from samverkan.followup.result import Counted, Sex
from samverkan.followup.wanting import kind_of, may_be_pending, named, names_all
from samverkan.model.goals import CapacityGoal, ComplementGoal, DeliverableGoal, MixedGoal, PerceptionGoal

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from samverkan.followup.result import Ages, Result
    from samverkan.model.goals import Goal

_Occasion: TypeAlias = "tuple[str | None, dt.date, dt.date, dt.date]"
"""Where, the days, and the day of counting: only rows that agree on these can contradict each other."""
_Group: TypeAlias = "tuple[Sex | None, Ages | None]"
_Row: TypeAlias = "tuple[int, Result]"


def contradictions(goals: Mapping[str, Goal], results: Sequence[Result], *, sole: str | None) -> Iterator[Fault]:
    """Find the rows of one day of counting, about the same days, that cannot both be true.

    ``sole`` is the code of the only municipality, whose rows are about the whole.
    """
    occasions: dict[_Occasion, dict[str, list[_Row]]] = defaultdict(lambda: defaultdict(list))
    for place, result in enumerate(results):
        if result.goal in goals:
            town = None if result.municipality == sole else result.municipality
            occasion = town, result.first, result.last, result.collected
            occasions[occasion][result.goal].append((place, result))
    for rows in occasions.values():
        for name, of_goal in rows.items():
            yield from _within(goals[name], of_goal)
            yield from _between(goals, name, rows)


def _within(goal: Goal, rows: list[_Row]) -> Iterator[Fault]:
    same: dict[object, list[_Row]] = defaultdict(list)
    for place, row in rows:
        same[row.sex, row.ages, kind_of(goal, row), named(goal, row)].append((place, row))
    for twins in same.values():
        for (_, one), (place, other) in combinations(twins, 2):
            if _numbers(one) != _numbers(other):
                yield _contradiction(
                    "two-counts", place, f"the same is counted twice, as {_told(one)} and {_told(other)}"
                )
    kinds: dict[object, list[_Row]] = defaultdict(list)
    for place, row in rows:
        kinds[kind_of(goal, row), named(goal, row)].append((place, row))
    for alike in kinds.values():
        yield from _groups(alike)
    yield from _outcomes(goal, rows)
    if isinstance(goal, MixedGoal):
        yield from _unions(goal, rows)


def _numbers(row: Result) -> tuple[int, int | None, int | None]:
    return row.count, row.total, row.pending


def _told(row: Result) -> str:
    return f"{row.count}/{row.total}" if row.total is not None else str(row.count)


def _groups(rows: list[_Row]) -> Iterator[Fault]:
    """Hold women, men and bands of ages against everybody."""
    by_group: dict[_Group, _Row] = {(row.sex, row.ages): (place, row) for place, row in rows}
    for (sex, ages), (place, row) in by_group.items():
        wholes: list[_Group] = [(None, ages), (sex, None)]
        for whole in wholes:
            if whole != (sex, ages) and whole in by_group and _more([row], by_group[whole][1]):
                yield _contradiction(
                    "part-above-whole", place, f"{_told(row)} is more than {_told(by_group[whole][1])} in all"
                )
    for (sex, ages), (place, men) in by_group.items():
        everybody, women = by_group.get((None, ages)), by_group.get((Sex.WOMEN, ages))
        if sex is not Sex.MEN or everybody is None or women is None:
            continue
        both, all_ = [women[1], men], everybody[1]
        if _more(both, all_) and not any(_more([one], all_) for one in both):
            told = f"{_told(women[1])} women and {_told(men)} men are more than {_told(all_)} in all"
            yield _contradiction("part-above-whole", place, told)


def _more(parts: list[Result], whole: Result) -> bool:
    """Say whether parts without anybody in common count more than the whole: counted, not counted, or in all."""
    if sum(part.count for part in parts) > whole.count:
        return True
    totals = [part.total for part in parts]
    if whole.total is None or None in totals:
        return False
    rest = sum(part.total - part.count for part in parts if part.total is not None)
    return rest > whole.total - whole.count


def _outcomes(goal: Goal, rows: list[_Row]) -> Iterator[Fault]:
    """Hold those of some outcomes against those of more: any of them counts, but of parts and steps each must."""
    each = isinstance(goal, (PerceptionGoal, DeliverableGoal))
    for (place, one), (other_place, other) in permutations(rows, 2):
        alike = (one.sex, one.ages, kind_of(goal, one)) == (other.sex, other.ages, kind_of(goal, other))
        if not alike or not named(goal, one) < named(goal, other):
            continue
        more, fewer = (one, other) if each else (other, one)
        if fewer.count > more.count:
            found = other_place if each else place
            yield _contradiction(
                "part-above-whole", found, f"{_told(fewer)} is more than {_told(more)}, which it is a part of"
            )


def _unions(goal: MixedGoal, rows: list[_Row]) -> Iterator[Fault]:
    """Hold those of either against the hard outcomes and the perceptions that they are the union of."""
    kinds: dict[_Group, dict[Counted | None, _Row]] = defaultdict(dict)
    for place, row in rows:
        if names_all(goal, row):
            kinds[row.sex, row.ages][row.counted] = place, row
    for found in kinds.values():
        either = found.get(Counted.EITHER)
        parts = [row for kind, (_, row) in found.items() if kind is not Counted.EITHER]
        if either is None or any(part.total != either[1].total for part in parts):
            continue
        place, union = either
        few = any(part.count > union.count for part in parts)
        many = len(parts) == len(Counted) - 1 and union.count > sum(part.count for part in parts)
        if few or many:
            told = " + ".join(str(part.count) for part in parts)
            yield _contradiction("bad-union", place, f"{union.count} cannot be of either, where each is {told}")


def _between(goals: Mapping[str, Goal], name: str, occasion: Mapping[str, list[_Row]]) -> Iterator[Fault]:
    """Hold reserved places against all places, and the rest against those who are not the rest."""
    goal = goals[name]
    if not isinstance(goal, (CapacityGoal, ComplementGoal)) or goal.of is None:
        return
    pairs = product(occasion[name], occasion.get(goal.of, []))
    for (place, row), (_, other) in pairs:
        if (row.sex, row.ages) != (other.sex, other.ages) or not names_all(goals[goal.of], other):
            continue
        if isinstance(goal, CapacityGoal) and row.count > other.count:
            yield _contradiction("part-above-whole", place, f"{row.count} of {other.count} places is more than all")
        if isinstance(goal, ComplementGoal) and not _partition(row, other, may_be_pending(goals[goal.of], other)):
            yield _contradiction("bad-rest", place, f"{_told(row)} is not the rest of {_told(other)}")


def _partition(rest: Result, other: Result, pending: int) -> bool:
    """Say whether the rest may be those whom the other row does not count; who is in a window may be of the rest."""
    if other.total is None:
        return True
    left = other.total - other.count
    return rest.count <= left if rest.total is None else left - pending <= rest.total <= left


def _contradiction(code: str, place: int, told: str) -> Fault:
    return Fault(code, told, ("results", place), "counts that go together")
