"""Who organises without a seat, and who sits without organising anything (*engagemang*)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.ties.seating import Seating, seating

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from samverkan.model.collaboration import Collaboration


@frozen
class Organiser:
    """An organisation with what it organises (*arrangör*): activities and events, by id, in the order of the file."""

    organisation: str
    organises: tuple[str, ...]


@frozen
class Sitter:
    """An organisation with a seat that organises nothing known (*ledamot utan insats*).

    ``seats`` are written ``body/seat``; ``takes_part`` are the activities that it funds or takes part in.
    """

    organisation: str
    seats: tuple[str, ...]
    takes_part: tuple[str, ...]


@frozen
class Engagement:
    """Who does and who decides (*engagemang*), units counted with their wholes; what is cancelled does not count.

    ``seats_complete`` says that those without a seat certainly have none. ``organisers_complete`` says that those who
    sit without organising certainly organise nothing: all activities, all of the plan and all their organisers are
    listed. The organisers of an event cannot be closed, so it is false where there is an event.
    """

    organise_without_seat: tuple[Organiser, ...]
    sit_without_organising: tuple[Sitter, ...]
    seats_complete: bool
    organisers_complete: bool


def engagement(collaboration: Collaboration) -> Engagement:
    """Answer *Who organises without a seat, and who sits without organising?*."""
    return engagement_in(collaboration, seating(collaboration))


def engagement_in(collaboration: Collaboration, table: Seating) -> Engagement:
    """Answer as ``engagement`` does, from a table that has been read off already."""
    organised = _by_whole(_organised(collaboration), table)
    joined = _by_whole(_joined(collaboration), table)
    seats = table.seats_of(table.seated)
    return Engagement(
        organise_without_seat=tuple(
            Organiser(name, organised[name]) for name in table.tops if name in organised and name not in seats
        ),
        sit_without_organising=tuple(
            Sitter(name, behind, joined.get(name, ())) for name, behind in seats.items() if name not in organised
        ),
        seats_complete=table.complete,
        organisers_complete=collaboration.activities_complete
        and collaboration.plan_complete
        and not collaboration.events
        and all(activity.organisers_complete for activity in collaboration.activities),
    )


def _organised(collaboration: Collaboration) -> Iterator[tuple[str, str]]:
    for activity in collaboration.activities:
        yield from ((name, activity.id) for name in activity.organisers)
    for event in collaboration.events:
        yield from ((name, event.id) for name in event.organisers if not event.cancelled)


def _joined(collaboration: Collaboration) -> Iterator[tuple[str, str]]:
    for activity in collaboration.activities:
        yield from ((name, activity.id) for name in (*activity.funders, *activity.participants))


def _by_whole(found: Iterable[tuple[str, str]], table: Seating) -> Mapping[str, tuple[str, ...]]:
    items: dict[str, dict[str, None]] = defaultdict(dict)
    for name, item in found:
        items[table.wholes[name]][item] = None
    return {name: tuple(each) for name, each in items.items()}
