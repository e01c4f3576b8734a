"""Which evidence counts, and what is known when no other does."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from samverkan.checklist.admission import Admission, lapses, restricted, sources
from samverkan.model.bodies import Rank, Seat
from samverkan.model.facts import UNKNOWN, Absent, Claim, Disputed
from samverkan.model.identity import Identity
from samverkan.model.lead import Initiative
from samverkan.model.mandate import AtLeast, Mandate
from samverkan.model.source import Level, Source

from .builders import day, group, setup

OLD = Source("old", valid_until=day("2016-03-31"))
RECORD = Source("minutes", level=Level.RECORD)
CLAIM = Source("slide")
MARCH, APRIL = Admission(day("2016-03-31")), Admission(day("2016-04-01"))
ON_RECORD = Admission(day("2016-03-31"), documented=True)


class TestAdmits:
    def test_what_names_no_source_cannot_expire_and_is_no_record(self) -> None:
        assert APRIL.admits(None, "rank")
        assert not ON_RECORD.admits(None, "rank")

    def test_a_source_is_admitted_to_its_last_day(self) -> None:
        assert (MARCH.admits(OLD, "rank"), APRIL.admits(OLD, "rank")) == (True, False)

    @pytest.mark.parametrize("level", Level)
    def test_only_a_record_is_documented(self, level: Level) -> None:
        assert ON_RECORD.admits(Source("a", level=level), "rank") is (level is Level.RECORD)

    def test_what_was_deduced_from_a_record_is_no_record(self) -> None:
        source = evolve(RECORD, inferred=["rank"])

        assert (ON_RECORD.admits(source, "role"), ON_RECORD.admits(source, "rank")) == (True, False)


class TestNarrower:
    def test_later_days_and_then_records_only_count_ever_less(self) -> None:
        known = setup(group(Seat("a", source=OLD)))
        later, recorded = MARCH.narrower(known)

        assert later == (APRIL, Admission(None))
        assert recorded == (ON_RECORD, evolve(APRIL, documented=True), Admission(None, documented=True))
        assert ON_RECORD.narrower(known) == (recorded[1:],)


class TestRestricted:
    def test_facts_of_an_expired_source_are_unknown_and_its_lists_open(self) -> None:
        known = setup(
            group(
                Seat("a", rank=Rank.MANAGER), Seat("b", rank=Rank.MANAGER, source=CLAIM), quorum=AtLeast(2), source=OLD
            )
        )
        (body,) = restricted(known, APRIL).bodies

        assert (body.quorum, body.seats_complete) == (UNKNOWN, False)
        assert [seat.rank for seat in body.seats] == [UNKNOWN, Rank.MANAGER]

    def test_the_same_collaboration_while_everything_counts(self) -> None:
        known = setup(group(Seat("a"), source=OLD))

        assert restricted(known, MARCH) is known
        assert restricted(known, APRIL) is not known

    def test_what_is_declared_absent_rests_on_its_source_too(self) -> None:
        known = setup(identity=Identity(owner=Absent(), source=OLD))

        assert restricted(known, APRIL).identity.owner is UNKNOWN

    def test_a_mandate_and_a_quorum_may_have_a_source_of_their_own(self) -> None:
        seats = [Seat("a", mandate=Mandate(source=RECORD)), Seat("b", mandate=Mandate())]
        (body,) = restricted(setup(group(*seats, quorum=AtLeast(1, RECORD), source=CLAIM)), ON_RECORD).bodies

        assert [seat.mandate for seat in body.seats] == [Mandate(source=RECORD), UNKNOWN]
        assert body.quorum == AtLeast(1, RECORD)

    def test_an_item_without_a_source_comes_from_where_the_whole_does(self) -> None:
        whole = setup(initiative=Initiative("town"), bodies_complete=True, source=OLD)

        assert restricted(whole, MARCH) is whole
        known = restricted(whole, APRIL)
        assert (known.initiative.by, known.bodies_complete) == (UNKNOWN, False)

    @pytest.mark.parametrize(
        ("decides", "kept"), [((True, False), True), ((False, True), False), ((False, False), False)]
    )
    def test_a_dispute_stands_by_the_claim_that_decides_it(self, decides: tuple[bool, bool], kept: bool) -> None:  # noqa: FBT001
        claims = (Claim("town", CLAIM, decides=decides[0]), Claim("firm", OLD, decides=decides[1]))
        whole = setup(initiative=Initiative(Disputed(claims), source=CLAIM))

        assert (restricted(whole, APRIL).initiative.by is not UNKNOWN) is kept


def test_the_days_on_which_something_lapses_are_in_order_and_later_than_the_day() -> None:
    later = evolve(OLD, valid_until=day("2016-06-30"))
    whole = setup(group(source=later), source=OLD, initiative=Initiative(source=evolve(OLD, valid_until=dt.date.max)))

    assert next(iter(sources(whole))) == OLD
    assert lapses(whole, after=day("2016-01-01")) == (day("2016-04-01"), day("2016-07-01"))
    assert lapses(whole, after=day("2016-04-01")) == (day("2016-07-01"),)
    assert lapses(whole, after=None) == ()
