"""How much room text takes on a terminal, and text that cannot harm one."""

from __future__ import annotations

import re
import unicodedata

from samverkan.model.names import normalised

# Direction marks can show a text as what it is not; joiners (200C, 200D) are letters of Persian and parts of emoji.
# The first three spans are the control signs (Cc) but for those at which a line breaks.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_HALVES = re.compile("[\ud800-\udfff]")  # of surrogate pairs, which no file can hold
_BREAKS = re.compile("[\t\n\v\f\r\x85\u2028\u2029 ]+")


def clean(text: str) -> str:
    r"""Give the text in one line of plain signs: no control signs, no direction marks, each letter in one form.

    >>> clean("Malå\x1b[31m\n kommun")
    'Malå[31m kommun'
    """
    seen = _HALVES.sub("\ufffd", _UNSEEN.sub("", text))
    return _BREAKS.sub(" ", normalised(seen))


def width_of(text: str) -> int:
    r"""Count the columns that text takes: two for a wide sign, none for one that joins the sign before it.

    >>> width_of("Malå"), width_of("日本"), width_of("e\u0301")
    (4, 4, 1)
    """
    return len(text) if text.isascii() else sum(_columns(sign) for sign in text)


def _columns(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def padded(text: str, width: int) -> str:
    """Fill text with spaces up to a width."""
    return text + " " * (width - width_of(text))


def wrapped(text: str, width: int, *, first: int | None = None) -> list[str]:
    """Break text into lines no wider than ``width``, between words; a word that fits no line is broken within.

    The first line may have a width of its own. A space that may not break (U+00A0) is shown as a plain one.

    >>> wrapped("Boråsregionen Sjuhärads kommunalförbund", 16)
    ['Boråsregionen', 'Sjuhärads', 'kommunalförbund']
    """
    lines, room = [""], width if first is None else first
    for word in clean(text).split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if width_of(joined) <= room:
            lines[-1] = joined
            continue
        if lines[-1]:
            lines.append("")
            room = width
        lines[-1], *rest = _pieces(word, max(min(room, width), 2))
        lines += rest
        room = width
    return [line.replace("\u00a0", " ") for line in lines]


def _pieces(word: str, width: int) -> list[str]:
    """Cut a word that is wider than a line: after a hyphen or stroke where there is one, else where the line ends."""
    pieces = []
    while (end := _fitting(word, width)) < len(word):
        hyphen = max(word.rfind(sign, 1, end) for sign in "-/–")
        end = hyphen + 1 if hyphen > 0 else end
        pieces.append(word[:end])
        word = word[end:]
    return [*pieces, word]


def _fitting(word: str, width: int) -> int:
    taken = 0
    for place, sign in enumerate(word):
        taken += _columns(sign)
        if taken > width:
            return place
    return len(word)
