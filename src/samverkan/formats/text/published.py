"""What was published of other places that work in the same way (*publicerade resultat*), each of its own kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from samverkan.formats.text.table import paragraph
from samverkan.formats.wording import mark
from samverkan.model.facts import stated
from samverkan.model.message import say
from samverkan.model.results import PublishedChange, PublishedClaim, PublishedCount, PublishedShare

if TYPE_CHECKING:
    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.results import PublishedResult

ELSEWHERE = mark(
    "This is what was published of other places that worked in the same way. The figures are of different kinds: they "
    "can neither be added up nor be expected here."
)


def published_lines(whole: Collaboration, wording: Wording, width: int) -> list[str]:
    """List what was published of other places, apart from the goals; nothing where the file has none of it."""
    if not whole.results:
        return []
    lines = ["", *paragraph(wording.word(ELSEWHERE), width)]
    for each in whole.results:
        place = ", ".join(filter(None, (wording.value(each.place), when(each, wording))))
        told = f"{place}: {number(each, wording)}: {wording.value(each.what)}"
        lines += paragraph(told, width, first="  - ", then="    ")
    return lines


def when(result: PublishedResult, wording: Wording) -> str | None:
    """Say of which year or month a result is, and after how many months, as far as is stated."""
    year, month, months = stated(result.year), stated(result.month), stated(result.months)
    parts: list[str] = []
    if year is not None:
        parts.append(str(year) if month is None else f"{year}-{month:02}")
    if months is not None:
        parts.append(wording.tell(say("{n} month", "{n} months", n=months)))
    return ", ".join(parts) or None


def number(result: PublishedResult, wording: Wording) -> str:
    """Write the numbers of a result; only so many of so many has a share."""
    match result:
        case PublishedShare(count=count, total=total, ratio=ratio):
            share = "" if ratio is None else f" ({round(ratio * 100)}\u00a0%)"
            return wording.tell(say("{count} of {total}", count=count, total=total)) + share
        case PublishedChange(before=before, after=after):
            return wording.tell(say("from {before} to {after}", before=before, after=after))
        case PublishedCount(count=count, more_than=True):
            return wording.tell(say("more than {count}", count=count))
        case PublishedCount(count=count):
            return str(count)
        case PublishedClaim():
            return wording.word("said without a number")
        case _:
            assert_never(result)
