"""How results hang together (*marginaler*): what somebody who reads them all could add up or take away."""

from __future__ import annotations

from itertools import count as numbers
from typing import TYPE_CHECKING

from samverkan.followup.nesting import are_apart, group, is_within, measure
from samverkan.followup.result import Counted
from samverkan.followup.table import Sum, Table, is_small

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from samverkan.followup.result import Result
    from samverkan.followup.table import Key


def margins(results: Sequence[Result], *, told: Sequence[Result], rest_of: Mapping[str, str]) -> Table:
    """Give the table of results: the cells ``(place, "count")``, ``"pending"`` and ``"total"`` of some are told.

    A group is the sum of groups within it that are apart, and of the others; an outcome is within those that hold it;
    two groups of one goal or of two that are the same in all that is said of them, and in size, are the same people.
    All of it is taken to be known wherever the numbers allow it, since that can only make more be kept back.
    ``rest_of`` leads from goals about the rest of another to that other. No two results may say what is counted of
    the same group twice, or cross.
    """
    rows = _Rows()
    for place, result in enumerate(results):
        rows.add(place, result.count, result.total, result.pending)
    shown = {
        (place, what) for place, each in enumerate(results) if each in told for what in ("count", "pending", "total")
    }
    shown &= rows.cells.keys()
    for place, result in enumerate(results):
        parts = _parts(results, result)
        alike = [part for part in parts if measure(results[part]) == measure(result)]
        for pack in _packs(results, alike):
            rows.divide(place, pack)
        unlike = [part for part in parts if part not in alike]
        for pack in _packs(results, unlike):
            rows.split("count", place, pack)
        for part in unlike:
            rows.split("total", place, [part])
        rows.unite(place, [part for part in unlike if group(results[part]) == group(result)], results)
    rows.sums += [Sum(one, (other,)) for one, other in _same(results, rows.cells, rest_of)]
    return Table(cells=rows.cells, sums=rows.sums, told=shown, guarded=rows.guarded)


def _parts(results: Sequence[Result], whole: Result) -> list[int]:
    """Give the places of the results within one that are within no other of these."""
    inside = [place for place, each in enumerate(results) if each is not whole and is_within(each, whole)]
    return [
        place
        for place in inside
        if not any(other != place and is_within(results[place], results[other]) for other in inside)
    ]


def _packs(results: Sequence[Result], places: Iterable[int]) -> list[list[int]]:
    """Put each result with the first others that it is apart from."""
    packs: list[list[int]] = []
    for place in places:
        fitting = (pack for pack in packs if all(are_apart(results[place], results[other]) for other in pack))
        pack = next(fitting, None)
        if pack is None:
            packs.append([place])
        else:
            pack.append(place)
    return packs


def _same(results: Sequence[Result], cells: Mapping[Key, int], rest_of: Mapping[str, str]) -> Iterator[tuple[Key, Key]]:
    """Pair the cells that count the same people."""
    first: dict[object, int] = {}
    for place, result in enumerate(results):
        for what, goal in (("total", None), ("pending", result.goal)):
            if (place, what) in cells:
                known = first.setdefault((what, goal, group(result), cells[place, what]), place)
                if known != place:
                    yield (known, what), (place, what)
        for other, each in enumerate(results):
            rest = cells.get((other, "rest"))
            if (
                rest_of.get(result.goal) == each.goal
                and group(result) == group(each)
                and result.total == rest is not None
            ):
                yield (place, "total"), (other, "rest")


class _Rows:
    """The cells as they are put together, those of nobody in particular numbered."""

    def __init__(self) -> None:
        self.cells: dict[Key, int] = {}
        self.sums: list[Sum] = []
        self.guarded: set[Key] = set()
        self._number = numbers(1)

    def cell(self, key: Key, count: int) -> Key:
        """Add a cell that is guarded where it is small."""
        self.cells[key] = count
        if is_small(count):
            self.guarded.add(key)
        return key

    def add(self, name: Key, count: int, total: int | None, pending: int | None) -> None:
        """Add a row with what its parts come to; of few who are settled, that all or none are counted is guarded."""
        self.cell((name, "count"), count)
        if pending is not None:
            self.cell((name, "pending"), pending)
        if total is None:
            return
        self.cell((name, "total"), total)
        rest = total - count - (pending or 0)
        self.cell((name, "rest"), rest)
        if is_small(count + rest):
            self.guarded |= {(name, "count"), (name, "rest")}
        parts = [(name, what) for what in ("count", "pending", "rest") if (name, what) in self.cells]
        self.sums.append(Sum((name, "total"), parts))

    def divide(self, whole: int, parts: Sequence[int]) -> None:
        """Say that a row is the sum of others and of those in none, if that can be; else that it holds each."""
        names = [
            what
            for what in ("count", "pending", "total")
            if all((each, what) in self.cells for each in (whole, *parts))
        ]
        left = {what: self._left(what, whole, parts) for what in names}
        total, pending = left.get("total"), left.get("pending")
        if min(left.values()) < 0 or (total is not None and total < left["count"] + (pending or 0)):
            for part in parts if len(parts) > 1 else ():
                self.divide(whole, [part])
            return
        others = []
        if any(left.values()):
            name = ("others", next(self._number))
            self.add(name, left["count"], total, pending)
            others = [name]
        for what in names:
            self.sums.append(Sum((whole, what), [(each, what) for each in (*parts, *others)]))

    def split(self, what: str, whole: int, parts: Sequence[int]) -> None:
        """Say of one number that it is the sum of others and of what is left; if it cannot be, that it holds each."""
        if not all((each, what) in self.cells for each in (whole, *parts)):
            return
        left = self._left(what, whole, parts)
        if left >= 0:
            rest = [self.cell(("left", next(self._number)), left)] if left else []
            self.sums.append(Sum((whole, what), [*((part, what) for part in parts), *rest]))
        elif len(parts) > 1:
            for part in parts:
                self.split(what, whole, [part])

    def unite(self, whole: int, parts: Sequence[int], results: Sequence[Result]) -> None:
        """Say that those who have either of two are those who have the one, and the other, less those who have both."""
        outcomes, perceptions = (
            [part for part in parts if results[part].counted is each] for each in (Counted.OUTCOME, Counted.PERCEPTION)
        )
        for one, other in zip(outcomes, perceptions, strict=False):
            both = -self._left("count", whole, [one, other])
            if both >= 0:
                number = next(self._number)
                self.cells["sum", number] = self.cells[whole, "count"] + both
                twice = [self.cell(("both", number), both)] if both else []
                self.sums.append(Sum(("sum", number), [(one, "count"), (other, "count")]))
                self.sums.append(Sum(("sum", number), [(whole, "count"), *twice]))

    def _left(self, what: str, whole: int, parts: Iterable[int]) -> int:
        return self.cells[whole, what] - sum(self.cells[part, what] for part in parts)
