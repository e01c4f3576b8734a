"""A state machine that changes a collaboration as its keepers do, and holds after each step that it can be trusted."""

from __future__ import annotations

import datetime as dt
from itertools import count
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from samverkan.model.activities import Change, OnHoliday, Series
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN
from samverkan.model.values import ClockSpan, Period
from samverkan.planning.meeting import Status
from samverkan.planning.schedule import Schedule, schedule
from samverkan.testing.properties import check_collaboration, check_schedule
from samverkan.testing.strategies.nouns import bodies, seats, series
from samverkan.testing.strategies.times import clock_spans

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.model.bodies import Body, Seat
    from samverkan.model.records import Held
    from samverkan.planning.meeting import Meeting

_FIRST, _LAST = dt.date(2016, 1, 1), dt.date(2017, 1, 31)


class CollaborationMachine(RuleBasedStateMachine):
    """Adds and removes seats, adds bodies and series, moves and cancels meetings, extends the horizon.

    ``TestOurs = CollaborationMachine.TestCase`` runs it. A subclass may start from a collaboration of its own
    (``initial``), and add rules and invariants.
    """

    initial: ClassVar[Collaboration] = Collaboration(id="a", name="Samverkan")

    def __init__(self) -> None:
        super().__init__()
        self.collaboration = self.initial

    @property
    def schedule(self) -> Schedule:
        """The schedule of the collaboration as it is now."""
        return schedule(self.collaboration)

    @rule(body=bodies(max_seats=0))
    def add_body(self, body: Body) -> None:
        """Add a body without seats; it is the last."""
        fresh = evolve(body, id=_fresh(body.id, self.collaboration.bodies), quorum=UNKNOWN)
        self.collaboration = evolve(self.collaboration, bodies=(*self.collaboration.bodies, fresh))

    @precondition(lambda self: self.collaboration.bodies)
    @rule(seat=seats(), data=st.data())
    def add_seat(self, seat: Seat, data: st.DataObject) -> None:
        """Add a seat to a body."""
        body = data.draw(st.sampled_from(self.collaboration.bodies))
        fresh = evolve(seat, id=_fresh(seat.id, body.seats))
        larger = evolve(body, seats=(*body.seats, fresh))
        tables = tuple(larger if each is body else each for each in self.collaboration.bodies)
        self.collaboration = evolve(self.collaboration, bodies=tables)

    @precondition(lambda self: any(body.seats for body in self.collaboration.bodies))
    @rule(data=st.data())
    def remove_seat(self, data: st.DataObject) -> None:
        """Remove a seat, and with it what only it could do."""
        body = data.draw(st.sampled_from([body for body in self.collaboration.bodies if body.seats]))
        seat = data.draw(st.sampled_from(body.seats))
        fewer = evolve(
            body,
            seats=tuple(each for each in body.seats if each is not seat),
            quorum=UNKNOWN,
            chair=UNKNOWN if body.chair == seat.id else body.chair,
            secretary=UNKNOWN if body.secretary == seat.id else body.secretary,
        )
        held = tuple(_without(each, body, seat) for each in self.collaboration.held)
        tables = tuple(fewer if each is body else each for each in self.collaboration.bodies)
        self.collaboration = evolve(self.collaboration, bodies=tables, held=held)

    @precondition(lambda self: self.collaboration.bodies)
    @rule(one=series(min_value=_FIRST, max_value=_LAST, max_days=90), data=st.data())
    def add_series(self, one: Series, data: st.DataObject) -> None:
        """Add a series of meetings to a body; no other meeting changes."""
        body = data.draw(st.sampled_from(self.collaboration.bodies))
        allowed = OnHoliday.SKIP if one.on_holiday is OnHoliday.FORBID else one.on_holiday
        whole = self.collaboration
        name = _fresh("series", (*whole.series, *whole.events, *whole.activities))
        fresh = evolve(one, id=name, body=body.id, on_holiday=allowed)
        before = self.schedule
        self.collaboration = evolve(self.collaboration, series=(*self.collaboration.series, fresh))
        self._keeps(before, "adding a series")

    @precondition(lambda self: self._planned())
    @rule(data=st.data(), days=st.integers(-20, 20), clock=st.none() | clock_spans())
    def move_meeting(self, data: st.DataObject, days: int, clock: ClockSpan | None) -> None:
        """Move a meeting; no other is lost."""
        meeting = data.draw(st.sampled_from(self._planned()))
        moved = meeting.nominal + dt.timedelta(days=days)
        self._change(meeting, Change(nominal=meeting.nominal, date=moved, time=clock))

    @precondition(lambda self: self._planned())
    @rule(data=st.data())
    def cancel_meeting(self, data: st.DataObject) -> None:
        """Cancel a meeting; it stays listed, under its id, and does not take place."""
        meeting = data.draw(st.sampled_from(self._planned()))
        self._change(meeting, Change(nominal=meeting.nominal, cancelled=True))
        found = next(each for each in self.schedule.meetings if each.id == meeting.id)
        if found.status is not Status.CANCELLED:
            raise AssertionError(f"the meeting {meeting.id} was cancelled, but is {found.status.value}")

    @rule(days=st.integers(1, 60))
    def extend_horizon(self, days: int) -> None:
        """Plan further ahead; no meeting that was planned before changes."""
        before, horizon = self.schedule, self.collaboration.horizon
        if horizon is None or horizon.from_ is None or horizon.to is None:
            self.collaboration = evolve(self.collaboration, horizon=Period(_FIRST, _LAST))
            return
        longer = Period(horizon.from_, horizon.to + dt.timedelta(days=days))
        self.collaboration = evolve(self.collaboration, horizon=longer)
        self._keeps(before, "extending the horizon")

    @invariant()
    def the_collaboration_is_whole(self) -> None:
        """Hold what ``check_collaboration`` holds."""
        check_collaboration(self.collaboration)

    @invariant()
    def the_schedule_can_be_trusted(self) -> None:
        """Hold what ``check_schedule`` holds."""
        check_schedule(self.schedule, collaboration=self.collaboration)

    def _planned(self) -> list[Meeting]:
        changed = {(one.id, change.nominal) for one in self.collaboration.series for change in one.changes}
        forbidding = {one.id for one in self.collaboration.series if one.on_holiday is OnHoliday.FORBID}
        return [
            meeting
            for meeting in self.schedule.meetings
            if meeting.series is not None
            and meeting.series not in forbidding
            and (meeting.series, meeting.nominal) not in changed
        ]

    def _change(self, meeting: Meeting, change: Change) -> None:
        before = {each.id for each in self.schedule.meetings}
        changed = (
            evolve(one, changes=(*one.changes, change)) if one.id == meeting.series else one
            for one in self.collaboration.series
        )
        self.collaboration = evolve(self.collaboration, series=tuple(changed))
        lost = before - {each.id for each in self.schedule.meetings} - {meeting.id}
        if self.collaboration.horizon is None and lost:
            raise AssertionError(f"changing {meeting.id} lost {', '.join(sorted(lost))}")

    def _keeps(self, before: Schedule, by: str) -> None:
        after = set(self.schedule.meetings)
        for meeting in before.meetings:
            if meeting not in after:
                raise AssertionError(f"{by} changed the meeting {meeting.id}")


def _fresh(name: str, others: Iterable[Any]) -> str:
    """Give a name that none of the others has."""
    taken = {each.id for each in others}
    return next(fresh for number in count() if (fresh := f"{name}-x{number}") not in taken)


def _without(held: Held, body: Body, seat: Seat) -> Held:
    if held.body != body.id:
        return held
    return evolve(held, present=tuple(name for name in held.present if name != seat.id))
