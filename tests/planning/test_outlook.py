from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given

from samverkan.formats.bundled import bundled
from samverkan.model.activities import Activity
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.model.when import InWeek, OnDate, Precision
from samverkan.planning.schedule import Schedule, schedule
from samverkan.testing import dates, schedules

TRANEMO = schedule(bundled("tranemo"))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_the_day_itself_lies_ahead() -> None:
    group = TRANEMO.of("samverkansgrupp").as_of(day("2016-03-18"))

    assert [str(meeting.date) for meeting in group.behind.meetings] == ["2016-03-04"]
    assert group.next is not None
    assert group.previous is not None
    assert (str(group.next.date), str(group.previous.date)) == ("2016-03-18", "2016-03-04")


def test_before_everything_nothing_is_behind_and_after_everything_nothing_is_ahead() -> None:
    before, after = TRANEMO.as_of(dt.date.min), TRANEMO.as_of(dt.date.max)

    assert before.previous is None
    assert before.next == TRANEMO.taking_place[0]
    assert after.next is None
    assert after.previous == TRANEMO.taking_place[-1]


def test_what_is_known_to_a_term_is_on_both_sides_of_a_day_in_it() -> None:
    outlook = TRANEMO.as_of(day("2016-05-02"))
    terms = [item.id for item in TRANEMO.unplaced if item.precision is Precision.WEEK]
    behind, ahead = ([item.id for item in part.unplaced] for part in (outlook.behind, outlook.ahead))

    assert terms
    assert all(name in behind and name not in ahead for name in terms)
    assert set(behind) | set(ahead) == {item.id for item in TRANEMO.unplaced}


@pytest.mark.parametrize(
    ("on", "behind", "ahead"),
    [
        ("2016-03-07", [], ["teater", "kurs"]),
        ("2016-03-08", ["teater"], ["teater", "kurs"]),
        ("2016-03-13", ["teater"], ["teater", "kurs"]),
        ("2016-03-14", ["teater"], ["kurs"]),
        ("2016-03-15", ["teater"], ["kurs"]),
        ("2016-03-16", ["teater", "kurs"], []),
    ],
)
def test_what_has_a_first_and_a_last_day_is_split_by_them(on: str, behind: list[str], ahead: list[str]) -> None:
    activities = [
        Activity("teater", Text("Teater"), InWeek("2016-W10")),
        Activity("kurs", Text("Kurs"), OnDate(day("2016-03-15"))),
    ]
    outlook = schedule(Collaboration(id="c", name="C", activities=activities)).as_of(day(on))
    found = [[each.id for each in (*part.unplaced, *part.occasions)] for part in (outlook.behind, outlook.ahead)]

    assert found == [behind, ahead]


class TestOutlook:
    """As of a day, each meeting lies either behind or ahead, and the next and the previous one are the nearest."""

    @given(schedules(), dates())
    def test_nothing_is_lost_and_nothing_is_twice(self, planned: Schedule, day: dt.date) -> None:
        outlook = planned.as_of(day)

        assert outlook.behind.meetings + outlook.ahead.meetings == planned.meetings
        assert all(meeting.date < day for meeting in outlook.behind.meetings)
        assert all(meeting.date >= day for meeting in outlook.ahead.meetings)
        assert {*outlook.behind.unplaced, *outlook.ahead.unplaced} == set(planned.unplaced)
        assert outlook.previous == planned.previous(day)
        assert outlook.next == planned.next(day - dt.timedelta(days=1))
