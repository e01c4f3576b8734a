"""``samverkan schedule``: several files, parts of the plan, other people's calendars, and each error."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from samverkan.cli.door import DOOR
from samverkan.formats.bundled import bundled_text

FILE = """\
format = 1
id = "{id}"
name = "{name}"
[organisations.o]
name = "O"
[bodies.x]
kind = "network"
name = "Gruppen"
seats.s1 = {{ organisations = ["o"], holder = "h1" }}
[[events]]
id = "e"
name = "Möte"
when = 2016-03-04
time = "{time}"
bodies = ["x"]
"""
CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//x//EN
BEGIN:VEVENT
UID:1@x
DTSTART{start}
DTEND{end}
SUMMARY:Läkarbesök
END:VEVENT
END:VCALENDAR
"""
HOURS = (";TZID=Europe/Stockholm:20160304T140000", ";TZID=Europe/Stockholm:20160304T160000")
DAYS = (";VALUE=DATE:20160304", ";VALUE=DATE:20160306")
ELSEWHEN = (";TZID=Europe/Stockholm:20160304T150000", ";TZID=Europe/Stockholm:20160304T160000")


def samverkan(*arguments: str, columns: int = 80) -> Result:
    environment = {"COLUMNS": str(columns), "NO_COLOR": "1", "SAMVERKAN_LANG": None}
    return CliRunner().invoke(DOOR, ["schedule", *arguments], env=environment)


def data(*arguments: str) -> Any:  # noqa: ANN401  # whatever JSON holds
    return json.loads(samverkan(*arguments, "--format", "json").stdout)


def told(result: Result) -> str:
    return " ".join(result.stdout.split())


def dates(*arguments: str) -> list[str]:
    return [meeting["date"] for meeting in data(*arguments)["meetings"]]


def write(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def calendar(name: str, start: str, end: str) -> str:
    return write(name, CALENDAR.format(start=start, end=end).replace("\n", "\r\n"))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write("a.toml", FILE.format(id="a", name="Aby", time="13.00–15.00"))
    write("b.toml", FILE.format(id="b", name="Berga", time="14.00–16.00"))


class TestSeveralFiles:
    def test_one_person_in_two_files_clashes(self) -> None:
        result = samverkan("a.toml", "b.toml")

        assert result.exit_code == 1
        assert result.stdout.startswith("Aby och Berga: när ni träffas\n")
        assert "! säker krock: Aby: Möte och Berga: Möte krockar fre 4 mars 2016 för samma personer" in told(result)

    def test_each_meeting_stands_beside_its_collaboration_and_what_is_undated_below_it(self) -> None:
        lines = samverkan("tranemo", "lots-ockelbo").stdout.splitlines()

        assert "  v. 4   mån 25 jan   13.00–16.30   Integration Tranemo  Tjänstemannadag" in lines
        assert "  mån 18 jan 2016  Integration Tranemo  Föreläsning: ”Två år till jobb”" in lines
        after = lines[lines.index("Utan dag: Integration Tranemo") + 1 :]
        assert after[0] == "  29 feb–13 mars 2016  Teater: ”Är Du svensk eller?”"
        assert "Ingen tid framgår för 8 punkter: Individuell introduktionsplan för varje" in lines
        assert max(map(len, lines)) <= 80

    @pytest.mark.parametrize("columns", [40, 80])
    def test_no_line_is_wider_than_the_terminal(self, columns: int) -> None:
        shown = samverkan("tranemo", "lots-ockelbo", "visioncenter", columns=columns).stdout

        assert max(map(len, shown.splitlines())) <= columns

    def test_json_names_the_collaboration_of_everything(self) -> None:
        both = data("tranemo", "a.toml")

        assert both["collaboration"] == "a+tranemo"
        assert both["collaborations"] == [
            {"id": "a", "name": "Aby"},
            {"id": "tranemo", "name": "Integration Tranemo"},
        ]
        for kind in ("meetings", "occasions", "unplaced"):
            assert both[kind]
            assert all(each["id"].startswith(f"{each['collaboration']}/") for each in both[kind])

    def test_json_of_one_file_says_no_more_than_of_one(self) -> None:
        alone = data("a.toml")

        assert "collaborations" not in alone
        assert "collaboration" not in alone["meetings"][0]

    def test_the_feed_has_the_events_of_all_under_their_own_names(self) -> None:
        result = samverkan("b.toml", "a.toml", "--format", "ical")

        assert re.findall("(?:UID|SUMMARY|CALNAME):.*", result.stdout) == [
            "CALNAME:Aby och Berga",
            "UID:e@a.samverkan",
            "SUMMARY:Aby: Möte",
            "UID:e@b.samverkan",
            "SUMMARY:Berga: Möte",
        ]
        assert result.exit_code == 1  # as in every other format

    def test_a_body_is_named_with_its_collaboration(self) -> None:
        assert [meeting["body"] for meeting in data("a.toml", "b.toml", "--body", "b/x")["meetings"]] == ["b/x"]
        refused = samverkan("a.toml", "b.toml", "--body", "x")
        assert (refused.exit_code, refused.stderr) == (2, "samverkan: organ ”x” finns inte; det finns: a/x och b/x\n")

    def test_the_faults_of_all_files_are_told_at_once(self) -> None:
        for name in ("c.toml", "d.toml"):
            write(name, 'format = 1\nid = "c"\nname = "C"\nnmae = 1\n')

        result = samverkan("c.toml", "tranemo", "d.toml", "no.toml")

        assert (result.exit_code, result.stdout) == (2, "")
        assert [line.partition(" ")[0] for line in result.stderr.splitlines()] == [
            "c.toml:4:1:",
            "d.toml:4:1:",
            "samverkan:",
        ]

    def test_a_fault_that_only_planning_finds_has_its_place(self) -> None:
        forbidding = """
[[series]]
body = "x"
every = "1 day"
from = 2016-12-25
to = 2016-12-25
on_holiday = "forbid"
"""
        write("b.toml", Path("b.toml").read_text(encoding="utf-8") + forbidding)

        result = samverkan("a.toml", "b.toml")

        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert result.stderr.startswith("b.toml:22:14: ")

    def test_two_files_of_one_id_are_refused(self) -> None:
        result = samverkan("a.toml", "a.toml")

        assert (result.exit_code, result.stderr) == (
            2,
            "samverkan: två samverkan har id:t ”a”; väntade ett eget id för var och en [duplicate-id]\n",
        )


class TestParts:
    def test_between_two_days_both_included(self) -> None:
        arguments = ("tranemo", "--from", "2016-04-04", "--to", "2016-04-15")

        assert dates(*arguments) == ["2016-04-04", "2016-04-15"]
        assert data(*arguments)["horizon"] == {"from": "2016-04-04", "to": "2016-04-15"}

    def test_an_end_that_is_not_asked_for_is_that_of_the_file(self) -> None:
        assert data("tranemo", "--from", "2016-04-04")["horizon"] == {"from": "2016-04-04", "to": "2016-06-14"}
        assert data("a.toml", "--to", "2016-04-04")["horizon"] == {"from": None, "to": "2016-04-04"}

    def test_a_file_without_a_horizon_keeps_what_comes_after_its_last_meeting(self) -> None:
        activity = '\n[[activities]]\nid = "kurs"\nname = "Kurs"\nwhen = 2016-09-15\n'
        write("a.toml", Path("a.toml").read_text(encoding="utf-8") + activity)

        assert [day["date"] for day in data("a.toml")["occasions"]] == ["2016-09-15"]
        assert data("a.toml")["horizon"] is None
        assert data("a.toml", "b.toml")["horizon"] is None

    @pytest.mark.parametrize("term", ["VT16", "vt 2016", "VT-2016"])
    def test_a_term_as_it_is_written(self, term: str) -> None:
        assert len(dates("tranemo", "--term", term)) == 13
        assert data("tranemo", "--term", term)["horizon"] == {"from": "2016-01-01", "to": "2016-06-30"}

    def test_a_term_and_a_day_together(self) -> None:
        assert dates("tranemo", "--term", "VT16", "--from", "2016-05-20") == ["2016-05-27", "2016-06-10"]
        assert dates("tranemo", "--term", "HT16") == []

    def test_of_a_body_a_seat_and_an_organisation(self) -> None:
        everything = data("tranemo")["meetings"]
        group = [meeting["date"] for meeting in everything if "samverkansgrupp" in meeting["bodies"]]

        assert dates("tranemo", "--body", "samverkansgrupp") == group
        assert dates("tranemo", "--seat", "sg-08") == group
        # The Migration Agency has seats in both.
        assert dates("tranemo", "--organisation", "migrationsverket") == sorted([*group, "2016-04-04"])

    def test_the_feed_is_of_the_part(self) -> None:
        result = samverkan("tranemo", "--from", "2016-05-20", "--format", "ical")

        assert result.stdout.count("BEGIN:VEVENT") == 2

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (["--body", "samverkansgrup"], "organ ”samverkansgrup” finns inte; menade du ”samverkansgrupp”?"),
            (["--seat", "sg-8"], "plats ”sg-8” finns inte; menade du ”sg-08”?"),
            (
                ["--organisation", "migrationsvrket"],
                "organisation med plats ”migrationsvrket” finns inte; menade du ”migrationsverket”?",
            ),
            (
                ["--term", "v16"],
                "”v16” är ingen termin; skriv den som VT16 eller HT16; se samverkan schedule --help",
            ),
            (["--from", "4/3"], "”4/3” är inget datum; skriv det som 2016-03-04; se samverkan schedule --help"),
            (
                ["--from", "2016-05-01", "--to", "2016-04-01"],
                "det finns ingen dag från sön 1 maj 2016 till fre 1 apr 2016",
            ),
            (["--from", "2017-01-01"], "det finns ingen dag från sön 1 jan 2017 till tis 14 juni 2016"),
            (
                ["--from", "2016-01-01", "--from", "2016-02-01"],
                "flaggan --from får anges bara en gång; se samverkan schedule --help",
            ),
        ],
    )
    def test_what_cannot_be_asked_for_is_told_in_a_line(self, arguments: list[str], told: str) -> None:
        result = samverkan("tranemo", *arguments)

        assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"samverkan: {told}\n")


class TestBusy:
    def test_a_time_that_is_taken_is_a_certain_clash(self) -> None:
        result = samverkan("a.toml", "--busy", calendar("anna.ics", *HOURS))

        assert result.exit_code == 1
        assert "! säker krock med anna.ics: Möte fre 4 mars 2016 ligger på en upptagen tid (14.00–16.00)" in told(
            result
        )
        assert "Läkarbesök" not in result.stdout  # what it is about may tell of people

    def test_a_day_without_hours_is_a_possible_one(self) -> None:
        result = samverkan("a.toml", "--busy", calendar("anna.ics", *DAYS), "--lang", "en")

        assert result.exit_code == 0
        assert (
            "! possible clash with anna.ics: Möte on Fri 4 Mar 2016 may lie in a time that is taken (4–5 Mar 2016)"
            in told(result)
        )

    def test_a_calendar_without_clashes_is_said_to_have_none(self) -> None:
        result = samverkan("a.toml", "--busy", calendar("anna.ics", *ELSEWHEN))

        assert (result.exit_code, "Inget möte krockar med anna.ics." in result.stdout) == (0, True)

    def test_several_calendars_are_told_apart(self) -> None:
        arguments = ("--busy", calendar("anna.ics", *HOURS), "--busy", calendar("bo.ics", *DAYS))

        found = data("a.toml", *arguments)["occupied"]
        assert [(each["calendar"], each["kind"], each["meeting"]) for each in found] == [
            ("anna.ics", "certain", "e"),
            ("bo.ics", "possible", "e"),
        ]
        assert found[0]["start"] == "2016-03-04T14:00:00+01:00"
        assert found[0]["end"] == "2016-03-04T16:00:00+01:00"
        assert found[0]["why"] == "Möte fre 4 mars 2016 ligger på en upptagen tid"

    def test_where_none_is_asked_about_json_does_not_claim_that_nothing_is_taken(self) -> None:
        assert data("a.toml")["occupied"] is None
        assert data("a.toml", "--busy", calendar("anna.ics", *ELSEWHEN))["occupied"] == []

    def test_only_the_part_that_is_asked_for_is_compared(self) -> None:
        result = samverkan("a.toml", "--busy", calendar("anna.ics", *HOURS), "--from", "2016-03-05")

        assert (result.exit_code, "Inget möte krockar med anna.ics." in result.stdout) == (0, True)

    @pytest.mark.parametrize(
        ("content", "told"),
        [
            ("", "anna.ics är ingen iCalendar-fil; väntade en fil som börjar med BEGIN:VCALENDAR [not-a-calendar]"),
            (
                "id = 1",
                "anna.ics är ingen iCalendar-fil; väntade en fil som börjar med BEGIN:VCALENDAR [not-a-calendar]",
            ),
        ],
    )
    def test_another_file_is_refused_in_a_line(self, content: str, told: str) -> None:
        result = samverkan("a.toml", "--busy", write("anna.ics", content))

        assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"samverkan: {told}\n")

    def test_a_calendar_that_cannot_be_read_is_named(self) -> None:
        broken = calendar("bo.ics", ":i går", HOURS[1])

        result = samverkan("a.toml", "--busy", calendar("anna.ics", *HOURS), "--busy", broken)

        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert result.stderr.startswith("bo.ics:")

    def test_it_is_refused_also_where_there_is_no_meeting(self) -> None:
        write("tom.toml", 'format = 1\nid = "tom"\nname = "Tom"\n')

        assert samverkan("tom.toml", "--busy", calendar("anna.ics", *HOURS)).exit_code == 0
        assert samverkan("tom.toml", "--busy", write("anna.ics", "")).exit_code == 2

    def test_a_file_that_is_not_there_is_answered_with_the_nearest(self) -> None:
        calendar("anna.ics", *HOURS)

        assert samverkan("a.toml", "--busy", "ana.ics").stderr == (
            "samverkan: filen ana.ics finns inte; menade du ”anna.ics”? [no-such-file]\n"
        )


class TestTheCalendarOfTheFile:
    CALENDAR = '\n[calendar]\nclosed = [{ date = 2016-03-04, reason = "planering" }]\nhours = "08.00–14.30"\n'

    def test_a_breach_is_told_and_is_no_clash(self) -> None:
        write("a.toml", Path("a.toml").read_text(encoding="utf-8") + self.CALENDAR)

        result = samverkan("a.toml")

        assert result.exit_code == 0
        assert "! avsteg från kalendern: Möte: fre 4 mars 2016 är en stängd dag: planering" in told(result)
        assert "! avsteg från kalendern: Möte fre 4 mars 2016: 13.00–15.00 ligger utanför tiderna" in told(result)
        assert [(each["meeting"], each["limit"]) for each in data("a.toml")["breaches"]] == [
            ("e", "free-day"),
            ("e", "hours"),
        ]

    def test_the_way_between_two_places_is_told_in_minutes(self) -> None:
        second = (
            '\n[[events]]\nid = "f"\nname = "Besök"\nwhen = 2016-03-04\ntime = "15.30–16.00"\nbodies = ["x"]\n'
            'place = "Limmared"\n[[travel]]\nfrom = "Tranemo"\nto = "Limmared"\nminutes = 45\n'
        )
        first = Path("a.toml").read_text(encoding="utf-8") + 'place = "Tranemo"\n'
        write("a.toml", first + second)

        assert "för lite tid för resan på 45 min" in told(samverkan("a.toml"))
        assert [each["minutes"] for each in data("a.toml")["clashes"]] == [45]


def test_a_file_on_standard_input_can_be_one_of_several() -> None:
    result = CliRunner().invoke(
        DOOR,
        ["schedule", "-", "a.toml", "--format", "json"],
        input=bundled_text("tranemo"),
        env={"SAMVERKAN_LANG": None},
    )

    assert json.loads(result.stdout)["collaboration"] == "a+tranemo"


class TestPictures:
    def test_a_year_wheel_shows_the_year_that_is_asked_for_and_else_the_busiest(self) -> None:
        for arguments, year in (((), "2016"), (("--year", "2015/16"), "2015/16"), (("--year", "2030"), "2030")):
            result = samverkan("tranemo", "--format", "wheel", *arguments)
            assert result.exit_code == 0
            assert f">Integration Tranemo: årshjul {year}</title>" in result.stdout

    def test_a_body_and_a_term_leave_the_rest_out(self) -> None:
        whole = samverkan("tranemo", "--format", "timeline").stdout
        part = samverkan("tranemo", "--format", "timeline", "--body", "samverkansgrupp", "--to", "2016-04-01").stdout

        assert (whole.count(" data-id="), part.count(" data-id=")) == (15, 3)

    def test_the_year_narrows_the_list_too(self) -> None:
        assert len(data("tranemo", "--year", "2016")["meetings"]) == 13
        assert data("tranemo", "--year", "2016/17")["meetings"] == []

    def test_one_column_is_for_a_telephone(self) -> None:
        for form in ("wheel", "timeline"):
            assert 'viewBox="0 0 360 ' in samverkan("tranemo", "--format", form, "--columns", "1").stdout
            assert 'viewBox="0 0 360 ' not in samverkan("tranemo", "--format", form).stdout

    def test_columns_without_a_picture_are_refused(self) -> None:
        result = samverkan("tranemo", "--columns", "1")

        assert result.exit_code == 2
        assert "--columns är till för en bild; lägg till --format wheel eller --format timeline" in result.stderr

    def test_what_is_no_year_is_refused(self) -> None:
        result = samverkan("tranemo", "--year", "2016/18")

        assert result.exit_code == 2
        assert "”2016/18” är inget år; skriv 2016, eller ett läsår som 2015/16" in result.stderr

    def test_where_no_source_says_the_year_it_is_asked_for(self) -> None:
        write("tyst.toml", 'format = 1\nid = "a"\nname = "A"\n')

        result = samverkan("tyst.toml", "--format", "wheel")

        assert result.exit_code == 2
        assert "ingen källa säger vilket år det gäller; ange ett med --year" in result.stderr
        assert samverkan("tyst.toml", "--format", "timeline").exit_code == 0

    def test_several_files_make_one_picture_and_a_clash_is_still_the_finding(self) -> None:
        write("b.toml", FILE.format(id="b", name="B", time="14.00–16.00"))

        result = samverkan("a.toml", "b.toml", "--format", "wheel")

        assert result.exit_code == 1
        assert result.stdout.count(" data-id=") == 2
