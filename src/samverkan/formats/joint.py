"""What the whole would say of a file whose parts are partly wrong: references between the parts that can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import evolve

from samverkan.errors import nearest
from samverkan.formats.hints import slots_of
from samverkan.formats.refusal import Inconsistent, Refused
from samverkan.formats.structure import structure
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.errors import Fault, Path

_Table: TypeAlias = "dict[str, Any]"

_ROUNDS = 12
"""Each round leaves out the next level above what is wrong; the model is not deeper."""

MAX_WORK = 20_000
"""How many values are read again in all rounds: a large file gets fewer of them."""


def joint_faults(data: _Table, faults: Iterable[Fault], cls: type = Collaboration) -> list[Fault]:
    """Find the faults of the whole in what is left when everything wrong is left out, without their echoes."""
    removed: set[Path] = {("format",)}
    for _ in range(min(_ROUNDS, MAX_WORK // (_size(data) + 1))):
        removed |= {fault.path[:-1] if fault.code == "missing-key" else fault.path for fault in faults} - {()}
        if _too_much(data, removed):
            return []
        try:
            structure({**_stand_ins(cls), **_without(data, removed, ())}, cls)
        except Inconsistent as refusal:
            lost = {name for path in removed for name in _names(_at(data, path), path)}
            found = [evolve(fault, path=_original(fault.path, removed)) for fault in refusal.faults]
            # What is not found, but is written like something that is left out, is no fault of its own.
            return [
                fault for fault in found if isinstance(word := _at(data, fault.path), str) and not nearest(word, lost)
            ]
        except Refused as refusal:
            faults = [evolve(fault, path=_original(fault.path, removed)) for fault in refusal.faults]
        else:
            return []
    return []


def _stand_ins(cls: type) -> _Table:
    """Give words for what is required at the root, so that a missing name does not hide the rest."""
    return {slot.key: "x" for slot in slots_of(cls) if slot.required and slot.hint in (str, Text)}


def _too_much(data: _Table, removed: set[Path]) -> bool:
    """Say whether a whole collection is left out: then every reference to it would seem wrong."""
    return any(len(path) == 1 and isinstance(data.get(str(path[0])), (dict, list)) for path in removed)


def _size(value: Any) -> int:  # noqa: ANN401  # whatever a parser gives
    """Count the values in a value."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + sum(map(_size, inner))


def _without(value: Any, removed: set[Path], path: Path) -> Any:  # noqa: ANN401  # whatever a parser gives
    if isinstance(value, dict):
        kept = ((key, element) for key, element in value.items() if (*path, key) not in removed)
        return {key: _without(element, removed, (*path, key)) for key, element in kept}
    if isinstance(value, list):
        places = ((place, element) for place, element in enumerate(value) if (*path, place) not in removed)
        return [_without(element, removed, (*path, place)) for place, element in places]
    return value


def _original(path: Path, removed: set[Path]) -> Path:
    """Count the items that were left out in again, so that a path points into the file as it is."""
    there: Path = ()
    for step in path:
        place = step
        if isinstance(step, int):
            place = -1
            for _ in range(step + 1):
                place += 1
                while (*there, place) in removed:
                    place += 1
        there = (*there, place)
    return there


def _at(value: Any, path: Path) -> Any:  # noqa: ANN401  # whatever a parser gives
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _names(value: Any, path: Path) -> Iterator[str]:  # noqa: ANN401  # whatever a parser gives
    """Give every name that a part which is left out may have been known by."""
    if path and isinstance(path[-1], str):
        yield path[-1]
    if isinstance(value, dict):
        yield str(value.get("id"))
        for key, element in value.items():
            yield from _names(element, (key,))
    elif isinstance(value, list):
        for element in value:
            yield from _names(element, ())
