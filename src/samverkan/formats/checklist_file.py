"""Checklists of one's own as TOML (``….checklist.toml``): the file that says by what a setup is judged."""

from __future__ import annotations

from samverkan.checklist.own.checklist import OwnChecklist
from samverkan.errors import InvalidChecklistError
from samverkan.formats import toml_file


def loads(text: str, *, name: str = "<text>") -> OwnChecklist:
    """Read a checklist from TOML text, or tell every fault in it; ``name`` is what the faults call the text.

    Raises ``InvalidChecklistError``, or ``UnreadableFileError`` where the text cannot be taken in at all.
    """
    return toml_file.loads(text, OwnChecklist, name=name, error=InvalidChecklistError)


def dumps(checklist: OwnChecklist) -> str:
    """Write a checklist as TOML text that ``loads`` makes the same checklist of."""
    return toml_file.dumps(checklist)
