from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.errors import UnreadableFileError
from samverkan.formats.cells import rows

CELLS = st.text(st.sampled_from('ab";,\nå \t'), max_size=6)
TABLES = st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=4)


@pytest.mark.parametrize("delimiter", [",", ";"])
@given(table=TABLES)
def test_cells_are_read_as_the_standard_library_reads_them(delimiter: str, table: list[list[str]]) -> None:
    table = [[f"x{delimiter == ';' and 'y'}", "head"], *table]
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter).writerows(table)
    text = file.getvalue()

    expected = [
        row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(map(str.strip, row))
    ]
    found = list(rows(text, "a.csv"))

    assert [[cell.text for cell in row] for row in found] == expected
    for cell in (cell for row in found for cell in row):
        assert text[cell.at :].startswith((cell.text[:1], '"'))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('a,b\n1,"2', "a.csv:2:3: the text of a cell is not closed; expected quotes at both ends"),
        ('a,b\n1,"2"3', "a.csv:2:6: something follows the end of a quoted cell; expected a cell in quotes"),
    ],
)
def test_quotes_that_do_not_close_are_told_with_their_place(text: str, told: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        list(rows(text, "a.csv"))

    assert str(caught.value) == f"{told} [syntax]"
