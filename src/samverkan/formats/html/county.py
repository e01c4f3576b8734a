"""The list of several collaborations (*länssida*): by name, each with a way to its own pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.html.address import folder
from samverkan.formats.html.blocks import Paragraph, Table
from samverkan.formats.html.inline import Link, day, joined, name, said
from samverkan.formats.html.page import MenuItem, Page, other_than
from samverkan.formats.wording import Wording, mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.formats.html.blocks import Block
    from samverkan.model.collaboration import Collaboration

COUNTY = mark("Collaboration in our municipalities")
_LEAD = mark("Each collaboration has pages of its own. They are listed by name, and not ranked.")


def listing(wholes: Sequence[Collaboration], meetings: Sequence[int], language: str) -> str:
    """Write the list in a language; ``meetings`` are the numbers of dated meetings, in the order of the wholes."""
    wording, other = Wording(language), other_than(language)
    days = [whole.updated for whole in wholes if whole.updated is not None]
    title = wording.word(COUNTY)
    page = Page(
        language=language,
        site=title,
        heading=title,
        window_title=title,
        home="index.html",
        other_address=f"../{other}/index.html",
        menu=(MenuItem("index.html", wording.word("All collaborations"), here=True),),
        blocks=_blocks(wholes, meetings, wording),
        updated=day(max(days), wording) if days else wording.word("not stated"),
        statements=tuple(_statements(wholes, wording)),
    )
    return str(page)


def _blocks(wholes: Sequence[Collaboration], meetings: Sequence[int], wording: Wording) -> Iterator[Block]:
    yield Paragraph(wording.word(_LEAD), "lead")
    heads = [
        wording.word("Collaboration"),
        wording.word("Municipalities"),
        wording.word("Dated meetings"),
        wording.word("Updated"),
    ]
    rows = [
        [
            Link(said(whole.name, wording), f"../{folder(whole.id)}/{wording.language}/index.html"),
            joined(name(town.name, wording) for town in whole.municipalities),
            str(count),
            wording.word("not stated") if whole.updated is None else day(whole.updated, wording),
        ]
        for whole, count in zip(wholes, meetings, strict=True)
    ]
    yield Table(wording.word("All collaborations"), heads, rows, titled=True)


def _statements(wholes: Sequence[Collaboration], wording: Wording) -> Iterator[tuple[str, str]]:
    """Give each statement once; where there are several, with whose it is."""
    title = wording.word("Accessibility statement")
    whose = {whole.publishing.accessibility: whole.name.in_language(wording.language) for whole in wholes}
    for where, name_ in whose.items():
        if where is not None:
            yield where, title if len(whose) == 1 else f"{title}: {name_}"
