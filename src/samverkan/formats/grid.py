"""A table as people save it (*tabell*): the cells of a CSV text or of a sheet, each knowing where a fault is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from samverkan.errors import InvalidResultsError, Location, UnreadableFileError
from samverkan.formats.cells import rows
from samverkan.formats.content import Content
from samverkan.formats.intake import MAX_FILE_BYTES, decoded, place_at, refuse
from samverkan.formats.refusal import MAX_FOUND, Refused, unread
from samverkan.model.names import normalised

if TYPE_CHECKING:
    from samverkan.errors import Fault

_PACKED = b"PK\x03\x04"  # how every .xlsx begins, whatever its name is now
MAX_ROWS = 20_000
"""As many as are read of a sheet: every month of ten years for a hundred goals, by sex, is fewer than twice that."""


@frozen
class Given:
    """What stands in one cell; ``place`` is looked up only where there is a fault to tell."""

    content: Content
    place: Callable[[], Location | tuple[str, int]]

    @property
    def line(self) -> int:
        """The number of its line in the text, or of its row in the sheet, from 1."""
        place = self.place()
        return place.line if isinstance(place, Location) else place[1]

    def told(self, fault: Fault) -> Fault:
        """Give the fault with the place of this cell: file, line and column, or sheet and cell."""
        place = self.place()
        return evolve(fault, location=place) if isinstance(place, Location) else evolve(fault, path=(place[0],))

    @property
    def word(self) -> str:
        """The content as text to look up: in small letters, with one space between words."""
        return " ".join(normalised("" if self.content is None else str(self.content)).casefold().split())


def csv_grid(raw: bytes, name: str) -> list[list[Given]]:
    """Give the rows of a CSV file without those that are empty; its first row tells the dialect.

    Semicolons in it make it that of Swedish spreadsheets, which is Windows-1252 where it is not UTF-8; heads with
    Swedish letters then show whether it was. Raises ``UnreadableFileError``.
    """
    text = csv_text(raw, name)
    found: list[list[Given]] = []
    for row in rows(text, name):
        if len(found) > MAX_ROWS:
            refuse("too-large", f"{name} has more than {MAX_ROWS:,} rows", "a smaller file")
        found.append([Given(cell.text.strip() or None, partial(place_at, text, cell.at, name)) for cell in row])
    if not found:
        refuse("empty-file", f"{name} is empty", "a row of column heads, and a row for each figure")
    return found


def sheet_grid(title: str, rows: Iterable[tuple[int, Sequence[Content]]]) -> list[list[Given]]:
    """Give the rows of a sheet of a workbook, each with its number."""
    return [
        [Given(_stripped(content), partial(_cell, title, place, number)) for place, content in enumerate(row)]
        for number, row in rows
    ]


def each_row(rows: Iterable[Sequence[Given]], take: Callable[[Sequence[Given]], None]) -> None:
    """Take row by row what ``take`` does not refuse; after so many faults the other rows are not read.

    Raises ``InvalidResultsError`` with all of them.
    """
    faults: list[Fault] = []
    for row in rows:
        try:
            take(row)
        except Refused as refusal:
            faults += refusal.faults
        if len(faults) >= MAX_FOUND:
            faults.append(row[0].told(unread("rows")))
            break
    if faults:
        raise InvalidResultsError(faults)


def _stripped(content: Content) -> Content:
    return content.strip() or None if isinstance(content, str) else content


def _cell(title: str, place: int, number: int) -> tuple[str, int]:
    """Name a cell as spreadsheets do; no sheet that is read has more than 60 columns."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    before, last = divmod(place, len(letters))
    return f"{title}!{letters[before - 1] if before else ''}{letters[last]}{number}", number


def csv_text(raw: bytes, name: str) -> str:
    """Make text of the bytes of a CSV file, in either encoding that spreadsheets save; raises as ``csv_grid`` does."""
    if raw.startswith(_PACKED):
        refuse("not-a-table", f"{name} is a workbook, not a table as text", "its sheet saved as CSV")
    text = _decoded(raw, name).removeprefix("\ufeff")
    if (zero := text.find("\0")) >= 0:
        refuse("control-character", "a zero byte stands here", "a file saved as UTF-8", place_at(text, zero, name))
    return text


def _decoded(raw: bytes, name: str) -> str:
    try:
        return decoded(raw, name)
    except UnreadableFileError:
        if b";" not in raw.split(b"\n", 1)[0] or len(raw) > MAX_FILE_BYTES:
            raise
        return _windows(raw, name)


def _windows(raw: bytes, name: str) -> str:
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:  # five bytes mean nothing in Windows-1252 either
        return decoded(raw, name)
