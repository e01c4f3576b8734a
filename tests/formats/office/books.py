"""Workbooks of collaborations, and what somebody does to them in a spreadsheet."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING

from openpyxl import load_workbook

import samverkan
from samverkan.formats.office.collaboration import dumps
from samverkan.formats.wording import Wording
from samverkan.planning.schedule import Schedule

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl.workbook import Workbook

    from samverkan.checklist.evaluate import Evaluation
    from samverkan.model.collaboration import Collaboration


@cache
def judged() -> Evaluation:
    """Give some evaluation: what the sheets to read hold makes no difference to what is read back."""
    return samverkan.evaluate(samverkan.bundled("visioncenter"))


def book_of(whole: Collaboration, lang: str = "sv") -> bytes:
    """Give the workbook of any collaboration, also of one that nobody can plan."""
    return dumps(whole, Schedule(collaboration=whole.id), judged(), Wording(lang))


def opened(raw: bytes) -> Workbook:
    return load_workbook(io.BytesIO(raw))


def edited(raw: bytes, edit: Callable[[Workbook], object]) -> bytes:
    """Open a workbook as a spreadsheet does, change it, and save it."""
    book, memory = opened(raw), io.BytesIO()
    edit(book)
    book.save(memory)
    return memory.getvalue()


def with_cells(raw: bytes, cells: dict[str, object]) -> bytes:
    """Put values into cells that are named as ``Platser!C7``; text that looks like a formula stays text."""

    def fill(book: Workbook) -> None:
        for name, value in cells.items():
            sheet, place = name.split("!")
            cell = book[sheet][place]
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"

    return edited(raw, fill)
