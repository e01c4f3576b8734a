"""What a file may hold at a place, in the words of a message."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import get_args

from samverkan.formats.hints import (
    Hint,
    date_field,
    is_items,
    is_table,
    is_union,
    item_of,
    kind_of,
    short_field,
    short_form,
    tables_in,
    telling_key,
)
from samverkan.formats.scalars import EXPECTED, one_of


def expected(hint: Hint) -> str:
    """Say what is expected where a value of this type stands."""
    if is_items(hint):
        return f"a list, each item {expected(item_of(hint))}"
    if is_union(hint):
        return _any_of(hint)
    if is_table(hint):
        return _table(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return one_of([str(member.value) for member in hint])
    return EXPECTED.get(hint, "something else") if isinstance(hint, type) else "something else"


def expected_of(raw: object, hint: Hint) -> str:
    """Say what is expected where no list stands; of one table in its place, how it becomes a list."""
    if type(raw) is dict and any(tables_in(item_of(hint))):
        return "two brackets at each end, [[…]], or a list: [{ … }]"
    return expected(hint)


def _table(cls: Hint) -> str:
    if short_form(cls):
        return str(short_form(cls))
    return f"a table, or its {short_field(cls)} as text" if short_field(cls) else "a table"


def _any_of(hint: Hint) -> str:
    tables = list(tables_in(hint))
    told = [EXPECTED[dt.date]] if any(date_field(cls) for cls in tables) else []
    told += [expected(part) for part in get_args(hint) if part not in tables or short_form(part)]
    if any(kind_of(cls) for cls in tables):
        told.append(f"a table with kind {one_of([str(kind_of(cls)) for cls in tables])}")
    elif keys := [str(telling_key(cls)) for cls in tables if not short_form(cls)]:
        told.append(f"a table with {'the key' if len(keys) == 1 else 'one of the keys'} {', '.join(keys)}")
    return " or ".join(dict.fromkeys(told))
