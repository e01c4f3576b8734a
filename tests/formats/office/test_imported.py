"""Workbooks edited and read back: nothing changes but what was edited, and every fault has its cell."""

from __future__ import annotations

import datetime as dt
import difflib
import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samverkan
from samverkan.errors import UnreadableFileError
from samverkan.formats import toml
from samverkan.formats.bundled import bundled_text
from samverkan.formats.office import opened as limits
from samverkan.formats.office.changes import Changed, InvalidWorkbookError
from samverkan.formats.office.imported import apply, loads
from samverkan.formats.unstructure import table_of
from samverkan.formats.wording import LANGUAGES
from samverkan.model.facts import Disputed
from samverkan.testing import collaborations
from tests.formats.office.books import book_of, edited, with_cells

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

    from samverkan.model.collaboration import Collaboration

NAMES = ["integration-pa-g", "lots-ockelbo", "resurscentrum", "tranemo", "visioncenter"]
TEXT = bundled_text("tranemo")
BOOK = book_of(samverkan.bundled("tranemo"))
SMALL = """\
format = 1
id = "a"
name = "A"
organisations.o = { name = "Förening" }    # en anmärkning

[bodies.b]
kind = "network"
name = "B"
seats.s = { role.sv = "Ordförande", role.en = "Chair", organisations = ["o"] }

[[activities]]
name = "Språkcafé"
"""
SMALL_BOOK = book_of(toml.loads(SMALL))


def lines(cells: dict[str, object]) -> list[str]:
    """Give the lines of the file that are gone (-) and new (+) when these cells are edited."""
    after = apply(with_cells(BOOK, cells), TEXT).text
    told = difflib.unified_diff(TEXT.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in told if line[0] in "+-" and line[:3] not in {"+++", "---"}]


def faults(raw: bytes, text: str = TEXT) -> list[str]:
    with pytest.raises(InvalidWorkbookError) as caught:
        apply(raw, text)
    return [str(fault) for fault in caught.value.faults]


class TestUnedited:
    """Law: the workbook of a collaboration, unedited, read back changes nothing."""

    @pytest.mark.parametrize("lang", LANGUAGES)
    @pytest.mark.parametrize("name", NAMES)
    def test_a_real_setup_stays_the_same_to_the_byte(self, name: str, lang: str) -> None:
        found = apply(book_of(samverkan.bundled(name), lang), bundled_text(name))

        assert (found.changes, found.text) == ((), bundled_text(name))

    @given(collaborations(), st.sampled_from(LANGUAGES))
    def test_so_does_any(self, whole: Collaboration, lang: str) -> None:
        found = apply(book_of(whole, lang), toml.dumps(whole))

        assert (found.changes, found.text) == ((), toml.dumps(whole))

    def test_the_order_of_rows_and_what_is_beside_them_say_nothing(self) -> None:
        def shuffle(book: Workbook) -> None:
            page = book["Platser"]
            rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]
            for number, row in enumerate(reversed(rows), 2):
                for column, value in enumerate(row, 1):
                    page.cell(number, column).value = value
            page["Z1"], page["Z2"] = "Min egen kolumn", "=1+1"
            book["Möten"]["A2"] = "ändrat"
            book.create_sheet("Eget")

        assert apply(edited(BOOK, shuffle), TEXT).text == TEXT


CASES = [
    pytest.param(
        {"Platser!C2": " Landshövding "},
        ['-role.sv = "Länsöverdirektör i Västra Götalands län"', '+role.sv = "Landshövding"'],
        id="words, in one of two languages",
    ),
    pytest.param({"Platser!F3": "ja"}, ["-political = false", "+political = true"], id="yes and no"),
    pytest.param({"Platser!F3": True}, ["-political = false", "+political = true"], id="a spreadsheet's own yes"),
    pytest.param({"Platser!I4": "[vakant]"}, ['+absent.holder = "vakant"'], id="declared absent"),
    pytest.param({"Platser!E5": None}, ['-rank = "unit-head"'], id="unknown"),
    pytest.param({"Platser!E5": "chef"}, ['-rank = "unit-head"', '+rank = "manager"'], id="a word"),
    pytest.param(
        {"Platser!D6": "migrationsverket; polisen"},
        ['-organisations = ["migrationsverket"]', '+organisations = ["migrationsverket", "polisen"]'],
        id="a list of ids",
    ),
    pytest.param({"Mötesserier!D2": "varannan vecka"}, ['-every = "14 days"', '+every = "2 weeks"'], id="how often"),
    pytest.param({"Mötesserier!F2": dt.date(2016, 5, 27)}, ["-to = 2016-06-10", "+to = 2016-05-27"], id="a day"),
    pytest.param({"Mötesserier!F2": "2016-05-27"}, ["-to = 2016-06-10", "+to = 2016-05-27"], id="a day as ISO text"),
    pytest.param({"Mötesserier!G2": dt.time(13)}, ['+time = "13.00"'], id="an hour"),
    pytest.param({"Programpunkter!D7": "13–15.30"}, ['+time = "13.00–15.30"'], id="hours"),
    pytest.param(
        {"Programpunkter!C7": dt.date(2016, 4, 11)},
        [
            '-when = { date = 2016-04-04, year_inferred = true }    # "4/4" under the heading "våren 2016"',
            '+when = 2016-04-11    # "4/4" under the heading "våren 2016"',
        ],
        id="when, as a day",
    ),
    pytest.param({"Aktiviteter!C2": "v. 10 2016"}, ['+when = { week = "2016-W10" }'], id="when, as a week"),
    pytest.param(
        {"Kommuner!B2": "Tranemo stad"},
        [
            """-municipalities = { "1452" = "Tranemo" }    # Statistics Sweden's code, always text""",
            """+municipalities = { "1452" = "Tranemo stad" }    # Statistics Sweden's code, always text""",
        ],
        id="the name of a municipality",
    ),
    pytest.param(
        {"Platser!A27": "etableringsgrupp", "Platser!C27": "Handläggare", "Platser!D27": "bres"},
        ['+seats.handlaggare = { role = "Handläggare", organisations = ["bres"] }'],
        id="a new seat without an id",
    ),
]


class TestEdited:
    """Law: an edit in a cell changes just that fact."""

    @pytest.mark.parametrize(("cells", "expected"), CASES)
    def test_changes_those_lines_of_the_file_and_no_other(self, cells: dict[str, object], expected: list[str]) -> None:
        assert lines(cells) == expected

    def test_new_and_removed_rows_are_new_and_removed_things(self) -> None:
        def edit(book: Workbook) -> None:
            book["Aktiviteter"].delete_rows(4)
            book["Aktiviteter"].append([None, "Läxhjälp", "var 14:e dag", "lasarna"])
            book["Organisationer"].append(["lasarna", "[Läsarna]", None, None, "0586"])
            book["Organ"].append(["styrgrupp", "Styrgruppen", "styrgrupp"])
            book["Platser"].append(["styrgrupp", "s-1", None, "lasarna"])

        found = apply(edited(BOOK, edit), TEXT)
        before, after = toml.loads(TEXT), toml.loads(found.text)

        assert len(found.changes) == 5
        kept = [each for each in before.activities if each.id != "a03-kladinsamling"]
        assert list(after.activities[:-1]) == kept
        assert (after.activities[-1].id, after.activities[-1].organisers) == ("laxhjalp", ("lasarna",))
        assert table_of(after.organisations[-1]) == {
            "id": "lasarna",
            "municipality": "0586",
            "absent": {"name": "Läsarna"},
        }
        assert [seat.id for seat in after.body("styrgrupp").seats] == ["s-1"]  # type: ignore[union-attr]  # it is there

    def test_new_rows_of_one_name_get_ids_of_their_own(self) -> None:
        def edit(book: Workbook) -> None:
            page = book["Organisationer"]
            page.insert_rows(2, 2)
            page["B2"] = page["B3"] = "Polisen"

        found = apply(edited(BOOK, edit), TEXT)

        assert [change.identity for change in found.changes] == [("polisen-2",), ("polisen-3",)]

    @given(
        st.sampled_from(["Platser!C2", "Organisationer!B2", "Organ!E2", "Aktiviteter!B2"]),
        st.sampled_from(["=cmd|' /C calc'!A0", "+1", "@SUM(A1)", "<script>alert(1)</script>", "å" * 10_000, "[[x]]"])
        | st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="[0123456789"), max_size=30).filter(
            str.strip
        ),
    )
    def test_hostile_words_are_words(self, cell: str, words: str) -> None:
        found = apply(with_cells(SMALL_BOOK, {cell: words}), SMALL)

        before, after = table_of(toml.loads(SMALL)), table_of(toml.loads(found.text))
        assert sum(before[key] != after.get(key) for key in before) == len(found.changes) == 1

    def test_an_edited_name_leaves_the_id_that_was_made_of_it(self) -> None:
        text = 'format = 1\nid = "a"\nname = "A"\n[[events]]\nname = "Vårmöte"\nwhen = 2016-03-04\n'
        book = with_cells(book_of(toml.loads(text)), {"Programpunkter!B2": "Höstmöte"})

        after = toml.loads(apply(book, text).text)

        assert [(each.id, str(each.name)) for each in after.events] == [("varmote", "Höstmöte")]

    def test_english_words_are_written_beside_the_swedish(self) -> None:
        text = 'format = 1\nid = "a"\nname = "A"\n[organisations.o]\nname = "Förening"\n'
        book = with_cells(book_of(toml.loads(text), "en"), {"Organisations!B2": "Association"})

        assert apply(book, text).text == text.replace('"Förening"', '{ sv = "Förening", en = "Association" }')

    def test_words_that_are_changed_in_one_of_two_languages_are_told(self) -> None:
        found = apply(with_cells(BOOK, {"Platser!C2": "Rektor", "Platser!I2": "p-1"}), TEXT)

        assert found.half == ("Platser!C2",)
        assert all(isinstance(change, Changed) for change in found.changes)

    def test_a_value_that_is_a_section_of_its_own_is_replaced(self) -> None:
        text = 'format = 1\nid = "a"\nname = "A"\n[[events]]\nid = "e"\nname = "E"\n[events.when]\nweek = "2016-W10"\n'
        book = with_cells(book_of(toml.loads(text)), {"Programpunkter!C2": dt.date(2016, 3, 4)})

        assert toml.loads(apply(book, text).text).events[0].when.date == dt.date(2016, 3, 4)  # type: ignore[union-attr]  # it is a day


class TestFaults:
    def test_every_fault_is_told_with_its_cell_all_at_once(self) -> None:
        cells: dict[str, object] = {
            "Platser!E3": "chefff",
            "Platser!F3": "kanske",
            "Platser!G7": "[nej]",
            "Platser!C8": 586,
            "Platser!B5": "ab-1",
            "Platser!A27": "borta",
            "Platser!B27": "b-1",
            "Mötesserier!E2": "fjärde mars",
            "Programpunkter!C7": dt.datetime(2016, 4, 4, 13, 0),  # noqa: DTZ001  # Excel has no zones
            "Programpunkter!B4": None,
            "Programpunkter!D7": "förmiddag",
        }
        told = {line.split(": ")[0]: line for line in faults(with_cells(BOOK, cells))}

        assert set(told) == set(cells) - {"Platser!B27"}
        assert told["Platser!C8"] == (
            "Platser!C8: 586 does not belong here; expected text: format the cell as text first [wrong-type]"
        )
        assert told["Platser!E3"].endswith("did you mean “chef”? [unknown-word]")

    def test_what_only_the_whole_can_see_has_its_cell_too(self) -> None:
        cells: dict[str, object] = {
            "Platser!D6": "migrationsverkt",
            "Platser!E3": "chefff",
            "Organ!G2": "ab-99",
            "Mötesserier!F2": dt.date(2016, 1, 1),
        }

        told = [line.split(": ")[0] for line in faults(with_cells(BOOK, cells))]

        assert told == ["Platser!E3", "Organ!G2", "Platser!D6", "Mötesserier!A2"]

    def test_a_fault_behind_a_removed_row_is_told_where_the_row_is_now(self) -> None:
        def edit(book: Workbook) -> None:
            book["Programpunkter"].delete_rows(2, 2)
            book["Programpunkter"]["E2"] = "ingen"

        assert [line.split(": ")[0] for line in faults(edited(BOOK, edit))] == ["Programpunkter!E2"]

    def test_formulas_are_refused_where_they_are_read(self) -> None:
        def edit(book: Workbook) -> None:
            book["Platser"]["C2"] = "=1+1"
            book["Möten"]["C2"] = "=1+1"

        assert faults(edited(BOOK, edit)) == [
            "Platser!C2: a formula stands here; expected the value itself: paste it as a value [formula]"
        ]

    def test_missing_sheets_and_columns_are_told(self) -> None:
        def edit(book: Workbook) -> None:
            del book["Aktiviteter"]
            book["Organisationer"]["B1"] = "Namm"
            book["Platser"]["Z1"] = "Roll"

        assert faults(edited(BOOK, edit)) == [
            "Organisationer!A1: the column “Namn” is missing; expected each head once, in row 1 [missing-column]",
            "Platser!A1: the column “Roll” stands twice; expected each head once, in row 1 [missing-column]",
            "Aktiviteter: this sheet is missing; expected a sheet with heads in row 1 [missing-sheet]",
        ]
        assert faults(edited(BOOK, lambda book: book["Platser"].insert_rows(1)))[:1] == [
            "Platser: this sheet has no heads; expected a sheet with heads in row 1 [missing-sheet]"
        ]

    def test_a_row_of_nothing_and_nobody_is_told_by_the_column_that_is_empty(self) -> None:
        assert faults(with_cells(BOOK, {"Platser!A90": "samverkansgrupp", "Platser!D90": "polisen"})) == [
            "Platser!B90: the row has no text in “Id”; expected an id, or words in “Roll” to make one of [missing-id]"
        ]
        assert faults(with_cells(BOOK, {"Platser!C90": "Chef"})) == [
            "Platser!A90: the row has no text in “Organ”; expected an id, as text [missing-id]"
        ]

    def test_a_dispute_is_shown_and_not_overwritten(self) -> None:
        text = TEXT.replace('rank = "executive"', 'rank.disputed = [{ value = "executive" }, { value = "manager" }]', 1)
        assert isinstance(toml.loads(text).bodies[0].seats[0].rank, Disputed)
        book = book_of(toml.loads(text))

        assert apply(book, text).text == text
        assert faults(with_cells(book, {"Platser!E2": "chef"}), text) == [
            "Platser!E2: two sources contradict each other here; expected a change in the file itself [disputed]"
        ]

    def test_a_file_that_has_been_changed_since_is_refused(self) -> None:
        assert "[stale-workbook]" in faults(BOOK, TEXT.replace("Kommunchef", "Chef"))[0]
        assert apply(BOOK, f"# en anmärkning\n{TEXT}").changes == ()

    def test_the_workbook_of_another_collaboration_is_refused(self) -> None:
        assert "[other-collaboration]" in faults(BOOK, bundled_text("visioncenter"))[0]


class TestNewFile:
    def test_holds_what_stands_in_the_sheets_that_can_be_edited(self) -> None:
        whole, before = toml.loads(loads(BOOK).text), toml.loads(TEXT)

        assert (whole.id, whole.municipalities) == (before.id, before.municipalities)
        assert [seat.organisations for body in whole.bodies for seat in body.seats] == [
            seat.organisations for body in before.bodies for seat in body.seats
        ]
        assert [(each.every, each.from_) for each in whole.series] == [
            (each.every, each.from_) for each in before.series
        ]
        assert [each.id for each in whole.activities] == [each.id for each in before.activities]
        assert whole.goals == ()

    @pytest.mark.parametrize("name", NAMES)
    def test_gives_a_workbook_that_gives_the_same_file(self, name: str) -> None:
        first = loads(book_of(samverkan.bundled(name))).text

        assert loads(book_of(toml.loads(first))).text == first

    def test_knows_words_in_brackets_from_what_is_absent(self) -> None:
        book = book_of(toml.loads(SMALL.replace('"Förening"', '"[Förening]"')))

        assert str(toml.loads(loads(book).text).organisations[0].name) == "[Förening]"

    def test_says_what_is_absent_and_knows_nothing_of_empty_cells(self) -> None:
        seat = (
            toml.loads(loads(with_cells(BOOK, {"Platser!I2": "[vakant]", "Platser!F2": None})).text).bodies[0].seats[0]
        )

        assert seat.vacant
        assert table_of(seat).get("political") is None


class TestHostileWorkbooks:
    @pytest.mark.parametrize(
        "raw", [b"", b"format = 1", b"PK\x03\x04", BOOK[: len(BOOK) // 2], b"\xd0\xcf\x11\xe0" * 99]
    )
    def test_what_is_no_workbook_is_refused(self, raw: bytes) -> None:
        with pytest.raises(UnreadableFileError, match="not-a-workbook"):
            apply(raw, TEXT)

    def test_a_zip_of_something_else_is_refused(self) -> None:
        memory = io.BytesIO()
        with zipfile.ZipFile(memory, "w") as parts:
            parts.writestr("a.txt", "b")
        with pytest.raises(UnreadableFileError, match="not-a-workbook"):
            apply(memory.getvalue(), TEXT)

    def test_a_workbook_of_somebody_else_is_refused(self) -> None:
        with pytest.raises(UnreadableFileError, match="not-ours"):
            apply(edited(BOOK, lambda book: book.remove(book["Om"])), TEXT)

    def test_a_few_bytes_that_unpack_to_many_are_refused_unread(self) -> None:
        with pytest.raises(UnreadableFileError, match="too-large"):
            apply(with_part("xl/bomb.xml", b"\0" * (limits.MAX_UNPACKED_BYTES + 1)), TEXT)

    def test_a_part_that_says_that_it_is_small_is_not_believed(self) -> None:
        raw = with_part("xl/bomb.xml", b"\0" * 5_000_000)
        size = (5_000_000).to_bytes(4, "little")
        assert raw.count(size) == 2
        with pytest.raises(UnreadableFileError, match="not-a-workbook"):
            apply(raw.replace(size, (9).to_bytes(4, "little")), TEXT)

    def test_a_document_type_is_refused(self) -> None:
        bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cccccc">]><a>&b;</a>'
        with pytest.raises(UnreadableFileError, match="document type"):
            apply(with_part("xl/bomb.xml", bomb), TEXT)

    def test_too_many_rows_are_refused(self) -> None:
        with pytest.raises(UnreadableFileError, match="more than 20,000 rows"):
            apply(with_cells(BOOK, {"Platser!B20001": "x"}), TEXT)

    def test_macros_are_left_alone(self) -> None:
        assert apply(with_part("xl/vbaProject.bin", b"macro"), TEXT).text == TEXT


def with_part(name: str, content: bytes) -> bytes:
    memory = io.BytesIO(BOOK)
    with zipfile.ZipFile(memory, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr(name, content)
    return memory.getvalue()
