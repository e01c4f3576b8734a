"""Several collaborations as one network: what they share, whether they hang together, and how long news waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.text.officials import official_lines
from samverkan.formats.text.spread import spread_lines
from samverkan.formats.text.table import paragraph
from samverkan.formats.text.waiting import between_lines, waiting_lines
from samverkan.formats.wording import mark
from samverkan.model.message import Message, say
from samverkan.ties.across import seating_across
from samverkan.ties.components import parts_in
from samverkan.ties.splitting import splitters_in
from samverkan.ties.spread import Spread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.drills.officials import Officials
    from samverkan.formats.text.among import Among
    from samverkan.ties.reach import Reach
    from samverkan.ties.seating import Seating

WAITING = mark("How long what is said waits to be known elsewhere:")
BETWEEN = mark("How long what is said in one of them waits to be known in another:")
SHARED = mark("Who sits in several of them, and their dated meetings:")


def across_lines(found: Officials, among: Among, width: int) -> list[str]:
    """Tell who is shared, and what hangs together only by whom."""
    told = [among.wording.tell(each) for each in _hanging(seating_across(among.whole), among)]
    return [
        *paragraph(among.wording.word(SHARED), width),
        *official_lines(found, among, width),
        "",
        *(line for text in told for line in paragraph(text, width, then="  ")),
    ]


def news_lines(found: Reach | Spread | None, among: Among, width: int, *, notes_undated: bool) -> list[str]:
    """Tell the waiting on every way of one collaboration, or between several, or of many meetings how news spreads."""
    word = among.wording.word
    if found is None:
        return paragraph(
            word("There are too many meetings to follow news through all of them; name fewer files."), width
        )
    if isinstance(found, Spread):
        return [*paragraph(word(WAITING), width), *spread_lines(found, among, width, notes_undated=notes_undated)]
    several = len(among.whole.collaborations) > 1
    lines = between_lines if several else waiting_lines
    heading = paragraph(word(BETWEEN if several else WAITING), width)
    return [*heading, *lines(found, among, width, notes_undated=notes_undated)]


def _hanging(table: Seating, among: Among) -> Iterator[Message]:
    parts = [part for part in parts_in(table).parts if any(table.organisations[body] for body in part)]
    if len(parts) > 1:
        groups = tuple(" + ".join(map(among.body, part)) for part in parts)
        yield say("The bodies fall into {n} parts: {parts}.", n=len(parts), parts=groups)
    else:
        yield say("All bodies with known seats hang together.")
    found = splitters_in(table)
    named = [(among.organisation(each.id), each) for each in found.organisations]
    named += [(among.body(each.id), each) for each in found.bodies]
    for name, each in named:
        if each.parts:
            pieces = tuple(" + ".join(map(among.body, part)) for part in each.parts)
            yield say("Without {name} these fall apart: {parts}.", name=name, parts=pieces)
    if not found.complete:
        yield say("(For the seats that are known: a list of seats is open.)")
