from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import samverkan
from samverkan.checklist.competence.attendance import Attendance
from samverkan.checklist.competence.competence import competence
from samverkan.checklist.competence.ruling import Competence, Condition, Standing
from samverkan.checklist.outcome import Outcome
from samverkan.errors import UnknownNameError
from samverkan.formats import toml
from samverkan.model.bodies import Body, BodyKind, Seat, Statute
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.mandate import AtLeast, Mandate
from samverkan.model.names import Text
from samverkan.testing import bodies as any_bodies
from samverkan.testing.rewrite import replaced
from tests.checklist.competence.oracle import answers
from tests.checklist.competence.strategies import AFTER, BEFORE, DAY, ITEM, attendances, bodies, completions
from tests.checklist.rewriting import addresses, facts, open_lists

if TYPE_CHECKING:
    from collections.abc import Iterable

MET, NOT_MET, UNSURE = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN


def group(*mandates: Any, **facts_: Any) -> Body:  # noqa: ANN401  # mandates in any state
    seats = [Seat(f"s-{place}", mandate=mandate) for place, mandate in enumerate(mandates)]
    known = {"quorum": AtLeast(2), "seats_complete": True, "conflicts_complete": True}
    return Body("g", BodyKind.COLLABORATION_GROUP, Text("Gruppen"), seats=seats, **{**known, **facts_})


def committee(size: int, **facts_: Any) -> Body:  # noqa: ANN401  # any facts
    seats = [Seat(f"s-{place}") for place in range(size)]
    known = {"statute": Statute.COMMITTEE, "remit": Mandate(BEFORE), "seats": seats}
    closed = {"seats_complete": True, "conflicts_complete": True}
    return Body("n", BodyKind.POLITICAL_BODY, Text("Nämnden"), **{**known, **closed, **facts_})


def there(*numbers: int, **more: Any) -> Attendance:  # noqa: ANN401  # other seats
    return Attendance([f"s-{number}" for number in numbers], **more)


def asked(body: Body, **options: Any) -> Competence:  # noqa: ANN401  # options of competence
    return competence(body, ITEM, **{"as_of": DAY, **options})


class TestCommittee:
    @pytest.mark.parametrize(
        ("size", "present", "decides"), [(4, 2, NOT_MET), (4, 3, MET), (5, 3, MET), (5, 2, NOT_MET)]
    )
    def test_more_than_half_must_be_there(self, size: int, present: int, decides: Outcome) -> None:
        found = asked(committee(size), attendance=there(*range(present)))

        assert (found.standing, found.decides) == (Standing.FORMAL, decides)
        assert "6:27" in [each.place for each in found.law]

    def test_a_rule_of_its_own_does_not_lower_what_the_act_says(self) -> None:
        assert asked(committee(5, quorum=AtLeast(2)), attendance=there(0, 1)).decides is NOT_MET

    def test_who_has_a_conflict_leaves_the_count(self) -> None:
        seats = [Seat("s-0", conflicts=[ITEM]), Seat("s-1"), Seat("s-2")]
        body = committee(3, seats=seats)

        assert asked(body, attendance=there(0, 1)).decides is NOT_MET
        assert asked(body, attendance=there(0, 1, deputies=["s-0"])).decides is MET
        assert competence(body, "annat", as_of=DAY, attendance=there(0, 1)).decides is MET

    def test_in_the_council_a_conflict_leaves_the_quorum_open(self) -> None:
        seats = [Seat("s-0", conflicts=[ITEM]), Seat("s-1"), Seat("s-2")]

        found = asked(committee(3, seats=seats, statute=Statute.COUNCIL), attendance=there(0, 1))

        assert found.decides is UNSURE
        assert [ask.field for ask in found.of(Condition.PRESENT).asks] == ["present"]

    def test_an_open_list_of_conflicts_may_hide_one(self) -> None:
        found = asked(committee(3, conflicts_complete=False), attendance=there(0, 1))

        assert found.decides is UNSURE
        assert [ask.field for ask in found.of(Condition.PRESENT).asks] == ["bodies.n.conflicts_complete"]

    @pytest.mark.parametrize(
        ("remote", "decides"), [(True, MET), (False, NOT_MET), (Absent(), NOT_MET), (UNKNOWN, UNSURE)]
    )
    def test_from_afar_counts_only_if_it_is_decided(self, remote: Any, decides: Outcome) -> None:  # noqa: ANN401
        found = asked(committee(3, remote=remote), attendance=there(0, remote=["s-1"]))

        assert found.decides is decides

    def test_outside_its_remit_it_only_advises(self) -> None:
        assert asked(committee(3, remit=Mandate(BEFORE, items=[Text("annat")]))).standing is Standing.ADVISORY
        assert asked(committee(3, remit=UNKNOWN)).standing is Standing.UNKNOWN

    def test_of_what_the_act_does_not_place_the_standing_is_unknown(self) -> None:
        found = asked(committee(3, statute=UNKNOWN), attendance=there())

        assert (found.standing, found.decides) == (Standing.UNKNOWN, NOT_MET)
        assert found.of(Condition.POWER).asks[0].field == "bodies.n.statute"


class TestGroup:
    def test_it_is_never_formal_whatever_the_file_calls_it(self) -> None:
        body = group(Mandate(BEFORE), Mandate(BEFORE), statute=Statute.COMMITTEE, remit=Mandate(BEFORE))

        assert asked(body).standing is Standing.MANDATED

    @pytest.mark.parametrize(
        ("second", "standing"),
        [
            (Mandate(BEFORE, items=[ITEM]), Standing.MANDATED),
            (Mandate(BEFORE, items=[Text("LOKALER")]), Standing.MANDATED),
            (Mandate(BEFORE, items=[Text("Hus", en="lokaler")]), Standing.MANDATED),
            (Mandate(Absent()), Standing.MANDATED),
            (Mandate(BEFORE, until=DAY), Standing.MANDATED),
            (Mandate(DAY), Standing.MANDATED),
            (Mandate(BEFORE, until=DAY - dt.timedelta(1)), Standing.ADVISORY),
            (Mandate(AFTER), Standing.ADVISORY),
            (Mandate(BEFORE, items=[Text("annat")]), Standing.ADVISORY),
            (Absent(), Standing.ADVISORY),
            (Mandate(), Standing.UNKNOWN),
            (UNKNOWN, Standing.UNKNOWN),
        ],
    )
    def test_each_needed_representative_holds_a_mandate_that_covers_the_item_on_the_day(
        self,
        second: Any,  # noqa: ANN401  # a mandate in any state
        standing: Standing,
    ) -> None:
        assert asked(group(Mandate(BEFORE), second)).standing is standing

    def test_who_is_there_without_a_mandate_binds_nobody(self) -> None:
        body = group(Mandate(BEFORE), Mandate(BEFORE), Absent())

        assert asked(body, attendance=there(0, 2)).decides is NOT_MET
        assert asked(body, attendance=there(0, 1)).decides is MET

    def test_without_a_rule_all_are_needed(self) -> None:
        assert asked(group(Mandate(BEFORE), Absent(), quorum=Absent())).standing is Standing.ADVISORY
        assert asked(group(Mandate(BEFORE), Mandate(BEFORE), quorum=Absent())).standing is Standing.MANDATED

    def test_where_all_hold_mandates_the_rule_need_not_be_known(self) -> None:
        assert asked(group(Mandate(BEFORE), Mandate(BEFORE), quorum=UNKNOWN)).standing is Standing.MANDATED

    def test_an_advisory_board_advises_whatever_its_mandates(self) -> None:
        board = evolve(group(Mandate(BEFORE), Mandate(BEFORE)), kind=BodyKind.ADVISORY_BOARD)

        assert asked(board).standing is Standing.ADVISORY


def test_the_act_was_read_on_one_day() -> None:
    assert {each.as_of for each in asked(committee(3)).law} == {dt.date(2025, 5, 26)}


def test_a_seat_that_the_body_has_not_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="s-7"):
        asked(committee(3), attendance=there(0, 7))


class TestTranemo:
    """T06: neither a quorum rule nor any member mandate is documented, so both are unknown, and so is competence."""

    def test_the_group_is_unknown_and_says_what_to_ask(self) -> None:
        body = samverkan.bundled("tranemo").body("samverkansgrupp")
        assert body is not None
        found = competence(body, "lokaler", as_of=dt.date(2016, 4, 10))

        assert (found.standing, found.decides) == (Standing.UNKNOWN, UNSURE)
        assert (str(found.needed), found.voting) == ("1–16", 16)
        fields = [ask.field for ask in found.of(Condition.POWER).asks]
        assert fields[0] == "bodies.samverkansgrupp.quorum"
        assert sum(field.endswith(".mandate") for field in fields) == 16

    def test_the_advisory_board_advises(self) -> None:
        body = samverkan.bundled("tranemo").body("advisory-board")
        assert body is not None
        assert competence(body).standing is Standing.ADVISORY


class TestExact:
    """An answer is decided exactly where every completion of what is unknown gives it."""

    @settings(max_examples=150, deadline=None)
    @given(st.data())
    def test_against_all_completions(self, data: st.DataObject) -> None:
        body = data.draw(bodies())
        attendance = data.draw(attendances(body))
        found = asked(body, attendance=attendance)

        standings: set[Standing] = set()
        decided: set[bool] = set()
        for whole in completions(body):
            for standing, decides in answers(whole, attendance):
                standings.add(standing)
                decided.add(decides)

        assert {found.standing} == (standings if len(standings) == 1 else {Standing.UNKNOWN})
        assert found.decides is {(True,): MET, (False,): NOT_MET}.get(tuple(decided), UNSURE)


def knows_no_more(less: Competence, more: Competence) -> None:
    assert less.standing in {Standing.UNKNOWN, more.standing}
    assert less.decides in {UNSURE, more.decides}
    for ruling in less.rulings:
        assert ruling.finding.outcome in {UNSURE, more.of(ruling.condition).outcome}, ruling.condition


def whole(body: Body) -> Collaboration:
    return Collaboration(id="try", name="Ett försök", bodies=[body])


def only(setup: Collaboration) -> Body:
    (body,) = setup.bodies
    return body


EITHER = st.one_of(bodies(), any_bodies())


class TestRefinement:
    """8. Telling what was unknown may decide what was undecided, never change what was decided; hiding, the reverse."""

    @given(EITHER, st.data())
    def test_a_hidden_fact_decides_nothing(self, body: Body, data: st.DataObject) -> None:
        attendance = data.draw(attendances(body))
        setup = whole(evolve(body, reports_to=UNKNOWN))
        known = facts(setup, known=True)
        assume(known)
        hidden = replaced(setup, data.draw(st.sampled_from(known)), UNKNOWN)

        knows_no_more(asked(only(hidden), attendance=attendance), asked(only(setup), attendance=attendance))

    @given(EITHER, st.data())
    def test_a_closed_list_changes_nothing_decided(self, body: Body, data: st.DataObject) -> None:
        attendance = data.draw(attendances(body))
        setup = whole(evolve(body, reports_to=UNKNOWN))
        flags = [path for path in open_lists(setup) if path[0] == "bodies"]
        assume(flags)
        path = data.draw(st.sampled_from(flags))
        assume(body.seats or path[-1] != "seats_complete")
        closed = replaced(setup, path, new=True)

        knows_no_more(asked(only(setup), attendance=attendance), asked(only(closed), attendance=attendance))

    @given(EITHER, st.data())
    def test_telling_the_item_and_the_day_changes_nothing_decided(self, body: Body, data: st.DataObject) -> None:
        attendance = data.draw(attendances(body))
        untold = competence(body, attendance=attendance)

        knows_no_more(untold, competence(body, ITEM, attendance=attendance))
        knows_no_more(untold, competence(body, as_of=DAY, attendance=attendance))
        knows_no_more(competence(body, ITEM, attendance=attendance), asked(body, attendance=attendance))

    @given(EITHER)
    def test_a_file_keeps_the_answer(self, body: Body) -> None:
        setup = whole(
            evolve(body, reports_to=UNKNOWN, seats=[evolve(s, organisations=(), areas=()) for s in body.seats])
        )

        assert asked(only(toml.loads(toml.dumps(setup)))) == asked(only(setup))


class TestQuorum:
    """4 and 5. Whoever comes on top, a quorum stays one; a co-opted seat changes nothing."""

    @given(bodies(), st.data())
    def test_more_present_never_decide_less(self, body: Body, data: st.DataObject) -> None:
        fewer = data.draw(attendances(body).filter(bool))
        assert fewer is not None
        more = evolve(fewer, present=[seat.id for seat in body.seats])
        order = [NOT_MET, UNSURE, MET]

        before, after = asked(body, attendance=fewer), asked(body, attendance=more)
        assert order.index(before.decides) <= order.index(after.decides)

    @given(bodies(), st.data())
    def test_a_co_opted_seat_changes_nothing(self, body: Body, data: st.DataObject) -> None:
        attendance = data.draw(attendances(body))
        larger = evolve(body, seats=(*body.seats, Seat("co-opted", voting=False, mandate=Mandate(BEFORE))))
        also = attendance and evolve(attendance, present=(*attendance.present, "co-opted"))

        before, after = asked(body, attendance=attendance), asked(larger, attendance=also)
        assert (before.standing, before.decides, before.needed) == (after.standing, after.decides, after.needed)


class TestMandateInterval:
    """6. The verdict is unknown exactly when the quorum lies strictly above the lower and at or below the upper end."""

    @given(st.lists(st.sampled_from([True, False, None]), min_size=1, max_size=8), st.data())
    def test_the_quorum_decides(self, mandates: list[bool | None], data: st.DataObject) -> None:
        states: dict[bool | None, Any] = {True: Mandate(BEFORE), False: Absent(), None: UNKNOWN}
        needed = data.draw(st.integers(1, len(mandates)))
        found = asked(group(*(states[each] for each in mandates), quorum=AtLeast(needed)))
        known, unsure = mandates.count(True), mandates.count(None)

        assert (found.decides is UNSURE) == (known < needed <= known + unsure)
        assert (found.standing is Standing.MANDATED) == (needed <= known)


class TestEvidence:
    """10. What is decided cites a field of the file or what the caller told; what is unknown says what to ask."""

    @given(EITHER, st.data())
    def test_every_ruling_is_backed(self, body: Body, data: st.DataObject) -> None:
        attendance = data.draw(attendances(body))
        known = addresses(whole(evolve(body, reports_to=UNKNOWN))) | {"present"}
        for ruling in asked(body, attendance=attendance).rulings:
            finding = ruling.finding
            assert finding.evidence or not finding.outcome.decided, ruling.condition
            assert cited(finding.evidence) <= known, ruling.condition
            assert finding.asks or finding.outcome is not UNSURE, ruling.condition

    @given(bodies())
    def test_every_answer_about_municipal_power_names_its_paragraph(self, body: Body) -> None:
        found = asked(body)

        assert found.law
        assert all(str(each).endswith(f"{each.place}, text as of 2025-05-26") for each in found.law)


def cited(evidence: Iterable[Any]) -> set[str]:
    return {each.field for each in evidence}
