"""The scripts in ``examples/`` run from start to end, in both languages, and write what they say."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import samverkan

ROOT = Path(__file__).parents[1]
RUNS = {
    "compare_two_setups.py": ["tranemo", "resurscentrum", "--as-of", "2016-06-30"],
    "next_term.py": [],
}
"""Each script with the arguments that its docstring shows."""


def run(script: str, folder: Path, *arguments: str) -> str:
    command = [sys.executable, str(ROOT / "examples" / script), *arguments, "--to", str(folder)]
    done = subprocess.run(command, cwd=folder, env=os.environ, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_every_script_is_run() -> None:
    assert {path.name for path in (ROOT / "examples").glob("*.py")} == set(RUNS)


@pytest.mark.parametrize("script", RUNS)
def test_it_says_the_same_twice_and_another_thing_in_english(script: str, tmp_path: Path) -> None:
    swedish, again = (run(script, tmp_path, *RUNS[script]) for _ in range(2))
    assert swedish == again
    assert run(script, tmp_path, *RUNS[script], "--lang", "en") != swedish


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
