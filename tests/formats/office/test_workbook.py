"""Workbooks, read back by code that nobody here wrote."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from samverkan.errors import InvalidValueError
from samverkan.formats.office.sheet import Sheet
from samverkan.formats.office.workbook import dumps

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

HOSTILE = [
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    '"><img src=x onerror=…>',
    "../../etc/passwd",
    "\u202ebakåt",
    "https://exempel.se",
    "0586",
    "å" * 10_000,
]


def opened(raw: bytes) -> Workbook:
    return load_workbook(io.BytesIO(raw))


def test_days_are_days_numbers_are_numbers_and_nothing_is_empty() -> None:
    sheet = Sheet("Möten", ["Dag", "Antal", "Andel", "Namn"], [[dt.date(2016, 3, 4), 8, 0.5, None]])
    row = opened(dumps([sheet], title="Tranemo"))["Möten"][2]
    assert [cell.value for cell in row] == [dt.datetime(2016, 3, 4), 8, 0.5, None]  # noqa: DTZ001  # Excel has no zones
    assert row[0].is_date
    assert row[0].number_format == "yyyy-mm-dd"


@pytest.mark.parametrize("text", HOSTILE)
def test_what_begins_as_a_formula_or_an_address_is_text(text: str) -> None:
    book = opened(dumps([Sheet("A", [text], [[text]])], title=text))
    for cell in (book["A"]["A1"], book["A"]["A2"]):
        assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), min_size=1, max_size=3))
def test_any_text_stays_text(texts: list[str]) -> None:
    """Law: what is written as text is read as the same text, and never as a formula."""
    page = opened(dumps([Sheet("A", texts, [texts])], title="A"))["A"]
    for row in (1, 2):
        cells = page[row]
        assert [cell.data_type for cell in cells] == ["s"] * len(texts)
        assert [cell.value for cell in cells] == texts


@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_any_titles_make_sheets_that_open_and_can_be_told_apart(titles: list[str]) -> None:
    names = opened(dumps([Sheet(title, ["A"]) for title in titles], title="A")).sheetnames
    assert len({name.casefold() for name in names}) == len(titles)
    assert all(1 <= len(name) <= 31 for name in names)


def test_the_bytes_hang_on_the_day_of_the_file_and_not_on_the_clock() -> None:
    sheets = [Sheet("A", ["B"], [["C"]])]
    assert dumps(sheets, title="D") == dumps(sheets, title="D")
    assert dumps(sheets, title="D", updated=dt.date(2016, 3, 4)) != dumps(sheets, title="D")


def test_a_cell_that_is_longer_than_excel_takes_is_cut() -> None:
    assert len(opened(dumps([Sheet("A", ["B"], [["C" * 40_000]])], title="D"))["A"]["A2"].value) == 32_767


def test_a_column_is_widened_where_else_a_row_could_not_show_its_cell() -> None:
    def width(lines: int) -> float:
        cell = "\n".join(["fyra ord för två rader, eller för en bred"] * lines)
        return float(opened(dumps([Sheet("A", ["B"], [[cell]])], title="D"))["A"].column_dimensions["A"].width)

    assert width(13) < 41 < width(14)  # 26 lines, and 28


def test_a_row_that_lacks_a_cell_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="row 1 of “A” has 1 cells and 2 heads"):
        Sheet("A", ["B", "C"], [["D"]])
