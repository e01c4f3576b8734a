"""Small problems and collaborations, with what a test does not say left at its plainest."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from samverkan.arranging.problem import Candidate, Fixed, Problem, Wanted
from samverkan.model.activities import Series
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.cadence import EveryWeeks
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.model.values import ClockSpan
from samverkan.planning.moment import moment

if TYPE_CHECKING:
    from collections.abc import Iterable

MONDAY = dt.date(2026, 3, 2)


def at(day: int, time: str, cost: int = 0, place: str | None = None, *, moved: bool = False) -> Candidate:
    """Give a candidate on a day of the week of ``MONDAY``, from 0, at hours such as ``9.00–10.30``."""
    date, clock = MONDAY + dt.timedelta(days=day), ClockSpan.parse(time)
    assert clock.end is not None
    return Candidate(moment(date, clock.start), moment(date, clock.end), cost, place, moved=moved)


def wanted(id_: str, candidates: Iterable[Candidate], *holders: str, **more: Any) -> Wanted:  # noqa: ANN401
    """Give a meeting that was planned on ``MONDAY``."""
    told: dict[str, Any] = {"collaboration": id_, "name": id_.title(), "nominal": MONDAY, "date": MONDAY, **more}
    return Wanted(id=id_, holders=holders, candidates=candidates, **told)


def fixed(id_: str, time: Candidate, *holders: str, **more: Any) -> Fixed:  # noqa: ANN401
    """Give a fixed meeting at the time and place of a candidate."""
    return Fixed(id=id_, start=time.start, end=time.end, place=time.place, holders=holders, **more)


def asked(*meetings: Wanted, **more: Any) -> Problem:  # noqa: ANN401
    """Give a problem."""
    return Problem(meetings=meetings, **more)


def town(id_: str, *holders: str, time: str | None = "9.00–10.30", **more: Any) -> Collaboration:  # noqa: ANN401
    """Give a collaboration whose one group meets on four Mondays from ``MONDAY``."""
    body = Body("grupp", BodyKind.NETWORK, Text("Gruppen"), seats=[Seat(f"s-{each}", holder=each) for each in holders])
    hours: dict[str, Any] = {} if time is None else {"time": ClockSpan.parse(time)}
    series = Series("grupp", "grupp", EveryWeeks(1), MONDAY, MONDAY + dt.timedelta(days=21), **hours)
    given: dict[str, Any] = {"bodies": [body], "series": [series], "name": Text(id_.title()), **more}
    return Collaboration(id=id_, **given)
