from __future__ import annotations

import json as plain_json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from jsonschema import Draft7Validator

from samverkan.errors import InvalidChecklistError
from samverkan.formats import checklist_file, schema
from samverkan.testing import checklists

TEXT = """\
format = 1
id = "ekeby"
version = "1"
name = "Ekebys checklista"
parameters.max_gap_days = 21

[factors.beslut]
name = "Beslut"
weight = 2

[factors.beslut.criteria.roller]
core = true
rule = { criterion = "tranemo:6.4" }

[factors.beslut.criteria.beslutsfor]
question = "Kan gruppen bli beslutsför?"
source = "KS 2026-03-04 § 12"
remedy = { text = "Bestäm ett antal.", effort = "low", responsible = "ordföranden", field = "bodies" }
rule = { at_least = 1, of = [
  { stated = "bodies.*.quorum", body_kind = "collaboration-group" },
  { not = { count = "bodies.*.seats", at_most = 2 } },
] }
"""


def told(text: str) -> list[str]:
    with pytest.raises(InvalidChecklistError) as caught:
        checklist_file.loads(text, name="e.toml")
    return str(caught.value).splitlines()


def test_what_is_read_is_what_is_judged_by() -> None:
    made = checklist_file.loads(TEXT).made()

    assert [criterion.id for criterion in made.criteria] == ["roller", "beslutsfor"]
    roles, quorum = made.criteria
    assert str(roles.question) == "Has every seat of the group a stated role?"
    assert str(quorum.question) == "Kan gruppen bli beslutsför?"
    assert made.factors[0].weight == 2


def test_every_fault_is_told_at_once_with_line_and_column() -> None:
    wrong = (
        TEXT.replace("max_gap_days", "max_gap_day")
        .replace("tranemo:6.4", "tranemo:6.44")
        .replace(".quorum", ".quorom")
        .replace('"low"', '"lov"')
        .replace(", at_most = 2", "")
        .replace("weight = 2", "weight = 0")
    )

    assert told(wrong) == [
        "e.toml:5:26: there is no threshold “max_gap_day”; did you mean “max_gap_days”? [unknown-name]",
        "e.toml:9:10: the weight 0 counts for nothing; expected a number above 0 [bad-weight]",
        "e.toml:13:22: there is no criterion “tranemo:6.44”; did you mean “tranemo:6.4”? [unknown-name]",
        (
            "e.toml:18:49: the word “lov” is not known here; expected one of low, medium, high; did you mean “low”? "
            "[unknown-word]"
        ),
        "e.toml:20:14: there is no field “bodies.*.quorom”; did you mean “bodies.*.quorum”? [unknown-name]",
        "e.toml:21:5: there is no bound to compare with; expected at_least, at_most, or both [no-bound]",
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        ("core = true\n", "", "the factor beslut has no core criterion; expected at least one [no-core]"),
        ('question = "Kan gruppen bli beslutsför?"\n', "", "the criterion beslutsfor says no question; expected"),
        ('id = "ekeby"', 'id = "tranemo"', "“tranemo” is a checklist that comes along; expected an id of your own"),
        ("format = 1\n", "", "e.toml:1:1: the key “format” is missing; expected format = 1 [missing-key]"),
        ("core = true", "core = maybe", "“maybe” is text without quotes"),
        ("{ criterion", "{ criterium", "there is no key “criterium” here; did you mean “criterion”?"),
        ("parameters.max_gap_days = 21", "parameters.max_gap_days = true", "cannot be true; expected a number"),
    ],
)
def test_a_fault_is_told(right: str, wrong: str, fault: str) -> None:
    assert fault in "\n".join(told(TEXT.replace(right, wrong)))


class TestSchema:
    VALIDATOR = Draft7Validator(schema.checklist_schema())

    def test_is_shipped_as_the_classes_say(self) -> None:
        shipped = Path(schema.__file__).with_name(schema.CHECKLIST_FILE).read_text(encoding="utf-8")

        assert shipped == schema.schema_text(schema.checklist_schema()), "run python -m samverkan.formats.schema"

    def test_is_a_schema(self) -> None:
        Draft7Validator.check_schema(schema.checklist_schema())

    @given(checklists())
    def test_takes_everything_that_is_written(self, own: object) -> None:
        data = tomllib.loads(checklist_file.dumps(own))  # type: ignore[arg-type]  # drawn

        assert list(self.VALIDATOR.iter_errors(plain_json.loads(plain_json.dumps(data)))) == []

    @pytest.mark.parametrize(
        ("right", "wrong"),
        [("core = true", "cor = true"), ('"low"', '"lov"'), ("max_gap_days = 21", "max_gap_days = []")],
    )
    def test_refuses_what_the_reader_refuses(self, right: str, wrong: str) -> None:
        data = tomllib.loads(TEXT.replace(right, wrong))

        assert list(self.VALIDATOR.iter_errors(data))
