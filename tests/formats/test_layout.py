from __future__ import annotations

import datetime as dt
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.errors import InvalidValueError
from samverkan.formats.layout import WIDTH, toml_text
from samverkan.formats.unstructure import Items

LEAVES = st.text() | st.integers(-(2**63), 2**63 - 1) | st.booleans() | st.dates()
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(max_size=5), inner, max_size=4)
        | st.dictionaries(st.text(max_size=5), inner, max_size=4).map(Items)
    ),
)


@given(st.dictionaries(st.text(), VALUES))
def test_whatever_is_laid_out_is_read_as_it_was(table: dict[str, object]) -> None:
    assert tomllib.loads(toml_text(table)) == table


def test_what_fits_stands_on_one_line_and_what_does_not_is_spread() -> None:
    long = "x" * WIDTH
    text = toml_text({"lists": {"of": {"short": [1, 2], "long": [long, long]}}, "plain": {"a": 1}})
    assert text == (
        f'plain = {{ a = 1 }}\n\n[lists]\nof.short = [1, 2]\nof.long = [\n    "{long}",\n    "{long}",\n]\n'
    )


def test_items_with_an_id_and_items_without_are_sections() -> None:
    table = {
        "bodies": Items({"a": {"seats": Items({"s": {}}), "n": 1}, "b": {}}),
        "events": [{"d": dt.date(2016, 1, 1)}],
    }
    assert toml_text(table) == ("\n[bodies.a]\nseats.s = {}\nn = 1\n\n[bodies.b]\n\n[[events]]\nd = 2016-01-01\n")


def test_text_of_many_lines_keeps_them() -> None:
    text = 'a\n"b"""\\\n\tend"'
    written = toml_text({"x": text})
    assert written.count("\n") == 4
    assert tomllib.loads(written) == {"x": text}


def test_half_a_sign_is_not_written() -> None:
    with pytest.raises(InvalidValueError, match=r"the text has half a sign \(U\+D800\)"):
        toml_text({"x": "\ud800"})
