"""No decision rests on evidence that is not admitted, and other evidence is looked for first."""

from __future__ import annotations

from attrs import evolve

from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.interval import Interval
from samverkan.checklist.outcome import Outcome
from samverkan.model.bodies import Seat
from samverkan.model.lead import Initiative
from samverkan.model.source import Level, Source

from .builders import MET, NEWCOMERS, TOWN, UNSURE, day, finding, group, outcome, setup

LATE = Source("late", valid_until=day("2016-12-31"))
SOON = Source("soon", valid_until=day("2016-06-30"))
GONE = Source("gone", valid_until=day("2016-01-31"))
NOW = day("2016-04-10")


def test_a_fact_of_an_expired_source_is_asked_for_anew() -> None:
    known = setup(initiative=Initiative("town", source=SOON))

    assert outcome("1.1", known, as_of=NOW) is MET
    found = finding("1.1", known, as_of=day("2016-07-01"))
    assert found.outcome is UNSURE
    assert [ask.field for ask in found.asks] == ["initiative.by"]


def test_what_rests_on_an_expired_item_is_unknown_until_somebody_renews_it() -> None:
    seat = Seat("a", organisations=("newcomers",), source=GONE)
    found = finding("7.6", setup(group(seat), organisations=[NEWCOMERS]), as_of=NOW)

    assert found.outcome is Outcome.UNKNOWN
    assert str(found.because) == "This rests on evidence that no longer counts: gone."
    assert [(ask.field, str(ask.question)) for ask in found.asks] == [
        ("bodies.group.seats.a.organisations", "Is this still so? The last day of “gone” is 2016-01-31.")
    ]
    assert [each.field for each in found.evidence] == ["organisations.newcomers.sector"]


def test_other_evidence_is_found_behind_that_which_counts_no_longer() -> None:
    """Without the search below, the later day would decide what the earlier one leaves open."""
    others = evolve(NEWCOMERS, id="others")
    whole = setup(
        group(Seat("a", organisations=("newcomers",), source=GONE), Seat("b", organisations=("others",), source=LATE)),
        organisations=[evolve(NEWCOMERS, source=SOON), evolve(others, source=LATE)],
    )

    assert outcome("7.6", whole, as_of=day("2016-07-01")) is MET
    assert outcome("7.6", whole, as_of=NOW) is MET
    assert {each.source for each in finding("7.6", whole, as_of=NOW).evidence} == {LATE}


def test_nothing_that_counts_no_longer_is_shown_as_evidence() -> None:
    found = finding("2.3", setup(group(Seat("a"), source=GONE)), as_of=NOW)

    assert (found.outcome, found.evidence) == (UNSURE, ())


class TestDocumented:
    def test_only_records_count(self) -> None:
        record = Source("minutes", level=Level.RECORD)
        told = setup(initiative=Initiative("town", source=Source("slide")), organisations=[evolve(TOWN, source=record)])
        written = evolve(told, initiative=Initiative("town", source=record))

        assert evaluate(told, as_of=NOW).on_record.of("1.1").outcome is UNSURE
        assert evaluate(written, as_of=NOW).on_record.of("1.1").outcome is MET

    def test_what_was_deduced_from_a_record_is_none(self) -> None:
        record = Source("minutes", level=Level.RECORD)
        deduced = evolve(record, inferred=["organisations"])
        known, guessed = (
            setup(group(Seat("a", organisations=("newcomers",), source=source)), organisations=[newcomers])
            for newcomers in [evolve(NEWCOMERS, source=record)]
            for source in (record, deduced)
        )

        assert evaluate(known, as_of=NOW).on_record.of("7.6").outcome is MET
        assert evaluate(guessed, as_of=NOW).on_record.of("7.6").outcome is UNSURE

    def test_it_is_the_score_of_the_evaluation_on_record(self) -> None:
        judged = evaluate(setup(bodies_complete=True), as_of=NOW)

        assert judged.documented == judged.on_record.score == Interval(0, 1)
        assert judged.score.within(judged.documented)
        assert judged.score != judged.documented

    def test_it_asks_for_the_record(self) -> None:
        record = Source("minutes", level=Level.RECORD)
        seat = Seat("a", organisations=("newcomers",), source=Source("slide"))
        whole = setup(group(seat), organisations=[evolve(NEWCOMERS, source=record)])
        found = evaluate(whole, as_of=NOW).on_record.of("7.6").finding

        assert str(found.because) == "No record shows this."
        assert [str(ask.question) for ask in found.asks] == ["Which record shows this?"]


def test_the_sources_that_have_expired_are_told_once() -> None:
    whole = setup(group(source=GONE), initiative=Initiative("town", source=GONE), source=SOON)

    assert evaluate(whole, as_of=NOW).expired == (GONE,)
    assert evaluate(whole).expired == (SOON, GONE)
