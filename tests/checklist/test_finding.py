from __future__ import annotations

import pytest

from samverkan.checklist.finding import Ask, met, unknown
from samverkan.checklist.reading import Reading, cite, told
from samverkan.errors import InvalidValueError
from samverkan.model.bodies import Rank
from samverkan.model.cadence import EveryDays, Per, TimesPer
from samverkan.model.facts import UNKNOWN, Absent, Claim, Disputed
from samverkan.model.mandate import AtLeast, Mandate, MoreThan
from samverkan.model.message import say
from samverkan.model.names import Text
from samverkan.model.source import Level, Source
from samverkan.model.values import Period
from samverkan.model.when import InWeek, OnDate

from .builders import day


def test_what_is_decided_must_cite_a_field() -> None:
    with pytest.raises(InvalidValueError, match="“it is so” is decided without evidence"):
        met(say("it is so"))


def test_a_field_is_cited_once_and_asked_for_each_thing_once() -> None:
    cited = cite("name", say("stated"), None)
    found = unknown(
        say("why"),
        cited,
        cited,
        asks=[Ask("a", say("?")), Ask("b", say("?")), Ask("a", say("?")), Ask("a", say("more?"))],
    )

    assert found.evidence == (cited,)
    assert [(ask.field, str(ask.question)) for ask in found.asks] == [("a", "?"), ("b", "?"), ("a", "more?")]


def test_the_level_of_evidence_is_that_of_its_field() -> None:
    source = Source("slide 17", level=Level.RECORD, inferred=("rank",))

    assert cite("bodies.b.seats.s.role", say("chef"), source).level is Level.RECORD
    assert cite("bodies.b.seats.s.rank", say("executive"), source).level is Level.INFERRED
    assert cite("bodies.b.seats.s.rank", say("executive"), None).level is None


def test_a_decided_dispute_cites_the_claim_that_decides() -> None:
    fact = Disputed([Claim(1, Source("slide 2")), Claim(2, Source("slide 18"), decides=True)])
    reading = Reading("lead.accountable", fact)

    assert (str(reading.cited.says), str(reading.cited.source)) == ("2", "slide 18")
    assert reading.conflict == ()


def test_an_open_dispute_shows_every_claim() -> None:
    fact = Disputed([Claim(1, Source("slide 2")), Claim(2)])
    reading = Reading("lead.accountable", fact, Source("slides"))

    assert [(str(each.says), str(each.source)) for each in reading.conflict] == [("1", "slide 2"), ("2", "slides")]
    assert reading.silent
    assert not reading.denied


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Text("chef", "manager"), "chef"),
        (UNKNOWN, "not stated"),
        (Absent("vakant"), "declared absent: “vakant”"),
        (True, "yes"),
        (Rank.UNIT_HEAD, "unit-head"),
        (day("2016-02-28"), "2016-02-28"),
        (3, "3"),
        (("a", "b"), "a, b"),
        ((), "an empty list"),
        (AtLeast(3), "at least 3"),
        (MoreThan("1/2"), "more than 1/2"),
        (Mandate(), "a mandate to decide"),
        (OnDate(day("2016-02-28")), "2016-02-28"),
        (InWeek("2016-W10"), "between 2016-03-07 and 2016-03-13"),
        (InWeek(10), "no date is stated"),
        (EveryDays(14), "14 days"),
        (TimesPer(2, Per.TERM), "2 times per term"),
        (Period(day("2016-01-01")), "2016-01-01–?"),
    ],
)
def test_a_value_of_the_file_is_told_in_words(value: object, words: str) -> None:
    assert str(told(value)) == words
