"""``samverkan export`` and ``samverkan import``."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from samverkan.cli.door import DOOR
from samverkan.formats.bundled import bundled_text

TEXT = bundled_text("tranemo")


def samverkan(*arguments: str) -> Result:
    return CliRunner().invoke(DOOR, arguments, env={"COLUMNS": "100", "NO_COLOR": "1", "SAMVERKAN_LANG": None})


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("tranemo.toml").write_text(TEXT, encoding="utf-8")
    assert samverkan("export", "tranemo.toml", "--as-of", "2016-04-10", "--output", "bok.xlsx").exit_code == 0


def edit(cell: str, value: object) -> None:
    book = load_workbook("bok.xlsx")
    book["Platser"][cell] = value
    book.save("bok.xlsx")


def test_an_unedited_workbook_leaves_the_file_alone() -> None:
    before = Path("tranemo.toml").stat().st_mtime_ns

    result = samverkan("import", "bok.xlsx", "--into", "tranemo.toml")

    assert (result.exit_code, result.stdout) == (0, "Arbetsboken säger det som filen säger: ingenting är ändrat.\n")
    assert Path("tranemo.toml").stat().st_mtime_ns == before


def test_edits_are_written_and_told() -> None:
    edit("E5", "chef")

    result = samverkan("import", "bok.xlsx", "--into", "tranemo.toml", "--lang", "en")

    assert result.stdout == "Platser!E5 (advisory-board/ab-4): Nivå: enhetschef → chef\n"
    assert Path("tranemo.toml").read_text(encoding="utf-8") == TEXT.replace('"unit-head"', '"manager"', 1)


def test_the_outcome_can_go_elsewhere() -> None:
    edit("E5", "chef")
    expected = TEXT.replace('"unit-head"', '"manager"', 1)

    assert samverkan("import", "bok.xlsx", "--into", "tranemo.toml", "--output", "-").stdout == expected
    assert samverkan("import", "bok.xlsx", "--into", "tranemo.toml", "--output", "ny.toml").exit_code == 0
    assert Path("ny.toml").read_text(encoding="utf-8") == expected
    assert Path("tranemo.toml").read_text(encoding="utf-8") == TEXT


def test_with_a_fault_nothing_is_written() -> None:
    edit("E5", "chef")
    edit("E6", "chefff")

    result = samverkan("import", "bok.xlsx", "--into", "tranemo.toml")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Platser!E6: ordet ”chefff” är okänt här; väntade ")
    assert Path("tranemo.toml").read_text(encoding="utf-8") == TEXT


def test_without_a_file_to_go_into_it_becomes_a_new_one() -> None:
    printed = samverkan("import", "bok.xlsx").stdout
    assert samverkan("import", "bok.xlsx", "--output", "ny.toml").stdout == ""

    assert Path("ny.toml").read_text(encoding="utf-8") == printed
    assert samverkan("check", "ny.toml").exit_code == 0


def test_only_a_toml_file_can_be_edited() -> None:
    result = samverkan("import", "bok.xlsx", "--into", "tranemo.json")

    assert result.exit_code == 2
    assert "--into tar en samverkansfil som slutar på .toml" in result.stderr


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_what_is_no_workbook_is_told_with_what_to_do(lang: str) -> None:
    result = samverkan("import", "tranemo.toml", "--lang", lang)

    assert result.exit_code == 2
    assert "[not-a-workbook]" in result.stderr
    assert ".xlsx" in result.stderr
