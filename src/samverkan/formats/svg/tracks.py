"""Lanes divided into tracks in which nothing lies on anything else (*spår*)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from samverkan.formats.tables.almanac import Almanac, Mark, Stretch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Item: TypeAlias = Mark | Stretch
"""What lies in a track: a sign of a day, or a stretch of days."""
Extent: TypeAlias = "Callable[[Item], tuple[float, float] | None]"
"""A function that says from which day to which an item takes up a track; nothing for a mark that has no words."""


@frozen
class Track:
    """A track of a lane: ``slim`` where it is for stretches, and for marks with words."""

    lane: int
    slim: bool = False


def _places(places: Iterable[int]) -> tuple[int, ...]:
    return tuple(places)


@frozen
class Placed:
    """Something with the numbers of its tracks, one for each of its lanes."""

    item: Item
    tracks: tuple[int, ...] = field(converter=_places)


def _tracks(tracks: Iterable[Track]) -> tuple[Track, ...]:
    return tuple(tracks)


def _all(placed: Iterable[Placed]) -> tuple[Placed, ...]:
    return tuple(placed)


@frozen
class Tracks:
    """The tracks in the order of the lanes, and everything placed in them in the order of the almanac."""

    tracks: tuple[Track, ...] = field(converter=_tracks)
    placed: tuple[Placed, ...] = field(converter=_all)

    @classmethod
    def of(cls, shown: Almanac, extent: Extent) -> Tracks:
        """Place what stands in each lane; a lane with nothing in it has no track.

        Marks without words share a track, a second one on the same day has the next. Everything else has the first
        track in which nothing is in its way.
        """
        tracks: list[Track] = []
        things: list[Item] = [*shown.marks, *shown.stretches]
        found: dict[Item, list[int]] = {item: [] for item in things}
        for lane in range(len(shown.lanes)):
            inside = [item for item in found if lane in item.lanes]
            bare = [item for item in inside if extent(item) is None]
            worded = [(item, span) for item in inside if (span := extent(item)) is not None]
            rows = [*_by_day(bare), *_apart(worded)]
            for row, slim in rows:
                for item in row:
                    found[item].append(len(tracks))
                tracks.append(Track(lane, slim))
        return cls(tracks, (Placed(item, places) for item, places in found.items()))

    def inside(self, track: int) -> list[Item]:
        """List what is in a track."""
        return [each.item for each in self.placed if track in each.tracks]


def around(item: Item, least: float) -> tuple[float, float] | None:
    """Give the days that a stretch takes up, widened to at least so many around its middle; a mark has no words."""
    if isinstance(item, Mark):
        return None
    start, end = item.first.toordinal(), item.last.toordinal() + 1
    more = max(0.0, least - (end - start)) / 2
    return start - more, end + more


def _by_day(items: Iterable[Item]) -> Iterator[tuple[list[Item], bool]]:
    rows: list[list[Item]] = []
    seen: Counter[object] = Counter()
    for item in items:
        level = seen[item.span]
        seen[item.span] += 1
        if level == len(rows):
            rows.append([])
        rows[level].append(item)
    return ((row, False) for row in rows)


def _apart(items: Iterable[tuple[Item, tuple[float, float]]]) -> Iterator[tuple[list[Item], bool]]:
    rows: list[tuple[list[Item], list[tuple[float, float]]]] = []
    for item, (start, end) in sorted(items, key=lambda each: each[1]):
        free = next((row for row in rows if all(end <= first or last <= start for first, last in row[1])), None)
        if free is None:
            free = ([], [])
            rows.append(free)
        free[0].append(item)
        free[1].append((start, end))
    return ((row, True) for row, _ in rows)
