"""``samverkan competence`` from the command line: exit statuses, formats, who is there, how likely a quorum is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from samverkan.cli.door import DOOR

EKEBY = """
format = 1
id = "ekeby"
name = "Ekeby"

[bodies.ks]
kind = "political-body"
name = { sv = "Kommunstyrelsen", en = "The executive board" }
statute = "committee"
remit = { given = 2026-12-14, source = "reglemente § 3" }
seats_complete = true
conflicts_complete = true
seats.ks-1 = {}
seats.ks-2 = { conflicts = ["bidrag"] }
seats.ks-3 = { deputies = ["första ersättaren"] }

[bodies.grupp]
kind = "collaboration-group"
name = { sv = "Gruppen", en = "The group" }
quorum = { at_least = 2 }
seats_complete = true
conflicts_complete = true
seats.g-1 = { mandate = { given = 2027-01-15, items = ["lokaler"] }, holder = "p-1" }
seats.g-2 = { mandate = { given = 2027-01-20, until = 2027-06-30 }, holder = "p-1" }
seats.g-3 = {}

[bodies.radet]
kind = "advisory-board"
name = { sv = "Rådet", en = "The board" }
"""


def samverkan(*arguments: str, columns: int = 80) -> Result:
    environment = {"COLUMNS": str(columns), "NO_COLOR": "1", "SAMVERKAN_LANG": None}
    return CliRunner().invoke(DOOR, ["competence", *arguments], env=environment)


def ekeby(*arguments: str, **options: Any) -> Result:  # noqa: ANN401  # options of the reader
    return samverkan("a.toml", "--as-of", "2027-03-01", *arguments, **options)


def told(result: Result) -> str:
    return " ".join(result.stdout.split())


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.toml").write_text(EKEBY, encoding="utf-8")


class TestExitStatus:
    @pytest.mark.parametrize(
        ("arguments", "status"),
        [
            (["--body", "ks", "--item", "lokaler"], 0),
            (["--body", "ks", "--item", "lokaler", "--present", "ks-1,ks-2"], 0),
            (["--body", "ks", "--item", "bidrag", "--present", "ks-1, ks-2"], 1),
            (["--body", "ks", "--item", "bidrag", "--present", "ks-1", "--deputies", "ks-2"], 0),
            (["--body", "ks", "--present", "ks-1,ks-2"], 3),
            (["--body", "ks", "--present", ""], 1),
            (["--body", "ks", "--item", "lokaler", "--present", "ks-1", "--remote", "ks-2"], 3),
            (["--body", "grupp", "--item", "lokaler"], 0),
            (["--body", "grupp", "--item", "annat"], 3),
            (["--body", "grupp", "--item", "annat", "--present", "g-2"], 1),
            (["--body", "radet"], 1),
        ],
    )
    def test_says_whether_the_body_may_decide(self, arguments: list[str], status: int) -> None:
        assert ekeby(*arguments).exit_code == status

    def test_without_a_body_it_is_enough_that_one_may(self) -> None:
        assert ekeby("--item", "lokaler").exit_code == 0
        assert samverkan("tranemo").exit_code == 3

    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            (["--body", "kx"], "organ ”kx” finns inte"),
            (["--body", "ks", "--present", "ks-9"], "plats ”ks-9” finns inte; menade du ”ks-"),
            (["--present", "ks-1"], "vilka som är där anges för ett organ; ange det med --body"),
            (["--attendance", "2"], "2 är ingen sannolikhet"),
            (["--attendance", "0.5,0.8"], "ange --attendance som 0.8, eller med egna platser som 0.8,ID=0.5"),
            (["--attendance", ""], "ange --attendance som 0.8"),
            (["--body", "grupp", "--attendance", "0.8,g-1=0.5"], "en person har platserna g-1, g-2"),
            (["--body", "ks", "--attendance", "ks-1=0.5"], "ingen sannolikhet är angiven för ks-2, ks-3"),
        ],
    )
    def test_what_cannot_be_followed_is_2_and_told_in_a_line(self, arguments: list[str], sentence: str) -> None:
        result = ekeby(*arguments)

        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
        assert sentence in result.stderr


class TestText:
    def test_it_tells_the_standing_the_law_and_its_version(self) -> None:
        text = told(ekeby("--body", "ks", "--item", "lokaler", "--present", "ks-1,ks-3"))

        assert "✓ Kommunstyrelsen: formellt beslutande; med dem som är där får organet besluta." in text
        assert "Minst 2 av 3 röstande platser måste vara närvarande. [6:27]" in text
        assert "kommunallagen (2017:725), lydelse mån 26 maj 2025:" in text

    def test_it_names_who_takes_no_part(self) -> None:
        assert "Dessa är jäviga och deltar inte: ks-2. [6:28–30]" in told(ekeby("--body", "ks", "--item", "bidrag"))

    def test_of_several_bodies_it_tells_what_decides(self) -> None:
        text = ekeby("--item", "lokaler").stdout

        assert "✗ Rådet: rådgivande." in text
        assert "✓ Gruppen: beslutar på mandat." in text
        assert "Ersättare:" not in text

    def test_an_unknown_answer_names_the_field_to_fill_in(self) -> None:
        text = ekeby("--body", "grupp", "--item", "annat").stdout

        assert "? Gruppen: framgår inte." in text
        assert "      bodies.grupp.seats.g-3.mandate\n" in text

    def test_a_file_without_bodies_says_so(self) -> None:
        Path("b.toml").write_text('format = 1\nid = "b"\nname = "B"\n', encoding="utf-8")

        result = samverkan("b.toml")

        assert result.exit_code == 3
        assert "Inget verksamt organ finns i filen." in result.stdout

    @pytest.mark.parametrize("columns", [40, 80])
    @pytest.mark.parametrize("body", ["ks", "grupp", "radet"])
    def test_no_line_is_wider_than_the_terminal(self, columns: int, body: str) -> None:
        text = ekeby("--body", body, "--attendance", "0.8", columns=columns).stdout

        assert max(map(len, text.splitlines())) <= columns


class TestResilience:
    def test_it_tells_the_probability_and_the_seats_that_decide(self) -> None:
        text = told(ekeby("--body", "ks", "--attendance", "0.8,ks-1=0.5", "--lang", "en"))

        assert "Probability that at least 2 of 3 seats are filled: 80.0 %." in text
        assert "With each of ks-2 and ks-3 50.0 percentage points likelier than without." in text
        assert "With ks-1 32.0 percentage points likelier than without." in text

    def test_deputies_make_it_likelier(self) -> None:
        arguments = ("--body", "ks", "--attendance", "0.8", "--format", "json")
        without = json.loads(ekeby(*arguments).stdout)
        with_ = json.loads(ekeby(*arguments, "--deputy-attendance", "0.5").stdout)

        assert without["bodies"][0]["resilience"]["exact"] == "112/125"
        assert with_["bodies"][0]["resilience"]["exact"] == "116/125"

    def test_one_person_in_two_seats_decides_alone(self) -> None:
        text = told(ekeby("--body", "grupp", "--attendance", "0.8", "--lang", "en"))

        assert "are filled: 80.0 %. - With each of g-1 and g-2 100 percentage points likelier than without." in text
        assert "1 seat decides less, or nothing" in text

    def test_without_a_rule_there_is_no_number(self) -> None:
        text = told(samverkan("tranemo", "--body", "samverkansgrupp", "--attendance", "0.8"))

        assert "går inte att säga förrän detta är känt: bodies.samverkansgrupp.quorum" in text


class TestJson:
    def test_it_gives_every_condition_with_its_paragraphs(self) -> None:
        text = ekeby("--body", "ks", "--item", "bidrag", "--present", "ks-1,ks-2", "--format", "json").stdout

        data = json.loads(text)
        assert text == json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        (body,) = data["bodies"]
        assert (data["decides"], body["standing"], body["needed"]) == ("not_met", "formal", {"low": 2, "high": 2})
        found = {each["condition"]: each for each in body["conditions"]}
        assert list(found) == ["power", "quorum", "present", "conflicts", "deputies", "remote"]
        assert found["quorum"]["law"] == [
            {
                "act": "kommunallagen (2017:725)",
                "place": "6:27",
                "as_of": "2025-05-26",
                "says": "en nämnd får handlägga ett ärende bara när fler än hälften av ledamöterna är där",
            }
        ]
        assert body["resilience"] is None

    def test_what_is_not_known_is_null_and_asked(self) -> None:
        data = json.loads(
            samverkan("tranemo", "--body", "etableringsgrupp", "--attendance", "1", "--format", "json").stdout
        )

        (body,) = data["bodies"]
        assert (body["item"], body["present"], body["needed"]) == (None, None, {"low": 1, "high": None})
        assert body["resilience"]["probability"] is None
        assert [ask["field"] for ask in body["resilience"]["asks"]] == [
            "bodies.etableringsgrupp.quorum",
            "bodies.etableringsgrupp.seats_complete",
        ]
