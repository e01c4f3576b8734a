"""The critical path method (*kritiska linjen*): how early, how late, and by how much each may slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx


@frozen
class Timing:
    """Where something of so many ``days`` lies on a line of working days: its earliest and its latest first day."""

    earliest: int
    latest: int
    days: int

    @property
    def slack(self) -> int:
        """By how many days it may begin later; below zero, by how many it is too late."""
        return self.latest - self.earliest


def timings(
    order: nx.DiGraph[str],
    days: Mapping[str, int],
    *,
    release: Mapping[str, int],
    group: Mapping[str, str | None],
) -> dict[str, Timing]:
    """Place each on the line that begins at 0, in an order in which nothing comes before what it waits for.

    None begins before its ``release``. Those of one ``group`` are to be ended when the last of them can be.
    """
    import networkx as nx

    places = {name: place for place, name in enumerate(order)}
    sequence = list(nx.lexicographical_topological_sort(order, key=places.__getitem__))
    early: dict[str, int] = {}
    for name in sequence:
        early[name] = max([release.get(name, 0), *(early[each] + days[each] for each in order.pred[name])])
    ends: dict[str | None, int] = {}
    for name in sequence:
        ends[group[name]] = max(ends.get(group[name], 0), early[name] + days[name])
    late: dict[str, int] = {}
    for name in reversed(sequence):
        late[name] = min([ends[group[name]], *(late[each] for each in order.succ[name])]) - days[name]
    return {name: Timing(early[name], late[name], days[name]) for name in sequence}


def longest(order: nx.DiGraph[str], found: Mapping[str, Timing], *, group: Mapping[str, str | None]) -> tuple[str, ...]:
    """Give the longest way through the group without a name (*kritisk linje*); of several, by what stands first."""
    whole = length(found, group=group)
    ends = (name for name in order if group[name] is None and _end(found[name]) == whole)
    way, name = [], next(ends, None)
    while name is not None:
        way.append(name)
        begins = found[name].earliest
        name = next((each for each in order.pred[name] if _end(found[each]) == begins), None)
    return tuple(reversed(way))


def length(found: Mapping[str, Timing], *, group: Mapping[str, str | None]) -> int:
    """Give how many days the group without a name takes."""
    return max((_end(each) for name, each in found.items() if group[name] is None), default=0)


def _end(timing: Timing) -> int:
    return timing.earliest + timing.days
