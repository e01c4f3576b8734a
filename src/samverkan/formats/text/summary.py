"""What a collaboration file holds, in a few lines, and what its keeper remarks on it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from samverkan.formats.text.table import paragraph
from samverkan.model.documents import RemarkKind
from samverkan.model.message import say

if TYPE_CHECKING:
    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration

_COUNTED = (
    ("organisations", say("{n} organisation", "{n} organisations")),
    ("bodies", say("{n} body", "{n} bodies")),
    ("seats", say("{n} seat", "{n} seats")),
    ("series", say("{n} series", "{n} series of meetings")),
    ("events", say("{n} event", "{n} events")),
    ("activities", say("{n} activity", "{n} activities")),
    ("goals", say("{n} goal", "{n} goals")),
)


def summary_lines(collaboration: Collaboration, wording: Wording, width: int) -> list[str]:
    """Say that the file can be used, count what is in it, and note the conflicts and other remarks that it states."""
    counts = _counts(collaboration, wording)
    usable = say("{name}: the file can be used. It has {counts}.", name=collaboration.name, counts=counts)
    lines = paragraph(wording.tell(usable), width)
    for remark in collaboration.remarks:
        if remark.kind is RemarkKind.CONFLICT:
            note = say("{kind} {id}: {text}", kind=remark.kind, id=remark.id, text=remark.text)
            lines += paragraph(wording.tell(note), width, first="- ", then="  ")
    return lines + _others(collaboration, wording, width)


def _counts(collaboration: Collaboration, wording: Wording) -> str:
    numbers = {kind: len(getattr(collaboration, kind, ())) for kind, _ in _COUNTED}
    numbers["seats"] = sum(len(body.seats) for body in collaboration.bodies)
    return wording.listed(
        [wording.tell(say(one.text, one.plural, n=numbers[kind])) for kind, one in _COUNTED if numbers[kind]]
    )


def _others(collaboration: Collaboration, wording: Wording, width: int) -> list[str]:
    numbers = Counter(remark.kind for remark in collaboration.remarks)
    told = [
        f"{wording.label(kind)} {numbers[kind]}"
        for kind in RemarkKind
        if kind is not RemarkKind.CONFLICT and numbers[kind]
    ]
    if not told:
        return []
    return paragraph(wording.tell(say("Further remarks in the file: {counts}", counts=tuple(told))), width)
