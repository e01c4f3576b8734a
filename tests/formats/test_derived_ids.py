"""Series, events and activities need no id in a file: it is made of the body or the name."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft7Validator

from samverkan.errors import InvalidCollaborationError
from samverkan.formats import json as json_format
from samverkan.formats import toml
from samverkan.formats.schema import schema

HEAD = """\
format = 1
id = "x"
name = "X"
[bodies.group]
kind = "collaboration-group"
name = "Gruppen"
"""
SERIES = """
[[series]]
body = "group"
every = "14 days"
from = 2016-03-04
to = 2016-06-10
"""


def test_a_series_takes_its_id_from_the_body() -> None:
    assert [series.id for series in toml.loads(HEAD + SERIES).series] == ["group"]


@pytest.mark.parametrize("name", ['"Möte i Advisory Board"', '{ sv = "Möte i Advisory Board", en = "A meeting" }'])
def test_an_event_takes_its_id_from_the_swedish_name(name: str) -> None:
    events = toml.loads(f"{HEAD}\n[[events]]\nname = {name}\n").events

    assert [event.id for event in events] == ["mote-i-advisory-board"]


def test_a_file_that_is_written_again_says_the_id() -> None:
    collaboration = toml.loads(HEAD + SERIES)

    assert 'id = "group"' in toml.dumps(collaboration)
    assert toml.loads(toml.dumps(collaboration)) == collaboration


def test_two_series_of_one_body_need_ids_of_their_own() -> None:
    with pytest.raises(InvalidCollaborationError, match="the id “group” stands twice; expected an id of its own"):
        toml.loads(HEAD + SERIES + SERIES)


def test_a_name_of_signs_only_makes_no_id() -> None:
    with pytest.raises(InvalidCollaborationError, match="the key “id” is missing"):
        toml.loads(f'{HEAD}\n[[events]]\nname = "!!!"\n')


def test_the_schema_asks_for_no_id_either() -> None:
    data = json.loads(json_format.dumps(toml.loads(HEAD + SERIES)))
    del data["series"][0]["id"]

    Draft7Validator(schema()).validate(data)


def test_an_id_is_not_missing_where_the_name_that_it_is_made_of_is_wrong() -> None:
    for name in ("3", '" "', "{ en = 'A' }"):
        with pytest.raises(InvalidCollaborationError) as caught:
            toml.loads(f"{HEAD}\n[[events]]\nname = {name}\n")
        assert [fault.path[:3] for fault in caught.value.faults] == [("events", 0, "name")]


def test_an_id_is_missing_where_a_name_makes_none() -> None:
    with pytest.raises(InvalidCollaborationError, match="the key “id” is missing"):
        toml.loads(f'{HEAD}\n[[events]]\nname = "日本"\n')
