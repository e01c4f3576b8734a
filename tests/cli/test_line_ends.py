"""Files as other systems save them: Windows line ends, byte-order marks, old-Mac line ends, UTF-16."""

from __future__ import annotations

import codecs
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from samverkan.cli import manifest
from samverkan.cli.door import DOOR
from samverkan.formats import json as as_json
from samverkan.formats.bundled import bundled, bundled_text

from .faults import FILE

if TYPE_CHECKING:
    from collections.abc import Callable

ALBY = FILE.format(id="alby").replace("[publishing]", "# å på en rad för sig\n\n[publishing]")
CHECKLIST = """\
format = 1
id = "ekeby"
version = "1"
name = "Ekeby – egna frågor"
[factors.f]
name = "Få frågor"
[factors.f.criteria.rad]
core = true
rule = { criterion = "tranemo:5.1" }
"""
ANSWERS = """\
organisation;roll;kriterium;svar;datum
arbetsformedlingen;chef;6.2;uppfyllt;2016-03-20
polisen;handläggare;6.2;vet ej;
"""
CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
BEGIN:VEVENT
UID:1
SUMMARY:Möte på annat håll
DTSTAMP:20270101T000000Z
DTSTART:20270112T080000
DTEND:20270112T180000
END:VEVENT
END:VCALENDAR
"""


def samverkan(*arguments: str, lang: str = "en") -> Result:
    environment = {"COLUMNS": "100", "NO_COLOR": "1", "SAMVERKAN_LANG": lang}
    return CliRunner().invoke(DOOR, arguments, env=environment)


def steps() -> str:
    return samverkan("rollout", "--model", lang="sv").stdout


def results() -> str:
    return samverkan("follow", "integration-pa-g", "--template").stdout


def kolada() -> str:
    return "kpi;municipality;period;gender;value\nN00001;1452;2016;T;3,5\n"


KINDS: dict[str, tuple[Callable[[], str], str]] = {
    "plan.toml": (lambda: bundled_text("tranemo"), "schedule plan.toml"),
    "plan.json": (lambda: as_json.dumps(bundled("tranemo")), "schedule plan.json"),
    "egen.toml": (lambda: CHECKLIST, "evaluate tranemo --checklist egen.toml --as-of 2016-04-10"),
    "steg.toml": (steps, "rollout alby.toml --steps steg.toml --start 2027-01-11 --as-of 2027-01-01"),
    "svar.csv": (lambda: ANSWERS, "voices tranemo svar.csv --as-of 2016-04-10"),
    "utfall.csv": (results, "follow integration-pa-g --results utfall.csv --as-of 2010-04-10"),
    "upptaget.ics": (lambda: CALENDAR, "schedule alby.toml --busy upptaget.ics"),
}
"""Every kind of text that is read, and a verb that reads it; a manifest is read by ``publish``."""
GOOD: dict[str, Callable[[str], bytes]] = {
    "Windows line ends": lambda text: text.replace("\n", "\r\n").encode(),
    "a byte-order mark": lambda text: codecs.BOM_UTF8 + text.encode(),
    "both": lambda text: codecs.BOM_UTF8 + text.replace("\n", "\r\n").encode(),
    "line ends of both kinds": lambda text: text.replace("\n", "\r\n", 3).encode(),
}
OTHER: dict[str, Callable[[str], bytes]] = {
    "old-Mac line ends": lambda text: text.replace("\n", "\r").encode(),
    "UTF-16 with its mark": lambda text: text.encode("utf-16"),
    "UTF-16 without one": lambda text: text.encode("utf-16-le"),
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("alby.toml").write_text(ALBY, encoding="utf-8")


@pytest.mark.parametrize("name", KINDS)
def test_how_lines_end_and_whether_a_mark_stands_first_makes_no_difference(name: str) -> None:
    text, line = KINDS[name]
    Path(name).write_bytes((content := text()).encode())
    plain = samverkan(*line.split())
    assert plain.exit_code != 2, plain.stderr
    for form, saved in GOOD.items():
        Path(name).write_bytes(saved(content))
        told = samverkan(*line.split())
        assert (told.exit_code, told.stdout, told.stderr) == (plain.exit_code, plain.stdout, ""), form


@pytest.mark.parametrize("form", OTHER)
@pytest.mark.parametrize("name", KINDS)
def test_what_is_saved_otherwise_is_read_or_refused_with_its_name(name: str, form: str) -> None:
    text, line = KINDS[name]
    content = text()
    Path(name).write_bytes(OTHER[form](content))
    told = samverkan(*line.split())

    if told.exit_code != 2:
        Path(name).write_bytes(content.encode())
        plain = samverkan(*line.split())
        assert (told.exit_code, told.stdout) == (plain.exit_code, plain.stdout)
    else:
        first, *more = told.stderr.splitlines()
        assert name in first
        assert all(line.startswith(" ") for line in more), told.stderr  # the line itself, and where in it
        assert told.stdout == ""
        if "Mac" in form and name.endswith(".toml"):
            expected = "expected a file saved with the line ends of Windows (CRLF) or Unix (LF) [syntax]"
            assert first.endswith(f"the lines end as on an old Mac (CR); {expected}")


@pytest.mark.parametrize("form", GOOD)
def test_what_is_written_back_keeps_its_mark_and_its_line_ends(form: str) -> None:
    for id_ in ("alby", "berga"):
        Path(f"{id_}.toml").write_bytes(GOOD[form](ALBY.replace("alby", id_)))
    before = Path("berga.toml").read_bytes()

    done = samverkan("arrange", "alby.toml", "berga.toml", "--solver", "greedy", "--write", "--as-of", "2027-01-01")

    after = Path("berga.toml").read_bytes()
    assert (done.exit_code, after != before) == (0, True)
    assert after.startswith(codecs.BOM_UTF8) == before.startswith(codecs.BOM_UTF8)
    if form in {"Windows line ends", "both"}:
        assert after.count(b"\n") == after.count(b"\r\n")
    assert set(before.splitlines()) - set(after.splitlines()) <= {b"updated = 2027-01-01", codecs.BOM_UTF8}


@pytest.mark.parametrize("saved", [*GOOD.values(), *OTHER.values()], ids=[*GOOD, *OTHER])
def test_a_manifest_saved_otherwise_is_read_or_makes_the_folder_one_of_others(saved: Callable[[str], bytes]) -> None:
    told = json.dumps({"files": {"index.html": "0" * 64}}, indent=1)
    Path(manifest.MANIFEST).write_bytes(saved(told))

    assert manifest.written_in(Path()) in (None, {"index.html": "0" * 64})
