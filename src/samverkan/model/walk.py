"""A walk through every field of a value, with its path: the one way in which the whole looks at its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from attrs import frozen

from samverkan.errors import Path
from samverkan.model.facts import Disputed
from samverkan.model.names import Text

if TYPE_CHECKING:
    from collections.abc import Iterator


@frozen
class Visit:
    """One value met on the walk: its path, the item and the field that hold it, the value, and the items above."""

    path: Path
    owner: Any
    attribute: attrs.Attribute[Any]
    value: Any
    above: tuple[Any, ...]


def key_of(attribute: attrs.Attribute[Any]) -> str:
    """Give the key that a field has in a file: its name, without the underscore that keeps it from being a keyword."""
    return attribute.name.rstrip("_")


def walk(item: Any, path: Path = (), above: tuple[Any, ...] = ()) -> Iterator[Visit]:  # noqa: ANN401  # any noun
    """Visit every field of an item and of the items in it; words (``Text``) and lists of plain values are leaves."""
    for attribute in attrs.fields(type(item)):
        value = getattr(item, attribute.name)
        here = (*path, key_of(attribute))
        for where, found in _unfold(value, here, attribute.metadata.get("keyed")):
            yield Visit(where, item, attribute, found, above)
            if attrs.has(type(found)) and not isinstance(found, Text):
                yield from walk(found, where, (*above, item))


def _unfold(value: Any, path: Path, keyed: str | None) -> Iterator[tuple[Path, Any]]:  # noqa: ANN401  # any field
    if isinstance(value, Disputed):
        for place, claim in enumerate(value.claims):
            yield from _unfold(claim.value, (*path, "disputed", place, "value"), keyed)
            yield (*path, "disputed", place, "source"), claim.source
    elif isinstance(value, tuple):
        for place, element in enumerate(value):
            yield (*path, getattr(element, keyed) if keyed else place), element
    else:
        yield path, value
