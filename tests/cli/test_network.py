"""``samverkan network`` as files for other programs, and as a picture."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from samverkan.cli.door import DOOR
from samverkan.cli.network import FORMATS

if TYPE_CHECKING:
    from pathlib import Path


def samverkan(*arguments: str) -> Result:
    return CliRunner().invoke(DOOR, ["network", "tranemo", *arguments], env={"SAMVERKAN_LANG": None})


@pytest.mark.parametrize(
    ("format_", "begins"),
    [
        ("graphml", '<?xml version="1.0" encoding="UTF-8"?>\n<graphml'),
        ("gexf", '<?xml version="1.0" encoding="UTF-8"?>\n<gexf'),
        ("dot", 'graph "tranemo" {'),
        ("mermaid", "flowchart LR\n"),
        ("csv", "source,target,tie,"),
        ("svg", '<svg xmlns="http://www.w3.org/2000/svg" lang="sv" role="img"'),
    ],
)
def test_each_format_is_what_it_says(format_: str, begins: str) -> None:
    result = samverkan("--format", format_)

    assert result.exit_code == 0
    assert result.stdout.startswith(begins)


def test_no_format_is_without_a_test() -> None:
    assert set(FORMATS) == {"graphml", "gexf", "dot", "mermaid", "csv", "svg"}


@pytest.mark.parametrize("format_", ["gexf", "dot", "mermaid", "csv", "svg"])
def test_names_are_in_the_language_of_the_reader(format_: str) -> None:
    sv, en = (samverkan("--format", format_, "--lang", language).stdout for language in ("sv", "en"))

    assert sv != en
    assert "Establishment" in en


def test_a_picture_is_as_wide_as_its_columns() -> None:
    widths = [samverkan("--format", "svg", "--columns", each).stdout.split('width="')[1] for each in "13"]

    assert [width.partition('"')[0] for width in widths] == ["540", "1224"]
    assert samverkan("--format", "svg", "--columns", "0").exit_code == 2


def test_columns_without_a_picture_are_refused() -> None:
    result = samverkan("--columns", "1")

    assert (result.exit_code, result.stderr) == (
        2,
        "samverkan: --columns är till för en bild; lägg till --format svg\n",
    )


def test_a_file_gets_the_bytes_that_the_terminal_would(tmp_path: Path) -> None:
    file = tmp_path / "ut.svg"

    samverkan("--format", "svg", "--output", str(file))

    assert file.read_bytes() == samverkan("--format", "svg").stdout_bytes


FILE = """\
format = 1
id = "alby"
name = "Alby"

[organisations]
polisen = { name = "Polisen", sector = "state-agency" }

[bodies.gruppen]
kind = "network"
name = "Gruppen"

[bodies.styrelsen]
kind = "advisory-board"
name = "Styrelsen"
convened = { date = 2027-01-01 }
seats.s-1 = { organisations = ["polisen"] }
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Write a collaboration with a body that is convened on a known day, as the only one in which anybody sits."""
    path = tmp_path / "alby.toml"
    path.write_text(FILE, encoding="utf-8")
    return path


def asked(*arguments: str) -> Result:
    return CliRunner().invoke(DOOR, ["network", *arguments], env={"SAMVERKAN_LANG": None})


class TestDay:
    """As of a day, all that is told is of that day, and says so."""

    BEFORE = ("--as-of", "2015-01-01")

    def test_the_text_says_which_day_and_nothing_of_waiting(self) -> None:
        told = samverkan("--as-of", "2016-04-01", "--lang", "en").stdout

        assert "As it was on Fri 1 Apr 2016. What the file does not date counts as there." in told
        assert "in both: Tranemo kommun" in told
        assert "waits to be known" not in told
        assert "waits to be known" in samverkan("--lang", "en").stdout

    @pytest.mark.parametrize(
        ("format_", "day"),
        [
            ("graphml", "2015-01-01"),
            ("gexf", ""),
            ("dot", '  label="2015-01-01"'),
            ("mermaid", '---\ntitle: "2015-01-01"\n---\nflowchart'),
            ("csv", ""),
            ("svg", "Integration Tranemo, tors 1 jan 2015"),
        ],
    )
    def test_each_format_has_what_held(self, format_: str, day: str) -> None:
        then = samverkan("--format", format_, *self.BEFORE).stdout

        assert then != samverkan("--format", format_).stdout
        assert day in then

    @pytest.mark.parametrize(("day", "bodies"), [("2026-12-31", ["gruppen"]), ("2027-01-01", ["gruppen", "styrelsen"])])
    def test_json_has_the_network_and_the_answers_of_the_day(self, file: Path, day: str, bodies: list[str]) -> None:
        data = json.loads(asked(str(file), "--as-of", day, "--format", "json").stdout)

        assert [node["id"] for node in data["nodes"] if node["kind"] == "body"] == [f"body:{each}" for each in bodies]
        assert [each["body"] for each in data["measures"]["who_sits_where"]["coverage"]] == bodies
        assert (data["graph"]["as_of"], data["measures"]["when_does_news_arrive"]) == (day, None)

    @pytest.mark.parametrize(("day", "shared"), [("2026-12-31", []), ("2027-01-01", ["polisen"])])
    def test_several_are_of_the_day_together(self, file: Path, day: str, shared: list[str]) -> None:
        other = file.with_name("ekeby.toml")
        other.write_text(file.read_text(encoding="utf-8").replace("alby", "ekeby"), encoding="utf-8")

        data = json.loads(asked(str(file), str(other), "--as-of", day, "--format", "json").stdout)

        assert data["graph"]["as_of"] == day
        assert ("body:alby/styrelsen" in {node["id"] for node in data["nodes"]}) is bool(shared)
        assert {
            name for each in data["measures"]["which_sectors_meet"]["sittings"] for name in each["organisations"]
        } == set(shared)
        assert [each["id"] for each in data["measures"]["who_serves_several"]["organisations"]] == shared

    def test_what_is_no_day_is_refused(self) -> None:
        assert samverkan("--as-of", "i fjol").exit_code == 2


def test_of_several_the_questions_about_seats_are_answered_for_all_together() -> None:
    told = samverkan("visioncenter", "--lang", "en").stdout

    for question in ("Which tie is cheapest to add?", "Which sectors meet where", "Who brokers", "Is there a core?"):
        assert question in told
    assert "Integration Tranemo: Advisory Board" in told
    assert "Who is missing?" not in told
