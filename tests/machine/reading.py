"""Whether an output is what its format says, read by somebody else's reader."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from xml.etree import ElementTree as ET

from icalendar import Calendar

from samverkan.model.names import personal_numbers
from tests.machine.world import OWNER, PRIVATE

_MAILBOX = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DIGEST = re.compile(r"\b[0-9a-f]{64}\b")  # ten of its digits may look like a person's


def _text(raw: bytes) -> None:
    assert raw.decode("utf-8").strip()


def _json(raw: bytes) -> None:
    json.loads(raw, parse_constant=_refuse)  # Python takes NaN and Infinity, which JSON has not


def _refuse(word: str) -> None:
    raise ValueError(f"{word} is no JSON")


def _xml(raw: bytes) -> None:
    ET.fromstring(raw)


def _ical(raw: bytes) -> None:
    assert Calendar.from_ical(raw).name == "VCALENDAR"


def _csv(raw: bytes) -> None:
    text = raw.decode("utf-8-sig")
    dialect = ";" if text.split("\n", 1)[0].count(";") > text.split("\n", 1)[0].count(",") else ","
    widths = {len(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=dialect, strict=True)}
    assert len(widths) == 1, widths


def _zip(raw: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(raw)) as book:
        assert book.testzip() is None
        for name in book.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(book.read(name))


READERS = {
    None: _text,
    "text": _text,
    "markdown": _text,
    "publication": _text,
    "dot": _text,
    "mermaid": _text,
    "json": _json,
    "publication-json": _json,
    "sarif": _json,
    "svg": _xml,
    "wheel": _xml,
    "timeline": _xml,
    "graphml": _xml,
    "gexf": _xml,
    "ical": _ical,
    "csv": _csv,
    "csv-excel": _csv,
    "xlsx": _zip,
    "agenda": _zip,
    "notes": _zip,
}
"""For each format what refuses an output that is not in it."""


def words_in(raw: bytes) -> str:
    """Give what somebody can read in an output: of a workbook or document, the text of all its parts."""
    if not raw.startswith(b"PK"):
        return raw.decode("utf-8", errors="replace")
    with zipfile.ZipFile(io.BytesIO(raw)) as book:
        return "\n".join(book.read(name).decode("utf-8", errors="replace") for name in book.namelist())


def persons_in(raw: bytes, source: str) -> list[str]:
    """Find what is a person's in an output and does not stand in the source, nor was to be made public."""
    text = _DIGEST.sub("", words_in(raw))
    planted = [each for each in (PRIVATE, OWNER) if each in text]
    found = {*personal_numbers(text), *_MAILBOX.findall(text)}
    ours = {each for each in found if each.endswith(".samverkan")}  # the ids of meetings in calendars
    return planted + sorted(each for each in found - ours if each not in source)
