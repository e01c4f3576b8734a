"""The checklists that come with the library, by the name that a collaboration file uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.tranemo import TRANEMO
from samverkan.errors import UnknownNameError

if TYPE_CHECKING:
    from samverkan.checklist.factor import Checklist

_CHECKLISTS = {checklist.id: checklist for checklist in (TRANEMO,)}


def checklist_names() -> tuple[str, ...]:
    """List the names of the checklists."""
    return tuple(_CHECKLISTS)


def checklist_named(name: str) -> Checklist:
    """Give the checklist of this name, or say which names there are."""
    if name not in _CHECKLISTS:
        raise UnknownNameError("checklist", name, checklist_names())
    return _CHECKLISTS[name]
