from __future__ import annotations

import json as plain_json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from jsonschema import Draft7Validator

from samverkan.errors import InvalidCollaborationError
from samverkan.formats import json, schema, toml
from samverkan.formats.bundled import bundled_names, bundled_text
from samverkan.testing.strategies import collaborations

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration

VALIDATOR = Draft7Validator(schema.schema())


def as_an_editor_sees(text: str) -> object:
    """Read TOML as a schema judges it: a date is its text."""
    return plain_json.loads(plain_json.dumps(tomllib.loads(text), default=str))


def test_the_shipped_schema_is_what_the_model_says() -> None:
    shipped = Path(schema.__file__).with_name(schema.FILE).read_text(encoding="utf-8")
    assert shipped == schema.schema_text(), "run python -m samverkan.formats.schema"


def test_it_is_a_schema() -> None:
    Draft7Validator.check_schema(schema.schema())


@pytest.mark.parametrize("name", bundled_names())
def test_every_bundled_file_is_valid(name: str) -> None:
    assert list(VALIDATOR.iter_errors(as_an_editor_sees(bundled_text(name)))) == []


@given(collaborations())
def test_everything_that_is_written_is_valid(collaboration: Collaboration) -> None:
    assert list(VALIDATOR.iter_errors(plain_json.loads(json.dumps(collaboration)))) == []
    assert list(VALIDATOR.iter_errors(as_an_editor_sees(toml.dumps(collaboration)))) == []


def test_the_example_is_valid(example: str) -> None:
    assert list(VALIDATOR.iter_errors(as_an_editor_sees(example))) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("format = 1\n", ""),
        ("format = 1", "format = 2"),
        ('id = "tranemo"\n', ""),
        ('kind = "coll', 'knid = "coll'),
        ('"collaboration-group"', '"colaboration-group"'),
        ("at_least = 2", 'at_least = "2"'),
        ("at_least = 2", "at_least = true"),
        ("at_least = 2", "at_most = 2"),
        ('["migrationsverket"]', '"migrationsverket"'),
        ('municipalities = { "1452" = "Tranemo" }', 'municipalities = ["1452"]'),
        ('"1452" = "Tranemo"', '"1452" = 1'),
        ('{ week = "2016-W10" }', '{ weak = "2016-W10" }'),
        ('{ week = "2016-W10" }', "{}"),
        ("when = 2016-01-18", "when = 18"),
        ("when = 2016-01-18", 'when = "våren"'),
        ('absent.joined = "inte aktuellt"', 'absent.aliases = "saknas"'),
        ('absent.joined = "inte aktuellt"', "absent.joined = true"),
        ('every = "14 days"', "every = 14"),
        (", decides = true }", ", decides = 1 }"),
        ('name = "Åmåls teater"', 'name = { en = "Theatre" }'),
        ('kind = "coll', 'id = "sg"\nkind = "coll'),
    ],
)
def test_what_the_reader_refuses_for_its_form_the_schema_refuses_too(example: str, right: str, wrong: str) -> None:
    assert example.count(right) == 1
    text = example.replace(right, wrong)
    with pytest.raises(InvalidCollaborationError):
        toml.loads(text)
    assert not VALIDATOR.is_valid(as_an_editor_sees(text))


def test_every_definition_that_is_named_says_what_it_is() -> None:
    described = [name for name, definition in schema.schema()["definitions"].items() if "properties" in definition]
    assert all(schema.schema()["definitions"][name]["description"] for name in described)
