"""Any time that a plan states, read into the model: tolerant of how it is written, never of what it leaves out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from samverkan.formats.notation.dates import read_dates
from samverkan.formats.notation.frequencies import frequency
from samverkan.formats.notation.languages import lexicon
from samverkan.formats.notation.lexer import knows, tokenise
from samverkan.formats.notation.notation import Notation, Reading
from samverkan.formats.notation.quotes import tidy, unquoted
from samverkan.formats.notation.refusal import refuse, shown
from samverkan.formats.notation.stretches import (
    read_moment,
    read_months,
    read_season,
    read_term,
    read_week,
    read_week_in_month,
    read_year,
)
from samverkan.formats.notation.tokens import Number
from samverkan.model.names import normalised
from samverkan.model.values import Length, Unit
from samverkan.model.when import Often, Within

if TYPE_CHECKING:
    from samverkan.model.when import When

_UNITS: Final = {unit.value for unit in Unit}


def read(text: str, *, lang: str = "sv", year: int | None = None, heading_year: int | None = None) -> Reading:
    """Read a time, and tell which parts of it are deduced.

    A year that the text leaves out is taken from ``year``, that of its neighbour to the right, else from
    ``heading_year``, that of the heading above, and counts as deduced. Without them a text that needs one is refused.

    >>> read("4/3 – 10/6 -16").inferred
    ('from',)
    """
    deadline = _deadline(text, lang)
    if deadline is not None:
        return Reading(deadline)
    said, quote = _parted(text)
    around = heading_year if year is None else year
    notation = Notation(said, tokenise(said, lexicon(lang)), lexicon(lang), around)
    readings = (reader(notation) for reader in _READERS) if quote is None else [_often(notation, quote)]
    for reading in readings:
        if reading is not None:
            return reading
    raise refuse("bad-notation", f"“{shown(text)}” says no time", f"a time such as {lexicon(lang).examples}")


def read_when(text: str, *, lang: str = "sv", year: int | None = None, heading_year: int | None = None) -> When:
    """Read a time; ``read`` tells in addition what of it is deduced.

    >>> read_when("18/1-16")
    OnDate(date=datetime.date(2016, 1, 18), year_inferred=False)
    """
    return read(text, lang=lang, year=year, heading_year=heading_year).when


def may_say(text: str, *, lang: str = "sv") -> bool:
    """Say whether a text may be a time: it is cheap to see that most words are none."""
    return bool(_deadline_pattern(lang).match(text)) or knows(text, lexicon(lang))


def _read_often(notation: Notation) -> Reading | None:
    return _often(notation, None)


def _often(notation: Notation, says: str | None) -> Reading | None:
    cadence = frequency(notation.tokens)
    return None if cadence is None else Reading(Often(cadence, says))


_READERS: Final = (
    read_moment,
    read_week,
    read_week_in_month,
    read_months,
    read_season,
    read_term,
    read_year,
    read_dates,
    _read_often,
)


def _parted(text: str) -> tuple[str, str | None]:
    """Part a frequency from the words of its source, which stand after it: ``2 gånger per termin (”två ggr”)``."""
    said, bracket, rest = text.partition("(")
    quote = unquoted(rest.rstrip()[:-1]) if bracket and rest.rstrip().endswith(")") else None
    return (text, None) if quote is None else (said, quote)


def _deadline(text: str, lang: str) -> Within | None:
    for each in (text, normalised(text)):
        if match := _deadline_pattern(lang).match(each):
            after = match[2].rstrip()
            quote = unquoted(after)
            return Within(read_length(match[1], lang=lang), tidy(after) if quote is None else quote)
    return None


@cache
def _deadline_pattern(lang: str) -> re.Pattern[str]:
    # Possessive, so that a long run of spaces is read once.
    words = lexicon(lang)
    return re.compile(
        rf"\s*+{words.within}\s++(.{{1,60}}?)\s++(?:{'|'.join(words.after)})\s++(.+)", re.DOTALL | re.IGNORECASE
    )


def read_length(text: str, *, lang: str = "sv") -> Length:
    """Read a length of time as people count it: ``90 dagar``, ``två år``."""
    match tokenise(text, lexicon(lang)):
        case [Number(count), str(unit)] if unit in _UNITS:
            return Length(count, Unit(unit))
    raise refuse("bad-length", f"“{shown(text)}” is not a length of time", Length.short_form)
