"""An empty document to write into, made the reader's own (*mall*): language, A4, numbered headings, and no clock."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from functools import cache
from typing import TYPE_CHECKING

from samverkan.errors import check_extra

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

FACT = "Fact"
"""The style of a question with its answer on the same line."""
NOTE = "Note"
"""The style of what says how to read or fill in what follows."""

_TIMELESS = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP file knows."""
_WORD = "15"
"""Word 2013 and all later ones; with a lower number they open a document in a mode for older ones."""
_KEPT = {"Normal Table", "Table Grid"}
_STRANGE = ("extended-properties", "thumbnail", "stylesWithEffects", "customXml")
"""Parts of python-docx's template that say that the document is American, or show another one."""
_NUMBERED = """
<w:abstractNum xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:abstractNumId="99">
  <w:multiLevelType w:val="singleLevel"/>
  <w:lvl w:ilvl="0">
    <w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading2"/><w:lvlText w:val="%1."/>
    <w:lvlJc w:val="left"/><w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr>
  </w:lvl>
</w:abstractNum>"""
_PAGE = """
<w:fldSimple xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:instr=" PAGE ">
  <w:r><w:t>1</w:t></w:r>
</w:fldSimple>"""
_TEXT_WIDTH = 16
"""What the margins of A4 leave, in centimetres."""


def opened(language: str, title: str, day: dt.date) -> Document:
    """Give an empty document in a language (an IETF tag), said to be made on a day by nobody.

    Raises ``InvalidValueError`` where the extra is not installed.
    """
    check_extra("docx", extra="office", told="documents are written by python-docx, which is not installed")
    import docx

    document = docx.Document(io.BytesIO(_template(language)))
    core, moment = document.core_properties, dt.datetime.combine(day, dt.time())
    core.title, core.language, core.author, core.comments = title, language, "", ""
    core.created = core.modified = moment
    return document


@cache
def _template(language: str) -> bytes:
    """Make the template of a language once: python-docx's own holds a hundred styles of tables, slow to read."""
    import docx

    document = docx.Document()
    _forget(document)
    _speak(document, language)
    _number(document)
    _lay_out(document)
    return packed(document)


def packed(document: Document) -> bytes:
    """Give the bytes of the document; they hang on what it holds, and on no clock."""
    written, memory = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _TIMELESS), old.read(name), zipfile.ZIP_DEFLATED)
    return memory.getvalue()


def _forget(document: Document) -> None:
    """Leave out what the template brings and nobody here uses, its old version of Word too."""
    for related in (document.part.package.rels, document.part.rels):
        for key in [key for key, each in related.items() if each.reltype.endswith(_STRANGE)]:
            del related[key]
    for style in list(document.styles):
        if style.element.get(_w("type")) == "table" and style.name not in _KEPT:
            style.delete()
    for setting in document.settings.element.iter(_w("compatSetting")):
        if setting.get(_w("name")) == "compatibilityMode":
            setting.set(_w("val"), _WORD)


def _speak(document: Document, language: str) -> None:
    """Have spelling checkers and screen readers take every word for the language, unless a run says another."""
    tags = {_w("val"): language, _w("eastAsia"): language, _w("bidi"): language}
    for spoken in document.styles.element.iter(_w("lang")):
        spoken.attrib.update(tags)
    settings = document.settings.element
    for spoken in settings.iter(_w("themeFontLang")):
        spoken.attrib.update(tags)
    swedish = language.startswith("sv")
    for name, sign in (("decimalSymbol", "," if swedish else "."), ("listSeparator", ";" if swedish else ",")):
        for each in settings.iter(_w(name)):
            each.set(_w("val"), sign)


def _number(document: Document) -> None:
    """Let the headings of the parts count themselves, so that one more can be put in between."""
    from docx.oxml import parse_xml

    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(_NUMBERED))
    number = numbering.add_num(99)
    style = document.styles["Heading 2"].element.get_or_add_pPr()
    style.get_or_add_numPr().get_or_add_numId().val = number.numId


def _lay_out(document: Document) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt, RGBColor

    [section] = document.sections
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm((21 - _TEXT_WIDTH) / 2)
    section.top_margin = section.bottom_margin = Cm(2)
    normal: ParagraphStyle = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(4), 1.1
    for level, size, before in ((1, 20, 0), (2, 13, 14)):
        style: ParagraphStyle = document.styles[f"Heading {level}"]
        style.font.size, style.font.color.rgb = Pt(size), RGBColor(0, 0, 0)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(4)
    fact: ParagraphStyle = document.styles.add_style(FACT, WD_STYLE_TYPE.PARAGRAPH)
    note: ParagraphStyle = document.styles.add_style(NOTE, WD_STYLE_TYPE.PARAGRAPH)
    for style in (fact, note):
        style.base_style = normal
    fact.paragraph_format.left_indent, fact.paragraph_format.first_line_indent = Cm(5), Cm(-5)
    fact.paragraph_format.tab_stops.add_tab_stop(Cm(5))
    fact.paragraph_format.space_after = Pt(2)
    note.font.italic = True
    caption = document.styles["Caption"]
    caption.font.size, caption.font.color.rgb = Pt(11), RGBColor(0, 0, 0)
    caption.paragraph_format.space_before = caption.paragraph_format.space_after = Pt(4)
    caption.paragraph_format.keep_with_next = True
    grid = document.styles["Table Grid"].paragraph_format
    grid.space_before = grid.space_after = Pt(2)
    _count_pages(section.footer.paragraphs[0])


def _count_pages(line: Paragraph) -> None:
    """Put the number of the page in the middle; Word fills it in."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml

    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.add_run()._element.addnext(parse_xml(_PAGE))  # noqa: SLF001  # python-docx has no words for fields


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(f"w:{name}")
