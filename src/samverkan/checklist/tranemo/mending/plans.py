"""New meetings and events (*möten, händelser*), and the horizon that they need."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.checklist.amending import amended, fresh
from samverkan.checklist.outcome import Outcome, all_of
from samverkan.checklist.tranemo.mending.fresh import ANY_DAY, horizon_of, some_day
from samverkan.model.activities import Event, Series
from samverkan.model.cadence import EveryDays
from samverkan.model.facts import stated
from samverkan.model.names import Text
from samverkan.model.values import ClockSpan, Period
from samverkan.model.when import OnDate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from samverkan.checklist.case import Case
    from samverkan.checklist.occasions import Item, Occasion
    from samverkan.model.activities import Audience
    from samverkan.model.bodies import Body
    from samverkan.model.collaboration import Collaboration

HOURS = ClockSpan(dt.time(13), dt.time(15))
"""When a new meeting is held (our choice)."""
_HALF_A_YEAR = dt.timedelta(days=182)


def with_event(
    whole: Collaboration, day: dt.date, bodies: Iterable[str] = (), audience: Iterable[Audience] = ()
) -> Collaboration:
    """Add an event on a day, with its hours."""
    name = Text("Ny händelse", "New event")
    event = Event(fresh("new-event", _taken(whole)), name, OnDate(day), HOURS, bodies=bodies, audience=audience)
    return amended(whole, events=(*whole.events, event))


def _taken(whole: Collaboration) -> Iterable[str]:
    return (each.id for kind in (whole.series, whole.events, whole.activities) for each in kind)


def with_horizon(case: Case) -> Case:
    """Give the case with a horizon, which nothing dated lies outside of where the file sets none."""
    return case if case.horizon else case.after(amended(case.collaboration, horizon=horizon_of(case)))


def in_every_term(
    case: Case, rated: Callable[[Case], Sequence[tuple[Occasion, Outcome]]], **event: tuple[object, ...]
) -> Collaboration:
    """Add an event in each term of the horizon that has none for certain; occasions are rated as the criterion does."""
    case = with_horizon(case)
    found, first = rated(case), some_day(case)
    whole = case.collaboration
    for term in case.terms:
        held = (all_of([kind, each.falls_in(term.first, term.last)]) for each, kind in found)
        if Outcome.MET not in held:
            whole = with_event(whole, max(term.first, first), **event)  # type: ignore[arg-type]  # bodies or audience
    return whole


def with_series(case: Case, group: Body) -> Collaboration:
    """Add a series of the group through the horizon, of two meetings at least, no sparser than the thresholds ask.

    It starts no earlier than the initiative or else with the first meeting that is known, so that no first meeting
    moves before the initiative. A horizon of a single day is made longer.
    """
    whole = case.collaboration
    first, last = _reach(case, group)
    days = min(case.parameters.max_gap_days, case.parameters.max_cadence_days)
    if first == last:
        last += dt.timedelta(days=days)
        whole = amended(whole, horizon=Period(case.horizon[0], last) if case.horizon else None)
    every = EveryDays(min(days, (last - first).days))
    series = Series(fresh("new-series", _taken(whole)), group.id, every, first, last, HOURS)
    return amended(whole, series=(*whole.series, series))


def _reach(case: Case, group: Body) -> tuple[dt.date, dt.date]:
    meetings = case.meetings_of(group)
    spans = [each.span for each in meetings]
    known = [day for span in spans for day in (span.earliest, span.latest) if day is not None]
    start = min(known, default=some_day(case))
    first, last = case.horizon or (start, max([*known, start + _HALF_A_YEAR]))
    dated = min([last, *(each.day for each in meetings if each.day is not None and first <= each.day)])
    initiative = stated(case.collaboration.initiative.date)
    begin = first if initiative is None else max(first, initiative)
    return min(begin, dated), last


def dated(whole: Collaboration, occasion: Occasion, day: dt.date) -> Collaboration:
    """Set the day of an event or activity, in each mention of it; a series keeps its rule."""
    paths = {each.field.removesuffix(".when") for each in occasion.mentions}
    return amended(
        whole,
        events=tuple(evolve(e, when=OnDate(day)) if f"events.{e.id}" in paths else e for e in whole.events),
        activities=tuple(evolve(a, when=OnDate(day)) if f"activities.{a.id}" in paths else a for a in whole.activities),
    )


def run_items(whole: Collaboration) -> list[Item]:
    """List what somebody runs: activities, and events that are not cancelled."""
    return [*whole.activities, *(each for each in whole.events if not each.cancelled)]


def organised_by(whole: Collaboration, organisation: str) -> Collaboration:
    """Let an organisation run the first activity or event of the file, or a new event."""
    if not run_items(whole):
        whole = with_event(whole, ANY_DAY)
    chosen = run_items(whole)[0].id
    return amended(
        whole,
        events=tuple(evolve(e, organisers=[organisation]) if e.id == chosen else e for e in whole.events),
        activities=tuple(evolve(a, organisers=[organisation]) if a.id == chosen else a for a in whole.activities),
    )
