"""Every way of getting a file wrong is told with its place, what was expected, and the nearest right word."""

from __future__ import annotations

import pytest

from samverkan.errors import Fault, InvalidCollaborationError
from samverkan.formats import toml
from samverkan.formats.places import MAX_FAULTS

CASES = [
    pytest.param(
        'name = "Samverkansgrupp"\n',
        "name = ”Samverkansgrupp”\n",
        '19:8: the quotes are curved, as word processors make them; expected straight ones: "text" [syntax]',
        id="quotes of a word processor",
    ),
    pytest.param(
        'sector = "municipality"',
        'sector = "näringsliv"',
        "10:10: the word “näringsliv” is not known here; expected one of municipality, municipal-federation, region, "
        "state-agency, academia, business, civil-society, target-group; did you mean “business”? [unknown-word]",
        id="the Swedish name of a word",
    ),
    pytest.param(
        'kind = "coll',
        'knid = "coll',
        "18:1: there is no key “knid” here; did you mean “kind”? [unknown-key]",
        id="a misspelt key",
    ),
    pytest.param(
        'name = "Samverkansgrupp"\n',
        "",
        "17:9: the key “name” is missing; expected text, or { sv = “…”, en = “…” } [missing-key]",
        id="a missing key",
    ),
    pytest.param(
        '"collaboration-group"',
        '"colaboration-group"',
        "18:8: the word “colaboration-group” is not known here; expected one of advisory-board, "
        "collaboration-group, steering-group, project-group, reference-group, planning-group, "
        "operational-group, network, project-meeting, political-body; did you mean "
        "“collaboration-group”? [unknown-word]",
        id="a misspelt word of an enumeration",
    ),
    pytest.param(
        'id = "teater"',
        "id = 7",
        "36:6: 7 does not belong here; expected text in quotes [wrong-type]",
        id="a number where text belongs",
    ),
    pytest.param(
        "at_least = 2",
        'at_least = "2"',
        "22:23: the text “2” does not belong here; expected a whole number [wrong-type]",
        id="text where a number belongs",
    ),
    pytest.param(
        "at_least = 2",
        "at_least = true",
        "22:23: true does not belong here; expected a whole number [wrong-type]",
        id="true where a number belongs",
    ),
    pytest.param(
        '["migrationsverket"]',
        '{ a = "migrationsverket" }',
        "21:17: a table does not belong here; expected a list, each item text in quotes [wrong-type]",
        id="a table where a list belongs",
    ),
    pytest.param(
        'municipalities = { "1452" = "Tranemo" }',
        'municipalities = ["1452"]',
        "6:1: a list does not belong here; expected a table for each: municipalities.SOME-CODE = { … } [wrong-type]",
        id="a list where a table belongs",
    ),
    pytest.param(
        '["migrationsverket"]',
        '["migratonsverket"]',
        "21:34: there is no organisation “migratonsverket”; expected the id of one of the "
        "organisations of this file; did you mean “migrationsverket”? [unknown-organisation]",
        id="an organisation that is not there",
    ),
    pytest.param(
        'body = "samverkansgrupp"',
        'body = "samverkan"',
        "26:8: there is no body “samverkan”; expected the id of one of the bodies of this file; did "
        "you mean “samverkansgrupp”? [unknown-body]",
        id="a body that is not there",
    ),
    pytest.param(
        "at_least = 2",
        "at_least = 3",
        "22:1: the quorum 3 is above the 2 voting seats of “samverkansgrupp”; expected a quorum from "
        "1 to 2, or more seats in the list (a seat needs no role) [quorum-above-seats]",
        id="a quorum above the seats",
    ),
    pytest.param(
        "at_least = 2",
        "at_least = 0",
        "22:23: at_least 0 is not a positive count; expected a whole number from 1, at most 9 digits [bad-number]",
        id="a quorum of nobody",
    ),
    pytest.param(
        'id = "forelasning"',
        'id = "teater"',
        "41:6: the id “teater” stands twice; expected an id of its own [duplicate-id]",
        id="a duplicate id",
    ),
    pytest.param(
        "[bodies.samverkansgrupp]",
        "[bodies.Samverkansgrupp]",
        "17:9: id 'Samverkansgrupp' is not an id; expected small letters a–z, digits and hyphens, "
        "such as “sg-01” [bad-id]",
        id="an id with capitals",
    ),
    pytest.param(
        "to = 2016-06-14 }",
        "to = 2015-06-14 }",
        "5:1: the period ends 2015-06-14 before it starts 2016-01-11; expected from before to [reversed-period]",
        id="a period that ends before it begins",
    ),
    pytest.param(
        "to = 2016-06-10",
        "to = 2016-01-10",
        "24:1: the series ends 2016-01-10 before it starts 2016-03-04; expected from before to [reversed-period]",
        id="a series that ends before it begins",
    ),
    pytest.param(
        "2016-W10",
        "2016-W60",
        "38:17: '2016-W60' is not an ISO week; expected a week such as “2016-W10”, or 10 where no "
        "year is stated [bad-week]",
        id="a week that the year does not have",
    ),
    pytest.param(
        "when = 2016-01-18",
        "when = 2016-02-30",
        "43:8: the calendar has no such day; expected a date such as 2016-03-04 [syntax]",
        id="a day that the calendar does not have",
    ),
    pytest.param(
        "when = 2016-01-18",
        'when = "2016-02-30"',
        "43:8: the calendar has no day 2016-02-30; expected a date such as 2016-03-04 [bad-date]",
        id="a date in quotes that is none",
    ),
    *(
        pytest.param(
            "when = 2016-01-18",
            f"when = {day}",
            f"43:8: {day} is no day from 1900 to 2200; expected a date such as 2016-03-04 [bad-date]",
            id=f"a date too far off: {day}",
        )
        for day in ("1899-12-31", "2201-01-01", "9999-12-31")
    ),
    pytest.param(
        "when = 2016-01-18",
        "when = 2016-01-18T13:00:00",
        "43:8: 2016-01-18 13:00:00 does not belong here; expected a date such as 2016-03-04 or a "
        "table with one of the keys date, dates, from, week, month, week_in_month, season, term, "
        "year, of_period, within, every [wrong-type]",
        id="a date with a time",
    ),
    pytest.param(
        '"14 days"',
        '"var 14:e dag"',
        "27:9: “var 14:e dag” is not a cadence; expected “14 days” or “2 weeks” or “week on monday, "
        "thursday” or “even weeks on friday” or “month on 2nd tuesday” or “working day” or "
        "“regularly” or a table with the key times; did you mean “14 days”? [bad-cadence]",
        id="a cadence in Swedish",
    ),
    pytest.param(
        '"13.00-16.00"',
        '"13.00-25.00"',
        "32:15: “13.00-25.00” is not a time of day; expected a time such as “13.00–16.30” or “13:00-16:30” [bad-time]",
        id="a clock time that is none",
    ),
    pytest.param(
        '"13.00-16.00"',
        '"13.00–16.30"',
        "30:1: a dispute needs two claims that differ; expected at least two different values [not-disputed]",
        id="a dispute without a difference",
    ),
    pytest.param(
        '{ week = "2016-W10" }',
        '{ weak = "2016-W10" }',
        "38:10: there is no key “weak” here; did you mean “week”? [unknown-key]",
        id="a when of no kind",
    ),
    pytest.param(
        '{ week = "2016-W10" }',
        "{}",
        "38:1: no key tells what is meant; expected one of the keys date, dates, from, week, month, "
        "week_in_month, season, term, year, of_period, within, every [missing-key]",
        id="an empty when",
    ),
    pytest.param(
        'absent.joined = "inte aktuellt"',
        'absent.sector = "saknas"',
        "15:17: “sector” is both stated and declared absent; expected one of the two [stated-and-absent]",
        id="a fact both stated and absent",
    ),
    pytest.param(
        'absent.joined = "inte aktuellt"',
        'absent.aliases = "saknas"',
        "15:18: “aliases” cannot be declared absent here [not-a-fact]",
        id="something absent that is no fact",
    ),
    pytest.param(
        '"1452"',
        '"145"',
        "6:28: '145' is not a municipality code; expected four digits as text, such as “0586” [bad-municipality-code]",
        id="a municipality code of three digits",
    ),
    pytest.param(
        'kind = "collaboration-group"',
        'kind = "collaboration-group"\nid = "sg"',
        "19:1: the id is the name of the table already; expected no “id” [unknown-key]",
        id="an id repeated inside a keyed table",
    ),
    pytest.param(
        '"Åmåls teater"',
        '" "',
        "37:8: sv says nothing; expected at least one letter [blank]",
        id="a blank name",
    ),
    pytest.param(
        '"Åmåls teater"',
        '"Åmåls teater 19121212-1212"',
        "37:8: a personal identity number of 13 signs stands here; no person is stored; expected a "
        "role or an organisation [personal-number]",
        id="a personal identity number",
    ),
    pytest.param(
        "format = 1",
        "format = 2",
        "2:10: this version reads format 1, and the file says 2; expected format = 1 [unknown-format]",
        id="a file of a later format",
    ),
    pytest.param(
        "format = 1\n",
        "",
        "1:1: the key “format” is missing; expected format = 1 [missing-key]",
        id="a file that does not say its format",
    ),
    pytest.param(
        'name = "Samverkansgrupp"',
        "name = Samverkansgrupp",
        "19:8: “Samverkansgrupp” is text without quotes; expected text in quotes [syntax]",
        id="text without quotes",
    ),
    pytest.param(
        '["migrationsverket"]',
        '["migrationsverket" }',
        "21:1: the list is not closed, or a comma is missing; expected [a, b] [syntax]",
        id="a list that is not closed",
    ),
    pytest.param(
        '"Föreläsning"',
        '"Föreläsning',
        "42:20: the text is not closed on its line; expected quotes at both ends [syntax]",
        id="text that is not closed",
    ),
    pytest.param(
        'body = "samverkansgrupp"',
        "body",
        "26:5: an “=” is missing after the key; expected key = value [syntax]",
        id="a key without a value",
    ),
    pytest.param(
        'body = "s',
        'body: "s',
        "26:5: an “=” is missing after the key; expected key = value [syntax]",
        id="a colon for an equals sign",
    ),
    pytest.param(
        'kind = "coll',
        'name = "S"\nkind = "coll',
        "20:1: this key has a value already; expected each key once [duplicate-key]",
        id="a key that stands twice",
    ),
    pytest.param(
        "[organisations.migrationsverket]",
        "[organisations.tranemo-kommun]",
        "12:1: this table stands already; expected each table once [duplicate-key]",
        id="a table that stands twice",
    ),
    pytest.param(
        "seats.sg-08",
        "seats.åå",
        "21:7: “å” may not stand in a key; expected a key of a–z, 0–9 and -, or in quotes [syntax]",
        id="a Swedish letter in a bare key",
    ),
    pytest.param(
        "[[series]]",
        "[series]",
        "24:2: a table does not belong here; expected two brackets at each end, [[…]], or a list: [{ … }] [wrong-type]",
        id="one bracket where two belong",
    ),
    pytest.param(
        "[bodies.samverkansgrupp]",
        "[bodies.språkgrupp]",
        "17:12: “å” may not stand in a key; expected a key of a–z, 0–9 and -, or in quotes [syntax]",
        id="a Swedish letter inside the key of a table",
    ),
    *(
        pytest.param("at_least = 2", f"at_least = {written}", f"22:23: {told} [syntax]", id=written)
        for written, told in [
            ("14.10.2026", "no day is written so here; expected a date such as 2016-03-04"),
            ("2026-9-9", "no day is written so here; expected a date such as 2016-03-04"),
            ("14/10 2026", "no day is written so here; expected a date such as 2016-03-04"),
            ("14 oktober 2026", "no day is written so here; expected a date such as 2016-03-04"),
            ("13.00–15.00", "“13.00–15.00” is text without quotes; expected text in quotes"),
            ("0,5", "the number has a comma; expected a point, as in 0.5"),
        ]
    ),
    pytest.param(
        "at_least = 2",
        "at_least = nan",
        "22:23: NaN does not belong here; expected a whole number [wrong-type]",
        id="a decimal that is no number",
    ),
    pytest.param(
        "at_least = 2",
        "at_least = " + "9" * 5000,
        "22:1: the number is too long; expected at most 18 digits [syntax]",
        id="a very long number",
    ),
    pytest.param(
        'says = "Å, klockan 13–16"',
        'sayz = "Å"',
        "32:59: there is no key “sayz” here; did you mean “says”? [unknown-key]",
        id="a wrong word behind Swedish letters on the same line",
    ),
]


def faults_in(text: str) -> tuple[Fault, ...]:
    with pytest.raises(InvalidCollaborationError) as caught:
        toml.loads(text, name="setup.toml")
    return caught.value.faults


@pytest.mark.parametrize(("right", "wrong", "told"), CASES)
def test_one_thing_wrong_is_told_once_and_in_its_place(example: str, right: str, wrong: str, told: str) -> None:
    assert example.count(right) == 1
    text = example.replace(right, wrong)
    (fault,) = faults_in(text)
    assert str(fault) == f"setup.toml:{told}"
    assert fault.location
    assert fault.location.text == text.splitlines()[fault.location.line - 1][:400]


def test_everything_that_is_wrong_is_told_at_once_in_the_order_of_the_file(example: str) -> None:
    text = (
        example.replace('sector = "municipality"', 'sektor = "municipality"')
        .replace('rank = "executive"', 'rank = "exekutive"')
        .replace('body = "samverkansgrupp"', 'body = "samverkan"')
        .replace("2016-W10", "2016-W60")
    )
    assert [(fault.code, fault.nearest) for fault in faults_in(text)] == [
        ("unknown-key", "sector"),
        ("unknown-word", "executive"),
        ("unknown-body", "samverkansgrupp"),
        ("bad-week", None),
    ]


def test_two_faults_of_one_item_are_both_told(example: str) -> None:
    text = example.replace('id = "teater"\nname = "Åmåls teater"', 'id = "Teater"\nname = ""')
    assert [fault.code for fault in faults_in(text)] == ["bad-id", "blank"]


def test_two_faults_of_syntax_are_both_told(example: str) -> None:
    text = example.replace('"Migrationsverket"', "Migrationsverket").replace('"gruppmoten"', '"gruppmoten')
    assert [(fault.code, fault.location.line) for fault in faults_in(text) if fault.location] == [
        ("syntax", 13),
        ("syntax", 25),
    ]


def test_a_list_that_is_not_closed_does_not_make_what_follows_wrong(example: str) -> None:
    text = example.replace('source = "slide 20", decides = true },', 'source = "slide 20", decides = true')
    (fault,) = faults_in(text)
    assert str(fault).startswith("setup.toml:30:1: the table is not closed on its line")


def test_text_of_many_lines_that_is_not_closed_is_told_where_it_opens(example: str) -> None:
    (fault,) = faults_in(example.replace('"Åmåls teater"', '"""Åmåls teater'))
    assert str(fault) == "setup.toml:37:1: the text is not closed; expected quotes at both ends [syntax]"


def test_a_reference_to_an_item_that_is_itself_wrong_is_not_told(example: str) -> None:
    text = example.replace('kind = "collaboration-group"', 'kind = "kommitté"')
    assert [fault.code for fault in faults_in(text)] == ["unknown-word"]


def test_a_reference_to_a_collection_that_is_wrong_is_not_told(example: str) -> None:
    text = example.replace("[organisations.", "[organisatons.")
    assert {(fault.code, fault.nearest) for fault in faults_in(text)} == {("unknown-key", "organisations")}


def test_references_are_told_although_another_item_is_left_out_before_them(example: str) -> None:
    text = example.replace("from = 2016-03-04\n", "") + '\n[[series]]\nid = "fler"\nbody = "ingen"\nevery = "week"\n'
    told = [str(fault) for fault in faults_in(text + "from = 2016-03-04\nto = 2016-06-10\n")]
    assert told == [
        "setup.toml:24:1: the key “from” is missing; expected a date such as 2016-03-04 [missing-key]",
        "setup.toml:46:8: there is no body “ingen”; expected the id of one of the bodies of this file [unknown-body]",
    ]


def test_a_root_without_a_name_does_not_hide_the_references(example: str) -> None:
    text = example.replace('name = "Integration Tranemo"\n', "").replace('"sg-', '"sg-').replace("2016-W10", "2016-W60")
    text = text.replace('body = "samverkansgrupp"', 'body = "ingen"')
    assert [fault.code for fault in faults_in(text)] == ["missing-key", "unknown-body", "bad-week"]


def test_windows_line_ends_change_neither_line_nor_column(example: str) -> None:
    (fault,) = faults_in(example.replace("2016-W10", "2016-W60").replace("\n", "\r\n"))
    assert (fault.location and (fault.location.line, fault.location.column, fault.location.text)) == (
        38,
        17,
        'when = { week = "2016-W60" }',
    )


def test_a_flood_of_faults_is_cut_and_says_so(example: str) -> None:
    faults = faults_in(example + "".join(f"wrong-{n} = {n}\n" for n in range(MAX_FAULTS + 50)))
    assert len(faults) == MAX_FAULTS + 1
    assert faults[-1].message == "50 more faults are not told"
