from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from samverkan.formats.markup import escaped, legal


@given(st.text(st.characters()))
def test_escaped_text_comes_back_as_it_was_between_tags_and_in_attributes(text: str) -> None:
    told = ET.fromstring(f"<a b=\"{escaped(text)}\" c='{escaped(text)}'>{escaped(text)}</a>")

    assert {told.text or "", told.get("b"), told.get("c")} == {legal(text)}
