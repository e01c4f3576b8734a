from __future__ import annotations

import datetime as dt

import pytest

from samverkan.errors import InvalidValueError
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.names import Text
from samverkan.model.records import Decision, Held, PublicationPolicy


def test_a_meeting_was_held_on_a_day() -> None:
    with pytest.raises(InvalidValueError, match="date '2016-03-04' is not a date") as told:
        Held("sg", "2016-03-04")
    assert told.value.code == "bad-date"


def test_that_no_notes_were_published_is_not_that_nothing_is_known_of_them() -> None:
    day = dt.date(2016, 3, 4)

    assert Held("sg", day).notes is UNKNOWN
    assert Held("sg", day, notes=Absent()) != Held("sg", day)


def test_a_decision_is_found_by_its_id() -> None:
    with pytest.raises(InvalidValueError, match="id '§ 12' is not an id") as told:
        Decision("§ 12", Text("Samverkan"))
    assert told.value.code == "bad-id"


def test_a_promise_takes_plain_words() -> None:
    policy = PublicationPolicy(what=["Minnesanteckningar"], channel="tranemo.se", languages=["sv", "ar"])

    assert policy.what == (Text("Minnesanteckningar"),)
    assert policy.channel == Text("tranemo.se")
    assert policy.max_delay_days is UNKNOWN
