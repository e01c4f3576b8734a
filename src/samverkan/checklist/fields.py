"""The fields of a collaboration by their paths with ids, as evidence cites them, and how two versions differ."""
# ruff: noqa: ANN401  # any noun, and any value of it

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from attrs import frozen

from samverkan.checklist.finding import Words
from samverkan.checklist.reading import told
from samverkan.model.facts import Disputed, stated
from samverkan.model.message import say
from samverkan.model.names import Text
from samverkan.model.records import Held
from samverkan.model.source import Source
from samverkan.model.walk import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator


@frozen
class Difference:
    """One field that two versions of a collaboration tell differently; nothing stands where the item is not there."""

    field: str
    before: Words | None
    after: Words | None

    def touches(self, path: str) -> bool:
        """Say whether it is the field at a path, or lies in it or around it."""
        one, other = f"{self.field}.", f"{path}."
        return one.startswith(other) or other.startswith(one)


def parts(item: Any, above: str = "") -> Iterator[tuple[str, Any]]:
    """Give every value in an item with its path; where things have ids, these stand in it."""
    for name, path in _paths(item, above):
        value = getattr(item, name)
        for place, part in _named(value, path):
            yield place, part
            yield from parts(part, place)


def differences(before: Any, after: Any, above: str = "") -> Iterator[Difference]:
    """Find what two versions of an item tell differently, in the order of the fields; an item more or less is one."""
    for name, path in _paths(before, above):
        old, new = getattr(before, name), getattr(after, name)
        if old == new:
            continue
        if type(old) is type(new) is tuple and _has_ids((*old, *new)):
            yield from _of_lists(dict(_named(old, path)), dict(_named(new, path)))
        elif type(old) is type(new) and any(_paths(old, path)):
            yield from differences(old, new, path)
        else:
            yield Difference(path, _told(old), _told(new))


def _of_lists(old: dict[str, Any], new: dict[str, Any]) -> Iterator[Difference]:
    for place in {**old, **new}:
        if place in old and place in new and type(old[place]) is type(new[place]):
            yield from differences(old[place], new[place], place)
        else:
            yield Difference(place, _item(old.get(place)), _item(new.get(place)))


def _paths(item: Any, above: str) -> Iterator[tuple[str, str]]:
    """Give the names of the fields of a noun and their paths; words, sources and disputes have none."""
    if not attrs.has(type(item)) or isinstance(item, (Text, Source, Disputed)):
        return
    for attribute in attrs.fields(type(item)):
        yield attribute.name, f"{above}.{key_of(attribute)}" if above else key_of(attribute)


def _named(value: Any, path: str) -> list[tuple[str, Any]]:
    if not isinstance(value, tuple):
        return [(path, value)]
    return [(path if (name := _name(part)) is None else f"{path}.{name}", part) for part in value]


def _has_ids(items: tuple[Any, ...]) -> bool:
    names = [_name(item) for item in items]
    return None not in names


def _name(item: Any) -> str | None:
    if isinstance(item, Held):
        return f"{item.body}.{item.date}"
    name = getattr(item, "id", None) or getattr(item, "code", None)
    return name if isinstance(name, str) else None


def _item(item: Any) -> Words | None:
    return None if item is None else _told(getattr(item, "name", None) or _name(item))


def _told(value: Any) -> Words:
    match value:
        case None:
            return say("not stated")
        case Source():
            return _source(value)
        case Disputed() if stated(value) is None:
            claims = tuple(str(claim.value) for claim in value.claims)
            return say("disputed: {claims}", claims=claims)
        case Disputed():
            return told(stated(value))
        case _:
            return told(value)


def _source(source: Source) -> Words:
    if source.valid_until is None:
        return say("{value}", value=source.ref)
    return say("{source}, counts until {day}", source=source.ref, day=source.valid_until)
