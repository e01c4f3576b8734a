"""``report``, ``schedule``, ``network`` and ``evaluate`` from the command line: exit statuses, formats, dates."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from samverkan.cli.door import DOOR

STARTER = 'format = 1\nid = "a"\nname = "A"\n'
CLASHING = """
[organisations.o]
name = "O"
[bodies.x]
kind = "collaboration-group"
name = "X"
seats.s1 = { organisations = ["o"], holder = "h1" }
[bodies.y]
kind = "steering-group"
name = "Y"
seats.s2 = { organisations = ["o"], holder = "h1" }
[[events]]
id = "e1"
name = "Ett"
when = 2016-03-04
time = "13.00–15.00"
bodies = ["x"]
[[events]]
id = "e2"
name = "Två"
when = 2016-03-04
time = "14.00–16.00"
bodies = ["y"]
"""


def samverkan(*arguments: str) -> Result:
    return CliRunner().invoke(DOOR, arguments, env={"COLUMNS": "80", "NO_COLOR": "1", "SAMVERKAN_LANG": None})


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


class TestExitStatus:
    def test_a_report_that_could_be_made_is_fine_whatever_it_says(self) -> None:
        assert samverkan("report", "tranemo").exit_code == 0

    def test_an_undetermined_evaluation_is_3(self) -> None:
        assert samverkan("evaluate", "tranemo").exit_code == 3

    def test_an_evaluation_that_falls_short_is_1(self) -> None:
        Path("a.toml").write_text(STARTER + "bodies_complete = true\n", encoding="utf-8")

        assert samverkan("evaluate", "a.toml").exit_code == 1

    def test_a_certain_clash_is_1_and_is_told(self) -> None:
        Path("a.toml").write_text(STARTER + CLASHING, encoding="utf-8")

        result = samverkan("schedule", "a.toml")

        assert result.exit_code == 1
        assert "! säker krock: Ett och Två krockar fre 4 mars 2016 för samma personer" in " ".join(
            result.stdout.split()
        )

    @pytest.mark.parametrize("verb", ["report", "schedule", "network", "evaluate"])
    def test_a_broken_file_is_2_with_a_line_for_each_fault(self, verb: str) -> None:
        Path("a.toml").write_text(STARTER + "nmae = 1\nnmn = 2\n", encoding="utf-8")

        result = samverkan(verb, "a.toml")

        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 2)
        assert result.stderr.startswith("a.toml:4:1: ")


class TestFormats:
    @pytest.mark.parametrize("verb", ["schedule", "network", "evaluate"])
    def test_json_is_for_programs(self, verb: str) -> None:
        text = samverkan(verb, "tranemo", "--format", "json").stdout

        data = json.loads(text)
        assert data["collaboration"] == "tranemo"
        assert text == json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n"

    @pytest.mark.parametrize("verb", ["report", "schedule", "network", "evaluate"])
    def test_a_file_gets_what_the_terminal_would(self, verb: str) -> None:
        printed = (
            samverkan(verb, "tranemo", "--as-of", "2016-04-10") if verb == "report" else samverkan(verb, "tranemo")
        )
        arguments = ("--as-of", "2016-04-10") if verb == "report" else ()

        written = samverkan(verb, "tranemo", *arguments, "--output", "ut.txt")

        assert written.stdout == ""
        assert Path("ut.txt").read_text(encoding="utf-8") == printed.stdout


def test_a_schedule_of_a_file_without_a_horizon_has_none() -> None:
    Path("a.toml").write_text(STARTER + CLASHING, encoding="utf-8")
    assert json.loads(samverkan("schedule", "a.toml", "--format", "json").stdout)["horizon"] is None

    own = "horizon = { from = 2016-01-01, to = 2016-06-30 }\n"
    Path("a.toml").write_text(STARTER + own + CLASHING, encoding="utf-8")
    told = json.loads(samverkan("schedule", "a.toml", "--format", "json").stdout)["horizon"]
    assert told == {"from": "2016-01-01", "to": "2016-06-30"}


class TestAsOf:
    def test_the_day_is_printed(self) -> None:
        assert "Bedömt per sön 10 apr 2016" in samverkan("report", "tranemo", "--as-of", "2016-04-10").stdout

    def test_without_it_the_clock_says_which_day_it_is(self, monkeypatch: pytest.MonkeyPatch) -> None:
        import datetime as dt

        monkeypatch.setattr("samverkan.cli.judging.today", lambda: dt.date(2016, 5, 1))

        assert json.loads(samverkan("evaluate", "tranemo", "--format", "json").stdout)["as_of"] == "2016-05-01"

    def test_the_first_checklist_that_a_file_names_is_the_one_it_is_judged_by(self) -> None:
        judged = json.loads(samverkan("evaluate", "visioncenter", "--format", "json").stdout)

        assert judged["checklist"] == "horizontal"
        assert [factor["id"] for factor in judged["factors"]] == [f"H{number:02}" for number in range(1, 23)]
        assert all([each["id"] for each in factor["criteria"]] == [factor["id"]] for factor in judged["factors"])

    def test_another_checklist_can_be_asked_for(self) -> None:
        result = samverkan("evaluate", "visioncenter", "--checklist", "tranemo", "--format", "json")

        assert json.loads(result.stdout)["checklist"] == "tranemo"

    def test_a_checklist_that_does_not_exist_is_refused(self) -> None:
        result = samverkan("evaluate", "tranemo", "--checklist", "tranmo")

        assert (result.exit_code, result.stderr) == (
            2,
            "samverkan: checklistan ”tranmo” finns inte; menade du ”tranemo”?\n",
        )
