"""What has an end and must be renewed to go on counting (*förnyelse*): sources with a last day, and mandates."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.checklist.fields import parts
from samverkan.model.mandate import Mandate
from samverkan.model.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.checklist.evaluate import Evaluation
    from samverkan.checklist.finding import Finding
    from samverkan.model.collaboration import Collaboration

_DAY = dt.timedelta(days=1)


@frozen
class Renewal:
    """Something that counts for the last time on ``last``: a source, or a mandate where no ``source`` stands.

    ``fields`` are the places in the file where it stands. ``rests`` are the criteria that are decided today and cite
    it.
    """

    last: dt.date
    fields: tuple[str, ...]
    source: Source | None = None
    rests: tuple[str, ...] = ()

    @property
    def lapses(self) -> dt.date | None:
        """The first day on which it counts no longer; the last day of all has none after it."""
        return None if self.last == dt.date.max else self.last + _DAY


def renewals(evaluation: Evaluation) -> tuple[Renewal, ...]:
    """List what counts on the day and has an end, the earliest first; equal sources are renewed as one.

    Sources that differ only in what of an item they were read for are equal.
    """
    found: dict[tuple[dt.date, str, str | None], list[tuple[str, Source | None]]] = {}
    for path, last, source in _ends(evaluation.subject):
        if evaluation.as_of is None or last >= evaluation.as_of:
            found.setdefault((last, "" if source else path, source.ref if source else None), []).append((path, source))
    made = (_renewal(last, items, evaluation) for (last, _, _), items in found.items())
    return tuple(sorted(made, key=lambda each: (each.last, each.fields)))


def _ends(collaboration: Collaboration) -> Iterator[tuple[str, dt.date, Source | None]]:
    for path, value in (("source", collaboration.source), *parts(collaboration)):
        if isinstance(value, Source) and value.valid_until is not None:
            yield path, value.valid_until, value
        if isinstance(value, Mandate) and value.until is not None:
            yield path, value.until, None


def _renewal(last: dt.date, items: list[tuple[str, Source | None]], evaluation: Evaluation) -> Renewal:
    fields, sources = tuple(dict.fromkeys(path for path, _ in items)), [source for _, source in items]
    rests = (each.criterion.id for each in evaluation.reports if _cites(each.finding, fields, sources))
    return Renewal(last, fields, sources[0], tuple(rests))


def _cites(finding: Finding, fields: tuple[str, ...], sources: list[Source | None]) -> bool:
    if not finding.outcome.decided:
        return False
    return any(_lies_in(each.field, fields) or (each.source and each.source in sources) for each in finding.evidence)


def _lies_in(path: str, fields: tuple[str, ...]) -> bool:
    return any(f"{path}.".startswith(f"{each}.") for each in fields)
