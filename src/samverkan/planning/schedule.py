"""All meetings of a collaboration in order, what has no date, and what clashes (*mötesplan*)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Self

from attrs import evolve, field, frozen

from samverkan.errors import UnknownNameError
from samverkan.model.terms import Term
from samverkan.model.values import Period
from samverkan.planning.breaches import Breach, breaches
from samverkan.planning.clashes import Clash, clashes
from samverkan.planning.draft import drafted
from samverkan.planning.meeting import Meeting
from samverkan.planning.member import Member
from samverkan.planning.occasion import Occasion
from samverkan.planning.table import Table, tables_of
from samverkan.planning.unplaced import Unplaced

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.model.collaboration import Collaboration
    from samverkan.planning.workdays import Calendar


@frozen
class Gap:
    """The days between two meetings in a row (*uppehåll*)."""

    days: int
    first: dt.date
    second: dt.date


@frozen
class Outlook:
    """A schedule split at a day (*lägesbild*), which lies ahead itself: each meeting is in one of the two parts.

    What has no date is in both parts unless it certainly lies in one of them.
    """

    day: dt.date
    behind: Schedule
    ahead: Schedule

    @property
    def next(self) -> Meeting | None:
        """The first meeting that takes place on the day or after it."""
        return next(iter(self.ahead.taking_place), None)

    @property
    def previous(self) -> Meeting | None:
        """The last meeting that takes place before the day."""
        return next(reversed(self.behind.taking_place), None)


@frozen(kw_only=True)
class Schedule:
    """The meetings of a collaboration in order, within a horizon, with what is unplaced and what clashes.

    A slice is a schedule again; it keeps the clashes in which one of its meetings takes part. Meetings that do not take
    place stay listed with their status: ``taking_place`` leaves them out. ``occasions`` are the days of activities,
    ``breaches`` the meetings that do not keep to the calendar of the file. ``members`` are the collaborations that are
    planned together here, in the order of their ids, and nothing where it is one alone.
    """

    collaboration: str
    horizon: Period | None = None
    meetings: tuple[Meeting, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    clashes: tuple[Clash, ...] = ()
    breaches: tuple[Breach, ...] = ()
    tables: tuple[Table, ...] = field(default=(), repr=False)
    members: tuple[Member, ...] = ()

    @property
    def taking_place(self) -> tuple[Meeting, ...]:
        """The meetings at which people meet: not those skipped, cancelled or merged into another."""
        return tuple(meeting for meeting in self.meetings if meeting.takes_place)

    def owner(self, id_: str) -> str:
        """Give the id of the collaboration whose meeting, body or seat has an id in this schedule."""
        return id_.partition("/")[0] if self.members else self.collaboration

    def member(self, id_: str) -> Member | None:
        """Give the member to which what has an id in this schedule belongs, nothing where there is one alone."""
        return next((each for each in self.members if each.id == self.owner(id_)), None)

    def of(self, body: str) -> Self:
        """Give the part of one body; meetings held together with another body count to both."""
        _known("body", body, (table.body for table in self.tables))
        return self._of_bodies({body})

    def of_seat(self, seat: str) -> Self:
        """Give the part of the bodies that list a seat."""
        named = {table.body: {name for name, _ in table.named_seats} for table in self.tables}
        _known("seat", seat, (name for table in self.tables for name, _ in table.named_seats))
        return self._of_bodies({body for body, names in named.items() if seat in names})

    def of_organisation(self, organisation: str) -> Self:
        """Give the part of the bodies in which an organisation has a seat."""
        seated = {table.body: {name for seat in table.seats for name in seat.organisations} for table in self.tables}
        known = sorted({name for names in seated.values() for name in names})
        if organisation not in known:
            raise UnknownNameError("organisation with a seat", organisation, known)
        return self._of_bodies({body for body, names in seated.items() if organisation in names})

    def between(self, first: dt.date, last: dt.date) -> Self:
        """Give the part from one day to another, both included, with what may lie there but has no date."""
        return evolve(
            self._only(
                (meeting for meeting in self.meetings if first <= meeting.date <= last),
                (item for item in self.unplaced if _may_lie(item, first, last)),
                (day for day in self.occasions if first <= day.date <= last),
            ),
            horizon=Period(first, last),
        )

    def in_term(self, term: Term) -> Self:
        """Give the part in a half-year: spring is January to June, autumn July to December."""
        return self.between(term.first, term.last)

    def next(self, after: dt.date) -> Meeting | None:
        """Give the first meeting that takes place after a day."""
        return next((meeting for meeting in self.meetings if meeting.date > after and meeting.takes_place), None)

    def previous(self, before: dt.date) -> Meeting | None:
        """Give the last meeting that takes place before a day."""
        held = (meeting for meeting in reversed(self.meetings) if meeting.date < before and meeting.takes_place)
        return next(held, None)

    def as_of(self, day: dt.date) -> Outlook:
        """Split the schedule at a day: what lies behind it, and what lies ahead; the day itself lies ahead."""
        behind = self._only(
            (meeting for meeting in self.meetings if meeting.date < day),
            (item for item in self.unplaced if item.earliest is None or item.earliest < day),
            (each for each in self.occasions if each.date < day),
        )
        ahead = self._only(
            (meeting for meeting in self.meetings if meeting.date >= day),
            (item for item in self.unplaced if item.latest is None or item.latest >= day),
            (each for each in self.occasions if each.date >= day),
        )
        return Outlook(day, behind, ahead)

    def largest_gap(self, body: str | None = None) -> Gap | None:
        """Give the longest time between two meetings in a row, of a body or of all; of several, the first."""
        part = self if body is None else self.of(body)
        days = sorted({meeting.date for meeting in part.taking_place})
        gaps = [Gap((second - first).days, first, second) for first, second in pairwise(days)]
        return max(gaps, key=lambda gap: gap.days, default=None)

    def per_term(self, body: str | None = None) -> dict[Term, int]:
        """Count the meetings that take place in each half-year that has any, of a body or of all."""
        part = self if body is None else self.of(body)
        return dict(Counter(Term.of(meeting.date) for meeting in part.taking_place))

    def _of_bodies(self, bodies: set[str]) -> Self:
        return self._only(
            (meeting for meeting in self.meetings if not bodies.isdisjoint(meeting.bodies)),
            (item for item in self.unplaced if not bodies.isdisjoint(item.bodies)),
            (day for day in self.occasions if not bodies.isdisjoint(day.bodies)),
        )

    def _only(self, meetings: Iterable[Meeting], unplaced: Iterable[Unplaced], occasions: Iterable[Occasion]) -> Self:
        kept = tuple(meetings)
        names = {meeting.id for meeting in kept}
        return evolve(
            self,
            meetings=kept,
            occasions=tuple(occasions),
            unplaced=tuple(unplaced),
            clashes=tuple(clash for clash in self.clashes if not names.isdisjoint(clash.meetings)),
            breaches=tuple(breach for breach in self.breaches if breach.meeting in names),
        )


def _known(kind: str, name: str, names: Iterable[str]) -> None:
    known = tuple(dict.fromkeys(names))
    if name not in known:
        raise UnknownNameError(kind, name, known)


def _may_lie(item: Unplaced, first: dt.date, last: dt.date) -> bool:
    return not ((item.latest and item.latest < first) or (item.earliest and item.earliest > last))


def schedule(
    collaboration: Collaboration, *, horizon: Period | None = None, calendar: Calendar | None = None
) -> Schedule:
    """Turn a collaboration into its schedule; all that cannot be placed as the file says is told at once.

    The horizon is the collaboration's own where none is given; what lies outside is left out, and never changes what
    lies inside. Where none is stated either, nothing is left out, and it is from the first day to the last. The
    calendar is the file's, on top of Sweden's holidays, where none is given; a meeting that does not keep to the file's
    is told among the breaches.
    """
    planned = without_clashes(collaboration, horizon=horizon, calendar=calendar)
    return evolve(planned, clashes=clashes(planned.meetings, planned.tables, travel=collaboration.travel))


def without_clashes(
    collaboration: Collaboration, *, horizon: Period | None = None, calendar: Calendar | None = None
) -> Schedule:
    """Turn a collaboration into its schedule, and leave the search for clashes to whoever merges it with others."""
    draft = drafted(collaboration, calendar)
    bounds = horizon or collaboration.horizon
    whole = Schedule(
        collaboration=collaboration.id,
        horizon=_hull([each.date for each in draft.meetings] + [each.date for each in draft.occasions]),
        meetings=tuple(draft.meetings),
        occasions=tuple(draft.occasions),
        unplaced=tuple(draft.unplaced),
        tables=tables_of(collaboration),
    )
    inside = whole if bounds is None else _within(whole, bounds)
    known = draft.calendar
    if collaboration.calendar is None or known is None:
        return inside
    return evolve(inside, breaches=breaches(inside.meetings, known))


def _within(whole: Schedule, bounds: Period) -> Schedule:
    return evolve(whole.between(bounds.from_ or dt.date.min, bounds.to or dt.date.max), horizon=bounds)


def _hull(days: list[dt.date]) -> Period | None:
    return Period(min(days), max(days)) if days else None
