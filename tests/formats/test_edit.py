from __future__ import annotations

import datetime as dt
import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.errors import InvalidCollaborationError, InvalidValueError
from samverkan.formats.bundled import bundled_text
from samverkan.formats.edit import edit
from samverkan.formats.toml import loads
from samverkan.model.bodies import Seat
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.mandate import AtLeast
from samverkan.model.names import Text
from samverkan.model.when import InWeek


def change(before: str, after: str) -> list[str]:
    """List the lines that are gone (-) and new (+)."""
    lines = difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return [line.rstrip("\n") for line in lines if line[0] in "+-"]


CASES = [
    pytest.param(
        "events.teater.when",
        dt.date(2016, 3, 1),
        ['- when = { week = "2016-W10" }', "+ when = 2016-03-01"],
        id="a value is put in the place of another",
    ),
    pytest.param(
        ("events", 0, "when", "week"),
        "2016-W11",
        ['- when = { week = "2016-W10" }', '+ when = { week = "2016-W11" }'],
        id="a value within a line, by a path as faults have it",
    ),
    pytest.param(
        "events[1].when", InWeek("2016-W03"), ["- when = 2016-01-18", '+ when = { week = "2016-W03" }'], id="a noun"
    ),
    pytest.param(
        "bodies.samverkansgrupp.quorum.at_least",
        1,
        ["- quorum = { at_least = 2 }", "+ quorum = { at_least = 1 }"],
        id="a number",
    ),
    pytest.param(
        "bodies.samverkansgrupp.seats.sg-01.role",
        UNKNOWN,
        [
            '- seats.sg-01 = { role = "Kommunchef", organisations = ["tranemo-kommun"], rank = "executive" }',
            '+ seats.sg-01 = { organisations = ["tranemo-kommun"], rank = "executive" }',
        ],
        id="a key within a line is taken away",
    ),
    pytest.param(
        "bodies.samverkansgrupp.seats.sg-01.rank",
        UNKNOWN,
        [
            '- seats.sg-01 = { role = "Kommunchef", organisations = ["tranemo-kommun"], rank = "executive" }',
            '+ seats.sg-01 = { role = "Kommunchef", organisations = ["tranemo-kommun"] }',
        ],
        id="the last key within a line is taken away",
    ),
    pytest.param(
        "bodies.samverkansgrupp.seats.sg-09",
        Seat("sg-09", organisations=("migrationsverket",)),
        ['+ seats.sg-09 = { organisations = ["migrationsverket"] }'],
        id="a seat comes after the others",
    ),
    pytest.param(
        "bodies.samverkansgrupp.charter", Text("Stadga"), ['+ charter = "Stadga"'], id="a key that was not there"
    ),
    pytest.param(
        "bodies.samverkansgrupp.charter", Absent(), ['+ absent.charter = "saknas"'], id="a fact is declared absent"
    ),
    pytest.param(
        "organisations.migrationsverket.joined",
        dt.date(2015, 1, 1),
        ['- absent.joined = "inte aktuellt"', "+ joined = 2015-01-01"],
        id="what was absent is stated",
    ),
    pytest.param(
        "organisations.migrationsverket.joined",
        UNKNOWN,
        ['- absent.joined = "inte aktuellt"'],
        id="what was absent is unknown",
    ),
    pytest.param(
        "organisations.tranemo-kommun.sector",
        Absent("framgår ej"),
        ['- sector = "municipality"', '+ absent.sector = "framgår ej"'],
        id="what was stated is absent",
    ),
    pytest.param(
        "series.gruppmoten.time.disputed[1]",
        {"value": "13.00–15.00"},
        [
            '-     { value = "13.00-16.00", source = { ref = "slide 21", says = "Å, klockan 13–16" } },',
            '+     { value = "13.00–15.00" },',
        ],
        id="a claim in a list of many lines",
    ),
    pytest.param(
        "series.gruppmoten.time",
        UNKNOWN,
        [
            "- time.disputed = [",
            '-     { value = "13.00–16.30", source = "slide 20", decides = true },',
            '-     { value = "13.00-16.00", source = { ref = "slide 21", says = "Å, klockan 13–16" } },',
            "- ]",
        ],
        id="a whole dispute is taken away",
    ),
    pytest.param(
        "events.teater",
        UNKNOWN,
        ["- ", "- [[events]]", '- id = "teater"', '- name = "Åmåls teater"', '- when = { week = "2016-W10" }'],
        id="an item is taken away with the blank line above it",
    ),
    pytest.param("revision", 3, ["+ revision = 3"], id="a key of the root"),
    pytest.param(
        "municipalities.0586",
        "Mjölby",
        [
            '- municipalities = { "1452" = "Tranemo" }',
            '+ municipalities = { "1452" = "Tranemo", "0586" = "Mjölby" }',
        ],
        id="a key in a table on one line",
    ),
    pytest.param(
        "organisations.polisen",
        {"name": "Polisen", "sector": "state-agency"},
        ["+ ", "+ [organisations.polisen]", '+ name = "Polisen"', '+ sector = "state-agency"'],
        id="an item with an id",
    ),
    pytest.param(
        "events.teater.place",
        "Torget\ni Tranemo",
        ['+ place = """', "+ Torget", '+ i Tranemo"""'],
        id="text of two lines",
    ),
    pytest.param("lead.employer", "tranemo-kommun", ['+ lead.employer = "tranemo-kommun"'], id="a new table"),
    pytest.param("events.teater.source", UNKNOWN, [], id="what is not there cannot be taken away"),
]


@pytest.mark.parametrize(("path", "value", "changed"), CASES)
def test_an_edit_changes_its_own_lines_and_no_others(
    example: str, path: str | tuple[str | int, ...], value: object, changed: list[str]
) -> None:
    after = edit(example, path, value)
    assert sorted(change(example, after)) == sorted(changed)
    loads(after)


@pytest.mark.parametrize(("path", "value", "changed"), CASES)
def test_windows_line_ends_stay(example: str, path: str, value: object, changed: list[str]) -> None:
    del changed
    windows = "\ufeff" + example.replace("\n", "\r\n")
    assert edit(windows, path, value) == "\ufeff" + edit(example, path, value).replace("\n", "\r\n")


def test_the_value_is_read_back(example: str) -> None:
    assert loads(edit(example, "bodies.samverkansgrupp.quorum", AtLeast(1))).bodies[0].quorum == AtLeast(1)


def test_a_wrong_file_can_be_mended(example: str) -> None:
    broken = example.replace("2016-W10", "2016-W60")
    assert edit(broken, "events.teater.when", InWeek("2016-W10")) == example


def test_a_value_that_does_not_hold_is_refused_with_its_place(example: str) -> None:
    with pytest.raises(InvalidCollaborationError, match=r"a\.toml:22:1: the quorum 5 is above the 2 voting seats"):
        edit(example, "bodies.samverkansgrupp.quorum", AtLeast(5), name="a.toml")


def test_what_others_refer_to_cannot_be_taken_away(example: str) -> None:
    with pytest.raises(InvalidCollaborationError, match="there is no organisation “migrationsverket”"):
        edit(example, "organisations.migrationsverket", UNKNOWN)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("events.teatre.when", "events has no item teatre; expected “teater”"),
        ("events[2].when", "events has no item 2; expected an id, or a number from 0 to 1"),
        ("events.teater.name.sv.x", "events[0].name is a single value"),
        ("bodies.samverkansgrupp", "bodies.samverkansgrupp is a section, not one value"),
        ("events.teater.bodies[0]", "bodies[0] leads into a list that is not there"),
        ("", "'' leads nowhere"),
    ],
)
def test_a_path_that_leads_nowhere_is_refused(example: str, path: str, told: str) -> None:
    with pytest.raises(InvalidValueError, match=told.replace("[", r"\[")):
        edit(example, path, 1)


def test_a_file_without_a_last_line_end_gets_one(example: str) -> None:
    after = edit(example.rstrip("\n"), "events.forelasning.place", "Torget")
    assert after == example + 'place = "Torget"\n'


def test_an_empty_table_is_filled(example: str) -> None:
    text = example.replace('{ organisations = ["migrationsverket"] }', "{}")
    assert 'seats.sg-08 = { role = "Vän" }   # no role stated' in edit(
        text, "bodies.samverkansgrupp.seats.sg-08.role", "Vän"
    )


def test_a_table_whose_parts_stand_alone_gets_a_header_of_its_own(example: str) -> None:
    text = example + '\n[identity.provenance]\nmodel = "Tranemomodellen"\n'
    assert change(text, edit(text, "identity.region", "Sjuhärad")) == ["+ ", "+ [identity]", '+ region = "Sjuhärad"']


def test_a_text_that_is_no_toml_is_told_as_when_it_is_read(example: str) -> None:
    with pytest.raises(InvalidCollaborationError, match=r"a\.toml:44:6: an “=” is missing after the key"):
        edit(f"{example}what now\n", "revision", 1, name="a.toml")


@given(st.data())
def test_taking_away_and_putting_back_gives_the_same_collaboration(data: st.DataObject) -> None:
    text = bundled_text("tranemo")
    collaboration = loads(text)
    event = data.draw(st.sampled_from([event for event in collaboration.events if event.when is not UNKNOWN]))
    path = f"events.{event.id}.when"
    without = edit(text, path, UNKNOWN)
    assert set(without.splitlines()) <= set(text.splitlines())
    assert loads(edit(without, path, event.when)) == collaboration
