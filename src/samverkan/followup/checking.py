"""What is certainly wrong with results (*fel i utfall*): rows that do not go with their goal; every fault at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.errors import Fault, nearest
from samverkan.followup.contradictions import contradictions
from samverkan.followup.counting import sole_of
from samverkan.followup.days import last_day
from samverkan.followup.result import Counted
from samverkan.followup.wanting import is_share, key, keys, window_of, words_of
from samverkan.model.goals import ComplementGoal, DirectionGoal, DisseminationGoal, MixedGoal, PerceptionGoal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from samverkan.errors import Path
    from samverkan.followup.result import Result
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.goals import Goal


def faults_of(collaboration: Collaboration, results: Sequence[Result]) -> Iterator[Fault]:
    """Find what is certainly wrong, each with the way to its row: ``results``, its number from 0, and the field."""
    goals = {goal.id: goal for goal in collaboration.goals}
    towns = [town.code for town in collaboration.municipalities]
    for place, result in enumerate(results):
        path: Path = ("results", place)
        if result.goal in goals:
            yield from _row(goals[result.goal], result, path)
        else:
            yield _unknown("goal", result.goal, goals, path)
        if result.municipality is not None and result.municipality not in towns:
            yield _unknown("municipality", result.municipality, towns, path)
    yield from contradictions(goals, results, sole=sole_of(collaboration))


def _unknown(kind: str, name: str, known: Iterable[str], path: Path) -> Fault:
    names = list(known)
    near = nearest(name, names)
    expected = None if near else f"one of {', '.join(names)}" if names else f"no {kind}, for the file has none"
    return Fault(f"unknown-{kind}", f"there is no {kind} “{name}”", (*path, kind), expected, near)


def _row(goal: Goal, result: Result, path: Path) -> Iterator[Fault]:
    yield from _total(goal, result, path)
    yield from _counted(goal, result, path)
    yield from _pending(goal, result, path)
    words = words_of(goal, result.counted)
    known = {name for word in words for name in keys(word)}
    for name in sorted(result.outcomes):
        if key(name) not in known:
            told = [word.sv for word in words]
            near = nearest(name, [*told, *(word.en for word in words if word.en)])
            expected = None if near else f"one of {', '.join(told)}" if told else "none, for the goal names none"
            yield Fault("unknown-outcome", f"“{name}” is no outcome of the goal", (*path, "outcomes"), expected, near)


def _total(goal: Goal, result: Result, path: Path) -> Iterator[Fault]:
    if isinstance(goal, (DirectionGoal, DisseminationGoal)):
        return
    if not is_share(goal) and result.total is not None:
        yield Fault("unexpected-total", "the goal counts things, and is no share", (*path, "total"), "no total")
    if is_share(goal) and result.total is None and not isinstance(goal, ComplementGoal):
        yield Fault("no-total", "a share needs to say of how many", (*path, "total"), "the number of all")


_KINDS: Mapping[type, tuple[Counted | None, ...]] = {
    MixedGoal: (Counted.OUTCOME, Counted.PERCEPTION, Counted.EITHER),
    PerceptionGoal: (None, Counted.PERCEPTION),
}


def _counted(goal: Goal, result: Result, path: Path) -> Iterator[Fault]:
    kinds = _KINDS.get(type(goal), (None, Counted.OUTCOME))
    if result.counted not in kinds:
        told = result.counted.value if result.counted else "nothing"
        expected = " or ".join(kind.value for kind in kinds if kind)
        yield Fault("bad-counted", f"the goal cannot count {told}", (*path, "counted"), expected)


def _pending(goal: Goal, result: Result, path: Path) -> Iterator[Fault]:
    if not result.pending:
        return
    window = window_of(goal)
    if window is None:
        yield Fault("no-window", "the goal has no window that anybody could be in", (*path, "pending"), "no number")
    elif last_day(result.last, window) <= result.collected:
        closed = last_day(result.last, window)
        yield Fault("closed-window", f"every window had closed by {closed}", (*path, "pending"), "0 pending")
