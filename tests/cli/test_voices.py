"""``samverkan voices``: both files are read, four formats, and no answer changes the judgement."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from samverkan.cli.door import DOOR

ANSWERS = """\
organisation;roll;kriterium;svar;datum
arbetsformedlingen;chef;6.2;uppfyllt;2016-03-20
arbetsformedlingen;handläggare;6.2;ej uppfyllt;2016-03-20
migrationsverket;;6.2;vet ej;
polisen;;6.2;uppfyllt;2016-05-01
"""

OWN = """\
format = 1
id = "ekeby"
version = "1"
name = "Ekeby"
[factors.f]
name = "F"
[factors.f.criteria.rad]
core = true
rule = { criterion = "tranemo:5.1" }
"""


def samverkan(*arguments: str) -> Result:
    return CliRunner().invoke(DOOR, arguments, env={"COLUMNS": "80", "NO_COLOR": "1", "SAMVERKAN_LANG": None})


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("svar.csv").write_text(ANSWERS, encoding="utf-8-sig")


def voices(*arguments: str) -> Result:
    return samverkan("voices", "tranemo", "svar.csv", "--as-of", "2016-04-10", *arguments)


def test_the_voices_stand_beside_what_the_file_shows() -> None:
    told = voices()

    assert told.exit_code == 0
    assert "16 organisationer tillfrågades; var och en har en röst.\n1 svar är senare än sön 10 apr 2016" in told.stdout
    assert "Enligt filen: framgår inte." in told.stdout
    assert "- Arbetsförmedlingen är inte enig: chef: uppfyllt; handläggare: ej uppfyllt" in told.stdout


def test_json_has_every_voice_and_its_answers() -> None:
    (criterion,) = json.loads(voices("--format", "json").stdout)["criteria"]

    assert criterion["outcome"] == "unknown"
    assert criterion["share"] == {"low": 0.0, "high": 1.0}
    assert criterion["counts"] == {
        "met": 0,
        "not_met": 0,
        "not_applicable": 0,
        "divided": 1,
        "do_not_know": 1,
        "silent": 14,
    }
    (divided,) = [each for each in criterion["voices"] if each["stance"] == "divided"]
    assert [(each["role"], each["answer"]) for each in divided["answers"]] == [
        ("chef", "met"),
        ("handläggare", "not_met"),
    ]


def test_a_publication_tells_no_small_group_and_no_organisation() -> None:
    told = voices("--format", "publication").stdout
    (criterion,) = json.loads(voices("--format", "publication-json").stdout)["criteria"]

    assert "Av 16 organisationer: uppfyllt –, ej uppfyllt –, inget entydigt svar –" in told
    assert criterion["counts"] == {"met": None, "not_met": None, "nothing_clear": None}
    assert "rbetsf" not in told
    assert set(criterion) == {"asked", "counts", "id", "outcome", "question"}


def test_answers_change_no_judgement() -> None:
    before = json.loads(samverkan("evaluate", "tranemo", "--as-of", "2016-04-10", "--format", "json").stdout)
    outcomes = {each["id"]: each["outcome"] for factor in before["factors"] for each in factor["criteria"]}

    for criterion in json.loads(voices("--format", "json").stdout)["criteria"]:
        assert criterion["outcome"] == outcomes[criterion["id"]]


def test_a_table_in_the_older_encoding_of_spreadsheets_is_read_too() -> None:
    told = voices().stdout
    Path("svar.csv").write_text(ANSWERS, encoding="cp1252")

    assert voices().stdout == told


def test_a_workbook_is_no_table() -> None:
    Path("svar.csv").write_bytes(b"PK\x03\x04\xe4")
    line = "samverkan: svar.csv är en arbetsbok, inte en tabell som text; väntade bladet sparat som CSV [not-a-table]\n"

    assert (voices().exit_code, voices().stderr) == (2, line)


@pytest.mark.parametrize("lines", [ANSWERS.replace("polisen", "polis"), "organisation;namn\n"])
def test_faults_are_told_in_swedish_with_their_place(lines: str) -> None:
    Path("svar.csv").write_text(lines, encoding="utf-8")

    told = voices()

    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr.startswith("svar.csv:")
    assert "expected" not in told.stderr


def test_a_file_that_is_not_there_is_told() -> None:
    told = samverkan("voices", "tranemo", "svarr.csv")

    assert (told.exit_code, told.stderr) == (
        2,
        "samverkan: filen svarr.csv finns inte; menade du ”svar.csv”? [no-such-file]\n",
    )


def test_the_voices_may_be_about_a_checklist_of_ones_own() -> None:
    Path("e.checklist.toml").write_text(OWN, encoding="utf-8")
    Path("svar.csv").write_text("organisation,kriterium,svar\npolisen,rad,met\n", encoding="utf-8")

    told = json.loads(voices("--checklist", "e.checklist.toml", "--format", "json").stdout)

    assert (told["checklist"], [each["id"] for each in told["criteria"]]) == ("ekeby", ["rad"])


def test_faults_of_a_checklist_of_ones_own_are_told_with_their_place() -> None:
    Path("e.checklist.toml").write_text(OWN.replace("5.1", "5.11"), encoding="utf-8")

    told = samverkan("evaluate", "tranemo", "--checklist", "e.checklist.toml")

    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr == (
        "e.checklist.toml:9:22: kriteriet ”tranemo:5.11” finns inte; menade du ”tranemo:5.1”? [unknown-name]\n"
    )
