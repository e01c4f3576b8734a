"""Reads documents for Word with the standard library alone, as a judge of what python-docx wrote."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def text_of(element: Element) -> str:
    signs = {f"{_W}tab": "\t", f"{_W}br": "\n"}
    runs = (each for run in element.iter(f"{_W}r") for each in run)
    return "".join(each.text or "" if each.tag == f"{_W}t" else signs.get(each.tag, "") for each in runs)


class Reading:
    """What a document holds, in the words of ECMA-376."""

    def __init__(self, raw: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            self.parts = {name: packed.read(name) for name in packed.namelist()}
            self.moments = {entry.date_time for entry in packed.infolist()}
        self.body = ET.fromstring(self.parts["word/document.xml"])[0]
        self.styles = ET.fromstring(self.parts["word/styles.xml"])

    @property
    def lines(self) -> list[tuple[str, str]]:
        """The paragraphs, each with its style, those in tables too."""
        return [(_style(each), text_of(each)) for each in self.body.iter(f"{_W}p")]

    @property
    def headings(self) -> list[tuple[str, str]]:
        return [(style, text) for style, text in self.lines if style.startswith("Heading")]

    @property
    def facts(self) -> dict[str, str]:
        told = (text.split("\t", 1) for style, text in self.lines if style == "Fact")
        return dict(told)  # type: ignore[arg-type]  # a fact has one tab

    def under(self, heading: str) -> list[str]:
        """Give the lines from one heading to the next."""
        lines = iter(self.lines)
        next(line for line in lines if line[0].startswith("Heading") and line[1] == heading)
        found = []
        for style, text in lines:
            if style.startswith("Heading"):
                break
            found.append(text)
        return found

    @property
    def tables(self) -> list[list[list[str]]]:
        return [
            [[text_of(cell) for cell in row.iter(f"{_W}tc")] for row in table.iter(f"{_W}tr")]
            for table in self.body.iter(f"{_W}tbl")
        ]

    def table(self, *heads: str) -> list[list[str]]:
        """Give the rows below these heads."""
        return next(rows[1:] for rows in self.tables if rows[0] == list(heads))

    @property
    def header_rows(self) -> list[list[bool]]:
        """Whether each row of each table is a head."""
        return [
            [row.find(f"{_W}trPr/{_W}tblHeader") is not None for row in table.iter(f"{_W}tr")]
            for table in self.body.iter(f"{_W}tbl")
        ]

    @property
    def languages(self) -> list[dict[str, str]]:
        """What is said of the language anywhere but in a single run."""
        found = [*self.styles.iter(f"{_W}lang")]
        return [{key.removeprefix(_W): value for key, value in each.attrib.items()} for each in found]

    @property
    def foreign(self) -> dict[str, str]:
        """The words of another language, with the language."""
        return {
            text_of(run) or "".join(each.text or "" for each in run.iter(f"{_W}t")): spoken.get(f"{_W}val", "")
            for run in self.body.iter(f"{_W}r")
            for spoken in run.iter(f"{_W}lang")
        }

    @property
    def core(self) -> dict[str, str | None]:
        return {each.tag.partition("}")[2]: each.text for each in ET.fromstring(self.parts["docProps/core.xml"])}


def _style(line: Element) -> str:
    found = line.find(f"{_W}pPr/{_W}pStyle")
    return "" if found is None else found.get(f"{_W}val", "")
