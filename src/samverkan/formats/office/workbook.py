"""Sheets as a workbook for Excel (*arbetsbok*), in which no cell is ever a formula."""

from __future__ import annotations

import datetime as dt
import io
from collections import Counter
from math import ceil
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.errors import check_extra
from samverkan.formats.markup import legal
from samverkan.formats.office.sheet import CELL, TITLE, Aside, Entry, Sheet, Value, cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlsxwriter.format import Format  # noqa: TC004  # it is an extra, and attrs does not look the name up
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_UNDATED = dt.date(2000, 1, 1)
"""What a workbook says of when it was made where the file does not say when it was changed."""
_EARLIEST = dt.date(1900, 3, 1)
"""Excel counts days from 1900 and takes that year for a leap year, so only from here on a day is a day."""
_WIDEST = 40
_NARROWEST = 8
_A4, _A3 = 9, 8
_WIDE = 150
"""The most signs of a line that can be read on A4."""
_LINE = 15
"""The height of a line, in points."""
_MOST_LINES = 27
"""Excel's rows are at most 409 points high."""
_ROOM = 1_000
"""So many rows of a sheet offer their choices."""
_CHOICES = 255
"""The most signs that Excel takes of a list of choices, their commas included."""
_SLACK = 1.15
"""What is lost at the ends of lines, where words are kept whole."""
_TEXT = "@"
"""Excel's own format for text: what is typed into such a cell stays as it is typed, 0586 included."""
_CLOSED = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_date_format": "yyyy-mm-dd",
}


def dumps(sheets: Iterable[Sheet], *, title: str, updated: dt.date | None = None) -> bytes:
    """Write a workbook; the same sheets are the same bytes.

    ``updated`` is the day that the workbook says that it was made on. Heads stay in view, and each sheet prints on A4,
    or A3 where it is wide, as wide as the paper, its heads on every page. Raises ``InvalidValueError`` where the extra
    is not installed.
    """
    check_extra("xlsxwriter", extra="office", told="workbooks are written by XlsxWriter, which is not installed")
    from xlsxwriter import Workbook

    memory = io.BytesIO()
    with Workbook(memory, _CLOSED) as book:
        created = dt.datetime.combine(updated or _UNDATED, dt.time())
        book.set_properties({"title": legal(title)[:255], "created": created})
        look = _Look.of(book)
        for name, sheet in zip(*_named(sheets), strict=True):
            _filled(book.add_worksheet(name), sheet, look)
    return memory.getvalue()


def _named(sheets: Iterable[Sheet]) -> tuple[list[str], list[Sheet]]:
    """Give each sheet a title of its own: Excel takes no two that differ in case only."""
    listed = list(sheets)
    names: list[str] = []
    seen: Counter[str] = Counter()
    for sheet in listed:
        name = sheet.title
        while name.casefold() in seen:
            seen[sheet.title.casefold()] += 1
            number = f" ({seen[sheet.title.casefold()]})"
            name = f"{cut(sheet.title, TITLE - len(number))}{number}"
        seen[name.casefold()] += 1
        names.append(name)
    return names, listed


@frozen
class _Look:
    """How the cells of a workbook look: a fine line below each, so that the eye keeps to the row."""

    head: Format
    text: Format
    number: Format
    day: Format
    aside: Format
    new_text: Format
    new_day: Format

    @classmethod
    def of(cls, book: Workbook) -> _Look:
        """Make the looks for one workbook."""
        cell = {"valign": "top", "bottom": 1, "bottom_color": "#BFBFBF"}
        words = {**cell, "align": "left", "indent": 1, "text_wrap": True, "num_format": _TEXT}
        days = {"align": "left", "indent": 1, "num_format": "yyyy-mm-dd"}
        bare = {"bottom": 0}
        return cls(
            head=book.add_format({**words, "bold": True, "bottom_color": "#404040", "bg_color": "#EDEDED"}),
            text=book.add_format(words),
            number=book.add_format({**cell, "align": "center"}),
            day=book.add_format({**cell, **days}),
            aside=book.add_format({**words, "italic": True, "font_color": "#595959"}),
            new_text=book.add_format({**words, **bare}),
            new_day=book.add_format({**cell, **days, **bare}),
        )


def _filled(page: Worksheet, sheet: Sheet, look: _Look) -> None:
    widths = [_width(head, [row[column] for row in sheet.rows]) for column, head in enumerate(sheet.heads)]
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    for column, entry in enumerate(sheet.entries):
        if entry is not None:
            _opened(page, column, widths[column], entry, look)
    for number, row in enumerate([sheet.heads, *sheet.rows]):
        # Excel finds the height of wrapped text by itself, other programs do not.
        page.set_row(number, _LINE * max(_lines(cell, width) for cell, width in zip(row, widths, strict=True)))
        for column, value in enumerate(row):
            _put(page, number, column, value, look)
    page.freeze_panes(1, 1)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.heads) - 1)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(_A4 if sum(widths) <= _WIDE else _A3)
    page.fit_to_pages(1, 0)


def _opened(page: Worksheet, column: int, width: int, entry: Entry, look: _Look) -> None:
    """Make ready for new rows; another word than the choices is taken in, and refused with its cell when it is read."""
    page.set_column(column, column, width, look.new_day if entry.day else look.new_text)
    if entry.choices and len(",".join(entry.choices)) <= _CHOICES and "," not in "".join(entry.choices):
        listed = {"validate": "list", "source": list(entry.choices), "ignore_blank": True, "show_error": False}
        page.data_validation(1, column, _ROOM, column, listed)


def _put(page: Worksheet, row: int, column: int, value: Value, look: _Look) -> None:
    match value:
        case None:
            page.write_blank(row, column, None, look.text)
        case str():
            page.write_string(row, column, cut(value, CELL), look.text if row else look.head)
        case Aside(text):
            page.write_string(row, column, cut(text, CELL), look.aside)
        case dt.date() if value < _EARLIEST:
            page.write_string(row, column, value.isoformat(), look.text)
        case dt.date():
            page.write_datetime(row, column, dt.datetime.combine(value, dt.time()), look.day)
        case _:
            page.write_number(row, column, value, look.number)


def _width(head: str, cells: Sequence[Value]) -> int:
    """Give the column the width of its longest cell, within reason; what is longer is wrapped.

    A column may be twice as wide where a cell would else have more lines than a row can show.
    """
    longest = max((max(map(len, _told(cell).split("\n"))) for cell in cells), default=0)
    # The head may take two lines, beside the arrow of its filter.
    wanted = max(longest, _longest_word(head) + 3, len(head) // 2 + 3) + 2
    cut_off = any(_needed(cell, _WIDEST) > _MOST_LINES for cell in cells)
    return max(_NARROWEST, min(wanted, 2 * _WIDEST if cut_off else _WIDEST))


def _told(cell: Value) -> str:
    return cell.text if isinstance(cell, Aside) else "" if cell is None else str(cell)


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)


def _lines(cell: Value, width: int) -> int:
    """Count the lines of a cell, at most as many as Excel has room for in a row."""
    return min(_needed(cell, width), _MOST_LINES)


def _needed(cell: Value, width: int) -> int:
    lengths = map(len, _told(cell).split("\n"))
    return sum(1 if length < width - 1 else ceil(length * _SLACK / width) for length in lengths)
