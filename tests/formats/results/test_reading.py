from __future__ import annotations

import datetime as dt
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.errors import Fault, InvalidResultsError, Location, UnreadableFileError
from samverkan.followup.result import Ages
from samverkan.formats import kolada
from samverkan.formats.bundled import bundled
from samverkan.formats.grid import Given
from samverkan.formats.refusal import Refused
from samverkan.formats.results import csv, reading
from samverkan.formats.text.faults import fault_lines
from samverkan.formats.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan.formats.content import Content

WHOLE = bundled("integration-pa-g")


def cell(content: Content) -> Given:
    return Given(content, lambda: ("Utfall!A2", 2))


@pytest.mark.parametrize(
    ("content", "read"),
    [(7, 7), (8.0, 8), ("9", 9), ("1 234", 1234), ("1\u00a0234\u00a0567", 1_234_567), (0, 0)],
)
def test_a_count_is_a_whole_number_however_it_is_written(content: Content, read: int) -> None:
    assert reading.count(cell(content)) == read


@pytest.mark.parametrize(
    ("content", "read"),
    [
        ("18–64", Ages(18, 64)),
        ("18 - 64 år", Ages(18, 64)),
        ("65+", Ages(65)),
        ("65– years", Ages(65)),
        ("19", Ages(19, 19)),
        (18, Ages(18, 18)),
    ],
)
def test_a_band_of_ages_may_be_open_above(content: Content, read: Ages) -> None:
    assert reading.ages(cell(content)) == read


@pytest.mark.parametrize(
    ("read", "content", "told"),
    [
        (reading.count, 1.5, "1.5 does not belong here"),
        (reading.count, True, "true does not belong here"),
        (reading.count, "12 34", "the text “12 34” does not belong here"),
        (reading.count, "66,7 %", "“66,7 %” is a share"),
        (reading.ages, dt.date(2010, 5, 1), "2010-05-01 does not belong here"),
        (reading.ages, "64-18", "the ages 64–18 are reversed"),
        (reading.day, "1/4 2010", "the text “1/4 2010” does not belong here"),
        (reading.day, "2010-02-30", "the calendar has no day 2010-02-30"),
        (reading.day, "9999-12-31", "9999-12-31 is no day from 1900 to 2200"),
        (reading.day, dt.date.max, "9999-12-31 is no day from 1900 to 2200"),
        (reading.stretch, "0000-03", "the calendar has no month 0000-03"),
        (reading.stretch, True, "true does not belong here"),
    ],
)
def test_what_means_nothing_is_refused(read: Callable[[Given], object], content: Content, told: str) -> None:
    with pytest.raises(Refused) as caught:
        read(cell(content))

    assert [fault.message for fault in caught.value.faults] == [told]


def test_a_date_in_a_text_column_is_the_text_of_the_date() -> None:
    assert reading.text(cell(dt.date(2010, 4, 1))) == "2010-04-01"


def test_a_fault_has_the_place_of_its_cell() -> None:
    given_ = Given("x", lambda: Location("u.csv", 3, 5))

    assert (cell("x").told(Fault("a", "b")).path, cell("x").line) == (("Utfall!A2",), 2)
    assert (str(given_.told(Fault("a", "b")).location), given_.line) == ("u.csv:3:5", 3)


HOSTILE = st.sampled_from(
    [
        "=1+1",
        "@SUM(A1)",
        "\u202eg-g2",
        "g-g2\u200f",
        "\x1b[31m",
        "2010\u066003",
        "٣",
        "९",
        "1e9",
        "9" * 400,
        "-0",
        "a\u0301" * 50,
        "\ud7ff",
        "2010-03-01T00:00",
        '"',
        "'=x",
        "😀",
        "%s{0}",
    ]
)
CELLS = st.one_of(HOSTILE, st.text(max_size=6), st.sampled_from(["g-g2", "2010-03", "2011-01-01", "5", "9", "x", ""]))
TABLES = st.lists(st.lists(CELLS, min_size=8, max_size=9), max_size=4)
HEADS = "mål;från;till;insamlat;antal;av;kön;källa\n"


class TestNothingBreaks:
    """Law: whatever stands in a file, it is read, or refused in lines without a control sign or a direction mark."""

    @pytest.mark.parametrize("read", [lambda raw: csv.loads(raw, WHOLE), kolada.loads], ids=["results", "kolada"])
    @given(raw=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
    def test_of_bytes(self, read: Callable[[bytes], object], raw: bytes) -> None:
        _tried(lambda: read(raw))

    @given(TABLES)
    def test_of_a_table_of_results(self, rows: list[list[str]]) -> None:
        _tried(lambda: csv.loads((HEADS + "\n".join(map(";".join, rows))).encode(), WHOLE))

    @given(TABLES)
    def test_of_a_table_of_indicators(self, rows: list[list[str]]) -> None:
        heads = "kpi;kommun;kön;2008;2009;2010;2011;2012\n"
        _tried(lambda: kolada.loads((heads + "\n".join(map(";".join, rows))).encode()))


def _tried(read: Callable[[], object]) -> None:
    try:
        read()
    except (InvalidResultsError, UnreadableFileError) as error:
        for line in fault_lines(error.faults, Wording("sv")):
            assert not any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in line)
            assert not set("\u202e\u200f\x1b") & set(line)
