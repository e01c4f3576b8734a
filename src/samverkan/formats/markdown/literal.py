"""Text in Markdown that stays text: no sign of it begins a link, a heading, a list, code or a table cell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.formats.text.width import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Signs that mean something anywhere in a line, and those within an address that programs make a link of unasked.
_SIGN = re.compile(r"[\\`*_{}\[\]<>#|~$@]|&(?=[#\w])|(?<=\w)[.:](?=[^\W\d_]|//)|(?<=/)/")
# … and those that begin a list or a line across the page where a text begins.
_START = re.compile(r"^(\d*)([.)](?= |$)|(?<!\d)[-+])")
_PLAIN = re.compile(r"[\w.{}-]+", re.ASCII)


def literal(text: str) -> str:
    r"""Write text so that it is shown as it stands, in one line and without what cannot be seen.

    >>> print(literal("1. <b> | [här](x) på kommun.se"))
    1\. \<b\> \| \[här\](x) på kommun\.se
    """
    return _START.sub(r"\1\\\2", _SIGN.sub(r"\\\g<0>", clean(text).strip(" ")))


def code(name: str) -> str:
    """Write the name of a field as code, or as text where it is no plain name."""
    return f"`{name}`" if _PLAIN.fullmatch(name) else literal(name)


def grid(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Lay out a table of cells that are Markdown already."""
    return [_row(heads), _row(["---"] * len(heads)), *map(_row, rows)]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
