"""``samverkan whatif``: variants from the command line, kept, interrupted and gone on with."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from samverkan.cli.door import DOOR

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILE = """\
format = 1
id = "{id}"
name = "{id}"
organisations.kommun = {{ name = "{id} kommun", sector = "municipality" }}
[bodies.grupp]
kind = "collaboration-group"
name = "Gruppen"
seats_complete = true
quorum = {{ at_least = 1 }}
seats.s1 = {{ role = "Integrationschef", organisations = ["kommun"], holder = "p-1" }}
[calendar]
breaks = [{{ name = "sportlov", from = 2027-02-15, to = 2027-02-19 }}]
[[series]]
id = "moten"
body = "grupp"
every = "14 days"
from = {first}
to = 2027-06-10
time = "13.00–15.00"
on_holiday = "move-later"
"""


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    paths = [tmp_path / "alby.toml", tmp_path / "ekeby.toml"]
    for path, first in zip(paths, ("2027-01-12", "2027-01-13"), strict=True):
        path.write_text(FILE.format(id=path.stem, first=first), encoding="utf-8")
    return [str(path) for path in paths]


def samverkan(*arguments: str, lang: str = "en") -> Result:
    environment = {"COLUMNS": "80", "NO_COLOR": "1", "SAMVERKAN_LANG": lang}
    return CliRunner().invoke(DOOR, ["whatif", *arguments, "--as-of", "2027-01-01"], env=environment)


def variants(*arguments: str) -> list[str]:
    return [each["variant"] for each in data(*arguments)["variants"]]


def data(*arguments: str) -> Any:  # noqa: ANN401  # whatever JSON holds
    return json.loads(samverkan(*arguments, "--format", "json").stdout)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (["--weekday", "moten=mån,Thursday"], ["moten on monday", "moten on thursday"]),
        (["--weekday", "moten=ons,wedn"], ["moten on wednesday", "moten on wednesday"]),
        (["--weekday", "all"], [f"moten on {day}" for day in ("monday", "wednesday", "thursday", "friday")]),
        (["--cadence", "3 weeks,var 10:e dag"], ["moten every 3 weeks", "moten every 10 days"]),
        (["--cadence", "moten=week on monday thursday"], ["moten every week on monday, thursday"]),
        (["--start", "moten=2027-01-19"], ["moten from 2027-01-19"]),
        (["--break-week", "8,2028-W09"], ["break in 2027-W08", "break in 2028-W09"]),
        (["--break-week", "sportlov=9"], ["break “sportlov” in 2027-W09"]),
        (
            ["--without-each", "seat", "--without-each", "organisation"],
            ["without seat grupp/s1", "without organisation kommun"],
        ),
        (
            ["--combine", "--start", "2027-01-19", "--weekday", "mon"],
            ["moten on monday", "moten from 2027-01-19", "moten from 2027-01-19 + moten on monday"],
        ),
    ],
)
def test_options_name_the_variants(files: list[str], asked: list[str], found: list[str]) -> None:
    assert variants(files[0], *asked) == found


def test_of_several_files_the_series_is_named_with_its_file_and_clashes_are_told(files: list[str]) -> None:
    found = data(*files, "--weekday", "ekeby/moten=tue")

    assert [each["variant"] for each in found["variants"]] == ["ekeby: moten on tuesday"]
    assert (found["today"]["certain"], found["variants"][0]["measures"]["certain"]) == (0, 11)


def test_people_read_what_changes_in_their_language(files: list[str]) -> None:
    result = samverkan(files[0], "--weekday", "mån", "--break-week", "sportlov=9", lang="sv")

    told = " ".join(result.stdout.split())
    assert result.exit_code == 0
    assert "alby: tänk om" in told
    assert "Gruppen på måndag" in told
    assert "sportlov vecka 9 2027" in told


def test_sorted_the_gravest_comes_first(files: list[str]) -> None:
    asked = (*files, "--weekday", "ekeby/moten=mon,tue", "--sort", "clashes")

    assert variants(*asked) == ["ekeby: moten on tuesday", "ekeby: moten on monday"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ([], "nothing is asked to be otherwise"),
        (["--weekday", "motena=mon"], "there is no series “motena”; did you mean “moten”?"),
        (["--weekday", "moten=mo"], "there is no weekday “mo”"),
        (["--cadence", "moten=often"], "the word “often” is not known here"),
        (["--start", "moten=soon"], "“soon” is not a date"),
        (["--break-week", "40"], "no meeting is near week 40; write the year too"),
        (["--break-week", "2027-W60"], "is not an ISO week"),
        (["--break-week", "påsklov=9"], "there is no break “påsklov”"),
        (["--weekday", "mon", "--jobs", "no"], "“no” is not a number of processes"),
        (["--weekday", "mon", "--jobs", "0"], "“0” is not a number of processes"),
        (["--without-each", "everybody"], "--without-each cannot be “everybody”"),
        (["--weekday", "mon", "--sort", "luck"], "--sort cannot be “luck”"),
    ],
)
def test_what_cannot_be_asked_is_told_in_a_line(files: list[str], asked: list[str], told: str) -> None:
    result = samverkan(files[0], *asked)

    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""


def test_a_file_without_series_is_told_so() -> None:
    result = samverkan("lots-ockelbo", "--weekday", "mon")

    assert result.exit_code == 2
    assert "no series is stated, so none can be otherwise" in result.stderr


def test_of_several_series_one_has_to_be_named(files: list[str]) -> None:
    result = samverkan(*files, "--weekday", "mon")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "say which series is meant, as in alby/moten=…" in result.stderr


ASKED = ("--weekday", "all", "--cadence", "3 weeks,5 weeks", "--break-week", "8,9", "--combine")


def test_processes_give_the_same_bytes(files: list[str], tmp_path: Path) -> None:
    for format_ in ("text", "json", "csv"):
        alone = samverkan(files[0], *ASKED, "--format", format_)
        shared = samverkan(files[0], *ASKED, "--format", format_, "--jobs", "2", "--results", str(tmp_path / format_))

        assert (shared.exit_code, shared.stdout_bytes) == (0, alone.stdout_bytes)
    assert (tmp_path / "text").read_bytes() == (tmp_path / "csv").read_bytes()


@pytest.mark.parametrize("kept", [0, 1, 7, 43])
def test_a_run_that_was_cut_short_goes_on_as_if_it_never_was(files: list[str], tmp_path: Path, kept: int) -> None:
    results = tmp_path / "results.jsonl"
    whole = samverkan(files[0], *ASKED, "--results", str(results))
    written = results.read_text(encoding="utf-8")
    lines = written.splitlines(keepends=True)
    results.write_text("".join(lines[:kept]) + lines[kept][:40], encoding="utf-8")

    again = samverkan(files[0], *ASKED, "--results", str(results))

    assert len(lines) == 5 * 3 * 3 - 1
    assert again.stdout == whole.stdout
    after = results.read_text(encoding="utf-8").splitlines(keepends=True)
    assert after[:kept] + after[kept + 1 :] == lines
    assert after[kept] == lines[kept][:40] + "\n"


def test_what_is_there_already_is_not_judged_again(
    files: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = tmp_path / "results.jsonl"
    first = samverkan(files[0], *ASKED, "--results", str(results))
    before = results.read_bytes()

    def refuse(*_: object) -> None:
        raise AssertionError("judged once more")

    monkeypatch.setattr("samverkan.whatif.sweep.consequence", refuse)

    assert samverkan(files[0], *ASKED, "--results", str(results)).stdout == first.stdout
    assert results.read_bytes() == before


def test_results_of_another_day_are_judged_again(files: list[str], tmp_path: Path) -> None:
    results = tmp_path / "results.jsonl"
    samverkan(files[0], "--weekday", "mon", "--results", str(results))
    CliRunner().invoke(
        DOOR, ["whatif", files[0], "--weekday", "mon", "--results", str(results), "--as-of", "2027-01-02"]
    )

    cases = [json.loads(each)["case"] for each in results.read_text(encoding="utf-8").splitlines()]
    assert len(cases) == len(set(cases)) == 2


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_keeps_what_is_done_and_says_how_to_go_on(files: list[str], tmp_path: Path, jobs: str) -> None:
    results = tmp_path / "results.jsonl"
    starts = ",".join(f"2027-0{month}-{day}" for month in (1, 2, 3, 4) for day in range(10, 29))
    # Whoever starts the tests in the background has interrupts ignored, and a child would inherit that.
    heeding = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    command = [sys.executable, "-c", f"{heeding}; from samverkan.cli import main; main()"]
    line = [*command, "whatif", files[0], "--start", starts, *ASKED, "--jobs", jobs]
    with subprocess.Popen(
        [*line, "--results", str(results)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        _until(lambda: results.exists() and results.read_text(encoding="utf-8").count("\n") > 3)
        os.killpg(process.pid, signal.SIGINT)
        printed, told = process.communicate(timeout=60)

    kept = results.read_text(encoding="utf-8").splitlines()
    assert (printed, process.returncode) == ("", 130)
    assert told.endswith(f"resultat finns i {results}, och samma rad fortsätter därifrån\n")
    assert "Traceback" not in told
    assert 3 < len(kept) < 77 * 45
    assert all(json.loads(each)["variant"] for each in kept)


def _until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + 40
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.05)
