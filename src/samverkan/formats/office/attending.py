"""Who has a seat at a meeting, and how many it takes (*närvaro, beslutsförhet*), for a document to be filled in."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, assert_never

from samverkan.formats.html.blocks import Facts, Paragraph, Table
from samverkan.formats.html.bodies import role
from samverkan.formats.html.inline import joined
from samverkan.formats.wording import mark
from samverkan.model.facts import Absent, Disputed, Unknown, stated
from samverkan.model.mandate import AtLeast, MoreThan
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.formats.html.inline import Inline
    from samverkan.formats.html.teller import Teller
    from samverkan.formats.office.paper import Plain
    from samverkan.model.bodies import Body
    from samverkan.model.facts import Fact
    from samverkan.model.mandate import Quorum

_BOX = "\N{BALLOT BOX}"
_ROLES = mark("Tick who is there: roles and organisations, never the names of persons.")
_MORE = 2
"""So many rows are left for whoever else has a seat, or comes without one."""


def attending(teller: Teller, body: Body) -> Iterator[Plain]:
    """Tell how many it takes, and list each seat, and the project lead who attends without one."""
    yield Facts([(teller.word("For a quorum"), needed(teller, body))])
    yield Paragraph(teller.word(_ROLES), "note")
    if not body.seats:
        yield Paragraph(teller.word("No seats are listed."))
    elif not body.seats_complete:
        yield Paragraph(teller.word("The list is open: there may be more seats."))
    rows: list[tuple[Inline, ...]] = [
        (role(teller, seat), teller.organisations(seat.organisations)) for seat in body.seats
    ]
    if body.id in (stated(teller.collaboration.lead.attends) or ()):
        employer = stated(teller.collaboration.lead.employer)
        told = f"{teller.word('Project lead')} ({teller.word('without a seat')})"
        rows.append((told, teller.organisations([employer] if employer else [])))
    yield attendance(teller, joined([teller.word("Attendance"), teller.body(body.id)], ": "), rows)


def attendance(teller: Teller, caption: Inline, rows: Iterable[tuple[Inline, ...]] = ()) -> Table:
    """List roles with their organisations and a box to tick; rows without words are for others."""
    heads = [teller.word("Role"), teller.word("Organisation"), teller.word("Present")]
    return Table(caption, heads, [(*row, _BOX) for row in (*rows, *[("", "")] * _MORE)], titled=True)


def needed(teller: Teller, body: Body) -> Inline:
    """Tell the quorum as the file states it, and as a number where all seats are listed."""
    fact: Fact[Quorum] = body.quorum
    match fact:
        case Unknown():
            return teller.silent
        case Absent():
            return teller.wording.fact(fact)
        case Disputed(claims):
            told = " / ".join(_needed(teller, body, claim.value) for claim in claims)
            return teller.word("disputed: {claims}").format(claims=told)
        case _:
            return _needed(teller, body, fact)


def _needed(teller: Teller, body: Body, quorum: Quorum) -> str:
    total = len(body.voting)
    known = teller.wording.tell(say("at least {n} of {total}", n=quorum.needed(total), total=total))
    match quorum:
        case AtLeast(least):
            told = teller.wording.tell(say("at least {n} seat", "at least {n} seats", n=least))
        case MoreThan(more_than=share):
            told = teller.word("more than half of the seats that count")
            if share != Fraction(1, 2):
                told = teller.wording.tell(say("more than {share} of the seats that count", share=str(share)))
        case _:
            assert_never(quorum)
    return f"{told} ({known})" if body.seats_complete else told
