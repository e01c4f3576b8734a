"""The fields that findings name, found in the text of a file: ``bodies.board.seats.s-1.rank`` as line and column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.formats.hints import ABSENT
from samverkan.formats.intake import place_on
from samverkan.formats.places import Places
from samverkan.model.collaboration import Collaboration
from samverkan.model.walk import key_of

if TYPE_CHECKING:
    from samverkan.errors import Location, Path


def path_of(collaboration: Collaboration, name: str) -> Path:
    """Give the path in the file of a field with ids, an item of a list by its number; what does not exist is left off.

    >>> import samverkan
    >>> path_of(samverkan.bundled("tranemo"), "bodies.samverkansgrupp.seats.sg-01.rank")
    ('bodies', 'samverkansgrupp', 'seats', 'sg-01', 'rank')
    """
    path: Path = ()
    here: object = collaboration
    keyed: str | None = None
    for step in name.split("."):
        if isinstance(here, tuple):
            key = keyed or "id"
            at = next((place for place, item in enumerate(here) if getattr(item, key, None) == step), None)
            if at is None:
                return path
            path, here = (*path, step if keyed else at), here[at]
            continue
        attribute = next((each for each in getattr(here, "__attrs_attrs__", ()) if key_of(each) == step), None)
        if attribute is None:
            return path
        path, here, keyed = (*path, step), getattr(here, attribute.name), attribute.metadata.get("keyed")
    return path


@frozen
class Fields:
    """The fields of a collaboration in the text that it was read from; ``file`` is what the text is called."""

    collaboration: Collaboration
    file: str
    lines: list[str] = field(repr=False)
    places: Places = field(repr=False)

    @property
    def last_line(self) -> int:
        """The number of lines in the text."""
        return max(len(self.lines) - (not self.lines[-1]), 1)

    def location(self, name: str) -> Location | None:
        """Give the place of a field, or of the nearest thing around it that the text holds; else nothing."""
        path = path_of(self.collaboration, name)
        denied = (*path[:-1], ABSENT, *path[-1:])
        for where in (path, denied, *(path[:end] for end in range(len(path) - 1, 0, -1))):
            point = self.places.keys.get(where, self.places.values.get(where))
            if point is not None:
                return place_on(self.lines, *point, self.file)
        return None
