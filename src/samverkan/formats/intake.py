"""What may come in at all: the limits of size, depth, values and signs that hold before any parser sees a text."""

from __future__ import annotations

import re
from typing import NoReturn

from samverkan.errors import Fault, Location, UnreadableFileError
from samverkan.formats.signs import too_deep, too_many

MAX_FILE_BYTES = 1_000_000
"""No setup comes near: the largest of the five takes 6 % of it."""

MAX_VALUES = 25_000
"""How many values a file may hold, counted by the signs around them; the largest of the five setups has 2,696."""

MAX_DEPTH = 40
"""No value of the model lies deeper than 10; parsers that call themselves come to no harm at 40."""

_LINE = 400
_SAVE = "a file saved as UTF-8"


def decoded(raw: bytes, name: str) -> str:
    """Make text of the bytes of a file, or say which byte is not UTF-8."""
    if len(raw) > MAX_FILE_BYTES:
        refuse("too-large", f"{name} is larger than {MAX_FILE_BYTES:,} bytes", "a smaller file")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        told = f"byte {error.start} (0x{raw[error.start]:02x}) is not UTF-8"
        refuse("not-utf-8", told, _SAVE, place_at(_as_latin(raw), len(_as_latin(raw[: error.start])), name))


def _as_latin(raw: bytes) -> str:
    # A byte that is not UTF-8 is shown as Latin-1 has it: most likely what its writer sees.
    text = raw.decode("utf-8", errors="surrogateescape")
    return re.sub("[\udc80-\udcff]", lambda match: chr(ord(match.group()) - 0xDC00), text)


def checked(text: str, name: str) -> str:
    """Give the text without its byte-order mark, or refuse it before a parser can be hurt by it."""
    text = text.removeprefix("\ufeff")
    if len(text.encode("utf-8", errors="replace")) > MAX_FILE_BYTES:
        refuse("too-large", f"{name} is larger than {MAX_FILE_BYTES:,} bytes", "a smaller file")
    if not text.strip():
        refuse("empty-file", f"{name} is empty", "a file that begins with “format = 1”")
    if (zero := text.find("\0")) >= 0:
        refuse("control-character", "a zero byte stands here", _SAVE, place_at(text, zero, name))
    if half := re.search("[\ud800-\udfff]", text):
        refuse("not-utf-8", "half a sign stands here (a lone surrogate)", _SAVE, place_at(text, half.start(), name))
    if (at := too_many(text, MAX_VALUES)) is not None:
        told = f"{name} holds more than {MAX_VALUES:,} values"
        refuse("too-many-values", told, "a file for each collaboration, and no more in it", place_at(text, at, name))
    if (at := too_deep(text, MAX_DEPTH)) is not None:
        told = f"this is nested more than {MAX_DEPTH} deep"
        refuse("too-deep", told, "tables and lists within each other as the model has them", place_at(text, at, name))
    return text


def place_at(text: str, at: int, name: str) -> Location:
    """Tell a position in a text as line and column, both from 1, with the line itself."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    line = text[start : end if end >= 0 else len(text)].rstrip("\r")
    return Location(name, text.count("\n", 0, start) + 1, at - start + 1, line[:_LINE])


def place_on(lines: list[str], row: int, column: int, name: str) -> Location:
    """Tell a parser's row and column in bytes, both from 0, as line and column in signs, both from 1."""
    line = lines[row].rstrip("\r") if row < len(lines) else ""
    before = line.encode()[:column].decode(errors="ignore")
    return Location(name, row + 1, len(before) + 1, line[:_LINE])


def refuse(
    code: str,
    message: str,
    expected: str | None = None,
    location: Location | None = None,
    *,
    nearest: str | None = None,
) -> NoReturn:
    """Refuse a whole file."""
    raise UnreadableFileError(Fault(code, message, expected=expected, nearest=nearest, location=location)) from None
