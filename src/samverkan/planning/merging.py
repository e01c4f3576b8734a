"""Several collaborations in one schedule (*samlad mötesplan*): who sits in two can be in one at a time."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

from attrs import evolve

from samverkan.errors import InvalidValueError
from samverkan.model.values import Period
from samverkan.planning.clashes import clashes, place_of
from samverkan.planning.meeting import Meeting, in_order
from samverkan.planning.member import Member
from samverkan.planning.schedule import Schedule, without_clashes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from samverkan.model.collaboration import Collaboration
    from samverkan.planning.occasion import Occasion
    from samverkan.planning.unplaced import Unplaced


def merged(collaborations: Iterable[Collaboration], *, horizon: Period | None = None) -> Schedule:
    """Plan several collaborations together, each by its own calendar and, if none is given, within its own horizon.

    The id of everything has that of its collaboration in front: ``tranemo/var-14/2016-03-04``. Seats are one person's
    when their holder keys are equal, also across collaborations, and two places are one when they have one name and
    their collaborations a municipality in common. The order in which the collaborations are given does not matter.
    """
    wholes = sorted(collaborations, key=lambda each: each.id)
    for name, count in Counter(each.id for each in wholes).items():
        if count > 1:
            told = f"two collaborations have the id “{name}”"
            raise InvalidValueError("duplicate-id", told, "an id of its own for each")
    members = tuple(Member(each.id, each.name) for each in wholes)
    parts = [
        _prefixed(without_clashes(whole, horizon=horizon), member)
        for whole, member in zip(wholes, members, strict=True)
    ]
    meetings = tuple(sorted((meeting for part in parts for meeting in part.meetings), key=in_order))
    tables = tuple(table for part in parts for table in part.tables)
    travel = [way for each in wholes for way in each.travel]
    return Schedule(
        collaboration="+".join(each.id for each in wholes),
        horizon=horizon or _hull([part.horizon for part in parts if part.horizon]),
        meetings=meetings,
        occasions=tuple(sorted((day for part in parts for day in part.occasions), key=lambda day: day.date)),
        unplaced=tuple(sorted((item for part in parts for item in part.unplaced), key=_by_earliest)),
        clashes=clashes(meetings, tables, travel=travel, places=places_of(wholes)),
        breaches=tuple(breach for part in parts for breach in part.breaches),
        tables=tables,
        members=members,
    )


def _prefixed(part: Schedule, member: Member) -> Schedule:
    """Put the id of the collaboration before every id, and its name before every name."""
    prefix = f"{member.id}/"

    @cache  # the meetings of a series share their bodies and their name
    def among(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(f"{prefix}{each}" for each in ids)

    named = cache(member.titled)

    def one(id_: str | None) -> str | None:
        return None if id_ is None else f"{prefix}{id_}"

    def renamed(each: Meeting) -> Meeting:
        # Not `evolve`, which takes ten times as long.
        return Meeting(
            f"{prefix}{each.id}",
            among(each.bodies),
            named(each.name),
            each.nominal,
            each.date,
            each.clock,
            each.place,
            one(each.series),
            one(each.event),
            each.status,
            each.reason,
        )

    def shared(item: Occasion | Unplaced) -> dict[str, Any]:
        return {"id": f"{prefix}{item.id}", "bodies": among(item.bodies), "name": named(item.name)}

    return evolve(
        part,
        meetings=tuple(map(renamed, part.meetings)),
        occasions=tuple(evolve(each, **shared(each)) for each in part.occasions),
        unplaced=tuple(evolve(each, **shared(each), items=among(each.items)) for each in part.unplaced),
        breaches=tuple(evolve(each, meeting=f"{prefix}{each.meeting}") for each in part.breaches),
        tables=tuple(evolve(each, body=f"{prefix}{each.body}", prefix=prefix) for each in part.tables),
    )


def _hull(horizons: Sequence[Period]) -> Period | None:
    firsts = [horizon.from_ for horizon in horizons if horizon.from_]
    lasts = [horizon.to for horizon in horizons if horizon.to]
    return Period(min(firsts), max(lasts)) if firsts and lasts else None


def _by_earliest(item: Unplaced) -> dt.date:
    return item.earliest or dt.date.max


def places_of(wholes: Sequence[Collaboration]) -> Callable[[Meeting], tuple[str, str | None]]:
    """Tell places apart by their name and their part of the country: every municipality has its town hall."""
    areas = _areas(wholes)
    return lambda meeting: (areas[meeting.id.partition("/")[0]], place_of(meeting))


def _areas(wholes: Sequence[Collaboration]) -> dict[str, str]:
    """Give each collaboration the first of those with which it shares a municipality, at one or several removes."""
    areas: list[tuple[set[str], set[str]]] = []
    for each in wholes:
        codes, names = {town.code for town in each.municipalities}, {each.id}
        for area in [area for area in areas if not area[0].isdisjoint(codes)]:
            areas.remove(area)
            codes, names = codes | area[0], names | area[1]
        areas.append((codes, names))
    return {name: min(names) for _, names in areas for name in names}
