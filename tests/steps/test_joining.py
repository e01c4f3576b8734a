from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.formats.bundled import bundled
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.span import NOWHERE, Span
from samverkan.model.stretches import InTerm
from samverkan.model.terms import Term
from samverkan.model.when import OnDate
from samverkan.steps.joining import joinings
from tests.steps.builders import MONDAY, setup, stage

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration

AUTUMN = InTerm(Term.parse("HT 2027"))


def joining(whole: Collaboration, place: int, when: object) -> Collaboration:
    towns = list(whole.municipalities)
    towns[place] = evolve(towns[place], joins=when)
    return evolve(whole, municipalities=towns)


def test_who_is_said_to_join_in_no_later_stage_is_there_from_the_start() -> None:
    assert joinings(setup("A", "B"), by=MONDAY) == {}
    assert joinings(setup("A", "B", stages=[stage("s1", "0001", "0002")]), by=MONDAY) == {}


def test_a_day_that_is_stated_is_known() -> None:
    found = joinings(joining(setup("A", "B"), 1, OnDate(dt.date(2027, 9, 1))), by=MONDAY)

    assert [(code, each.day) for code, each in found.items()] == [("0002", dt.date(2027, 9, 1))]


def test_nothing_is_made_of_a_term() -> None:
    found = joinings(joining(setup("A", "B"), 1, AUTUMN), by=MONDAY)["0002"]

    assert found.day is None
    assert found.span == Span(dt.date(2027, 7, 1), dt.date(2027, 12, 31))


def test_who_has_certainly_joined_is_there_from_the_start() -> None:
    whole = joining(setup("A", "B"), 1, AUTUMN)

    assert list(joinings(whole, by=dt.date(2027, 12, 30))) == ["0002"]
    assert joinings(whole, by=dt.date(2027, 12, 31)) == {}
    assert list(joinings(whole, by=None)) == ["0002"]


def test_the_municipalities_of_a_later_stage_join_with_it() -> None:
    whole = setup("A", "B", "C", stages=[stage("s1", "0001"), stage("s2", "0001", "0002", when=OnDate(MONDAY))])

    found = joinings(whole, by=None)

    assert [(code, each.day, each.stage and each.stage.id) for code, each in found.items()] == [("0002", MONDAY, "s2")]


def test_what_is_said_of_the_municipality_goes_before_its_stage() -> None:
    whole = setup("A", "B", stages=[stage("s1", "0001"), stage("s2", "0002", when=OnDate(MONDAY))])

    assert joinings(joining(whole, 1, AUTUMN), by=None)["0002"].day is None
    assert joinings(joining(whole, 1, Absent("nej")), by=None)["0002"].day == MONDAY


def test_resurscentrum_tells_the_earliest_day_of_two_and_no_more() -> None:
    found = joinings(bundled("resurscentrum"), by=MONDAY)

    assert {each.municipality.name: each.span for each in found.values()} == dict.fromkeys(
        ("Malå", "Storuman"), Span(dt.date(2011, 2, 1), None)
    )
    assert {each.day for each in found.values()} == {None}


def test_of_a_stage_without_any_time_nothing_is_known() -> None:
    whole = setup("A", "B", stages=[stage("s1", "0001"), stage("s2", "0002", when=UNKNOWN)])

    assert joinings(whole, by=MONDAY)["0002"].span == NOWHERE
