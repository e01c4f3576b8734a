"""Checklists that other packages bring (*insticksmoduler*), by the entry points of one group."""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING

from samverkan.checklist.factor import Checklist
from samverkan.errors import InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Container

GROUP = "samverkan.checklists"
"""The group of entry points; the name of each is that of its checklist, its value a ``Checklist``."""


def installed_names(*, without: Container[str] = ()) -> tuple[str, ...]:
    """List the names that installed packages give to checklists, in alphabetical order, but those ``without``."""
    return tuple(sorted(name for name in entry_points(group=GROUP).names if name not in without))


def installed(name: str) -> Checklist:
    """Give the checklist of an installed package; ``InvalidValueError`` tells why it cannot be had."""
    points = tuple(entry_points(group=GROUP, name=name))
    packages = ", ".join(sorted({_package(point) for point in points}))
    if len({point.value for point in points}) > 1:
        raise InvalidValueError("ambiguous-checklist", f"several packages bring a checklist “{name}”: {packages}")
    try:
        found = points[0].load()
    except Exception as error:
        told = f"{type(error).__name__}: {error}"
        raise InvalidValueError(
            "unusable-checklist", f"the checklist “{name}” of {packages} cannot be loaded: {told}"
        ) from error
    if not isinstance(found, Checklist):
        raise InvalidValueError(
            "unusable-checklist", f"what {packages} brings as “{name}” is no checklist: {points[0].value}"
        )
    if found.id != name:
        raise InvalidValueError("unusable-checklist", f"the checklist “{name}” of {packages} calls itself “{found.id}”")
    return found


def _package(point: EntryPoint) -> str:
    return point.dist.name if point.dist else point.module
