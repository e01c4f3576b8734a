"""New bodies, seats and organisations (*organ, platser, aktörer*), which say all that a criterion asks of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from samverkan.checklist.amending import amended, fresh, having
from samverkan.checklist.outcome import Outcome
from samverkan.model.bodies import Body, BodyKind, Rank, Seat
from samverkan.model.facts import Absent, stated
from samverkan.model.mandate import AtLeast, Mandate
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation, Sector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from samverkan.checklist.case import Case
    from samverkan.checklist.finding import Finding
    from samverkan.model.collaboration import Collaboration

ROLE = Text("ny ledamot", "new member")
"""What a new seat is called until somebody words it."""


def some_body(case: Case) -> tuple[Case, Body]:
    """Give a body in which a seat can be offered: the board, else the group, else any; a group is set up at need."""
    order = (BodyKind.ADVISORY_BOARD, BodyKind.COLLABORATION_GROUP)
    chosen = next((case.bodies_of(kind)[0] for kind in order if case.bodies_of(kind)), None)
    if chosen is None and not case.bodies:
        case = having(case, BodyKind.COLLABORATION_GROUP)
    return case, chosen or case.bodies[0]


def changed(whole: Collaboration, body: Body) -> Collaboration:
    """Give the collaboration with another state of a body."""
    return amended(whole, bodies=tuple(body if each.id == body.id else each for each in whole.bodies))


def in_each(
    case: Case, kind: BodyKind, judge: Callable[[Case, Body], Finding], mend: Callable[[Case, Body], Collaboration]
) -> Collaboration:
    """Mend each body of a kind that the judge does not find met, one after the other; there is one afterwards."""
    case = having(case, kind)
    for name in [body.id for body in case.bodies_of(kind)]:
        body = next(each for each in case.bodies if each.id == name)
        if judge(case, body).outcome is not Outcome.MET:
            case = case.after(mend(case, body))
    return case.collaboration


def of_sector(whole: Collaboration, sector: Sector) -> tuple[Collaboration, str]:
    """Give an organisation that certainly is of the sector: the first of the file, else a new one."""
    found = next((each.id for each in whole.organisations if stated(each.sector) is sector), None)
    if found is not None:
        return whole, found
    new = Organisation(fresh(f"new-{sector.value}", (each.id for each in whole.organisations)), sector=sector)
    return amended(whole, organisations=(*whole.organisations, new)), new.id


def seated(
    whole: Collaboration,
    body: str,
    organisations: Iterable[str],
    **facts: Any,  # noqa: ANN401  # those of a seat
) -> Collaboration:
    """Add a seat to a body, a manager's with a mandate where ``facts`` say nothing else.

    Where the quorum is a number above the voting seats, so many are added that it can be reached.
    """
    table = next(each for each in whole.bodies if each.id == body)
    described: dict[str, Any] = {
        "role": ROLE,
        "rank": Rank.MANAGER,
        "political": False,
        "section": Absent(),
        "mandate": Mandate(),
        **facts,
    }
    seat = Seat("new", organisations=tuple(organisations), **described)
    rule, voting = stated(table.quorum), len(table.voting)
    number = max(1, rule.at_least - voting) if isinstance(rule, AtLeast) else 1
    seats = list(table.seats)
    for _ in range(number):
        seats.append(evolve(seat, id=fresh(f"{body}-new", (each.id for each in seats))))
    return changed(whole, evolve(table, seats=seats))


def seated_for(whole: Collaboration, body: str, sector: Sector, **facts: Any) -> Collaboration:  # noqa: ANN401
    """Add a seat to a body for an organisation of the sector."""
    whole, organisation = of_sector(whole, sector)
    return seated(whole, body, [organisation], **facts)


def described(
    whole: Collaboration,
    body: Body,
    wanted: Callable[[Seat], bool],
    **facts: Any,  # noqa: ANN401  # those of a seat
) -> Collaboration:
    """State facts of the seats of a body that are wanted."""
    return changed(whole, evolve(body, seats=[evolve(each, **facts) if wanted(each) else each for each in body.seats]))
