"""Content lines of iCalendar (*rader*): text escaped, unfit signs left out, long lines folded (RFC 5545, 3.1)."""

from __future__ import annotations

import re
from functools import lru_cache

_LIMIT = 75
_BREAK = re.compile("\r\n?|[\x85\u2028\u2029]")
# Readers cut lines at some of these, icalendar drops U+FEFF before the words, and UTF-8 holds no half signs.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff]")
_SPECIAL = re.compile(r"[\\;,]")


def escaped(text: str) -> str:
    r"""Write words as a TEXT value; signs that no calendar can hold are left out.

    >>> print(escaped("Malå, Sorsele; C:\\Nytt\nrad två\x07"))
    Malå\, Sorsele\; C:\\Nytt\nrad två
    """
    # Not icalendar's own vText: up to 7.3 at least it takes a backslash before a capital N for the end of a line.
    plain = _UNFIT.sub("", _BREAK.sub("\n", text))
    return _SPECIAL.sub(r"\\\g<0>", plain).replace("\n", r"\n")


def folded(line: str) -> str:
    """Break a line that is longer than 75 octets, never within a sign."""
    if len(line.encode()) <= _LIMIT:
        return line
    from icalendar.parser import Contentline

    text: bytes = Contentline(line).to_ical()  # type: ignore[no-untyped-call]  # icalendar's own
    return text.decode()


@lru_cache(maxsize=1_000)  # the meetings of a series share their words
def text_line(name: str, text: str) -> str:
    """Write a property whose value is words."""
    return folded(f"{name}:{escaped(text)}")
