"""Faults in the reader's language: their sentences are recognised by the patterns that the catalogue keeps.

A fault is told by the part that refuses a value, in English and with its facts filled in, so that it reads well where
no catalogue is at hand. The catalogue holds each such sentence with numbered places, under the context ``fault``.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING

from samverkan.formats.wording import dates
from samverkan.formats.wording.catalogue import swedish

if TYPE_CHECKING:
    from samverkan.formats.wording.wording import Wording

CONTEXT = "fault"
"""The context of the catalogue (``msgctxt``) under which the sentences of faults stand."""
_PLACE = re.compile(r"\{(\d+)\}")
# In quotation marks, or part of a key such as {0}.{1} or SOME-{1}.
_VERBATIM = re.compile(r"“\{\d+\}”|['\"]\{\d+\}['\"]|\{\d+\}(?=\.)|(?<=[.-])\{\d+\}")
_OR = " or "
_EXAMPLES = re.compile(r"“[^”]*”(?:(?:, | or )“[^”]*”)*")
_QUOTED = re.compile(r"(['\"])(.*)\1", re.DOTALL)
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2}) ")
_NAMED = re.compile(r"\\?\{(\w+)\\?\}")


def told(text: str, wording: Wording) -> str:
    """Give what a fault says in the reader's language; a sentence that no pattern fits stays as it is."""
    return text if wording.language == "en" else _translated(text)


def _translated(text: str) -> str:
    for pattern, template, verbatim in _patterns():
        match = pattern.fullmatch(text)
        if match:
            return _filled(template, match.groupdict(), verbatim)
    if _OR in text:
        told_apart = [_translated(part) for part in text.split(_OR)]
        return " eller ".join(told_apart) if told_apart != text.split(_OR) else text
    return text


def _filled(template: str, places: dict[str, str], verbatim: frozenset[str]) -> str:
    words = {name[1:]: value if name[1:] in verbatim else _place_told(value) for name, value in places.items()}
    return _PLACE.sub(lambda place: words.get(place[1], place[0]), template)


def _place_told(value: str) -> str:
    """Tell what stands in a place: the file's own words with Swedish marks, why a day is free, or another sentence."""
    if quoted := _QUOTED.fullmatch(value):
        return f"”{quoted[2]}”"
    if _EXAMPLES.fullmatch(value):
        return value.replace("“", "”").replace("” or ”", "” eller ”")
    return _day_told(value) or _translated(value)


def _day_told(value: str) -> str | None:
    """Tell a message of the calendar that begins with its day, such as ``2027-05-06 is Ascension Day``."""
    day = _DAY.match(value)
    if day is None:
        return None
    for pattern, template in _of_days():
        if match := pattern.fullmatch(value):
            told = {name: _name_told(name, each) for name, each in match.groupdict().items()}
            return template.format(**{**told, "day": dates.day(dt.date.fromisoformat(day[1]), "sv")})
    return None


def _name_told(name: str, value: str) -> str:
    if name == "weekday":
        return swedish().get(("Weekday", value), (value,))[0]
    return _holidays().get(value, value) if name == "holiday" else value


@cache
def _holidays() -> dict[str, str]:
    from samverkan.formats.wording.wording import inside
    from samverkan.planning.holiday import swedish_holidays

    names = [holiday.name for year in (2023, 2024) for holiday in swedish_holidays(year)]
    return {name.in_language("en"): inside(name.sv) for name in names}


@cache
def _of_days() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Compile the messages that begin with a day, those with the most words of their own first."""
    known = [(text, forms[0]) for (context, text), forms in swedish().items() if _is_of_day(context, text)]
    known.sort(key=lambda pair: -len(_NAMED.sub("", pair[0])))
    return tuple((re.compile(_NAMED.sub(r"(?P<\1>.+)", re.escape(text))), told) for text, told in known)


def _is_of_day(context: str | None, text: str) -> bool:
    return context is None and text.startswith("{day} ") and "{n}" not in text


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, frozenset[str]], ...]:
    """Compile the sentences of the catalogue, those with the most words of their own first."""
    known = [(text, forms[0]) for (context, text), forms in swedish().items() if context == CONTEXT]
    known.sort(key=lambda pair: -len(_PLACE.sub("", pair[0])))
    return tuple((_pattern(text), template, _verbatim(text)) for text, template in known)


def _pattern(text: str) -> re.Pattern[str]:
    pieces = _PLACE.split(text)
    source = ""
    for place, piece in enumerate(pieces):
        # Of two places with only a space between, the first is a phrase of the catalogue if it can be.
        adjoined = place % 2 and pieces[place + 1] == " "
        source += f"(?P<p{piece}>{_phrases() if adjoined else ''}.+?)" if place % 2 else re.escape(piece)
    return re.compile(source, re.DOTALL)


@cache
def _phrases() -> str:
    texts = [text for context, text in swedish() if context == CONTEXT and " " in text and not _PLACE.search(text)]
    return "".join(f"{re.escape(text)}|" for text in sorted(texts, key=len, reverse=True))


def _verbatim(text: str) -> frozenset[str]:
    """Name the places that hold what the file itself says, or keys of it: neither is translated."""
    return frozenset(number for verbatim in _VERBATIM.findall(text) for number in _PLACE.findall(verbatim))
