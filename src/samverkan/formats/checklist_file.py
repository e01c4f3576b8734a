"""Checklists of one's own as TOML (``….checklist.toml``): the file that says by what a setup is judged."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from samverkan.checklist.own.checklist import OwnChecklist
from samverkan.errors import InvalidChecklistError
from samverkan.formats.document import FORMAT, of_this_format
from samverkan.formats.intake import checked
from samverkan.formats.layout import toml_text
from samverkan.formats.places import located
from samverkan.formats.refusal import Refused
from samverkan.formats.structure import structure
from samverkan.formats.syntax import number, syntax_faults
from samverkan.formats.unstructure import table_of

if TYPE_CHECKING:
    from samverkan.formats.places import Places


def loads(text: str, *, name: str = "<text>") -> OwnChecklist:
    """Read a checklist from TOML text, or tell every fault in it; ``name`` is what the faults call the text.

    Raises ``InvalidChecklistError``, or ``UnreadableFileError`` where the text cannot be taken in at all.
    """
    text = checked(text, name)
    try:
        data = tomllib.loads(text, parse_float=number)
    except ValueError:
        raise InvalidChecklistError(syntax_faults(text, name)) from None
    try:
        return structure(of_this_format(data, OwnChecklist), OwnChecklist)
    except Refused as refusal:
        raise InvalidChecklistError(located(refusal.faults, text, name, _find)) from None


def dumps(checklist: OwnChecklist) -> str:
    """Write a checklist as TOML text that ``loads`` makes the same checklist of."""
    return toml_text({"format": FORMAT, **table_of(checklist)})


def _find(text: str) -> Places:
    # tree-sitter is loaded only when there is a fault to point at.
    from samverkan.formats.toml_tree import toml_places

    return toml_places(text)
