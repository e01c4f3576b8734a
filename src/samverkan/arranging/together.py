"""A small set of meetings that cannot all take place (*krav som krockar*), without what it does not need."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from samverkan.arranging.highs import fits
from samverkan.arranging.solution import Conflict, ConflictKind
from samverkan.model.message import Message, say
from samverkan.model.names import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samverkan.arranging.grid import Grid
    from samverkan.arranging.problem import Problem, Wanted
    from samverkan.arranging.rules import Row

SECONDS: Final = 2.0
"""The most time for one question to the solver (our choice)."""

TOLD: Final = 12
"""The most meetings that a sentence lists (our choice)."""


def together(
    grid: Grid, rows: Sequence[Row], meetings: Sequence[int], missing: int, seconds: float
) -> tuple[Conflict | None, float]:
    """Find few meetings, the missing one first, that cannot all have a time; with the seconds that the solver took.

    The meetings are taken in as they stand nearer to the missing one, until they do not fit; then each that is not
    needed for that is left out again, the farthest first. Where time runs out, what is left is not minimal.
    """
    near = [each for each in _nearest(grid, rows, missing) if each in set(meetings)]
    spent, count = 0.0, 2
    while True:
        kept = near[:count]
        fit, took = fits(grid, _among(grid, rows, kept), kept, SECONDS)
        spent += took
        if fit is False:
            break
        if count >= len(near) or spent > seconds:
            return None, spent
        count *= 2
    minimal = True
    for each in reversed(kept[1:]):
        fewer = [other for other in kept if other != each]
        fit, took = (None, 0.0) if spent > seconds else fits(grid, _among(grid, rows, fewer), fewer, SECONDS)
        spent += took
        minimal = minimal and fit is not None
        kept = fewer if fit is False else kept
    return _conflict(grid.problem, [grid.problem.meetings[each] for each in kept], minimal=minimal), spent


def _nearest(grid: Grid, rows: Sequence[Row], start: int) -> Iterator[int]:
    """Give the meetings that share a row with the start, then those that share one with these, and so on."""
    beside: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        meetings = {grid.columns[number].meeting for number in row.columns}
        for each in meetings:
            beside[each] |= meetings
    seen, ring = {start}, [start]
    while ring:
        yield from ring
        ring = sorted({other for each in ring for other in beside[each]} - seen)
        seen.update(ring)


def _among(grid: Grid, rows: Iterable[Row], meetings: Iterable[int]) -> list[Row]:
    """Give the rows with nothing but the columns of some meetings."""
    kept = {number for each in meetings for number in grid.of[each]}
    cut = (row._replace(columns=tuple(each for each in row.columns if each in kept)) for row in rows)
    return [row for row in cut if len(row.columns) > row.most]


def _conflict(problem: Problem, meetings: Sequence[Wanted], *, minimal: bool) -> Conflict:
    count = Counter(holder for each in meetings for holder in each.holders)
    shared = sorted(holder for holder, number in count.items() if number > 1)
    return Conflict(
        kind=ConflictKind.TOGETHER,
        meetings=(each.id for each in meetings),
        holders=shared,
        first=min(candidate.date for each in meetings for candidate in each.candidates),
        last=max(candidate.date for each in meetings for candidate in each.candidates),
        minimal=minimal,
        why=_why(meetings, [problem.words(holder) for holder in shared[:TOLD]], minimal=minimal),
    )


def _why(meetings: Sequence[Wanted], holders: Sequence[Text], *, minimal: bool) -> Message:
    told = tuple(titled(each) for each in sorted(meetings, key=lambda one: (one.date, one.id))[:TOLD])
    if minimal:
        return say(
            "{n} meetings that share {holders} cannot all have a time, though all but any one of them can: {meetings}",
            n=len(meetings),
            holders=tuple(holders),
            meetings=told,
        )
    return say(
        "{n} meetings that share {holders} cannot all have a time: {meetings}",
        n=len(meetings),
        holders=tuple(holders),
        meetings=told,
    )


def titled(wanted: Wanted) -> Text:
    """Give the name of a meeting with the day on which it was planned."""
    english = None if wanted.name.en is None else f"{wanted.name.en} {wanted.date}"
    return Text(f"{wanted.name.sv} {wanted.date}", english)
