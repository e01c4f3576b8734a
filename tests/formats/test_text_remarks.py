"""Clashes with other calendars, and breaches of the file's own: their hours and days as people write them."""

from __future__ import annotations

import datetime as dt

import pytest

from samverkan.formats.ical.taken import Busy
from samverkan.formats.text.remarks import remark_lines
from samverkan.formats.wording import Wording
from samverkan.model.activities import Event
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.model.when import OnDate
from samverkan.planning.moment import moment
from samverkan.planning.occupied import clashes_with
from samverkan.planning.schedule import schedule

DAY = dt.date(2016, 3, 4)
PLAN = schedule(Collaboration(id="a", name="A", events=[Event("e", Text("Möte"), OnDate(DAY))]))


def at(text: str) -> dt.datetime:
    told = dt.datetime.fromisoformat(f"2016-03-{text}")
    return moment(told.date(), told.time())


@pytest.mark.parametrize(
    ("start", "end", "sv", "en"),
    [
        ("04T13:00", "04T15:30", "13.00–15.30", "13:00–15:30"),
        ("04T13:00", "04T13:00", "13.00", "13:00"),
        ("04T00:00", "04T00:00", "00.00", "00:00"),
        ("04T00:00", "05T00:00", "4 mars 2016", "4 Mar 2016"),
        ("04T00:00", "07T00:00", "4–6 mars 2016", "4–6 Mar 2016"),
        (
            "03T22:00",
            "04T06:00",
            "tors 3 mars 2016 22.00 – fre 4 mars 2016 06.00",
            "Thu 3 Mar 2016 22:00 – Fri 4 Mar 2016 06:00",
        ),
    ],
)
def test_a_time_that_is_taken_is_written_as_people_write_it(start: str, end: str, sv: str, en: str) -> None:
    found = {"anna.ics": clashes_with(PLAN, [Busy(at(start), at(end))])}

    for language, told in (("sv", sv), ("en", en)):
        (line,) = remark_lines(PLAN, Wording(language), 300, occupied=found)
        assert line.endswith(f"({told})")


def test_nothing_in_the_way_is_told_of_a_calendar_that_was_looked_at_and_of_no_other() -> None:
    assert remark_lines(PLAN, Wording("en"), 80, occupied={}) == []
    assert remark_lines(PLAN, Wording("en"), 80, occupied={"anna.ics": ()}) == ["No meeting clashes with anna.ics."]
