"""Papers as documents for Word, read by the standard library, which nobody here wrote."""

from __future__ import annotations

import datetime as dt
import sys
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.errors import InvalidValueError
from samverkan.formats.html.blocks import Facts, Listing, Paragraph, Table
from samverkan.formats.html.inline import Foreign, Quiet, joined
from samverkan.formats.office.paper import Paper, Part
from samverkan.formats.office.word import dumps
from tests.formats.office.documents import Reading

BLOCKS = [
    Paragraph("Stycke"),
    Paragraph("Anvisning", "note"),
    Facts([("Tid", Quiet("framgår inte"))]),
    Listing(["ett", "två"]),
    Table("Vad", ["A", "B"], [["C", "D"], ["", ""]]),
]


def paper(language: str = "sv", title: str = "Titel", updated: dt.date | None = None) -> Paper:
    return Paper(language, title, [Paragraph("Ingress")], [Part("Punkt", BLOCKS), Part("Tom punkt")], updated)


def test_every_block_is_there_in_its_order() -> None:
    assert Reading(dumps(paper())).lines == [
        ("Heading1", "Titel"),
        ("", "Ingress"),
        ("Heading2", "Punkt"),
        ("", "Stycke"),
        ("Note", "Anvisning"),
        ("Fact", "Tid\tframgår inte"),
        ("ListBullet", "ett"),
        ("ListBullet", "två"),
        ("Caption", "Vad"),
        *[("", each) for each in ("A", "B", "C", "D", "", "", "")],
        ("Heading2", "Tom punkt"),
        ("", ""),
    ]


def test_the_first_row_of_a_table_is_its_head() -> None:
    assert Reading(dumps(paper())).header_rows == [[True, False, False]]


def test_the_parts_count_themselves() -> None:
    found = Reading(dumps(paper()))
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    style = next(each for each in found.styles.iter(f"{w}style") if each.get(f"{w}styleId") == "Heading2")
    number = style.find(f"{w}pPr/{w}numPr/{w}numId")
    numbering = ET.fromstring(found.parts["word/numbering.xml"])
    listed = next(
        each
        for each in numbering.iter(f"{w}num")
        if number is not None and each.get(f"{w}numId") == number.get(f"{w}val")
    )
    kind = listed.find(f"{w}abstractNumId")
    chosen = next(
        each
        for each in numbering.iter(f"{w}abstractNum")
        if kind is not None and each.get(f"{w}abstractNumId") == kind.get(f"{w}val")
    )
    assert [each.get(f"{w}val") for each in chosen.iter(f"{w}lvlText")] == ["%1."]
    # ECMA-376, 17.9.17: every definition stands before the first of those that use one.
    order = [each.tag for each in numbering]
    assert order == sorted(order, key=lambda tag: tag == f"{w}num")


@pytest.mark.parametrize(("language", "tag"), [("sv", "sv-SE"), ("en", "en-GB")])
def test_a_document_speaks_its_language_and_no_other(language: str, tag: str) -> None:
    found = Reading(dumps(paper(language)))

    assert found.languages == [{"val": tag, "eastAsia": tag, "bidi": tag}]
    assert found.core["language"] == tag
    assert not any(b"en-US" in part for part in found.parts.values())


def test_words_of_another_language_are_marked() -> None:
    told = joined([Foreign("Kommunchef", "sv"), "chief"])
    found = Reading(dumps(Paper("en", "Title", [Paragraph(told)], [])))

    assert found.foreign == {"Kommunchef": "sv-SE"}
    assert ("", "Kommunchef, chief") in found.lines


def test_two_runs_are_the_same_bytes_and_nobody_made_it() -> None:
    day = dt.date(2016, 3, 4)
    found = Reading(dumps(paper(updated=day)))

    assert dumps(paper(updated=day)) == dumps(paper(updated=day)) != dumps(paper())
    assert found.moments == {(1980, 1, 1, 0, 0, 0)}
    assert (found.core["created"], found.core["modified"]) == ("2016-03-04T00:00:00Z",) * 2
    assert found.core["title"] == "Titel"
    assert not found.core["creator"]
    assert not any(b"python-docx" in part for part in found.parts.values())


def test_a_title_that_is_longer_than_word_takes_is_cut_among_the_properties_only() -> None:
    found = Reading(dumps(paper(title="å" * 10_000)))

    assert found.core["title"] == "å" * 255
    assert found.lines[0] == ("Heading1", "å" * 10_000)


@given(st.text())
def test_any_text_is_text(words: str) -> None:
    """Control signs, halves of pairs and what else XML refuses do not come so far as to spoil the document."""
    plain, found = (
        Reading(dumps(Paper("sv", each, [Facts([(each, each)])], [Part(each, [Table(each, [each], [[each]])])])))
        for each in ("Ord", words)
    )

    assert [style for style, _ in found.lines] == [style for style, _ in plain.lines]
    assert len({text for style, text in found.lines if style not in {"", "Fact"}}) == 1
    assert not any(sign in text for _, text in found.lines for sign in "\u202e\u2066\u200f\x00\x1b")


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)

    with pytest.raises(
        InvalidValueError, match="documents are written by python-docx, which is not installed"
    ) as error:
        dumps(paper())
    assert error.value.expected == 'pip install "samverkan[office]" first'
