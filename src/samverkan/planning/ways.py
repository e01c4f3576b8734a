"""The ways between places (*resvägar*), looked up by the meetings at both ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.model.travel import place_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.model.travel import Travel
    from samverkan.planning.meeting import Meeting


@frozen
class Ways:
    """The minutes from one place to another, by the words that name them, and those of the ``longest`` way.

    It is false where no way is known.
    """

    known: dict[tuple[str, str], int] = field(factory=dict)
    longest: int = field(init=False)

    @longest.default
    def _longest(self) -> int:
        return max(self.known.values(), default=0)

    def __bool__(self) -> bool:
        return bool(self.known)

    def minutes(self, first: Meeting, second: Meeting) -> int | None:
        """Give the minutes from the place of one meeting to that of another, or nothing where they are not known."""
        if first.place is None or second.place is None:
            return None
        return self.known.get((place_key(first.place), place_key(second.place)))


def ways(travel: Iterable[Travel]) -> Ways:
    """Gather the ways; the way back takes as long unless it is stated apart, and of two claims the longer counts."""
    stated: dict[tuple[str, str], int] = {}
    for each in travel:
        way = place_key(each.from_), place_key(each.to)
        stated[way] = max(each.minutes, stated.get(way, 0))
    back = {(to, from_): minutes for (from_, to), minutes in stated.items()}
    return Ways({**back, **stated})
