"""Brackets and strings of TOML and JSON, counted without a parser: before one may run, or after it has given up."""

from __future__ import annotations

import re
from itertools import islice

# Strings and comments of TOML and JSON swallowed whole, so that the brackets in them do not count. A string that is
# not closed is swallowed too: every alternative matches to its end, so no text can make the search run backwards.
_SIGNS = re.compile(
    r'"""(?:\\.?|[^\\])*?(?:"{3,5}|\Z)'
    r"|\'\'\'.*?(?:\'{3,5}|\Z)"
    r'|"(?:\\[^\n]|[^"\\\n])*"?'
    r"|'[^'\n]*'?"
    r"|\#[^\n]*"
    r"|[\[{\]}]",
    re.DOTALL,
)
_DOTS = re.compile(rf"{_SIGNS.pattern}|[.=,\n]", re.DOTALL)
_VALUES = frozenset("=,[]{}")
_PARTING = re.compile(rf"{_SIGNS.pattern}|[=,]", re.DOTALL)


def too_deep(text: str, most: int) -> int | None:
    """Find the bracket, or the dot of a dotted name, that nests deeper than any parser should be asked to go."""
    dotted = any(line.count(".") >= most for line in text.split("\n"))
    depth = dots = 0
    for match in (_DOTS if dotted else _SIGNS).finditer(text):
        sign = match.group()
        if sign in {"[", "{"}:
            depth += 1
        elif sign in {"]", "}"}:
            depth = max(0, depth - 1)
        elif sign in {"=", ",", "\n"}:
            dots = 0
        elif sign == ".":
            dots += 1
        if depth > most or dots >= most:
            return match.start()
    return None


def too_many(text: str, most: int) -> int | None:
    """Find the sign with which the values become more than a reader should be asked to read.

    Each of ``= , [ ] { }`` outside text counts as a value, so a list or a table counts as one or two more.

    >>> too_many("a = [1, 2]", 4), too_many("a = [1, 2]", 3), too_many('a = "[1, 2]" # = 2', 1)
    (None, 9, None)
    """
    parting = (match.start() for match in _PARTING.finditer(text) if match.group() in _VALUES)
    return next(islice(parting, most, None), None)


def last_statement(text: str) -> int:
    r"""Give the line, from 0, on which the last statement of a TOML text begins: a list can have many lines.

    >>> last_statement("a = 1\nb = [\n  2,\n")
    1
    """
    depth = begins = line = at = 0
    for match in [*_SIGNS.finditer(text), None]:
        start, end = match.span() if match else (len(text), len(text))
        passed = text.count("\n", at, start)
        line += passed
        if passed and not depth:
            begins = line
        if match and match.group() in {"[", "{"}:
            depth += 1
        elif match and match.group() in {"]", "}"}:
            depth = max(0, depth - 1)
        line += text.count("\n", start, end)
        at = end
    return begins
