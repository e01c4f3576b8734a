"""The criteria of a checklist explained: what each asks, from where, how it is judged, and what to do."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from samverkan.checklist.citing import fields_cited
from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.parameters import DEFAULTS
from samverkan.checklist.registry import shipped_names
from samverkan.cli.complaints import Misuse
from samverkan.cli.judging import checklist_at
from samverkan.cli.terminal import Answer, Terminal
from samverkan.errors import UnknownNameError
from samverkan.formats.bundled import bundled, bundled_names
from samverkan.formats.markdown.criteria import criteria_document
from samverkan.formats.text.explain import explained, explanation_text
from samverkan.model.collaboration import Collaboration
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.checklist.evaluate import Evaluation
    from samverkan.checklist.factor import Checklist

EVERY = "all"
"""The word that stands for every criterion."""


def explain(terminal: Terminal, criterion: str, *, checklist: str | None, form: str) -> Answer:
    """Explain one criterion or every one, of the named checklist or of all that come along."""
    if form not in {"text", "markdown"}:
        raise Misuse(say("--explain is told as text or markdown, not as {format}", format=form))
    lists = [checklist_at(name) for name in ([checklist] if checklist else shipped_names())]
    known = [each.id for chosen in lists for each in chosen.criteria]
    criterion = criterion.replace(",", ".")  # as a Swedish number
    if criterion not in {EVERY, *known}:
        raise UnknownNameError("criterion", criterion, known)
    fields = fields_cited(evaluation for chosen in lists for evaluation in _tried(chosen))
    found = [each for chosen in lists for each in explained(chosen, fields)]
    about = [each for each in found if criterion in {EVERY, each.criterion.id}]
    if form == "text":
        return Answer(explanation_text(about, DEFAULTS, terminal.wording, terminal.width))
    words = ["samverkan", "evaluate", "--explain", criterion, *(["--checklist", checklist] if checklist else [])]
    command = shlex.join([*words, "--format", form, "--lang", terminal.wording.language])
    return Answer(criteria_document(about, DEFAULTS, terminal.wording, command=command), data=True)


def _tried(checklist: Checklist) -> Iterator[Evaluation]:
    """Judge an empty setup and those that come along, on their last days: what is cited there are the fields read."""
    yield evaluate(Collaboration(id=EVERY, name=EVERY), checklist=checklist)
    for whole in map(bundled, bundled_names()):
        yield evaluate(whole, checklist=checklist, as_of=whole.horizon.to if whole.horizon else None)
