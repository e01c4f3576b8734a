"""``samverkan capacity``: what it says of the real setups, what can be tried, and what is refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from samverkan.cli.door import DOOR
from samverkan.formats.bundled import bundled_names

if TYPE_CHECKING:
    from pathlib import Path

PRODUCTION = ("resurscentrum", "--unit", "production", "--arrivals", "60/year")
CHAIN = """\
format = 1
id = "kedja"
name = "Kedjan"
identity.period = { from = 2020-01-01, to = 2021-12-31 }
[units.start]
name = "Start"
stay = "2 months"
capacity = { number = 12, unit = "platser", amount = "stock" }
[units.vidare]
name = "Vidare"
stay = "6 months"
capacity = { number = 20, unit = "platser", amount = "stock" }
[flows.vagen]
name = "Vägen"
order_stated = true
steps = [{ id = "a", name = "A", unit = "start" }, { id = "b", name = "B", unit = "vidare" }]
"""

OTHERS = """\
format = 1
id = "annat"
name = "Annat"
identity.period = { from = 2020-01-01, to = 2020-12-31 }
[units.verkstad]
name = "Verkstad"
stay = "3 months"
capacity = { number = 12, unit = "platser" }
reserved = [{ group = "unga", at_least = 2 }]
[flows.lang]
name = "Lång"
window = "2 years"
[flows.grupper]
name = "Grupper"
group_size = { smallest = 4, largest = 5 }
steps = [{ id = "a", name = "A", observed = { count = 7 } }]
"""


def run(*arguments: str, lang: str = "en", columns: int = 100) -> Result:
    environment = {"COLUMNS": str(columns), "NO_COLOR": "1", "SAMVERKAN_LANG": lang}
    return CliRunner().invoke(DOOR, ["capacity", *arguments], prog_name="samverkan", env=environment)


def told(*arguments: str, lang: str = "en") -> str:
    return " ".join(run(*arguments, lang=lang).stdout.split())


def data(*arguments: str) -> Any:  # noqa: ANN401  # whatever JSON holds
    return json.loads(run(*arguments, "--format", "json").stdout)


@pytest.fixture
def chain(tmp_path: Path) -> str:
    path = tmp_path / "kedja.toml"
    path.write_text(CHAIN, encoding="utf-8")
    return str(path)


class TestAsStated:
    @pytest.mark.parametrize(
        ("name", "status"),
        [("resurscentrum", 3), ("integration-pa-g", 3), ("lots-ockelbo", 0), ("visioncenter", 0), ("tranemo", 0)],
    )
    def test_each_setup_says_whether_it_can_be_said(self, name: str, status: int) -> None:
        assert run(name).exit_code == status
        assert len(bundled_names()) == 5

    def test_resurscentrum_gives_no_number_of_places_and_says_what_would(self) -> None:
        text = told("resurscentrum")

        assert "60 individuals each year (a flow). In the time of the project 235 or 180 come." in text
        assert "At least 10 of them are kept for disabled people, to stay." in text
        assert "So at most 55 are left for others, and it is reckoned with 55." in text
        assert "Without it a stock and a flow cannot be compared. To settle it: units.rehab.stay" in text
        assert "Outflow unit: 12 months, but from when is not stated" in text
        assert "suffice on average" not in text

    def test_integration_pa_g_is_read_both_ways(self) -> None:
        text = told("integration-pa-g")

        assert "Read as a stock: At least 50 in the time of the project." in text
        assert "Read as a flow: In the time of the project about 1,202 come." in text
        assert "flows.participant-path.capacity.amount" in text
        assert "Whoever gets there after Sun 17 Oct 2010 is not through" in text

    def test_lots_has_a_last_entry_and_visioncenter_its_groups(self) -> None:
        assert "after Thu 31 Dec 2009" in told("lots-ockelbo")
        assert "about 90. In groups of 3–5 all of them would be 18–30 groups" in told("visioncenter")

    def test_of_a_file_of_ones_own_what_it_states_is_told(self, tmp_path: Path) -> None:
        path = tmp_path / "annat.toml"
        path.write_text(OTHERS, encoding="utf-8")

        text = told(str(path))

        assert "12 platser; whether at one time or in all is not stated." in text
        assert "At least 2 of them are kept for unga. Each stays 3 months." in text
        assert "Read as a stock: At least 12 in the time of the project." in text
        assert "Lång: 2 years from the entry, longer than the whole project." in text
        assert "A: 7 cannot be divided into groups of 4–5." in text
        assert "12 platser in a time that is not stated (a flow)." in told(str(path), "--read-as", "flow")
        assert "How many come is not stated; try --arrivals." in told(str(path), "--read-as", "stock")
        assert "How many places there are is not stated; try --places." in told(
            str(path), "--read-as", "flow", "--arrivals", "3/month"
        )

    def test_in_swedish(self) -> None:
        text = told("resurscentrum", lang="sv")

        assert "Resurscentrum: räcker platserna" in text
        assert "Då är högst 55 kvar åt andra, och det räknas med 55." in text

    @pytest.mark.parametrize("name", bundled_names())
    def test_in_a_narrow_window_no_line_is_too_long(self, name: str) -> None:
        assert all(len(line) <= 40 for line in run(name, columns=40).stdout.splitlines())

    def test_json_holds_exact_numbers(self) -> None:
        found = data("resurscentrum")

        assert found["suffices"] == "unknown"
        assert [part["id"] for part in found["parts"]] == ["rehab", "production", "outflow"]
        assert found["parts"][0]["readings"][0]["over_project"] == ["235", "180"]
        assert found["parts"][0]["missing"] == ["stay", "places"]
        assert found["windows"][0]["last"] is None
        assert found["scenarios"] == []


class TestTried:
    @pytest.mark.parametrize(
        ("stay", "status", "expected"),
        [
            ("6 månader", 0, "The places suffice on average: 30 of 55 are taken."),
            ("12 months", 1, "The places do not suffice: 60 would be taken, and there are 55."),
            ("6-12 months", 3, "Whether the places suffice hangs on the stays: 30–60 would be taken"),
        ],
    )
    def test_a_stay_settles_it(self, stay: str, status: int, expected: str) -> None:
        assert run(*PRODUCTION, "--stay", stay).exit_code == status
        assert expected in told(*PRODUCTION, "--stay", stay)

    def test_only_what_is_asked_about_is_told(self) -> None:
        text = told(*PRODUCTION, "--stay", "6 months")

        assert "Assumed by you: each stays 6 months and 60 per year come." in text
        assert "Rehabilitation" not in text

    def test_a_reading_is_chosen(self) -> None:
        text = told("integration-pa-g", "--read-as", "flow", "--stay", "3 months")

        assert "50 persons each month (a flow). Assumed by you: each stays 3 months and the number is a flow." in text
        assert "Places taken at one time, on average: 150." in text
        assert "50 persons at one time (a stock)." in told("integration-pa-g", "--read-as", "stock")
        assert "Whichever it is: 50–300 at one time." in told("integration-pa-g", "--stay", "6 months")

    def test_several_values_stand_side_by_side_and_are_no_finding(self) -> None:
        result = run(*PRODUCTION, "--stay", "6 months", "--stay", "12 months", "--places", "65", "--places", "80")

        assert result.exit_code == 0
        assert "55 open of 65  6 months   60 per year  30      yes" in result.stdout
        assert "70 open of 80  12 months  60 per year  60      yes" in result.stdout
        assert len(data(*PRODUCTION, "--places", "65", "--places", "80")["scenarios"]) == 2

    @pytest.mark.parametrize(
        ("arguments", "expected"),
        [
            (("resurscentrum", "--stay", "6 months"), "with --unit: rehab, production and outflow"),
            (("tranemo", "--stay", "6 months"), "no flow with a capacity to try this on"),
            (("resurscentrum", "--unit", "rehap", "--places", "3"), "did you mean “rehab”"),
            ((*PRODUCTION, "--places", "many"), "--places cannot be “many”; write a whole number"),
            ((*PRODUCTION, "--stay", "long"), "“long” is not a length of stay"),
            ((*PRODUCTION, "--read-as", "pile"), "--read-as cannot be “pile”"),
            ((*PRODUCTION, "--simulate"), "how long they stay in “production” is not stated"),
            ((*PRODUCTION, "--stay", "6 months", "--format", "svg"), "a picture shows one unit that is simulated"),
            (("ingenstans.toml",), "ingenstans.toml"),
        ],
    )
    def test_what_cannot_be_tried_is_told(self, arguments: tuple[str, ...], expected: str) -> None:
        result = run(*arguments)

        assert result.exit_code == 2
        assert expected in result.stderr


class TestSimulated:
    simulated = (*PRODUCTION, "--stay", "12 months", "--simulate", "--runs", "20")

    def test_it_is_told_how_and_what_came_of_it(self) -> None:
        text = told(*self.simulated)

        assert "Simulated 20 times over 47 months from empty, seed 1. They come at random. All stay as long" in text
        assert "Share of the days on which all are taken" in text
        assert "Turned away" not in text
        assert text == told(*self.simulated)

    def test_another_seed_gives_something_else(self) -> None:
        one, two = (data(*self.simulated, "--seed", seed)["scenarios"][0]["simulated"] for seed in ("1", "2"))

        assert one != two

    def test_its_json_holds_each_month(self) -> None:
        found = data(*self.simulated, "--over", "2 years", "--full", "away", "--staying", "varied")
        (scenario,) = found["scenarios"]

        assert found["simulation"] == {
            "arriving": "random",
            "days": 730,
            "full": "away",
            "runs": 20,
            "seed": 1,
            "staying": "varied",
        }
        assert len(scenario["simulated"]["over_time"]) == 25
        assert scenario["simulated"]["waited_days"] is None
        assert 0 < scenario["simulated"]["turned_away"]["mean"] < 1

    def test_a_picture_can_be_drawn(self) -> None:
        result = run(*self.simulated, "--format", "svg")

        assert result.exit_code == 1
        assert result.stdout.startswith("<svg")

    def test_a_flow_whose_order_is_not_stated_is_no_chain(self) -> None:
        result = run("resurscentrum", "--unit", "one-entrance", "--arrivals", "60/year", "--simulate")

        assert result.exit_code == 2
        assert "the order of the steps in “one-entrance” is not stated; expected one unit at a time" in result.stderr

    def test_a_flow_is_led_through_its_units(self, chain: str) -> None:
        pytest.importorskip("simpy", reason="the extra simulate is not installed")
        arguments = (chain, "--unit", "vagen", "--arrivals", "5/month", "--simulate", "--runs", "5")

        lines = run(*arguments).stdout.splitlines()

        assert [line for line in lines if line in {"start", "vidare"}] == ["start", "vidare"]
        assert list(data(*arguments)["chain"]) == ["start", "vidare"]

    @pytest.mark.parametrize(
        ("more", "expected"),
        [
            (("--simulate",), "how many come to the first unit of “vagen” is not stated; add --arrivals"),
            (("--simulate", "--places", "3"), "only one value of --arrivals can be tried"),
        ],
    )
    def test_what_a_chain_needs_is_told(self, chain: str, more: tuple[str, ...], expected: str) -> None:
        result = run(chain, "--unit", "vagen", *more)

        assert result.exit_code == 2
        assert expected in result.stderr

    def test_without_a_period_it_must_be_said_for_how_long(self, tmp_path: Path) -> None:
        path = tmp_path / "utan.toml"
        path.write_text("\n".join(line for line in CHAIN.splitlines() if "period" not in line), encoding="utf-8")
        arguments = (str(path), "--unit", "start", "--arrivals", "5/month", "--simulate", "--runs", "2")

        assert "say for how long to simulate with --over" in run(*arguments).stderr
        assert run(*arguments, "--over", "1 år").exit_code == 0
