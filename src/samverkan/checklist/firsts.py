"""When a body first met (*första mötet*): between which days, and what would tell it more closely."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.checklist.finding import AnyOf, Ask, Evidence, one_of
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.reading import Reading, cite
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.checklist.case import Case
    from samverkan.model.bodies import Body
    from samverkan.model.when import When


@frozen
class FirstMeeting:
    """The days between which a body first met; an end that nobody knows is nothing.

    The later end is the first meeting that is known. An earlier one is ruled out only by a complete plan, or by the day
    on which the body was convened.
    """

    earliest: dt.date | None
    latest: dt.date | None
    evidence: tuple[Evidence, ...]
    conflict: tuple[Evidence, ...]
    asks: tuple[Ask, ...]

    @property
    def listing(self) -> AnyOf:
        """The answers that can show an earlier meeting than any that is known: a plan that is listed in full."""
        return one_of(ask for ask in self.asks if ask.field == "plan_complete")

    def not_before(self, day: dt.date) -> Outcome:
        """Say whether the body first met on the day or later."""
        if self.latest is not None and self.latest < day:
            return Outcome.NOT_MET
        return Outcome.MET if self.earliest is not None and self.earliest >= day else Outcome.UNKNOWN


def first_meeting(case: Case, body: Body) -> FirstMeeting:
    """Find when a body first met from its plan, from the log of what was held, and from when it was convened."""
    planned = case.meetings_of(body)
    perhaps = case.unplaced_in(body)
    held = [each for each in case.collaboration.held if each.body == body.id]
    known = sorted(
        [(each.day, each.shown) for each in planned if each.day is not None]
        + [
            (each.date, (cite(f"held.{body.id}.{each.date}", say("{day}", day=each.date), each.source),))
            for each in held
        ],
        key=lambda entry: entry[0],
    )
    latest = min((each.span.latest for each in planned if each.span.latest and not each.several), default=None)
    latest = min((day for day in (latest, *(day for day, _ in known)) if day), default=None)
    convened: Reading[When] = Reading(f"bodies.{body.id}.convened", body.convened, body.source)
    since = convened.value.span.earliest if convened.value else None
    plan = _earliest(each.span.earliest for each in (*planned, *perhaps)) if case.collaboration.plan_complete else None
    if plan and held:
        plan = min(plan, *(each.date for each in held))
    evidence = [each for _, cited in known[:1] for each in cited]
    if since:
        evidence.append(convened.cited)
    if plan:
        evidence.append(case.listed("plan_complete", closed=True))
    return FirstMeeting(
        max((day for day in (since, plan) if day), default=None),
        latest,
        tuple(evidence),
        convened.conflict,
        _asks(body, planned_complete=case.collaboration.plan_complete),
    )


def _earliest(days: Iterable[dt.date | None]) -> dt.date | None:
    found = list(days)
    return None if None in found else min((day for day in found if day), default=None)


def _asks(body: Body, *, planned_complete: bool) -> tuple[Ask, ...]:
    asks = [Ask(f"bodies.{body.id}.convened", say("When was {body} convened?", body=body.name))]
    if not planned_complete:
        asks.append(Ask("plan_complete", say("Are all meetings and events on the plan listed?")))
    return tuple(asks)
