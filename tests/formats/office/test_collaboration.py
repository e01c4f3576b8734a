"""The workbook of a collaboration, read back by code that nobody here wrote."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import samverkan
from samverkan.followup.policy import Policy
from samverkan.formats.markup import legal
from samverkan.formats.office.collaboration import dumps
from samverkan.formats.office.register import REGISTERS
from samverkan.formats.office.results import SHEETS
from samverkan.formats.results import template
from samverkan.formats.wording import LANGUAGES, Wording
from samverkan.model.activities import Activity
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.model.organisations import Municipality, Organisation
from tests.formats.office.books import book_of, opened

DAY = dt.date(2016, 4, 10)
NAMES = ["integration-pa-g", "lots-ockelbo", "resurscentrum", "tranemo", "visioncenter"]
HOSTILE = [
    "=cmd|' /C calc'!A0",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    '"><img src=x onerror=…>',
    "../../etc/passwd",
    "\u202ebakåt",
    "0586",
    "_x000D_",
    "å" * 10_000,
]


def workbook(name: str, lang: str = "sv") -> bytes:
    whole = samverkan.bundled(name)
    return dumps(whole, samverkan.schedule(whole), samverkan.evaluate(whole, as_of=DAY), Wording(lang))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_setup_is_a_workbook_with_a_row_for_each_thing(name: str, lang: str) -> None:
    whole, book, word = samverkan.bundled(name), opened(workbook(name, lang)), Wording(lang).word
    counts = {
        "Municipalities": len(whole.municipalities),
        "Organisations": len(whole.organisations),
        "Bodies": len(whole.bodies),
        "Seats": sum(len(body.seats) for body in whole.bodies),
        "Series": len(whole.series),
        "Events": len(whole.events),
        "Activities": len(whole.activities),
        "Meetings": len(samverkan.schedule(whole).meetings),
        "Without a day": len(samverkan.schedule(whole).unplaced),
        "Criteria": len(samverkan.evaluate(whole, as_of=DAY).reports),
        "Goals": len(whole.goals),
    }

    able = template.able(whole, policy=Policy())
    assert book.sheetnames == [*(word(title) for title in ("About", *counts)), *([SHEETS[lang]] if able else [])]
    assert {title: book[word(title)].max_row - 1 for title in counts} == counts
    if able:
        empty = list(template.rows(whole, policy=Policy(), language=lang))
        assert book[SHEETS[lang]].max_row - 1 == len(empty)


def test_meetings_have_real_days_and_iso_weeks() -> None:
    page = opened(workbook("tranemo"))["Möten"]
    first = next(row for row in page.iter_rows(min_row=2) if row[5].value == "Samverkansgrupp")

    assert first[0].is_date
    assert [cell.value for cell in first] == [
        dt.datetime(2016, 3, 4),  # noqa: DTZ001  # Excel has no zones
        "fredag",
        9,
        None,
        "Möte i samverkansgruppen",
        "Samverkansgrupp",
        None,
        "planerat",
        None,
    ]


def test_codes_are_text_that_stays_text_when_it_is_typed_anew() -> None:
    whole = Collaboration(id="a", name="A", municipalities=[Municipality("0586", "Mjölby")])
    cell = opened(book_of(whole))["Kommuner"]["A2"]

    assert (cell.value, cell.data_type, cell.number_format) == ("0586", "s", "@")


def test_criteria_have_their_evidence_and_a_remedy_where_they_are_not_met() -> None:
    whole = evolve(samverkan.bundled("tranemo"), bodies_complete=True, roles_complete=True)
    judged = samverkan.evaluate(whole, as_of=DAY)
    book = opened(dumps(whole, samverkan.schedule(whole), judged, Wording("en")))
    rows = {row[0]: row for row in book["Criteria"].iter_rows(min_row=2, values_only=True)}

    assert rows["1.1"][3] == "met"
    assert rows["1.1"][6].startswith("initiative.by = Tranemo kommun")
    unmet = [report for report in judged.reports if report.outcome.value == "not_met"]
    assert unmet
    assert all(rows[report.criterion.id][8] for report in unmet)


def test_goals_tell_what_they_lack() -> None:
    rows = [*opened(workbook("integration-pa-g", "en"))["Goals"].iter_rows(min_row=2, values_only=True)]

    assert {row[5] for row in rows} == {"yes", "no"}
    assert all((row[5] == "no") == (row[6] is not None) for row in rows)


def test_two_runs_are_the_same_bytes() -> None:
    assert workbook("tranemo") == workbook("tranemo")


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_text_in_every_sheet(words: str) -> None:
    whole = Collaboration(
        id="a",
        name=words,
        municipalities=[Municipality("0586", words)],
        organisations=[Organisation("o", words, note=Text(words))],
        bodies=[Body("b", BodyKind.NETWORK, Text(words), purpose=words, seats=[Seat("s", words, section=words)])],
        activities=[Activity("x", Text(words), note=Text(words))],
    )
    book = opened(dumps(whole, samverkan.schedule(whole), samverkan.evaluate(whole), Wording("sv")))
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None]

    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert [cell.hyperlink for cell in cells if cell.hyperlink] == []
    assert sum(cell.value == words for cell in cells) >= 9


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).filter(str.strip))
def test_any_name_is_read_as_it_was_written(words: str) -> None:
    whole = Collaboration(id="a", name="A", organisations=[Organisation("o", words)])
    name = whole.organisations[0].name
    cell = opened(book_of(whole))["Organisationer"]["B2"]

    bracketed = str(name).startswith("[") and str(name).endswith("]")
    assert (cell.data_type, cell.value) == ("s", legal(f"[{name}]" if bracketed else str(name)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_words_and_heads_of_a_sheet_can_be_told_apart(lang: str) -> None:
    """What a cell says must mean one thing, or it could not be read back."""
    wording = Wording(lang)
    for register in REGISTERS:
        heads = [wording.word(head).casefold() for head in register.heads]
        assert len(set(heads)) == len(heads)
        for column in register.columns:
            words = getattr(register.slot(column).hint, "__members__", {}).values()
            assert len({wording.label(word).casefold() for word in words}) == len(words)
