"""A rollout for programs: JSON, and Mermaid's gantt."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given

from samverkan.formats import rollout_mermaid
from samverkan.formats.bundled import bundled
from samverkan.formats.outcomes import json_text
from samverkan.formats.rollout import rollout_data
from samverkan.formats.wording import Wording
from samverkan.model.identity import Stage
from samverkan.model.names import Text
from samverkan.steps.rollout import Rollout, rollout
from samverkan.testing import rollouts
from tests.steps.builders import MONDAY, each, plan, setup, step

SV, EN = Wording("sv"), Wording("en")
DIAMOND = plan(step("a", days=2), step("b", "a", days=3, criteria=["tranemo:2.1"]), step("c", "a"))


def data(found: Rollout, wording: Wording = EN) -> dict[str, Any]:
    text = json_text(rollout_data(found, wording))
    assert json_text(rollout_data(found, wording)) == text
    return json.loads(text)  # type: ignore[no-any-return]  # a table


class TestJson:
    FOUND = data(rollout(setup("A"), start=MONDAY, as_of=MONDAY + dt.timedelta(days=30), steps=DIAMOND))

    def test_the_whole_is_told(self) -> None:
        assert {key: self.FOUND[key] for key in ("collaboration", "plan", "as_of", "start", "end", "deadline")} == {
            "collaboration": "ekeby",
            "plan": "egen",
            "as_of": "2027-02-10",
            "start": "2027-01-11",
            "end": "2027-01-15",
            "deadline": None,
        }
        assert self.FOUND["working_days"] == {"least": 3, "most": 5}
        assert self.FOUND["critical_path"] == ["a", "b"]
        assert (self.FOUND["late"], self.FOUND["perhaps_late"], self.FOUND["beyond"]) == (["a", "c"], ["b"], [])

    def test_each_step_is_told(self) -> None:
        first, second, third = self.FOUND["steps"]
        assert [each["id"] for each in (first, second, third)] == ["a", "b", "c"]
        assert (second["title"], second["role"], second["source"], second["days_source"]) == (
            "Steget b",
            "role",
            "source",
            "our choice",
        )
        assert (second["progress"], second["criteria"][0]["id"], second["criteria"][0]["outcome"]) == (
            "unknown",
            "tranemo:2.1",
            "unknown",
        )
        assert second["ask_first"][0]["field"] == "lead.accountable"
        assert (third["earliest_start"], third["latest_finish"], third["slack"], third["critical"]) == (
            "2027-01-13",
            "2027-01-15",
            2,
            False,
        )
        assert third["after"] == ["a"]

    def test_each_criterion_has_its_day(self) -> None:
        found = {each["id"]: each for each in self.FOUND["criteria"]}

        assert found["tranemo:2.1"] == {
            "id": "tranemo:2.1",
            "core": True,
            "outcome": "unknown",
            "steps": ["b"],
            "met_on": "2027-01-15",
        }
        assert self.FOUND["all_met"] is None
        assert "tranemo:1.1" in self.FOUND["uncovered"]

    def test_what_waits_for_a_municipality_says_what_is_known(self) -> None:
        stages = [Stage(f"s{place}", Text("etapp"), municipalities=[f"000{place}"]) for place in (1, 2)]
        found = data(rollout(setup("A", "B", stages=stages), start=MONDAY, steps=plan(each("x"))))

        late = found["steps"][1]
        assert (late["id"], late["municipality"], late["earliest_start"], late["slack"]) == (
            "x/0002",
            "0002",
            None,
            None,
        )
        assert late["joins"] == {"on": None, "earliest": None, "latest": None, "stage": "s2"}

    @given(rollouts(max_steps=3))
    def test_any_rollout_can_be_told(self, found: Rollout) -> None:
        told = data(found)

        assert [each["id"] for each in told["steps"]] == [task.id for task in found.tasks]


class TestMermaid:
    @pytest.mark.parametrize("wording", [SV, EN])
    def test_the_bars_are_the_steps_with_dates(self, wording: Wording) -> None:
        found = rollout(setup("A"), start=MONDAY, steps=DIAMOND)

        assert rollout_mermaid.dumps(found, wording, name="Ekeby: samverkar").splitlines() == [
            "gantt",
            "  title Ekeby  samverkar",
            "  dateFormat YYYY-MM-DD",
            "  axisFormat %Y-%m-%d",
            "  1. Steget a :crit, t1, 2027-01-11, 2027-01-13",
            "  2. Steget c :t2, 2027-01-13, 2027-01-14",
            "  3. Steget b ? :crit, t3, 2027-01-13, 2027-01-16",
        ]

    def test_what_is_done_is_marked(self) -> None:
        found = rollout(bundled("tranemo"), start=MONDAY, all_steps=True)

        assert "  5. Advisory Board sätts samman :crit, done, t5" in rollout_mermaid.dumps(found, SV, name="T")
