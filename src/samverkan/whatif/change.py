"""One thing that could be otherwise (*ändring*): a loss, a weekday, a cadence, a first day, a week of break."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeAlias, assert_never

from attrs import evolve, field, frozen

from samverkan.drills.without import Loss, without
from samverkan.errors import InvalidValueError, UnknownNameError
from samverkan.model.cadence import Cadence, TimesPer, Weekday
from samverkan.model.calendar import Break, LocalCalendar
from samverkan.model.names import Text, not_blank
from samverkan.model.stretches import InWeek
from samverkan.model.values import a_date
from samverkan.whatif.weekdays import on_weekday

if TYPE_CHECKING:
    from collections.abc import Callable

    from attrs import Attribute

    from samverkan.model.activities import Series
    from samverkan.model.collaboration import Collaboration

_BREAK = Text("lov", "break")


@frozen
class Without:
    """One role or organisation is lost, as in a vacancy drill (*bortfall*)."""

    loss: Loss


@frozen
class OnWeekday:
    """A series meets on another day of the week, in the same weeks (*annan veckodag*)."""

    series: str = field(validator=not_blank)
    weekday: Weekday


@frozen
class Every:
    """A series meets by another rule, from its first day to its last (*annan mötesfrekvens*)."""

    series: str = field(validator=not_blank)
    cadence: Cadence


@frozen
class From:
    """A series begins on another day (*annan start*); its last day stays."""

    series: str = field(validator=not_blank)
    day: dt.date = field(validator=a_date)


def _of_a_year(_: object, __: Attribute[InWeek], value: InWeek) -> None:
    if not isinstance(value.week, str):
        raise InvalidValueError("bad-week", f"week {value.week} is of no year", "a week such as “2016-W10”")


@frozen
class BreakWeek:
    """A break in a week (*lovvecka*): one more, or the stated one called ``moves``, which then begins on its Monday."""

    week: InWeek = field(validator=_of_a_year)
    moves: str | None = None


@frozen
class In:
    """A change in one of several collaborations, by its id; the others stay as they are."""

    collaboration: str = field(validator=not_blank)
    change: Without | OnWeekday | Every | From | BreakWeek


Change: TypeAlias = Without | OnWeekday | Every | From | BreakWeek | In
"""Everything that can be thought otherwise."""


def applied(change: Change, collaboration: Collaboration) -> Collaboration:
    """Give the collaboration as it would be; what is so already changes nothing.

    A series by another rule or from another day has no more changes by hand, since the meetings that they speak of are
    gone. Raises ``UnknownNameError`` for a series or break that is not in the file, and ``InvalidValueError`` for what
    cannot be: a series whose rule has no weekday of its own, or that would begin after its last day.
    """
    match change:
        case Without(loss):
            return without(collaboration, loss)
        case OnWeekday(series, weekday):
            return _in_series(collaboration, series, lambda each: on_weekday(each, weekday))
        case Every(series, cadence):
            return _in_series(collaboration, series, lambda each: _ruled(each, cadence, each.from_))
        case From(series, day):
            return _in_series(collaboration, series, lambda each: _ruled(each, each.every, day))
        case BreakWeek():
            return _in_break(collaboration, change)
        case In(id_, inner):
            return applied(inner, collaboration) if collaboration.id == id_ else collaboration
        case _:
            assert_never(change)


def name_of(change: Change) -> str:  # noqa: PLR0911  # one return for each change
    """Give the name by which results know a change."""
    match change:
        case Without(loss):
            return f"without {loss.kind.value} {loss.id}"
        case OnWeekday(series, weekday):
            return f"{series} on {weekday.value}"
        case Every(series, TimesPer(times, per, approximate)):
            return f"{series} every {'about ' if approximate else ''}{times} per {per.value}"
        case Every(series, cadence):
            return f"{series} every {cadence}"
        case From(series, day):
            return f"{series} from {day}"
        case BreakWeek(week, moves):
            return f"break “{moves}” in {week.week}" if moves else f"break in {week.week}"
        case In(id_, inner):
            return f"{id_}: {name_of(inner)}"
        case _:
            assert_never(change)


def _in_series(collaboration: Collaboration, id_: str, changed: Callable[[Series], Series]) -> Collaboration:
    known = tuple(each.id for each in collaboration.series)
    if id_ not in known:
        raise UnknownNameError("series", id_, known)
    series = tuple(changed(each) if each.id == id_ else each for each in collaboration.series)
    return collaboration if series == collaboration.series else evolve(collaboration, series=series)


def _ruled(series: Series, cadence: Cadence, first: dt.date) -> Series:
    if (series.every, series.from_) == (cadence, first):
        return series
    return evolve(series, every=cadence, from_=first, changes=())


def _in_break(collaboration: Collaboration, change: BreakWeek) -> Collaboration:
    local = collaboration.calendar or LocalCalendar()
    year, week = str(change.week.week).split("-W")
    monday = dt.date.fromisocalendar(int(year), int(week), 1)
    if change.moves is None:
        more = Break(_BREAK, monday, monday + dt.timedelta(days=6))
        breaks = local.breaks if more in local.breaks else (*local.breaks, more)
    else:
        breaks = _moved(local.breaks, change.moves, monday)
    return collaboration if breaks == local.breaks else evolve(collaboration, calendar=evolve(local, breaks=breaks))


def _moved(breaks: tuple[Break, ...], name: str, monday: dt.date) -> tuple[Break, ...]:
    known = tuple(each.name.sv for each in breaks)
    if name not in known:
        raise UnknownNameError("break", name, known)
    return tuple(
        evolve(each, from_=monday, to=monday + (each.to - each.from_)) if each.name.sv == name else each
        for each in breaks
    )
