"""``evaluate`` from the command line: forms, many files in one table, a criterion explained."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sarif_kit.validate import validation_errors

from samverkan.cli.door import DOOR
from samverkan.formats.bundled import bundled_text

STARTER = 'format = 1\nid = "a"\nname = "A"\nchecklists = ["tranemo"]\n'
DAY = ("--as-of", "2016-04-10")


def samverkan(*arguments: str, lang: str | None = None) -> Result:
    environment = {"COLUMNS": "80", "NO_COLOR": "1", "SAMVERKAN_LANG": lang}
    return CliRunner().invoke(DOOR, arguments, env=environment)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def put(name: str, text: str) -> None:
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def named(name: str, more: str = "") -> str:
    return STARTER.replace('"A"', f'"{name}"') + more


class TestForms:
    def test_the_status_is_the_verdict_in_every_form(self) -> None:
        statuses = {form: samverkan("evaluate", "tranemo", *DAY, "--format", form).exit_code for form in FORMS}

        assert set(statuses.values()) == {3}

    def test_sarif_points_at_the_file(self) -> None:
        put("a.toml", bundled_text("tranemo"))
        data = json.loads(samverkan("evaluate", "a.toml", "--format", "sarif").stdout)

        assert validation_errors(data) == []
        places = [place["physicalLocation"] for place in data["runs"][0]["results"][0]["locations"]]
        assert places == [{"artifactLocation": {"uri": "a.toml"}, "region": {"startLine": 63, "startColumn": 1}}]

    def test_a_baseline_says_what_has_changed_since(self) -> None:
        put("a.toml", STARTER)
        assert samverkan("evaluate", "a.toml", *DAY, "--format", "sarif", "--output", "e.sarif").exit_code == 3
        put("a.toml", STARTER + "lead.accountable = 1\n")

        result = samverkan("evaluate", "a.toml", *DAY, "--format", "sarif", "--baseline", "e.sarif")

        states = {each["ruleId"]: each["baselineState"] for each in json.loads(result.stdout)["runs"][0]["results"]}
        assert {rule for rule, state in states.items() if state != "unchanged"} == {"2.1"}

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (["tranemo", "--baseline", "x"], "--baseline jämför körningar i SARIF; lägg till --format sarif"),
            ([], "FIL saknas; se samverkan evaluate --help"),
            (["tranemo", "--explain", "1.1"], "--explain förklarar ett kriterium och tar ingen fil"),
            (["tranemo", "tranemo", "--format", "sarif"], "--format sarif kan bara gälla en samverkan"),
            (["--explain", "1.1", "--format", "json"], "--explain ger text eller markdown, inte json"),
        ],
    )
    def test_what_does_not_go_together_is_refused(self, arguments: list[str], told: str) -> None:
        result = samverkan("evaluate", *arguments)

        assert (result.exit_code, result.stdout) == (2, "")
        assert told in result.stderr

    def test_a_baseline_that_is_no_sarif_is_refused(self) -> None:
        put("e.sarif", "{}")
        result = samverkan("evaluate", "tranemo", "--format", "sarif", "--baseline", "e.sarif")

        assert result.exit_code == 2
        assert result.stderr == (
            "samverkan: e.sarif är ingen utvärdering i SARIF; väntade en fil som samverkan evaluate --format sarif har "
            "skrivit [no-sarif]\n"
        )

    def test_an_accepted_deviation_has_a_page_of_its_own(self) -> None:
        accepted = '[[accepted]]\ncriterion = "5.1"\nbecause = "Rådet väntar."\nuntil = 2016-12-31\n'
        put("a.toml", named("A", f"bodies_complete = true\n{accepted}"))

        shown = samverkan("evaluate", "a.toml", *DAY)

        assert shown.exit_code == 1
        page = shown.stdout.split("A: accepterade avvikelser\n")[1]
        assert "accepterat till och med lör 31 dec 2016. Skäl: ”Rådet väntar.”" in " ".join(page.split())
        assert page.endswith("De ändrar inget utfall och ingen andel.\n")


FORMS = ("text", "markdown", "json", "sarif")


class TestCounty:
    def test_a_row_a_file_in_swedish_order(self) -> None:
        for number, name in enumerate(["Örebro", "Åmål", "Malå", "Älmhult"]):
            put(f"lan/{number}.toml", named(name))

        lines = samverkan("evaluate", "lan").stdout.splitlines()

        rows = [line.split()[0] for line in lines if "oavgjort" in line]
        assert rows == ["Malå", "Åmål", "Älmhult", "Örebro"]

    def test_what_cannot_be_read_is_told_and_the_others_are_shown(self) -> None:
        put("lan/a.toml", STARTER)
        put("lan/b.toml", STARTER + "nmn = 1\n")
        put("lan/notes.txt", "not a collaboration")
        put("lan/.hidden.toml", "")

        result = samverkan("evaluate", "lan", "nowhere")

        assert result.exit_code == 2
        assert result.stderr == ""
        told = result.stdout.split("Gick inte att bedöma\n")[1].splitlines()[1:]
        assert told[0].startswith(f"{Path('lan/b.toml')}:5:1: ")
        assert told[1].startswith("nowhere: ")
        assert len(told) == 2
        assert "  A" in result.stdout

    @pytest.mark.parametrize(
        ("contents", "status"),
        [
            ([""], 3),
            (["", "bodies_complete = true\n"], 1),
            (["nmn = 1\n", "bodies_complete = true\n", ""], 2),
        ],
    )
    def test_the_status_is_the_gravest(self, contents: list[str], status: int) -> None:
        for number, more in enumerate(contents):
            put(f"lan/{number}.toml", STARTER + more)

        assert samverkan("evaluate", "lan").exit_code == status

    def test_a_checklist_that_no_file_can_be_judged_by_is_refused_once(self) -> None:
        result = samverkan("evaluate", "tranemo", "visioncenter", "--checklist", "tranmo")

        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == "samverkan: checklistan ”tranmo” finns inte; menade du ”tranemo”?\n"

    def test_a_file_that_asks_for_a_checklist_of_its_own_is_told_and_the_others_are_shown(self) -> None:
        put("lan/a.toml", STARTER.replace("tranemo", "tranmo"))
        put("lan/b.toml", named("B"))

        result = samverkan("evaluate", "lan")

        assert result.exit_code == 2
        assert "a.toml: checklistan ”tranmo” finns inte; menade du ”tranemo”?" in result.stdout
        assert "  B" in result.stdout

    def test_programs_get_outcomes_by_factor(self) -> None:
        put("b.toml", "")
        data = json.loads(samverkan("evaluate", "tranemo", "b.toml", *DAY, "--format", "json").stdout)
        alone = json.loads(samverkan("evaluate", "tranemo", *DAY, "--format", "json").stdout)

        (row,) = data["collaborations"]
        assert row["factors"] == {factor["id"]: factor["outcome"] for factor in alone["factors"]}
        assert {key: row[key] for key in ("score", "verdict", "as_of", "checklist")} == {
            key: alone[key] for key in ("score", "verdict", "as_of", "checklist")
        }
        assert [each["file"] for each in data["unread"]] == ["b.toml"]

    def test_a_folder_without_collaborations_is_refused(self) -> None:
        Path("tom").mkdir()

        assert "tom har ingen samverkansfil" in samverkan("evaluate", "tom").stderr

    def test_the_bar_is_for_a_terminal_only(self, monkeypatch: pytest.MonkeyPatch) -> None:
        put("lan/a.toml", STARTER)
        assert samverkan("evaluate", "lan").stderr == ""

        monkeypatch.setattr("samverkan.cli.county.seen", lambda: True)
        shown = samverkan("evaluate", "lan")
        assert "Bedömer" in shown.stderr
        assert "Bedömer" not in shown.stdout


class TestExplain:
    def test_a_criterion_is_explained_without_a_file(self) -> None:
        result = samverkan("evaluate", "--explain", "2.2", "--lang", "en")

        assert result.exit_code == 0
        told = " ".join(result.stdout.split())
        for said in (
            "2.2 Is the lead dedicated",
            "core criterion",
            "min_lead_share = 1/2 (our choice)",
            "chief executive",
        ):
            assert said in told
        assert "Reads lead.working_time" in told

    def test_it_may_be_named_with_a_comma(self) -> None:
        assert samverkan("evaluate", "--explain", "2,2").stdout.startswith("2.2 Är projektledaren dedikerad")

    def test_one_that_does_not_exist_is_told_with_the_nearest(self) -> None:
        result = samverkan("evaluate", "--explain", "6.22")

        assert (result.exit_code, result.stderr) == (
            2,
            "samverkan: kriterium ”6.22” finns inte; menade du ”6.2”?\n",
        )

    def test_of_many_none_of_which_is_near_the_first_and_the_last_are_told(self) -> None:
        result = samverkan("evaluate", "--explain", "9.9")

        assert (result.exit_code, result.stderr) == (
            2,
            "samverkan: kriterium ”9.9” finns inte; det finns: 1.1, 1.2, 1.3, 1.4, 1.5, 2.1, …, H21 och H22\n",
        )

    def test_one_of_another_checklist_is_not_found_in_this_one(self) -> None:
        assert samverkan("evaluate", "--explain", "H01").exit_code == 0
        assert samverkan("evaluate", "--explain", "H01", "--checklist", "tranemo").exit_code == 2

    def test_the_command_on_the_page_writes_the_page(self) -> None:
        page = samverkan("evaluate", "--explain", "all", "--format", "markdown", "--lang", "en").stdout

        command = page.split("`")[1]
        assert samverkan(*command.split()[1:]).stdout == page


class TestThePicture:
    def test_it_is_drawn_with_the_verdict_as_status(self) -> None:
        result = samverkan("evaluate", "tranemo", *DAY, "--format", "svg", "--columns", "1")

        assert result.exit_code == 3
        assert result.stdout.startswith("<svg ")
        assert "<title>8. Skapa delaktighet i politik och förvaltning</title>" in result.stdout

    def test_columns_without_it_are_refused(self) -> None:
        result = samverkan("evaluate", "tranemo", "--columns", "1")

        assert (result.exit_code, "--columns är till för en bild; lägg till --format svg" in result.stderr) == (2, True)

    def test_it_tells_of_one_collaboration_only(self) -> None:
        result = samverkan("evaluate", "tranemo", "visioncenter", "--format", "svg")

        assert result.exit_code == 2
        assert "--format svg" in result.stderr
