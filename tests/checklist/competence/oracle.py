"""Competence where everything is known, in plain yes and no, written apart from the library's logic."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from samverkan.checklist.competence.ruling import Standing
from samverkan.model.bodies import Body, BodyKind, Seat, Statute
from samverkan.model.mandate import AtLeast, Mandate, MoreThan
from tests.checklist.competence.strategies import DAY, ITEM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.checklist.competence.attendance import Attendance


def answers(body: Body, attendance: Attendance | None) -> Iterator[tuple[Standing, bool]]:
    """Give the answers for every way in which what no file tells may be: who has a conflict may have a deputy there.

    In the council such a member may count, or not: the library leaves it open.
    """
    open_ = [seat.id for seat in body.voting if ITEM in seat.conflicts]
    asked = attendance is None or office_of(body) is Statute.COUNCIL
    for chosen in product((False, True), repeat=len(open_) if asked else 0):
        yield _answer(body, attendance, {name for name, yes in zip(open_, chosen, strict=False) if yes})


def office_of(body: Body) -> Statute | None:
    return body.statute if body.kind is BodyKind.POLITICAL_BODY and isinstance(body.statute, Statute) else None


def _answer(body: Body, attendance: Attendance | None, excused: set[str]) -> tuple[Standing, bool]:
    deputies = set(attendance.deputies) if attendance else set()
    office = office_of(body)
    taking_part = [seat for seat in body.voting if ITEM not in seat.conflicts or seat.id in excused | deputies]
    power = _power(body, office, taking_part)
    standing = Standing.ADVISORY if not power else Standing.MANDATED if office is None else Standing.FORMAL
    if attendance is None:
        return standing, power
    there = [seat for seat in taking_part if _there(seat, body, attendance)]
    counting = [seat for seat in there if office or holds(seat.mandate)]
    return standing, power and len(counting) >= needed(body, office)


def _power(body: Body, office: Statute | None, taking_part: list[Seat]) -> bool:
    if body.kind is BodyKind.ADVISORY_BOARD:
        return False
    if office is Statute.COUNCIL:
        return True
    if office is not None:
        return holds(body.remit)
    return sum(holds(seat.mandate) for seat in taking_part) >= needed(body, None)


def _there(seat: Seat, body: Body, attendance: Attendance) -> bool:
    if seat.id not in {*attendance.present, *attendance.deputies, *attendance.remote}:
        return False
    return seat.id not in attendance.remote or body.remote is True


def needed(body: Body, office: Statute | None) -> int:
    voting = len(body.voting)
    if office in {Statute.COUNCIL, Statute.COMMITTEE}:
        return voting // 2 + 1
    match body.quorum:
        case AtLeast(number):
            return number
        case MoreThan(share):
            return int(share * voting) + 1
        case _:
            return max(voting, 1)


def holds(mandate: object) -> bool:
    if not isinstance(mandate, Mandate):
        return False
    begun = not hasattr(mandate.given, "year") or mandate.given <= DAY  # type: ignore[operator]  # a day
    ended = mandate.until is not None and mandate.until < DAY
    return begun and not ended and (not mandate.items or ITEM in mandate.items)
