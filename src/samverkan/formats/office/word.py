"""A paper as a document for Word (*Worddokument*), with real headings and tables; the same paper is the same bytes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, assert_never

from attrs import frozen

from samverkan.formats.html.blocks import Facts, Listing, Paragraph, Table
from samverkan.formats.html.inline import Code, Foreign, Link, Moment, Quiet, Row, Sign
from samverkan.formats.markup import legal
from samverkan.formats.office.template import FACT, NOTE, opened, packed
from samverkan.formats.text.width import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.document import Document  # noqa: TC004  # it is an extra, and attrs does not look the name up
    from docx.text.paragraph import Paragraph as Line
    from docx.text.run import Run as Written

    from samverkan.formats.html.inline import Inline
    from samverkan.formats.office.paper import Paper, Part, Plain

_LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}
_UNDATED = dt.date(2000, 1, 1)
"""What a document says of when it was made where the file does not say when it was changed."""
_TITLE = 255
"""The most signs of a title among the properties of a document."""
_LEAST, _MOST, _FILLED_IN = 12, 40, 30
"""The room of a column in signs: of the narrowest, of the widest, and of one that is to be filled in."""
_WIDTH = 16
"""How wide a table is, in centimetres."""
_ROOM = 0.9
"""How high a row is that is to be filled in, in centimetres."""
_SHORT = 6
"""So many rows are kept on one page."""
_GREY = "F2F2F2"
_QUIET = 0x59, 0x59, 0x59
"""Seven to one on white, more than WCAG 2.1 (1.4.3) wants of a text."""


def dumps(paper: Paper) -> bytes:
    """Write a document. Raises ``InvalidValueError`` where the extra is not installed."""
    document = opened(_LANGUAGES[paper.language], told(paper.title)[:_TITLE], paper.updated or _UNDATED)
    writer = _Writer(document)
    writer.put(document.add_heading("", 1), paper.title)
    for block in paper.about:
        writer.block(block)
    for part in paper.parts:
        writer.part(part)
    return packed(document)


@frozen
class Run:
    """Words within a line; of another language than the document's, or said of what is not known."""

    text: str
    language: str | None = None
    quiet: bool = False


def runs(content: Inline) -> Iterator[Run]:
    """Give what stands in a line as runs: no control sign, no direction mark, nothing that XML cannot hold."""
    match content:
        case str() as text:
            yield Run(legal(clean(text)))
        case Foreign(text, language):
            yield Run(legal(clean(text)), language)
        case Moment(text=text) | Sign(text=text) | Code(text=text):
            yield Run(legal(clean(text)))
        case Link(inner):
            yield from runs(inner)
        case Quiet(inner):
            yield from (Run(each.text, each.language, quiet=True) for each in runs(inner))
        case Row(parts, between):
            for place, part in enumerate(parts):
                yield from ([Run(between)] if place else [])
                yield from runs(part)
        case _:
            assert_never(content)


def told(content: Inline) -> str:
    """Give what stands in a line as plain text."""
    return "".join(run.text for run in runs(content))


@frozen
class _Writer:
    """Writes into one document."""

    document: Document

    def part(self, part: Part) -> None:
        self.put(self.document.add_heading("", 2), part.title)
        for block in part.blocks:
            self.block(block)
        if not part.blocks:
            self.document.add_paragraph()

    def block(self, block: Plain) -> None:
        match block:
            case Paragraph(content, role):
                self.put(self.document.add_paragraph(style=NOTE if role == "note" else None), content)
            case Listing(items, ordered):
                for item in items:
                    self.put(self.document.add_paragraph(style="List Number" if ordered else "List Bullet"), item)
            case Facts(pairs):
                for question, *answers in pairs:
                    line = self.document.add_paragraph(style=FACT)
                    self.put(line, question, bold=True)
                    line.add_run("\t")
                    self.put(line, Row(answers, "; "))
            case Table():
                self.table(block)
            case _:
                assert_never(block)

    def put(self, line: Line, content: Inline, *, bold: bool = False) -> None:
        for run in runs(content):
            written = line.add_run(run.text)
            written.bold = bold or None
            _dress(written, run)

    def table(self, block: Table) -> None:
        """Write a table whose first row is its head on every page, and whose rows are never split."""
        from docx.shared import Cm, Pt

        if not block.titled:
            self.put(self.document.add_paragraph(style="Caption"), block.caption)
        rows = [block.heads, *block.rows]
        table = self.document.add_table(len(rows), len(block.heads), style="Table Grid")
        table.autofit = False
        _append(_raw(table).tblPr, "tblCaption", val=told(block.caption))
        widths = _widths(block.heads, block.rows)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        for number, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
            properties = _raw(row).get_or_add_trPr()
            _append(properties, "cantSplit")
            if number == 0:
                _append(properties, "tblHeader")
            if not any(cells):
                row.height = Cm(_ROOM)
            for cell, content, width in zip(row.cells, cells, widths, strict=True):
                cell.width = Cm(width)
                line = cell.paragraphs[0]
                self.put(line, content, bold=number == 0)
                # A short table stays on one page.
                line.paragraph_format.keep_with_next = number + 1 < len(rows) <= _SHORT or None
                if number == 0:
                    _append(_raw(cell).get_or_add_tcPr(), "shd", val="clear", color="auto", fill=_GREY)
        gap = self.document.add_paragraph().paragraph_format
        gap.space_after, gap.line_spacing = Pt(0), Pt(6)


def _dress(written: Written, run: Run) -> None:
    from docx.shared import RGBColor

    if run.quiet:
        written.italic, written.font.color.rgb = True, RGBColor(*_QUIET)
    if run.language is not None:
        tag = _LANGUAGES[run.language]
        _append(_raw(written).get_or_add_rPr(), "lang", val=tag, eastAsia=tag, bidi=tag)


def _raw(thing: Any) -> Any:  # noqa: ANN401  # lxml has no types
    """Give the XML behind a thing of python-docx, for what it has no words for."""
    return thing._element  # noqa: SLF001  # there is no other way to it


def _append(parent: Any, name: str, **attributes: str) -> None:  # noqa: ANN401  # as above
    """Put an element of WordprocessingML last among those of its parent, where the schema wants these."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    parent.append(element)


def _widths(heads: Sequence[str], rows: Sequence[Sequence[Inline]]) -> list[float]:
    """Share the width among the columns by their longest cells, within reason."""
    room = []
    for place, head in enumerate(heads):
        longest = max((len(told(row[place])) for row in rows), default=0)
        room.append(max(_LEAST, len(head) + 6, min(longest, _MOST) if longest else _FILLED_IN))
    return [_WIDTH * each / sum(room) for each in room]
