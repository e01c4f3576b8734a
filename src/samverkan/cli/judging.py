"""The checklists that a file asks for, and a collaboration judged by one of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.checklist.evaluate import Evaluation, evaluate
from samverkan.checklist.outcome import Verdict
from samverkan.checklist.registry import checklist_exists, checklist_named, shipped_names
from samverkan.cli.terminal import today
from samverkan.formats.files import taken
from samverkan.formats.intake import decoded

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.checklist.factor import Checklist
    from samverkan.checklist.own.checklist import OwnChecklist
    from samverkan.model.collaboration import Collaboration

STATUS = {Verdict.HOLDS: 0, Verdict.FALLS_SHORT: 1, Verdict.UNDETERMINED: 3}
"""The exit status that each verdict gives."""


_SUFFIXES = frozenset({".toml"})


def judged(collaboration: Collaboration, *, name: str | None, as_of: dt.date | None) -> Evaluation:
    """Judge by the named checklist, else by the first of the file's that exists, as of the day or of today.

    Raises ``UnknownNameError`` for a checklist that does not exist, and for a file of one's own what its reader does.
    """
    return evaluate(collaboration, checklist=chosen(collaboration, name), as_of=as_of or today())


def chosen(collaboration: Collaboration, name: str | None) -> Checklist:
    """Give the named checklist, else the first of the file's that exists; raises as ``judged`` does."""
    return _made(asked_for(collaboration, name))


def asked_for(collaboration: Collaboration, name: str | None) -> str | OwnChecklist:
    """Give the name of the checklist that ``chosen`` gives, or the one of one's own as data; raises as that does."""
    known = (each for each in collaboration.checklists if checklist_exists(each))
    return _described(name or next(known, None) or next(iter([*collaboration.checklists, *shipped_names()])))


def checklist_at(name: str) -> Checklist:
    """Give the checklist of a name, or the one that a file of one's own describes; raises as ``judged`` does."""
    return _made(_described(name))


def _described(name: str) -> str | OwnChecklist:
    if Path(name).suffix.lower() not in _SUFFIXES:
        return name
    from samverkan.formats.checklist_file import loads

    return loads(decoded(taken(Path(name), suffixes=_SUFFIXES), name), name=name)


def _made(described: str | OwnChecklist) -> Checklist:
    return checklist_named(described) if isinstance(described, str) else described.made()
