from __future__ import annotations

import json as plain_json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from jsonschema import Draft7Validator

from samverkan.errors import InvalidStepsError, UnreadableFileError
from samverkan.formats import schema, steps_file
from samverkan.steps.model import model_text
from samverkan.testing import step_plans

TEXT = """\
format = 1
id = "ekeby"
name = "Ekebys steg"

[steps.beslut]
title = "Nämnden beslutar"
about = "Nämnden ger uppdraget."
days = 15
role = "nämndens ordförande"
criteria = ["tranemo:1.5"]
evidence = "protokoll"
source = "KS 2026-03-04 § 12"
each = "municipality"
done = [{ date = 2027-02-01, municipality = "0586" }, 2027-03-01]

[steps.lokal]
title = { sv = "Lokalen ordnas", en = "Premises are found" }
about = "En plats att mötas på."
after = ["beslut"]
days = 10
role = "fastighetschefen"
evidence = "hyresavtal"
source = "vårt val"
phases = ["implementation"]
"""


def told(text: str) -> list[str]:
    with pytest.raises(InvalidStepsError) as caught:
        steps_file.loads(text, name="e.steps.toml")
    return str(caught.value).splitlines()


def test_what_is_written_is_read() -> None:
    decision, premises = steps_file.loads(TEXT).steps

    assert (decision.id, decision.days, decision.criteria) == ("beslut", 15, ("tranemo:1.5",))
    assert [(str(each.date), each.municipality) for each in decision.done] == [
        ("2027-02-01", "0586"),
        ("2027-03-01", None),
    ]
    assert (premises.after, premises.title.en) == (("beslut",), "Premises are found")
    assert str(premises.days_source) == "vårt val"


def test_every_fault_is_told_at_once_with_line_and_column() -> None:
    wrong = (
        TEXT.replace("days = 15", "days = 0")
        .replace("tranemo:1.5", "tranemo:1.55")
        .replace('"municipality"', '"municipal"')
        .replace("implementation", "implementering")
        .replace('source = "vårt val"\n', "")
    )

    number = "a whole number from 1, at most 9 digits [bad-number]"
    assert told(wrong) == [
        f"e.steps.toml:8:8: days 0 is not a positive count; expected {number}",
        ("e.steps.toml:10:1: there is no criterion “tranemo:1.55”; did you mean “tranemo:1.5”? [unknown-name]"),
        (
            "e.steps.toml:13:8: the word “municipal” is not known here; expected municipality; "
            "did you mean “municipality”? [unknown-word]"
        ),
        "e.steps.toml:16:8: the key “source” is missing; expected text, or { sv = “…”, en = “…” } [missing-key]",
        (
            "e.steps.toml:23:11: the word “implementering” is not known here; "
            "expected one of pre-study, implementation, running; did you mean “implementation”? [unknown-word]"
        ),
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        (
            'after = ["beslut"]',
            'after = ["beslutet"]',
            "e.steps.toml:19:10: there is no step “beslutet”; did you mean “beslut”? [unknown-step]",
        ),
        (
            "days = 15",
            'days = 15\nafter = ["lokal"]',
            "e.steps.toml:9:10: these steps wait for each other: “beslut → lokal → beslut”; expected an order in which",
        ),
        ("format = 1\n", "", "e.steps.toml:1:1: the key “format” is missing; expected format = 1 [missing-key]"),
        ("2027-03-01", "2027-02-30", "e.steps.toml:14:55: the calendar has no such day"),
        ("days = 10", "days = many", "“many” is text without quotes"),
        ("[steps.lokal]", "[steps.beslut]", "e.steps.toml:16:1: this table stands already; expected each table once"),
    ],
)
def test_a_fault_is_told(right: str, wrong: str, fault: str) -> None:
    (found,) = told(TEXT.replace(right, wrong))

    assert fault in found


def test_a_fault_in_the_order_is_told_beside_another() -> None:
    wrong = TEXT.replace('["beslut"]', '["beslutet"]').replace("tranemo:1.5", "tranemo:1.55")

    assert [line.rpartition("[")[2] for line in told(wrong)] == ["unknown-name]", "unknown-step]"]


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(UnreadableFileError):
        steps_file.loads("", name="e.steps.toml")


class TestSchema:
    VALIDATOR = Draft7Validator(schema.steps_schema())

    def test_is_shipped_as_the_classes_say(self) -> None:
        shipped = Path(schema.__file__).with_name(schema.STEPS_FILE).read_text(encoding="utf-8")

        assert shipped == schema.schema_text(schema.steps_schema()), "run python -m samverkan.formats.schema"

    def test_is_a_schema(self) -> None:
        Draft7Validator.check_schema(schema.steps_schema())

    def test_takes_the_steps_that_come_along(self) -> None:
        assert list(self.VALIDATOR.iter_errors(tomllib.loads(model_text()))) == []

    @given(step_plans())
    def test_takes_everything_that_is_written(self, plan: object) -> None:
        data = tomllib.loads(steps_file.dumps(plan))  # type: ignore[arg-type]  # drawn

        assert list(self.VALIDATOR.iter_errors(plain_json.loads(plain_json.dumps(data, default=str)))) == []

    @pytest.mark.parametrize(
        ("right", "wrong"), [("days = 15", "day = 15"), ('"municipality"', '"municipal"'), ("days = 10", 'days = "10"')]
    )
    def test_refuses_what_the_reader_refuses(self, right: str, wrong: str) -> None:
        data = plain_json.loads(plain_json.dumps(tomllib.loads(TEXT.replace(right, wrong, 1)), default=str))

        assert list(self.VALIDATOR.iter_errors(data))
