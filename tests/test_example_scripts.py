"""The scripts in ``examples/`` run from start to end, in both languages, and write what they say."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest

import samverkan
from samverkan.formats.results import csv
from samverkan.formats.wording import Wording
from samverkan.planning.merging import merged

ROOT = Path(__file__).parents[1]
RUNS = {
    "compare_two_setups.py": ["tranemo", "resurscentrum", "--as-of", "2016-06-30"],
    "county_what_if.py": [".", "--as-of", "2026-12-01", "--jobs", "2"],
    "follow_integration_pa_g.py": [],
    "kronoberg_shared_officials.py": [],
    "new_municipality.py": ["--start", "2027-01-11"],
    "next_term.py": [],
}
"""Each script with the arguments that its docstring shows."""


def run(script: str, folder: Path, *arguments: str) -> str:
    command = [sys.executable, str(ROOT / "examples" / script), *arguments]
    done = subprocess.run(command, cwd=folder, env=os.environ, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_every_script_is_run() -> None:
    assert {path.name for path in (ROOT / "examples").glob("*.py")} == set(RUNS)


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("compare_two_setups.py", "side by side"),
        ("follow_integration_pa_g.py", "All participants and all figures are made up."),
        ("new_municipality.py", "Collaboration in Ekeby: the steps"),
        ("next_term.py", "when they meet"),
    ],
)
def test_it_speaks_english_too(script: str, words: str, tmp_path: Path) -> None:
    assert words in run(script, tmp_path, *RUNS[script], "--lang", "en")


def test_the_autumn_keeps_off_the_break_and_nothing_else_in_the_file_changes(tmp_path: Path) -> None:
    assert "fre 2 sep" in run("next_term.py", tmp_path)
    whole = samverkan.load(tmp_path / "tranemo-ht16.toml")
    days = [meeting.date for meeting in samverkan.schedule(whole).of("samverkansgrupp").meetings]
    assert (len(days), days[0].isoformat(), days[-1].isoformat()) == (8, "2016-09-02", "2016-12-09")
    assert {(day.isocalendar().weekday, day.isocalendar().week % 2) for day in days} == {(5, 1)}
    before = samverkan.bundled("tranemo")
    assert (whole.bodies, whole.events, whole.activities) == (before.bodies, before.events, before.activities)
    assert (tmp_path / "tranemo-ht16.ics").read_bytes().count(b"BEGIN:VEVENT") == 8


def test_both_networks_are_drawn(tmp_path: Path) -> None:
    run("compare_two_setups.py", tmp_path, *RUNS["compare_two_setups.py"])
    assert {path.name for path in tmp_path.glob("*.svg")} == {"tranemo.svg", "resurscentrum.svg"}


def test_a_new_municipality_gets_a_file_a_calendar_and_a_picture(tmp_path: Path) -> None:
    told = run("new_municipality.py", tmp_path)
    whole = samverkan.load(tmp_path / "ekeby.toml")
    plan = samverkan.rollout(whole, start=dt.date(2027, 1, 11), as_of=dt.date(2027, 1, 11))
    assert plan.end is not None
    assert Wording("sv").day(plan.end) in told
    assert (tmp_path / "ekeby-plan.ics").read_bytes().count(b"BEGIN:VEVENT") == len(plan.planned)
    assert "</svg>" in (tmp_path / "ekeby-plan.svg").read_text(encoding="utf-8")


def test_eight_municipalities_get_times_without_a_clash_and_the_county_asks_what_if(tmp_path: Path) -> None:
    told = run("kronoberg_shared_officials.py", tmp_path)
    assert "Planen hade 448 krockar. Det är bevisat att inget bättre finns." in told
    files = sorted(tmp_path.glob("*.toml"))
    assert len(files) == 8
    assert merged(samverkan.load(file) for file in files).clashes == ()
    for file in files[2:]:
        file.unlink()  # two are enough to ask
    told = run("county_what_if.py", tmp_path, *RUNS["county_what_if.py"])
    assert told.startswith("Uppvidinge och Lessebo: tänk om")
    assert "utan Migrationsverket" in told
    one = run("county_what_if.py", tmp_path, *RUNS["county_what_if.py"][:-1], "1")
    assert one == told


def test_a_project_is_followed_to_its_end_and_what_must_not_be_shared_is_not_on_its_pages(tmp_path: Path) -> None:
    told = run("follow_integration_pa_g.py", tmp_path)
    assert "Alla deltagare och alla siffror är påhittade." in told
    rows = {line.split()[0]: line for line in told.splitlines() if line.startswith("  g-")}
    assert [sign for sign in rows["g-g2"] if sign in "✓✗↗↘…?"] == ["↗", "↗", "✗", "✗"]
    assert [sign for sign in rows["g-g3"] if sign in "✓✗↗↘…?"] == ["…", "↗", "…", "✓"]
    page = (tmp_path / "sidor/sv/mal.html").read_text(encoding="utf-8")
    assert "Integration på G! (påhittat utfall)" in page
    assert page.count('<dt>Läge</dt><dd><span class="sign hidden">Visas inte</span></dd>') == 1
    whole = samverkan.bundled("integration-pa-g")
    table = csv.loads((tmp_path / "utfall.csv").read_bytes(), whole)
    last = samverkan.follow_up(whole, table.results, as_of=dt.date(2011, 4, 15)).of("g-g3").whole
    assert [(each.count, each.total) for each in last.figures] == [(280, 381), (136, 191), (144, 190)]
    assert "280 av 381" in page
