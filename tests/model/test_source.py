from __future__ import annotations

import pytest
from hypothesis import given

from samverkan.errors import InvalidValueError
from samverkan.model.source import Level, Source
from samverkan.testing import sources


def test_plain_text_is_the_reference() -> None:
    assert Source.parse("bild 22") == Source("bild 22")
    assert str(Source("bild 22", says="V 10")) == "bild 22"


def test_a_source_must_say_where() -> None:
    with pytest.raises(InvalidValueError, match="ref says nothing; expected at least one letter") as told:
        Source("")
    assert told.value.code == "blank"


@given(sources(inferred=["role"]))
def test_a_field_that_a_reader_deduced_is_worth_less_than_the_rest(source: Source) -> None:
    assert source.level_of("rank") is source.level
    assert source.level_of("role") is (Level.INFERRED if source.inferred else source.level)
