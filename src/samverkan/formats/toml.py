"""Collaborations as TOML, the form in which people keep them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.errors import InvalidCollaborationError
from samverkan.formats import document
from samverkan.formats.intake import checked
from samverkan.formats.layout import toml_text
from samverkan.formats.toml_file import parsed, places

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration


def loads(text: str, *, name: str = "<text>") -> Collaboration:
    """Read a collaboration from TOML text, or tell every fault in it; ``name`` is what the faults call the text.

    Raises ``InvalidCollaborationError``, or ``UnreadableFileError`` where the text cannot be taken in at all.
    """
    text = checked(text, name)
    data = parsed(text, name=name, error=InvalidCollaborationError)
    return document.collaboration(data, text=text, name=name, find=places)


def dumps(collaboration: Collaboration) -> str:
    """Write a collaboration as TOML text that ``loads`` makes the same collaboration of."""
    return toml_text(document.document(collaboration))
