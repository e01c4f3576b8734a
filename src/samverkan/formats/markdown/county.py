"""Many collaborations in one table of Markdown (*länstabell*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.markdown.literal import grid, literal
from samverkan.formats.text.county import HEADS, TITLE, UNREAD, by_checklist, cells, judged_by, legend

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.formats.text.county import Row, Unread
    from samverkan.formats.wording import Wording


def county_document(rows: Iterable[Row], unread: Iterable[Unread], wording: Wording) -> str:
    """Write a table for each checklist, a column for each factor, then what could not be judged."""
    return "".join(f"{line}\n" for line in _lines(rows, unread, wording))


def _lines(rows: Iterable[Row], unread: Iterable[Unread], wording: Wording) -> Iterator[str]:
    yield f"# {literal(wording.word(TITLE))}"
    for checklist, found in by_checklist(rows, wording):
        heads = [*map(wording.word, HEADS), *(factor.id for factor in checklist.factors)]
        yield from ("", literal(judged_by(checklist, found, wording)), "")
        yield from grid(
            [literal(head) for head in heads], ([literal(cell) for cell in cells(row, wording)] for row in found)
        )
        for told in legend(checklist, wording):
            yield from ("", literal(told))
    faults = [fault for each in unread for fault in each.faults]
    if faults:
        yield from ("", f"## {literal(wording.word(UNREAD))}", "", *(f"- {literal(fault)}" for fault in faults))
