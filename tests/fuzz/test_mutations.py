"""Right files made wrong by somebody who knows their parts: every reader gives a value or an error of ours."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from samverkan.errors import SamverkanError
from samverkan.formats import toml
from samverkan.formats.json import dumps
from samverkan.formats.json import loads as json_loads
from samverkan.testing import collaborations

from .scripts import CORPUS, READERS, script

if TYPE_CHECKING:
    from pathlib import Path

changed, inside, packed = (getattr(script("mutating"), name) for name in ("changed", "inside", "packed"))
WORDS = {name: script("words").words(name) for name in READERS}
QUICK = [name for name in READERS if name not in {"workbook", "sheets"}]
SMALL = script("readers").SMALL


def tried(name: str, data: bytes) -> None:
    """Give a reader some bytes; any error but ours ends the test."""
    with suppress(SamverkanError):
        READERS[name].read(data)


@pytest.mark.parametrize("name", QUICK)
@given(data=st.data(), seed=st.integers(0, 2**32), again=st.integers(0, 2**32))
def test_lines_and_words_are_dropped_doubled_moved_and_exchanged(
    name: str, data: st.DataObject, seed: int, again: int
) -> None:
    right = data.draw(st.sampled_from(sorted((CORPUS / name).iterdir()))).read_bytes()
    tried(name, changed(changed(right, WORDS[name], seed), WORDS[name], again))


@given(st.sampled_from(sorted((CORPUS / "sheets").iterdir())), st.integers(0, 2**32))
def test_parts_of_a_workbook_are_changed_inside(file: Path, seed: int) -> None:
    tried("sheets", inside(file.read_bytes(), lambda part: changed(part, WORDS["sheets"], seed), seed))


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**30), 10**30),
    st.sampled_from(
        [10**4_000, -1, 0, 2**63, "\0", "\ud800", "\ufeff", "9999-12-31", "2016-02-30", "x" * 5_000, [], {}]
    ),
    st.text(max_size=9),
    st.integers(1, 60).map(lambda depth: json.loads("[" * depth + "]" * depth)),
)


@given(collaborations(), st.data())
def test_a_value_of_a_right_file_is_replaced_dropped_or_put_elsewhere(whole: Any, data: st.DataObject) -> None:  # noqa: ANN401  # a collaboration
    tables = list(_tables(plain := json.loads(dumps(whole))))
    table = data.draw(st.sampled_from(tables))
    keys = sorted(table) if isinstance(table, dict) else list(range(len(table)))
    key = data.draw(st.sampled_from(keys))
    match data.draw(st.sampled_from(["replace", "drop", "double", "rename"])):
        case "replace":
            table[key] = data.draw(VALUES)
        case "drop":
            del table[key]
        case "double" if isinstance(table, list):
            table.append(table[key])
        case _ if isinstance(table, dict):
            table[data.draw(st.sampled_from(["", "x" * 500, "absent", "kind", "id", "\0", "å.b"]))] = table.pop(key)
    tried("json", json.dumps(plain).encode())


def _tables(value: Any) -> Any:  # noqa: ANN401  # whatever JSON gives
    if isinstance(value, (dict, list)) and value:
        yield value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _tables(inner)


@given(collaborations())
@example(toml.loads(SMALL))
def test_line_ends_of_windows_and_a_byte_order_mark_change_nothing(whole: Any) -> None:  # noqa: ANN401  # as above
    text = toml.dumps(whole)
    if "\r" not in text:
        assert toml.loads("\ufeff" + text.replace("\n", "\r\n")) == whole
    assert json_loads("\ufeff" + dumps(whole).replace("\n", "\r\n")) == whole


@pytest.mark.parametrize("name", QUICK)
@pytest.mark.parametrize("sign", ["\0", "\ufeff", "\r", "\x1b", "\u2028", "\u202e"])
def test_a_strange_sign_anywhere_is_read_or_refused(name: str, sign: str) -> None:
    right = max((file.read_bytes() for file in (CORPUS / name).iterdir()), key=len)[:600]
    for place in range(0, len(right), max(len(right) // 20, 1)):
        tried(name, right[:place] + sign.encode() + right[place:])


@pytest.mark.parametrize("name", QUICK)
def test_a_file_that_breaks_off_anywhere_is_read_or_refused(name: str) -> None:
    right = max((file.read_bytes() for file in (CORPUS / name).iterdir()), key=len)
    for end in range(0, len(right), max(len(right) // 30, 1)):
        tried(name, right[:end])
