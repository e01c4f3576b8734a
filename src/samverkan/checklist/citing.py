"""Which fields of a file the criteria look at (*fält som läses*), as shown by what they cited and asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from samverkan.checklist.evaluate import Evaluation
    from samverkan.checklist.report import CriterionReport

_ITEMS = {
    "activities": "activity",
    "areas": "area",
    "bodies": "body",
    "decisions": "decision",
    "events": "event",
    "flows": "flow",
    "goals": "goal",
    "held": "meeting",
    "organisations": "organisation",
    "roles": "role",
    "seats": "seat",
    "series": "series",
    "target_groups": "group",
    "units": "unit",
}
_OF_ITEM = re.compile(rf"(?<![^.])({'|'.join(_ITEMS)})\.[^.]+")


def fields_cited(evaluations: Iterable[Evaluation]) -> Mapping[str, tuple[str, ...]]:
    """Give, by criterion, the fields that it cited or asked for in any of the evaluations, a word for each id.

    A criterion that stops at the first fact that decides may read more than it ever cites.
    """
    found: dict[str, set[str]] = {}
    for evaluation in evaluations:
        for report in evaluation.reports:
            found.setdefault(report.criterion.id, set()).update(_fields(report))
    return {criterion: tuple(sorted(fields)) for criterion, fields in found.items()}


def _fields(report: CriterionReport) -> Iterable[str]:
    finding = report.finding
    named = [each.field for each in (*finding.evidence, *finding.conflict)]
    named += [ask.field for ask in finding.asks if ask.field != "as_of"]  # the day is no field of the file
    return (in_general(field) for field in named)


def in_general(field: str) -> str:
    """Write a field with words where its ids stand.

    >>> in_general("bodies.samverkansgrupp.seats.sg-01.rank")
    'bodies.{body}.seats.{seat}.rank'
    """
    return _OF_ITEM.sub(lambda match: f"{match[1]}.{{{_ITEMS[match[1]]}}}", field)
