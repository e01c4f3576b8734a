"""An arrangement as plain data for programs: what was chosen, how good it is, and what could not be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.outcomes import schedule_data

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from samverkan.arranging.arrangement import Arrangement
    from samverkan.arranging.problem import Wanted
    from samverkan.arranging.solution import Conflict, LeftOut, Part, Placement, Score
    from samverkan.arranging.strain import Strain
    from samverkan.formats.outcomes import Plain
    from samverkan.formats.wording import Wording
    from samverkan.model.message import Message


def arrangement_data(arrangement: Arrangement, wording: Wording) -> dict[str, Plain]:
    """Give the times that were chosen, what was left out and why, and how far from the best it may be.

    ``score`` and ``bound`` count what is left out, what is moved against an earlier arrangement, and the cost, in that
    order of weight; ``gap`` is null where a better one may leave out or move fewer. ``schedule`` is as ``samverkan
    schedule`` gives it.
    """
    return {
        "collaborations": [{"id": each.id, "name": wording.value(each.name)} for each in arrangement.schedule.members],
        "solver": str(arrangement.solution.solver.value),
        "score": _score(arrangement.score),
        "bound": _score(arrangement.bound),
        "gap": arrangement.gap,
        "proven": arrangement.proven,
        "everything_fits": arrangement.everything_fits,
        "clashes_before": len(arrangement.before.clashes),
        "placements": [_placement(each, wording) for each in arrangement.placements],
        "left_out": [_left_out(each, wording) for each in arrangement.left_out],
        "parts": [_part(each) for each in arrangement.parts],
        "conflicts": [_conflict(each, wording) for each in arrangement.conflicts],
        "strains": [_strain(each, arrangement, wording) for each in arrangement.strains],
        "doubts": _told(arrangement.doubts, wording),
        "schedule": schedule_data(arrangement.schedule, wording),
    }


def _told(messages: Sequence[Message], wording: Wording) -> Plain:
    return [wording.tell(each) for each in messages]


def _score(score: Score) -> Plain:
    return {"left_out": score.left_out, "moved": score.moved, "cost": score.cost}


def _wanted(wanted: Wanted) -> dict[str, Plain]:
    return {
        "id": wanted.id,
        "collaboration": wanted.collaboration,
        "bodies": list(wanted.bodies),
        "series": wanted.series,
        "nominal": wanted.nominal.isoformat(),
        "planned": wanted.date.isoformat(),
        "holders": list(wanted.holders),
    }


def _placement(placement: Placement, wording: Wording) -> Plain:
    chosen = placement.candidate
    return {
        **_wanted(placement.wanted),
        "start": chosen.start.isoformat(),
        "end": chosen.end.isoformat(),
        "place": chosen.place,
        "cost": chosen.cost,
        "kept": placement.kept,
        "reasons": _told(placement.reasons, wording),
    }


def _left_out(left: LeftOut, wording: Wording) -> Plain:
    return {**_wanted(left.wanted), "why": wording.tell(left.why)}


def _part(part: Part) -> Plain:
    return {
        "meetings": list(part.meetings),
        "score": _score(part.score),
        "bound": _score(part.bound),
        "gap": part.gap,
        "proven": part.proven,
    }


def _conflict(conflict: Conflict, wording: Wording) -> Plain:
    return {
        "kind": str(conflict.kind.value),
        "meetings": list(conflict.meetings),
        "holders": list(conflict.holders),
        "first": _iso(conflict.first),
        "last": _iso(conflict.last),
        "possible": conflict.possible,
        "minimal": conflict.minimal,
        "why": wording.tell(conflict.why),
    }


def _strain(strain: Strain, arrangement: Arrangement, wording: Wording) -> Plain:
    return {
        "holder": strain.holder,
        "name": wording.value(arrangement.problem.words(strain.holder)),
        "meetings": list(strain.meetings),
        "collaborations": list(strain.collaborations),
        "first": strain.first.isoformat(),
        "last": strain.last.isoformat(),
        "days": strain.days,
        "possible": strain.possible,
        "too_much": strain.too_much,
        "suffices_for": strain.suffices_for,
    }


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
