"""What a finding says, cites, asks and would change, as text to be read.

The words stand in ``said/``, a paragraph for each criterion and case. Where they are meant to change, the failure shows
the new paragraph, which is then read and put there.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.checklist.finding import AnyOf
from samverkan.checklist.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.checklist.criterion import Criterion
    from samverkan.checklist.finding import Ask, Evidence, Finding

SAID = Path(__file__).with_name("said")


@cache
def paragraphs(page: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in (SAID / f"{page}.txt").read_text(encoding="utf-8").split("\n\n"))


def paragraph(page: str, head: str) -> str:
    """Give the paragraphs of a page that begin so."""
    return "\n\n".join(part for part in paragraphs(page) if part.startswith(head))


def spoken(found: Finding) -> Iterator[str]:
    yield f"{found.outcome.value}: {found.because}"
    yield from listed("cites", found.evidence)
    yield from listed("against", found.conflict)
    yield from (f"  asks {ask.field}: {ask.question}" for ask in found.asks)
    if found.outcome is Outcome.UNKNOWN:
        yield f"  best {answers(found, found.best)}, worst {answers(found, found.worst)}"
    if found.remedy_field:
        yield f"  changes {found.remedy_field}: {found.remedy or 'as the criterion says'}"


def listed(word: str, evidence: Iterable[Evidence]) -> Iterator[str]:
    return (f"  {word} {each.field}: {each.says} ({each.source or 'no source'})" for each in evidence)


def answers(found: Finding, item: AnyOf | Ask) -> str:
    """Tell which answers, by the places of the asks."""
    if isinstance(item, AnyOf):
        return f"{item.number} of ({' '.join(answers(found, each) for each in item.among)})"
    return str(found.asks.index(item) + 1)


def card(criterion: Criterion) -> str:
    """Tell everything about a criterion that does not depend on the case."""
    remedy = criterion.remedy
    kind = "core" if criterion.core else "beside the core"
    thresholds = " ".join(criterion.parameters) or "none"
    return (
        f"[{criterion.id}] {criterion.question}\n"
        f"  {kind}, {criterion.level.value}, weight {criterion.weight}, factor {criterion.factor}\n"
        f"  by {criterion.source}; thresholds: {thresholds}\n"
        f"  {remedy.effort.value} for {remedy.responsible}, in {remedy.field}: {remedy.text}"
    )
