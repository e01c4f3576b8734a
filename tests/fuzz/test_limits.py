"""Every limit on what is read: one below it is taken, one above it is refused in words, in both languages."""

from __future__ import annotations

import datetime as dt
import io
import json
import tomllib
import zipfile
from collections.abc import Callable
from types import ModuleType
from typing import TYPE_CHECKING

import pytest
from attrs import frozen
from click.testing import CliRunner

from samverkan.checklist.registry import checklist_named
from samverkan.cli import manifest
from samverkan.cli.door import DOOR
from samverkan.errors import LONGEST_WORD, MAX_KNOWN, SamverkanError, UnreadableFileError, nearest
from samverkan.formats import answers, baseline, cells, intake, joint, structure, toml, whatif
from samverkan.formats.ical import bounds, needed, opened
from samverkan.formats.ical.taken import busy
from samverkan.formats.notation import lexer
from samverkan.formats.notation.frequencies import read_cadence
from samverkan.formats.office import changes, imported
from samverkan.formats.office import opened as book
from samverkan.formats.office.changes import InvalidWorkbookError
from samverkan.formats.office.register import BODIES
from samverkan.formats.places import MAX_FAULTS
from samverkan.formats.refusal import MAX_FOUND, MAX_HELPED
from samverkan.formats.wording import Wording
from samverkan.formats.wording.faults import told
from samverkan.model import consistency
from samverkan.model.cadence import Per, TimesPer
from samverkan.model.names import MAX_MARKS, Text
from samverkan.planning import clashes, draft, expand, placing, spread
from samverkan.planning.schedule import schedule
from samverkan.whatif.variant import TODAY

from ..formats.office.books import book_of, with_cells  # noqa: TID252  # tests are no package with a root
from .scripts import script

if TYPE_CHECKING:
    from pathlib import Path

HEAD = 'format = 1\nid = "a"\nname = "A"\n'
BODY = '[bodies.b]\nname = "B"\nkind = "network"\n'
packed, SMALL = script("mutating").packed, script("readers").SMALL
ONE = '[[series]]\nid = "more"\nbody = "b"\nevery = "1 days"\nfrom = 2027-05-19\nto = 2027-05-19\n'
LITTLE = toml.loads(SMALL)
BOOK = book_of(LITTLE)


def series(number: int, first: str, last: str, every: str = "1 days") -> str:
    one = '[[series]]\nid = "s{}"\nbody = "b"\nevery = "{}"\nfrom = {}\nto = {}\n'
    return HEAD + BODY + "".join(one.format(place, every, first, last) for place in range(number))


def planned(text: str) -> object:
    return schedule(toml.loads(text))


def calendar(*events: str) -> bytes:
    body = "".join(f"BEGIN:VEVENT\r\nUID:{n}\r\n{event}\r\nEND:VEVENT\r\n" for n, event in enumerate(events))
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{body}END:VCALENDAR\r\n".encode()


def taken(raw: bytes) -> object:
    return busy(raw, first=dt.date(2016, 1, 1), last=dt.date(2116, 1, 1), name="a.ics")


def answered(text: str) -> object:
    return answers.loads(text, LITTLE, checklist_named("tranemo"), name="a.csv")


def judged(raw: bytes) -> object:
    return baseline.baseline(raw, "a.sarif", about="liten/tranemo")


def filled(changed: dict[str, bytes]) -> bytes:
    """Give a workbook with other parts, or more of them."""
    with zipfile.ZipFile(io.BytesIO(BOOK)) as zipped:
        known = {name: zipped.read(name) for name in zipped.namelist()}
    return packed(known | changed)


def rows_to(*numbers: int) -> bytes:
    """Give a workbook in whose first sheets only the row of that number has a cell."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    form = f'<worksheet xmlns="{space}"><sheetData><row r="%d"><c r="A%d"><v>1</v></c></row></sheetData></worksheet>'
    return filled(
        {f"xl/worksheets/sheet{place}.xml": (form % (row, row)).encode() for place, row in enumerate(numbers, 1) if row}
    )


def counted(book: bytes) -> tuple[int, int, int]:
    """Count the parts, the bytes and the elements of a workbook."""
    with zipfile.ZipFile(io.BytesIO(book)) as zipped:
        found = [zipped.read(name) for name in zipped.namelist()]
    return len(found), sum(map(len, found)), sum(part.count(b"<") - part.count(b"</") for part in found)


PARTS, BYTES, ELEMENTS = counted(BOOK)


def padded(size: int) -> dict[str, bytes]:
    """Give parts of so many bytes together, each small enough to be packed as tightly as can be."""
    return {f"x{place}": b"\0" * min(900_000, size - place) for place in range(0, size, 900_000)}


def elements(number: int) -> dict[str, bytes]:
    """Give parts of so many elements of XML together."""
    each = 100_000
    return {f"x{place}": b"<a/>" * min(each, number - place) for place in range(0, number, each)}


def read(raw: bytes) -> object:
    return book.opened(raw, "a.xlsx")


def sarif(size: int) -> bytes:
    told = {"kind": "fail", "level": "error", "fingerprints": {"samverkan/criterion/v1": "liten/tranemo/1"}}
    raw = json.dumps({"runs": [{"results": [{**told, "message": {"text": ""}}]}]}).encode()
    return raw + b" " * (size - len(raw))


def nested(depth: int) -> str:
    return "\r\n".join(["BEGIN:VCALENDAR", *["BEGIN:X"] * (depth - 1), *["END:X"] * (depth - 1), "END:VCALENDAR", ""])


def spent(number: int, year: int) -> None:
    bounds.Budget().spend([dt.datetime(year, 1, 1)] * number, dt.date(2016, 1, 1))  # noqa: DTZ001  # rules have no zone


@frozen
class Limit:
    """How something of a size is read, the greatest size that is taken, and what is said of one more.

    Where a file of that size takes long to read, ``lowered`` is the constant that is set to ``most`` for the test.
    """

    read: Callable[[int], object]
    most: int
    code: str
    english: str
    swedish: str
    lowered: tuple[ModuleType, str] | None = None


WEEKLY, MONDAY = TimesPer(1, Per.WEEK), dt.date(2016, 1, 4)
LIMITS = {
    "bytes of a file": Limit(
        lambda n: toml.loads(HEAD + "#" * (n - len(HEAD)), name="a.toml"),
        intake.MAX_FILE_BYTES,
        "too-large",
        "a.toml is larger than 1,000,000 bytes",
        "a.toml är större än 1,000,000 byte",
    ),
    "values of a file": Limit(
        lambda n: toml.loads(f"{HEAD}checklists = [{', '.join(['0'] * (n - 5))}]".replace("0", "'x'"), name="a.toml"),
        intake.MAX_VALUES,
        "too-many-values",
        "a.toml holds more than 25,000 values",
        "a.toml innehåller fler än 25,000 värden",
    ),
    "depth of a file": Limit(
        lambda n: intake.checked("a = " + "[" * n + "]" * n, "a.toml"),
        intake.MAX_DEPTH,
        "too-deep",
        "this is nested more than 40 deep",
        "det här är nästlat djupare än 40 nivåer",
    ),
    "marks on a letter": Limit(
        lambda n: Text("a" + "\u0300" * n),
        MAX_MARKS,
        "too-many-marks",
        "one letter of sv has more than 30 marks on it",
        "en bokstav i sv har fler än 30 tecken över eller under sig",
    ),
    "letters of a time": Limit(
        lambda n: read_cadence("14 dagar" + " " * (n - 8)),
        lexer.MAX_WRITTEN,
        "bad-notation",
        "the text is too long for a time",
        "texten är för lång för att vara en tid",
    ),
    "cells of a table": Limit(
        lambda n: list(cells.rows("a," * (n - 1) + "a", "a.csv")),
        2_000,
        "too-many-values",
        "a.csv has more than 2,000 cells",
        "a.csv har fler än 2,000 celler",
        (cells, "MAX_CELLS"),
    ),
    "bytes of an earlier evaluation": Limit(
        lambda n: baseline.baseline(sarif(n), "a.sarif", about="liten/tranemo"),
        baseline.MAX_BASELINE_BYTES,
        "too-large",
        "a.sarif is larger than 5,000,000 bytes",
        "a.sarif är större än 5,000,000 byte",
    ),
    "bytes of a calendar": Limit(
        lambda n: opened.calendar_text(b" " * n, "a.ics"),
        opened.MAX_CALENDAR_BYTES,
        "too-large",
        "a.ics is larger than 10,000,000 bytes",
        "a.ics är större än 10,000,000 byte",
    ),
    "depth of a calendar": Limit(
        lambda n: opened.calendars(nested(n), "a.ics"),
        opened.MAX_CALENDAR_DEPTH,
        "too-deep",
        "a.ics is nested more than 20 deep",
        "a.ics är nästlad djupare än 20 nivåer",
    ),
    "moments of a calendar": Limit(
        lambda n: needed.needed("END:X\n" * n, dt.date(2016, 1, 1), dt.date(2016, 2, 1), "a.ics"),
        needed.MAX_MOMENTS,
        "too-many-values",
        "a.ics tells of more than 50,000 moments",
        "a.ics berättar om fler än 50,000 tidpunkter",
    ),
    "recurrences until the last day": Limit(
        lambda n: spent(n, 2000),
        bounds.MAX_STEPS,
        "too-many-recurrences",
        "the events recur more than 200,000 times",
        "händelserna återkommer mer än 200,000 gånger",
    ),
    "recurrences in the days of the plan": Limit(
        lambda n: spent(n, 2016),
        bounds.MAX_SHOWN,
        "too-many-recurrences",
        "the events recur more than 10,000 times",
        "händelserna återkommer mer än 10,000 gånger",
    ),
    "bytes of a workbook": Limit(
        lambda n: read(b"\0" * (n - len(BOOK)) + BOOK),
        book.MAX_WORKBOOK_BYTES,
        "too-large",
        "a.xlsx is larger than 10,000,000 bytes",
        "a.xlsx är större än 10,000,000 byte",
    ),
    "bytes of a workbook unpacked": Limit(
        lambda n: read(filled(padded(n - BYTES))),
        book.MAX_UNPACKED_BYTES,
        "too-large",
        "a.xlsx unpacks to more than a workbook should",
        "a.xlsx packas upp till mer än en arbetsbok bör rymma",
    ),
    "bytes that a few can unpack to": Limit(
        lambda n: read(filled({"x": b"\0" * n})),
        book.SMALL_PART,
        "too-large",
        "a.xlsx unpacks to more than a workbook should",
        "a.xlsx packas upp till mer än en arbetsbok bör rymma",
    ),
    "parts of a workbook": Limit(
        lambda n: read(filled({f"x{place}": b"" for place in range(n - PARTS)})),
        book.MAX_PARTS,
        "too-large",
        "a.xlsx unpacks to more than a workbook should",
        "a.xlsx packas upp till mer än en arbetsbok bör rymma",
    ),
    "elements of a workbook": Limit(
        lambda n: read(filled(elements(n - ELEMENTS))),
        book.MAX_ELEMENTS,
        "too-large",
        "a.xlsx holds more than 300,000 elements of XML",
        "a.xlsx innehåller fler än 300,000 element i XML",
    ),
    "rows of a sheet": Limit(
        lambda n: read(rows_to(n)),
        book.MAX_ROWS,
        "too-large",
        "the sheet “Om” has more than 20,000 rows",
        "bladet ”Om” har fler än 20,000 rader",
    ),
    "rows of all sheets": Limit(
        lambda n: read(rows_to(book.MAX_ROWS, *[1] * 10, n - book.MAX_ROWS - 10)),
        book.MAX_ALL_ROWS,
        "too-large",
        "the sheets have more than 40,000 rows together",
        "bladen har tillsammans fler än 40,000 rader",
    ),
    "new cells of a workbook": Limit(
        lambda n: changes.Comparison(Wording("sv"), cells=n - 1)._read("x", BODIES, BODIES.columns[0], "A1"),  # noqa: SLF001
        changes.MAX_NEW_CELLS,
        "too-many-values",
        "the sheets say more than 4,000 things that no file says yet",
        "bladen säger mer än 4,000 saker som ingen fil säger ännu",
    ),
    "years of a series": Limit(
        lambda n: planned(series(1, "1900-01-01", f"{1900 + n}-12-31", "30 weeks")),
        placing.MAX_SERIES_YEARS,
        "too-long-series",
        "the series from 1900-01-01 to 2101-12-31 is longer than 200 years",
        "serien från 1900-01-01 till 2101-12-31 är längre än 200 år",
    ),
    "meetings of a series": Limit(
        lambda n: planned(series(1, "2000-01-01", str(dt.date(2000, 1, 1) + dt.timedelta(n - 1)))),
        expand.MAX_MEETINGS,
        "too-many-meetings",
        "the rule gives more than 10000 dates from 2000-01-01 to 2027-05-19",
        "regeln ger fler än 10000 datum från 2000-01-01 till 2027-05-19",
    ),
    "meetings of a plan": Limit(
        lambda n: planned(series(5, "2027-01-01", "2027-04-10") + (ONE if n > 500 else "")),
        500,
        "too-many-meetings",
        "with this series the plan has more than 500 meetings",
        "med den här serien har planen fler än 500 möten",
        (draft, "MAX_ALL_MEETINGS"),
    ),
    "clashes": Limit(
        lambda n: planned(series(45 + (n > 990), "2016-01-01", "2016-01-01")),  # 45 · 44 / 2 = 990
        990,
        "too-many-clashes",
        "the meetings clash more than 990 times, on 2016-01-01 for example",
        "mötena krockar mer än 990 gånger, till exempel 2016-01-01",
        (clashes, "MAX_CLASHES"),
    ),
    "periods of a series": Limit(
        lambda n: spread.spread(WEEKLY, MONDAY, MONDAY + dt.timedelta(7 * n - 1)),
        100,
        "too-many-meetings",
        "the rule gives too many dates from 2016-01-04 to 2017-12-10",
        "regeln ger för många datum från 2016-01-04 till 2017-12-10",
        (spread, "MAX_PERIODS"),
    ),
}


@pytest.mark.parametrize("limit", LIMITS.values(), ids=LIMITS)
def test_what_is_at_the_limit_is_taken_and_one_more_is_refused_in_words(
    limit: Limit, monkeypatch: pytest.MonkeyPatch
) -> None:
    if limit.lowered:
        monkeypatch.setattr(*limit.lowered, limit.most)
    limit.read(limit.most)
    with pytest.raises(SamverkanError) as caught:
        limit.read(limit.most + 1)
    faults = getattr(caught.value, "faults", ()) or (caught.value,)
    found = {fault.code: fault.message for fault in faults}
    assert found[limit.code] == limit.english
    assert told(found[limit.code], Wording("sv")) == limit.swedish


def test_a_line_of_results_that_nobody_wrote_is_passed_over() -> None:
    line = json.dumps({"case": "d", "variant": TODAY.id, "measures": None, "faults": []})
    assert whatif.read(line, [TODAY], under="d")
    assert not whatif.read(line[:-1] + " " * whatif.MAX_LINE + "}", [TODAY], under="d")


def test_too_large_a_file_of_results_is_refused_and_not_gone_on_with(tmp_path: Path) -> None:
    (tmp_path / "liten.toml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "a.jsonl").write_bytes(b"\n" * (whatif.MAX_RESULTS_BYTES + 1))
    line = ["whatif", str(tmp_path / "liten.toml"), "--weekday", "all", "--results", str(tmp_path / "a.jsonl")]
    result = CliRunner().invoke(DOOR, [*line, "--lang", "en"])
    assert result.exit_code == 2
    assert "a.jsonl is larger than 10,000,000 bytes; expected another file for the results" in result.stderr


def test_a_manifest_is_read_to_its_limit_and_no_further(tmp_path: Path) -> None:
    for size, found in ((manifest.MAX_MANIFEST_BYTES, {"a": "b"}), (manifest.MAX_MANIFEST_BYTES + 1, None)):
        raw = b'{"files": {"a": "b"}'
        (tmp_path / manifest.MANIFEST).write_bytes(raw + b" " * (size - len(raw) - 1) + b"}")
        assert manifest.written_in(tmp_path) == found


def test_two_sheets_in_one_place_are_refused_since_each_would_be_parsed_anew() -> None:
    with zipfile.ZipFile(io.BytesIO(BOOK)) as zipped:
        links = zipped.read("xl/_rels/workbook.xml.rels")
    with pytest.raises(UnreadableFileError, match="has two sheets in one place"):
        read(filled({"xl/_rels/workbook.xml.rels": links.replace(b"sheet3.xml", b"sheet2.xml")}))


DOCTYPE = '<?xml version="1.0" encoding="{}"?><!DOCTYPE a [<!ENTITY b "cc">]><a>&b;</a>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32", "utf-7", "cp037", "utf-8-sig"])
def test_no_encoding_hides_a_document_type(encoding: str) -> None:
    bomb = DOCTYPE.format(encoding.removesuffix("-sig")).encode(encoding)
    with pytest.raises(UnreadableFileError, match="not-a-workbook"):
        read(filled({"xl/workbook.xml": bomb}))


def test_more_changes_than_are_written_at_once_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    edits = with_cells(BOOK, {"Organisationer!B2": "Staden", "Organisationer!B3": "Klubben"})
    monkeypatch.setattr(imported, "MAX_CHANGES", 2)
    assert len(imported.apply(edits, SMALL).changes) == 2
    monkeypatch.setattr(imported, "MAX_CHANGES", 1)
    with pytest.raises(InvalidWorkbookError, match="the workbook says more than 1 things otherwise than the file"):
        imported.apply(edits, SMALL)


def test_the_faults_of_a_table_are_told_up_to_a_number_and_then_it_is_not_read_on() -> None:
    head, row = "organisation,kriterium,svar\n", "ingen,1.1,uppfyllt\n"
    with pytest.raises(SamverkanError) as caught:
        answered(head + row * MAX_FAULTS)
    assert len(caught.value.faults) == MAX_FAULTS
    with pytest.raises(SamverkanError) as caught:
        answered(head + row * (MAX_FAULTS + 9))
    assert caught.value.faults[MAX_FAULTS].message == "1 more faults are not told; what follows is not read"
    assert told(caught.value.faults[MAX_FAULTS].message, Wording("sv")) == (
        "ytterligare 1 fel visas inte, och det som följer är inte läst"
    )


def test_a_list_with_too_much_wrong_in_it_is_not_read_to_its_end() -> None:
    wrong = ["1"] * (MAX_FOUND + 1)
    with pytest.raises(SamverkanError) as caught:
        toml.loads(f"{HEAD}checklists = [{', '.join(wrong)}]")
    assert caught.value.faults[-1].message == f"{MAX_FOUND + 1 - MAX_FAULTS} more faults are not told"
    with pytest.raises(SamverkanError) as caught:
        toml.loads(f"{HEAD}checklists = [{', '.join([*wrong, '1'])}]")
    assert caught.value.faults[-1].message.endswith("more faults are not told; what follows is not read")


def test_what_was_meant_is_guessed_among_so_many_words_of_such_a_length() -> None:
    known = [f"word-{number}" for number in range(MAX_KNOWN - 1)]
    assert nearest("tranmo", [*known, "tranemo"]) == "tranemo"
    assert nearest("tranmo", [*known, "tranemo", "one-more"]) is None
    assert nearest("a" * LONGEST_WORD, ["a" * LONGEST_WORD]) is not None
    assert nearest("a" * (LONGEST_WORD + 1), ["a" * LONGEST_WORD]) is None


def nearests(text: str) -> list[str | None]:
    """Give the word that each fault of a file takes to be meant, in the order of the text."""
    with pytest.raises(SamverkanError) as caught:
        toml.loads(text)
    return [fault.nearest for fault in caught.value.faults]


def test_the_key_that_was_meant_is_looked_for_so_many_times_in_one_table(monkeypatch: pytest.MonkeyPatch) -> None:
    text = HEAD + BODY + "".join(f"purpos{number} = 1\n" for number in range(MAX_HELPED))
    assert nearests(text) == ["purpose"] * MAX_HELPED
    monkeypatch.setattr(structure, "MAX_HELPED", MAX_HELPED - 1)  # no more than 200 faults of a file are told
    assert nearests(text) == ["purpose"] * (MAX_HELPED - 1) + [None]


def test_the_name_that_was_meant_is_looked_for_until_there_were_so_many_comparisons() -> None:
    known = "".join(f"organisations.org-{number} = {{ name = 'O', sector = 'business' }}\n" for number in range(100))
    most = consistency.MAX_COMPARISONS // 100
    seats = "".join(f"seats.s-{number} = {{ organisations = ['orgg-7'] }}\n" for number in range(most + 1))
    assert nearests(HEAD + known + BODY + seats) == ["org-7"] * most + [None]


def test_the_whole_is_read_again_beside_other_faults_while_it_is_small_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    text = HEAD + BODY + "meets = 7\nchair = 's-1'\n"  # a cadence that is none, and a seat that is not there
    size = joint._size(tomllib.loads(text))  # noqa: SLF001  # what the limit is held against
    monkeypatch.setattr(joint, "MAX_WORK", size + 1)
    assert len(nearests(text)) == 2
    monkeypatch.setattr(joint, "MAX_WORK", size)
    assert len(nearests(text)) == 1


def test_the_columns_of_a_sheet_are_read_up_to_a_number() -> None:
    row = book.opened(with_cells(BOOK, {"Om!BH1": "the sixtieth", "Om!BI1": "one more"}), "a.xlsx")["Om"].rows[0][1]
    assert len(row) == book.MAX_COLUMNS
    assert row[-1] == "the sixtieth"
