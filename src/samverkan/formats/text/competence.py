"""In what capacity each body may decide, on what that rests, and how likely a quorum is."""

from __future__ import annotations

import math
import re
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from samverkan.checklist.competence.ruling import Condition
from samverkan.checklist.outcome import Outcome
from samverkan.formats.text.factors import MARKS, cited
from samverkan.formats.text.table import Rest, paragraph, table
from samverkan.formats.wording import mark
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkan.checklist.competence.law import Paragraph
    from samverkan.checklist.competence.resilience import Resilience
    from samverkan.checklist.competence.ruling import Competence, Ruling
    from samverkan.checklist.finding import Ask
    from samverkan.formats.wording import Wording

TITLE = mark("Who may decide")

_MEETING = {
    Outcome.MET: mark("with those who are there it may decide"),
    Outcome.NOT_MET: mark("with those who are there it may not decide"),
    Outcome.UNKNOWN: mark("whether it may decide with those who are there is not known"),
}

_EVIDENCE = 3
"""The pieces of evidence that are listed one by one."""
_RANKS = 3
"""The groups of equally important seats that are listed."""


def competence_lines(
    found: Sequence[Competence], likely: Sequence[Resilience], wording: Wording, width: int
) -> list[str]:
    """Tell what is found of each body; of one alone tell everything, of several what decides and what to ask."""
    lines = _asked(found, wording, width)
    alone = len(found) == 1
    chances = {each.body: each for each in likely}
    for each in found:
        told = say("{body}: {standing}", body=each.name, standing=each.standing)
        meeting = f"; {wording.word(_MEETING[each.decides])}" if each.attendance else ""
        lines += ["", *paragraph(f"{MARKS[each.decides]} {wording.tell(told)}{meeting}.", width, then="  ")]
        asked: set[Ask] = set()
        for ruling in each.rulings if alone else each.rulings[:1]:
            lines += _ruling(ruling, wording, width, full=alone)
            lines += _asks([ask for ask in ruling.finding.asks if ask not in asked], wording, width)
            asked.update(ruling.finding.asks)
        if each.body in chances:
            lines += resilience_lines(chances[each.body], wording, width)
    law = dict.fromkeys(
        each for one in found for ruling in (one.rulings if alone else one.rulings[:1]) for each in ruling.law
    )
    return [*lines, *_law(law, wording, width)]


def _asked(found: Sequence[Competence], wording: Wording, width: int) -> list[str]:
    if not found:
        return paragraph(wording.word("No body at work is listed."), width)
    first = found[0]
    item = say("Item: {item}.", item=first.item) if first.item else say("Item: not told.")
    told = [wording.tell(item)]
    if first.as_of:
        told.append(wording.tell(say("Judged as of {day}.", day=first.as_of)))
    if first.attendance is not None:
        there = first.attendance.filled or (wording.word("nobody"),)
        told.append(wording.tell(say("There: {seats}.", seats=there)))
    told.append(wording.word("A classification, no legal advice."))
    return paragraph(" ".join(told), width)


def _ruling(ruling: Ruling, wording: Wording, width: int, *, full: bool) -> list[str]:
    finding = ruling.finding
    label = wording.label(ruling.condition)
    law = ", ".join(each.place for each in sorted(ruling.law, key=_in_order))
    sign = MARKS[finding.outcome] if ruling.condition in _DECIDING else "·"
    text = f"{label[:1].upper()}{label[1:]}: {wording.tell(finding.because)}{f' [{law}]' if law else ''}"
    lines = paragraph(text, width, first=f"  {sign} ", then="    ")
    notes = [cited(each, wording) for each in finding.evidence[:_EVIDENCE]] if full else []
    if full and len(finding.evidence) > _EVIDENCE:
        more = len(finding.evidence) - _EVIDENCE
        notes.append(wording.tell(say("{n} more field says so", "{n} more fields say so", n=more)))
    notes += [f"{wording.word('contradicted')}: {cited(each, wording)}" for each in finding.conflict]
    for note in notes:
        lines += paragraph(note, width, first="    - ", then="      ")
    return lines


_DECIDING = frozenset({Condition.POWER, Condition.QUORUM, Condition.PRESENT})


def _asks(asks: Iterable[Ask], wording: Wording, width: int) -> list[str]:
    """Ask each kind of question once, by its first."""
    alike: dict[str, list[Ask]] = {}
    for ask in asks:
        alike.setdefault(ask.question.text, []).append(ask)
    lines: list[str] = []
    for first, *others in alike.values():
        more = f" {wording.tell(say('(and {n} more)', '(and {n} more)', n=len(others)))}" if others else ""
        lines += paragraph(f"{wording.tell(first.question)}{more}", width, first="    → ", then="      ")
        lines += map(Rest, paragraph(first.field, width, first="      ", then="      "))
    return lines


def _law(law: Iterable[Paragraph], wording: Wording, width: int) -> list[str]:
    lines: list[str] = []
    for (act, day), places in groupby(sorted(law, key=_in_order), key=lambda each: (each.act, each.as_of)):
        told = say("{act}, text as of {day}:", act=act, day=day)
        rows = [(each.place, wording.tell(each.says)) for each in places]
        lines += ["", *paragraph(wording.tell(told), width), *table(rows, width)]
    return lines


def _in_order(paragraph_: Paragraph) -> tuple[str, list[int]]:
    return paragraph_.act, [int(number) for number in re.findall(r"\d+", paragraph_.place)]


def resilience_lines(likely: Resilience, wording: Wording, width: int) -> list[str]:
    """Tell how likely a quorum is and which seats decide it, or what must be known first."""
    if likely.probability is None:
        fields = tuple(ask.field for ask in likely.asks)
        told = wording.tell(say("How likely a quorum is cannot be told until this is known: {fields}", fields=fields))
        return paragraph(told, width, first="  ? ", then="    ")
    chance = say(
        "Probability that at least {needed} of {voting} seats are filled: {chance}\u00a0%.",
        needed=likely.needed or 0,
        voting=likely.voting,
        chance=_hundredths(likely.probability, wording),
    )
    lines = paragraph(wording.tell(chance), width, first="  · ", then="    ")
    ranked = groupby((each for each in likely.weights if each.importance), key=lambda each: each.importance)
    ranks = [(gain, tuple(each.seat for each in same)) for gain, same in ranked]
    for gain, seats in ranks[:_RANKS]:
        points = _hundredths(gain, wording)
        rank = say("With {seats} {gain} percentage points likelier than without.", seats=seats, gain=points)
        if len(seats) > 1:
            rank = say("With each of {seats} {gain} percentage points likelier than without.", seats=seats, gain=points)
        lines += paragraph(wording.tell(rank), width, first="    - ", then="      ")
    left = likely.voting - sum(len(seats) for _, seats in ranks[:_RANKS])
    if left:
        told = wording.tell(say("{n} seat decides less, or nothing", "{n} seats decide less, or nothing", n=left))
        lines += paragraph(told, width, first="    - ", then="      ")
    return lines


def _hundredths(share: Fraction, wording: Wording) -> str:
    """Write a probability in percent, to a tenth; only the certain is 100, only the impossible 0."""
    if share in {0, 1}:
        return str(int(share * 100))
    tenths = min(max(math.floor(share * 1000 + Fraction(1, 2)), 1), 999)
    return f"{tenths // 10}{',' if wording.language == 'sv' else '.'}{tenths % 10}"
