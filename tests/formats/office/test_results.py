from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from openpyxl import Workbook

from samverkan.errors import InvalidResultsError, UnreadableFileError
from samverkan.formats.bundled import bundled
from samverkan.formats.office import results
from samverkan.formats.wording import LANGUAGES
from samverkan.testing.strategies.results import cases
from tests.formats.office.books import opened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.testing.strategies.results import Case

WHOLE = bundled("integration-pa-g")
HEADS = ["mål", "från", "till", "insamlat", "antal", "av", "kommun", "källa"]
DAY = dt.date(2010, 4, 1)


def book(*rows: Sequence[object], title: str = "Utfall") -> bytes:
    """Make a workbook as somebody fills one in, beside a sheet of their own."""
    made, memory = Workbook(), io.BytesIO()
    made.active.title = "Anteckningar"
    sheet = made.create_sheet(title)
    for row in rows:
        sheet.append(row)
    made.save(memory)
    return memory.getvalue()


def faults(*rows: Sequence[object]) -> list[str]:
    with pytest.raises(InvalidResultsError) as caught:
        results.loads(book(HEADS, *rows), WHOLE)
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize("title", ["Utfall", "Results", "utfall"])
def test_the_sheet_of_results_is_read_where_it_stands_among_others(title: str) -> None:
    row = ["g-g2", dt.date(2010, 3, 1), dt.date(2010, 3, 31), DAY, 35, 50.0, 764, "listan"]
    (found,) = results.loads(book(HEADS, row, [], title=title), WHOLE).results

    assert (found.first, found.last, found.collected) == (dt.date(2010, 3, 1), dt.date(2010, 3, 31), DAY)
    assert (found.count, found.total, found.municipality, found.source) == (35, 50, "0764", "listan")


def test_a_year_is_a_number_and_a_month_is_text() -> None:
    rows = [["g-g2", when, None, dt.date(2011, 1, 1), "35", " 50 ", None, "listan"] for when in (2010, "2010-03")]
    found = results.loads(book(HEADS, *rows), WHOLE).results

    assert [(each.first.isoformat(), each.last.isoformat()) for each in found] == [
        ("2010-01-01", "2010-12-31"),
        ("2010-03-01", "2010-03-31"),
    ]


def test_faults_are_told_with_sheet_and_cell() -> None:
    # A spreadsheet makes a day of 2010-03, so that one is no month.
    assert faults(
        ["g-g2", dt.date(2010, 3, 1), None, DAY, "=35", 50, "Malå", "listan"],
        ["g-g2", "2010-03", None, dt.datetime(2010, 4, 1, 12), 3.5, True, None, "listan"],  # noqa: DTZ001  # as a cell has it
    ) == [
        (
            "Utfall!C2: the column “till” is empty in this row; expected the first and the last day, or a month "
            "such as 2010-03 "
            "[empty-cell]"
        ),
        "Utfall!E2: a formula stands here; expected the value itself: paste it as a value [formula]",
        (
            "Utfall!G2: there is no municipality “Malå”; expected one of Alvesta, Lessebo, Ljungby, Markaryd, "
            "Tingsryd, "
            "Uppvidinge, Växjö, Älmhult, 0764, 0761, 0781, 0767, 0763, 0760, 0780, 0765 [unknown-name]"
        ),
        "Utfall!D3: this cell holds no text, number or day; expected text, or a date such as 2016-03-04 [wrong-type]",
        "Utfall!E3: 3.5 does not belong here; expected a whole number from 0 [wrong-type]",
        "Utfall!F3: true does not belong here; expected a whole number from 0 [wrong-type]",
    ]


def test_two_rows_that_count_the_same_are_told_with_the_row_of_the_other() -> None:
    row = ["g-g2", "2010-03", None, DAY, 35, 50, None, "listan"]

    assert faults(row, [], row) == [
        "Utfall!A4: line 2 has counted this already, on the same day; expected one row for each count [counted-twice]"
    ]


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"mal;antal", "a.xlsx cannot be opened as a workbook"),
        (
            book(HEADS, title="Utfal"),
            "a.xlsx has no sheet of results; expected a sheet named Utfall or Results; did you mean",
        ),
        (book(), "a.xlsx is empty"),
    ],
    ids=["csv", "other", "empty"],
)
def test_what_holds_no_results_is_refused_whole(raw: bytes, told: str) -> None:
    with pytest.raises(UnreadableFileError, match=told):
        results.loads(raw, WHOLE, name="a.xlsx")


class TestRoundTrip:
    """Law: what is written is read back the same, in either language."""

    @pytest.mark.parametrize("lang", LANGUAGES)
    @given(case=cases(max_results=5))
    def test_of_any_results(self, lang: str, case: Case) -> None:
        whole, found, _, _ = case
        kept = tuple({evolve(each, count=0, total=None, pending=None, source="-"): each for each in found}.values())

        assert results.loads(results.dumps(kept, whole, lang=lang), whole).results == kept

    def test_no_cell_is_a_formula(self) -> None:
        row = ["g-g2", "2010-03", None, DAY, 35, 50, None, "listan"]
        (found,) = results.loads(book(HEADS, row), WHOLE).results
        raw = results.dumps([evolve(found, source="=1+1")], WHOLE)

        assert {cell.data_type for line in opened(raw)["Utfall"] for cell in line} <= {"s", "n", "d"}
        assert results.loads(raw, WHOLE).results[0].source == "=1+1"
