"""CSV in two dialects, read back by Python's own reader; no cell is ever a formula."""

from __future__ import annotations

import csv as reader
import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.formats import csv

DIALECTS = {"open": csv.OPEN, "excel": csv.EXCEL}
CELLS = st.none() | st.text() | st.dates() | st.integers() | st.floats(0, 1e6, allow_nan=False)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def read(text: str, dialect: csv.Dialect) -> list[list[str]]:
    return list(reader.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=dialect.between))


def test_open_data_has_commas_points_and_iso_dates() -> None:
    rows = [["a, b", dt.date(2016, 3, 4), 0.5, None, 7]]

    assert csv.dumps(["Namn", "Dag", "Andel", "Tomt", "Antal"], rows) == (
        'Namn,Dag,Andel,Tomt,Antal\r\n"a, b",2016-03-04,0.5,,7\r\n'
    )


def test_a_swedish_excel_gets_semicolons_decimal_commas_and_a_byte_order_mark() -> None:
    rows = [["a; b", dt.date(2016, 3, 4), 0.5, None, 7]]

    assert csv.dumps(["Namn", "Dag", "Andel", "Tomt", "Antal"], rows, dialect=csv.EXCEL) == (
        '\ufeffNamn;Dag;Andel;Tomt;Antal\r\n"a; b";2016-03-04;0,5;;7\r\n'
    )


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
@pytest.mark.parametrize(
    "words", ["=cmd|' /C calc'!A0", "+46", "-1", "@A1", "\t=1", "\r\n@A1", " =1", "＝1", "\u200b=1"]
)
def test_what_would_be_a_formula_has_an_apostrophe_before_it(dialect: csv.Dialect, words: str) -> None:
    [[head], [cell]] = read(csv.dumps([words], [[words]], dialect=dialect), dialect)

    assert head == cell
    assert cell.startswith("'")


class TestCells:
    """Every cell is where it was put, and none that is text is a formula."""

    @given(st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=4))
    def test_in_both_dialects(self, rows: list[list[csv.Cell]]) -> None:
        for dialect in DIALECTS.values():
            _, *found = read(csv.dumps(["a", "b", "c"], rows, dialect=dialect), dialect)

            assert [len(row) for row in found] == [3] * len(rows)
            for cells, told in zip(found, rows, strict=True):
                for cell, value in zip(cells, told, strict=True):
                    assert (cell == "") == (value is None or (isinstance(value, str) and not csv.harmless(value)))
                    assert not (isinstance(value, str) and cell.lstrip().startswith(FORMULA))
