from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.formats.markup import legal
from samverkan.formats.svg.element import Face, element, words, written


@pytest.mark.parametrize(
    ("value", "told"),
    [(3, "3"), (3.0, "3"), (1.005, "1"), (0.1 + 0.2, "0.3"), (-0.001, "0"), (-2.5, "-2.5"), (10, "10")],
)
def test_a_length_has_two_decimals_at_most(value: float, told: str) -> None:
    assert written(value) == told


@given(st.text(st.characters()))
def test_words_and_attributes_stay_text(text: str) -> None:
    line = ET.fromstring(words(text, 1, 2, Face(12, "#000000")))
    box = ET.fromstring(element("rect", class_=text))

    assert (line.text or "", box.get("class")) == (legal(text), legal(text))
