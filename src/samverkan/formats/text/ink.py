"""Colour for those who asked for it: it repeats what marks and words already say, and never says it alone."""

from __future__ import annotations

import re

_MARKS = {"✓": "32", "✗": "31", "?": "33", "–": "2"}
_MARK = re.compile(r"^( *(?:\d{1,2} +)?)([✓✗?–])(?= )", re.MULTILINE)
_HEADING = re.compile(r"^(.+)\n(?=─+$)", re.MULTILINE)


def coloured(text: str) -> str:
    """Give plain text with bold headings and coloured marks, by the control sequences of a terminal."""
    text = _HEADING.sub("\x1b[1m\\1\x1b[0m\n", text)
    return _MARK.sub(lambda match: f"{match[1]}\x1b[{_MARKS[match[2]]}m{match[2]}\x1b[0m", text)
