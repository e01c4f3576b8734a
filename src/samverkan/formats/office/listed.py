"""Meetings, seats and goals as CSV (*öppna data*): the tables of the workbook, for programs or for a Swedish Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from samverkan.errors import UnknownNameError
from samverkan.formats import csv
from samverkan.formats.office import told
from samverkan.formats.office.collaboration import register
from samverkan.formats.office.register import ID, SEATS
from samverkan.formats.office.sheet import Aside, Value
from samverkan.formats.scalars import write_fraction
from samverkan.formats.wording import Wording, mark
from samverkan.model.facts import UNKNOWN, stated
from samverkan.model.names import slug

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from samverkan.model.collaboration import Collaboration
    from samverkan.model.goals import Goal
    from samverkan.planning.schedule import Schedule

TABLES: Final = ("meetings", "seats", "goals")
"""The tables that there are."""
_FIGURE = mark("Figure")
# Who holds two seats is for whoever keeps the file, and not for everybody.
_SEATS = evolve(SEATS, columns=[column for column in SEATS.columns if column.key != "holder"])


def dumps(
    table: str, whole: Collaboration, plan: Schedule, wording: Wording, *, dialect: csv.Dialect = csv.OPEN
) -> str:
    """Write one of ``TABLES``; for programs the columns have the same English names whoever reads the words below them.

    Raises ``UnknownNameError`` for a table that there is not.
    """
    heads, rows = _table(table, whole, plan, wording)
    if dialect == csv.OPEN:
        heads = [slug(head).replace("-", "_") for head in _table(table, whole, plan, Wording("en"))[0]]
    return csv.dumps(heads, rows, dialect=dialect)


def _table(
    table: str, whole: Collaboration, plan: Schedule, wording: Wording
) -> tuple[Sequence[str], list[list[csv.Cell]]]:
    word = wording.word
    match table:
        case "meetings":
            sheet = told.meetings(whole, plan, wording)
            first: list[list[csv.Cell]] = [[each.id] for each in plan.meetings]
            return [word(ID), *sheet.heads], _beside(first, sheet.rows)
        case "seats":
            sheet = register(whole, _SEATS, wording)
            return sheet.heads, _beside([[]] * len(sheet.rows), sheet.rows)
        case "goals":
            sheet = told.goals(whole, wording)
            first = [[each.id, _number(each)] for each in whole.goals]
            return [word(ID), word(_FIGURE), *sheet.heads], _beside(first, sheet.rows)
        case _:
            raise UnknownNameError("table", table, TABLES)


def _beside(first: Sequence[list[csv.Cell]], rows: Sequence[Sequence[Value]]) -> list[list[csv.Cell]]:
    cells = ([each.text if isinstance(each, Aside) else each for each in row] for row in rows)
    return [[*before, *after] for before, after in zip(first, cells, strict=True)]


def _number(goal: Goal) -> csv.Cell:
    """Give the number as one to count with; what is no decimal number, such as two thirds, stays text."""
    fact: Fraction | None = stated(getattr(goal, "number", getattr(goal, "share", UNKNOWN)))
    if fact is None:
        return None
    written = write_fraction(fact)
    return written if isinstance(written, int) or "/" in written else float(written)
