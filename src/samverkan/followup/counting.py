"""From rows to figures (*räkna ihop*): the newest count of each thing, and unions by the counts of their parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from attrs import evolve, field, frozen

from samverkan.followup.days import Days
from samverkan.followup.figure import Figure
from samverkan.followup.followup import Apart, SetApart
from samverkan.followup.result import Counted, Result, Sex
from samverkan.followup.status import Reason
from samverkan.followup.wanting import kind_of, may_be_pending, named, names_all, outcomes_of, words_of
from samverkan.model.goals import ComplementGoal, Goal, MixedGoal, PerceptionGoal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.model.collaboration import Collaboration

T = TypeVar("T")
Counts: TypeAlias = "dict[Days, Figure | Reason]"
"""What is known of each span of days: a figure, or why the rows that are there give none."""


@frozen(kw_only=True)
class Sheet:
    """What is counted for one goal in one municipality, or in the whole: by sex and days, and what is told beside."""

    goal: Goal
    by_sex: Mapping[Sex | None, Counts]
    deciders: Mapping[tuple[Sex | None, Days], Result] = field(repr=False)
    beside: tuple[Figure, ...]
    replaced: tuple[SetApart, ...]

    def of(self, sex: Sex | None) -> Counts:
        """Give what is counted of everybody, of women, or of men."""
        return self.by_sex.get(sex, {})


def sole_of(collaboration: Collaboration) -> str | None:
    """Give the code of the only municipality, whose rows are about the whole; nothing where there are more, or none."""
    codes = [town.code for town in collaboration.municipalities]
    return codes[0] if len(codes) == 1 else None


@frozen
class Known:
    """The results that are known, by goal and municipality."""

    goals: Mapping[str, Goal]
    rows: Mapping[tuple[str, str | None], Sequence[Result]]

    def sheet(self, goal: Goal, town: str | None, wanted: Iterable[Sex | None]) -> Sheet:
        """Sort the rows of a goal by whether they may decide; only those of the ``wanted`` do."""
        newest, replaced = _newest(goal, self.rows.get((goal.id, town), ()))
        by_sex: dict[Sex | None, Counts] = {sex: {} for sex in wanted}
        judged = [row for row in newest if row.ages is None and row.sex in by_sex and _may_decide(goal, row)]
        grouped: dict[tuple[Sex | None, Days], list[Result]] = defaultdict(list)
        for row in judged:
            grouped[row.sex, (row.first, row.last)].append(row)
        deciders = {(row.sex, (row.first, row.last)): row for row in judged if _decides(goal, row)}
        for (sex, days), alike in grouped.items():
            found = deciders.get((sex, days))
            by_sex[sex][days] = _by_parts(goal, alike) if found is None else self._figure(goal, found, town)
        decide = {id(row) for row in deciders.values()}
        return Sheet(
            goal=goal,
            by_sex=by_sex,
            deciders=deciders,
            beside=tuple(_plain(goal, row) for row in newest if id(row) not in decide),
            replaced=replaced,
        )

    def _figure(self, goal: Goal, row: Result, town: str | None) -> Figure | Reason:
        if not isinstance(goal, ComplementGoal) or row.total is not None:
            return _plain(goal, row)
        of = self.goals[goal.of]
        about = row.first, row.last, row.sex
        for other in _newest(of, self.rows.get((of.id, town), ()))[0]:
            if (other.first, other.last, other.sex) != about or other.ages or not names_all(of, other):
                continue
            rest = (other.total or 0) - other.count
            if not may_be_pending(of, other) and row.count <= rest:
                return _plain(goal, evolve(row, total=rest))
        return Reason.OTHER_GOAL


def _may_decide(goal: Goal, row: Result) -> bool:
    return names_all(goal, row) or isinstance(goal, PerceptionGoal)


def _decides(goal: Goal, row: Result) -> bool:
    """Say whether a row needs no other: it counts all outcomes, and of a mixed goal those who reach either."""
    return names_all(goal, row) and (row.counted is Counted.EITHER or not isinstance(goal, MixedGoal))


def _newest(goal: Goal, rows: Iterable[Result]) -> tuple[list[Result], tuple[SetApart, ...]]:
    """Keep the latest count of each thing, in the order of the days."""
    kept: dict[object, Result] = {}
    replaced = []
    for row in sorted(rows, key=_order):
        thing = row.first, row.last, row.sex, row.ages, kind_of(goal, row), named(goal, row)
        if thing in kept:
            replaced.append(SetApart(Apart.REPLACED, kept[thing]))
        kept[thing] = row
    return list(kept.values()), tuple(replaced)


def _order(row: Result) -> tuple[object, ...]:
    """Give an order in which no two rows of different things, or of different days of counting, are alike."""
    sex, counted = row.sex.value if row.sex else "", row.counted.value if row.counted else ""
    ages = (row.ages.youngest, -1 if row.ages.oldest is None else row.ages.oldest) if row.ages else ()
    return row.first, row.last, row.collected, sex, ages, counted, sorted(row.outcomes), row.source


def _plain(goal: Goal, row: Result) -> Figure:
    return Figure(
        count=row.count,
        at_most=row.count + may_be_pending(goal, row),
        total=row.total,
        first=row.first,
        last=row.last,
        collected=row.collected,
        sex=row.sex,
        ages=row.ages,
        counted=row.counted,
        outcomes=outcomes_of(goal, row),
        municipality=row.municipality,
        sources=[row.source],
    )


def _by_parts(goal: Goal, rows: Sequence[Result]) -> Figure | Reason:
    """Bound those of either, or those who think all, by the counts of each; the bounds are exact (Fréchet)."""
    totals = {row.total for row in rows}
    total = totals.pop()
    if totals or total is None:
        return Reason.SOME_OUTCOMES
    counts = [row.count for row in rows]
    if isinstance(goal, MixedGoal):
        least, most = max(counts), min(sum(counts), total) if len(rows) == len(Counted) - 1 else total
    else:
        covered = frozenset[int]().union(*(named(goal, row) for row in rows))
        all_there = len(covered) == len(words_of(goal, None))
        least = max(0, sum(counts) - (len(rows) - 1) * total) if all_there else 0
        most = min(counts)
    return _joined([_plain(goal, row) for row in rows], least, most, total)


def _joined(figures: Sequence[Figure], least: int, most: int, total: int | None) -> Figure:
    return evolve(
        figures[0],
        count=least,
        at_most=most,
        total=total,
        first=min(each.first for each in figures),
        last=max(each.last for each in figures),
        collected=max(each.collected for each in figures),
        counted=_common(each.counted for each in figures),
        outcomes=(),
        municipality=_common(each.municipality for each in figures),
        sources=dict.fromkeys(source for each in figures for source in each.sources),
    )


def _common(values: Iterable[T]) -> T | None:
    found = set(values)
    return found.pop() if len(found) == 1 else None


def added(figures: Sequence[Figure]) -> Figure:
    """Add up figures of different people."""
    total = sum(each.total or 0 for each in figures)
    return _joined(figures, sum(each.count for each in figures), sum(each.at_most for each in figures), total)
