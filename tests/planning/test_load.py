"""How much somebody has to be at."""

from __future__ import annotations

import datetime as dt

from samverkan.model.activities import Event
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.model.terms import HalfYear, Term
from samverkan.model.when import OnDate
from samverkan.planning.load import Load, load
from samverkan.planning.schedule import Schedule, schedule


def plan(*meetings: tuple[dt.date, str], cancelled: bool = False) -> Schedule:
    bodies = [Body(name, BodyKind.NETWORK, Text(name)) for name in "abc"]
    events = [
        Event(f"e{place}", Text("Möte"), OnDate(day), bodies=names.split(), cancelled=cancelled)
        for place, (day, names) in enumerate(meetings)
    ]
    return schedule(Collaboration(id="c", name="C", bodies=bodies, events=events))


def test_a_meeting_of_two_of_the_bodies_counts_once_and_that_of_others_not_at_all() -> None:
    found = load(plan((dt.date(2027, 3, 1), "a b"), (dt.date(2027, 3, 2), "a"), (dt.date(2027, 3, 3), "c")), ["a", "b"])

    assert found.meetings == 2


def test_weeks_are_those_of_iso_8601_and_terms_half_years() -> None:
    found = load(plan((dt.date(2026, 12, 30), "a"), (dt.date(2027, 1, 1), "a"), (dt.date(2027, 1, 4), "a")), ["a"])

    assert found == Load(
        meetings=3,
        weeks={(2026, 53): 2, (2027, 1): 1},
        months={(2026, 12): 1, (2027, 1): 2},
        terms={Term(2026, HalfYear.HT): 1, Term(2027, HalfYear.VT): 2},
    )
    assert found.fullest_week == ((2026, 53), 2)
    assert found.fullest_month == ((2027, 1), 2)


def test_of_several_that_are_as_full_it_tells_the_first() -> None:
    days = [(2027, 2, 1), (2027, 3, 1), (2027, 3, 2), (2027, 4, 5), (2027, 4, 6), (2027, 5, 3)]
    found = load(plan(*((dt.date(*day), "a") for day in days)), ["a"])

    assert found.fullest_week == ((2027, 9), 2)
    assert found.fullest_month == ((2027, 3), 2)


def test_what_does_not_take_place_is_no_load() -> None:
    found = load(plan((dt.date(2027, 3, 1), "a"), cancelled=True), ["a"])

    assert found.meetings == 0
    assert found.fullest_week is None
