"""A workbook opened without trusting it (*öppnad arbetsbok*): what is too large or no workbook is refused unread."""

from __future__ import annotations

import datetime as dt
import io
import warnings
import zipfile
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import frozen

from samverkan.errors import InvalidValueError
from samverkan.formats.intake import refuse
from samverkan.formats.office.cell import Content, Unfit

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_WORKBOOK_BYTES = 10_000_000
"""A workbook as it lies on the disk; that of a large setup takes 1 % of it."""

MAX_UNPACKED_BYTES = 60_000_000
"""All parts of it together, unpacked: a few kilobytes can unpack to any size (*zipbomb*)."""

MAX_PARTS = 1_000
"""How many parts it may have."""

MAX_ROWS = 20_000
"""How many rows of a sheet are read."""

MAX_COLUMNS = 60
"""How many columns of a sheet are read."""

_SAVE = "a workbook saved as .xlsx"

Row: TypeAlias = "tuple[Content, ...]"


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
    _check_extra()
    _check_parts(raw, name)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it leaves out: none of it is data
            book = load_workbook(io.BytesIO(raw), read_only=True, keep_links=False)
            found = [Page(sheet.title, tuple(_rows(sheet))) for sheet in book.worksheets]
            book.close()
    except Exception:  # noqa: BLE001  # a broken workbook makes openpyxl fail in any of a dozen ways
        refuse("not-a-workbook", f"{name} cannot be opened as a workbook", _SAVE)
    for page in found:
        if page.rows and page.rows[-1][0] > MAX_ROWS:
            refuse("too-large", f"the sheet “{page.title}” has more than {MAX_ROWS:,} rows", "a smaller sheet")
    return {page.title: page for page in found}


def _check_extra() -> None:
    try:
        import openpyxl  # noqa: F401  # only whether it is there
    except ModuleNotFoundError:
        told = "workbooks are read by openpyxl, which is not installed"
        raise InvalidValueError("missing-extra", told, "pip install “samverkan[office]” first") from None


def _check_parts(raw: bytes, name: str) -> None:
    """Unpack every part within the limits before anybody makes more of it than bytes."""
    if len(raw) > MAX_WORKBOOK_BYTES:
        refuse("too-large", f"{name} is larger than {MAX_WORKBOOK_BYTES:,} bytes", "a smaller file")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            listed = parts.infolist()
            # A part never unpacks to more than its entry says: Python stops there.
            if len(listed) > MAX_PARTS or sum(part.file_size for part in listed) > MAX_UNPACKED_BYTES:
                refuse("too-large", f"{name} unpacks to more than a workbook should", "a smaller workbook")
            for part in listed:
                if _declares(parts.read(part)):
                    refuse("not-a-workbook", f"{name} holds XML with a document type", _SAVE)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError):
        refuse("not-a-workbook", f"{name} cannot be opened as a workbook", _SAVE)


def _declares(part: bytes) -> bool:
    """Say whether XML declares a document type, by which a few lines can grow without end; no workbook needs one."""
    return part.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith((b"<", b"\0<")) and b"<!DOCTYPE" in part.replace(
        b"\0", b""
    )


def _rows(sheet: Any) -> Iterator[tuple[int, Row]]:  # noqa: ANN401  # openpyxl has no types for it
    sheet.reset_dimensions()  # what a workbook says of its size need not be true
    rows = sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS)
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
