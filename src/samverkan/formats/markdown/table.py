"""A table of facts in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.markdown.literal import grid, literal

if TYPE_CHECKING:
    from samverkan.formats.tables.table import Table


def table_lines(table: Table) -> list[str]:
    """Write the heads and the rows; every cell stays text."""
    return grid([literal(head) for head in table.heads], ([literal(cell) for cell in row] for row in table.rows))


def table_document(table: Table) -> str:
    """Write the table under its caption."""
    return "".join(f"{line}\n" for line in (f"# {literal(table.caption)}", "", *table_lines(table)))
