"""A picture of a plan with all its words below it (*förklarad bild*), as a wheel and a timeline have them alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.svg.entries import description, entries
from samverkan.formats.svg.key import key
from samverkan.formats.svg.page import Page
from samverkan.formats.svg.signs import patterns
from samverkan.formats.svg.symbols import symbols

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.formats.svg.plot import Captions
    from samverkan.formats.svg.sheet import Sheet
    from samverkan.formats.tables.almanac import Almanac


def explained(  # noqa: PLR0913  # what the page is made of
    shown: Almanac, sheet: Sheet, captions: Captions, *, title: str, drawn: Sequence[str], bottom: float
) -> str:
    """Write the page of what is drawn down to ``bottom``, with its entries, its signs and its description."""
    prefix, wording = captions.prefix, captions.wording
    listed = list(entries(shown, captions.letters, wording))
    below, end = key(listed, sheet, bottom)
    signs, end = symbols(shown, prefix, sheet, end, wording)
    height = end + sheet.margin
    page = Page(
        prefix,
        title,
        description(shown, listed, wording),
        wording.language,
        sheet.width,
        height,
        patterns(range(len(shown.lanes)), prefix),
        "\n".join([*drawn, below, signs]),
        *sheet.scale(height),
    )
    return str(page)
