"""One thing that is thought otherwise, and what becomes of the collaboration."""

from __future__ import annotations

import datetime as dt

import pytest

from samverkan.drills.without import Loss, LossKind, without
from samverkan.errors import InvalidValueError, UnknownNameError
from samverkan.formats.bundled import bundled
from samverkan.model.activities import Change as ByHand
from samverkan.model.activities import Series
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.cadence import EveryDays, EveryWeeks, Per, TimesPer, Weekday
from samverkan.model.calendar import Break, LocalCalendar
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.model.stretches import InWeek
from samverkan.whatif.change import BreakWeek, Every, From, In, OnWeekday, Without, applied, name_of

FRIDAY, LAST = dt.date(2027, 1, 15), dt.date(2027, 6, 11)
BY_HAND = ByHand(FRIDAY, cancelled=True)
SERIES = Series("moten", "grupp", EveryDays(14), FRIDAY, LAST, changes=[BY_HAND])
SPORTLOV = Break("sportlov", dt.date(2027, 2, 15), dt.date(2027, 2, 21))
WHOLE = Collaboration(
    id="c",
    name="C",
    bodies=[Body("grupp", BodyKind.NETWORK, Text("Gruppen"))],
    series=[SERIES],
    calendar=LocalCalendar(breaks=[SPORTLOV], weekdays=[Weekday.FRIDAY]),
)


def series_after(change: OnWeekday | Every | From) -> Series:
    (found,) = applied(change, WHOLE).series
    return found


def breaks_after(change: BreakWeek) -> tuple[Break, ...]:
    calendar = applied(change, WHOLE).calendar
    assert calendar is not None
    return calendar.breaks


def test_a_loss_is_that_of_a_vacancy_drill() -> None:
    tranemo, loss = bundled("tranemo"), Loss(LossKind.SEAT, "samverkansgrupp/sg-01")

    assert applied(Without(loss), tranemo) == without(tranemo, loss) != tranemo


def test_by_another_rule_a_series_keeps_its_ends_and_loses_its_changes_by_hand() -> None:
    found = series_after(Every("moten", EveryWeeks(3)))

    assert (found.every, found.from_, found.to, found.changes) == (EveryWeeks(3), FRIDAY, LAST, ())


def test_from_another_day_a_series_keeps_its_rule_and_its_end() -> None:
    found = series_after(From("moten", dt.date(2027, 2, 5)))

    assert (found.every, found.from_, found.to, found.changes) == (EveryDays(14), dt.date(2027, 2, 5), LAST, ())


@pytest.mark.parametrize(
    "change", [Every("moten", EveryDays(14)), From("moten", FRIDAY), OnWeekday("moten", Weekday.FRIDAY)]
)
def test_what_is_so_already_changes_nothing(change: Every | From | OnWeekday) -> None:
    assert applied(change, WHOLE) == WHOLE


def test_a_series_cannot_begin_after_its_last_day() -> None:
    with pytest.raises(InvalidValueError, match="the series ends 2027-06-11 before it starts 2027-08-20"):
        applied(From("moten", dt.date(2027, 8, 20)), WHOLE)


def test_a_series_that_is_not_there_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="there is no series “motena”; did you mean “moten”"):
        applied(OnWeekday("motena", Weekday.MONDAY), WHOLE)


def test_a_break_more_is_a_whole_week_beside_the_stated_ones() -> None:
    found = breaks_after(BreakWeek(InWeek("2027-W09")))

    assert [(each.from_, each.to) for each in found] == [
        (SPORTLOV.from_, SPORTLOV.to),
        (dt.date(2027, 3, 1), dt.date(2027, 3, 7)),
    ]


def test_a_stated_break_moves_to_the_monday_and_stays_as_long() -> None:
    (found,) = breaks_after(BreakWeek(InWeek("2027-W09"), moves="sportlov"))

    assert (found.name, found.from_, found.to) == (SPORTLOV.name, dt.date(2027, 3, 1), dt.date(2027, 3, 7))


def test_the_rest_of_the_calendar_stays() -> None:
    calendar = applied(BreakWeek(InWeek("2027-W09")), WHOLE).calendar

    assert calendar is not None
    assert calendar.weekdays == (Weekday.FRIDAY,)


def test_a_break_of_another_name_cannot_move() -> None:
    with pytest.raises(UnknownNameError, match="there is no break “påsklov”"):
        applied(BreakWeek(InWeek("2027-W09"), moves="påsklov"), WHOLE)


def test_a_week_of_a_break_has_a_year() -> None:
    with pytest.raises(InvalidValueError, match="week 9 is of no year"):
        BreakWeek(InWeek(9))


def test_a_change_in_one_collaboration_leaves_another_as_it_is() -> None:
    change = OnWeekday("moten", Weekday.MONDAY)

    assert applied(In("annan", change), WHOLE) == WHOLE
    assert applied(In("c", change), WHOLE) == applied(change, WHOLE) != WHOLE


def test_the_names_of_changes_are_told_apart() -> None:
    changes = [
        Without(Loss(LossKind.SEAT, "grupp/s1")),
        OnWeekday("moten", Weekday.MONDAY),
        Every("moten", EveryWeeks(3)),
        Every("moten", TimesPer(2, Per.TERM)),
        Every("moten", TimesPer(2, Per.TERM, approximate=True)),
        From("moten", FRIDAY),
        BreakWeek(InWeek("2027-W09")),
        BreakWeek(InWeek("2027-W09"), moves="sportlov"),
        In("c", From("moten", FRIDAY)),
    ]

    assert [name_of(change) for change in changes] == [
        "without seat grupp/s1",
        "moten on monday",
        "moten every 3 weeks",
        "moten every 2 per term",
        "moten every about 2 per term",
        "moten from 2027-01-15",
        "break in 2027-W09",
        "break “sportlov” in 2027-W09",
        "c: moten from 2027-01-15",
    ]
