"""The table of results as a sheet of a workbook (*blad*): read where it stands among others, and written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkan.errors import nearest
from samverkan.followup.result import Counted, Sex
from samverkan.formats.grid import sheet_grid
from samverkan.formats.intake import refuse
from samverkan.formats.office import workbook
from samverkan.formats.office.opened import opened
from samverkan.formats.office.sheet import Entry, Sheet
from samverkan.formats.results.table import ResultTable, results
from samverkan.formats.results.words import WRITTEN, Head, word_of
from samverkan.formats.results.writing import heads, row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkan.followup.result import Result
    from samverkan.formats.office.sheet import Value
    from samverkan.model.collaboration import Collaboration

SHEETS: Final = {"sv": "Utfall", "en": "Results"}
"""The title of the sheet by language; either is read."""


def loads(raw: bytes, collaboration: Collaboration, *, name: str = "<workbook>") -> ResultTable:
    """Read what was counted from the sheet of results of a workbook.

    Raises ``InvalidResultsError`` with every fault and its cell, ``UnreadableFileError`` for what is no workbook or has
    no such sheet, ``InvalidValueError`` where the extra is not installed.
    """
    pages = opened(raw, name)
    found = next((page for title, page in pages.items() if title.casefold() in _TITLES), None)
    if found is None:
        meant = nearest("utfall", [title.casefold() for title in pages])
        refuse("missing-sheet", f"{name} has no sheet of results", "a sheet named Utfall or Results", nearest=meant)
    if not found.rows:
        refuse("empty-file", f"{name} is empty", "a row of column heads, and a row for each figure")
    return results(sheet_grid(found.title, found.rows), collaboration)


_TITLES: Final = {title.casefold() for title in SHEETS.values()}


def dumps(found: Iterable[Result], collaboration: Collaboration, *, lang: str = "sv") -> bytes:
    """Write results as a workbook of one sheet; raises ``InvalidValueError`` where the extra is not installed."""
    return book((row(each, collaboration, lang) for each in found), collaboration, lang=lang)


def book(rows: Iterable[Sequence[Value]], collaboration: Collaboration, *, lang: str) -> bytes:
    """Write rows of the table as a workbook of one sheet."""
    title = collaboration.name.in_language(lang)
    return workbook.dumps([sheet(rows, lang=lang)], title=title, updated=collaboration.updated)


def sheet(rows: Iterable[Sequence[Value]], *, lang: str) -> Sheet:
    """Give rows of the table as a sheet, in which sexes and what is counted are offered to choose from."""
    choices = {
        Head.SEX: [word_of(each, lang) for each in Sex],
        Head.COUNTED: [word_of(each, lang) for each in Counted],
    }
    days = {Head.FIRST, Head.LAST, Head.COLLECTED}
    entries = [Entry(day=head in days, choices=tuple(choices.get(head, ()))) for head in WRITTEN]
    return Sheet(SHEETS[lang], heads(lang), rows, entries)
