"""Which member of a closed union a value of a file is: told apart by kind, by key, or by the form of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, get_args

from samverkan.errors import Fault, nearest
from samverkan.formats.expectations import expected
from samverkan.formats.hints import KIND, Hint, kind_of, slots_of, tables_in, telling_key
from samverkan.formats.refusal import Refused, refused, wrong_type
from samverkan.formats.scalars import one_of

if TYPE_CHECKING:
    from collections.abc import Callable

_Table: TypeAlias = "dict[str, object]"


def pick(raw: object, hint: Hint, reader: Callable[[Hint], Callable[[object, object], object]]) -> object:
    """Read a value as that member of the union which it says that it is, or refuse it, telling the alternatives."""
    classes = list(tables_in(hint))
    if type(raw) is dict and classes:
        cls = _by_kind(raw, classes) if any(map(kind_of, classes)) else _by_key(raw, classes)
        return reader(cls)(raw, cls)
    refusals = []
    for member in get_args(hint):
        try:
            return reader(member)(raw, member)
        except Refused as refusal:
            refusals += [fault for fault in refusal.faults if fault.code != "wrong-type"]
    if len(refusals) == 1:
        raise Refused(refusals)
    if refusals:
        raise refused(refusals[0].code, refusals[0].message, expected(hint))
    raise wrong_type(raw, expected(hint))


def _by_kind(raw: _Table, classes: list[type]) -> type:
    kinds = {str(kind_of(cls)): cls for cls in classes}
    found = raw.get(KIND)
    if isinstance(found, str) and found in kinds:
        return kinds[found]
    words = list(kinds)
    if found is None:
        raise Refused([Fault("missing-key", f"the key “{KIND}” is missing", (KIND,), one_of(words))])
    if not isinstance(found, str):
        raise Refused(wrong_type(found, one_of(words)).under(KIND))
    told = refused("unknown-word", f"“{found[:60]}” is no {KIND} here", one_of(words), nearest(found, words))
    raise Refused(told.under(KIND))


def _by_key(raw: _Table, classes: list[type]) -> type:
    keys = {cls: telling_key(cls) for cls in classes}
    possible = [cls for cls in classes if keys[cls] in raw]
    if not possible:
        raise _no_key(raw, [key for key in keys.values() if key])
    # Two members may share a key (a year; a season of a year): the one that knows all the keys is meant.
    whole = [cls for cls in possible if raw.keys() <= {slot.key for slot in slots_of(cls)}]
    return (whole or possible)[0]


def _no_key(raw: _Table, keys: list[str]) -> Refused:
    for key in raw:
        if meant := nearest(key, keys):
            return Refused([Fault("unknown-key", f"there is no key “{key}” here", (key,), nearest=meant)])
    return refused("missing-key", "no key tells what is meant", f"one of the keys {', '.join(dict.fromkeys(keys))}")
