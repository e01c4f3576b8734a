"""Who serves several collaborations, and how many meetings that is per week, month and term."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from samverkan.formats.text.table import paragraph, table
from samverkan.formats.wording import mark
from samverkan.formats.wording.dates import month
from samverkan.model.message import say

if TYPE_CHECKING:
    from samverkan.drills.officials import Official, Officials
    from samverkan.formats.text.among import Among
    from samverkan.planning.load import Load

_HEADS = (mark("Who"), mark("Where"), mark("Meetings"), mark("Most in a week and a month"))


def official_lines(found: Officials, among: Among, width: int) -> list[str]:
    """Tell of each shared person and organisation where it sits, and its dated meetings."""
    wording = among.wording
    people = [[wording.tell(say("person {key}", key=each.id)), *_cells(each, among)] for each in found.holders]
    organisations = [[among.organisation(each.id), *_cells(each, among)] for each in found.organisations]
    lines = paragraph(wording.word("No person and no organisation sits in several of them."), width)
    if people or organisations:
        lines = table([[wording.word(head) for head in _HEADS], *people, *organisations], width, indent=0)
    if not found.complete:
        told = wording.word("(At least: a list of seats is open, or who holds a seat is not stated.)")
        lines += ["", *paragraph(told, width)]
    return lines


def _cells(official: Official, among: Among) -> list[str]:
    where = [among.wording.value(among.collaboration(each).name) for each in official.collaborations]
    return [", ".join(where), *_counted(official.load, among)]


def _counted(load: Load, among: Among) -> list[str]:
    wording = among.wording
    terms = [f"{wording.term(term)}: {count}" for term, count in load.terms.items()]
    week, full = load.fullest_week, load.fullest_month
    most = [f"{wording.week(dt.date.fromisocalendar(*week[0], 1))} {week[0][0]}: {week[1]}"] if week else []
    most += [f"{month(dt.date(*full[0], 1), wording.language)}: {full[1]}"] if full else []
    return [
        ", ".join(terms) or "0",
        ", ".join(most),
    ]
