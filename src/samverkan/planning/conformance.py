"""What was held against what was planned (*efterlevnad*), as far as the records tell, as of a day."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING, Self

from attrs import evolve, field, frozen

from samverkan.errors import UnknownNameError
from samverkan.model.records import Held
from samverkan.model.terms import Term
from samverkan.planning.account import Account, Conduct, NotesDelay, notes_delay
from samverkan.planning.matching import matched
from samverkan.planning.meeting import Meeting, Status
from samverkan.planning.schedule import Gap, without_clashes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from samverkan.model.collaboration import Collaboration
    from samverkan.model.values import Period
    from samverkan.planning.unplaced import Unplaced

WINDOW = 3
"""The most days by which a meeting is taken for moved where no record says so (our choice: half a week)."""


@frozen(kw_only=True)
class Conformance:
    """Every planned meeting with what became of it, and every record that is of none.

    ``undated`` records may be of something planned without a day, ``unplanned`` ones are of nothing on the plan, and
    those ``beyond`` are of days after ``as_of`` or outside the horizon. Until ``complete_until`` the records are
    complete, that day not included; nothing means that they may never be.
    """

    collaboration: str
    as_of: dt.date
    window: int = WINDOW
    accounts: tuple[Account, ...] = ()
    undated: tuple[Held, ...] = ()
    unplanned: tuple[Held, ...] = ()
    beyond: tuple[Held, ...] = ()
    complete_until: dt.date | None = None
    bodies: tuple[str, ...] = field(default=(), repr=False)

    def of(self, body: str) -> Self:
        """Give the part of one body."""
        if body not in self.bodies:
            raise UnknownNameError("body", body, self.bodies)
        return self._only(lambda account: account.body == body, lambda record: record.body == body)

    def in_term(self, term: Term) -> Self:
        """Give the part in a half-year, by the days on which the meetings were planned, or of the records of none."""
        return self._only(
            lambda account: Term.of(account.meeting.date) == term, lambda record: Term.of(record.date) == term
        )

    def _only(self, accounts: Callable[[Account], bool], records: Callable[[Held], bool]) -> Self:
        return evolve(
            self,
            accounts=tuple(filter(accounts, self.accounts)),
            undated=tuple(filter(records, self.undated)),
            unplanned=tuple(filter(records, self.unplanned)),
            beyond=tuple(filter(records, self.beyond)),
        )

    @property
    def per_body(self) -> dict[str, Self]:
        """The part of each body, in the order of the file."""
        return {body: self.of(body) for body in self.bodies}

    @property
    def per_term(self) -> dict[Term, Self]:
        """The part of each half-year in which something was planned or held by the day."""
        days = [*(account.meeting.date for account in self.accounts), *(each.date for each in self.records)]
        return {term: self.in_term(term) for term in sorted({Term.of(day) for day in days})}

    @property
    def counts(self) -> dict[Conduct, int]:
        """The number of planned meetings of each kind, also where it is none."""
        return {each: sum(account.conduct is each for account in self.accounts) for each in Conduct}

    @property
    def records(self) -> tuple[Held, ...]:
        """The records of meetings held by the day, in order."""
        of_meetings = (account.record for account in self.accounts if account.record is not None)
        return tuple(sorted([*of_meetings, *self.undated, *self.unplanned], key=lambda record: record.date))

    @property
    def longest_gap(self) -> Gap | None:
        """The longest time between two recorded meetings in a row; of several, the first.

        Where the records are not complete in between, a meeting that nobody recorded may have broken it.
        """
        days = sorted({record.date for record in self.records})
        return max(
            (Gap((after - before).days, before, after) for before, after in pairwise(days)),
            key=lambda gap: gap.days,
            default=None,
        )

    @property
    def notes(self) -> NotesDelay:
        """How long the notes of the recorded meetings took."""
        return notes_delay(self.records, self.as_of)


def conformance(
    collaboration: Collaboration,
    *,
    as_of: dt.date,
    window: int = WINDOW,
    horizon: Period | None = None,
    complete_until: dt.date | None = None,
) -> Conformance:
    """Compare what was held with what was planned, as of a day, by the records in the file.

    With ``held_complete`` the records are complete until the file was last ``updated``, where it says when, and never
    beyond ``as_of``; a caller who knows of records that are complete for some time gives ``complete_until``. A past
    meeting without a record is missing then, and unknown otherwise.
    """
    planned = without_clashes(collaboration, horizon=horizon)
    until = _complete_until(collaboration, as_of, complete_until)
    known = sorted((each for each in collaboration.held if each.date <= as_of), key=lambda record: record.date)
    accounts: list[Account] = []
    rest: list[Held] = []
    for body in (None, *(body.id for body in collaboration.bodies)):
        ours = [each for each in known if each.body == body]
        meetings = [each for each in planned.meetings if (body in each.bodies if body else not each.bodies)]
        found = matched(meetings, ours, window=window)
        for place, meeting in enumerate(meetings):
            record = ours[found[place]] if place in found else None
            accounts.append(Account(meeting, body, _conduct(meeting, record, as_of, until if body else None), record))
        rest += (each for number, each in enumerate(ours) if number not in set(found.values()))
    undated, unplanned, outside = _sorted_out(rest, planned.unplaced, horizon or collaboration.horizon)
    return Conformance(
        collaboration=collaboration.id,
        as_of=as_of,
        window=window,
        accounts=tuple(sorted(accounts, key=lambda account: account.meeting.date)),
        undated=undated,
        unplanned=unplanned,
        beyond=(*outside, *(each for each in collaboration.held if each.date > as_of)),
        complete_until=until,
        bodies=tuple(body.id for body in collaboration.bodies),
    )


def _complete_until(collaboration: Collaboration, as_of: dt.date, told: dt.date | None) -> dt.date | None:
    """Give the day until which the records are complete: what happens on a day may be recorded after the file was."""
    days = [] if told is None else [told]
    if collaboration.held_complete:
        days.append(collaboration.updated or as_of)
    return min(max(days), as_of) if days else None


def _conduct(meeting: Meeting, record: Held | None, as_of: dt.date, until: dt.date | None) -> Conduct:
    if record is not None:
        return Conduct.HELD if record.date == meeting.date else Conduct.MOVED
    if not meeting.takes_place:
        return Conduct.CANCELLED if meeting.status is Status.CANCELLED else Conduct.DROPPED
    if meeting.date >= as_of:
        return Conduct.AHEAD
    return Conduct.MISSING if until is not None and meeting.date < until else Conduct.UNKNOWN


def _sorted_out(
    rest: Iterable[Held], unplaced: Sequence[Unplaced], horizon: Period | None
) -> tuple[tuple[Held, ...], ...]:
    """Tell apart records of what may have no day on the plan, of what is not on it, and of days outside the horizon."""
    undated, unplanned, outside = [], [], []
    for record in rest:
        if any(_may_be(record, item) for item in unplaced):
            undated.append(record)
        elif _outside(record.date, horizon):
            outside.append(record)
        else:
            unplanned.append(record)
    return tuple(undated), tuple(unplanned), tuple(outside)


def _may_be(record: Held, item: Unplaced) -> bool:
    within = (item.earliest is None or item.earliest <= record.date) and (
        item.latest is None or record.date <= item.latest
    )
    return within and record.body in item.bodies and not item.cancelled


def _outside(day: dt.date, horizon: Period | None) -> bool:
    if horizon is None:
        return False
    return bool((horizon.from_ and day < horizon.from_) or (horizon.to and day > horizon.to))
