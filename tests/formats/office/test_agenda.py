"""The agenda of a meeting and the template for its notes: what the file knows, and what it does not, said plainly."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

import samverkan
from samverkan.formats.office.agenda import agenda, notes
from samverkan.formats.office.sitting import sittings
from samverkan.formats.office.word import dumps
from samverkan.formats.wording import LANGUAGES, Wording
from samverkan.model.facts import Absent, Claim, Disputed
from samverkan.model.mandate import AtLeast
from tests.formats.office.documents import Reading

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration

EKEBY = samverkan.load(Path(__file__).with_name("ekeby.toml"))
NAMES = ["integration-pa-g", "lots-ockelbo", "resurscentrum", "tranemo", "visioncenter"]


def read(whole: Collaboration, body: str | None, number: int, kind: str = "agenda", lang: str = "sv") -> Reading:
    sitting = [*sittings(whole, samverkan.schedule(whole), body=body)][number - 1]
    return Reading(dumps({"agenda": agenda, "notes": notes}[kind](whole, sitting, Wording(lang))))


def test_an_agenda_tells_what_is_known_of_the_meeting() -> None:
    found = read(EKEBY, "sg", 3)

    assert found.headings[0] == ("Heading1", "Dagordning: Samverkansgruppen")
    assert found.facts == {
        "Samverkan": "Samverkan Ekeby",
        "Möte": "Samverkansgruppen",
        "Nummer": "3 av 6 i planen",
        "Dag": "fre 12 feb 2027, v. 6",
        "Tid": "13.00–15.00",
        "Plats": "Kommunhuset, stora salen",
        "Uppgift": "håller ihop arbetet mellan mötena",
        "Ordförande": "Kommunchef, Ekeby kommun",
        "Sekreterare": "Diakon (vakant), Svenska kyrkan",
        "Beslutsför med": "mer än hälften av platserna som räknas (minst 2 av 2)",
        "Förra mötet": "fre 29 jan 2027, v. 4",
        "Anteckningar från det": "publicerade tis 2 feb 2027",
    }


def test_its_parts_are_the_standing_items_among_those_of_every_meeting() -> None:
    assert [text for style, text in read(EKEBY, "sg", 3).headings if style == "Heading2"] == [
        "Närvaro",
        "Sedan förra mötet",
        "Rapport från projektledaren",
        "Jämställdhet",
        "Tillgänglighet",
        "Fram till nästa möte",
        "Övriga frågor",
        "Nästa möten",
    ]


def test_attendance_is_by_role_and_organisation_with_boxes_to_tick() -> None:
    assert read(EKEBY, "sg", 3).table("Roll", "Organisation", "Närvarande") == [
        ["Kommunchef", "Ekeby kommun", "☐"],
        ["Diakon (vakant)", "Svenska kyrkan", "☐"],
        ["Samordnare (adjungerad)", "Ekeby kommun, Svenska kyrkan", "☐"],
        ["", "", "☐"],
        ["", "", "☐"],
    ]
    # The project lead presents at the board without a seat there.
    board = read(EKEBY, "board", 1)
    assert board.table("Roll", "Organisation", "Närvarande")[1] == ["Projektledare (utan plats)", "Ekeby kommun", "☐"]
    assert board.facts["Beslutsför med"] == "minst 1 plats"
    assert "Listan är öppen: det kan finnas fler platser." in board.under("Närvaro")


def test_activities_stand_by_main_area_and_before_the_meetings_of_others() -> None:
    assert read(EKEBY, "sg", 3).table("När", "Vad", "Huvudområde", "Vem") == [
        ["v. 5, 1–7 feb 2027", "Språkcafé", "skapa beredskap och mottagningskapacitet", "Svenska kyrkan, Ekeby kommun"],
        ["tors 4 feb 2027", "Föreläsning om arbete", "fler i egen försörjning", "Svenska kyrkan"],
        ["fre 5 feb 2027", "Rådet möts", "–", "Rådet"],
    ]


def test_decisions_are_there_to_be_followed_up() -> None:
    assert read(EKEBY, "sg", 3).table("Beslut", "Dag", "Hur det har gått") == [
        ["Språkcaféet får kommunens lokal utan hyra", "fre 29 jan 2027", ""],
        ["Projektledaren anställs på heltid", "tis 2 feb 2027", ""],
        ["Fråga om tolkar tas upp med Migrationsverket", "framgår inte", ""],
    ]


@pytest.mark.parametrize("closed", [True, False])
def test_that_there_is_no_decision_is_a_fact_only_of_a_closed_list(closed: bool) -> None:  # noqa: FBT001  # a case
    none = evolve(EKEBY, decisions=(), decisions_complete=closed)
    told = "Filen har inget beslut att följa upp."

    more = "" if closed else " Listan är öppen: det kan finnas fler beslut."
    assert f"{told}{more}" in read(none, "sg", 3).under("Sedan förra mötet")


def test_the_next_meetings_are_listed() -> None:
    assert read(EKEBY, "sg", 4).under("Nästa möten") == [
        "fre 12 mars 2027, v. 10, 13.00–15.00, Kommunhuset, stora salen",
        "fre 26 mars 2027, v. 12, 13.00–15.00, Kommunhuset, stora salen",
    ]
    assert read(EKEBY, "sg", 6).under("Nästa möten") == ["Planen har inget senare möte."]
    assert read(EKEBY, "sg", 1).under("Sedan förra mötet")[0] == "Planen har inget tidigare möte."


def test_notes_have_room_for_what_was_decided_done_and_is_to_be_done_by_whom_and_when() -> None:
    found = read(EKEBY, "sg", 3, "notes")

    assert found.headings[0] == ("Heading1", "Minnesanteckningar: Samverkansgruppen")
    for heads in (
        ("Vad som är gjort", "Organisation eller roll"),
        ("Beslut", "Vem det gäller (organisation eller roll)"),
        ("Vad som ska göras", "Organisation eller roll", "Senast"),
    ):
        rows = found.table(*heads)
        assert len(rows) >= 3
        assert not any(cell for row in rows for cell in row)


def test_notes_tell_when_and_where_they_are_published() -> None:
    found = read(EKEBY, "sg", 3, "notes")

    assert found.under("När och var anteckningarna publiceras") == [
        "Senast\tfre 19 feb 2027, v. 7",
        "Det som publiceras\tminnesanteckningar",
        "Var\tkommunens webbplats",
        "Hur snabbt\tinom 7 dagar",
        "Av vem\tprojektledaren",
        "På vilka språk\tsvenska, arabiska",
    ]


@pytest.mark.parametrize(("lang", "silence"), [("sv", "framgår inte"), ("en", "not stated")])
def test_what_no_source_says_is_said_to_be_unknown(lang: str, silence: str) -> None:
    found = read(samverkan.bundled("lots-ockelbo"), "styrgrupp", 1, lang=lang)

    word = Wording(lang).word
    for asked in ("Day", "Time", "Place", "Task", "Chair", "Secretary", "For a quorum"):
        assert found.facts[word(asked)] == silence
    assert word("Which items stand on every agenda is not stated.") in found.under(word("Standing items"))


def test_a_quorum_is_told_as_it_is_stated() -> None:
    board = EKEBY.bodies[1]
    for fact, told in (
        (Absent("behövs inte"), "behövs inte"),
        (Disputed([Claim(AtLeast(1)), Claim(AtLeast(2))]), "omstritt: minst 1 plats / minst 2 platser"),
    ):
        whole = evolve(EKEBY, bodies=(EKEBY.bodies[0], evolve(board, quorum=fact)))
        assert read(whole, "board", 1).facts["Beslutsför med"] == told


def test_of_whom_sources_disagree_all_are_told() -> None:
    group, board = EKEBY.bodies
    whole = evolve(EKEBY, bodies=(evolve(group, chair=Disputed([Claim("s1"), Claim("s3")])), board))

    assert read(whole, "sg", 1).facts["Ordförande"] == "omstritt: s1 (Kommunchef) / s3 (Samordnare)"


def test_the_notes_of_a_meeting_that_was_held_on_another_day_are_found() -> None:
    [record] = EKEBY.held
    moved = evolve(record, date=record.date + dt.timedelta(days=3), nominal=record.date)

    for held, told in (((moved,), "publicerade tis 2 feb 2027"), ((), "framgår inte")):
        assert read(evolve(EKEBY, held=held), "sg", 3).facts["Anteckningar från det"] == told


def test_a_meeting_of_no_stated_body_has_an_agenda_too() -> None:
    whole = samverkan.bundled("tranemo")
    found = read(whole, None, 2)

    assert found.headings[0][1] == "Dagordning: Tjänstemannadag"
    assert found.facts["Organ"] == "framgår inte"
    assert found.under("Närvaro")[0] == "Vilket organ som möts framgår inte."


def test_a_joint_meeting_has_the_seats_of_both() -> None:
    both = [evolve(each, bodies=("sg", "board")) for each in EKEBY.events]
    found = read(evolve(EKEBY, events=both), "board", 1)

    assert found.headings[0][1] == "Dagordning: Samverkansgruppen, Rådet"
    assert ("Heading2", "Närvaro: Samverkansgruppen") in found.headings
    assert ("Heading2", "Närvaro: Rådet") in found.headings
    assert found.facts["Ordförande (Samverkansgruppen)"] == "Kommunchef, Ekeby kommun"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_setup_has_documents_in_which_headings_follow_each_other(name: str, lang: str) -> None:
    whole = samverkan.bundled(name)
    for sitting in [*sittings(whole, samverkan.schedule(whole))][:6]:
        for kind in (agenda, notes):
            found = Reading(dumps(kind(whole, sitting, Wording(lang))))
            assert [style for style, _ in found.headings][:2] == ["Heading1", "Heading2"]
            assert {style for style, _ in found.headings} == {"Heading1", "Heading2"}
            assert all(rows[0] and not any(rows[1:]) for rows in found.header_rows)
