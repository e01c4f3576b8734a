"""The fewest organisations that part two bodies: paths that share none of them, and where these are narrowest."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

Path = tuple[str, str]
"""The two bodies between which an organisation bears a path."""


class Flow:
    """Bodies and the organisations in them, whose smallest cuts are asked for again and again.

    Ford and Fulkerson's way, searched from the second body: what it still reaches when no path is left is the smallest
    side of a cut, the same for every greatest flow. networkx's ``minimum_cut`` gives the same and judges it in the
    tests; it takes up the whole graph for each pair, which a country of pairs cannot wait for.
    """

    def __init__(self, seats: Mapping[str, Collection[str]]) -> None:
        self.seats = seats
        self.bodies = {body: place for place, body in enumerate(seats)}
        names = dict.fromkeys(name for here in seats.values() for name in here)
        # An organisation is two knots, in and out, with room for one path from the first to the second.
        self.names = {name: len(seats) + 2 * place for place, name in enumerate(names)}
        self.called = {knot: name for name, knot in self.names.items()}
        self.before: list[list[int]] = [[self.names[name] + 1 for name in here] for here in seats.values()]
        for knot in self.names.values():
            self.before += [[], [knot]]
        for body, here in seats.items():
            for name in here:
                self.before[self.names[name]].append(self.bodies[body])

    def size(self, a: str, b: str) -> int:
        """Count the organisations of a smallest cut between two bodies."""
        return self._paths(a, b)[1]

    def cut(self, a: str, b: str) -> set[str]:
        """Name the organisations of the smallest cut between two bodies that is nearest to the second."""
        paths, _ = self._paths(a, b)
        onward = self._search(a, b, paths)
        # Every organisation in a cut bears a path.
        return {name for name in paths if onward[self.names[name]] < 0 <= onward[self.names[name] + 1]}

    def _paths(self, a: str, b: str) -> tuple[dict[str, Path], int]:
        """Find as many paths as there are, told by the organisations that bear one each, and their number."""
        theirs = set(self.seats[b])
        paths = {name: (a, b) for name in self.seats[a] if name in theirs}
        count, most = len(paths), min(len(self.seats[a]), len(theirs))
        while count < most:
            onward = self._search(a, b, paths)
            if onward[self.bodies[a]] < 0:
                break
            self._reroute(paths, list(_way(onward, self.bodies[a])))
            count += 1
        return paths, count

    def _search(self, a: str, b: str, paths: Mapping[str, Path]) -> list[int]:
        """Go back from the second body until the first is found: for each knot the next one on its way, or -1."""
        goal, start = self.bodies[a], self.bodies[b]
        onward = [-1] * len(self.before)
        onward[start] = start
        todo = [start]
        changed = self._changed(paths)
        for here in todo:
            for knot in changed.get(here) or self.before[here]:
                if onward[knot] < 0:
                    onward[knot] = here
                    todo.append(knot)
            if onward[goal] >= 0:
                break
        return onward

    def _changed(self, paths: Mapping[str, Path]) -> dict[int, list[int]]:
        """Say from where a knot can be come to, where paths run: back along each piece of them, not on through it.

        A path is never taken off an organisation: it can as well be led back to the body that it came from.
        """
        found: dict[int, list[int]] = defaultdict(list)
        for name, (source, goal) in paths.items():
            knot, place = self.names[name], self.bodies[source]
            found[knot + 1] = [self.bodies[goal]]
            found[place] = [*(found[place] or self.before[place]), knot]
        return found

    def _reroute(self, paths: dict[str, Path], way: list[int]) -> None:
        """Send one more path from the first body along the way that was found, which may take over pieces of others."""
        names, bodies = self.called, list(self.seats)
        come: dict[str, str] = {}
        gone: dict[str, str] = {}
        for here, there in pairwise(way):
            if there in names:
                come[names[there]] = bodies[here]
            elif here - 1 in names:
                gone[names[here - 1]] = bodies[there]
        for name in come.keys() | gone.keys():
            source, goal = paths.get(name, ("", ""))
            paths[name] = come.get(name, source), gone.get(name, goal)


def _way(onward: list[int], start: int) -> Iterator[int]:
    here = start
    while True:
        yield here
        if onward[here] == here:
            return
        here = onward[here]
