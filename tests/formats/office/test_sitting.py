"""A meeting among the others of its body: which one it is, and what lies between it and its neighbours."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

import samverkan
from samverkan.errors import UnknownNameError
from samverkan.formats.office.sitting import Sitting, sittings
from samverkan.testing import plannable

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration

EKEBY = samverkan.load(Path(__file__).with_name("ekeby.toml"))


def of(whole: Collaboration, body: str | None = None) -> list[Sitting]:
    return [*sittings(whole, samverkan.schedule(whole), body=body)]


def days(found: list[Sitting]) -> list[dt.date | None]:
    return [each.meeting and each.meeting.date for each in found]


def test_the_meetings_of_a_body_are_counted_in_their_order() -> None:
    found = of(samverkan.bundled("tranemo"), "samverkansgrupp")

    assert [(each.number, each.total) for each in found] == [(number, 8) for number in range(1, 9)]
    assert days(found)[2] == dt.date(2016, 4, 1)
    assert found[0].previous is None
    assert [len(each.later) for each in found] == [7, 6, 5, 4, 3, 2, 1, 0]


def test_a_cancelled_meeting_has_no_agenda() -> None:
    [series] = EKEBY.series
    off = samverkan.loads(samverkan.dumps(EKEBY) + "\n[[series.changes]]\nnominal = 2027-02-12\ncancelled = true\n")

    assert series.id == "sg"
    assert dt.date(2027, 2, 12) in days(of(EKEBY, "sg"))
    assert dt.date(2027, 2, 12) not in days(of(off, "sg"))


def test_between_two_meetings_lie_the_days_from_the_first_to_the_eve_of_the_second() -> None:
    third = of(EKEBY, "sg")[2]

    assert third.since
    assert third.ahead
    assert (third.since.first, third.since.last) == (dt.date(2027, 1, 29), dt.date(2027, 2, 11))
    assert (third.ahead.first, third.ahead.last) == (dt.date(2027, 2, 12), dt.date(2027, 2, 25))
    assert [each.id for each in third.since.others] == ["radet-mots"]
    assert [each.id for each in third.since.days] == ["forelasning-om-arbete"]
    assert [each.id for each in third.since.items] == ["sprakcafe"]
    assert (third.ahead.others, third.ahead.days, third.ahead.items, third.undated) == ((), (), (), 1)


def test_what_lies_between_is_in_one_agenda_only() -> None:
    found = [each.since for each in of(EKEBY, "sg") if each.since]

    assert [len(each.others) for each in found] == [0, 1, 0, 0, 0]
    assert [len(each.items) for each in found] == [0, 1, 0, 0, 0]


def test_decisions_are_followed_up_at_the_next_meeting_of_the_body() -> None:
    told = [[each.id for each in sitting.decisions] for sitting in of(EKEBY, "sg")]

    # d1 is the body's own, of the day of its meeting; d2 of a body that is not stated; d3 has neither day nor body.
    assert told == [["d3"], ["d3"], ["d1", "d2", "d3"], ["d3"], ["d3"], ["d3"]]
    assert [[each.id for each in sitting.decisions] for sitting in of(EKEBY, "board")] == [["d2", "d3"]]


def test_a_body_without_a_dated_meeting_has_one_sitting_unless_it_is_past() -> None:
    ockelbo = samverkan.bundled("lots-ockelbo")

    assert [(each.bodies, each.meeting, each.total) for each in of(ockelbo)] == [
        (("styrgrupp",), None, 0),
        (("projektgrupp",), None, 0),
    ]
    assert [each.bodies for each in of(ockelbo, "planeringsgrupp")] == [("planeringsgrupp",)]


def test_a_body_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="samverkansgrup"):
        of(samverkan.bundled("tranemo"), "samverkansgrup")


@given(plannable())
def test_every_meeting_that_takes_place_has_one(whole: Collaboration) -> None:
    plan = samverkan.schedule(whole)
    found = [*sittings(whole, plan)]

    assert [each.meeting for each in found if each.meeting] == [*plan.taking_place]
    for each in found:
        if each.meeting and each.previous:
            assert each.previous.date <= each.meeting.date
        assert all(later.date >= (each.meeting.date if each.meeting else later.date) for later in each.later)
