"""A workbook opened without trusting it (*öppnad arbetsbok*): what is too large or no workbook is refused unread."""

from __future__ import annotations

import codecs
import datetime as dt
import io
import re
import warnings
import zipfile
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import frozen

from samverkan.errors import UnreadableFileError, check_extra
from samverkan.formats.content import Content, Unfit
from samverkan.formats.intake import refuse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAX_WORKBOOK_BYTES = 10_000_000
"""A workbook as it lies on the disk; that of a large setup takes 1 % of it."""

MAX_UNPACKED_BYTES = 20_000_000
"""All parts of it together, unpacked: a few kilobytes can unpack to any size (*zipbomb*)."""

MAX_RATIO = 200
"""How many times its size a part may unpack to; sheets of words take 5 to 30."""

SMALL_PART = 1_000_000
"""A part that unpacks to so many bytes may have been packed as tightly as can be."""

MAX_PARTS = 1_000
"""How many parts it may have."""

MAX_ELEMENTS = 300_000
"""How many elements of XML all parts may have together; a cell is two or three."""

MAX_ROWS = 20_000
"""How many rows of a sheet are read."""

MAX_ALL_ROWS = 40_000
"""How many rows of all sheets are read: a cell far down costs as much as the empty rows above it."""

MAX_COLUMNS = 60
"""How many columns of a sheet are read."""

_SAVE = "a workbook saved as .xlsx"
_DECLARED = re.compile(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)""")

Row: TypeAlias = "tuple[Content, ...]"
"""The cells of a row from the first column on; an empty one is nothing."""


@frozen
class Page:
    """One sheet of a workbook: its rows with their numbers from 1, without those that are empty."""

    title: str
    rows: tuple[tuple[int, Row], ...]


def opened(raw: bytes, name: str) -> dict[str, Page]:
    """Give the sheets of a workbook by their titles; macros, links and pictures in it are left alone.

    Raises ``UnreadableFileError`` for what is no workbook or larger than the limits, and ``InvalidValueError`` where
    the extra is not installed.
    """
    check_extra("openpyxl", extra="office", told="workbooks are read by openpyxl, which is not installed")
    parts = _parts(raw, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it leaves out: none of it is data
            found = list(_pages(_zipped(parts), name))
    except UnreadableFileError:
        raise
    except Exception:  # noqa: BLE001  # a broken workbook makes openpyxl fail in any of a dozen ways
        refuse("not-a-workbook", f"{name} cannot be opened as a workbook", _SAVE)
    return {page.title: page for page in found}


def _pages(book: io.BytesIO, name: str) -> Iterator[Page]:
    from openpyxl import load_workbook

    opened = load_workbook(book, read_only=True, keep_links=False)
    # Many sheets can be one part, which is then parsed for each of them; no other field of openpyxl's tells it.
    places = [sheet._worksheet_path for sheet in opened.worksheets]  # noqa: SLF001  # as the line above says
    if len(set(places)) < len(places):
        refuse("not-a-workbook", f"{name} has two sheets in one place", _SAVE)
    left = MAX_ALL_ROWS
    for sheet in opened.worksheets:
        page = Page(sheet.title, tuple(_rows(sheet, min(left, MAX_ROWS))))
        if page.rows and page.rows[-1][0] > MAX_ROWS:
            refuse("too-large", f"the sheet “{page.title}” has more than {MAX_ROWS:,} rows", "a smaller sheet")
        left -= page.rows[-1][0] if page.rows else 0
        if left < 0:
            refuse("too-large", f"the sheets have more than {MAX_ALL_ROWS:,} rows together", "smaller sheets")
        yield page


def _parts(raw: bytes, name: str) -> dict[str, bytes]:
    """Unpack the parts that are XML, within the limits, before anybody makes more of them than bytes."""
    if len(raw) > MAX_WORKBOOK_BYTES:
        refuse("too-large", f"{name} is larger than {MAX_WORKBOOK_BYTES:,} bytes", "a smaller file")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            listed = parts.infolist()
            # A part never unpacks to more than its entry says: Python stops there.
            if len(listed) > MAX_PARTS or sum(map(_size, listed)) > MAX_UNPACKED_BYTES or any(map(_is_bomb, listed)):
                refuse("too-large", f"{name} unpacks to more than a workbook should", "a smaller workbook")
            found = {part.filename: parts.read(part) for part in listed}
    except UnreadableFileError:
        raise
    except Exception:  # noqa: BLE001  # zipfile, and each of the ways to pack that it knows, fail in ways of their own
        refuse("not-a-workbook", f"{name} cannot be opened as a workbook", _SAVE)
    found = {part: content for part, content in found.items() if _is_markup(content)}
    for content in found.values():
        _check_markup(content, name)
    if sum(content.count(b"<") - content.count(b"</") for content in found.values()) > MAX_ELEMENTS:
        told = f"{name} holds more than {MAX_ELEMENTS:,} elements of XML"
        refuse("too-large", told, "a workbook with fewer cells")
    return found


def _size(part: zipfile.ZipInfo) -> int:
    return part.file_size


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    return part.file_size > max(MAX_RATIO * part.compress_size, SMALL_PART)


def _is_markup(part: bytes) -> bool:
    """Say whether a part is XML in UTF-8, the only one in which we can see what it declares; others are not opened."""
    return b"\0" not in part and part.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"<")


def _check_markup(part: bytes, name: str) -> None:
    """Refuse a document type, by which a few lines can grow without end, and an encoding that could hide one."""
    declared = _DECLARED.match(part.removeprefix(codecs.BOM_UTF8))
    if declared and declared[1].lower() not in {b"utf-8", b"us-ascii"}:
        refuse("not-a-workbook", f"{name} holds XML that is not UTF-8", _SAVE)
    if b"<!DOCTYPE" in part:
        refuse("not-a-workbook", f"{name} holds XML with a document type", _SAVE)


def _zipped(parts: Mapping[str, bytes]) -> io.BytesIO:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as book:
        for part, content in parts.items():
            book.writestr(part, content)
    return memory


def _rows(sheet: Any, most: int) -> Iterator[tuple[int, Row]]:  # noqa: ANN401  # openpyxl has no types for it
    sheet.reset_dimensions()  # what a workbook says of its size need not be true
    rows = sheet.iter_rows(max_row=most + 1, max_col=MAX_COLUMNS)
    for number, row in enumerate(rows, 1):
        contents = tuple(map(_content, row))
        if any(content is not None for content in contents):
            yield number, contents


def _content(cell: Any) -> Content:  # noqa: ANN401  # as above
    match cell.data_type, cell.value:
        case _, None:
            return None
        case "f", _:
            return Unfit.FORMULA
        case "e", _:
            return Unfit.ERROR
        case _, dt.datetime() as moment:
            return moment.date() if moment.time() == dt.time() else Unfit.OTHER
        case _, str() | bool() | int() | float() | dt.date() | dt.time() as plain:
            return plain
        case _:
            return Unfit.OTHER
