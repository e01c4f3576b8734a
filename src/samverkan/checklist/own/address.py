"""The address of facts in a collaboration file, ``bodies.*.quorum``: which fields it means, by the model."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeAlias, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import field, frozen

from samverkan.errors import InvalidValueError, UnknownNameError
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import Disputed, Unknown
from samverkan.model.names import ids
from samverkan.model.walk import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attrs import Attribute

EACH = "*"
"""The step that stands for each item of a list."""

Hint: TypeAlias = Any
"""A type as an annotation writes it."""


class Holds(Enum):
    """What a field at an address holds: a fact, which may be unknown; a plain value, which cannot; or a list."""

    FACT = "fact"
    PLAIN = "plain value"
    LIST = "list"


@frozen
class Target:
    """What an address leads to: what the field holds, and the type of the value or of an item."""

    holds: Holds
    hint: Hint


def _leads_somewhere(_: object, __: Attribute[Any], steps: tuple[str, ...]) -> None:
    target(steps)


@frozen
class Address:
    """A way from the collaboration down to fields, with ``*`` for each item of a list: ``bodies.*.seats.*.rank``.

    Fields are named as in the file. ``UnknownNameError`` tells a field that the model does not have, and the nearest.
    """

    short_form: ClassVar[str] = "fields with dots between, such as “bodies.*.quorum”"

    steps: tuple[str, ...] = field(converter=ids, validator=_leads_somewhere)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Take an address as it is written."""
        return cls(text.split("."))

    def __str__(self) -> str:
        return ".".join(self.steps)

    @property
    def target(self) -> Target:
        """What it leads to."""
        return target(self.steps)


@cache
def target(steps: tuple[str, ...]) -> Target:
    """Follow the steps through the types of the model."""
    found = Target(Holds.PLAIN, Collaboration)
    for place, step in enumerate(steps):
        found = _next(found, step, ".".join(steps[:place]))
    if found.holds is Holds.PLAIN and attrs.has(found.hint):
        fields = ", ".join(_hints(found.hint))
        raise InvalidValueError("bad-address", f"“{'.'.join(steps)}” is no field but a table", f"one of its {fields}")
    return found


def _next(found: Target, step: str, before: str) -> Target:
    known = _hints(found.hint) if attrs.has(found.hint) else {}
    if found.holds is Holds.LIST and step == EACH and "id" in known:
        return Target(Holds.PLAIN, found.hint)
    if found.holds is not Holds.PLAIN or not known:
        expected = "“*” for each item" if found.holds is Holds.LIST and "id" in known else "nothing more"
        raise InvalidValueError("bad-address", f"no “{step}” can follow “{before}”", expected)
    if step not in known:
        above = f"{before}." if before else ""
        raise UnknownNameError("field", f"{above}{step}", [f"{above}{name}" for name in known])
    return _target(known[step])


@cache
def addresses() -> tuple[Address, ...]:
    """List every address that the model has."""
    return tuple(map(Address, _under(Target(Holds.PLAIN, Collaboration), ())))


def _under(found: Target, steps: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if found.holds is Holds.PLAIN and attrs.has(found.hint):
        for name, hint in _hints(found.hint).items():
            yield from _under(_target(hint), (*steps, name))
        return
    yield steps
    if found.holds is Holds.LIST and attrs.has(found.hint) and "id" in _hints(found.hint):
        yield from _under(Target(Holds.PLAIN, found.hint), (*steps, EACH))


@cache
def _hints(cls: type) -> dict[str, Hint]:
    hints = get_type_hints(cls)
    return {key_of(each): hints[each.name] for each in attrs.fields(cls)}


def _target(hint: Hint) -> Target:
    parts = get_args(hint)
    origin: object = get_origin(hint)
    if origin is tuple:
        return Target(Holds.LIST, parts[0])
    if Unknown in parts:
        return Target(Holds.FACT, next(get_args(part)[0] for part in parts if get_origin(part) is Disputed))
    if type(None) in parts:
        rest = tuple(part for part in parts if part is not type(None))
        return Target(Holds.PLAIN, rest[0] if len(rest) == 1 else Union[rest])  # noqa: UP007  # known at run time only
    return Target(Holds.PLAIN, hint)
