from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from samverkan.checklist.case import case_of
from samverkan.model.activities import Activity, Event, Series
from samverkan.model.cadence import EveryDays, Regularly
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.names import Text
from samverkan.model.when import InWeek, Often, OnDate, OnDates, Span, Through

from .builders import MET, NOT_MET, UNSURE, board, day, fortnightly, group, on, setup

if TYPE_CHECKING:
    from samverkan.checklist.occasions import Occasion
    from samverkan.checklist.outcome import Outcome
    from samverkan.model.collaboration import Collaboration


def occasions(case: Collaboration) -> tuple[Occasion, ...]:
    return case_of(case).occasions


def event(when: object) -> Event:
    return Event("e", Text("e"), when)


def test_a_series_gives_its_dates_beyond_the_horizon_too() -> None:
    found = occasions(setup(group(), series=[fortnightly("2016-03-04", "2016-06-10")]))

    assert len(found) == 8
    assert found[0].day == day("2016-03-04")
    assert [each.field for each in found[0].mentions] == ["series.row.every"]
    assert [each.field for each in found[0].shown] == ["series.row.every", "series.row.from", "series.row.to"]


def test_each_series_gives_its_own_dates() -> None:
    rows = [
        fortnightly("2016-03-04", "2016-04-01"),
        Series("other", "board", EveryDays(14), day("2016-03-07"), day("2016-03-21")),
    ]
    found = occasions(setup(group(), board(), series=rows))

    assert [(*each.bodies, str(each.day)) for each in found] == [
        ("group", "2016-03-04"),
        ("group", "2016-03-18"),
        ("group", "2016-04-01"),
        ("board", "2016-03-07"),
        ("board", "2016-03-21"),
    ]


def test_a_series_is_told_by_its_name_else_by_its_id() -> None:
    row = fortnightly("2016-03-04", "2016-03-04")
    found = occasions(setup(group(), series=[row, evolve(row, id="named", name=Text("möte"))]))

    assert [str(each.name) for each in found] == ["row", "möte"]


def test_a_series_without_dates_is_any_number_of_meetings() -> None:
    row = Series("row", "group", Regularly(), day("2016-03-04"), day("2016-06-10"))
    (found,) = occasions(setup(group(), series=[row]))

    assert (found.several, found.day, found.private) == (True, None, True)
    assert [each.field for each in found.mentions] == ["series.row.every"]
    assert [each.field for each in found.shown] == ["series.row.every", "series.row.from", "series.row.to"]
    assert found.falls_in(day("2016-01-01"), day("2016-12-31")) is UNSURE
    assert found.falls_in(day("2016-07-01"), day("2016-12-31")) is NOT_MET


def test_how_often_a_body_meets_is_not_mistaken_for_a_series_of_the_same_id() -> None:
    row = Series("group", "group", EveryDays(14), day("2016-03-04"), day("2016-03-20"))

    assert [each.several for each in occasions(setup(group(meets=EveryDays(14)), series=[row]))] == [False, False]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (OnDate(day("2016-03-04")), MET),
        (OnDate(day("2016-07-01")), NOT_MET),
        (InWeek("2016-W10"), MET),
        (InWeek("2016-W26"), UNSURE),
        (InWeek(10), UNSURE),
        (Through(day("2015-01-01"), day("2017-01-01")), MET),
        (Often(EveryDays(14)), UNSURE),
        (UNKNOWN, UNSURE),
    ],
)
def test_what_lies_wholly_in_a_period_certainly_does(when: object, expected: Outcome) -> None:
    (found,) = occasions(setup(events=[event(when)]))

    assert found.falls_in(day("2016-01-01"), day("2016-06-30")) is expected


def test_each_of_several_dates_is_an_occasion() -> None:
    found = occasions(setup(events=[event(OnDates([day("2016-03-04"), day("2016-03-05")]))]))

    assert [each.day for each in found] == [day("2016-03-04"), day("2016-03-05")]


def test_what_is_declared_without_a_date_or_cancelled_is_no_occasion() -> None:
    assert occasions(setup(events=[event(Absent()), on("c", "2016-03-04", cancelled=True)])) == ()


def test_mentions_of_the_same_thing_are_one_occasion_in_whichever_order_they_are_tied() -> None:
    a = Activity("a", Text("a"), InWeek("2016-W09"), same_as="e")
    b = Activity("b", Text("b"), InWeek("2016-W11"), same_as="a")
    (found,) = occasions(setup(events=[event(InWeek("2016-W10"))], activities=[b, a]))

    assert [each.field for each in found.mentions] == ["events.e.when", "activities.a.when", "activities.b.when"]
    assert found.span == Span(day("2016-02-29"), day("2016-03-20"))
    assert found.day is None


def test_things_tied_in_a_circle_are_one_occasion() -> None:
    a = Activity("a", Text("a"), same_as="b")
    b = Activity("b", Text("b"), same_as="a")

    assert len(occasions(setup(activities=[a, b]))) == 1


def test_whose_an_activity_is_is_told_by_its_body() -> None:
    (found,) = occasions(setup(group(), activities=[Activity("a", Text("a"), body="group")]))
    (other,) = occasions(setup(activities=[Activity("a", Text("a"))]))

    assert (found.bodies, [each.field for each in found.membership]) == (("group",), ["activities.a.body"])
    assert (other.bodies, other.membership, other.private) == ((), (), False)


def test_an_activity_alone_is_not_on_the_plan_of_its_body() -> None:
    case = case_of(setup(group(), activities=[Activity("a", Text("a"), OnDate(day("2016-03-04")), body="group")]))

    assert case.meetings_of(*case.bodies) == ()
