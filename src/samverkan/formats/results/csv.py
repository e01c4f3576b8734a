"""The table of results as CSV in the two dialects that people have: with commas, and as Swedish spreadsheets do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats import csv
from samverkan.formats.grid import csv_grid
from samverkan.formats.results.table import ResultTable, results
from samverkan.formats.results.writing import heads, row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.followup.result import Result
    from samverkan.model.collaboration import Collaboration


def loads(raw: bytes, collaboration: Collaboration, *, name: str = "<results>") -> ResultTable:
    """Read what was counted for the goals of a collaboration from the bytes of a CSV file, as it was saved.

    Raises ``InvalidResultsError`` with every fault, its line and column; ``UnreadableFileError`` for what is no CSV.
    """
    return results(csv_grid(raw, name), collaboration)


def dumps(found: Iterable[Result], collaboration: Collaboration, *, lang: str = "sv") -> str:
    """Write results: in Swedish with semicolons and a byte-order mark, in English with commas.

    A cell is one line, and none is a formula: one that would be begins with an apostrophe, which is not read back.
    """
    return text((row(each, collaboration, lang) for each in found), lang=lang)


def text(rows: Iterable[Iterable[csv.Cell]], *, lang: str) -> str:
    """Write rows below the heads, such as those of a template."""
    return csv.dumps(heads(lang), rows, dialect=csv.EXCEL if lang == "sv" else csv.OPEN)
