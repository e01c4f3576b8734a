from __future__ import annotations

import contextlib
import json as plain_json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.errors import InvalidCollaborationError, SamverkanError
from samverkan.formats import json, toml
from samverkan.testing.strategies import collaborations

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration


@pytest.fixture(scope="module")
def written(example: str) -> str:
    return json.dumps(toml.loads(example))


def told_of(text: str) -> list[str]:
    with pytest.raises(InvalidCollaborationError) as caught:
        json.loads(text, name="setup.json")
    return [str(fault) for fault in caught.value.faults]


@given(collaborations())
def test_what_is_written_is_read_as_the_same(collaboration: Collaboration) -> None:
    assert json.loads(json.dumps(collaboration)) == collaboration


def test_json_and_toml_say_the_same(example: str, written: str) -> None:
    assert json.loads(written) == toml.loads(example)


def test_dates_are_iso_text_and_swedish_letters_are_themselves(written: str) -> None:
    assert '"when": "2016-01-18"' in written
    assert "Åmåls teater" in written


def test_an_editor_may_name_its_schema(written: str) -> None:
    assert json.loads(written.replace("{", '{"$schema": "./samverkan-1.schema.json",', 1)) == json.loads(written)


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        pytest.param('"2016-W10"', '"2016-W60"', "81:17: '2016-W60' is not an ISO week", id="a week"),
        pytest.param('"body": "samv', '"boddy": "samv', "54:7: there is no key “boddy” here", id="a key"),
        pytest.param('"at_least": 2', '"at_least": NaN', '47:9: “"at_least": NaN” does not fit here', id="no number"),
        pytest.param('"at_least": 2', '"at_least": 2,', "47:22: “,” does not fit here", id="a comma too many"),
        pytest.param('"id": "teater"', '"id": "a", "id": "b"', "78:18: the key “id” stands twice", id="a key twice"),
        pytest.param('"format": 1', '"format": "1"', "2:13: this version reads format 1", id="a format in quotes"),
        pytest.param('"id": "teater"', '"id": "\\ud800"', "78:14: half a sign stands here", id="half a sign"),
        pytest.param('"id": "teater"', '"id": "a\tb"', "78:15: invalid control character", id="a bare tab"),
    ],
)
def test_one_thing_wrong_is_told_in_its_place(written: str, right: str, wrong: str, told: str) -> None:
    assert written.count(right) == 1
    (only,) = told_of(written.replace(right, wrong))
    assert only.startswith(f"setup.json:{told}")


def test_every_piece_that_does_not_fit_is_told(written: str) -> None:
    told = told_of(written.replace('"at_least": 2', '"at_least": nan').replace('"2016-W10"', "2016-W10"))
    assert [line.split(": ")[0] for line in told] == ["setup.json:47:9", "setup.json:81:21"]


@pytest.mark.parametrize("text", ["[]", "1", '"a"', "null", "true"])
def test_what_is_no_object_is_no_collaboration(text: str) -> None:
    (told,) = told_of(text)
    assert "is no collaboration; expected a table with format = 1 [wrong-type]" in told


def accepted_or_refused(text: str) -> None:
    with contextlib.suppress(SamverkanError):
        json.loads(text)


class TestNothingButOurErrors:
    """Each fault is told, never a traceback (issue 2)."""

    @given(st.text(alphabet='{}[]":,1.e-tnå\\ud8"'))
    def test_any_signs_of_json(self, text: str) -> None:
        accepted_or_refused(text)

    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        )
    )
    def test_any_json(self, value: object) -> None:
        accepted_or_refused(plain_json.dumps(value))

    @given(st.data())
    def test_a_file_with_a_piece_put_in_or_cut_out(self, written: str, data: st.DataObject) -> None:
        at = data.draw(st.integers(0, len(written)))
        piece = data.draw(
            st.sampled_from(["{", "}", "[", "]", ",", ":", '"', "1", "null", "\\ud800", "é", "\0", "1e999"])
        )
        accepted_or_refused(written[:at] + piece + written[at + data.draw(st.integers(0, 9)) :])

    @pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "9" * 50_000, '"' + "\\" * 100_001])
    def test_texts_made_to_hurt_a_parser(self, text: str) -> None:
        accepted_or_refused(text)
