"""``samverkan drill``, and ``samverkan network`` with the waiting and of several files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from click.testing import CliRunner, Result

from samverkan.cli.door import DOOR

if TYPE_CHECKING:
    from pathlib import Path

FILE = """\
format = 1
id = "{id}"
name = "{name}"
bodies_complete = true
plan_complete = true
publication = {{ channel = "webbplatsen", max_delay_days = 7 }}
organisations.kommun = {{ name = "{name} kommun", sector = "municipality" }}
organisations.af = {{ name = "Arbetsförmedlingen", sector = "state-agency" }}
[bodies.grupp]
kind = "collaboration-group"
name = "Gruppen"
seats_complete = true
quorum = {{ at_least = 2 }}
seats.s1 = {{ role = "Integrationschef", organisations = ["kommun"], holder = "p-1" }}
seats.s2 = {{ organisations = ["af"], holder = "p-9" }}
[bodies.styr]
kind = "steering-group"
name = "Styrgruppen"
seats_complete = true
seats.t1 = {{ role = "Kommunchef", organisations = ["kommun"] }}
[[events]]
id = "g"
name = "Möte"
bodies = ["grupp"]
when = {group}
[[events]]
id = "s"
name = "Möte"
bodies = ["styr"]
when = {board}
"""


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    paths = [tmp_path / "alby.toml", tmp_path / "ekeby.toml"]
    paths[0].write_text(FILE.format(id="alby", name="Alby", group="2027-03-01", board="2027-03-05"), encoding="utf-8")
    paths[1].write_text(FILE.format(id="ekeby", name="Ekeby", group="2027-03-08", board="2027-03-08"), encoding="utf-8")
    return [str(path) for path in paths]


def samverkan(*arguments: str, columns: int = 80, lang: str = "sv") -> Result:
    environment = {"COLUMNS": str(columns), "NO_COLOR": "1", "SAMVERKAN_LANG": lang}
    return CliRunner().invoke(DOOR, arguments, env=environment)


def data(*arguments: str) -> Any:  # noqa: ANN401  # whatever JSON holds
    return json.loads(samverkan(*arguments, "--format", "json").stdout)


class TestDrill:
    def test_each_loss_stands_with_what_changes_and_nothing_else(self, files: list[str]) -> None:
        result = samverkan("drill", files[0], "--as-of", "2027-03-01")

        assert result.exit_code == 0
        told = " ".join(result.stdout.split())
        assert "Gruppen till Styrgruppen 4 dagar → aldrig" in told
        assert "0 att avvara → kan inte" in told
        assert "Inget av det som mäts ändras utan" not in told

    def test_in_a_narrow_window_each_change_stands_under_its_loss(self, files: list[str]) -> None:
        lines = samverkan("drill", files[0], "--as-of", "2027-03-01", columns=40).stdout.splitlines()

        place = lines.index("Alby kommun")
        assert lines[place + 1].startswith("  ")
        assert all(len(line) <= 40 for line in lines)

    def test_english(self, files: list[str]) -> None:
        told = samverkan("drill", files[0], "--as-of", "2027-03-01", lang="en").stdout

        assert "Alby: what is lost with whom" in told
        assert "0 to spare → cannot decide" in told
        assert "4 days → never" in told

    def test_json_holds_every_loss_with_before_and_after(self, files: list[str]) -> None:
        found = data("drill", files[0], "--as-of", "2027-03-01")
        municipality = next(
            each for each in found["losses"] if (each["kind"], each["id"]) == ("organisation", "kommun")
        )

        assert found["as_of"] == "2027-03-01"
        assert municipality["quorums"] == {
            "grupp": [
                {"attainable": "met", "filled": 2, "spare": 0, "probability": None},
                {"attainable": "not_met", "filled": 1, "spare": -1, "probability": None},
            ],
            "styr": [
                {"attainable": "met", "filled": 1, "spare": 0, "probability": None},
                {"attainable": "not_met", "filled": 0, "spare": -1, "probability": None},
            ],
        }
        assert municipality["parts"] == [1, 2]
        assert municipality["waiting"] == [
            {
                "from": "grupp",
                "to": "styr",
                "before": {"shortest_days": 4, "longest_days": 4, "unreached": 0},
                "after": {"shortest_days": None, "longest_days": None, "unreached": 1},
            }
        ]

    def test_with_an_attendance_the_probability_of_a_quorum_is_told(self, files: list[str]) -> None:
        found = data("drill", files[0], "--as-of", "2027-03-01", "--attendance", "0.5")

        assert found["before"]["quorums"]["grupp"]["probability"] == 0.25
        assert "0 att avvara (25" in samverkan("drill", files[0], "--attendance", "0.5").stdout
        assert samverkan("drill", files[0], "--attendance", "5").exit_code == 2

    def test_a_file_that_is_not_there_is_told(self) -> None:
        assert samverkan("drill", "ingenstans.toml").exit_code == 2


class TestNetwork:
    def test_the_waiting_of_tranemo_is_told_with_who_carries(self) -> None:
        told = " ".join(samverkan("network", "tranemo").stdout.split())

        assert "Samverkansgrupp Advisory Board 3–31 dagar fre 15 apr 2016 eller senare" in told
        assert (
            "Samverkansgrupp till Advisory Board: fre 1 apr 2016 → mån 4 apr 2016 genom Arbetsförmedlingen, "
            "Migrationsverket, Polisen och Tranemo kommun"
        ) in told
        assert "Advisory Board Samverkansgrupp 11 dagar" in told

    def test_its_json_holds_every_way(self) -> None:
        ways = data("network", "tranemo")["measures"]["when_does_news_arrive"]["ways"]
        found = {(way["from"], way["to"]): way["shortest_days"] for way in ways}

        assert found["samverkansgrupp", "advisory-board"] == 3
        assert found["advisory-board", "samverkansgrupp"] == 11
        assert found["samverkansgrupp", None] is None

    def test_of_several_files_who_is_shared_and_the_least_waiting_are_told(self, files: list[str]) -> None:
        told = " ".join(samverkan("network", *files, lang="en").stdout.split())

        assert "Alby and Ekeby: what ties them together" in told
        assert "person p-9 Alby, Ekeby spring term 2027: 2 week 9 2027: 1, March 2027: 2" in told
        assert "person p-1 Alby, Ekeby" in told
        assert "Alby Ekeby 7 days Arbetsförmedlingen, person p-1, person p-9" in told
        assert "Ekeby Alby never" in told

    def test_nothing_is_wider_than_the_window(self, files: list[str]) -> None:
        for columns in (40, 80):
            assert all(
                len(line) <= columns for line in samverkan("network", *files, columns=columns).stdout.splitlines()
            )

    def test_their_json_is_the_merged_network_with_what_is_shared(self, files: list[str]) -> None:
        found = data("network", *files)
        graph = nx.node_link_graph(found, edges="edges")

        assert graph.nodes["organisation:af"]["collaborations"] == "alby ekeby"
        assert "organisation:alby/kommun" in graph
        assert [each["id"] for each in found["measures"]["who_serves_several"]["organisations"]] == ["af"]
        assert found["measures"]["who_serves_several"]["holders"][0]["weeks"] == {"2027-W09": 1, "2027-W10": 1}

    @pytest.mark.parametrize("form", ["graphml", "dot", "csv"])
    def test_other_formats_hold_the_merged_network(self, files: list[str], form: str) -> None:
        result = samverkan("network", *files, "--format", form)

        assert result.exit_code == 0
        assert "ekeby/grupp" in result.stdout

    def test_one_file_twice_is_refused(self, files: list[str]) -> None:
        assert samverkan("network", files[0], files[0]).exit_code == 2
