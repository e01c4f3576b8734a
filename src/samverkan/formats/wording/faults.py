"""Faults in the reader's language: their sentences are recognised by the patterns that the catalogue keeps.

A fault is told by the part that refuses a value, in English and with its facts filled in, so that it reads well where
no catalogue is at hand. The catalogue holds each such sentence with numbered places, under the context ``fault``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from samverkan.formats.wording.catalogue import swedish

if TYPE_CHECKING:
    from samverkan.formats.wording.wording import Wording

CONTEXT = "fault"
_PLACE = re.compile(r"\{(\d+)\}")
# In quotation marks, or part of a key such as {0}.{1} or SOME-{1}.
_VERBATIM = re.compile(r"“\{\d+\}”|'\{\d+\}'|\{\d+\}(?=\.)|(?<=[.-])\{\d+\}")
_OR = " or "


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
    words = {name[1:]: value if name[1:] in verbatim else _translated(value) for name, value in places.items()}
    return _PLACE.sub(lambda place: words.get(place[1], place[0]), template)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, frozenset[str]], ...]:
    """Compile the sentences of the catalogue, those with the most words of their own first."""
    known = [(text, forms[0]) for (context, text), forms in swedish().items() if context == CONTEXT]
    known.sort(key=lambda pair: -len(_PLACE.sub("", pair[0])))
    return tuple((_pattern(text), template, _verbatim(text)) for text, template in known)


def _pattern(text: str) -> re.Pattern[str]:
    pieces = _PLACE.split(text)
    source = "".join(f"(?P<p{piece}>.+?)" if place % 2 else re.escape(piece) for place, piece in enumerate(pieces))
    return re.compile(source, re.DOTALL)


def _verbatim(text: str) -> frozenset[str]:
    """Name the places that hold what the file itself says, or keys of it: neither is translated."""
    return frozenset(number for verbatim in _VERBATIM.findall(text) for number in _PLACE.findall(verbatim))
