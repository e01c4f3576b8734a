"""Plain data laid out as TOML that is pleasant to read, in one way only."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, TypeAlias

from samverkan.errors import InvalidValueError
from samverkan.formats.hints import ABSENT
from samverkan.formats.unstructure import Items

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WIDTH = 120
"""Lines are at most so long where TOML lets a value be broken."""

_Table: TypeAlias = "Mapping[str, object]"
_Keys: TypeAlias = tuple[str, ...]

# A key of digits alone is quoted too, as a reminder that a municipality code is text.
_BARE = re.compile(r"(?!\d+$)[A-Za-z0-9_-]+")


def toml_text(table: _Table) -> str:
    """Write a whole file: first what fits on a line, then the sections, both in the order of the table."""
    sections = {key: value for key, value in table.items() if _is_section(key, value)}
    lines = [*pairs((), {key: value for key, value in table.items() if key not in sections})]
    for key, value in sections.items():
        lines += section((key,), value)
    text = "\n".join([*lines, ""])
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InvalidValueError("bad-text", f"the text has half a sign (U+{ord(text[error.start]):04X})") from None
    return text


def _is_section(key: str, value: object) -> bool:
    if isinstance(value, Items):
        return any(isinstance(item, dict) for item in value.values()) or not _fits((key,), value)
    if isinstance(value, dict):
        return key != ABSENT and not _fits((key,), value)
    return _is_tables(value)


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def section(keys: _Keys, value: object) -> Iterator[str]:
    """Write a section: ``[a.b]`` for each item with an id, ``[[a]]`` for each without, ``[a]`` for a lone table."""
    if isinstance(value, Items) and all(isinstance(item, dict) for item in value.values()):
        for name, item in value.items():
            yield from _item((*keys, name), item, "[{}]")
    elif isinstance(value, list):
        for item in value:
            yield from _item(keys, item, "[[{}]]")
    else:
        yield from _item(keys, value, "[{}]")


def _item(keys: _Keys, item: object, header: str) -> Iterator[str]:
    table: _Table = item if isinstance(item, dict) else {}
    long = {key: value for key, value in table.items() if _is_tables(value) and not _list_fits(value)}
    yield ""
    yield header.format(_dotted(keys))
    yield from pairs((), {key: value for key, value in table.items() if key not in long})
    for key, value in long.items():
        yield from section((*keys, key), value)


def _list_fits(value: object) -> bool:
    return isinstance(value, list) and all(len(inline(item)) <= WIDTH - 5 for item in value)


def pairs(keys: _Keys, table: _Table) -> Iterator[str]:
    """Write each key of a table, under the keys that lead to the table."""
    for key, value in table.items():
        yield from pair((*keys, key), value)


def pair(keys: _Keys, value: object) -> Iterator[str]:
    """Write a key and its value on one line, or on several where one is too long."""
    name = _dotted(keys)
    if isinstance(value, str) and "\n" in value:
        yield f"{name} = {_long_string(value)}"
    elif isinstance(value, dict) and value and (_is_spread(keys, value) or not _fits(keys, value)):
        yield from pairs(keys, value)
    elif isinstance(value, list) and value and not _fits(keys, value):
        yield f"{name} = ["
        yield from (f"    {inline(item)}," for item in value)
        yield "]"
    else:
        yield f"{name} = {inline(value)}"


def _is_spread(keys: _Keys, value: object) -> bool:
    return keys[-1] == ABSENT or (isinstance(value, Items) and any(isinstance(item, dict) for item in value.values()))


def _fits(keys: _Keys, value: object) -> bool:
    return len(_dotted(keys)) + 3 + len(inline(value)) <= WIDTH


def _dotted(keys: _Keys) -> str:
    return ".".join(key if _BARE.fullmatch(key) else _string(key) for key in keys)


def inline(value: object) -> str:
    """Write a value on one line.

    >>> inline({"role": "Kommunchef", "organisations": ["tranemo-kommun"]})
    '{ role = "Kommunchef", organisations = ["tranemo-kommun"] }'
    """
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        inside = ", ".join(f"{_dotted((key,))} = {inline(element)}" for key, element in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(inline, value))}]"
    return str(value)  # whole numbers, and dates as ISO has them


def _string(text: str) -> str:
    return f'"{_escaped(text, keep="")}"'


def _long_string(text: str) -> str:
    body = _escaped(text, keep="\n").replace('\\"', '"').replace('"""', '""\\"')
    return f'"""\n{body[:-1]}\\""""' if body.endswith('"') else f'"""\n{body}"""'


_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def _escaped(text: str, keep: str) -> str:
    if text.isprintable() and '"' not in text and "\\" not in text:
        return text
    return "".join(sign if sign in keep else _SHORT.get(sign) or _plain(sign) for sign in text)


def _plain(sign: str) -> str:
    return f"\\u{ord(sign):04X}" if unicodedata.category(sign) == "Cc" else sign
