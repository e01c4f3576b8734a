"""The leaves of a file: each small type read strictly from what TOML or JSON gives, and written back."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from samverkan.errors import nearest
from samverkan.formats.refusal import refused, shortened, wrong_type
from samverkan.model.terms import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import Enum

DATE = r"\d{4}-\d{2}-\d{2}"
"""How a date stands in a text; whether there is such a day is asked afterwards."""
TIME = r"\d{1,2}[.:]\d{2}(:\d{2}(\.\d{1,6})?)?"
"""How an hour stands in a text, with a point as Swedes write it or with a colon."""
FRACTION = r"-?\d{1,30}([.,]\d{1,30}|/0*[1-9]\d{0,29})?"
"""How a number is written exactly: whole, with decimals, or as one number over another that is not 0."""

EXPECTED: dict[type, str] = {
    str: "text in quotes",
    bool: "true or false",
    int: "a whole number",
    dt.date: "a date such as 2016-03-04",
    dt.time: "a time such as “13.00”",
    Fraction: "a number, or text such as “2/3” or “66.7”",
}
"""What a leaf of each type looks like in a file, in words."""


def read_text(raw: object, _: object = None) -> str:
    """Take text; nothing else becomes text."""
    if type(raw) is not str:
        raise wrong_type(raw, EXPECTED[str])
    return raw


def read_bool(raw: object, _: object = None) -> bool:
    """Take true or false; no number and no word is either."""
    if type(raw) is not bool:
        raise wrong_type(raw, EXPECTED[bool])
    return raw


def read_int(raw: object, _: object = None) -> int:
    """Take a whole number; true is not one, and text is not."""
    if type(raw) is not int:
        raise wrong_type(raw, EXPECTED[int])
    if not -(2**63) <= raw < 2**63:  # TOML promises whole numbers of 64 bits and no more
        raise refused("bad-number", "the number is too large", "at most 18 digits")
    return raw


def read_date(raw: object, _: object = None) -> dt.date:
    """Take a date, or its ISO text, which is all that JSON has; a date with a time is refused."""
    if type(raw) is dt.date:
        return reckoned(raw)
    if isinstance(raw, dt.datetime):
        raise refused("wrong-type", f"{raw} has a time of day", EXPECTED[dt.date])
    if type(raw) is not str or not re.fullmatch(DATE, raw, re.ASCII):
        raise wrong_type(raw, EXPECTED[dt.date])
    try:
        day = dt.date.fromisoformat(raw)
    except ValueError:
        raise refused("bad-date", f"the calendar has no day {raw}", EXPECTED[dt.date]) from None
    return reckoned(day)


def reckoned(day: dt.date) -> dt.date:
    """Give a day that can be reckoned from, or refuse one so far off that the day after it may be none."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise refused("bad-date", f"{day} is no day from {FIRST_YEAR} to {LAST_YEAR}", EXPECTED[dt.date])
    return day


def read_time(raw: object, _: object = None) -> dt.time:
    """Take a time of day without a zone: a TOML time, or text."""
    if type(raw) is dt.time:
        return raw
    if type(raw) is not str or not re.fullmatch(TIME, raw, re.ASCII):
        raise wrong_type(raw, EXPECTED[dt.time])
    try:
        hour, rest = re.split("[.:]", raw, maxsplit=1)
        return dt.time.fromisoformat(f"{hour:0>2}:{rest}")
    except ValueError:
        raise refused("bad-time", f"“{raw}” is not a time of day", EXPECTED[dt.time]) from None


def read_fraction(raw: object, _: object = None) -> Fraction:
    """Take an exact number; a decimal is read through its text, so 66.7 is 667/10."""
    if type(raw) is int:
        return Fraction(read_int(raw))
    text = format(raw, "f") if isinstance(raw, Decimal) and abs(raw.adjusted()) < 30 else raw
    if type(text) is not str or not re.fullmatch(FRACTION, text, re.ASCII):
        raise wrong_type(raw, EXPECTED[Fraction])
    return Fraction(text.replace(",", "."))


def read_word(raw: object, cls: type[Enum]) -> Enum:
    """Take one of the words of an enumeration, spelt exactly."""
    words = [member.value for member in cls]
    if type(raw) is not str:
        raise wrong_type(raw, one_of(words))
    if raw not in words:
        message = f"the word “{shortened(raw)}” is not known here"
        raise refused("unknown-word", message, one_of(words), _meant(raw.casefold(), cls))
    return cls(raw)


def _meant(raw: str, cls: type[Enum]) -> str | None:
    """Guess which word is meant; the reader may know it by its Swedish name, as reports write it."""
    names = {str(member.value): member.value for member in cls}
    if meant := nearest(raw, names):
        return meant
    from samverkan.formats.wording.labels import english
    from samverkan.formats.wording.wording import Wording

    swedish = Wording("sv")
    labels = {swedish.word(english(member), cls.__name__).casefold(): str(member.value) for member in cls}
    return labels.get(nearest(raw, labels) or "")


def one_of(words: list[str]) -> str:
    """Say which words are possible."""
    return f"one of {', '.join(words)}" if len(words) > 1 else words[0]


READERS: dict[type, Callable[[object, object], object]] = {
    str: read_text,
    bool: read_bool,
    int: read_int,
    dt.date: read_date,
    dt.time: read_time,
    Fraction: read_fraction,
}
"""How a leaf of each type is read."""


def write_fraction(share: Fraction) -> int | str:
    """Write an exact number as people do: whole, decimal where that is exact, else as a fraction.

    >>> write_fraction(Fraction(60)), write_fraction(Fraction("66.7")), write_fraction(Fraction(2, 3))
    (60, '66.7', '2/3')
    """
    if share.denominator == 1:
        return share.numerator if abs(share) < 2**63 else str(share)
    for digits in range(1, 10):
        scaled = share * 10**digits
        if scaled.denominator == 1:
            whole, rest = divmod(abs(scaled.numerator), 10**digits)
            return f"{'-' if share < 0 else ''}{whole}.{rest:0{digits}}"
    return str(share)


def write_time(time: dt.time) -> str:
    """Write a time of day as text, with seconds where it has them."""
    return time.isoformat("auto" if time.second or time.microsecond else "minutes")
