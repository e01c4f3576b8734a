"""Collaborations as TOML, the form in which people keep them."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from samverkan.errors import InvalidCollaborationError
from samverkan.formats import document
from samverkan.formats.intake import checked
from samverkan.formats.layout import toml_text
from samverkan.formats.syntax import number, syntax_faults

if TYPE_CHECKING:
    from samverkan.formats.places import Places
    from samverkan.model.collaboration import Collaboration


def loads(text: str, *, name: str = "<text>") -> Collaboration:
    """Read a collaboration from TOML text, or tell every fault in it; ``name`` is what the faults call the text.

    Raises ``InvalidCollaborationError``, or ``UnreadableFileError`` where the text cannot be taken in at all.
    """
    text = checked(text, name)
    try:
        data = tomllib.loads(text, parse_float=number)
    except ValueError:
        raise InvalidCollaborationError(syntax_faults(text, name)) from None
    return document.collaboration(data, text=text, name=name, find=_find)


def dumps(collaboration: Collaboration) -> str:
    """Write a collaboration as TOML text that ``loads`` makes the same collaboration of."""
    return toml_text(document.document(collaboration))


def _find(text: str) -> Places:
    # tree-sitter is loaded only when there is a fault to point at.
    from samverkan.formats.toml_tree import toml_places

    return toml_places(text)
