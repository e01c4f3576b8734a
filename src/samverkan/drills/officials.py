"""Who serves several municipalities at once, and how many meetings that is (*gemensamma tjänstemän*)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.model.names import ids
from samverkan.planning.load import Load, load
from samverkan.ties.across import seating_across

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.planning.schedule import Schedule
    from samverkan.ties.across import Across
    from samverkan.ties.seating import Seats


@frozen
class Official:
    """An organisation, or a person by the holder key, with seats in several collaborations, and the meetings there.

    ``bodies`` have the ids that they have in the merged schedule. What two persons of one organisation share between
    them is not known, so the load of an organisation is that of all its seats together.
    """

    id: str
    collaborations: tuple[str, ...] = field(converter=ids)
    bodies: tuple[str, ...] = field(converter=ids)
    load: Load


def _officials(officials: Iterable[Official]) -> tuple[Official, ...]:
    return tuple(officials)


@frozen
class Officials:
    """All that sit in more than one collaboration (*gemensamma*), those with the most meetings first.

    Where ``complete`` is false, a seat that is not listed or whose holder is not known may be a shared one too.
    """

    holders: tuple[Official, ...] = field(converter=_officials)
    organisations: tuple[Official, ...] = field(converter=_officials)
    complete: bool


def officials(whole: Across, plan: Schedule) -> Officials:
    """Tell who sits in more than one collaboration, and count the dated meetings that they have there."""
    table = seating_across(whole)
    return Officials(
        _shared(table.holders.items(), plan),
        _shared(table.organisations.items(), plan),
        complete=table.complete and not table.open_holders,
    )


def _shared(seats: Iterable[tuple[str, Seats]], plan: Schedule) -> list[Official]:
    bodies: dict[str, list[str]] = defaultdict(list)
    for body, names in seats:
        for name in names:
            bodies[name].append(body)
    found = []
    for name, here in bodies.items():
        owners = dict.fromkeys(plan.owner(body) for body in here)
        if len(owners) > 1:
            found.append(Official(name, owners, here, load(plan, here)))
    return sorted(found, key=lambda each: (-each.load.meetings, each.id))
