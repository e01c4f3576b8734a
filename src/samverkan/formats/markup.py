"""Text that XML can hold: what it cannot hold is shown as missing, and nothing becomes a tag (*märkspråk*)."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

# XML 1.0 (fifth edition), production 2, Char: everything else is no character of a document, however it is written.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile("\r\n?")  # XML 1.0, 2.11: a reader makes one line feed of them


def legal(text: str) -> str:
    r"""Give the text as every reader of XML will have it: U+FFFD where XML has no character for it.

    >>> legal("Malå\x1b kommun\r\n")
    'Malå� kommun\n'
    """
    return _FORBIDDEN.sub("\ufffd", _BREAKS.sub("\n", text))


def escaped(text: str) -> str:
    """Write text so that it stays text, between tags and within quoted attributes.

    >>> escaped('<script>"å"')
    '&lt;script&gt;&quot;å&quot;'
    """
    return escape(legal(text), {'"': "&quot;", "'": "&#39;", "\n": "&#10;", "\t": "&#9;"})
