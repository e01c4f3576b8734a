"""Times of day, in the words of plans."""

from __future__ import annotations

import datetime as dt

import pytest

from samverkan.errors import InvalidValueError
from samverkan.formats.notation import read_clock, write_clock
from samverkan.model.values import ClockSpan

AFTERNOON = ClockSpan(dt.time(13), dt.time(16, 30))
EVENING = ClockSpan(dt.time(18))


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("13.00 – 16.30", AFTERNOON),
        ("8.30 – 16.00", ClockSpan(dt.time(8, 30), dt.time(16))),
        ("18.00 – 19.30", ClockSpan(dt.time(18), dt.time(19, 30))),
        ("13:00-16:30", AFTERNOON),
        ("kl. 13–16.30", AFTERNOON),
        ("klockan 13.00 till 16.30", AFTERNOON),
        ("Från kl. 13.00 till kl. 16.30", AFTERNOON),
        ("mellan 13 och 16.30", AFTERNOON),
        ("13.00\N{NO-BREAK SPACE}—\N{NO-BREAK SPACE}16.30", AFTERNOON),
        ("kl. 18.00", EVENING),
        ("kl 18", EVENING),
        ("18.00", EVENING),
        ("0.05", ClockSpan(dt.time(0, 5))),
    ],
)
def test_a_time_of_day_is_written_in_many_ways(text: str, clock: ClockSpan) -> None:
    assert read_clock(text) == clock


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("6 pm", EVENING),
        ("at 6 p.m.", EVENING),
        ("at 18:00", EVENING),
        ("1–4.30 pm", AFTERNOON),
        ("from 1 pm to 4.30 pm", AFTERNOON),
        ("11 am–1 pm", ClockSpan(dt.time(11), dt.time(13))),
        ("11–1 pm", ClockSpan(dt.time(11), dt.time(13))),
        ("12–1 pm", ClockSpan(dt.time(12), dt.time(13))),
        ("12.30 am", ClockSpan(dt.time(0, 30))),
    ],
)
def test_english_readers_may_halve_the_day(text: str, clock: ClockSpan) -> None:
    assert read_clock(text, lang="en") == clock


def test_swedish_has_full_stops_and_english_colons() -> None:
    assert write_clock(AFTERNOON, lang="sv") == "13.00–16.30"
    assert write_clock(AFTERNOON, lang="en") == "13:00–16:30"


@pytest.mark.parametrize(
    "text", ["18", "24.00", "13.60", "13 pm", "0 am", "", "kl", "13.00–", "1.00–2.00–3.00", "1300"]
)
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match="is not a time of day") as caught:
        read_clock(text, lang="en")

    assert caught.value.code == "bad-time"


def test_a_time_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="ends before it starts"):
        read_clock("16–13")
