"""The nouns of the model become plain data, from which ``structure`` makes the same nouns again."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs
from cattrs import Converter

from samverkan.errors import InvalidValueError
from samverkan.formats.hints import (
    ABSENT,
    DISPUTED,
    KIND,
    Slot,
    date_field,
    kind_of,
    short_field,
    short_form,
    slots_of,
)
from samverkan.formats.scalars import write_fraction, write_time
from samverkan.model.facts import Absent, Disputed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Items(dict[str, object]):
    """A table whose keys are the ids of the items in it."""


def unstructure(value: object) -> object:
    """Give the plain data of a value: tables, lists, text, numbers, dates."""
    return _converter().unstructure(value)


@cache
def _converter() -> Converter:
    made = Converter()
    made.register_unstructure_hook(Enum, lambda word: word.value)
    made.register_unstructure_hook(Fraction, write_fraction)
    made.register_unstructure_hook(dt.time, write_time)
    made.register_unstructure_hook(tuple, lambda items: [unstructure(item) for item in items])
    made.register_unstructure_hook_factory(attrs.has, lambda _: _write_table)
    return made


def _write_table(value: attrs.AttrsInstance) -> object:
    table = table_of(value)
    cls = type(value)
    if short_form(cls) and _reads_back(value):
        return str(value)
    if (day := date_field(cls)) and table.keys() == {day.key}:
        return table[day.key]
    return table


def _reads_back(value: Any) -> bool:  # noqa: ANN401  # any class with a short form
    try:
        return bool(value.parse(str(value)) == value)
    except ValueError:
        return False


def table_of(value: attrs.AttrsInstance) -> dict[str, object]:
    """Write a value as a table, leaving out what is as silence would have it."""
    cls = type(value)
    table: dict[str, object] = {KIND: kind_of(cls)} if kind_of(cls) else {}
    absent: dict[str, object] = {}
    for slot in slots_of(cls):
        found = getattr(value, slot.name)
        if isinstance(found, Absent):
            absent[slot.key] = found.says
        elif slot.required or found != slot.default:
            table[slot.key] = _write_field(found, slot)
    # What an item is called comes first, wherever the class has it.
    first = {"id": table.pop("id")} if "id" in table else {}
    return {**first, **table, ABSENT: absent} if absent else {**first, **table}


def _write_field(found: object, slot: Slot) -> object:
    write: Callable[[Any], object] = _keyed(slot.keyed) if slot.keyed else unstructure
    if isinstance(found, Disputed):
        return {DISPUTED: [_write_claim(claim, write) for claim in found.claims]}
    return write(found)


def _write_claim(claim: attrs.AttrsInstance, write: Callable[[Any], object]) -> dict[str, object]:
    return {**table_of(claim), "value": write(claim.value)}  # type: ignore[attr-defined]  # every claim has one


def _keyed(key: str) -> Callable[[Iterable[attrs.AttrsInstance]], Items]:
    def write(items: Iterable[attrs.AttrsInstance]) -> Items:
        table = Items()
        for item in items:
            name = getattr(item, key)
            if name in table:
                raise InvalidValueError("duplicate-id", f"the id “{name}” stands twice", "an id of its own")
            table[name] = _without(item, key)
        return table

    return write


def _without(item: attrs.AttrsInstance, key: str) -> object:
    rest = {name: found for name, found in table_of(item).items() if name != key}
    plain = short_field(type(item))
    return rest[plain] if plain and rest.keys() == {plain} else rest
