"""Fields that findings name, found in the text that they were read from."""

from __future__ import annotations

import datetime as dt

import pytest

from samverkan.checklist.evaluate import evaluate
from samverkan.formats import json, toml
from samverkan.formats.bundled import bundled, bundled_names, bundled_text
from samverkan.formats.fields import Fields, path_of
from samverkan.formats.json_tree import json_places
from samverkan.formats.toml_tree import toml_places

TEXT = """format = 1
id = "a"
name = "A"
[lead]
accountable = 1
absent = { working_time = "ingen tid" }
[bodies.b]
kind = "steering-group"
name = "B"
seats.s-1 = { rank = "executive" }
[[events]]
id = "e-1"
name = "Ett"
[[events]]
id = "e-2"
name = "Två"
"""


def fields(text: str) -> Fields:
    return Fields(toml.loads(text), "a.toml", text.split("\n"), toml_places(text))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("lead.accountable", "5:1"),
        ("lead.working_time", "6:12"),
        ("bodies.b.seats.s-1.rank", "10:15"),
        ("bodies.b.seats.s-1.role", "10:7"),
        ("bodies.b.quorum", "7:9"),
        ("events.e-2.name", "16:1"),
        ("events.e-2.when", "14:1"),
    ],
)
def test_a_field_is_found_or_what_is_around_it(name: str, expected: str) -> None:
    assert str(fields(TEXT).location(name)) == f"a.toml:{expected}"


@pytest.mark.parametrize("name", ["decisions_complete", "no.such.field", "bodies.{group}.seats", ""])
def test_what_the_file_does_not_have_has_no_place_of_its_own(name: str) -> None:
    found = fields(TEXT).location(name)

    assert found is None or found.line == 7


def test_columns_count_signs_and_not_bytes() -> None:
    text = 'format = 1\nid = "a"\nname = "A"\norganisations.o = { name = "åäö", sector = "municipality" }\n'

    assert str(fields(text).location("organisations.o.sector")) == "a.toml:4:35"


def test_json_has_places_too() -> None:
    text = json.dumps(toml.loads(TEXT))
    found = Fields(json.loads(text), "a.json", text.split("\n"), json_places(text)).location("events.e-2.name")

    assert found is not None
    assert '"Två"' in found.text


def test_an_item_whose_id_the_library_made_is_found_by_its_number() -> None:
    made = toml.loads('format = 1\nid = "a"\nname = "A"\n[[events]]\nname = "Ett"\n[[events]]\nname = "Två"\n')

    assert path_of(made, f"events.{made.events[1].id}.name") == ("events", 1, "name")


@pytest.mark.parametrize("name", bundled_names())
def test_every_field_that_is_cited_lies_in_its_item(name: str) -> None:
    text, whole = bundled_text(name), bundled(name)
    found = Fields(whole, name, text.split("\n"), toml_places(text))
    for report in evaluate(whole, as_of=dt.date(2016, 4, 10)).reports:
        for evidence in report.finding.evidence:
            place, steps = found.location(evidence.field), evidence.field.split(".")
            assert place is None or any(step in place.text or place.text.startswith("[[") for step in steps)


def test_the_last_line_is_the_last_that_holds_something() -> None:
    assert (fields(TEXT).last_line, fields(TEXT.rstrip()).last_line) == (16, 16)
