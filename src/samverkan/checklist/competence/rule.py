"""How many voting seats must be there (*beslutsförhet*): by law, by the body's own rule, or nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from samverkan.checklist.competence.law import MORE_THAN_HALF
from samverkan.checklist.interval import Interval
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.reading import Reading
from samverkan.model.bodies import Body, BodyKind, Statute
from samverkan.model.mandate import AtLeast

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.model.mandate import Quorum

Office: TypeAlias = Statute | None
"""What the act makes of a body; ``None`` where it does not know it."""

BY_LAW = frozenset({Statute.COUNCIL, Statute.COMMITTEE})
"""Whose quorum the act sets."""


def statute_of(body: Body) -> Reading[Statute]:
    """Read what the act makes of the body."""
    return Reading(f"bodies.{body.id}.statute", body.statute, body.source)


def quorum_of(body: Body) -> Reading[Quorum]:
    """Read the body's own rule."""
    return Reading(f"bodies.{body.id}.quorum", body.quorum, body.source)


def offices(body: Body) -> tuple[Office, ...]:
    """Give what the act may make of the body for all that is known; no group but a political body has a place in it."""
    if body.kind is not BodyKind.POLITICAL_BODY or statute_of(body).denied:
        return (None,)
    known = statute_of(body).value
    return (*Statute, None) if known is None else (known,)


def needed_by(body: Body, office: Office) -> Interval:
    """Give how many voting seats must be there.

    Where it is declared that there is no rule all are needed, since nobody has agreed to be bound by fewer (our
    choice). An unknown rule may be any that the seats can reach.
    """
    all_, quorum = max(len(body.voting), 1), quorum_of(body)
    if office in BY_LAW:
        return _by(MORE_THAN_HALF, body)
    if quorum.value is not None:
        return _by(quorum.value, body)
    return Interval(all_ if quorum.denied else 1, all_ if body.seats_complete else None)


def _by(rule: Quorum, body: Body) -> Interval:
    least = rule.needed(len(body.voting))
    # A seat more may raise a share, never a number.
    fixed = body.seats_complete or isinstance(rule, AtLeast) or not rule.more_than
    return Interval(least, least if fixed else None)


def needed_at(body: Body) -> Interval:
    """Give how many voting seats must be there, whatever the act makes of the body."""
    return hull(needed_by(body, office) for office in offices(body))


def hull(intervals: Iterable[Interval]) -> Interval:
    """Give the least interval that holds them all."""
    found = list(intervals)
    highs = [each.high for each in found if each.high is not None]
    return Interval(min(each.low for each in found), max(highs) if len(highs) == len(found) else None)


def reaches(count: Interval, needed: Interval) -> Outcome:
    """Say whether the count is at least what is needed, for every completion of both."""
    if needed.high is not None and count.low >= needed.high:
        return Outcome.MET
    return Outcome.NOT_MET if count.high is not None and count.high < needed.low else Outcome.UNKNOWN
