"""Values of a TOML collaboration file are set or taken away; every other byte of the text stays as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
from attrs import frozen

from samverkan.errors import InvalidCollaborationError, InvalidValueError, Path, dotted, nearest
from samverkan.formats.batch import Append, Put, Round, Step, Take
from samverkan.formats.hints import ABSENT
from samverkan.formats.intake import checked
from samverkan.formats.outline import outlined
from samverkan.formats.splice import Cutter
from samverkan.formats.toml import loads
from samverkan.formats.toml_file import parsed
from samverkan.formats.unstructure import table_of, unstructure
from samverkan.model.facts import UNKNOWN, Absent

if TYPE_CHECKING:
    from collections.abc import Iterable


_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


@frozen
class Edit:
    """A value is set at a path, with what ``edit`` says of both; ``over`` a section of its own too."""

    path: Path | str
    value: object
    over: bool = False


@frozen
class Addition:
    """An item is added to the end of the list at a path, as ``append`` has it."""

    path: Path | str
    value: object


def edit(text: str, path: Path | str, value: object, *, name: str = "<text>") -> str:
    """Set the value at a path such as ``bodies.samverkansgrupp.quorum`` or ``events.teater.when``, and keep the rest.

    An item of a list is addressed by its id or its number. ``UNKNOWN`` takes the value away; ``Absent`` declares it
    absent. The value is plain data or a value of the model. The outcome is read again, and its faults raised.
    """
    return _read_again(written(text, [Edit(path, value)], name=name), name)


def append(text: str, path: Path | str, value: object, *, name: str = "<text>") -> str:
    """Add an item to the end of the list at a path such as ``series.gruppens-moten.changes``, and keep the rest.

    The item is plain data or a value of the model, and is written as its neighbours are: as a section of its own, or in
    brackets. The outcome is read again, and its faults raised.
    """
    return _read_again(written(text, [Addition(path, value)], name=name), name)


def written(text: str, edits: Iterable[Edit | Addition], *, name: str = "<text>") -> str:
    """Do many edits one after the other, as if each had a text of its own, and do not read the outcome."""
    sign, text = _without_mark(text)
    waiting: list[_Waiting] = list(edits)
    while waiting:
        text, waiting = _round(text, waiting, name)
    return sign + text


_Waiting: TypeAlias = Edit | Addition | Step


def _round(text: str, waiting: list[_Waiting], name: str) -> tuple[str, list[_Waiting]]:
    """Do what can be done in one text at once, and give what has to wait for the next."""
    data, done = _parsed(text, name), Round(Cutter(outlined(text)))
    later: list[_Waiting] = []
    for place, each in enumerate(waiting):
        busy, steps = done.busy, None
        try:
            steps = _steps_of(data, each, done)
            while steps and done.take(steps[0]):
                del steps[0]
        except (InvalidValueError, _UnsettledError):
            if not busy:
                raise
            left = [each] if steps is None else steps
            return done.text(), [*later, *left, *waiting[place + 1 :]]  # what is missing may come with what waits
        for step in steps:
            done.wait(step)
        later += steps
    return done.text(), later


class _UnsettledError(Exception):
    """An earlier edit of the round may make an id stand for another item."""


def _steps_of(data: dict[str, Any], each: _Waiting, done: Round) -> list[Step]:
    if not isinstance(each, (Edit, Addition)):
        return [each]
    said = _steps(each.path)
    where = _resolved(data, said)
    named = (where[:place] for place, step in enumerate(where) if step != said[place])
    if any(map(done.is_unsettled, named)):
        raise _UnsettledError
    if isinstance(each, Addition):
        return [Append(where, _plain(each.value, where))]
    silence = (*where[:-1], ABSENT, where[-1])
    if isinstance(each.value, Absent):
        return [Take(where), Put(silence, each.value.says)]
    if each.value is UNKNOWN:
        return [Take(where), Take(silence)]
    return [Take(silence), Put(where, _plain(each.value, where), each.over)]


def _without_mark(text: str) -> tuple[str, str]:
    return ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)


def _read_again(text: str, name: str) -> str:
    loads(text, name=name)
    return text


def _parsed(text: str, name: str) -> dict[str, Any]:
    return parsed(checked(text, name), name=name, error=InvalidCollaborationError)


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
    if isinstance(step, int) and 0 <= step < len(items):
        return step
    ids = [str(item.get("id")) if isinstance(item, dict) else "" for item in items]
    if step in ids:
        return ids.index(str(step))
    if str(step).isdecimal() and int(step) < len(items):
        return int(step)
    near = nearest(str(step), ids)
    told = f"{dotted(path)} has no item {step}"
    raise InvalidValueError("bad-path", told, f"“{near}”" if near else f"an id, or a number from 0 to {len(items) - 1}")
