"""Rows as CSV in the two dialects that people need, in which no cell is ever a formula (*kommaseparerade värden*)."""

from __future__ import annotations

import csv
import datetime as dt
import io
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import frozen

from samverkan.formats.text.width import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

Cell: TypeAlias = "str | int | float | dt.date | None"
"""What a cell may hold; nothing is an empty cell."""

# OWASP, CSV Injection: a cell that begins with one of these is a formula to a spreadsheet, the wide ones in East Asia.
_FORMULA = tuple("=+-@＝＋－＠")


@frozen
class Dialect:
    """How a program wants its CSV: what stands between cells and before decimals, and whether a sign tells of UTF-8."""

    between: str
    decimal: str
    marked: bool = False


OPEN: Final = Dialect(",", ".")
"""What RFC 4180 says, for open data and for programs."""
EXCEL: Final = Dialect(";", ",", marked=True)
"""What Excel opens on a Swedish machine: without the byte order mark it would take UTF-8 for something else."""

_MARK = "\ufeff"


def harmless(cell: str) -> str:
    r"""Give text that a spreadsheet takes for text, in one line; an apostrophe stands before what would be a formula.

    >>> harmless("=cmd|' /C calc'!A0"), harmless("Malå\n kommun")
    ("'=cmd|' /C calc'!A0", 'Malå kommun')
    """
    cell = clean(cell)
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) else cell


def dumps(heads: Iterable[str], rows: Iterable[Iterable[Cell]], *, dialect: Dialect = OPEN) -> str:
    """Write a line for the heads and one for each row, ended by CR LF; a day is written as ISO 8601 has it."""
    out = io.StringIO()
    out.write(_MARK if dialect.marked else "")
    writer = csv.writer(out, delimiter=dialect.between)
    writer.writerow([harmless(head) for head in heads])
    writer.writerows([_cell(value, dialect) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: Cell, dialect: Dialect) -> str:
    match value:
        case None:
            return ""
        case str():
            return harmless(value)
        case dt.date():
            return value.isoformat()
        case _:
            return str(value).replace(".", dialect.decimal)
