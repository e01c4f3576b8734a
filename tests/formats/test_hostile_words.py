"""Words that would like to be more than text, in every text field at once: whatever is made of them, they stay text.

The pages are held to this in ``html/test_site.py``, each picture in its own test beside it.
"""

from __future__ import annotations

import csv as reader
import io
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import icalendar
import pytest
from click.testing import CliRunner
from docx.table import Table
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

import samverkan
from samverkan.cli.door import DOOR
from samverkan.formats import csv
from samverkan.formats.ical import feed
from samverkan.formats.markup import legal
from samverkan.formats.office import agenda, collaboration, listed, word
from samverkan.formats.office.sitting import sittings
from samverkan.formats.text.width import clean, width_of
from samverkan.formats.wording import Wording
from samverkan.model.names import personal_numbers
from tests.formats.html.sites import HOSTILE, reworded
from tests.formats.office.documents import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.collaboration import Collaboration

WORDS = (
    *HOSTILE,
    "=cmd|' /C calc'!A0",
    "@SUM(A1)",
    "+46",
    "-1",
    "＝1",
    "\t=1",
    'a;b,c"d"\n=e',
    "\ufffe\uffff",  # no characters of XML, and no control signs either
    "_x000D_",
    "\u200b=1",
    "END:VCALENDAR",
)
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=60)
ANY = st.sampled_from(WORDS) | TEXTS.filter(lambda words: bool(words.strip()) and not personal_numbers(words))
EKEBY = samverkan.load(Path(__file__).parent / "office" / "ekeby.toml")
FORMULA = tuple("=+-@\t\r＝＋－＠")
few = settings(max_examples=20, phases=(Phase.explicit, Phase.reuse, Phase.generate))  # what is made is large to shrink


def called(words: str) -> Collaboration:
    """Have every text begin with these words, for how a cell begins makes it a formula."""
    return reworded(EKEBY, lambda text: f"{words}|{text}")


def documents(whole: Collaboration) -> list[bytes]:
    third = [*sittings(whole, samverkan.schedule(whole), body="sg")][2]
    return [word.dumps(kind(whole, third, Wording("sv"))) for kind in (agenda.agenda, agenda.notes)]


class TestDocuments:
    """A document for Word holds the words, and is made of what it is made of without them."""

    @few
    @given(ANY)
    def test_they_are_opened_and_say_what_was_written(self, words: str) -> None:
        seen = legal(clean(f"{words}|"))
        for plain, hostile in zip(documents(called("Ord")), documents(called(words)), strict=True):
            ours, theirs = Reading(hostile), Reading(plain)
            assert [style for style, _ in ours.lines] == [style for style, _ in theirs.lines]
            assert [text for _, text in ours.lines] == [text.replace("Ord|", seen) for _, text in theirs.lines]
            assert [len(rows) for rows in ours.tables] == [len(rows) for rows in theirs.tables]
            assert ours.parts.keys() == theirs.parts.keys()
            assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "".join(text for _, text in ours.lines))
            # The library that wrote it reads the same.
            assert [*read_by_docx(hostile)] == [text for _, text in ours.lines]


def read_by_docx(raw: bytes) -> Iterator[str]:
    for block in docx.Document(io.BytesIO(raw)).iter_inner_content():
        if isinstance(block, Table):
            yield from (cell.text for row in block.rows for cell in row.cells)
        else:
            yield block.text


class TestTables:
    """A CSV has the same cells in the same places, and none begins as a formula does."""

    @given(ANY)
    def test_in_both_dialects(self, words: str) -> None:
        for table in listed.TABLES:
            for dialect in (csv.OPEN, csv.EXCEL):
                plain, hostile = (rows(called(each), table, dialect) for each in ("Ord", words))

                assert [len(row) for row in hostile] == [len(row) for row in plain]
                cells = [cell for row in hostile for cell in row]
                assert not any(cell.startswith(FORMULA) for cell in cells)
                assert cells == [
                    csv.harmless(legal(cell.replace("Ord|", f"{words}|"))) for row in plain for cell in row
                ]


def rows(whole: Collaboration, table: str, dialect: csv.Dialect) -> list[list[str]]:
    text = listed.dumps(table, whole, samverkan.schedule(whole), Wording("sv"), dialect=dialect)
    return list(reader.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=dialect.between))


class TestWorkbook:
    """A workbook has the same cells, and each is text, a number or a day."""

    @few
    @given(ANY)
    def test_no_cell_is_a_formula_or_a_link(self, words: str) -> None:
        whole = called(words)
        raw = collaboration.dumps(whole, samverkan.schedule(whole), samverkan.evaluate(whole), Wording("sv"))
        cells = [cell for page in load_workbook(io.BytesIO(raw)) for row in page.iter_rows() for cell in row]

        assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
        assert not any(cell.hyperlink for cell in cells)


class TestFeed:
    """A feed has the same events at the same times, whatever they are called."""

    @given(ANY)
    def test_only_the_words_differ(self, words: str) -> None:
        plain, hostile = (calendar(called(each)) for each in ("Ord", words))

        kept = ("UID", "DTSTART", "DTEND", "STATUS", "SEQUENCE")
        assert [[str(each.get(name)) for name in kept] for each in hostile.walk("VEVENT")] == [
            [str(each.get(name)) for name in kept] for each in plain.walk("VEVENT")
        ]
        assert {each.name for each in hostile.walk()} == {each.name for each in plain.walk()}


def calendar(whole: Collaboration) -> icalendar.Calendar:
    text = feed(samverkan.schedule(whole), whole, lang="sv")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return icalendar.Calendar.from_ical(text)


@pytest.mark.parametrize("words", WORDS, ids=range(len(WORDS)))
def test_a_terminal_gets_lines_of_plain_signs_no_wider_than_it_is(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.toml").write_text(samverkan.dumps(called(words)), encoding="utf-8")

    for verb in (("report", "--as-of", "2027-02-01"), ("schedule",), ("network",)):
        told = CliRunner().invoke(DOOR, [verb[0], "a.toml", *verb[1:]], env={"COLUMNS": "80", "NO_COLOR": "1"})

        assert told.exit_code in {0, 1}, told.output
        for line in told.stdout.split("\n"):
            assert not any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in line)
            assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", line)
            assert width_of(line) <= 80
