"""The best choice, and the proof that it is (*optimum*): a mixed-integer program for HiGHS, level by level."""

from __future__ import annotations

import threading
from itertools import count
from math import ceil, inf, isfinite
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import astuple, evolve, frozen

from samverkan.arranging.greedy import greedy, improved
from samverkan.arranging.scoring import score_of
from samverkan.arranging.solution import Score

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import highspy

    from samverkan.arranging.grid import Grid
    from samverkan.arranging.rules import Row

_SLACK: Final = 1e-4
"""How far above a whole number a bound may lie that is that number: HiGHS works to 1e-6."""

# One thread and one seed, so that the same program has the same answer. Sums are whole numbers: half of one is no gap.
_OPTIONS: Final = {"output_flag": False, "threads": 1, "random_seed": 0, "mip_rel_gap": 0.0, "mip_abs_gap": 0.5}

_BEAT: Final = 0.1
"""How often to say how long it has taken, in seconds."""

Chosen: TypeAlias = "Mapping[int, int]"
"""The column of each meeting that has one."""

Tick: TypeAlias = "Callable[[float], object]"
"""What hears the seconds that the solver has taken."""


@frozen
class Found:
    """The columns chosen for a part, the score below which none can be, and the seconds that it took.

    It was ``stopped`` where somebody interrupted the search.
    """

    chosen: Chosen
    bound: Score
    seconds: float
    stopped: bool = False


def best(  # noqa: PLR0913, PLR0917  # what a part is made of, not options
    grid: Grid, rows: Sequence[Row], meetings: Sequence[int], start: Chosen, floor: Score, seconds: float, tick: Tick
) -> Found:
    """Find the best choice for some meetings, or the best that is found in some seconds, never worse than the start.

    The ``floor`` is a score below which none is known to be. Again and again ``tick`` is told the seconds so far. An
    interrupt (Ctrl-C) ends the search with the best that was found.

    First the fewest are left out, then the fewest moved, then the cost is made least, each with what was reached before
    it held fast: so no weight has to dominate another, and every number stays small. One thread and one seed: the same
    problem has the same answer, unless the time runs out.
    """
    chosen, bound, spent, proven, stopped = start, list(astuple(floor)), 0.0, True, False
    program = _Program(grid, rows, meetings)
    for level in range(3):
        reached = astuple(score_of(grid, meetings, chosen))
        if proven and bound[level] == reached[level]:
            continue
        left = (seconds - spent) / (2 if level < 2 else 1)  # what one level leaves is for the next
        if left > 0 and not stopped:
            answer = program.solve(level, reached, chosen, left, _later(tick, spent))
        else:
            answer = _Answer(chosen, bound[level])
        stopped = stopped or answer.stopped
        # A level is blind to what comes below it, and a bad start costs the next one more than this.
        chosen, spent = improved(grid, rows, answer.chosen), spent + answer.seconds
        if proven:
            proven = answer.least == astuple(score_of(grid, meetings, chosen))[level]
            if answer.least > bound[level] or not proven:
                # What is least on the levels below was so with fewer left out, or moved.
                bound[level:] = [max(answer.least, bound[level]), *[0] * (2 - level)]
    return Found(chosen, Score(*bound), spent, stopped)


def _later(tick: Tick, spent: float) -> Tick:
    return lambda seconds: tick(spent + seconds)


@frozen
class _Answer:
    """What one level came to: the choice, a bound for the sum of the level, and the seconds."""

    chosen: Chosen
    least: int
    seconds: float = 0.0
    stopped: bool = False


class _Program:
    """The columns of a part and its rows, in numbers of their own, for one level after the other."""

    def __init__(self, grid: Grid, rows: Sequence[Row], meetings: Sequence[int]) -> None:
        self._grid, self._meetings = grid, meetings
        self._columns = [number for each in meetings for number in grid.of[each]]
        position = {number: place for place, number in enumerate(self._columns)}
        self._choices = [[position[number] for number in grid.of[each]] for each in meetings if grid.of[each]]
        inside = [row for row in rows if row.columns[0] in position]
        self._rows = [([position[number] for number in row.columns], row.most) for row in inside]
        columns = [grid.columns[number] for number in self._columns]
        self._sums = ([-1] * len(columns), [int(each.moved) for each in columns], [each.cost for each in columns])
        self._offsets = (len(meetings), 0, 0)

    def solve(self, level: int, reached: Sequence[int], chosen: Chosen, seconds: float, tick: Tick) -> _Answer:
        """Make the sum of one level least, those before it being no more than what was reached."""
        import highspy
        import numpy as np

        highs = highspy.Highs()  # type: ignore[no-untyped-call]  # its constructor alone is not annotated
        for name, value in {**_OPTIONS, "time_limit": seconds}.items():
            highs.setOptionValue(name, value)
        highs.passModel(self._model(level, reached))
        taken = [place for place, number in enumerate(self._columns) if chosen.get(self._meeting(number)) == number]
        highs.setSolution(len(taken), np.array(taken, dtype=np.int32), np.ones(len(taken)))
        stopped = _run(highs, tick)
        return evolve(self._read(highs, chosen), stopped=stopped)

    def _read(self, highs: highspy.Highs, chosen: Chosen) -> _Answer:
        bound, took = highs.getInfo().mip_dual_bound, highs.getRunTime()
        lowest = max(0, ceil(bound - _SLACK)) if isfinite(bound) else 0
        solution = highs.getSolution()
        if not solution.value_valid:
            return _Answer(chosen, lowest, took)
        taken = (number for number, value in zip(self._columns, solution.col_value, strict=True) if value > 0.5)
        found = {self._meeting(number): number for number in taken}
        scores = [astuple(score_of(self._grid, self._meetings, each)) for each in (found, chosen)]
        return _Answer(found if scores[0] < scores[1] else chosen, lowest, took)

    def _meeting(self, number: int) -> int:
        return self._grid.columns[number].meeting

    def _model(self, level: int, reached: Sequence[int]) -> highspy.HighsLp:
        """Write the program: a row for each meeting and each rule, and one for each sum that is held fast."""
        every = range(len(self._columns))
        fewest = 0 if reached[0] else 1
        rows: list[_Line] = [(fewest, 1, choices, [1] * len(choices)) for choices in self._choices]
        rows += [(-inf, most, columns, [1] * len(columns)) for columns, most in self._rows]
        rows += [(-inf, reached[each] - self._offsets[each], every, self._sums[each]) for each in range(level)]
        return _written(rows, self._sums[level], self._offsets[level])


def _run(highs: highspy.Highs, tick: Tick) -> bool:
    """Let the solver work in a thread, so that an interrupt is heard; say whether there was one."""
    stop = threading.Event()

    def listen(event: highspy.highs.HighsCallbackEvent) -> None:
        if stop.is_set():
            event.interrupt()

    highs.cbMipInterrupt += listen
    highs.startSolve()
    try:
        for beat in count(1):
            if highs.wait(_BEAT)[0]:
                break
            tick(beat * _BEAT)
    except KeyboardInterrupt:
        stop.set()
        while not highs.wait(_BEAT)[0]:
            pass
    finally:
        interrupted = stop.is_set()
        stop.set()
    return interrupted


_Line: TypeAlias = "tuple[float, float, Sequence[int], Sequence[int]]"


def _written(rows: Sequence[_Line], costs: Sequence[int], offset: int) -> highspy.HighsLp:
    import highspy
    import numpy as np

    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(costs), len(rows)
    model.offset_, model.col_cost_ = offset, np.array(costs, dtype=float)
    model.col_lower_, model.col_upper_ = np.zeros(len(costs)), np.ones(len(costs))
    model.integrality_ = [highspy.HighsVarType.kInteger] * len(costs)
    model.row_lower_ = np.array([lower for lower, _, _, _ in rows], dtype=float)
    model.row_upper_ = np.array([upper for _, upper, _, _ in rows], dtype=float)
    matrix = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.num_col_, matrix.num_row_ = len(costs), len(rows)
    matrix.start_ = np.cumsum([0, *(len(columns) for _, _, columns, _ in rows)])
    matrix.index_ = np.fromiter((each for _, _, columns, _ in rows for each in columns), dtype=np.int32)
    matrix.value_ = np.fromiter((each for _, _, _, values in rows for each in values), dtype=float)
    return model


def fits(grid: Grid, rows: Sequence[Row], meetings: Sequence[int], seconds: float) -> tuple[bool | None, float]:
    """Say whether all of some meetings can have a time, or nothing where time ran out; with the seconds it took."""
    start = greedy(grid, rows, meetings)
    if len(start) == len(meetings):
        return True, 0.0
    reached = astuple(score_of(grid, meetings, start))
    answer = _Program(grid, rows, meetings).solve(0, reached, start, seconds, lambda _: None)
    if len(answer.chosen) == len(meetings):
        return True, answer.seconds
    return (False if answer.least else None), answer.seconds
