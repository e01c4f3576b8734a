"""All meetings of a collaboration in order, what has no date, and what clashes (*mötesplan*)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Self

from attrs import evolve, field, frozen

from samverkan.errors import Fault, InvalidCollaborationError, UnknownNameError
from samverkan.model.bodies import BodyStatus
from samverkan.model.facts import Absent, Disputed, Unknown, stated
from samverkan.model.terms import Term
from samverkan.model.values import Period
from samverkan.model.when import Often, Precision
from samverkan.planning.clashes import Clash, clashes
from samverkan.planning.frequency import count_of
from samverkan.planning.holiday import FIRST_YEAR, LAST_YEAR
from samverkan.planning.meeting import Meeting, in_order
from samverkan.planning.occasion import Occasion
from samverkan.planning.placing import needs_calendar, place
from samverkan.planning.programme import programme
from samverkan.planning.table import Table, tables_of
from samverkan.planning.unplaced import Unplaced
from samverkan.planning.workdays import Calendar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.model.cadence import Cadence
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.facts import Fact


@frozen
class Gap:
    """The days between two meetings in a row (*uppehåll*)."""

    days: int
    first: dt.date
    second: dt.date


@frozen(kw_only=True)
class Schedule:
    """The meetings of a collaboration in order, within a horizon, with what is unplaced and what clashes.

    A slice is a schedule again; it keeps the clashes in which one of its meetings takes part. Meetings that do not take
    place stay listed with their status: ``taking_place`` leaves them out. ``occasions`` are the days of activities.
    """

    collaboration: str
    horizon: Period | None = None
    meetings: tuple[Meeting, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    clashes: tuple[Clash, ...] = ()
    tables: tuple[Table, ...] = field(default=(), repr=False)

    @property
    def taking_place(self) -> tuple[Meeting, ...]:
        """The meetings at which people meet: not those skipped, cancelled or merged into another."""
        return tuple(meeting for meeting in self.meetings if meeting.takes_place)

    def of(self, body: str) -> Self:
        """Give the part of one body; meetings held together with another body count to both."""
        _known("body", body, (table.body for table in self.tables))
        return self._of_bodies({body})

    def of_seat(self, seat: str) -> Self:
        """Give the part of the bodies that list a seat."""
        _known("seat", seat, (each.id for table in self.tables for each in table.seats))
        return self._of_bodies({table.body for table in self.tables if any(each.id == seat for each in table.seats)})

    def of_organisation(self, organisation: str) -> Self:
        """Give the part of the bodies in which an organisation has a seat."""
        seated = {table.body: {name for seat in table.seats for name in seat.organisations} for table in self.tables}
        _known("organisation with a seat", organisation, sorted({name for names in seated.values() for name in names}))
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
        touching = (clash for clash in self.clashes if not names.isdisjoint(clash.meetings))
        return evolve(
            self, meetings=kept, occasions=tuple(occasions), unplaced=tuple(unplaced), clashes=tuple(touching)
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

    The horizon is the collaboration's own where none is given, else from the first meeting to the last; what lies
    outside is left out, and never changes what lies inside. The calendar is Sweden's where none is given.
    """
    meetings, occasions, unplaced = programme(collaboration.events, collaboration.activities)
    faults: list[Fault] = []
    names = {body.id: body.name for body in collaboration.bodies}
    known = calendar or _calendar(collaboration)
    for position, series in enumerate(collaboration.series):
        name, path = series.name or names[series.body], ("series", position)
        placed = place(series, name, path=path, calendar=known, terms=collaboration.terms)
        meetings += placed.meetings
        unplaced += placed.unplaced
        faults += placed.faults
    if faults:
        raise InvalidCollaborationError(faults)
    unplaced += _frequencies(collaboration)
    meetings.sort(key=in_order)
    occasions.sort(key=_by_date)
    unplaced.sort(key=_by_earliest)
    whole = Schedule(
        collaboration=collaboration.id,
        horizon=horizon or collaboration.horizon or _hull(meetings),
        meetings=tuple(meetings),
        occasions=tuple(occasions),
        unplaced=tuple(unplaced),
        tables=tables_of(collaboration),
    )
    return _within_horizon(whole)


def _calendar(collaboration: Collaboration) -> Calendar | None:
    needing = [series for series in collaboration.series if needs_calendar(series)]
    years = {day.year for series in needing for day in (series.from_, series.to)}
    # Each series that no known year touches says so itself.
    if not years or max(years) < FIRST_YEAR or min(years) > LAST_YEAR:
        return None
    return Calendar.swedish(min(years) - 1, max(years) + 1)


def _frequencies(collaboration: Collaboration) -> Iterator[Unplaced]:
    """Give how often each body meets by its own account, where no series says it better."""
    in_series = {series.body for series in collaboration.series}
    for body in collaboration.bodies:
        rule = _rule(body.meets)
        if rule is not None and body.id not in in_series and stated(body.status) is not BodyStatus.PAST:
            yield Unplaced(
                id=f"{body.id}/meets",
                bodies=(body.id,),
                name=body.name,
                precision=Precision.FREQUENCY,
                whens=(Often(rule),),
                count=count_of(rule),
                items=(body.id,),
                sources=(body.source,) if body.source else (),
            )


def _rule(meets: Fact[Cadence]) -> Cadence | None:
    # By hand, since mypy takes what `stated` gives of a union this wide for an object.
    if isinstance(meets, Disputed):
        return meets.decided
    return None if isinstance(meets, (Unknown, Absent)) else meets


def _by_earliest(item: Unplaced) -> dt.date:
    return item.earliest or dt.date.max


def _hull(meetings: list[Meeting]) -> Period | None:
    return Period(meetings[0].date, meetings[-1].date) if meetings else None


def _by_date(day: Occasion) -> dt.date:
    return day.date


def _within_horizon(whole: Schedule) -> Schedule:
    first = (whole.horizon and whole.horizon.from_) or dt.date.min
    last = (whole.horizon and whole.horizon.to) or dt.date.max
    inside = evolve(whole.between(first, last), horizon=whole.horizon)
    return evolve(inside, clashes=clashes(inside.meetings, inside.tables))
