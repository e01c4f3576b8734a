"""Setups beside each other, criterion by criterion, in the order in which they were given."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING

from samverkan.checklist.outcome import Outcome
from samverkan.formats.text.factors import MARKS, percent
from samverkan.formats.text.table import paragraph, table
from samverkan.formats.wording import mark
from samverkan.model.message import say

if TYPE_CHECKING:
    from samverkan.checklist.side_by_side import SideBySide
    from samverkan.formats.wording import Wording

TITLE = mark("Side by side")

_NO_RANKING = mark("This is no ranking: the setups are told in the order in which they were named.")


def side_lines(beside: SideBySide, wording: Wording, width: int) -> list[str]:
    """Name each setup by a letter with its verdict and shares; then mark each factor and criterion for all of them."""
    judged = beside.evaluations
    first = judged[0]
    letters = [_letter(place) for place in range(len(judged))]
    by = say(
        "Judged by the checklist {name}, version {version}.", name=first.checklist.id, version=first.checklist.version
    )
    lines = paragraph(f"{wording.tell(by)} {wording.word(_NO_RANKING)}", width)
    for letter, each in zip(letters, judged, strict=True):
        told = say(
            "{name}: {verdict}; {share} of the factors met, {documented} on documented evidence only ({day}).",
            name=each.subject.name,
            verdict=each.verdict,
            share=percent(each.score),
            documented=percent(each.documented),
            day=each.as_of or wording.word("no day is given"),
        )
        lines += paragraph(wording.tell(told), width, first=f"{letter} ", then="  ")
    rows = [["", "", *letters]]
    for factors in zip(*(each.factors for each in judged), strict=True):
        named = factors[0].factor
        rows.append([named.id, wording.value(named.name), *(MARKS[each.outcome] for each in factors)])
        for reports in zip(*(each.criteria for each in factors), strict=True):
            asked = reports[0].criterion
            rows.append(
                [
                    f"{asked.id}{'*' if asked.core else ''}",
                    wording.tell(asked.question),
                    *(MARKS[each.outcome] for each in reports),
                ]
            )
    legend = ", ".join(f"{MARKS[outcome]} {wording.label(outcome)}" for outcome in Outcome)
    return [*lines, "", *table(rows, width, indent=0), "", *paragraph(legend, width)]


def _letter(place: int) -> str:
    """Give A to Z, then AA, AB and so on."""
    rounds, rest = divmod(place, len(ascii_uppercase))
    return f"{_letter(rounds - 1) if rounds else ''}{ascii_uppercase[rest]}"
