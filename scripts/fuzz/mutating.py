"""Changes that know what a file is made of: its lines, its words, and the parts of a workbook."""

from __future__ import annotations

import io
import random
import re
import zipfile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HOSTILE: Final = (
    b"9" * 30,
    b"-1",
    b"0",
    b"1" * 5_000,
    b"1e999999999",
    b"nan",
    b"9999-12-31",
    b"0001-01-01",
    b"2016-02-30",
    b"9999-12-31T23:59:60Z",
    b"[" * 60,
    b'{"a":' * 60,
    b"a." * 60 + b"a = 1",
    b"x" * 2_000,
    b"\x00",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b'"\\ud800"',
    b'"\\u0000"',
    b"\xff\xfe",
    b"\r\n",
    b"\r",
    "\N{RIGHT-TO-LEFT OVERRIDE}\N{COMBINING RING ABOVE}\N{LINE SEPARATOR}".encode(),
    "٣".encode(),
    b"'''",
    b'"""',
)
"""What files of strangers have that ours have not."""

_TOKEN: Final = re.compile(rb"[\w-]+|\s+|[^\w\s]")
_MOST: Final = 64


def changed(data: bytes, words: Sequence[bytes], seed: int) -> bytes:
    """Change lines or words of a text, once to four times."""
    chance = random.Random(seed)  # noqa: S311  # a fuzzer gives the seed, so that a run can be done again
    for _ in range(chance.randint(1, 4)):
        data = chance.choice(_CHANGES)(data, words, chance)
    return data


def _lines(data: bytes, words: Sequence[bytes], chance: random.Random) -> bytes:
    """Drop a line, say it again, or move it."""
    del words
    lines = data.split(b"\n")
    line = lines.pop(chance.randrange(len(lines)))
    times = chance.choice((0, 1, 1, 2, 2, chance.randint(3, _MOST)))
    place = chance.randint(0, len(lines))
    return b"\n".join([*lines[:place], *[line] * times, *lines[place:]])


def _word(data: bytes, words: Sequence[bytes], chance: random.Random) -> bytes:
    """Put another word in the place of one, or beside it."""
    tokens = _TOKEN.findall(data)
    place = chance.randint(0, len(tokens))
    new = chance.choice(words) if words and chance.random() < 0.7 else chance.choice(HOSTILE)
    return b"".join([*tokens[:place], new, *tokens[place + chance.randint(0, 1) :]])


def _swap(data: bytes, words: Sequence[bytes], chance: random.Random) -> bytes:
    """Let two words change places, or say one of them twice."""
    del words
    tokens = _TOKEN.findall(data) or [b""]
    one, other = chance.randrange(len(tokens)), chance.randrange(len(tokens))
    tokens[one], tokens[other] = tokens[other], tokens[chance.choice((one, other))]
    return b"".join(tokens)


def _said(data: bytes, words: Sequence[bytes], chance: random.Random) -> bytes:
    """Say something more: a key of the format and a value, as TOML, JSON or a calendar has them."""
    form = chance.choice((b"%b = %b\n", b'"%b": %b,', b"[%b.%b]\n", b"[[%b]]\n%b = 1\n", b"%b:%b\r\n", b"%b;%b\n"))
    pool = words or HOSTILE
    lines = data.split(b"\n")
    place = chance.randint(0, len(lines))
    said = form % (chance.choice(pool), chance.choice(pool if chance.random() < 0.5 else HOSTILE))
    return b"\n".join([*lines[:place], said, *lines[place:]])


_CHANGES: Final = (_lines, _word, _swap, _said)


def inside(data: bytes, change: Callable[[bytes], bytes], seed: int) -> bytes:
    """Change one part of a workbook; what is no workbook is changed as it is."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            parts = {each.filename: book.read(each) for each in book.infolist() if each.file_size < 10**6}
    except Exception:  # noqa: BLE001  # a fuzzer's workbooks are broken in every way
        return change(data)
    if not parts:
        return change(data)
    name = random.Random(seed).choice(sorted(parts))  # noqa: S311  # as above
    parts[name] = change(parts[name])
    return packed(parts)


def packed(parts: dict[str, bytes]) -> bytes:
    """Make a workbook of its parts, the same bytes each time."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as book:
        for name, part in parts.items():
            book.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return memory.getvalue()
