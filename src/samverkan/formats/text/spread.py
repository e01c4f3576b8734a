"""How what is said spreads in a plan too large to tell every way of: the slowest bodies, and those not heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.text.table import paragraph, table
from samverkan.formats.text.waiting import HEADS, bounds, days_told
from samverkan.formats.wording import mark
from samverkan.model.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.formats.text.among import Among
    from samverkan.ties.spread import Delay, Spread

SLOWEST = 8
"""So many of the longest waitings are told; JSON has those of all bodies."""

_LONGEST = mark("Waiting at most")


def spread_lines(found: Spread, among: Among, width: int, *, notes_undated: bool) -> list[str]:
    """Tell where news waits longest, and how many bodies are not heard everywhere."""
    wording = among.wording
    waits = [(each.source, each.longest) for each in found.senders if each.longest]
    waits.sort(key=lambda each: -each[1].days)
    rows = [_row(source, delay, among) for source, delay in waits[:SLOWEST]]
    heads = [wording.word(head) for head in (*HEADS[:2], _LONGEST)]
    told = [wording.tell(each) for each in _heard(found)]
    told += bounds(wording, ordered=found.ordered, complete=found.complete, notes_undated=notes_undated)
    return [
        *paragraph(wording.tell(_opening(found)), width),
        *(table([heads, *rows], width, indent=0) if rows else []),
        "",
        *(line for text in told for line in paragraph(text, width, then="  ")),
    ]


def _opening(found: Spread) -> Message:
    return say(
        "With so many meetings ({n}) each way cannot be told. These bodies wait longest to be heard:",
        n=sum(each.meetings for each in found.senders),
    )


def _row(source: str, delay: Delay, among: Among) -> list[str]:
    told = say("{days}, said on {day}", days=days_told(delay.days, delay.days, among), day=delay.departs)
    return [among.body(source), among.body(delay.goal), among.wording.tell(told)]


def _heard(found: Spread) -> Iterator[Message]:
    unheard = sum(bool(each.never) for each in found.senders)
    senders = len(found.senders)
    if unheard:
        yield say(
            "{n} of {all} bodies that meet says things of which some other body never hears.",
            "{n} of {all} bodies that meet say things of which some other body never hears.",
            n=unheard,
            all=senders,
        )
    else:
        yield say("Every body hears of some meeting of each of the {all} that meet.", all=senders)
    public = [each.public.days for each in found.senders if each.public]
    if public:
        yield say("Of {n} of them the public hears, after {days} days at the most.", n=len(public), days=max(public))
    else:
        yield say("Of none of them the public hears on a day that is stated.")
