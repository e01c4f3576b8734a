"""A table of counts with its sums, as somebody who reads it could put it together (*tabell med marginaler*)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from samverkan.checklist.voices.publication import FEWEST
from samverkan.errors import InvalidValueError
from samverkan.model.results import a_count

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from attrs import Attribute

Key: TypeAlias = "Hashable"
"""What names a cell; the order of the cells in the table is the order in which equals are chosen."""


def is_small(count: int) -> bool:
    """Say whether the count is of so few, and not of nobody, that it may not be told: 1 to 4 (*färre än fem*)."""
    return 0 < count < FEWEST


def _keys(keys: Iterable[Key]) -> tuple[Key, ...]:
    return tuple(keys)


def _set(keys: Iterable[Key]) -> frozenset[Key]:
    return frozenset(keys)


@frozen
class Sum:
    """One cell that is the sum of others, which all readers know (*summa*)."""

    total: Key
    parts: tuple[Key, ...] = field(converter=_keys)

    @property
    def cells(self) -> tuple[Key, ...]:
        """The total, then its parts."""
        return (self.total, *self.parts)


def _sums(sums: Iterable[Sum]) -> tuple[Sum, ...]:
    return tuple(sums)


def _cells(cells: Mapping[Key, int]) -> Mapping[Key, int]:
    return MappingProxyType(dict(cells))


def _counts(table: Table, attribute: Attribute[Mapping[Key, int]], cells: Mapping[Key, int]) -> None:
    for count in cells.values():
        a_count(table, attribute, count)


@frozen(kw_only=True)
class Table:
    """Counts of people, and all that a reader can add up.

    ``told`` are the cells that are to be published, all if nothing else is said; the others are only thought of, such
    as those of a total who are in no part. ``guarded`` are the cells, told or not, that nobody may work out; if nothing
    else is said, those that are small. Raises ``InvalidValueError`` where a sum does not hold.
    """

    cells: Mapping[Key, int] = field(converter=_cells, validator=_counts)
    sums: tuple[Sum, ...] = field(default=(), converter=_sums)
    told: frozenset[Key] = field(converter=_set)
    guarded: frozenset[Key] = field(converter=_set)

    @told.default
    def _all(self) -> Iterable[Key]:
        return self.cells

    @guarded.default
    def _small(self) -> Iterable[Key]:
        return [key for key, count in self.cells.items() if is_small(count)]

    def __attrs_post_init__(self) -> None:
        for key in {*self.told, *self.guarded, *(key for each in self.sums for key in each.cells)} - self.cells.keys():
            raise InvalidValueError("unknown-cell", f"{key!r} is no cell", "a cell of the table")
        for each in self.sums:
            parts = sum(self.cells[part] for part in each.parts)
            if len({*each.cells}) < len(each.cells):
                raise InvalidValueError(
                    "bad-sum", f"a cell stands twice in the sum of {each.total!r}", "each cell once"
                )
            if parts != self.cells[each.total]:
                raise InvalidValueError(
                    "bad-sum", f"{each.total!r} is {self.cells[each.total]}, and its parts {parts}", "a sum that holds"
                )
