from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve
from hypothesis import given

from samverkan.errors import InvalidValueError
from samverkan.formats import toml
from samverkan.model.names import Text
from samverkan.model.source import Level, Method, Source
from samverkan.testing import sources
from tests.checklist.builders import setup

TALK = Source(
    "intervju 3",
    method=Method.INTERVIEW,
    role=Text("rektor"),
    collected=dt.date(2026, 2, 1),
    valid_until=dt.date(2026, 8, 31),
)


def test_a_source_counts_on_its_last_day_and_no_longer() -> None:
    assert not TALK.expired(dt.date(2026, 8, 31))
    assert TALK.expired(dt.date(2026, 9, 1))


def test_without_a_day_what_has_an_end_may_have_reached_it() -> None:
    assert TALK.expired(None)
    assert not Source("bild 3").expired(None)


def test_a_source_cannot_end_before_it_was_collected() -> None:
    with pytest.raises(InvalidValueError, match="the source ends 2026-01-31 before it was collected 2026-02-01"):
        evolve(TALK, valid_until=dt.date(2026, 1, 31))
    assert evolve(TALK, valid_until=TALK.collected).valid_until == TALK.collected


@pytest.mark.parametrize("name", ["collected", "valid_until"])
def test_a_datetime_is_no_day(name: str) -> None:
    with pytest.raises(InvalidValueError, match=rf"{name} .* is not a date"):
        evolve(TALK, **{name: dt.datetime(2026, 5, 1)})  # noqa: DTZ001  # any datetime is refused


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


def test_the_short_form_stays_and_the_long_one_tells_how_it_was_found() -> None:
    text = toml.dumps(setup(source=TALK))

    assert 'method = "interview", role = "rektor", collected = 2026-02-01, valid_until = 2026-08-31' in text
    assert toml.loads(text).source == TALK
    assert 'source = "bild 3"' in toml.dumps(setup(source=Source("bild 3")))
