"""Plain data becomes the nouns of the model: one cattrs converter that tells every fault, each with its path."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, get_origin

from attrs import evolve, fields
from cattrs import Converter

from samverkan.errors import Fault, InvalidFileError, UnknownNameError, nearest
from samverkan.formats.choice import pick
from samverkan.formats.expectations import expected, expected_of
from samverkan.formats.hints import (
    ABSENT,
    DISPUTED,
    KIND,
    Hint,
    Slot,
    date_field,
    id_from,
    is_items,
    is_table,
    is_union,
    item_of,
    kind_of,
    short_form,
    short_slot,
    slots_of,
)
from samverkan.formats.refusal import (
    MAX_FOUND,
    MAX_HELPED,
    Inconsistent,
    Refused,
    as_fault,
    refused,
    unread,
    wrong_type,
)
from samverkan.formats.scalars import READERS, one_of, read_date, read_text, read_word
from samverkan.model.facts import Absent, Claim, Disputed
from samverkan.model.names import slug
from samverkan.model.walk import key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

T = TypeVar("T")
_Table: TypeAlias = "dict[str, object]"
_Step: TypeAlias = str | int
_Read: TypeAlias = "Callable[[object, object], object]"

REFUSALS = (TypeError, ValueError, ArithmeticError, UnknownNameError)
"""What a constructor may say no with; ``InvalidValueError`` is a ``ValueError``."""


def structure(data: object, cls: type[T]) -> T:
    """Make a value of the model from what a parser gave, or raise ``Refused`` with every fault."""
    return _converter().structure(data, cls)


@cache
def _converter() -> Converter:
    made = Converter()
    for cls, read in READERS.items():
        made.register_structure_hook(cls, read)
    made.register_structure_hook(Enum, read_word)  # by class: before cattrs 26.1 its own hook stood before a function
    made.register_structure_hook_func(is_items, _read_items)
    made.register_structure_hook_func(is_table, _read_table)
    made.register_structure_hook_func(is_union, _read_choice)
    return made


def _reader(hint: Hint) -> _Read:
    return _converter().get_structure_hook(hint)


# ---------------------------------------------------------------------------------------------------- several items


def _read_items(raw: object, hint: Hint) -> tuple[object, ...]:
    if type(raw) is not list:
        raise wrong_type(raw, expected_of(raw, hint))
    read = _reader(item_of(hint))
    return _each(enumerate(raw), lambda _, element: read(element, item_of(hint)))


def _keyed(slot: Slot) -> _Read:
    read, key = _reader(slot.item), str(slot.keyed)

    def read_one(name: _Step, element: object) -> object:
        if (plain := short_slot(slot.item)) and isinstance(element, str if plain.hint is str else (int, str, Decimal)):
            element = {plain.key: element}
        if type(element) is not dict:
            raise wrong_type(element, expected(slot.item))
        if key in element:
            raise Refused([Fault("unknown-key", f"the {key} is the name of the table already", (key,), f"no “{key}”")])
        try:
            return read({key: name, **element}, slot.item)
        except Refused as refusal:
            raise Refused(_at_key(refusal, key)) from None

    def read_all(raw: object, _: object) -> tuple[object, ...]:
        if type(raw) is not dict:
            raise wrong_type(raw, f"a table for each: {slot.key}.SOME-{key.upper()} = {{ … }}")
        return _each(raw.items(), read_one)

    return read_all


def _at_key(refusal: Refused, key: str) -> Iterator[Fault]:
    for fault in refusal.faults:
        yield evolve(fault, path=()) if fault.path == (key,) else fault


def _each(elements: Iterable[tuple[_Step, object]], read: Callable[[_Step, object], object]) -> tuple[object, ...]:
    items: list[object] = []
    faults: list[Fault] = []
    for step, element in elements:
        if len(faults) > MAX_FOUND:
            faults.append(unread(step))
            break
        try:
            items.append(read(step, element))
        except Refused as refusal:
            faults += refusal.under(step)
    if faults:
        raise Refused(faults)
    return tuple(items)


# ------------------------------------------------------------------------------------------------------- one item


def _read_choice(raw: object, hint: Hint) -> object:
    return pick(raw, hint, _reader)


def _read_table(raw: object, cls: type) -> object:
    if type(raw) is dict:
        return _read_fields(raw, cls)
    if type(raw) is str and short_form(cls):
        try:
            return cls.parse(raw)  # type: ignore[attr-defined]  # short_form makes sure of it
        except REFUSALS as error:
            raise Refused([as_fault(error)]) from None
    if day := date_field(cls):
        return _read_fields({day.key: read_date(raw)}, cls)
    raise wrong_type(raw, expected(cls))


def _read_fields(given: _Table, cls: type) -> object:
    raw = _with_id(given, cls)
    faults = list(_wrong_keys(raw, cls))
    values = _absences(raw, cls, faults)
    for slot, read in _readers(cls):
        if slot.key in raw:
            if len(faults) > MAX_FOUND:
                faults.append(unread(slot.key))
                break
            try:
                values[slot.name] = read(raw[slot.key], slot.hint)
            except Refused as refusal:
                from samverkan.formats.notation.canonical import helped  # its words are loaded for a fault only

                faults += helped(refusal, raw[slot.key], slot.hint).under(slot.key)
    if faults:
        raise Refused([*_first_causes(faults, cls), *_complaints(cls, values)])
    return _made(get_origin(cls) or cls, values)


def _first_causes(faults: list[Fault], cls: type) -> list[Fault]:
    """Leave out that an id is missing where the words that it is made of are there and wrong themselves."""
    words = id_from(cls)
    missing = {fault.path for fault in faults if fault.code == "missing-key"}
    if ("id",) not in missing or (words,) in missing or not any(fault.path[:1] == (words,) for fault in faults):
        return faults
    return [fault for fault in faults if fault.path != ("id",)]


def _with_id(raw: _Table, cls: type) -> _Table:
    words = raw.get(id_from(cls) or "")
    if "id" in raw or words is None:
        return raw
    name = words.get("sv") if type(words) is dict else words
    made = slug(name) if type(name) is str else ""
    return {"id": made, **raw} if made else raw


def _made(cls: Callable[..., T], values: Mapping[str, object]) -> T:
    try:
        return cls(**values)
    except InvalidFileError as error:
        raise Inconsistent(error.faults) from None
    except REFUSALS as error:
        raise Refused(list(_complaints(cls, values)) or [as_fault(error)]) from None


@cache
def _readers(cls: type) -> tuple[tuple[Slot, _Read], ...]:
    return tuple((slot, _disputable(slot) if slot.fact else _plain(slot)) for slot in slots_of(cls))


def _plain(slot: Slot) -> _Read:
    return _keyed(slot) if slot.keyed else _reader(slot.hint)


def _wrong_keys(raw: _Table, cls: type) -> Iterator[Fault]:
    slots = slots_of(cls)
    known = [slot.key for slot in slots] + [ABSENT] * any(slot.fact for slot in slots)
    meant: set[str | None] = set()
    wrong = [key for key in raw if key not in known and (key != KIND or raw[key] != kind_of(cls))]
    for number, key in enumerate(wrong):
        near = nearest(key, known) if number < MAX_HELPED else None
        meant.add(near)
        yield Fault("unknown-key", f"there is no key “{key}” here", (key,), None if near else one_of(known), near)
    for slot in slots:
        # A key that is only misspelt is told once, not also as missing.
        if slot.required and slot.key not in raw and slot.key not in meant:
            yield Fault("missing-key", f"the key “{slot.key}” is missing", (slot.key,), expected(slot.hint))


def _complaints(cls: object, values: Mapping[str, object]) -> Iterator[Fault]:
    """Ask each field's own validator, so that one fault does not hide the next."""
    for attribute in fields(cls):  # type: ignore[arg-type]  # only attrs classes come here
        name = attribute.alias or attribute.name
        if name in values:
            try:
                value = attribute.converter(values[name]) if callable(attribute.converter) else values[name]
                if attribute.validator:
                    attribute.validator(None, attribute, value)
            except REFUSALS as error:
                fault = as_fault(error)
                yield evolve(fault, path=(key_of(attribute),))
            except AttributeError:  # a validator that looks at the whole item has its say when the rest is mended
                continue


# ---------------------------------------------------------------------------------------------------------- facts


def _absences(raw: _Table, cls: type, faults: list[Fault]) -> _Table:
    """Read the sub-table ``absent``, which names facts that a source declares not to exist."""
    facts = {slot.key: slot for slot in slots_of(cls) if slot.fact}
    named = raw.get(ABSENT) if facts else None
    if named is None:
        return {}
    if type(named) is not dict:
        faults += wrong_type(named, f"a table such as {ABSENT}.{next(iter(facts))} = “saknas”").under(ABSENT)
        return {}
    values: _Table = {}
    for key, says in named.items():
        try:
            values[_absent_name(key, raw, facts)] = Absent(read_text(says))
        except Refused as refusal:
            faults += Refused(refusal.under(key)).under(ABSENT)
    return values


def _absent_name(key: str, raw: _Table, facts: dict[str, Slot]) -> str:
    if key not in facts:
        raise refused("not-a-fact", f"“{key}” cannot be declared absent here", None, nearest(key, facts))
    if key in raw:
        raise refused("stated-and-absent", f"“{key}” is both stated and declared absent", "one of the two")
    return facts[key].name


def _disputable(slot: Slot) -> _Read:
    read, claims = _plain(slot), tuple[Claim[slot.hint], ...]  # type: ignore[name-defined]  # known at run time only

    def read_fact(raw: object, _: object) -> object:
        if type(raw) is not dict or DISPUTED not in raw:
            return read(raw, slot.hint)
        try:
            return Disputed(_read_claims(raw, claims))
        except REFUSALS as error:
            raise Refused([as_fault(error)]) from None

    return read_fact


def _read_claims(raw: _Table, claims: Hint) -> tuple[Claim[object], ...]:
    faults = [
        Fault("unknown-key", f"there is no key “{key}” beside {DISPUTED}", (key,)) for key in raw if key != DISPUTED
    ]
    read: tuple[Any, ...] = ()
    try:
        read = _read_items(raw[DISPUTED], claims)
    except Refused as refusal:
        faults += refusal.under(DISPUTED)
    if faults:
        raise Refused(faults)
    return read
