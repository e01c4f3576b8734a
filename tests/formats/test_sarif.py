"""SARIF 2.1.0: judged by the schema of OASIS, and by what the standard says of kinds, levels and suppressions."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given, reject, settings
from sarif_kit.validate import validation_errors

from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.registry import checklist_names
from samverkan.errors import InvalidCollaborationError, UnreadableFileError
from samverkan.formats import sarif, toml
from samverkan.formats.baseline import baseline
from samverkan.formats.bundled import bundled, bundled_names, bundled_text
from samverkan.formats.fields import Fields
from samverkan.formats.outcomes import json_text
from samverkan.formats.toml_tree import toml_places
from samverkan.formats.wording import LANGUAGES, Wording
from samverkan.model.accepted import AcceptedDeviation
from samverkan.testing.strategies import collaborations

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration

DAY = dt.date(2016, 4, 10)
TRANEMO = bundled("tranemo")
KINDS = {"met": "pass", "not_met": "fail", "unknown": "open", "not_applicable": "notApplicable"}
EARLIER = "earlier.sarif"


def run(whole: Collaboration = TRANEMO, *, text: str = "", checklist: str = "tranemo", **more: Any) -> Any:  # noqa: ANN401  # plain data
    text = text or toml.dumps(whole)
    fields = Fields(whole, more.get("file", "a.toml"), text.split("\n"), toml_places(text))
    evaluation = evaluate(whole, checklist=checklist, as_of=more.get("as_of", DAY))
    return sarif.run(evaluation, fields, Wording(more.get("language", "sv")), version="1.2.3")


def by_rule(found: Any) -> dict[str, Any]:  # noqa: ANN401  # plain data
    return {result["ruleId"]: result for result in found["results"]}


def raw(*runs: object) -> bytes:
    return json.dumps({"runs": runs}).encode()


def one_not_met() -> str:
    return next(each.criterion.id for each in evaluate(TRANEMO, as_of=DAY).reports if each.outcome is Outcome.NOT_MET)


class TestSchema:
    @pytest.mark.parametrize("name", bundled_names())
    @pytest.mark.parametrize("checklist", checklist_names())
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_setup_by_every_checklist_is_valid(self, name: str, checklist: str, language: str) -> None:
        found = run(bundled(name), text=bundled_text(name), checklist=checklist, language=language)

        assert validation_errors(sarif.log([found])) == []

    @given(whole=collaborations())
    @settings(max_examples=20)
    def test_any_collaboration_is_valid_beside_its_own_baseline(self, whole: Collaboration) -> None:
        try:
            found = run(whole)
        except InvalidCollaborationError:  # a plan that cannot be worked out
            reject()
        beside = baseline(raw(found), EARLIER, about=f"{whole.id}/tranemo").beside(found)

        assert validation_errors(sarif.log([found, beside])) == []
        assert {result["baselineState"] for result in beside["results"]} == {"unchanged"}

    def test_the_judge_refuses_what_is_no_sarif(self) -> None:
        broken = run()
        broken["results"][0]["kind"] = "perhaps"

        assert validation_errors(sarif.log([broken])) != []


class TestKinds:
    @pytest.mark.parametrize("name", bundled_names())
    def test_each_outcome_has_its_kind_and_only_what_fails_has_a_level(self, name: str) -> None:
        reports = {each.criterion.id: each for each in evaluate(bundled(name), as_of=DAY).reports}
        for rule, result in by_rule(run(bundled(name))).items():
            report = reports[rule]
            core = "error" if report.criterion.core else "warning"
            assert result["kind"] == ("review" if report.finding.conflict else KINDS[report.outcome.value])
            assert result["level"] == (core if result["kind"] == "fail" else "none")

    def test_claims_that_contradict_each_other_are_for_review_with_every_claim(self) -> None:
        result = by_rule(run())["2.1"]

        assert result["kind"] == "review"
        claims = [each["message"]["text"] for each in result["relatedLocations"][1:]]
        assert claims == ["2", "1", "1"]


class TestPlaces:
    def test_a_result_points_at_the_field_that_the_remedy_changes(self) -> None:
        text = 'format = 1\nid = "a"\nname = "A"\n[lead]\naccountable = 2\n'
        result = by_rule(run(toml.loads(text), text=text))["2.1"]

        (place,) = result["locations"]
        assert place["physicalLocation"]["region"] == {"startLine": 5, "startColumn": 1}
        assert place["logicalLocations"] == [{"fullyQualifiedName": "lead.accountable"}]

    def test_what_the_file_does_not_have_is_a_matter_of_the_whole_file(self) -> None:
        text = 'format = 1\nid = "a"\nname = "A"\n'
        result = by_rule(run(toml.loads(text), text=text))["2.2"]

        assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "endLine": 3}

    @pytest.mark.parametrize(
        ("file", "expected"),
        [("våra filer/a b.toml", "v%C3%A5ra%20filer/a%20b.toml"), ("/län/a.toml", "file:///l%C3%A4n/a.toml")],
    )
    def test_a_path_becomes_a_uri(self, file: str, expected: str) -> None:
        assert sarif.uri(file) == expected


class TestSuppressions:
    def accepted(self, **facts: Any) -> Any:  # noqa: ANN401  # plain data
        rule = one_not_met()
        whole = evolve(TRANEMO, accepted=[AcceptedDeviation(rule, "vi väntar in valet", **facts)])
        return by_rule(run(whole))[rule]

    def test_an_accepted_deviation_still_fails_and_says_why_it_is_accepted(self) -> None:
        result = self.accepted(until=dt.date(2016, 12, 31))

        assert result["kind"] == "fail"
        assert result["suppressions"] == [
            {
                "kind": "inSource",
                "status": "accepted",
                "justification": "vi väntar in valet",
                "properties": {"until": "2016-12-31"},
            }
        ]

    def test_after_its_last_day_nothing_is_suppressed(self) -> None:
        assert self.accepted(until=DAY)["suppressions"] != []
        assert self.accepted(until=DAY - dt.timedelta(1))["suppressions"] == []

    def test_every_result_tells_whether_it_is_suppressed_as_the_standard_asks(self) -> None:
        assert all(isinstance(result["suppressions"], list) for result in run()["results"])


class TestBaseline:
    def states(self, earlier: object, now: object, about: str = "tranemo/tranemo") -> dict[str, str]:
        beside = baseline(raw(earlier), EARLIER, about=about).beside(now)  # type: ignore[arg-type]  # plain data
        return {result["ruleId"]: result["baselineState"] for result in beside["results"]}  # type: ignore[index,union-attr,call-overload]  # plain data

    def test_another_language_and_lines_that_moved_change_nothing(self) -> None:
        moved = run(text=f"# a line\n{toml.dumps(TRANEMO)}", language="en")

        assert set(self.states(run(), moved).values()) == {"unchanged"}

    def test_another_day_alone_changes_nothing_where_nothing_depends_on_it(self) -> None:
        states = self.states(run(), run(as_of=DAY + dt.timedelta(1)))

        assert states["1.2"] == "unchanged"

    def test_what_is_decided_since_is_updated(self) -> None:
        lead = evolve(TRANEMO.lead, working_time=1)
        states = self.states(run(), run(evolve(TRANEMO, lead=lead)))

        assert {rule for rule, state in states.items() if state == "updated"} == {"2.2"}

    def test_other_evidence_for_the_same_outcome_is_an_update(self) -> None:
        earlier, now = (
            toml.loads(f'format = 1\nid = "a"\nname = "A"\nlead.accountable = {number}\n') for number in (2, 3)
        )
        states = self.states(run(earlier), run(now), "a/tranemo")

        assert {rule for rule, state in states.items() if state == "updated"} == {"2.1"}

    def test_accepting_a_deviation_is_an_update(self) -> None:
        rule = one_not_met()
        accepted = evolve(TRANEMO, accepted=[AcceptedDeviation(rule, "x")])

        assert self.states(run(), run(accepted))[rule] == "updated"

    def test_a_criterion_that_came_is_new_and_one_that_went_is_absent_and_only_once(self) -> None:
        earlier, now = run(), run()
        del earlier["results"][0]
        del now["results"][1]

        states = self.states(earlier, now)
        assert (states["1.1"], states["1.2"]) == ("new", "absent")
        beside = baseline(raw(earlier), EARLIER, about="tranemo/tranemo").beside(now)
        assert validation_errors(sarif.log([beside])) == []
        assert "1.2" not in self.states(beside, now)

    @pytest.mark.parametrize(
        "content", [b"", b"{}", b"[]", b"\xff", b'{"runs": [{"results": [1]}]}', b"[" * 100_000, b'{"runs": 1}']
    )
    def test_what_is_no_sarif_is_refused(self, content: bytes) -> None:
        with pytest.raises(UnreadableFileError, match=r"earlier\.sarif is no evaluation in SARIF"):
            baseline(content, EARLIER, about="a/tranemo")

    def test_a_run_about_something_else_is_refused(self) -> None:
        with pytest.raises(UnreadableFileError, match="has no result about a/tranemo"):
            baseline(raw(run()), EARLIER, about="a/tranemo")

    @pytest.mark.parametrize("change", [{"kind": "x"}, {"level": "none"}, {"message": {"text": 1}}, {"message": 1}])
    def test_a_result_that_we_would_not_write_is_not_carried_on(self, change: dict[str, object]) -> None:
        earlier = run()
        failed = next(result for result in earlier["results"] if result["kind"] == "fail")
        failed |= change

        with pytest.raises(UnreadableFileError, match="is no evaluation in SARIF"):
            baseline(raw(earlier), EARLIER, about="tranemo/tranemo")


def test_two_runs_give_the_same_bytes_and_no_clock() -> None:
    first, second = (json_text(sarif.log([run()])) for _ in range(2))

    assert first == second
    assert str(dt.datetime.now(tz=dt.UTC).year) not in first
