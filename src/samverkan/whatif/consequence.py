"""What comes of a variant (*följd*): the same questions asked of each."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.interval import Interval
from samverkan.checklist.outcome import Outcome, Verdict
from samverkan.checklist.own.checklist import OwnChecklist
from samverkan.drills.drill import quorums
from samverkan.drills.waiting import followable, planned, waiting
from samverkan.errors import Fault, InvalidCollaborationError, InvalidValueError
from samverkan.model.collaboration import Collaboration
from samverkan.planning.breaches import breaches
from samverkan.planning.clashes import ClashKind
from samverkan.planning.holiday import FIRST_YEAR, LAST_YEAR
from samverkan.planning.local import calendar_of
from samverkan.planning.meeting import Status
from samverkan.whatif.variant import Variant

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkan.planning.schedule import Schedule

_OFF = (Status.SKIPPED, Status.CANCELLED, Status.MERGED)


def _collaborations(collaborations: Iterable[Collaboration]) -> tuple[Collaboration, ...]:
    return tuple(collaborations)


def _some(_: object, __: object, collaborations: tuple[Collaboration, ...]) -> None:
    if not collaborations:
        raise InvalidValueError("no-collaboration", "there is no collaboration to change", "one or several")


@frozen(kw_only=True)
class Case:
    """What variants are made of and judged by (*utgångsläge*); it is sent to whoever works, so it holds only values.

    The checklist is a name, or one of one's own as data.
    """

    collaborations: tuple[Collaboration, ...] = field(converter=_collaborations, validator=_some)
    checklist: str | OwnChecklist = "tranemo"
    as_of: dt.date | None = None


@frozen
class Judged:
    """One collaboration of the variant as the checklist finds it."""

    collaboration: str
    verdict: Verdict
    score: Interval


def _judged(found: Iterable[Judged]) -> tuple[Judged, ...]:
    return tuple(found)


@frozen(kw_only=True)
class Measures:
    """The answers of one variant (*mått*), of several collaborations planned together.

    ``meetings`` take place, ``moved`` of them on another day than by rule; ``cancelled`` are those skipped, merged or
    cancelled, ``unplaced`` what has no date, ``breaches`` the meetings on free days or outside hours. Of the pairs of
    meetings that clash some are ``certain``, others ``possible``. ``longest`` is the longest waiting in days of what
    certainly arrives, ``never`` the ways on which something does not; both are nothing where the meetings are too many
    to follow the news. Of the bodies whose voting seats are all listed ``quorate`` can certainly reach a quorum,
    ``inquorate`` certainly not.
    """

    judged: tuple[Judged, ...] = field(converter=_judged)
    meetings: int
    moved: int
    cancelled: int
    unplaced: int
    breaches: int
    certain: int
    possible: int
    longest: int | None
    never: int | None
    quorate: int
    inquorate: int


def _faults(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(faults)


@frozen
class Consequence:
    """A variant and what comes of it: the measures, or why it cannot be (*följd*)."""

    variant: Variant
    measures: Measures | None
    faults: tuple[Fault, ...] = field(default=(), converter=_faults)


def consequences(case: Case, variants: Iterable[Variant]) -> tuple[Consequence, ...]:
    """Judge some variants of a case, each for itself; one that cannot be planned is told with its faults.

    Raises ``UnknownNameError`` for a series, break or checklist that does not exist.
    """
    return tuple(consequence(case, variant) for variant in variants)


def consequence(case: Case, variant: Variant) -> Consequence:
    """Judge one variant of a case; raises as ``consequences`` does."""
    try:
        return Consequence(variant, _measured(case, [variant.apply(each) for each in case.collaborations]))
    except InvalidCollaborationError as error:
        return Consequence(variant, None, [Fault(each.code, each.message) for each in error.faults])
    except InvalidValueError as error:
        return Consequence(variant, None, [Fault(error.code, error.message)])


def _measured(case: Case, changed: Sequence[Collaboration]) -> Measures:
    plan = planned(changed)
    status = Counter(meeting.status for meeting in plan.meetings)
    kinds = Counter(clash.kind for clash in plan.clashes)
    able = Counter(
        quorum.attainable
        for before, after in zip(case.collaborations, changed, strict=True)
        for _, quorum in quorums(after, before)
    )
    longest, never = _waits(changed, plan)
    return Measures(
        judged=[_judgement(case, each) for each in changed],
        meetings=len(plan.taking_place),
        moved=status[Status.MOVED],
        cancelled=sum(status[each] for each in _OFF),
        unplaced=len(plan.unplaced),
        breaches=sum(_off_calendar(each, plan) for each in changed),
        certain=kinds[ClashKind.CERTAIN],
        possible=kinds[ClashKind.POSSIBLE],
        longest=longest,
        never=never,
        quorate=able[Outcome.MET],
        inquorate=able[Outcome.NOT_MET],
    )


def _off_calendar(collaboration: Collaboration, plan: Schedule) -> int:
    """Count the meetings that do not keep to the calendar; a plan tells them only of a file that states one."""
    meetings = [each for each in plan.taking_place if plan.owner(each.id) == collaboration.id]
    years = [each.date.year for each in meetings if FIRST_YEAR <= each.date.year <= LAST_YEAR]
    if not years:
        return 0
    calendar = calendar_of(collaboration.calendar, min(years), max(years))
    return len({breach.meeting for breach in breaches(meetings, calendar)})


def _waits(changed: Sequence[Collaboration], plan: Schedule) -> tuple[int | None, int | None]:
    if not followable(plan):
        return None, None
    found = waiting(changed, plan=plan)
    return found.worst, sum(bool(passage.unreached) for passage in found.passages)


def _judgement(case: Case, collaboration: Collaboration) -> Judged:
    named = case.checklist
    checklist = named if isinstance(named, str) else named.made()
    found = evaluate(collaboration, checklist=checklist, as_of=case.as_of)
    return Judged(collaboration.id, found.verdict, found.score)
