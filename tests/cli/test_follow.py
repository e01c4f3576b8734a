"""``samverkan follow``: goals against results, on a terminal and for programs."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from samverkan.cli.door import DOOR
from tests.formats.office.books import opened

if TYPE_CHECKING:
    from pathlib import Path

RESULTS = """\
mål;från;till;insamlat;antal;av;kön;väntar;källa
g-g2;2010-03;;2010-04-01;70;100;;;deltagarlistan
g-g2;2010-03;;2010-04-01;38;50;kvinnor;;deltagarlistan
g-g2;2010-03;;2010-04-01;32;50;män;;deltagarlistan
g-g3;2010-03;;2010-05-31;12;20;;3;uppföljning
"""
KOLADA = "Nyckeltal;Kommun;2008;2009\nPåhittat mått (N00945);0764;1,5;\n"


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "utfall.csv"
    path.write_text(RESULTS, encoding="cp1252")
    return str(path)


def follow(*arguments: str, columns: int = 80, lang: str = "sv") -> Result:
    environment = {"COLUMNS": str(columns), "NO_COLOR": "1", "SAMVERKAN_LANG": lang}
    return CliRunner().invoke(DOOR, ["follow", "integration-pa-g", *arguments], env=environment)


def data(*arguments: str) -> Any:  # noqa: ANN401  # whatever JSON holds
    return json.loads(follow(*arguments, "--as-of", "2010-06-10", "--format", "json").stdout)


def goal(found: Any, name: str) -> Any:  # noqa: ANN401  # as above
    return next(each for each in found["goals"] if each["id"] == name)


class TestText:
    def test_each_goal_stands_with_its_status_and_the_figures_that_decide(self, table: str) -> None:
        result = follow("--results", table, "--as-of", "2010-06-10")
        told = " ".join(result.stdout.split())

        assert "Läget tors 10 juni 2010, 4 mål: inte uppnått 1, okänt 2, visas inte 1." in told
        assert (
            "Mars 2010: inte uppnått: 70 av 100 (70 %) ✓, kvinnor 38 av 50 (76 %) ✓, män 32 av 50 (64 %) ✗; "
            "behövs: minst 70; "
            "Wilson 95 %: 60–79 %."
        ) in told
        assert "totalen, kvinnor och män ska var för sig nå talet" in told
        assert "Läst så här, enligt vårt val: där ett mål delas upp på kön" in told

    def test_a_goal_that_is_certainly_missed_is_a_finding(self, table: str) -> None:
        assert follow("--results", table, "--as-of", "2010-06-10").exit_code == 1
        assert follow("--results", table, "--as-of", "2010-06-10", "--reading", "total").exit_code == 0

    def test_few_are_kept_back_unless_all_numbers_are_asked_for(self, table: str) -> None:
        kept = " ".join(follow("--results", table, "--as-of", "2010-06-10").stdout.split())
        shown = " ".join(follow("--results", table, "--as-of", "2010-06-10", "--all-numbers").stdout.split())

        assert "Mars 2010: visas inte (räknat mån 31 maj 2010)." in kept
        assert "12–15 av 20" not in kept
        assert "Mars 2010: 12–15 av 20 (60–75 %) ?; behövs: minst 14 (räknat mån 31 maj 2010)." in shown
        assert "Alla tal visas, också de om mycket få: detta är inte till för att spridas." in shown
        assert "Alla tal visas" not in kept

    @pytest.mark.parametrize("columns", [40, 80])
    @pytest.mark.parametrize("lang", ["sv", "en"])
    def test_no_line_is_wider_than_the_terminal(self, table: str, columns: int, lang: str) -> None:
        lines = follow("--results", table, columns=columns, lang=lang).stdout.splitlines()

        assert max(map(len, lines)) <= columns

    def test_english_holds_no_swedish_but_the_names(self, table: str) -> None:
        told = " ".join(follow("--results", table, "--as-of", "2010-06-10", lang="en").stdout.split())

        assert (
            "✗ Missed (g-g2): 70 percent of the participants, men and women, shall every month be in activity" in told
        )
        assert "women 38 of 50 (76 %) ✓, men 32 of 50 (64 %) ✗; needed: at least 70; Wilson 95 %: 60–79 %." in told
        assert "1 Jun–31 Dec 2010: not yet observable (the time is not over)." in told

    def test_without_results_it_says_how_to_get_a_table(self) -> None:
        told = " ".join(follow("--as-of", "2010-06-10").stdout.split())

        assert "Inget utfall är angivet än. ”--template” skriver en tabell att fylla i." in told

    def test_rows_that_were_counted_later_are_left_out(self, table: str) -> None:
        told = " ".join(follow("--results", table, "--as-of", "2010-05-01").stdout.split())

        assert "1 rad är nyare och räknas inte." in told
        assert "3 maj" not in told

    def test_municipalities_stand_by_themselves_under_the_whole(self, tmp_path: Path) -> None:
        path = tmp_path / "u.csv"
        path.write_text(
            "goal,from,collected,count,of,municipality,source\ng-g2,2010-03,2010-04-01,60,80,Alvesta,x\n",
            encoding="utf-8",
        )
        lines = follow("--results", str(path), "--as-of", "2010-06-10", "--reading", "total").stdout.splitlines()

        place = lines.index("  - Alvesta: okänt.")
        assert "    - Mars 2010: uppnått: 60 av 80 (75 %) ✓; behövs: minst 56; Wilson 95 %:" in lines[place:]

    def test_indicators_stand_apart_and_decide_nothing(self, table: str, tmp_path: Path) -> None:
        path = tmp_path / "kolada.csv"
        path.write_text(KOLADA, encoding="utf-8")
        alone = follow("--results", table, "--as-of", "2010-06-10")
        beside = follow("--results", table, "--as-of", "2010-06-10", "--kolada", str(path))

        assert beside.exit_code == alone.exit_code
        assert beside.stdout.startswith(alone.stdout)
        assert beside.stdout.removeprefix(alone.stdout).splitlines()[-2:] == [
            "  N00945 Påhittat mått",
            "    - Alvesta: 2008: 1,5",
        ]


class TestJson:
    def test_figures_are_numbers_and_shares_are_not_rounded_away(self, table: str) -> None:
        found = data("--results", table)
        line = goal(found, "g-g2")["lines"][0]
        march = next(each for each in line["periods"] if each["first"] == "2010-03-01")

        assert (found["as_of"], found["all_numbers"], line["rule"]) == ("2010-06-10", False, "every_period")
        assert [
            (each["sex"], each["count"], each["total"], each["needed"], each["outcome"]) for each in march["figures"]
        ] == [
            (None, 70, 100, 70, "met"),
            ("women", 38, 50, 35, "met"),
            ("men", 32, 50, 35, "not_met"),
        ]
        assert found["policy"] == {"reading": "strict", "months": "complete", "end_is_deadline": True}

    def test_what_is_kept_back_is_null_and_said_to_be_hidden(self, table: str) -> None:
        kept, shown = data("--results", table), data("--results", table, "--all-numbers")
        (hidden,), (figure,) = (goal(each, "g-g3")["lines"][0]["figures"] for each in (kept, shown))

        assert (hidden["hidden"], hidden["count"], hidden["total"], hidden["needed"]) == (True, None, None, None)
        assert (goal(kept, "g-g3")["status"], goal(kept, "g-g3")["hidden"]) == (None, True)
        assert (figure["hidden"], figure["count"], figure["at_most"], shown["all_numbers"]) == (False, 12, 15, True)

    def test_indicators_stand_apart(self, tmp_path: Path) -> None:
        path = tmp_path / "kolada.csv"
        path.write_text(KOLADA, encoding="utf-8")

        (series,) = data("--kolada", str(path))["indicators"]

        assert series["values"] == {"2008": "1.5", "2009": None}


class TestTables:
    def test_csv_has_a_row_for_each_figure_and_empty_cells_where_it_is_kept_back(self, table: str) -> None:
        text = follow("--results", table, "--as-of", "2010-06-10", "--format", "csv").stdout
        rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))

        assert [
            (row["Mål"], row["Kön"], row["Antal"], row["Av"], row["Behövs"]) for row in rows if row["Första dag"]
        ] == [
            ("g-g2", "", "70", "100", "70,0"),
            ("g-g2", "kvinnor", "38", "50", "35,0"),
            ("g-g2", "män", "32", "50", "35,0"),
            ("g-g3", "", "", "", ""),
        ]
        assert [row["Läge"] for row in rows if row["Mål"] == "g-g3"] == ["visas inte"]

    def test_the_workbook_holds_the_same(self, table: str, tmp_path: Path) -> None:
        path = tmp_path / "mal.xlsx"
        follow("--results", table, "--as-of", "2010-06-10", "--format", "xlsx", "--output", str(path))

        (sheet,) = opened(path.read_bytes()).worksheets

        assert [cell.value for cell in sheet["K"]][:3] == ["Antal", None, None]
        assert 70 in {cell.value for cell in sheet["K"]}


class TestTemplate:
    def test_it_is_written_filled_in_and_read(self, tmp_path: Path) -> None:
        path = tmp_path / "utfall.csv"
        assert follow("--template", "--output", str(path)).exit_code == 0
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace("2010-03-31;;;;;;;;;;", "2010-03-31;2010-04-01;50;;;;;;;;lista", 1), encoding="utf-8"
        )

        march = [
            each
            for each in goal(data("--results", str(path)), "g-g0")["lines"][0]["periods"]
            if each["first"] == "2010-03-01"
        ]

        assert [each["status"] for each in march] == ["reached"]

    @pytest.mark.parametrize("format_", ["csv", "xlsx"])
    def test_it_never_takes_the_place_of_one_that_is_filled_in(self, format_: str, tmp_path: Path) -> None:
        path = tmp_path / "utfall"
        path.write_text("räknat", encoding="utf-8")

        refused = follow("--template", "--format", format_, "--output", str(path))

        assert refused.stderr == f"samverkan: {path} finns redan och skrivs inte över; välj ett annat namn\n"
        assert (refused.exit_code, path.read_text(encoding="utf-8")) == (2, "räknat")

    def test_as_a_workbook_it_is_read_back_as_nothing_yet(self, tmp_path: Path) -> None:
        path = tmp_path / "utfall.xlsx"
        follow("--template", "--format", "xlsx", "--output", str(path))

        assert "Inget utfall är angivet än" in follow("--results", str(path), "--as-of", "2010-06-10").stdout

    def test_json_is_no_form_of_it(self) -> None:
        result = follow("--template", "--format", "json")

        assert (
            result.exit_code,
            result.stderr.startswith("samverkan: en mall skrivs som csv eller xlsx, inte som json"),
        ) == (
            2,
            True,
        )

    def test_a_setup_without_measurable_goals_has_none(self) -> None:
        result = CliRunner().invoke(DOOR, ["follow", "tranemo", "--template"], env={"SAMVERKAN_LANG": "sv"})

        assert result.exit_code == 2
        assert "inget mål i ”tranemo” går att följa upp som det är formulerat" in result.stderr


class TestMisuse:
    def test_every_fault_of_the_table_is_told_with_its_place(self, tmp_path: Path) -> None:
        path = tmp_path / "u.csv"
        path.write_text(RESULTS.replace("kvinnor", "kvinor").replace(";12;20;", ";12;;"), encoding="utf-8")
        result = follow("--results", str(path))

        assert result.exit_code == 2
        assert result.stderr == (
            f"{path}:3:32: ordet ”kvinor” är okänt här; väntade ett av kvinnor, män, alla; menade du ”kvinnor”? "
            "[unknown-word]\n"
        )

    def test_what_only_following_up_finds_is_told_with_its_place(self, tmp_path: Path) -> None:
        path = tmp_path / "u.csv"
        path.write_text(RESULTS.replace(";12;20;", ";12;;"), encoding="utf-8")
        result = follow("--results", str(path))

        assert (result.exit_code, result.stderr.startswith(f"{path}:5:29: ")) == (2, True)
        assert result.stderr.endswith("[no-total]\n")

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (["--results", "finns-inte.csv"], "finns-inte.csv"),
            (["--results", "utfall.ods"], "utfall.ods"),
            (["--reading", "strikt"], "menade du ”strict”?"),
            (["--months", "whole"], "--months"),
        ],
    )
    def test_what_cannot_be_used_is_told(self, arguments: list[str], told: str) -> None:
        result = follow(*arguments)

        assert (result.exit_code, told in result.stderr) == (2, True)

    def test_a_table_of_another_form_is_refused_by_its_name(self, tmp_path: Path) -> None:
        path = tmp_path / "utfall.txt"
        path.write_text(RESULTS, encoding="utf-8")

        assert "varken CSV eller en arbetsbok" in follow("--results", str(path)).stderr
