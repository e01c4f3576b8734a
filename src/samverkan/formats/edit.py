"""One value of a TOML collaboration file is set or taken away; every other byte of the text stays as it is."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

import attrs

from samverkan.errors import InvalidCollaborationError, InvalidValueError, dotted, nearest
from samverkan.formats.hints import ABSENT
from samverkan.formats.intake import checked
from samverkan.formats.splice import appended, put, taken_away
from samverkan.formats.syntax import number, syntax_faults
from samverkan.formats.toml import loads
from samverkan.formats.unstructure import table_of, unstructure
from samverkan.model.facts import UNKNOWN, Absent

if TYPE_CHECKING:
    from samverkan.errors import Path

_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


def edit(text: str, path: Path | str, value: object, *, name: str = "<text>") -> str:
    """Set the value at a path such as ``bodies.samverkansgrupp.quorum`` or ``events.teater.when``, and keep the rest.

    An item of a list is addressed by its id or its number. ``UNKNOWN`` takes the value away; ``Absent`` declares it
    absent. The value is plain data or a value of the model. The outcome is read again, and its faults raised.
    """
    return _read_again(written(text, path, value, name=name), name)


def append(text: str, path: Path | str, value: object, *, name: str = "<text>") -> str:
    """Add an item to the end of the list at a path such as ``series.gruppens-moten.changes``, and keep the rest.

    The item is plain data or a value of the model, and is written as its neighbours are: as a section of its own, or in
    brackets. The outcome is read again, and its faults raised.
    """
    return _read_again(added(text, path, value, name=name), name)


def written(text: str, path: Path | str, value: object, *, name: str = "<text>") -> str:
    """Do what ``edit`` does without reading the outcome: of several edits only the last may be right."""
    sign, text = _without_mark(text)
    where = _resolved(_parsed(text, name), _steps(path))
    silence = (*where[:-1], ABSENT, where[-1])
    if isinstance(value, Absent):
        text = put(taken_away(text, where), silence, value.says)
    elif value is UNKNOWN:
        text = taken_away(taken_away(text, where), silence)
    else:
        text = put(taken_away(text, silence), where, _plain(value, where))
    return sign + text


def added(text: str, path: Path | str, value: object, *, name: str = "<text>") -> str:
    """Do what ``append`` does without reading the outcome."""
    sign, text = _without_mark(text)
    where = _resolved(_parsed(text, name), _steps(path))
    return sign + appended(text, where, _plain(value, where))


def _without_mark(text: str) -> tuple[str, str]:
    return ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)


def _read_again(text: str, name: str) -> str:
    loads(text, name=name)
    return text


def _parsed(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(checked(text, name), parse_float=number)
    except ValueError:
        raise InvalidCollaborationError(syntax_faults(text, name)) from None


def _plain(value: object, path: Path) -> object:
    if attrs.has(type(value)) and getattr(value, "id", None) == path[-1]:
        return {key: element for key, element in table_of(value).items() if key != "id"}  # type: ignore[arg-type]
    return unstructure(value)


# ----------------------------------------------------------------------------------------------------------- paths


def _steps(path: Path | str) -> Path:
    steps = path if not isinstance(path, str) else tuple(int(n) if n else w for n, w in _STEP.findall(path))
    if not steps:
        raise InvalidValueError("bad-path", f"{path!r} leads nowhere", "a path such as “bodies.samverkansgrupp.quorum”")
    return steps


def _resolved(data: Any, steps: Path) -> Path:  # noqa: ANN401  # whatever a parser gives
    """Turn the ids of items in lists into numbers."""
    path: Path = ()
    for step in steps:
        place = step
        if isinstance(data, list):
            place = _place(data, step, path)
            data = data[place]
        elif isinstance(data, dict):
            data = data.get(str(step))
        elif data is not None:
            raise InvalidValueError(
                "bad-path", f"{dotted(path)} is a single value", f"a path that ends at {dotted(path)}"
            )
        path = (*path, place)
    return path


def _place(items: list[Any], step: str | int, path: Path) -> int:
    ids = [str(item.get("id")) if isinstance(item, dict) else "" for item in items]
    if step in ids:
        return ids.index(str(step))
    if str(step).isdecimal() and int(step) < len(items):
        return int(step)
    near = nearest(str(step), ids)
    told = f"{dotted(path)} has no item {step}"
    raise InvalidValueError("bad-path", told, f"“{near}”" if near else f"an id, or a number from 0 to {len(items) - 1}")
