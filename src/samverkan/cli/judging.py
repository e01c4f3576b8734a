"""The checklists that a file asks for, and a collaboration judged by one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.evaluate import Evaluation, evaluate
from samverkan.checklist.outcome import Verdict
from samverkan.checklist.registry import checklist_named, checklist_names
from samverkan.cli.terminal import today

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.model.collaboration import Collaboration

STATUS = {Verdict.HOLDS: 0, Verdict.FALLS_SHORT: 1, Verdict.UNDETERMINED: 3}
"""The exit status that each verdict gives."""


def judged(collaboration: Collaboration, *, name: str | None, as_of: dt.date | None) -> Evaluation:
    """Judge by the named checklist, else by the first of the file's that exists, as of the day or of today.

    Raises ``UnknownNameError`` for a checklist that does not exist.
    """
    known = [each for each in collaboration.checklists if each in checklist_names()]
    chosen = name or next(iter([*known, *collaboration.checklists, *checklist_names()]))
    return evaluate(collaboration, checklist=checklist_named(chosen), as_of=as_of or today())
