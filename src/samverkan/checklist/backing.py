"""Findings that the admitted evidence alone supports (*belagda iakttagelser*): no decision rests on any other."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.checklist.admission import Admission, restricted
from samverkan.checklist.case import Case, case_of
from samverkan.checklist.finding import Ask, Evidence, Finding, unknown
from samverkan.checklist.outcome import Outcome
from samverkan.model.message import say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator

    from samverkan.checklist.criterion import Criterion, Judge
    from samverkan.checklist.parameters import Parameters
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.message import Message
    from samverkan.model.source import Source


def findings(
    collaboration: Collaboration,
    criteria: Iterable[Criterion],
    *,
    as_of: dt.date | None,
    parameters: Parameters,
    admission: Admission,
) -> Iterator[Finding]:
    """Judge a collaboration as of a day by each criterion, as far as admitted evidence goes.

    What is found on fewer sources is found on more: a criterion that cites evidence which is not admitted is tried on
    still less of it, where it may find other support, before it is called unknown. So no source that is taken away can
    decide what was not decided.
    """
    everything = admission.admits_all(collaboration)

    @cache
    def case(admitted: Admission) -> Case:
        known = collaboration if everything else restricted(collaboration, admitted)
        return case_of(known, as_of=as_of, parameters=parameters)

    for criterion in criteria:
        judge = criterion.judge
        yield judge(case(admission)) if everything else _backed(judge, case, admission, collaboration)


def _backed(judge: Judge, case: Callable[[Admission], Case], admission: Admission, whole: Collaboration) -> Finding:
    first = judge(case(admission))
    lacking = _not_admitted(first.evidence, admission, whole)
    if not lacking:
        return first
    if first.outcome is Outcome.UNKNOWN:
        return evolve(first, evidence=_without(first.evidence, lacking))
    for row in admission.narrower(whole):
        for admitted in row:
            found = judge(case(admitted))
            if found.outcome is Outcome.UNKNOWN:
                break  # on still less, nothing more is known
            if not _not_admitted(found.evidence, admitted, whole):
                return found
    return _unsupported(first, lacking, admission, whole)


def _not_admitted(evidence: Iterable[Evidence], admission: Admission, whole: Collaboration) -> list[Evidence]:
    return [
        each for each in evidence if not admission.admits(each.source or whole.source, each.field.rpartition(".")[2])
    ]


def _without(evidence: Iterable[Evidence], lacking: list[Evidence]) -> list[Evidence]:
    return [each for each in evidence if each not in lacking]


def _unsupported(finding: Finding, lacking: list[Evidence], admission: Admission, whole: Collaboration) -> Finding:
    found = [(each.field, each.source or whole.source) for each in lacking]
    if admission.documented:
        because = say("No record shows this.")
    else:
        refs = tuple(dict.fromkeys(source.ref for _, source in found if source))
        because = say("This rests on evidence that no longer counts: {sources}.", sources=refs)
    asks = [Ask(field, _asked(source)) for field, source in found]
    return unknown(because, *_without(finding.evidence, lacking), asks=asks)


def _asked(source: Source | None) -> Message:
    if source is None or source.valid_until is None:
        return say("Which record shows this?")
    return say("Is this still so? The last day of “{source}” is {day}.", source=source.ref, day=source.valid_until)
