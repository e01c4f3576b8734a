"""Bodies of a few seats in which anything that competence looks at may be unknown, and all that they may then be."""

from __future__ import annotations

import datetime as dt
from itertools import product
from typing import TYPE_CHECKING, Any

from attrs import evolve
from hypothesis import strategies as st

from samverkan.checklist.competence.attendance import Attendance
from samverkan.model.bodies import Body, BodyKind, Seat, Statute
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.mandate import AtLeast, Mandate, MoreThan
from samverkan.model.names import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = dt.date(2027, 3, 1)
BEFORE, AFTER = DAY - dt.timedelta(30), DAY + dt.timedelta(30)
ITEM = Text("lokaler")
MOST = 2
"""The seats that a body is drawn with; those that it may have beside them come on top."""

NO = Absent("saknas")


def mandates() -> st.SearchStrategy[Any]:
    dates = st.sampled_from([UNKNOWN, NO, BEFORE, AFTER])
    items = st.sampled_from([(), (ITEM,), (Text("annat"),)])
    known = st.builds(Mandate, given=dates, until=st.sampled_from([None, BEFORE, AFTER]), items=items)
    return st.one_of(st.just(UNKNOWN), st.just(NO), known, st.just(Mandate(BEFORE)))


@st.composite
def bodies(draw: st.DrawFn) -> Body:
    """Generate bodies whose own rule, if any, their seats can reach."""
    size = draw(st.integers(0, MOST))
    placed = [
        Seat(
            f"s-{place}",
            mandate=draw(mandates()),
            conflicts=draw(st.sampled_from([(), (), (ITEM,), (Text("annat"),)])),
        )
        for place in range(size)
    ]
    rules = [UNKNOWN, NO, *(AtLeast(number + 1) for number in range(size)), *([MoreThan("1/2")] if size else [])]
    return Body(
        "table",
        draw(st.sampled_from([BodyKind.POLITICAL_BODY, BodyKind.COLLABORATION_GROUP, BodyKind.ADVISORY_BOARD])),
        Text("Bordet"),
        seats=placed,
        seats_complete=draw(st.booleans()),
        quorum=draw(st.sampled_from(rules)),
        statute=draw(st.sampled_from([UNKNOWN, NO, *Statute])),
        remit=draw(mandates()),
        remote=draw(st.sampled_from([UNKNOWN, NO, True, False])),
        conflicts_complete=draw(st.booleans()),
    )


def attendances(body: Body) -> st.SearchStrategy[Attendance | None]:
    names = st.lists(st.sampled_from([seat.id for seat in body.seats]), unique=True) if body.seats else st.just([])
    return st.one_of(st.none(), st.builds(Attendance, names, names, names))


def mandate_completions(mandate: Any) -> list[Any]:  # noqa: ANN401  # a mandate in any state
    if mandate is UNKNOWN:
        return [NO, Mandate(BEFORE)]
    if isinstance(mandate, Mandate) and mandate.given is UNKNOWN:
        return [evolve(mandate, given=BEFORE), evolve(mandate, given=AFTER)]
    return [mandate]


def completions(body: Body) -> Iterator[Body]:
    """Give bodies in which everything is known: enough of them that whatever can come out does."""
    statutes = [NO, *Statute] if body.statute is UNKNOWN else [body.statute]
    remotes = [True, False] if body.remote is UNKNOWN else [body.remote]
    for seats in product(*(list(seat_completions(seat, body)) for seat in body.seats)):
        for more in [()] if body.seats_complete else _more():
            everybody = (*seats, *more)
            for quorum in [body.quorum] if body.quorum is not UNKNOWN else _rules(len(everybody)):
                for statute, remit, remote in product(statutes, mandate_completions(body.remit), remotes):
                    yield evolve(
                        body,
                        seats=everybody,
                        quorum=quorum,
                        statute=statute,
                        remit=remit,
                        remote=remote,
                        seats_complete=True,
                        conflicts_complete=True,
                    )


def seat_completions(seat: Seat, body: Body) -> Iterator[Seat]:
    conflicts = {seat.conflicts} if body.conflicts_complete else {seat.conflicts, (*seat.conflicts, ITEM)}
    for mandate, listed in product(mandate_completions(seat.mandate), sorted(conflicts, key=len)):
        yield evolve(seat, mandate=mandate, conflicts=listed)


def _more() -> Iterator[tuple[Seat, ...]]:
    for number, mandate in product(range(MOST + 3), (NO, Mandate(BEFORE))):
        yield tuple(Seat(f"more-{place}", mandate=mandate) for place in range(number))


def _rules(voting: int) -> list[Any]:
    return [NO, *(AtLeast(number + 1) for number in range(voting))]
