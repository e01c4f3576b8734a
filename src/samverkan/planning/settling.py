"""What becomes of the meetings of a series on free days (*helgdag*) and by hand: kept, moved, merged, skipped."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from typing import TYPE_CHECKING, TypeAlias, assert_never

from attrs import evolve, frozen

from samverkan.errors import Fault, InvalidValueError, Path
from samverkan.model.activities import Change, OnHoliday, Series
from samverkan.model.message import Message, say
from samverkan.model.values import ClockSpan
from samverkan.planning.meeting import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.planning.workdays import Calendar


@frozen
class Fate:
    """What becomes of a meeting that is not simply held on its nominal date, at the hour of its series."""

    date: dt.date
    status: Status = Status.PLANNED
    reason: Message | None = None
    clock: ClockSpan | None = None
    by_hand: bool = False


Fates: TypeAlias = dict[dt.date, Fate]
"""The fate of each meeting that has one, by nominal date."""

_Changes: TypeAlias = dict[dt.date, tuple[Path, Change]]


def settle(
    series: Series, dates: Sequence[dt.date], *, calendar: Calendar | None, path: Path
) -> tuple[Fates, list[Fault]]:
    """Decide the fate of each meeting that has one, and find every fault; ``path`` is the way to the series.

    A change made by hand goes before the rule for free days. Of two meetings on one date, the one that stays is held
    before one moved by hand, and that before one moved by rule; the other is merged into it.
    """
    faults: list[Fault] = []
    changes = _changes(series.changes, dates, (*path, "changes"), faults) if series.changes else {}
    free = [] if calendar is None or series.on_holiday is OnHoliday.KEEP else calendar.free_days(dates)
    if calendar is not None and series.on_holiday is OnHoliday.FORBID:
        faults.extend(_collisions(series, free, changes, calendar, path))
    fates = {} if calendar is None else _by_rule(series, free, calendar)
    for day, (_, change) in changes.items():
        fates[day] = _by_hand(change, fates.get(day, Fate(day)))
    _merge(dates, fates)
    return fates, faults


def _changes(changes: Sequence[Change], dates: Sequence[dt.date], path: Path, faults: list[Fault]) -> _Changes:
    """Find the change to each meeting; one that fits no meeting, or a second to the same, is a fault."""
    found: _Changes = {}
    nominal = frozenset(dates)
    for position, change in enumerate(changes):
        day, here = change.nominal, (*path, position)
        if day not in nominal:
            nearest = min(dates, key=lambda other: (abs(other - day), other), default=None)  # used at once
            faults.append(
                Fault(
                    "no-such-meeting",
                    f"the series has no meeting on {day} to change",
                    (*here, "nominal"),
                    "the date that the rule gives a meeting",
                    nearest.isoformat() if nearest else None,
                )
            )
        elif day in found:
            told = f"the meeting of {day} is changed twice"
            faults.append(Fault("duplicate-change", told, (*here, "nominal"), "one change for each meeting"))
        else:
            found[day] = here, change
    return found


def _collisions(
    series: Series, free: Sequence[dt.date], changes: _Changes, calendar: Calendar, path: Path
) -> Iterator[Fault]:
    """Find every meeting on a free day where these are forbidden, by rule or by hand."""
    by_hand = {day for day, (_, change) in changes.items() if change.cancelled or change.date is not None}
    places = [(day, (*path, "on_holiday")) for day in free if day not in by_hand]
    places += [(change.date, (*here, "date")) for here, change in changes.values() if change.date is not None]
    for day, where in places:
        try:
            reason = calendar.reason_free(day)
        except InvalidValueError as error:  # the holidays of a day that is chosen by hand may not be known
            yield Fault(error.code, error.message, where, error.expected)
            continue
        if reason is not None:
            yield Fault(
                "meeting-on-free-day",
                f"a meeting of “{series.id}” falls on a free day: {reason}",
                where,
                "a working day, a change to the meeting, or another rule for free days",
            )


def _by_rule(series: Series, free: Sequence[dt.date], calendar: Calendar) -> Fates:
    """Give the fates of the meetings on free days; they have none where such meetings are kept or forbidden."""
    match series.on_holiday:
        case OnHoliday.KEEP | OnHoliday.FORBID:
            return {}
        case OnHoliday.SKIP:
            return {day: Fate(day, Status.SKIPPED, calendar.reason_free(day)) for day in free}
        case OnHoliday.MOVE_LATER:
            seek = calendar.next_working
        case OnHoliday.MOVE_EARLIER:
            seek = calendar.previous_working
        case _:
            assert_never(series.on_holiday)
    return {day: _moved(series, day, seek(day), calendar) for day in free}


def _moved(series: Series, day: dt.date, to: dt.date | None, calendar: Calendar) -> Fate:
    if to is None or not series.from_ <= to <= series.to:
        told = say("{day} is free, and no working day is left in the series to move to", day=day)
        return Fate(day, Status.SKIPPED, told)
    return Fate(to, Status.MOVED, calendar.reason_free(day))


def _by_hand(change: Change, before: Fate) -> Fate:
    told = None if change.reason is None else say("{reason}", reason=change.reason)
    if change.cancelled:
        return Fate(change.nominal, Status.CANCELLED, told or say("cancelled by hand"))
    if change.date is None:
        return evolve(before, clock=change.time, reason=before.reason or told)
    if change.date == change.nominal:
        return Fate(change.date, Status.PLANNED, told, change.time)
    return Fate(change.date, Status.MOVED, told or say("moved by hand"), change.time, by_hand=True)


def _merge(dates: Sequence[dt.date], fates: Fates) -> None:
    is_moved = Status.MOVED
    moved = [(not fate.by_hand, day) for day, fate in fates.items() if fate.status is is_moved]
    taken: set[dt.date] = set()
    for _, day in sorted(moved):
        fate = fates[day]
        if fate.date in taken or _stays(fate.date, dates, fates):
            told = say("the series already meets on {day}", day=fate.date)
            fates[day] = evolve(fate, status=Status.MERGED, reason=told)
        taken.add(fate.date)


def _stays(day: dt.date, dates: Sequence[dt.date], fates: Fates) -> bool:
    """Say whether the series has a meeting on the day by its rule, and holds it there."""
    position = bisect_left(dates, day)
    if position == len(dates) or dates[position] != day:
        return False
    return day not in fates or fates[day].status is Status.PLANNED
