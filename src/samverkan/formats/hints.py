"""What the type hints of a model class say about its form in a file; readers, writers and the schema all ask here."""

from __future__ import annotations

import datetime as dt
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, TypeAlias, Union, get_args, get_origin, get_type_hints

import attrs

from samverkan.model.facts import UNKNOWN, Disputed, Unknown
from samverkan.model.source import Source
from samverkan.model.walk import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

Hint: TypeAlias = object
"""A type as an annotation writes it: a class, a union, ``tuple[T, ...]``."""

ABSENT = "absent"
"""The key that tells which facts of an item are declared absent."""

DISPUTED = "disputed"
"""The key of the claims of sources that contradict each other."""

KIND = "kind"
"""The key that tells classes apart which have the same fields."""


@attrs.frozen
class Slot:
    """One field of a class as a file sees it: its key, its type without the states of a fact, and its default."""

    name: str
    key: str
    hint: Hint
    required: bool
    default: object
    fact: bool
    keyed: str | None

    @property
    def item(self) -> Hint:
        """The type of one item, where the field holds several."""
        return item_of(self.hint)


@cache
def slots_of(cls: type) -> tuple[Slot, ...]:
    """List the fields of an attrs class, or of one with its type filled in, in the order of the class."""
    origin = get_origin(cls) or cls
    filled = dict(zip(getattr(origin, "__parameters__", ()), get_args(cls), strict=False))
    # `Source` is named in model.facts for the type checker only: the two modules would import each other.
    hints = get_type_hints(origin, localns={"Source": Source})
    return tuple(
        _slot(attribute, filled.get(hints[attribute.name], hints[attribute.name]))
        for attribute in attrs.fields(origin)
        if attribute.init
    )


def _slot(attribute: attrs.Attribute[object], hint: Hint) -> Slot:
    fact = is_fact(hint)
    required = attribute.default is attrs.NOTHING and not fact
    keyed = attribute.metadata.get("keyed")
    return Slot(
        name=attribute.alias or attribute.name,
        key=key_of(attribute),
        hint=_without_states(hint) if fact else _without_none(hint),
        required=required,
        default=None if required else _default(attribute),
        fact=fact,
        keyed="id" if keyed is True else keyed or None,
    )


def _default(attribute: attrs.Attribute[object]) -> object:
    default: Any = attribute.default
    if default is attrs.NOTHING:
        return UNKNOWN
    factory = getattr(default, "factory", None)
    default = factory() if factory else default
    converter: Any = attribute.converter
    return converter(default) if callable(converter) else default


def is_union(hint: Hint) -> bool:
    """Say whether a value may have one of several types."""
    return get_origin(hint) in (Union, UnionType)


def is_fact(hint: Hint) -> bool:
    """Say whether a value may be stated, unknown, absent or disputed."""
    return is_union(hint) and Unknown in get_args(hint)


def _without_states(hint: Hint) -> Hint:
    # Disputed[T] names T whole, even where T is a union that typing has melted into the outer one.
    return next(get_args(part)[0] for part in get_args(hint) if get_origin(part) is Disputed)


def _without_none(hint: Hint) -> Hint:
    if not is_union(hint) or NoneType not in get_args(hint):
        return hint
    rest = tuple(part for part in get_args(hint) if part is not NoneType)
    return rest[0] if len(rest) == 1 else Union[rest]  # noqa: UP007  # the parts are known at run time only


def is_items(hint: Hint) -> bool:
    """Say whether a value is a sequence of items of one type: ``tuple[T, ...]``."""
    return get_origin(hint) is tuple


def item_of(hint: Hint) -> Hint:
    """Give the type of the items of ``tuple[T, ...]``."""
    return get_args(hint)[0]


def is_table(hint: Hint) -> bool:
    """Say whether a value is written as a table: an attrs class, perhaps with its type filled in."""
    return attrs.has(get_origin(hint) or hint)  # type: ignore[arg-type]  # a hint that is no class is no attrs class


def short_form(cls: Hint) -> str | None:
    """Say in words what text a class accepts instead of a table, or nothing."""
    return getattr(cls, "short_form", None) if hasattr(cls, "parse") else None


def id_from(cls: object) -> str | None:
    """Give the key whose words an item's id is made of where the file gives none, if the class allows it."""
    return getattr(cls, "id_from", None)


def short_field(cls: Hint) -> str | None:
    """Name the field that plain text fills where a class is written without a table, or nothing."""
    return getattr(cls, "short_field", None)


def short_slot(cls: Hint) -> Slot | None:
    """Find the field that a plain value fills where a class is written without a table, or nothing."""
    name = short_field(cls)
    return next((slot for slot in slots_of(cls) if slot.key == name), None) if name and isinstance(cls, type) else None


def kind_of(cls: Hint) -> str | None:
    """Give the word in ``kind`` that tells a class from the others of its union, or nothing."""
    kind = getattr(cls, "kind", None)
    return kind if isinstance(kind, str) else None


def telling_key(cls: type) -> str | None:
    """Give the key that tells a class from the others of its union: the one it names, else its first."""
    key = getattr(cls, "key", None)
    if isinstance(key, str):
        return key
    return next((slot.key for slot in slots_of(cls)), None)


def date_field(cls: type) -> Slot | None:
    """Find the field that a bare date fills: the telling one, where it is a date and nothing else is required."""
    telling = next((slot for slot in slots_of(cls) if slot.key == getattr(cls, "key", None)), None)
    if telling is None or telling.hint is not dt.date or sum(slot.required for slot in slots_of(cls)) > 1:
        return None
    return telling


def tables_in(hint: Hint) -> Iterator[type]:
    """Give the classes that a value of this type may be: the members of a union, or the one class."""
    for part in get_args(hint) if is_union(hint) else (hint,):
        if is_table(part):
            yield part
