from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from samverkan.errors import Fault, InvalidCollaborationError, dotted
from samverkan.model import consistency
from samverkan.model.activities import Activity, Event, Series
from samverkan.model.bodies import Body, BodyKind, Expectation, Seat
from samverkan.model.cadence import EveryDays
from samverkan.model.collaboration import Collaboration
from samverkan.model.consistency import faults_of
from samverkan.model.facts import Absent, Claim, Disputed
from samverkan.model.funding import Line
from samverkan.model.goals import ComplementGoal
from samverkan.model.identity import Area, Identity, Stage, Statement, TargetGroup
from samverkan.model.lead import Initiative, ProjectLead
from samverkan.model.mandate import AtLeast, MoreThan
from samverkan.model.names import Text
from samverkan.model.organisations import Municipality, Organisation
from samverkan.model.participants import Flow, Step
from samverkan.model.records import Held
from samverkan.model.source import Source
from samverkan.model.terms import HalfYear, Term, TermDates
from samverkan.model.values import Length, Period, Unit
from samverkan.testing import collaborations

DAY = dt.date(2016, 3, 4)
NUMBER = "18900101-980" + "2"  # the Tax Agency's own number for tests; nobody was given it


def body(name: str = "sg", **fields: Any) -> Body:  # noqa: ANN401  # any field of a body
    return Body(name, BodyKind.COLLABORATION_GROUP, Text(name), **fields)


def faults(**fields: Any) -> dict[str, Fault]:  # noqa: ANN401  # any field of a collaboration
    with pytest.raises(InvalidCollaborationError) as refusal:
        Collaboration(id="a", name="b", **fields)
    told = {dotted(fault.path): fault for fault in refusal.value.faults}
    assert len(told) == len(refusal.value.faults)
    return told


@given(collaborations())
def test_what_holds_together_has_no_fault(whole: Collaboration) -> None:
    assert list(faults_of(whole)) == []


class TestReferences:
    @pytest.mark.parametrize(
        ("fields", "path", "code", "message"),
        [
            (
                {"bodies": [body(seats=[Seat("s", organisations=["x"])])]},
                "bodies.sg.seats.s.organisations[0]",
                "unknown-organisation",
                "there is no organisation “x”",
            ),
            ({"bodies": [body(reports_to="x")]}, "bodies.sg.reports_to", "unknown-body", "there is no body “x”"),
            ({"bodies": [body(chair="x")]}, "bodies.sg.chair", "unknown-seat", "there is no seat “x”"),
            (
                {"bodies": [body(seats=[Seat("s", areas=["x"])])]},
                "bodies.sg.seats.s.areas[0]",
                "unknown-area",
                "there is no area “x”",
            ),
            (
                {"bodies": [body(expects=[Expectation(Text("Region"), organisations=["x"])])]},
                "bodies.sg.expects[0].organisations[0]",
                "unknown-organisation",
                "there is no organisation “x”",
            ),
            (
                {"series": [Series("s", "x", EveryDays(14), DAY, DAY)]},
                "series[0].body",
                "unknown-body",
                "there is no body “x”",
            ),
            (
                {"events": [Event("e", Text("e"), same_as="x")]},
                "events[0].same_as",
                "unknown-activity",
                "there is no activity or event “x”",
            ),
            (
                {"activities": [Activity("a", Text("a"), unit="x")]},
                "activities[0].unit",
                "unknown-unit",
                "there is no unit “x”",
            ),
            (
                {"areas": [Area("a", Text("a"), target_groups=["x"])]},
                "areas.a.target_groups[0]",
                "unknown-target",
                "there is no target group “x”",
            ),
            (
                {"target_groups": [TargetGroup("a", Text("a"), subset_of="x")]},
                "target_groups.a.subset_of",
                "unknown-target",
                "there is no target group “x”",
            ),
            (
                {"goals": [ComplementGoal(id="g", text=Text("g"), of="x")]},
                "goals[0].of",
                "unknown-goal",
                "there is no goal “x”",
            ),
            (
                {"stages": [Stage("s", Text("s"), municipalities=["1452"])]},
                "stages.s.municipalities[0]",
                "unknown-municipality",
                "there is no municipality “1452”",
            ),
            (
                {"identity": Identity(owner="x")},
                "identity.owner",
                "unknown-organisation",
                "there is no organisation “x”",
            ),
            (
                {"initiative": Initiative(by=Disputed([Claim("x"), Claim("a")])), "organisations": [Organisation("a")]},
                "initiative.by.disputed[0].value",
                "unknown-organisation",
                "there is no organisation “x”",
            ),
            ({"lead": ProjectLead(attends=("x",))}, "lead.attends[0]", "unknown-body", "there is no body “x”"),
            (
                {"parties": [Line("Kyrkan", organisation="x")]},
                "parties[0].organisation",
                "unknown-organisation",
                "there is no organisation “x”",
            ),
            (
                {"flows": [Flow("f", steps=[Step("s", Text("s"), unit="x")])]},
                "flows.f.steps[0].unit",
                "unknown-unit",
                "there is no unit “x”",
            ),
            (
                {"bodies": [body(seats=[Seat("s")])], "held": [Held("sg", DAY, present=["t"])]},
                "held[0].present[0]",
                "unknown-seat",
                "there is no seat “t”",
            ),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_to_what_does_not_exist_are_told_with_their_path(
        self, fields: dict[str, Any], path: str, code: str, message: str
    ) -> None:
        told = faults(**fields)

        assert list(told) == [path]
        assert (told[path].code, told[path].message) == (code, message)
        assert (told[path].expected or "").startswith("the id of one of the")

    def test_are_told_with_the_nearest_right_word(self) -> None:
        seat = Seat("s", organisations=["arbetsformedlingn"])
        told = faults(bodies=[body(seats=[seat])], organisations=[Organisation("arbetsformedlingen")])

        assert str(told["bodies.sg.seats.s.organisations[0]"]) == (
            "bodies.sg.seats.s.organisations[0]: there is no organisation “arbetsformedlingn”; expected the id of one"
            " of the organisations of this file; did you mean “arbetsformedlingen”? [unknown-organisation]"
        )

    @pytest.mark.parametrize(
        ("most", "guessed"), [(6, ["alfa", "beta", None]), (5, ["alfa", None, None]), (2, [None] * 3)]
    )
    def test_are_guessed_at_as_long_as_names_may_be_compared(
        self, most: int, guessed: list[str | None], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(consistency, "MAX_COMPARISONS", most)
        three = [Organisation("alfa"), Organisation("beta"), Organisation("gamma")]
        told = faults(organisations=three, bodies=[body(seats=[Seat("s", organisations=["alfaa", "betaa", "gamm"])])])

        assert [fault.nearest for fault in told.values()] == guessed

    def test_may_be_to_activities_and_to_events(self) -> None:
        activity, event = Activity("a", Text("a"), same_as="e"), Event("e", Text("e"), same_as="a")

        assert Collaboration(id="a", name="b", activities=[activity], events=[event]).events == (event,)

    def test_to_a_seat_are_to_one_of_the_same_body(self) -> None:
        told = faults(bodies=[body("ab", seats=[Seat("s")]), body("sg", chair="s")])

        assert list(told) == ["bodies.sg.chair"]


class TestIds:
    @pytest.mark.parametrize(
        ("fields", "path"),
        [
            ({"organisations": [Organisation("x"), Organisation("x")]}, "organisations.x.id"),
            ({"bodies": [body("x"), body("x")]}, "bodies.x.id"),
            ({"bodies": [body(seats=[Seat("x"), Seat("x")])]}, "bodies.sg.seats.x.id"),
            ({"municipalities": [Municipality("1452", "a"), Municipality("1452", "b")]}, "municipalities.1452.code"),
            ({"events": [Event("x", Text("a")), Event("x", Text("b"))]}, "events[1].id"),
        ],
        ids=["organisations", "bodies", "seats", "municipalities", "events"],
    )
    def test_stand_once(self, fields: dict[str, Any], path: str) -> None:
        told = faults(**fields)

        assert list(told) == [path]
        assert told[path].code == "duplicate-id"
        assert "stands twice" in told[path].message

    def test_of_series_events_and_activities_are_not_shared(self) -> None:
        told = faults(
            bodies=[body()],
            series=[Series("x", "sg", EveryDays(14), DAY, DAY)],
            events=[Event("y", Text("b")), Event("x", Text("c"))],
            activities=[Activity("y", Text("a"))],
        )

        assert list(told) == ["events[1].id", "activities[0].id"]
        assert told["events[1].id"].message == "the id “x” stands among the series too"
        assert told["activities[0].id"].message == "the id “y” stands among the events too"

    def test_that_stand_three_times_are_told_twice(self) -> None:
        assert len(faults(events=[Event("x", Text("a"))] * 3)) == 2

    def test_may_be_missing_from_any_number_of_statements(self) -> None:
        two = (Statement(Text("a")), Statement(Text("b")))

        assert Collaboration(id="a", name="b", purposes=two).purposes == two

    def test_of_seats_are_their_body_s_own(self) -> None:
        two = [body("ab", seats=[Seat("x")]), body("sg", seats=[Seat("x")])]

        assert Collaboration(id="a", name="b", bodies=two).bodies == tuple(two)


class TestQuorum:
    @pytest.mark.parametrize(
        ("quorum", "seats"),
        [
            (AtLeast(2), [Seat("a")]),
            (AtLeast(2), [Seat("a"), Seat("b", voting=False)]),
            (MoreThan("1/2"), [Seat("a", voting=False)]),
            (Disputed([Claim(AtLeast(1)), Claim(AtLeast(9), decides=True)]), [Seat("a")]),
        ],
        ids=["too many", "co-opted", "share of none", "decided"],
    )
    def test_above_the_voting_seats_is_told(self, quorum: AtLeast, seats: list[Seat]) -> None:
        told = faults(bodies=[body(seats=seats, quorum=quorum)])

        assert list(told) == ["bodies.sg.quorum"]
        assert told["bodies.sg.quorum"].code == "quorum-above-seats"
        assert "voting seats of “sg”" in told["bodies.sg.quorum"].message

    def test_of_an_empty_closed_list_is_told(self) -> None:
        assert list(faults(bodies=[body(seats_complete=True, quorum=AtLeast(1))])) == ["bodies.sg.quorum"]

    @pytest.mark.parametrize(
        "fields",
        [
            {"quorum": AtLeast(9)},
            {"quorum": AtLeast(1), "seats": [Seat("a")]},
            {"quorum": MoreThan("9/10"), "seats": [Seat("a")]},
            {"quorum": Disputed([Claim(AtLeast(1)), Claim(AtLeast(9))]), "seats": [Seat("a")]},
            {"quorum": Absent(), "seats": [Seat("a")]},
        ],
        ids=["no list", "one", "share", "open dispute", "absent"],
    )
    def test_that_can_be_reached_for_all_that_is_known_is_none(self, fields: dict[str, Any]) -> None:
        assert Collaboration(id="a", name="b", bodies=[body(**fields)]).bodies


class TestPersonalNumbers:
    @pytest.mark.parametrize(
        ("fields", "path"),
        [
            ({"bodies": [body(seats=[Seat("s", role=Text(f"Chef {NUMBER}"))])]}, "bodies.sg.seats.s.role"),
            ({"bodies": [body(seats=[Seat("s", role=Text("Chef", en=NUMBER))])]}, "bodies.sg.seats.s.role"),
            ({"bodies": [body(seats=[Seat("s", holder=NUMBER)])]}, "bodies.sg.seats.s.holder"),
            ({"organisations": [Organisation("a", aliases=["af", NUMBER])]}, "organisations.a.aliases[1]"),
            ({"source": Source("bild 3", says=NUMBER)}, "source.says"),
            (
                {"purposes": [], "dialogue": Disputed([Claim(Text("a")), Claim(Text(NUMBER))])},
                "dialogue.disputed[1].value",
            ),
            (
                {"dialogue": Disputed([Claim(Text("a"), Source(NUMBER)), Claim(Text("b"))])},
                "dialogue.disputed[0].source.ref",
            ),
        ],
        ids=["role", "translation", "holder", "alias", "quotation", "claim", "source of a claim"],
    )
    def test_are_refused_wherever_they_stand(self, fields: dict[str, Any], path: str) -> None:
        told = faults(**fields)

        assert list(told) == [path]
        assert told[path].code == "personal-number"

    def test_are_not_repeated_in_the_message(self) -> None:
        told = faults(source=Source(f"{NUMBER}"))

        assert NUMBER not in str(told["source.ref"])
        assert "of 13 signs" in str(told["source.ref"])


class TestTheRest:
    def test_a_field_that_does_not_exist_cannot_be_inferred(self) -> None:
        seat = Seat("s", source=Source("bild 3", inferred=["rank", "rol"]))
        told = faults(bodies=[body(seats=[seat])])

        assert list(told) == ["bodies.sg.seats.s.source.inferred[1]"]
        assert told["bodies.sg.seats.s.source.inferred[1]"].code == "unknown-key"
        assert told["bodies.sg.seats.s.source.inferred[1]"].nearest == "role"

    def test_an_organisation_is_not_part_of_itself(self) -> None:
        told = faults(organisations=[Organisation("a", part_of="b"), Organisation("b", part_of="a")])

        assert list(told) == ["organisations.a.part_of", "organisations.b.part_of"]
        assert told["organisations.a.part_of"].code == "circle"
        assert told["organisations.a.part_of"].message == "“a” is part of itself: a → b → a"

    def test_what_leads_into_a_circle_is_not_in_it(self) -> None:
        three = [Organisation("a", part_of="b"), Organisation("b", part_of="b"), Organisation("c", part_of="a")]

        assert list(faults(organisations=three)) == ["organisations.b.part_of"]

    @pytest.mark.parametrize(("many", "way"), [(20, 21), (21, 3)])
    def test_a_circle_is_told_in_full_unless_it_is_long(self, many: int, way: int) -> None:
        names = [f"o{number}" for number in range(many)]
        ring = zip(names, [*names[1:], names[0]], strict=True)
        told = faults(organisations=[Organisation(name, part_of=whole) for name, whole in ring])

        message = told["organisations.o1.part_of"].message
        assert message.startswith("“o1” is part of itself: o1 → ")
        assert len(message.split(" → ")) == way

    def test_terms_do_not_share_a_day(self) -> None:
        spring = TermDates(Term.parse("VT 2016"), dt.date(2016, 1, 11), dt.date(2016, 6, 14))
        early = TermDates(Term.parse("HT 2016"), dt.date(2016, 6, 14), dt.date(2016, 12, 21))
        told = faults(terms=[spring, early])

        assert list(told) == ["terms[1].from"]
        assert told["terms[1].from"].code == "overlapping-terms"
        assert told["terms[1].from"].message == "HT 2016 overlaps VT 2016"

    @pytest.mark.parametrize(
        ("days", "path", "message"),
        [
            ([(5, 9), (1, 5)], "terms[1].from", "HT 2001 overlaps HT 2000"),
            ([(1, 30), (5, 9), (15, 19)], "terms[2].from", "HT 2002 overlaps HT 2000"),
            ([(1, 9), (5, 19), (15, 30)], "terms[2].from", "HT 2002 overlaps HT 2001"),
            ([(1, 19), (5, 19), (15, 30)], "terms[2].from", "HT 2002 overlaps HT 2000"),
        ],
        ids=["out of order", "within a long one", "after a later one", "of two that end alike"],
    )
    def test_a_term_overlaps_the_one_before_it_that_ends_last(
        self, days: list[tuple[int, int]], path: str, message: str
    ) -> None:
        january = [(dt.date(2016, 1, first), dt.date(2016, 1, last)) for first, last in days]
        terms = [TermDates(Term(2000 + place, HalfYear.HT), *each) for place, each in enumerate(january)]

        assert faults(terms=terms)[path].message == message

    def test_terms_may_follow_each_other_day_by_day_in_any_order(self) -> None:
        terms = [
            TermDates(Term.parse("HT 2016"), dt.date(2016, 6, 15), dt.date(2016, 12, 21)),
            TermDates(Term.parse("VT 2016"), dt.date(2016, 1, 11), dt.date(2016, 6, 14)),
        ]

        assert Collaboration(id="a", name="b", terms=terms).terms == tuple(terms)

    @pytest.mark.parametrize("horizon", [Period(DAY), Period(to=DAY), Period(length=Length(2, Unit.YEAR))])
    def test_a_horizon_has_two_ends(self, horizon: Period) -> None:
        told = faults(horizon=horizon)

        assert told["horizon"].code == "open-horizon"
        assert told["horizon"].expected == "from and to, both dates"


def test_all_faults_are_told_at_once() -> None:
    seats = [Seat("s", organisations=["x"], role=Text(NUMBER)), Seat("s")]
    told = faults(
        bodies=[body(seats=seats, quorum=AtLeast(9), chair="t")],
        organisations=[Organisation("a", part_of="a")],
        horizon=Period(DAY),
        events=[Event("e", Text("e"), bodies=["x"])],
    )

    assert {fault.code for fault in told.values()} == {
        "circle",
        "duplicate-id",
        "open-horizon",
        "personal-number",
        "quorum-above-seats",
        "unknown-body",
        "unknown-organisation",
        "unknown-seat",
    }


@given(collaborations(min_bodies=1, min_series=1))
def test_taking_away_what_is_referred_to_is_always_told(whole: Collaboration) -> None:
    with pytest.raises(InvalidCollaborationError, match="there is no body") as refusal:
        evolve(whole, bodies=())
    assert any(fault.path[0] == "series" for fault in refusal.value.faults)
