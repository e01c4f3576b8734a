"""Where in a text each value of a file stands, found by tree-sitter and only when there are faults to tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import Factory, evolve, frozen

from samverkan.errors import Fault, Path
from samverkan.formats.intake import place_on
from samverkan.formats.refusal import UNREAD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

MAX_FAULTS = 200
"""A file with more faults than this is not mended by reading about more of them."""

_LONGEST = 300

Point = tuple[int, int]
"""Row and column in bytes, both from 0, as tree-sitter tells them."""


@frozen
class Places:
    """The points of a text at which the keys and the values of a file begin, by path."""

    keys: dict[Path, Point] = Factory(dict)
    values: dict[Path, Point] = Factory(dict)
    tables: set[Path] = Factory(set)

    def add(self, path: Path, key: Point | None, value: Point, *, table: bool = False) -> None:
        """Note where a value is first mentioned; later mentions of a table do not move it."""
        if path in self.values:
            return
        self.values[path] = value
        if key is not None:
            self.keys[path] = key
        if table:
            self.tables.add(path)

    def of(self, fault: Fault) -> Point:
        """Give the point to look at: the key where the key is wrong or a table is meant, else the value."""
        path = fault.path
        while path and path not in self.values:
            path = path[:-1]
        if path in self.keys and (path in self.tables or fault.code in {"unknown-key", "duplicate-key"}):
            return self.keys[path]
        return self.values.get(path, (0, 0))


def located(faults: Iterable[Fault], text: str, name: str, find: Callable[[str], Places]) -> tuple[Fault, ...]:
    """Give the faults in the order of the text, each with its place, and no more than can be read."""
    places = find(text)
    return told_at([(places.of(fault), fault) for fault in faults], text, name)


def told_at(found: Iterable[tuple[Point, Fault]], text: str, name: str) -> tuple[Fault, ...]:
    """Give each fault the place of its point, in the order of the text; past a bound only their number is told."""
    lines, ordered = text.split("\n"), sorted(dict.fromkeys(found), key=lambda each: each[0])
    told = [
        evolve(fault, message=short(fault.message), location=place_on(lines, *point, name))
        for point, fault in ordered[: MAX_FAULTS + 1]
    ]
    return capped(told, len(ordered), ended=any(fault.code == UNREAD for _, fault in ordered))


def capped(faults: Sequence[Fault], number: int, *, ended: bool) -> tuple[Fault, ...]:
    """Tell the first of so many faults in full and the others by their number, also where the search for more ended."""
    if number <= MAX_FAULTS:
        return tuple(faults)
    more = number - MAX_FAULTS
    message = f"{more} more faults are not told"
    if ended:
        message = f"{more} more faults are not told; what follows is not read"
    return (*faults[:MAX_FAULTS], Fault("more-faults", message, location=faults[MAX_FAULTS].location))


def short(message: str) -> str:
    """Write a message in one line that can be read, however long the words of the file are."""
    line = " ".join(message.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
