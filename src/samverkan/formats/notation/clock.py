"""A time of day as people write it (*kl. 13–16.30*), read and written."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from samverkan.formats.notation.languages import lexicon
from samverkan.formats.notation.lexer import plain
from samverkan.formats.notation.refusal import refuse, shown
from samverkan.formats.wording import Wording
from samverkan.model.values import ClockSpan

_TIME = r"([0-9]{1,2})(?:[.:]([0-9]{2}))?(?: ?([ap])\.?m\b\.?)?"
_HALVES = {"a": 0, "p": 12}


def read_clock(text: str, *, lang: str = "sv") -> ClockSpan:
    """Read a time of day, with an end where the text has one: ``13.00 – 16.30``, ``kl. 18``, ``1–4.30 pm``.

    A bare hour without a word such as *kl* is refused, for it may be any number.

    >>> str(read_clock("8.30 – 16.00"))
    '08.30–16.00'
    """
    match = _pattern(lang).fullmatch(plain(text))
    if match is None:
        raise _no_time(text)
    at, hour, minute, half, end_hour, end_minute, end_half = match.groups()
    if not (at or minute or half or end_hour):
        raise _no_time(text)
    try:
        if end_hour is None:
            return ClockSpan(_time(hour, minute, half))
        start = _time(hour, minute, half or _shared(hour, end_hour, end_half))
        return ClockSpan(start, _time(end_hour, end_minute, end_half))
    except KeyError:
        raise _no_time(text) from None


def write_clock(clock: ClockSpan, *, lang: str) -> str:
    """Write a time of day: ``13.00–16.30``, in English with colons."""
    return Wording(lang).clock(clock)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = lexicon(language)
    at = rf"(?:(?:{'|'.join(words.clock_at)})\.? )*"
    to = rf"(?: ?- ?| (?:{'|'.join(words.clock_to)}) )"
    return re.compile(rf"({at}){_TIME}(?:{to}{at}{_TIME})?")


def _shared(hour: str, end_hour: str, end_half: str | None) -> str | None:
    """Tell which half of the day the start is in: “1–4 pm” is all afternoon, “11–1 pm” begins in the morning."""
    if end_half == "p" and int(hour) % 12 > int(end_hour) % 12:
        return "a"
    return end_half


def _time(hour: str, minute: str | None, half: str | None) -> dt.time:
    number = int(hour)
    if half is not None:
        number = number % 12 + _HALVES[half] if 1 <= number <= 12 else 99
    if number > 23 or int(minute or 0) > 59:
        raise KeyError(hour)
    return dt.time(number, int(minute or 0))


def _no_time(text: str) -> Exception:
    return refuse(
        "bad-time", f"“{shown(text)}” is not a time of day", "a time such as “13.00–16.30”, “kl. 18” or “6 pm”"
    )
