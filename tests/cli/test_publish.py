"""``samverkan publish``: the pages in place, and one clear line where they cannot be."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from samverkan.cli import folder as room
from samverkan.cli.door import DOOR
from samverkan.cli.folder import MANIFEST

FILE = """\
format = 1
id = "{id}"
name = "{id}"
{more}
[publishing]
accessibility = "https://exempel.se/tillganglighet"
"""
UPDATED = "updated = 2027-03-01"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "fsync", lambda _: None)  # no test cuts the power, and waiting for the disk is long


def written(id_: str, more: str = UPDATED, file: str | None = None) -> str:
    name = file or f"{id_}.toml"
    Path(name).write_text(FILE.format(id=id_, more=more), encoding="utf-8")
    return name


def publish(*arguments: str, lang: str = "sv") -> Result:
    environment = {"COLUMNS": "200", "NO_COLOR": "1", "SAMVERKAN_LANG": lang}
    return CliRunner().invoke(DOOR, ["publish", *arguments], prog_name="samverkan", env=environment)


def test_it_says_what_was_written_and_where_to_begin() -> None:
    done = publish(written("alby"), "--to", "webb")

    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == "24 filer är publicerade i webb.\nÖppna webb/index.html.\n"
    assert len(json.loads(Path("webb", MANIFEST).read_text())["files"]) == 24
    assert "https://exempel.se/tillganglighet" in Path("webb/sv/index.html").read_text(encoding="utf-8")


def test_pages_that_are_there_already_are_left_alone() -> None:
    file = written("alby")
    publish(file, "--to", "webb")

    assert publish(file, "--to", "webb", lang="en").stdout.startswith("Nothing has changed: webb holds these pages")


def test_a_file_that_does_not_say_when_it_was_changed_is_published_and_told_of() -> None:
    done = publish(written("alby", ""), "--to", "webb")

    assert done.exit_code == 0
    assert "alby säger inte när den senast ändrades; lägg till updated = 2026-11-22, med er egen dag." in done.stdout


def test_what_comes_next_is_told_as_of_the_day_that_is_asked_for() -> None:
    publish(written("alby"), "--to", "webb", "--as-of", "2027-02-01")

    assert "Per mån 1 feb 2027" in Path("webb/sv/vad-hander-nu.html").read_text(encoding="utf-8")


def test_several_files_give_a_list_and_a_folder_each() -> None:
    done = publish(written("alby"), written("sv"), "--to", "lan")

    assert done.exit_code == 0
    assert {path.name for path in Path("lan").iterdir()} == {
        "alby",
        "sv-",
        "sv",
        "en",
        "index.html",
        "style.css",
        MANIFEST,
    }
    assert "../sv-/sv/index.html" in Path("lan/sv/index.html").read_text(encoding="utf-8")


def test_without_a_statement_on_accessibility_nothing_is_published_and_one_line_says_how_to_set_it() -> None:
    done = publish("tranemo", "--to", "webb")

    assert done.exit_code == 2
    assert done.stderr == (
        "samverkan: tranemo.toml säger inte var er tillgänglighetsredogörelse ligger (lag 2018:1937); lägg till raden "
        '[publishing] om den saknas, och under den accessibility = "https://…"\n'
    )
    assert not Path("webb").exists()


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ('accessibility = "javascript:alert(1)"', "accessibility"),
        ('accessibility = "/tillganglighet"', "accessibility"),
        ('contact_link = "08-123 45"', "contact_link"),
        ('address = "https://exempel.se/?sida=1"', "address"),
    ],
)
def test_an_address_that_is_none_is_told_with_its_line(setting: str, told: str) -> None:
    Path("alby.toml").write_text(f'format = 1\nid = "alby"\nname = "Alby"\n[publishing]\n{setting}\n')

    done = publish("alby.toml", "--to", "webb")

    assert done.exit_code == 2
    assert "alby.toml:5:" in done.stderr
    assert f"{told} ”" in done.stderr


def test_what_looks_like_a_person_s_is_refused_with_its_place_until_it_is_excused() -> None:
    more = UPDATED + '\n[organisations.vaxel]\nname = "Växeln 070-174 06 05"\n'
    excuse = '[[excused]]\ntext = "070-174 06 05"\nbecause = "ett påhittat nummer"\n'

    refused = publish(written("a", more), "--to", "webb")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "här står ”070-174 06 05”, som ser ut att vara en persons" in refused.stderr
    assert refused.stderr.startswith("a.toml:")
    assert not Path("webb").exists()

    assert publish(written("a", more + excuse), "--to", "webb").exit_code == 0


def test_two_files_of_one_id_are_refused() -> None:
    done = publish(written("alby"), written("alby", file="other.toml"), "--to", "lan")

    assert (done.exit_code, done.stderr) == (2, "samverkan: flera filer har id alby; var och en behöver ett eget\n")


def test_the_folder_has_to_be_named() -> None:
    assert publish(written("alby")).stderr.startswith("samverkan: --to saknas")


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (errno.ENOSPC, "samverkan: disken är full; inget har skrivits\n"),
        (errno.EACCES, "samverkan: ingen behörighet att skriva .; välj en annan mapp med --to\n"),
        (errno.EBUSY, "samverkan: webb kan inte bytas ut, för en disk är monterad där; ange en mapp i den\n"),
    ],
)
def test_what_the_disk_refuses_is_one_line_and_the_old_pages_stay(
    monkeypatch: pytest.MonkeyPatch, code: int, told: str
) -> None:
    publish(written("alby"), "--to", "webb")
    before = {path: path.read_bytes() for path in Path("webb").rglob("*") if path.is_file()}

    def failing(*_: object) -> None:
        raise OSError(code, os.strerror(code), ".")

    monkeypatch.setattr(room, "_write" if code == errno.ENOSPC else "exchanged", failing)
    done = publish(written("alby", "updated = 2027-04-01"), "--to", "webb")

    assert (done.exit_code, done.stdout, done.stderr) == (2, "", told)
    assert {path: path.read_bytes() for path in Path("webb").rglob("*") if path.is_file()} == before
    assert {path.name for path in Path().iterdir()} == {"alby.toml", "webb"}


def test_a_missing_folder_above_is_told() -> None:
    assert "finns inte; skapa den först" in publish(written("alby"), "--to", "nowhere/webb").stderr


class TestResults:
    """How the goals stand, on the page of goals."""

    GOAL = (
        UPDATED + '\n[[goals]]\nid = "g"\nkind = "share"\ntext = "Mål"\nnumber = 70\npopulation = "deltagare"\n'
        'outcomes = ["arbetar"]\ndeadline = 2027-12-31\n'
    )
    PAGE = Path("webb/sv/mal.html")

    def results(self, *, day: str = "2027-02-01", source: str = "deltagarlistan") -> str:
        Path("utfall.csv").write_text(
            f"mål;från;till;insamlat;antal;av;källa\ng;2027-01-01;2027-01-31;{day};18;30;{source}\n", encoding="utf-8"
        )
        return "utfall.csv"

    def test_the_page_says_how_the_goals_stand_as_of_its_day(self) -> None:
        done = publish(written("alby", self.GOAL), "--to", "webb", "--results", self.results())

        assert (done.exit_code, done.stderr) == (0, "")
        assert "Läget mån 1 mars 2027, 1 mål: ligger efter 1." in self.PAGE.read_text(encoding="utf-8")

    def test_rows_that_are_newer_than_the_pages_are_left_out_and_told(self) -> None:
        done = publish(written("alby", self.GOAL), "--to", "webb", "--results", self.results(day="2027-04-01"))

        assert "1 rad i utfallet är nyare än mån 1 mars 2027 och räknas inte; ange en senare dag med" in done.stdout
        assert "18 av 30" not in self.PAGE.read_text(encoding="utf-8")

    def test_a_person_in_a_source_is_refused_with_the_line_until_it_is_excused(self) -> None:
        excuse = '[[excused]]\ntext = "Anna Berg"\nbecause = "en båt"\n'
        refused = publish(written("alby", self.GOAL), "--to", "webb", "--results", self.results(source="Anna Berg"))
        done = publish(written("alby", self.GOAL + excuse), "--to", "webb", "--results", "utfall.csv")

        assert refused.exit_code == 2
        assert "utfall.csv:2:42: här står ”Anna Berg”, som ser ut att vara en persons" in refused.stderr
        assert done.exit_code == 0

    @pytest.mark.parametrize(
        ("more", "files", "told"),
        [
            (GOAL, ["alby", "berga"], "--results går ihop med en enda fil"),
            (GOAL.removeprefix(UPDATED), ["alby"], "ange den med --as-of"),
        ],
    )
    def test_what_it_cannot_go_with_is_told_and_nothing_is_published(
        self, more: str, files: list[str], told: str
    ) -> None:
        done = publish(*(written(each, more) for each in files), "--to", "webb", "--results", self.results())

        assert (done.exit_code, told in done.stderr) == (2, True)
        assert not Path("webb").exists()
