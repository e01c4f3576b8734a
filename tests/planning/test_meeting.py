from __future__ import annotations

import copy
import datetime as dt
import pickle

import attrs
import pytest

import samverkan
from samverkan.model.names import Text
from samverkan.model.values import ClockSpan
from samverkan.model.when import Precision, Span
from samverkan.planning.meeting import Meeting, Status, in_order
from samverkan.planning.schedule import schedule
from samverkan.planning.unplaced import Unplaced


def meeting(id_: str = "m", clock: str | None = None, day: int = 4, status: Status = Status.PLANNED) -> Meeting:
    date = dt.date(2016, 3, day)
    span = None if clock is None else ClockSpan.parse(clock)
    return Meeting(id_, ("a", "b"), Text("Möte"), date, date, span, status=status)


def test_a_clock_time_gives_moments_in_stockholm() -> None:
    held = meeting(clock="13.00–16.30")

    assert held.start is not None
    assert held.end is not None
    assert (held.start.isoformat(), held.end.isoformat()) == ("2016-03-04T13:00:00+01:00", "2016-03-04T16:30:00+01:00")


def test_what_is_not_known_of_the_clock_is_no_moment() -> None:
    assert (meeting().start, meeting().end) == (None, None)
    assert meeting(clock="18.00").start is not None
    assert meeting(clock="18.00").end is None


def test_the_body_is_the_first_of_those_that_meet() -> None:
    assert meeting().body == "a"
    assert Meeting("m", (), Text("Möte"), dt.date(2016, 3, 4), dt.date(2016, 3, 4)).body is None
    assert Unplaced(id="u", name=Text("Möte"), precision=Precision.WEEK, bodies=("b", "a")).body == "b"
    assert Unplaced(id="u", name=Text("Möte"), precision=Precision.WEEK).body is None


@pytest.mark.parametrize("status", Status)
def test_people_meet_when_it_is_planned_or_moved(status: Status) -> None:
    assert status.takes_place == (status in {Status.PLANNED, Status.MOVED})
    assert meeting(status=status).takes_place == status.takes_place


def test_meetings_are_listed_by_day_then_clock_then_id() -> None:
    in_turn = [meeting("d"), meeting("c", "08.00"), meeting("a", "13.00"), meeting("b", "13.00"), meeting("a", day=5)]

    assert sorted(in_turn, key=in_order) == in_turn


def test_what_is_unplaced_lies_in_its_span() -> None:
    item = Unplaced(id="u", name=Text("Teater"), precision=Precision.WEEK, earliest=dt.date(2016, 3, 7))

    assert item.span == Span(dt.date(2016, 3, 7), None)


class TestValue:
    """A meeting shares what is common to its series, and is a value all the same."""

    @pytest.fixture
    def placed(self) -> Meeting:
        whole = samverkan.bundled("tranemo")
        return schedule(whole).of("samverkansgrupp").meetings[0]

    @pytest.fixture
    def stated(self, placed: Meeting) -> Meeting:
        facts = {attribute.name: getattr(placed, attribute.name) for attribute in attrs.fields(Meeting)}
        return Meeting(**facts)

    def test_one_that_is_placed_equals_one_that_is_stated(self, placed: Meeting, stated: Meeting) -> None:
        assert placed == stated
        assert hash(placed) == hash(stated)

    def test_it_can_be_pickled_and_copied(self, placed: Meeting) -> None:
        assert pickle.loads(pickle.dumps(placed)) == copy.deepcopy(placed) == placed  # noqa: S301  # our own bytes

    def test_it_cannot_be_changed_but_evolved(self, placed: Meeting) -> None:
        moved = attrs.evolve(placed, date=dt.date(2016, 3, 7), status=Status.MOVED)

        assert (moved.id, moved.nominal) == (placed.id, placed.nominal)
        assert moved != placed
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            placed.date = dt.date(2016, 3, 7)  # type: ignore[misc]  # that is what is tested
