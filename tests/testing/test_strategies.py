from __future__ import annotations

import datetime as dt
import re
from itertools import count
from typing import TYPE_CHECKING, get_args

import attrs
import pytest
from attrs import field, frozen
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from samverkan.model.bodies import Body, Seat
from samverkan.model.facts import UNKNOWN, Absent, Claim, Disputed, Fact
from samverkan.model.names import Text, personal_numbers
from samverkan.model.when import OnDate, When
from samverkan.testing import (
    absences,
    activities,
    bodies,
    cadences,
    claims,
    clock_spans,
    closed_periods,
    collaborations,
    dates,
    disputes,
    events,
    facts,
    goals,
    ids,
    lengths,
    messages,
    municipalities,
    municipality_codes,
    organisations,
    periods,
    published_results,
    quorums,
    seats,
    series,
    sources,
    term_dates,
    terms,
    texts,
    times_of_day,
    values_of,
    visits,
    whens,
    words,
    years,
)
from samverkan.testing.strategies.words import TRICKY

from .nouns import CLASSES, ENUMS, UNIONS

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import Enum
    from types import UnionType

    from samverkan.model.activities import Series
    from samverkan.model.collaboration import Collaboration

QUICK = settings(max_examples=2_000, phases=[Phase.generate], database=None, deadline=None)
SHRINKING = settings(max_examples=500, phases=[Phase.generate, Phase.shrink], database=None, deadline=None)


class TestEveryNoun:
    @pytest.mark.parametrize("noun", CLASSES, ids=lambda noun: noun.__name__)
    def test_has_a_strategy(self, noun: type) -> None:
        assert isinstance(find(values_of(noun), lambda _: True, settings=QUICK), noun)

    @pytest.mark.parametrize("noun", CLASSES, ids=lambda noun: noun.__name__)
    def test_has_no_field_that_is_always_left_out(self, noun: type) -> None:
        optional = {
            attribute.name
            for attribute in attrs.fields(noun)
            if attribute.default is not attrs.NOTHING and attribute.name not in {"language", "plural"}
        }
        seen: set[str] = set()

        def all_seen(value: object) -> bool:
            fresh = attrs.fields(noun)
            seen.update(each.name for each in fresh if getattr(value, each.name) != _default(each))
            return optional <= seen

        # References need the things that they refer to, which the noun by itself does not have.
        if "Collaboration" not in noun.__name__:
            find(values_of(noun), all_seen, settings=QUICK)

    @pytest.mark.parametrize("union", UNIONS, ids=str)
    def test_of_a_union_can_be_drawn(self, union: UnionType) -> None:
        for member in get_args(union):
            if isinstance(member, type):
                assert isinstance(
                    find(values_of(union), lambda value, cls=member: type(value) is cls, settings=QUICK), member
                )

    @pytest.mark.parametrize("words", ENUMS, ids=lambda enum: enum.__name__)
    def test_of_an_enumeration_can_be_drawn(self, words: type[Enum]) -> None:
        for member in words:
            assert find(values_of(words), lambda value, wanted=member: value is wanted, settings=QUICK) is member

    def test_that_is_new_is_generated_by_its_fields(self) -> None:
        @frozen
        class Minutes:
            id: str
            taken: Fact[When]
            earliest: dt.date | None = None
            latest: dt.date | None = None
            seats: tuple[Seat, ...] = ()
            body: str = field(default="a", metadata={"refers": "bodies"})

        # The test's annotations are text, and the class is known in this function only.
        attrs.resolve_types(Minutes, globals(), locals())

        found = find(
            values_of(Minutes), lambda one: isinstance(one.taken, OnDate) and len(one.seats) == 2, settings=QUICK
        )
        assert found.seats[0].id != found.seats[1].id
        find(values_of(Minutes), lambda one: one.earliest and one.latest and one.earliest < one.latest, settings=QUICK)

    def test_but_nothing_else_has_one(self) -> None:
        with pytest.raises(InvalidArgument, match="is no class, enumeration or union of the model"):
            values_of("Seat")
        with pytest.raises(InvalidArgument, match="is no class of the model"):
            values_of(re.Pattern)


def _default(attribute: attrs.Attribute[object]) -> object:
    default: object = attribute.default
    return default.factory() if hasattr(default, "factory") else default


class TestFacts:
    @pytest.mark.parametrize(
        "state",
        [
            lambda fact: fact is UNKNOWN,
            lambda fact: isinstance(fact, Absent),
            lambda fact: isinstance(fact, Disputed),
            lambda fact: isinstance(fact, int),
        ],
        ids=["unknown", "absent", "disputed", "stated"],
    )
    def test_come_in_all_four_states(self, state: Callable[[object], bool]) -> None:
        find(facts(st.integers()), state, settings=QUICK)

    @pytest.mark.parametrize("decided", [True, False])
    def test_that_are_disputed_may_be_decided_or_open(self, *, decided: bool) -> None:
        find(disputes(st.integers(1, 9)), lambda fact: (fact.decided is not None) is decided, settings=QUICK)

    def test_become_unknown_when_they_shrink(self) -> None:
        assert find(facts(texts()), lambda _: True, settings=SHRINKING) is UNKNOWN


class TestWords:
    @given(words())
    def test_say_something_and_name_no_person(self, told: str) -> None:
        assert told.strip()
        assert personal_numbers(told) == []
        assert Text(told).sv

    @pytest.mark.parametrize("tricky", TRICKY)
    def test_hold_each_tricky_one(self, tricky: str) -> None:
        assert find(words(max_size=200), lambda told: told == tricky, settings=QUICK) == tricky

    @given(st.integers(1, 8), st.data())
    def test_are_no_longer_than_asked_for(self, size: int, data: st.DataObject) -> None:
        assert len(data.draw(words(max_size=size))) <= size
        assert 1 <= len(data.draw(ids(max_size=size))) <= size

    @given(ids())
    def test_that_are_ids_are_taken_by_the_model(self, name: str) -> None:
        assert Seat(name).id == name


class TestDays:
    @pytest.mark.parametrize(
        "day", ["2016-02-29", "2015-12-28", "2016-03-27", "2016-10-30", "2016-06-24", "2016-01-01", "2027-01-03"]
    )
    def test_on_which_calendars_stumble_are_drawn(self, day: str) -> None:
        find(dates(), lambda drawn: drawn.isoformat() == day, settings=QUICK)

    @given(st.dates(), st.dates(), st.data())
    def test_stay_between_their_bounds(self, one: dt.date, other: dt.date, data: st.DataObject) -> None:
        first, last = sorted((one, other))

        assert first <= data.draw(dates(min_value=first, max_value=last)) <= last

    @given(st.integers(1, 30), st.data())
    def test_of_a_closed_period_are_no_more_than_asked_for(self, days: int, data: st.DataObject) -> None:
        period = data.draw(closed_periods(max_days=days))

        assert period.days is not None
        assert 1 <= period.days <= days


class TestBodies:
    @given(st.integers(0, 3), st.integers(0, 3), st.data())
    def test_have_as_many_seats_as_asked_for(self, least: int, more: int, data: st.DataObject) -> None:
        body = data.draw(bodies(min_seats=least, max_seats=least + more))

        assert least <= len(body.seats) <= least + more

    @given(bodies(organisations=["kommunen", "kyrkan"]))
    def test_seat_the_given_organisations_only(self, body: Body) -> None:
        assert set(body.represented) <= {"kommunen", "kyrkan"}

    @given(bodies())
    def test_name_a_chair_that_has_a_seat(self, body: Body) -> None:
        if isinstance(body.chair, str):
            assert body.seat(body.chair)


class TestSeries:
    @given(st.integers(1, 60), st.data())
    def test_are_no_longer_than_asked_for(self, days: int, data: st.DataObject) -> None:
        last = dt.date(2016, 12, 31)
        one = data.draw(series(bodies=["sg"], min_value=dt.date(2016, 1, 1), max_value=last, max_days=days))

        assert one.body == "sg"
        assert (one.to - one.from_).days < days
        assert dt.date(2016, 1, 1) <= one.from_ <= one.to <= last

    @given(series())
    def test_change_days_of_their_own_each_once(self, one: Series) -> None:
        days = [change.nominal for change in one.changes]

        assert days == sorted(set(days))
        assert all(one.from_ <= day <= one.to for day in days)


class TestCollaborations:
    @given(
        collaborations(min_bodies=1, max_bodies=2, min_seats=1, max_seats=2, min_series=1, max_series=1, max_events=0)
    )
    def test_keep_their_bounds(self, whole: Collaboration) -> None:
        assert 1 <= len(whole.bodies) <= 2
        assert all(1 <= len(body.seats) <= 2 for body in whole.bodies)
        assert len(whole.series) == 1
        assert not whole.events

    def test_shrink_to_one_body(self) -> None:
        whole = find(collaborations(), lambda whole: bool(whole.bodies), settings=SHRINKING)

        assert len(whole.bodies) == 1
        assert not whole.bodies[0].seats
        assert whole.organisations == whole.series == whole.events == ()

    def test_shrink_to_one_seat(self) -> None:
        whole = find(collaborations(), lambda whole: any(body.seats for body in whole.bodies), settings=SHRINKING)

        assert [whole.bodies] == [(Body("a", whole.bodies[0].kind, Text("Möte"), seats=(Seat("a"),)),)]

    def test_shrink_to_one_meeting(self) -> None:
        whole = find(collaborations(), lambda whole: bool(whole.series), settings=SHRINKING)

        assert len(whole.bodies) == len(whole.series) == 1
        assert whole.series[0].from_ == whole.series[0].to

    @pytest.mark.parametrize(
        "holds",
        [
            lambda whole: any(seat.vacant for body in whole.bodies for seat in body.seats),
            lambda whole: any(len(seat.organisations) > 1 for body in whole.bodies for seat in body.seats),
            lambda whole: any(not seat.voting for body in whole.bodies for seat in body.seats),
            lambda whole: any(isinstance(body.quorum, Disputed) for body in whole.bodies),
            lambda whole: any(organisation.part_of for organisation in whole.organisations),
            lambda whole: any(one.changes for one in whole.series),
            lambda whole: whole.horizon and whole.series and whole.horizon.from_ == whole.series[0].from_,
            lambda whole: any(event.same_as for event in whole.events),
            lambda whole: any(held.present for held in whole.held),
        ],
        ids=["vacant", "shared", "co-opted", "dispute", "part", "change", "horizon", "same", "present"],
    )
    def test_hold_what_tests_are_about(self, holds: Callable[[Collaboration], bool]) -> None:
        find(collaborations(), holds, settings=settings(QUICK, suppress_health_check=list(HealthCheck)))


class TestBounds:
    @pytest.mark.parametrize(
        ("ask", "told"),
        [
            (lambda: collaborations(min_bodies=2, max_bodies=1), "max_bodies=1 is below min_bodies=2"),
            (lambda: collaborations(min_seats=-1), "min_seats=-1 is below 0"),
            (lambda: collaborations(min_series=1), "min_series=1 needs a body that meets: give min_bodies too"),
            (lambda: bodies(min_seats=9), "max_seats=4 is below min_seats=9"),
            (lambda: series(bodies=()), r"bodies=\(\) leaves no body that could meet"),
            (lambda: series(max_days=0), "max_days=0 is below min_days=1"),
            (lambda: words(max_size=0), "max_size=0 is below min_size=1"),
            (lambda: ids(max_size=0), "max_size=0 is below min_size=1"),
            (lambda: lengths(max_count=0), "max_count=0 is below min_count=1"),
            (lambda: years(min_value=2020, max_value=2019), "max_value=2019 is below min_value=2020"),
            (
                lambda: dates(min_value=dt.datetime(2016, 1, 1)),  # noqa: DTZ001  # refused whatever its zone
                "are not of one type",
            ),
            (lambda: closed_periods(max_days=0), "max_days=0 is below min_days=1"),
        ],
        ids=count(1),
    )
    def test_that_nothing_keeps_are_refused_at_once(self, ask: Callable[[], object], told: str) -> None:
        with pytest.raises(InvalidArgument, match=told):
            ask()


@pytest.mark.parametrize(
    "strategy",
    [
        absences(),
        activities(),
        bodies(),
        cadences(),
        claims(st.integers()),
        clock_spans(),
        events(),
        goals(),
        lengths(),
        messages(),
        municipalities(),
        municipality_codes(),
        organisations(),
        periods(),
        published_results(),
        quorums(),
        seats(),
        sources(inferred=["role"]),
        term_dates(),
        terms(),
        texts(),
        times_of_day(),
        visits(),
        whens(),
        years(),
    ],
    ids=lambda strategy: repr(strategy)[:40],
)
def test_each_public_strategy_generates(strategy: st.SearchStrategy[object]) -> None:
    find(strategy, lambda _: True, settings=QUICK)


def test_a_strategy_prints_as_the_call_that_made_it() -> None:
    assert repr(collaborations(max_bodies=1)) == "collaborations(max_bodies=1)"
    assert repr(bodies(min_seats=1)) == "bodies(min_seats=1)"
    assert repr(words()) == "words()"


def test_claims_keep_their_source() -> None:
    find(claims(st.integers()), lambda claim: claim != Claim(claim.value) and claim.source is not None, settings=QUICK)
