"""``samverkan rollout``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from unittest.mock import Mock

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from samverkan.cli import terminal
from samverkan.cli.complaints import Misuse
from samverkan.cli.door import DOOR
from samverkan.formats.wording import Wording
from samverkan.steps.model import model_text

if TYPE_CHECKING:
    from pathlib import Path

START = ("--start", "2027-01-11", "--as-of", "2027-01-01")
OWN = """\
format = 1
id = "egen"
name = "Egna steg"
[steps.lokal]
title = "Lokalen ordnas"
about = "En plats att mötas på."
days = 10
role = "fastighetschefen"
evidence = "hyresavtal"
source = "vårt val"
"""


def run(*arguments: str, lang: str = "en") -> Result:
    return CliRunner().invoke(DOOR, ["rollout", *arguments, "--lang", lang], prog_name="samverkan")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_picture_for_a_telephone_is_one_column_wide() -> None:
    narrow = run("tranemo", *START, "--format", "svg", "--columns", "1").stdout

    assert 'viewBox="0 0 360 ' in narrow
    assert run("tranemo", *START, "--columns", "1").exit_code == 2


@pytest.mark.parametrize("name", ["integration-pa-g", "lots-ockelbo", "resurscentrum", "tranemo", "visioncenter"])
@pytest.mark.parametrize("form", ["text", "json", "ical", "svg", "mermaid"])
def test_every_setup_rolls_out_in_every_form(name: str, form: str) -> None:
    result = run(name, *START, "--format", form)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == run(name, *START, "--format", form).stdout


@pytest.mark.parametrize("name", ["resurscentrum", "tranemo"])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_workbook_has_a_row_for_each_step_and_each_criterion(name: str, lang: str, here: Path) -> None:
    assert run(name, *START, "--format", "xlsx", "--output", "plan.xlsx", lang=lang).exit_code == 0
    book = load_workbook(here / "plan.xlsx")
    data = json.loads(run(name, *START, "--format", "json", lang=lang).stdout)
    plan, steps, criteria = book.worksheets
    for sheet in (plan, steps):
        assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [each["title"] for each in data["steps"]]
    days = [row[3].value and row[3].value.date().isoformat() for row in plan.iter_rows(min_row=2)]
    assert days == [each["earliest_start"] or each["done_on"] for each in data["steps"]]
    assert [row[0].value for row in criteria.iter_rows(min_row=2)] == [each["id"] for each in data["criteria"]]
    assert book.sheetnames == ["Plan", *(["Steg", "Kriterier"] if lang == "sv" else ["Steps", "Criteria"])]


def test_a_workbook_is_handed_on_as_bytes_and_not_to_a_person(monkeypatch: pytest.MonkeyPatch, here: Path) -> None:
    asked = ("tranemo", *START, "--format", "xlsx")
    run(*asked, "--output", "plan.xlsx")
    assert run(*asked).stdout_bytes == (here / "plan.xlsx").read_bytes()
    monkeypatch.setattr(terminal.sys, "stdout", Mock(isatty=lambda: True))
    with pytest.raises(Misuse, match="add --output with a name for it"):
        terminal.Terminal(Wording("en")).give(terminal.Answer(b"PK"))


def test_it_plans_forwards_or_backwards() -> None:
    forwards = json.loads(run("tranemo", *START, "--format", "json").stdout)
    backwards = json.loads(run("tranemo", "--end", forwards["end"], "--as-of", "2027-01-01", "--format", "json").stdout)

    assert (backwards["start"], backwards["deadline"]) == ("2027-01-11", forwards["end"])
    assert backwards["steps"] == forwards["steps"]


@pytest.mark.parametrize("days", [(), (*START, "--end", "2027-12-01")])
def test_one_day_is_planned_from(days: tuple[str, ...]) -> None:
    result = run("tranemo", *days)

    assert result.exit_code == 2
    assert "give one day to plan from: --start, or --end to plan backwards" in result.stderr.replace("\n", " ")


def test_what_is_certainly_late_is_a_finding(here: Path) -> None:
    (here / "egna.steps.toml").write_text(OWN, encoding="utf-8")
    given = ("tranemo", "--start", "2027-01-11", "--steps", "egna.steps.toml", "--as-of")

    assert [run(*given, day).exit_code for day in ("2027-01-22", "2027-01-23")] == [0, 1]
    assert "Late as of Sat 23 Jan 2027: Lokalen ordnas." in run(*given, "2027-01-23").stdout


def test_what_may_be_done_already_is_no_finding() -> None:
    result = run("integration-pa-g", "--start", "2027-01-11", "--as-of", "2028-01-01")

    assert result.exit_code == 0
    assert "Late as of Sat 1 Jan 2028, unless it turns out to be done:" in result.stdout


def test_what_is_done_has_days_too_if_asked_for() -> None:
    first, second = (
        json.loads(run("tranemo", *START, "--format", "json", *more).stdout) for more in ((), ("--all-steps",))
    )

    assert sum(each["slack"] is None for each in first["steps"]) == 5
    assert sum(each["slack"] is None for each in second["steps"]) == 0


def test_the_steps_of_the_model_begin_a_file_of_ones_own(here: Path) -> None:
    assert run("--model", "--output", "egna.steps.toml").exit_code == 0
    assert (here / "egna.steps.toml").read_text(encoding="utf-8") == model_text()

    assert run("tranemo", *START, "--steps", "egna.steps.toml").stdout == run("tranemo", *START).stdout
    assert run("--model", "tranemo").exit_code == 2


def test_every_fault_of_the_steps_is_told_with_its_place(here: Path) -> None:
    wrong = OWN.replace("days = 10", 'days = 0\nafter = ["lokal", "beslut"]')
    (here / "egna.steps.toml").write_text(wrong, encoding="utf-8")

    result = run("tranemo", *START, "--steps", "egna.steps.toml", lang="sv")

    assert result.exit_code == 2
    assert "egna.steps.toml:7:8" in result.stderr


def test_a_circle_is_told_in_swedish(here: Path) -> None:
    (here / "egna.steps.toml").write_text(OWN.replace("days = 10", 'days = 1\nafter = ["lokal"]'), encoding="utf-8")

    result = run("tranemo", *START, "--steps", "egna.steps.toml", lang="sv")

    assert result.exit_code == 2
    told = result.stderr.replace("\n", " ").replace("  ", " ")
    assert "egna.steps.toml:8:10" in told
    assert "de här stegen väntar på varandra: ”lokal → lokal”" in told


@pytest.mark.usefixtures("here")
def test_a_file_is_missing_or_not_there() -> None:
    assert run(*START).exit_code == 2
    result = run("tranemo", *START, "--steps", "inga.steps.toml")
    assert (result.exit_code, "there is no file inga.steps.toml" in result.stderr) == (2, True)


def test_a_day_beyond_all_calendars_is_told() -> None:
    result = run("tranemo", "--start", "2110-01-01")

    assert result.exit_code == 2
    assert "no holidays are known from 2110" in result.stderr


@pytest.mark.usefixtures("here")
def test_a_new_municipality_begins_with_the_starter_file() -> None:
    arguments = ["new", "--name", "Ekeby", "--municipality", "0586", "Mjölby", "--output", "ekeby.toml"]
    assert CliRunner().invoke(DOOR, arguments).exit_code == 0

    result = run("ekeby.toml", *START, "--format", "json")

    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert {each["progress"] for each in found["steps"]} == {"unknown"}
    assert (found["start"], found["end"], found["all_met"]) == ("2027-01-11", "2027-08-05", "2027-08-05")
