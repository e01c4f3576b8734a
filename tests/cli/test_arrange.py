"""``samverkan arrange``, with the greedy solver where nothing better is asked."""

from __future__ import annotations

import datetime as dt
import json
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from samverkan.cli import output
from samverkan.cli.door import DOOR
from samverkan.formats import json as as_json
from samverkan.formats.files import load

from .faults import FILE

CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
BEGIN:VEVENT
UID:1
DTSTAMP:20270101T000000Z
DTSTART:20270112T080000
DTEND:20270112T180000
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.chdir(tmp_path)
    for id_ in ("alby", "berga"):
        Path(f"{id_}.toml").write_text(FILE.format(id=id_), encoding="utf-8")
    return ["alby.toml", "berga.toml"]


def samverkan(*arguments: str, lang: str = "sv") -> Result:
    environment = {"COLUMNS": "80", "NO_COLOR": "1", "SAMVERKAN_LANG": lang}
    return CliRunner().invoke(DOOR, ["arrange", *arguments, "--as-of", "2027-01-01"], env=environment)


def test_the_best_times_are_told_with_what_was_found(files: list[str]) -> None:
    told = samverkan(*files)
    assert told.exit_code == 0
    assert "Alla 8 möten har fått en tid. 4 ligger kvar där planen hade dem, 4 flyttas." in told.output
    assert "Planen hade 4 krockar. Det är bevisat att inget bättre finns." in told.output
    assert "Enhetschef (p-1)" in told.output


def test_the_same_in_english_and_twice_the_same(files: list[str]) -> None:
    told = samverkan(*files, lang="en")
    assert "It is proven that nothing better exists." in told.output
    assert samverkan(*files, lang="en").output == told.output


def test_data_tell_each_time_and_the_schedule(files: list[str]) -> None:
    told = json.loads(samverkan(*files, "--format", "json").output)
    assert (told["proven"], told["everything_fits"], told["score"]["left_out"]) == (True, True, 0)
    assert told["clashes_before"] == 4
    starts = [each["start"] for each in told["placements"]]
    assert len(set(starts)) == 8
    assert {start[10:] for start in starts} == {"T09:00:00+01:00", "T13:00:00+01:00"}
    assert told["schedule"]["clashes"] == []
    assert [each["collaborations"] for each in told["strains"]] == [["alby", "berga"]]


def test_a_feed_has_the_times(files: list[str]) -> None:
    told = samverkan(*files, "--format", "ical")
    assert told.exit_code == 0
    assert told.output.count("BEGIN:VEVENT") == 8


def test_what_cannot_be_is_a_finding_and_says_why(files: list[str]) -> None:
    told = samverkan(*files, "--window", "0", "--daily", "1")
    assert told.exit_code == 1
    assert "4 av 8 möten har fått en tid." in told.output
    left = told.output.partition("Utan tid\n")[2].partition("\n\n")[0]
    assert left.count("  – berga: Gruppen, tis ") == 4
    assert "Varför inte alla kan få en tid" in told.output
    assert "Enhetschef" in told.output.split("Varför")[1]


def test_the_times_are_written_into_the_files_and_nothing_is_left_to_write(files: list[str]) -> None:
    told = samverkan(*files, "--write")
    assert "Inskrivet i 1 fil: " in told.output
    assert sorted(path.name for path in Path().iterdir()) == files
    before = [Path(file).read_bytes() for file in files]
    again = samverkan(*files, "--write", "--keep")
    assert "Inget behövde skrivas" in again.output
    assert [Path(file).read_bytes() for file in files] == before


def test_a_full_disk_leaves_every_file_as_it_was(files: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [Path(file).read_text(encoding="utf-8") for file in files]
    monkeypatch.setattr(output.os, "fsync", _full)
    told = samverkan(*files, "--write", "--at", "8.00", "--fix", "alby/moten", "--fix", "berga/moten")
    assert told.exit_code == 1  # both stand, so nothing is written
    told = samverkan(*files, "--write")
    assert told.exit_code == 2
    assert "Traceback" not in told.output
    assert [Path(file).read_text(encoding="utf-8") for file in files] == texts
    assert sorted(path.name for path in Path().iterdir()) == files


def _full(_: int) -> None:
    raise OSError(28, "No space left on device")


def test_a_calendar_of_a_holder_is_kept_clear_of(files: list[str]) -> None:
    Path("chef.ics").write_text(CALENDAR.replace("\n", "\r\n"), encoding="utf-8")
    told = json.loads(samverkan(*files, "--busy", "p-1=chef.ics", "--format", "json").output)
    assert not [each for each in told["placements"] if each["start"].startswith("2027-01-12")]


def test_ids_of_one_file_alone_need_no_prefix(files: list[str]) -> None:
    told = json.loads(samverkan(files[0], "--fix", "moten", "--gap", "moten=7-21", "--format", "json").output)
    assert told["placements"] == []
    assert len(told["schedule"]["meetings"]) == 4


def test_the_days_between_meetings_are_kept(files: list[str]) -> None:
    gaps = ["--gap", "alby/moten=14-14", "--gap", "berga/moten=-13"]
    told = json.loads(samverkan(*files, *gaps, "--format", "json").output)
    for owner, between in (("alby", {14}), ("berga", set(range(14)))):
        days = [
            dt.date.fromisoformat(each["start"][:10]) for each in told["placements"] if each["collaboration"] == owner
        ]
        assert len(days) == 4
        assert {(second - first).days for first, second in pairwise(days)} <= between


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--at", "25"], "”25” är inget klockslag; skriv det som 13:00"),
        (["--window", "-1"], "”-1” är inget heltal från 0 och uppåt"),
        (["--minutes", "0"], "”0” är inget heltal från 1 och uppåt"),
        (["--daily", "två"], "”två” är inget heltal"),
        (["--seconds", "nan"], "”nan” är inget antal sekunder"),
        (["--limit", "p-1"], "”p-1” saknar ena sidan; skriv det som p-1=1"),
        (["--gap", "alby/moten=7"], "saknar ena sidan"),
        (["--gap", "alby/mote=7-"], "menade du ”alby/moten”?"),
        (["--fix", "alby/mote"], "menade du ”alby/moten”?"),
        (["--limit", "p-2=1"], "menade du ”p-1”?"),
        (["--busy", "p-1=saknas.ics"], "filen saknas.ics finns inte"),
        (["--solver", "high"], "menade du ”highs”?"),
    ],
)
def test_what_cannot_be_followed_is_told_in_a_line(files: list[str], arguments: list[str], told: str) -> None:
    answer = samverkan(*files, *arguments)
    assert answer.exit_code == 2
    assert told in answer.stderr
    assert answer.stderr.count("\n") == 1


def test_what_comes_along_is_not_written_to(files: list[str]) -> None:
    answer = samverkan(*files, "tranemo", "--write")
    assert answer.exit_code == 2
    assert "tranemo.toml; kopiera den först till en egen fil" in answer.stderr


def test_nor_is_standard_input(files: list[str]) -> None:
    text = Path(files[0]).read_text(encoding="utf-8")
    answer = CliRunner().invoke(DOOR, ["arrange", "-", "--write"], input=text)
    assert answer.exit_code == 2
    assert "kopiera den först till en egen fil" in answer.stderr


def test_what_lies_before_the_day_has_been_held(files: list[str]) -> None:
    answer = CliRunner().invoke(DOOR, ["arrange", *files, "--as-of", "2027-02-01", "--format", "json"])
    told = json.loads(answer.output)
    assert {each["nominal"] for each in told["placements"]} == {"2027-02-09", "2027-02-23"}
    assert len(told["schedule"]["clashes"]) == 2
    assert answer.exit_code == 1


def test_json_files_are_not_written_to(files: list[str]) -> None:
    Path("alby.json").write_text(as_json.dumps(load(files[0])), encoding="utf-8")
    answer = samverkan("alby.json", "--write")
    assert answer.exit_code == 2
    assert "skrivs bara in i TOML-filer" in answer.stderr


def test_without_the_extra_a_line_names_it_and_the_greedy_solver_goes_on(
    files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "highspy", None)
    answer = samverkan(*files)
    assert answer.exit_code == 2
    assert "samverkan[arrange]" in answer.stderr
    assert samverkan(*files, "--solver", "greedy").exit_code == 0
