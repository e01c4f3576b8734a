"""How wide text is in a drawing, and lines that fit (*textbredd*)."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from itertools import accumulate

from samverkan.formats.text.width import clean

# Widths in parts of the size of the letters, rounded up from DejaVu Sans, the widest of the usual fallback fonts: what
# fits there fits in Arial, Helvetica, Liberation and Segoe too.
_WIDTHS = {
    0.35: " ',.:;/\\|fijlIJ’·",
    0.45: '!()[]rt"-',
    0.56: "*_szcL?–”`",
    0.64: "FPTYaekvxyåäéEShbdgnopquö0123456789${}ü",
    0.7: "ABCKRVXZÅÄ",
    0.8: "DGHNUOQÖ&",
    0.85: "w#+<=>^~×",
    1.0: "mM%@W—…",
}
_WIDTH = {sign: width for width, signs in _WIDTHS.items() for sign in signs}
# Where the compounds of this field are best divided: before the word that says what the thing is.
_HEADS = re.compile(
    "enhet|förbund|förening|förmedling|grupp|kommun|kontor|möte|nämnd|område|organisation|punkt|samverkan|skola|"
    "styrelse|träff|utskott|verket|verksamhet|(?:ment|tion)\\b"
)
_BOLD = 1.16  # DejaVu Sans Bold against DejaVu Sans, the widest letters


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Give the width that a line of text takes at most, in the unit of ``size``."""
    return sum(map(_width, text)) * size * (_BOLD if bold else 1)


def fitted(text: str, width: float, size: float, *, lines: int = 3, bold: bool = False) -> list[str]:
    """Break text between words, or within a word that fits no line, into at most so many lines; ``…`` tells of more.

    >>> fitted("Boråsregionen Sjuhärads kommunalförbund", 120, 12)
    ['Boråsregionen', 'Sjuhärads', 'kommunalförbund']
    """
    # No line holds more signs than this, so the rest of a text of thousands need not be looked at.
    room = int(width / size / min(_WIDTHS)) * (lines + 1)
    broken = _broken(clean(text[: room * 2]), width, size, bold=bold)
    if len(broken) <= lines and len(text) <= room * 2:
        return broken
    last = broken[lines - 1] if len(broken) >= lines else broken[-1]
    while last and width_of(f"{last}…", size, bold=bold) > width:
        last = last[:-1]
    return [*broken[: lines - 1], f"{last.rstrip()}…"]


def _broken(text: str, width: float, size: float, *, bold: bool) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if width_of(joined, size, bold=bold) <= width:
            lines[-1] = joined
            continue
        if lines[-1]:
            lines.append("")
        *full, lines[-1] = _pieces(word, width, size, bold=bold)
        lines[-1:-1] = full
    return lines


def _pieces(word: str, width: float, size: float, *, bold: bool) -> list[str]:
    """Cut a word that is wider than a line: after a stroke or hyphen, or between the parts of a compound."""
    pieces = []
    while width_of(word, size, bold=bold) > width:
        room = width - width_of("-", size, bold=bold)
        end = max(1, bisect(list(accumulate(width_of(each, size, bold=bold) for each in word)), room))
        sign = max(word.rfind(sign, 1, end) for sign in "-/–") + 1
        heads = [place.start() for place in _HEADS.finditer(word) if 2 < place.start() <= end]
        cut = sign or max(heads, default=max(1, min(end, len(word) - 3)))
        pieces.append(word[:cut] if sign else f"{word[:cut]}-")
        word = word[cut:]
    return [*pieces, word]


def _width(sign: str) -> float:
    known = _WIDTH.get(sign)
    if known is not None:
        return known
    if unicodedata.combining(sign):
        return 0
    return 1.1 if unicodedata.east_asian_width(sign) in "WFA" else 0.85
