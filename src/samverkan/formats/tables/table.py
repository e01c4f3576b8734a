"""A table of words with its heads and its caption (*tabell*), for a page or a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from samverkan.formats.text.table import heading, table
from samverkan.formats.text.width import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attrs import Attribute


def _cells(cells: Iterable[str]) -> tuple[str, ...]:
    return tuple(clean(cell) for cell in cells)


def _rows(rows: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(_cells(row) for row in rows)


def _as_wide_as_the_heads(whole: Table, _: Attribute[Any], rows: tuple[tuple[str, ...], ...]) -> None:
    if any(len(row) != len(whole.heads) for row in rows):
        msg = f"a row has not one cell for each of the {len(whole.heads)} heads"
        raise ValueError(msg)


@frozen
class Table:
    """The facts of a picture in words: every row has a cell for each head, empty where there is nothing to say."""

    caption: str = field(converter=clean)
    heads: tuple[str, ...] = field(converter=_cells)
    rows: tuple[tuple[str, ...], ...] = field(converter=_rows, validator=_as_wide_as_the_heads)

    def text(self, width: int) -> str:
        """Lay out the table in columns that fit the width, or its rows as paragraphs where they do not."""
        lines = [*heading(self.caption, width), *table([self.heads, *self.rows], width)]
        return "".join(f"{line}\n" for line in lines)
