"""Which results are about some of those whom others are about (*delmängd*)."""

from __future__ import annotations

from collections import defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from attrs import evolve

from samverkan.followup.result import Ages, Counted

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from samverkan.followup.result import Result, Sex


def group(result: Result) -> tuple[dt.date, dt.date, Sex | None, Ages | None, str | None]:
    """Give whom a result is about, whatever is counted of them."""
    return result.first, result.last, result.sex, result.ages, result.municipality


def measure(result: Result) -> tuple[str, Counted | None, frozenset[str]]:
    """Give what is counted, of whomever."""
    return result.goal, result.counted, result.outcomes


def is_within(part: Result, whole: Result) -> bool:
    """Say whether those who are counted in one result all are in another, by what the two are about; each is in itself.

    A sex, a band of ages or a municipality lies within results that name none.
    """
    return (
        part.goal == whole.goal
        and whole.first <= part.first
        and part.last <= whole.last
        and whole.sex in {None, part.sex}
        and (whole.ages is None or (part.ages is not None and _holds(whole.ages, part.ages)))
        and whole.municipality in {None, part.municipality}
        and whole.counted in {Counted.EITHER, part.counted}
        and (not whole.outcomes or (bool(part.outcomes) and part.outcomes <= whole.outcomes))
    )


def are_apart(one: Result, other: Result) -> bool:
    """Say whether nobody is counted in both; who reaches one outcome is taken not to reach another."""
    return (
        one.last < other.first
        or other.last < one.first
        or (one.sex is not other.sex and None not in {one.sex, other.sex})
        or (one.ages is not None and other.ages is not None and _ends(one.ages, other.ages))
        or (one.municipality != other.municipality and None not in {one.municipality, other.municipality})
        or (bool(one.outcomes) and bool(other.outcomes) and one.outcomes.isdisjoint(other.outcomes))
    )


def cross(one: Result, other: Result) -> bool:
    """Say whether the days, the ages or the outcomes of two results of one goal overlap, neither within the other."""
    if one.goal != other.goal or are_apart(one, other):
        return False
    days = (one.first < other.first and one.last < other.last) or (other.first < one.first and other.last < one.last)
    return bool(
        days
        or (one.ages and other.ages and not (_holds(one.ages, other.ages) or _holds(other.ages, one.ages)))
        or (one.outcomes and other.outcomes and not (one.outcomes <= other.outcomes or other.outcomes <= one.outcomes))
    )


def _oldest(ages: Ages) -> float:
    return float("inf") if ages.oldest is None else ages.oldest


def _holds(whole: Ages, part: Ages) -> bool:
    return whole.youngest <= part.youngest and _oldest(part) <= _oldest(whole)


def _ends(one: Ages, other: Ages) -> bool:
    return _oldest(one) < other.youngest or _oldest(other) < one.youngest


DAYS, MEASURE = ("first", "last"), ("counted", "outcomes")
"""The fields of a row that say which days it is about, and those that say what it counts."""
AXES: tuple[tuple[str, ...], ...] = (("sex",), DAYS, ("municipality",), ("ages",), MEASURE)
"""What results are broken down by, the one that is told first where not all can be: goals ask for women and men."""


def unbroken(results: Sequence[Result]) -> Sequence[Result]:
    """Give the results but most of those of a goal whose tables have gaps: one measure of it, by one thing at most.

    A goal has gaps where some months, say, are broken down in another way than others, or where women and men do not
    add up to all in each. For what can be worked out then lies in what could stand in the gaps.
    """
    tops = {axis: _tops(results, axis) for axis in AXES}
    broken = {each.goal for axis in AXES for line in _lines(results, axis) for each in _gapped(line, tops[axis], axis)}
    within = {place: [axis for axis in AXES if each not in tops[axis]] for place, each in enumerate(results)}
    told: dict[str, tuple[object, list[tuple[str, ...]]]] = {}
    kept = [place for place, each in enumerate(results) if each.goal not in broken]
    for place, axes in sorted(within.items(), key=lambda item: [AXES.index(axis) for axis in item[1]]):
        each = results[place]
        if each.goal in broken and len(axes) < 2 and MEASURE not in axes:
            what, by = told.get(each.goal, (measure(each), []))
            if measure(each) == what and axes in ([], by or axes):
                told[each.goal] = what, by or axes
                kept.append(place)
    return [results[place] for place in sorted(kept)]


def _lines(results: Sequence[Result], axis: Sequence[str]) -> Iterable[tuple[Sequence[Result], AbstractSet[object]]]:
    """Give the results that differ from each other by this only, with all that the results of the goal have of this."""
    beside = attrgetter("goal", *(name for other in AXES if other != axis for name in other))
    lines: dict[object, list[Result]] = defaultdict(list)
    values: dict[str, set[object]] = defaultdict(set)
    for each in results:
        lines[beside(each)].append(each)
        values[each.goal].add(attrgetter(*axis)(each))
    return [(line, values[line[0].goal]) for line in lines.values()]


def _gapped(
    line: tuple[Sequence[Result], AbstractSet[object]], tops: AbstractSet[Result], axis: Sequence[str]
) -> Iterator[Result]:
    """Give the first of a line that has gaps: a value that others of the goal have, or parts that are not the whole."""
    found, full = line
    parts = [each for each in found if each not in tops]
    short = axis not in {DAYS, MEASURE} and any(
        sum(getattr(each, what) or 0 for each in found if each in tops)
        != sum(getattr(each, what) or 0 for each in parts)
        for what in ("count", "pending", "total")
    )
    if parts and (short or {attrgetter(*axis)(each) for each in found} != full):
        yield found[0]


def _tops(results: Sequence[Result], axis: Sequence[str]) -> AbstractSet[Result]:
    """Give the results of whose days, sex, ages or municipality nothing wider is told."""
    values: dict[str, set[tuple[object, ...]]] = defaultdict(set)
    for each in results:
        values[each.goal].add(tuple(getattr(each, name) for name in axis))
    return {each for each in results if not any(_is_wider(each, axis, value) for value in values[each.goal])}


def _is_wider(each: Result, axis: Sequence[str], value: tuple[object, ...]) -> bool:
    """Say whether a result would be about more, if it had this value."""
    moved: dict[str, Any] = dict(zip(axis, value, strict=True))
    wider = evolve(each, **moved, collected=max(each.collected, moved.get("last", each.last)))
    return is_within(each, wider) and not is_within(wider, each)
