"""The checklists by the name that a collaboration file uses: those that come along, and those of installed packages."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from samverkan.checklist.horizontal import HORIZONTAL
from samverkan.checklist.tranemo import TRANEMO
from samverkan.errors import UnknownNameError

if TYPE_CHECKING:
    from samverkan.checklist.criterion import Criterion
    from samverkan.checklist.factor import Checklist

_CHECKLISTS = {checklist.id: checklist for checklist in (TRANEMO, HORIZONTAL)}


def shipped_names() -> tuple[str, ...]:
    """List the names of the checklists that come along."""
    return tuple(_CHECKLISTS)


def checklist_names() -> tuple[str, ...]:
    """List the names of all checklists, those that come along first."""
    from samverkan.checklist.installed import installed_names

    return (*_CHECKLISTS, *installed_names(without=_CHECKLISTS))


def checklist_exists(name: str) -> bool:
    """Say whether there is a checklist of this name; packages are looked through only for a name that is not ours."""
    return name in _CHECKLISTS or name in checklist_names()


def checklist_named(name: str) -> Checklist:
    """Give the checklist of this name, or say which names there are.

    One of an installed package is loaded by its entry point; ``InvalidValueError`` tells why it cannot be had.
    """
    if name in _CHECKLISTS:
        return _CHECKLISTS[name]
    if name not in checklist_names():
        raise UnknownNameError("checklist", name, checklist_names())
    from samverkan.checklist.installed import installed

    return installed(name)


def shipped_criterion(name: str) -> Criterion:
    """Give a criterion that comes along by the names of its checklist and its own, ``tranemo:6.2``."""
    known = _shipped_criteria()
    if name not in known:
        raise UnknownNameError("criterion", name, known)
    return known[name]


@cache
def _shipped_criteria() -> dict[str, Criterion]:
    return {f"{name}:{each.id}": each for name, checklist in _CHECKLISTS.items() for each in checklist.criteria}
