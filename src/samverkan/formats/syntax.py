"""What is no TOML: every fault of a text, not only the first, found by parsing on after leaving out what is wrong."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from functools import cache

from attrs import evolve

from samverkan.errors import Fault, nearest
from samverkan.formats.intake import place_at
from samverkan.formats.refusal import shortened
from samverkan.formats.signs import last_statement

MOST = 20
"""After so many faults the text is hardly TOML at all."""

_BUDGET = 8_000_000
"""How many signs are parsed in search of further faults: a large text gets fewer rounds."""

_CURVED = set("“”„‟«»‘’‚")
"""Quotes that TOML does not know; they come along when text is pasted from a word processor, or from a message."""

_IN_KEY = ("Invalid statement", "Invalid initial", "Expected '='", "Expected ']")
_DAY = re.compile(r"\d{4}-(?:\d-\d{1,2}|\d\d-\d)\b|\d{1,2}[./]\d{1,2}[./ ]\d{2,4}\b|\d{1,2} [^\W\d]+ \d{4}\b")
_HOURS = re.compile(r"\d{1,2}[.:]\d\d ?[-–] ?\d{1,2}[.:]\d\d")
_PLACE = re.compile(r"(.*) \(at line (\d+), column (\d+)\)", re.DOTALL)
_STATEMENT = re.compile(r"""\s*(?:$|\#|\[{1,2}[\w"'.\s-]+\]{1,2}\s*(?:\#|$)|[\w"'.\s-]+=)""")


def number(text: str) -> Decimal:
    """Keep a decimal number as it is written; one that is past all bounds becomes no number."""
    try:
        return Decimal(text)
    except ArithmeticError:
        return Decimal("NaN")


def syntax_faults(text: str, name: str) -> list[Fault]:
    """Find what keeps a text from being TOML, in the order of the text."""
    if "\r" in text and "\n" not in text:
        place = place_at(text, text.index("\r"), name)
        told = "the lines end as on an old Mac (CR)"
        expected = "a file saved with the line ends of Windows (CRLF) or Unix (LF)"
        return [Fault("syntax", told, expected=expected, location=place)]
    faults: list[Fault] = []
    lines = text.replace("\r\n", "\n").split("\n")
    for round_ in range(max(1, min(MOST, _BUDGET // max(1, len(text))))):
        found = _first("\n".join(lines))
        if found is None:
            break
        message, row, column = found
        first = last_statement("\n".join(lines[: row + 1]))
        faults.append(_fault(message, lines, (first, row, column), name))
        if not _leave_out(lines, first, row, round_):
            break
    return faults


def _first(text: str) -> tuple[str, int, int] | None:
    """Ask the parser for the first fault: its message, and row and column from 0."""
    try:
        tomllib.loads(text, parse_float=number)
    except ValueError as error:
        if match := _PLACE.fullmatch(str(error)):
            return match[1], int(match[2]) - 1, int(match[3]) - 1
        if "end of document" not in str(error) and (long := re.search(r"\d{4000}", text)):
            # Python itself refuses to read a whole number of so many digits, and does not say where it stands.
            return "Too long a number", text.count("\n", 0, long.start()), 0
        return str(error).removesuffix(" (at end of document)"), text.count("\n"), len(text) - text.rfind("\n") - 1
    return None


def _fault(message: str, lines: list[str], at: tuple[int, int, int], name: str) -> Fault:
    first, row, column = at
    fault, habit = _meaning(message, lines[row][column:]), _of_habit(message, lines[row], column)
    if habit is not None:
        fault, column = habit
    elif fault.code == "duplicate-key" or message.startswith(("Unclosed", "Unterminated")):
        # The parser stops where the statement goes wrong; its writer looks for where it begins.
        row, column = first, len(lines[first]) - len(lines[first].lstrip())
    text = "\n".join(lines)
    at_sign = min(sum(len(each) + 1 for each in lines[:row]) + column, len(text))
    return evolve(fault, location=place_at(text, at_sign, name))


def _of_habit(message: str, line: str, column: int) -> tuple[Fault, int] | None:
    """Name what is right in Swedish and not in TOML, such as 14.10.2026, and where on the line it begins."""
    if message.startswith(_IN_KEY) and (sign := line[column : column + 1]).isalpha() and not sign.isascii():
        told = f"“{sign}” may not stand in a key"
        return Fault("syntax", told, expected="a key of a–z, 0–9 and -, or in quotes"), column
    if not message.startswith(("Expected", "Unclosed")):
        return None
    value = line[len(line[:column].rstrip("0123456789.,:/ -")) :].lstrip()
    first = len(line) - len(value)
    if _DAY.match(value):
        return Fault("syntax", "no day is written so here", expected="a date such as 2016-03-04"), first
    if hours := _HOURS.match(value):
        return Fault("syntax", f"“{hours.group()}” is text without quotes", expected="text in quotes"), first
    if message.startswith("Expected") and re.match(r"\d+,\d", value):
        return Fault("syntax", "the number has a comma", expected="a point, as in 0.5"), first
    return None


def _meaning(message: str, rest: str) -> Fault:
    """Say in our words what the parser means, by the text at which it stopped."""
    known = next((fault for start, fault in _meanings().items() if message.startswith(start)), None)
    if message.startswith("Invalid value") and (word := re.match(r"[^\W\d]\w*", rest)):
        bare, near = shortened(word.group()), nearest(word.group().lower(), ["true", "false"])
        return Fault("syntax", f"“{bare}” is text without quotes", expected="text in quotes", nearest=near)
    if message.startswith("Invalid value") and rest[:1] in _CURVED:
        return Fault("syntax", "the quotes are curved, as word processors make them", expected='straight ones: "text"')
    if message.startswith("Illegal character") and rest:
        return Fault("syntax", f"the sign U+{ord(rest[0]):04X} may not stand here", expected="plain text")
    return known or Fault("syntax", shortened(message[:1].lower() + message[1:]))


@cache
def _meanings() -> dict[str, Fault]:
    twice = Fault("duplicate-key", "this key has a value already", expected="each key once")
    again = Fault("duplicate-key", "this table stands already", expected="each table once")
    return {
        "Invalid value": Fault(
            "syntax",
            "no value can be read here",
            expected="text in quotes, a number, true or false, a date, a [list] or a { table }",
        ),
        "Invalid date": Fault("syntax", "the calendar has no such day", expected="a date such as 2016-03-04"),
        "Invalid statement": Fault("syntax", "no key begins here", expected="key = value, or [table]"),
        "Invalid initial": Fault("syntax", "no key begins here", expected="a key of a–z, 0–9 and -, or in quotes"),
        "Too long a number": Fault("syntax", "the number is too long", expected="at most 18 digits"),
        "Expected '='": Fault("syntax", "an “=” is missing after the key", expected="key = value"),
        "Expected newline": Fault("syntax", "something follows the value", expected="one key = value a line"),
        "Expected ']' at": Fault("syntax", "the “]” of the table is missing", expected="[name]"),
        "Expected ']]' at": Fault("syntax", "the “]]” of the table is missing", expected="[[name]]"),
        "Unclosed array": Fault("syntax", "the list is not closed, or a comma is missing", expected="[a, b]"),
        "Unclosed inline": Fault(
            "syntax", "the table is not closed on its line, or a comma is missing", expected="{ a = 1, b = 2 }"
        ),
        "Unterminated string": Fault("syntax", "the text is not closed", expected="quotes at both ends"),
        "Illegal character": Fault("syntax", "the text is not closed on its line", expected="quotes at both ends"),
        "Unescaped": Fault(
            "syntax", "a backslash stands alone in the text", expected="two of them, or the text in single quotes"
        ),
        "Cannot overwrite": twice,
        "Duplicate inline": twice,
        "Cannot mutate": twice,
        "Cannot declare": again,
        "Cannot redefine": again,
    }


def _leave_out(lines: list[str], first: int, row: int, round_: int) -> bool:
    """Blank the statement that goes wrong, up to where the next seems to begin; say whether anything changed."""
    before = lines[:]
    last = row - 1 if row > first and _STATEMENT.match(lines[row]) else row
    while last + 1 < len(lines) and not _STATEMENT.match(lines[last + 1]):
        last += 1
    # A header is replaced, not left out: else its keys would seem to belong to the table above.
    header = lines[first].lstrip().startswith("[")
    lines[first : last + 1] = [f"[left-out-{round_}]" if header else "", *[""] * (last - first)]
    return lines != before
