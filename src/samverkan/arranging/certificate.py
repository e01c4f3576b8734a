"""Who is asked to be at more meetings than they can be (*belastningsprov*): a proof that needs no solver."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.arranging.solution import Conflict, ConflictKind
from samverkan.arranging.strain import Strain
from samverkan.model.cadence import Weekday
from samverkan.model.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from samverkan.arranging.grid import Grid
    from samverkan.arranging.problem import Problem

_WEEK = tuple(Weekday)


def strains(grid: Grid, meetings: Iterable[int] | None = None, *, collaborations: int = 1) -> list[Strain]:
    """Find for each holder of several meetings the days in which most is asked of them, the most strained first.

    Of all the meetings if none are given by their positions, and of those holders who have them in so many
    ``collaborations`` at the least.

    A meeting counts to a stretch of days when all its times lie in it. What a holder can be at on a day is bounded by
    their limit, and by how many of the times of all their meetings there do not overlap; a stretch has the days on
    which one of the meetings that count to it may be. So where more is asked, not all of it can take place.
    """
    wanted = grid.problem.meetings
    at: dict[str, list[int]] = defaultdict(list)
    for position in range(len(wanted)) if meetings is None else meetings:
        for holder in wanted[position].holders if grid.of[position] else ():
            at[holder].append(position)
    known: dict[object, Strain] = {}
    found = []
    for holder, positions in at.items():
        owners = {wanted[each].collaboration for each in positions}
        if len(positions) < 2 or len(owners) < collaborations:
            continue
        # People of the same meetings and the same limits are asked the same.
        key = tuple(positions), grid.limits[holder], tuple(sorted(grid.counted.get(holder, {}).items()))
        if key not in known:
            known[key] = evolve(_tightest(grid, holder, positions), collaborations=sorted(owners))
        found.append(evolve(known[key], holder=holder))
    return sorted(found, key=lambda each: (-Fraction(len(each.meetings), each.possible), each.first, each.holder))


def _tightest(grid: Grid, holder: str, positions: Sequence[int]) -> Strain:
    days = {each: {grid.columns[number].day for number in grid.of[each]} for each in positions}
    possible = _possible(grid, holder, positions)
    best, kept = (0, 1, 0), set[int]()  # what is asked, what is possible, the first day
    for start in {min(of) for of in days.values()}:
        inside = sorted((max(of), each) for each, of in days.items() if min(of) >= start)
        known: set[int] = set()
        room = 0
        for asked, (last, each) in enumerate(inside, 1):
            room += sum(possible[day] for day in days[each] - known)
            known |= days[each]
            if asked < 2 or (asked < len(inside) and inside[asked][0] == last):
                continue
            # Of stretches that are as tight, the one with more meetings tells more, and then the earlier.
            if (asked * best[1], asked, -start) > (best[0] * room, best[0], -best[2]):
                best, kept = (asked, room, start), {each for _, each in inside[:asked]}
    return _strain(grid, holder, {each: days[each] for each in sorted(kept)}, possible)


def _possible(grid: Grid, holder: str, positions: Sequence[int]) -> Mapping[int, int]:
    """Count for each day the times that do not overlap, earliest end first, which gives the most; or the limit."""
    ends: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for number in (number for each in positions for number in grid.of[each]):
        column = grid.columns[number]
        ends[column.day].append((column.end, column.start))
    found = {}
    for day, times in ends.items():
        count, over = 0, 0.0
        for end, start in sorted(times):
            if start >= over or not count:
                count, over = count + 1, end
        daily = grid.daily(holder, day)
        found[day] = count if daily is None else min(count, daily)
    return found


def _strain(grid: Grid, holder: str, days: Mapping[int, set[int]], possible: Mapping[int, int]) -> Strain:
    wanted = grid.problem.meetings
    known = sorted(set().union(*days.values()))
    weekdays = {(day - 1) % 7 for day in known}
    return Strain(
        holder=holder,
        meetings=(wanted[each].id for each in days),
        collaborations=(),
        first=dt.date.fromordinal(known[0]),
        last=dt.date.fromordinal(known[-1]),
        days=len(known),
        possible=sum(possible[day] for day in known),
        weekday=_WEEK[weekdays.pop()] if len(weekdays) == 1 else None,
    )


def conflict_of(problem: Problem, strain: Strain) -> Conflict:
    """Tell a strain that is too much as a proof that not all of its meetings can take place."""
    return Conflict(
        kind=ConflictKind.CAPACITY,
        meetings=strain.meetings,
        holders=(strain.holder,),
        first=strain.first,
        last=strain.last,
        possible=strain.possible,
        minimal=False,
        why=_why(problem, strain),
    )


def _why(problem: Problem, strain: Strain) -> Message:
    who, asked, days = problem.words(strain.holder), len(strain.meetings), strain.days
    if strain.weekday is not None:
        return say(
            "{holder} is needed at {n} meetings from {first} to {last}, all on a {weekday}: there are {days} such days,"
            " with room for {possible} meetings",
            holder=who,
            n=asked,
            first=strain.first,
            last=strain.last,
            weekday=strain.weekday,
            days=days,
            possible=strain.possible,
        )
    return say(
        "{holder} is needed at {n} meetings from {first} to {last}: there are {days} possible days, with room for"
        " {possible} meetings",
        holder=who,
        n=asked,
        first=strain.first,
        last=strain.last,
        days=days,
        possible=strain.possible,
    )
