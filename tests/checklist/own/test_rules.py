"""Each rule met, not met and unknown, and every fault of one that cannot be meant."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from samverkan.checklist.case import case_of
from samverkan.checklist.finding import Evidence, met, not_applicable, not_met
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.own.address import Address, Holds, addresses
from samverkan.checklist.own.composing import at_least, put_together
from samverkan.checklist.own.judging import RuleJudge, judged, thresholds
from samverkan.checklist.own.rule import AllOf, AnyOf, Count, Not, OneOf, Shipped, SomeOf, Stated, Within
from samverkan.checklist.own.setting import Setting
from samverkan.errors import InvalidValueError, UnknownNameError
from samverkan.model.bodies import Body, BodyKind, BodyStatus, Rank, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN, Absent, Claim, Disputed
from samverkan.model.lead import ProjectLead
from samverkan.model.mandate import AtLeast
from samverkan.model.message import say
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation

if TYPE_CHECKING:
    from samverkan.checklist.finding import Finding
    from samverkan.checklist.own.rule import Rule

GROUP, BOARD = BodyKind.COLLABORATION_GROUP, BodyKind.ADVISORY_BOARD
QUORUM, SEATS, RANK = (Address.parse(f"bodies.*.{each}") for each in ("quorum", "seats", "seats.*.rank"))


def body(name: str = "g", *ranks: Rank, kind: BodyKind = GROUP, closed: bool = True, **rest: object) -> Body:
    seats = [Seat(f"{name}-{place}", rank=rank) for place, rank in enumerate(ranks)]
    return Body(name, kind, Text(name), seats=seats, seats_complete=closed, **rest)  # type: ignore[arg-type]  # any fields


def setup(*bodies: Body, closed: bool = True, **rest: object) -> Collaboration:
    return Collaboration(id="x", name=Text("X"), bodies=bodies, bodies_complete=closed, **rest)  # type: ignore[arg-type]  # any fields


def found(rule: Rule, *bodies: Body, closed: bool = True, **rest: object) -> Finding:
    return judged(rule, case_of(setup(*bodies, closed=closed, **rest)))


def outcome(rule: Rule, *bodies: Body, closed: bool = True, **rest: object) -> Outcome:
    return found(rule, *bodies, closed=closed, **rest).outcome


TWO = body("g", Rank.MANAGER, Rank.EXECUTIVE, quorum=AtLeast(1))
DISPUTED = Disputed((Claim(AtLeast(1)), Claim(AtLeast(2))))


class TestStated:
    @pytest.mark.parametrize(
        ("quorum", "expected"),
        [
            (AtLeast(1), Outcome.MET),
            (Absent(), Outcome.NOT_MET),
            (UNKNOWN, Outcome.UNKNOWN),
            (DISPUTED, Outcome.UNKNOWN),
            (Disputed((Claim(AtLeast(1), decides=True), Claim(AtLeast(2)))), Outcome.MET),
        ],
    )
    def test_follows_the_state_of_the_fact(self, quorum: object, expected: Outcome) -> None:
        assert outcome(Stated(QUORUM), body("g", Rank.MANAGER, Rank.MANAGER, quorum=quorum)) is expected

    def test_an_open_dispute_is_shown(self) -> None:
        shown = found(Stated(QUORUM), body("g", Rank.MANAGER, Rank.MANAGER, quorum=DISPUTED)).conflict

        assert [each.field for each in shown] == ["bodies.g.quorum"] * 2

    def test_asks_in_an_open_list_whether_there_are_more(self) -> None:
        open_ = found(Stated(QUORUM), TWO, closed=False)

        assert open_.outcome is Outcome.UNKNOWN
        assert [each.field for each in open_.asks] == ["bodies_complete"]

    def test_of_nothing_is_not_met(self) -> None:
        nothing = found(Stated(QUORUM))

        assert (nothing.outcome, nothing.remedy_field) == (Outcome.NOT_MET, "bodies")

    def test_leaves_out_bodies_of_the_past_and_of_another_kind(self) -> None:
        past, board = body("p", status=BodyStatus.PAST), body("b", kind=BOARD)

        assert outcome(Stated(QUORUM), TWO, past) is Outcome.MET
        assert outcome(Stated(QUORUM), TWO, board) is Outcome.UNKNOWN
        assert outcome(Stated(QUORUM, GROUP), TWO, board) is Outcome.MET

    def test_reads_a_list_that_is_a_fact_as_a_fact(self) -> None:
        attends = Stated(Address.parse("lead.attends"))

        assert outcome(attends) is Outcome.UNKNOWN
        assert outcome(attends, lead=ProjectLead(attends=())) is Outcome.MET

    def test_a_table_that_nobody_has_written_says_nothing(self) -> None:
        assert outcome(Within(Address.parse("horizon.length.count"), at_least=1)) is Outcome.UNKNOWN  # type: ignore[arg-type]


class TestCount:
    @pytest.mark.parametrize(
        ("least", "most", "closed", "expected"),
        [
            (2, None, False, Outcome.MET),
            (3, None, True, Outcome.NOT_MET),
            (3, None, False, Outcome.UNKNOWN),
            (None, 1, False, Outcome.NOT_MET),
            (None, 2, True, Outcome.MET),
            (2, 2, True, Outcome.MET),
            (2, 2, False, Outcome.UNKNOWN),
        ],
    )
    def test_an_open_list_may_hold_more(
        self,
        least: int | None,
        most: int | None,
        closed: bool,  # noqa: FBT001  # a parameter of the test
        expected: Outcome,
    ) -> None:
        seated = body("g", Rank.MANAGER, Rank.MANAGER, closed=closed)

        assert outcome(Count(SEATS, least, most), seated) is expected

    def test_a_list_that_nothing_closes_is_open(self) -> None:
        few = Count(Address.parse("organisations"), at_most=1)
        asked = found(few, organisations=[Organisation("a")])

        assert (asked.outcome, asked.asks[0].field) == (Outcome.UNKNOWN, "organisations")

    def test_the_plan_closes_events(self) -> None:
        assert outcome(Count(Address.parse("events"), at_least=1), plan_complete=True) is Outcome.NOT_MET


class TestValues:
    @pytest.mark.parametrize(
        ("share", "expected"),
        [
            (Fraction(1, 2), Outcome.MET),
            (Fraction(1, 4), Outcome.NOT_MET),
            (UNKNOWN, Outcome.UNKNOWN),
            (Absent(), Outcome.NOT_MET),
        ],
    )
    def test_a_number_is_within_its_bounds(self, share: object, expected: Outcome) -> None:
        rule = Within(Address.parse("lead.working_time"), at_least=Fraction(1, 2))

        assert outcome(rule, lead=ProjectLead(working_time=share)) is expected  # type: ignore[arg-type]  # one state after the other

    def test_nothing_is_a_number_too(self) -> None:
        rule = Within(Address.parse("lead.working_time"), at_least=Fraction(0), at_most=Fraction(0))

        assert outcome(rule, lead=ProjectLead(working_time=Fraction(0))) is Outcome.MET

    def test_words_are_among_those_given(self) -> None:
        assert outcome(OneOf(RANK, ["manager", "executive"]), TWO) is Outcome.MET
        assert outcome(OneOf(RANK, ["manager"]), TWO) is Outcome.NOT_MET
        assert outcome(OneOf(Address.parse("bodies.*.seats.*.voting"), [True]), TWO) is Outcome.MET


class TestComposition:
    @pytest.mark.parametrize(
        ("number", "signs", "expected"),
        [
            (1, "+-", Outcome.MET),
            (2, "++-", Outcome.MET),
            (2, "+?-", Outcome.UNKNOWN),
            (2, "+--", Outcome.NOT_MET),
            (2, "+", Outcome.MET),  # the one that applies
            (2, "+ ", Outcome.MET),
            (1, "- ", Outcome.NOT_MET),
            (1, "  ", Outcome.NOT_APPLICABLE),
        ],
    )
    def test_so_many_are_met_or_all_that_apply(self, number: int, signs: str, expected: Outcome) -> None:
        outcomes = {"+": Outcome.MET, "-": Outcome.NOT_MET, "?": Outcome.UNKNOWN, " ": Outcome.NOT_APPLICABLE}

        assert at_least(number, [outcomes[sign] for sign in signs]) is expected

    def test_a_shipped_criterion_answers_under_its_own_thresholds(self) -> None:
        board = body("b", Rank.MANAGER, Rank.MANAGER, kind=BOARD)

        assert outcome(Shipped("tranemo:5.1"), board) is Outcome.NOT_MET
        assert outcome(Shipped("tranemo:5.1", [Setting("min_advisory_seats", Fraction(2))]), board) is Outcome.MET

    def test_the_opposite_of_what_is_met_names_what_would_have_to_change(self) -> None:
        no = found(Not(OneOf(RANK, ["manager", "executive"])), TWO)

        assert (no.outcome, no.remedy_field) == (Outcome.NOT_MET, "bodies.g.seats.g-0.rank")

    def test_what_does_not_apply_is_cited_where_it_is_left_out(self) -> None:
        yes, empty = Evidence("bodies", Text("a")), Evidence("held_complete", Text("b"))
        parts = [met(say("yes"), yes), not_applicable(say("nothing"), empty)]

        assert put_together(parts, Outcome.MET).evidence == (yes, empty)

    def test_what_did_not_decide_is_not_cited(self) -> None:
        yes, no = Evidence("bodies", Text("a")), Evidence("held_complete", Text("b"))
        parts = [met(say("yes"), yes), not_met(say("no"), no, change="held")]

        assert put_together(parts, Outcome.MET).evidence == (yes,)
        assert put_together(parts, Outcome.NOT_MET).evidence == (no,)

    def test_a_rule_with_a_remedy_of_its_own_keeps_to_that(self) -> None:
        case = case_of(setup(body("b", Rank.MANAGER, kind=BOARD)))

        assert str(RuleJudge(Shipped("tranemo:5.1"))(case).remedy) == "Recruit 4 more to b."
        assert RuleJudge(Shipped("tranemo:5.1"), worded=True)(case).remedy is None

    def test_as_many_as_there_are_may_be_asked_for(self) -> None:
        assert outcome(SomeOf(2, [Stated(QUORUM), OneOf(RANK, ["manager", "executive"])]), TWO) is Outcome.MET

    def test_the_thresholds_of_a_rule_are_those_of_its_parts(self) -> None:
        rule = AnyOf([Not(Shipped("tranemo:5.1")), SomeOf(1, [Shipped("tranemo:5.3"), Stated(QUORUM)])])

        assert thresholds(rule) == ("min_advisory_seats", "min_advisory_sectors")


class TestFaults:
    @pytest.mark.parametrize(
        ("address", "told"),
        [
            ("bodis", "there is no field “bodis”; did you mean “bodies”?"),
            ("bodies.*.quorom", "there is no field “bodies.*.quorom”; did you mean “bodies.*.quorum”?"),
            ("bodies.quorum", "no “quorum” can follow “bodies”; expected “*” for each item"),
            ("entrances.*.name", "no “*” can follow “entrances”; expected nothing more"),
            ("bodies.*.quorum.x", "no “x” can follow “bodies.*.quorum”; expected nothing more"),
            ("initiative", "“initiative” is no field but a table; expected one of its by, date, source"),
        ],
    )
    def test_an_address_leads_somewhere(self, address: str, told: str) -> None:
        with pytest.raises((InvalidValueError, UnknownNameError)) as caught:
            Address.parse(address)

        assert str(caught.value) == told

    @pytest.mark.parametrize(
        ("make", "told"),
        [
            (lambda: Stated(SEATS), "“bodies.*.seats” leads to no fact; expected the address of what may be unknown"),
            (lambda: Count(QUORUM, 1), "“bodies.*.quorum” leads to no list; expected the address of a list"),
            (lambda: Within(RANK, 1), "“bodies.*.seats.*.rank” leads to no number; expected the address of a number"),
            (lambda: OneOf(QUORUM, ["x"]), "leads to no word; expected the address of a word, or of a yes or no"),
            (lambda: OneOf(Address.parse("publication.languages"), ["sv"]), "leads to no word"),
            (lambda: OneOf(RANK, ["chef"]), "“bodies.*.seats.*.rank” cannot be chef; expected one of elected-chair"),
            (lambda: OneOf(RANK, []), "cannot be nothing"),
            (lambda: Count(SEATS), "there is no bound to compare with; expected at_least, at_most, or both"),
            (lambda: Count(SEATS, 3, 2), "at most 2 is below at least 3; expected at_least before at_most"),
            (lambda: Count(Address.parse("events"), 1, None, GROUP), "“events” is not about bodies"),
            (lambda: SomeOf(2, [Stated(QUORUM)]), "at least 2 of 1 rules can never be met"),
            (lambda: AllOf([]), "the list all is empty; expected at least one rule"),
            (lambda: Shipped("tranemo:6.99"), "there is no criterion “tranemo:6.99”; did you mean “tranemo:6."),
            (lambda: Setting("max_gap_day", Fraction(1)), "did you mean “max_gap_days”?"),
            (
                lambda: Setting("max_gap_days", value=True),
                "the threshold max_gap_days cannot be true; expected a number",
            ),
            (lambda: Setting("end_is_deadline", Fraction(1)), "cannot be 1; expected true or false"),
            (lambda: Setting("min_lead_share", Fraction(3)), "is not a share"),
            (lambda: Setting("min_advisory_seats", Fraction(7, 2)), "is not a positive count"),
        ],
    )
    def test_a_rule_can_be_meant(self, make: object, told: str) -> None:
        with pytest.raises((InvalidValueError, UnknownNameError)) as caught:
            make()  # type: ignore[operator]  # each makes one rule

        assert told in str(caught.value)


def test_every_address_of_the_model_is_one() -> None:
    found_ = addresses()

    assert {each.target.holds for each in found_} == set(Holds)
    assert {QUORUM, SEATS, RANK} <= set(found_)
    assert all(Address.parse(str(each)) == each for each in found_)
