"""``compare`` and ``forecast`` from the command line: exit statuses, formats, what is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner, Result

from samverkan.checklist import registry
from samverkan.checklist.factor import Checklist
from samverkan.checklist.tranemo import TRANEMO
from samverkan.cli.door import DOOR
from samverkan.model.names import Text

THEN = """format = 1
id = "provby"
name = "Samverkan i Provby"
checklists = ["tranemo"]
[organisations.kommun]
name = "Provby kommun"
sector = "municipality"
[organisations.firma]
name = "Firman"
sector = "business"
[initiative]
by = "firma"
"""
NOW = THEN.replace('by = "firma"', 'by = "kommun"\nsource = { ref = "protokoll", valid_until = 2026-06-30 }')
OTHER = THEN.replace('id = "provby"', 'id = "annanby"').replace("i Provby", "i Annanby")
ONE = Checklist("one", "1", Text("Ett"), [evolve(TRANEMO.factors[0], criteria=TRANEMO.factors[0].criteria[:1])])
"""A checklist that asks for the initiative and nothing else."""


def samverkan(*arguments: str) -> Result:
    return CliRunner().invoke(DOOR, arguments, env={"COLUMNS": "80", "NO_COLOR": "1", "SAMVERKAN_LANG": None})


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(registry._CHECKLISTS, "one", ONE)  # noqa: SLF001  # as if it came along
    for name, text in (("then", THEN), ("now", NOW), ("other", OTHER)):
        Path(f"{name}.toml").write_text(text, encoding="utf-8")


class TestOverTime:
    def test_what_may_have_been_is_not_told_apart(self) -> None:
        result = samverkan("compare", "then.toml", "now.toml", "--as-of", "2026-04-10")

        assert result.exit_code == 3
        told = " ".join(result.stdout.split())
        assert "Som helhet: går inte att skilja åt." in told
        assert "1.1* Tog en kommun initiativet? ej uppfyllt → uppfyllt (bättre)." in told
        assert "initiative.by: Firman → Provby kommun" in told
        assert "Alla andra kriterier föll ut som förut." in told
        assert max(map(len, result.stdout.splitlines())) <= 80

    def test_one_file_on_two_days_tells_what_expired(self) -> None:
        arguments = ("compare", "now.toml", "now.toml", "--before", "2026-06-30", "--as-of", "2026-07-01")
        told = " ".join(samverkan(*arguments).stdout.split())
        data = json.loads(samverkan(*arguments, "--format", "json").stdout)
        (moved,) = [each for factor in data["factors"] for each in factor["criteria"] if each["causes"]]

        assert "- gäller inte längre: protokoll; gäller till och med tis 30 juni 2026" in told
        assert (moved["id"], moved["causes"], moved["before"], moved["after"]) == ("1.1", ["day"], "met", "unknown")
        assert moved["expired"] == [{"source": "protokoll", "valid_until": "2026-06-30"}]
        assert (data["before"]["as_of"], data["after"]["as_of"]) == ("2026-06-30", "2026-07-01")

    @pytest.mark.parametrize(("first", "second", "status"), [("then", "now", 0), ("now", "then", 1), ("now", "now", 0)])
    def test_the_exit_status_says_which_way_it_went(self, first: str, second: str, status: int) -> None:
        files = (f"{first}.toml", f"{second}.toml")

        assert samverkan("compare", *files, "--as-of", "2026-04-10", "--checklist", "one").exit_code == status

    def test_json_holds_what_the_text_tells(self) -> None:
        result = samverkan("compare", "then.toml", "now.toml", "--as-of", "2026-04-10", "--format", "json")
        data = json.loads(result.stdout)

        assert (data["kind"], data["collaboration"], data["trend"]) == ("over_time", "provby", "not_told_apart")
        assert [each["field"] for each in data["differences"]] == ["initiative.by", "initiative.source"]
        assert data["factors"][0]["criteria"][0]["differences"][0] == {
            "field": "initiative.by",
            "before": "firma",
            "after": "kommun",
        }


class TestSideBySide:
    def test_setups_stand_in_the_order_of_the_line_and_nothing_ranks_them(self) -> None:
        result = samverkan("compare", "now.toml", "other.toml", "tranemo", "--as-of", "2026-04-10")
        data = json.loads(
            samverkan("compare", "now.toml", "other.toml", "--as-of", "2026-04-10", "--format", "json").stdout
        )

        assert result.exit_code == 0
        assert "Detta är ingen rangordning" in result.stdout
        assert "1.1*  Tog en kommun initiativet?" in result.stdout
        assert max(map(len, result.stdout.splitlines())) <= 80
        assert [each["id"] for each in data["collaborations"]] == ["provby", "annanby"]
        assert data["factors"][0]["criteria"][0]["outcomes"] == ["met", "not_met"]
        assert "trend" not in data

    def test_more_than_two_versions_of_one_stand_side_by_side(self) -> None:
        assert "Sida vid sida" not in samverkan("compare", "then.toml", "now.toml").stdout
        assert "sida vid sida" in samverkan("compare", "then.toml", "now.toml", "now.toml").stdout


class TestMisuse:
    def test_one_file_is_not_enough(self) -> None:
        result = samverkan("compare", "now.toml")

        assert result.exit_code == 2
        assert "det krävs två filer för att jämföra" in result.stderr

    def test_a_day_before_goes_with_one_collaboration_only(self) -> None:
        result = samverkan("compare", "now.toml", "other.toml", "--before", "2026-01-01")

        assert result.exit_code == 2
        assert "--before gäller två filer om samma samverkan" in result.stderr


class TestForecast:
    def test_what_is_undetermined_today_is_3(self) -> None:
        result = samverkan("forecast", "now.toml", "--as-of", "2026-04-10")

        assert result.exit_code == 3
        told = " ".join(result.stdout.split())
        assert "Omdömet är redan oavgjort, så det har ingen dag då det upphör." in told
        assert "1.1* Tog en kommun initiativet? Blir ”framgår inte” ons 1 juli 2026." in told
        assert "tis 30 juni 2026: förnya källan protokoll → initiative.source" in told
        assert max(map(len, result.stdout.splitlines())) <= 80

    @pytest.mark.parametrize(("by", "status"), [("now", 1), ("then", 0)])
    def test_a_verdict_that_ends_is_a_finding(self, by: str, status: int) -> None:
        result = samverkan("forecast", f"{by}.toml", "--as-of", "2026-04-10", "--checklist", "one")

        assert result.exit_code == status
        if status:
            assert "Om inget förnyas blir omdömet ”oavgjort” ons 1 juli 2026." in result.stdout
        else:
            assert "Omdömet står sig vare sig något förnyas eller inte." in result.stdout
            assert "Inget har en sista dag, så det finns inget att förnya." in result.stdout

    def test_json_gives_dates_and_renewals(self) -> None:
        data = json.loads(samverkan("forecast", "now.toml", "--as-of", "2026-04-10", "--format", "json").stdout)

        assert (data["as_of"], data["verdict"], data["ends"]) == ("2026-04-10", "undetermined", None)
        assert data["factors"][0]["criteria"][0]["ends"] == {"date": "2026-07-01", "becomes": "unknown"}
        assert data["renewals"] == [
            {
                "kind": "source",
                "last": "2026-06-30",
                "fields": ["initiative.source"],
                "source": "protokoll",
                "role": None,
                "cited_by": ["1.1"],
            }
        ]

    def test_the_renewals_are_a_calendar(self) -> None:
        text = samverkan("forecast", "now.toml", "--as-of", "2026-04-10", "--format", "ical").stdout

        assert text.startswith("BEGIN:VCALENDAR")
        assert "DTSTART;VALUE=DATE:20260630" in text
