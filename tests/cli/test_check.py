"""``samverkan check``: every fault located, in one line, with exit status 2."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from samverkan.cli.door import DOOR

GOOD = 'format = 1\nid = "a"\nname = "Samverkan A"\nmunicipalities = { "1452" = "Tranemo" }\n'


def check(content: str | bytes, *arguments: str, name: str = "a.toml", columns: str = "80") -> Result:
    Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return CliRunner().invoke(DOOR, ["check", name, *arguments], env={"COLUMNS": columns, "SAMVERKAN_LANG": None})


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_good_file_is_told_to_be_one() -> None:
    result = check(GOOD + '[organisations]\nx = "X"\n'.replace('"X"', '{ name = "X" }'))

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "Samverkan A: filen går att använda. Den har 1 organisation.\n"


def test_a_fault_is_told_with_its_place_and_the_line_is_shown_with_a_caret() -> None:
    result = check(GOOD + 'nmae = "B"\n')

    assert result.exit_code == 2
    assert result.stdout == ""
    where, line, caret = result.stderr.splitlines()
    assert where.startswith("a.toml:5:1: nyckeln ”nmae” finns inte här")
    assert "menade du ”name”?" in where
    assert line == '     5 | nmae = "B"'
    assert caret == "       | ^"


def test_all_faults_are_told_at_once() -> None:
    result = check('format = 1\nid = "Å"\nname = " "\n')

    assert result.stderr.count("a.toml:") == 2


def test_a_caret_points_into_a_long_line_with_wide_signs() -> None:
    line = f'note = "{"日" * 30}"'
    result = check(f"{GOOD}{line}; x\n", columns="40")

    shown = result.stderr.splitlines()
    assert shown[-1].endswith("^")
    assert len(shown[-1]) <= 40


def test_english_is_told_on_demand() -> None:
    assert "there is no key “nmae” here" in check(GOOD + "nmae = 1\n", "--lang", "en").stderr


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty-file"),
        (b"\xe5", "not-utf-8"),
        (b"x" * 3_000_000, "too-large"),
        (b"a = " + b"[" * 1000, "too-deep"),
        (b"a = ", "syntax"),
        (GOOD.replace("1452", "145").encode(), "bad-municipality-code"),
        (GOOD.replace("format = 1\n", "").encode(), "missing-key"),
    ],
)
def test_whatever_is_wrong_is_one_line_with_a_code(content: bytes, code: str) -> None:
    result = check(content)

    told = [line for line in result.stderr.splitlines() if line.endswith(f"[{code}]")]
    assert (result.exit_code, len(told)) == (2, 1)
    assert told[0].startswith(("a.toml:", "samverkan: "))


def test_faults_fill_the_file_that_was_asked_for_them() -> None:
    Path("keep.txt").write_text("old", encoding="utf-8")

    result = check(GOOD + "nmae = 1\n", "--output", "keep.txt")

    assert (result.exit_code, result.output) == (2, "")
    assert Path("keep.txt").read_text(encoding="utf-8") == check(GOOD + "nmae = 1\n").stderr


@pytest.mark.parametrize("verb", ["check", "schedule", "report", "evaluate"])
@pytest.mark.parametrize("source", ["a.toml", "-"])
def test_a_fault_of_planning_has_its_place_and_one_language(verb: str, source: str) -> None:
    content = f"\ufeff{GOOD}{FORBIDDING}"
    Path("a.toml").write_text(content, encoding="utf-8")

    result = CliRunner().invoke(DOOR, [verb, source], input=content, env={"SAMVERKAN_LANG": None})

    assert result.exit_code == 2
    place, _, told = result.stderr.partition(": ")
    assert place == f"{source}:14:22"
    assert told.startswith("ett möte i ”s” infaller på en ledig dag: fre 25 mars 2016 är långfredagen; väntade en ")


def test_json_is_in_the_language_of_the_reader() -> None:
    (fault,) = json.loads(check(GOOD + "nmae = 1\n", "--format", "json").stdout)["faults"]
    assert fault["message"] == "nyckeln ”nmae” finns inte här"
    (fault,) = json.loads(check(GOOD + "nmae = 1\n", "--format", "json", "--lang", "en").stdout)["faults"]
    assert fault["message"] == "there is no key “nmae” here"


FORBIDDING = """
        [bodies.g]
        kind = "collaboration-group"
        name = "G"
        [[series]]
        id = "s"
        body = "g"
        every = "14 days"
        from = 2016-03-11
        on_holiday = "forbid"
        to = 2016-04-08
"""


def test_a_meeting_on_a_day_that_its_series_forbids_is_a_fault() -> None:
    series = """
        [bodies.g]
        kind = "collaboration-group"
        name = "G"
        [[series]]
        id = "s"
        body = "g"
        every = "14 days"
        from = 2016-03-11
        to = 2016-04-08
        on_holiday = "forbid"
    """
    result = check(GOOD + series)

    assert result.exit_code == 2
    assert "fre 25 mars" in result.stderr or "2016-03-25" in result.stderr


def test_a_folder_is_no_file() -> None:
    Path("mapp").mkdir()
    result = CliRunner().invoke(DOOR, ["check", "mapp"])

    assert (result.exit_code, result.stderr) == (2, "samverkan: mapp är en mapp; väntade en fil [is-a-directory]\n")


def test_json_gives_the_same_facts_to_programs() -> None:
    result = check(GOOD + "nmae = 1\n", "--format", "json")

    (fault,) = json.loads(result.stdout)["faults"]
    assert (result.exit_code, result.stderr) == (2, "")
    assert (fault["code"], fault["line"], fault["column"], fault["nearest"]) == ("unknown-key", 5, 1, "name")
    assert json.loads(check(GOOD, "--format", "json").stdout) == {"faults": [], "warnings": []}


def test_standard_input_is_read_as_toml_or_json() -> None:
    for text in (GOOD, '{"format": 1, "id": "a", "name": "Samverkan A"}'):
        result = CliRunner().invoke(DOOR, ["check", "-"], input=text.encode())
        assert (result.exit_code, result.stdout[:12]) == (0, "Samverkan A:")
    assert CliRunner().invoke(DOOR, ["check", "-"], input=b"a =").stderr.startswith("-:1:")


def test_conflicts_in_a_file_are_noted() -> None:
    result = CliRunner().invoke(DOOR, ["check", "tranemo"], env={"COLUMNS": "80"})

    assert result.exit_code == 0
    assert "motsägelse t01" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_what_looks_like_a_person_s_is_a_warning_with_its_place_and_status_1() -> None:
    result = check(GOOD + '[organisations]\nx = { name = "Anna Berg" }\n')

    assert (result.exit_code, result.stderr) == (1, "")
    useful, told, *_ = result.stdout.splitlines()
    assert useful == "Samverkan A: filen går att använda. Den har 1 organisation."
    assert told.startswith("a.toml:6:14: här står ”Anna Berg”, som ser ut att vara en persons; väntade en roll eller")
    assert told.endswith("[person-name]")


def test_json_tells_warnings_apart_from_faults() -> None:
    result = check(GOOD + '[organisations]\nx = { name = "070-174 06 05" }\n', "--format", "json")

    (warning,) = json.loads(result.stdout)["warnings"]
    assert (result.exit_code, json.loads(result.stdout)["faults"]) == (1, [])
    assert (warning["code"], warning["line"], warning["column"]) == ("telephone", 6, 14)
