"""A TOML text with all that it mentions, found by path (*disposition*)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from samverkan.errors import Path
from samverkan.formats.toml_tree import Mention, mentions


@frozen(eq=False)
class Outline:
    """The bytes of a text that a parser has accepted, and its mentions by each path that leads to them."""

    raw: bytes
    _index: Mapping[Path, Sequence[Mention]]

    @property
    def newline(self) -> str:
        """How its lines end."""
        return "\r\n" if b"\r\n" in self.raw else "\n"

    def under(self, path: Path) -> Sequence[Mention]:
        """Give what is mentioned at a path and below it, in the order of the text."""
        return self._index.get(path, ())

    def root(self, path: Path) -> Path:
        """Give the longest way towards a path that something else leads along too."""
        own = len(self.under(path))
        steps = range(len(path) - 1, 0, -1)
        return next((path[:length] for length in steps if len(self.under(path[:length])) > own), ())


def outlined(text: str) -> Outline:
    """Find all that a text mentions, once."""
    index: dict[Path, list[Mention]] = {}
    for mention in mentions(text):
        for length in range(len(mention.path) + 1):
            index.setdefault(mention.path[:length], []).append(mention)
    return Outline(text.encode(), index)
