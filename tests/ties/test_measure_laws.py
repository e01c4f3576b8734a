"""Laws of the measures: they follow a renaming, keep their bounds, and what is certain stays so when more is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samverkan.model.activities import Activity
from samverkan.model.bodies import Body, BodyKind, Expectation, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation, Sector
from samverkan.testing import collaborations, renamed
from samverkan.ties import (
    betweenness_centralisation,
    brokers,
    centrality,
    core,
    engagement,
    mixing,
    needs,
    ties_to_add,
)

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = ("o0", "o1", "o2", "o3", "o4")
MEASURES = [brokers, centrality, core, engagement, mixing, needs, ties_to_add]
SECTORS = [UNKNOWN, Sector.MUNICIPALITY, Sector.BUSINESS, Sector.STATE_AGENCY]


@st.composite
def setups(draw: st.DrawFn, *, min_bodies: int = 0) -> Collaboration:
    """Draw five organisations in up to four bodies, some of which expect somebody, and what they organise."""
    some = st.lists(st.sampled_from(NAMES), max_size=4, unique=True)
    return Collaboration(
        id="drawn",
        name="Dragen",
        organisations=[
            Organisation(name, sector=draw(st.sampled_from(SECTORS)), part_of=draw(st.sampled_from([None, None, up])))
            for name, up in zip(NAMES, (None, *NAMES), strict=False)
        ],
        bodies=[
            Body(
                f"b{place}",
                BodyKind.NETWORK,
                Text("B"),
                seats=[Seat(f"s{number}", organisations=[name]) for number, name in enumerate(draw(some))],
                seats_complete=draw(st.booleans()),
                expects=[
                    Expectation(Text("part"), draw(some), draw(st.lists(st.sampled_from(SECTORS[1:]), max_size=1)))
                ],
            )
            for place in range(draw(st.integers(min_bodies, 4)))
        ],
        bodies_complete=draw(st.booleans()),
        activities=[Activity("done", Text("A"), organisers=draw(some), participants=draw(some))],
    )


def told_anew(answer: Any, names: dict[str, str]) -> Any:  # noqa: ANN401  # whatever an answer holds
    """Put the new names of organisations into what an answer holds."""
    if isinstance(answer, dict):
        return {key: told_anew(value, names) for key, value in answer.items()}
    if isinstance(answer, tuple):
        return tuple(told_anew(value, names) for value in answer)
    return names.get(answer, answer) if isinstance(answer, str) else answer


class TestRenaming:
    """A bijective renaming of organisation ids leaves all verdicts and counts unchanged."""

    @pytest.mark.parametrize("measure", MEASURES)
    @given(whole=setups() | collaborations(min_bodies=1, min_organisations=1), data=st.data())
    def test_an_answer_follows_the_new_names(
        self, measure: Callable[[Collaboration], Any], whole: Collaboration, data: st.DataObject
    ) -> None:
        old = [each.id for each in whole.organisations]
        names = dict(zip(old, (f"new-{each}" for each in data.draw(st.permutations(old))), strict=True))
        others = {each.id for each in (*whole.bodies, *whole.activities, *whole.events)}
        assume(others.isdisjoint(names))

        before, after = measure(whole), measure(renamed(whole, organisations=names))

        # Ties that are equally good are told in the order of the file, which a renaming does not change.
        assert near(attrs.asdict(after), told_anew(attrs.asdict(before), names))


def near(one: Any, other: Any) -> bool:  # noqa: ANN401  # whatever an answer holds
    """Compare answers, decimals as decimals: they are summed in another order."""
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(near(one[key], other[key]) for key in one)
    if isinstance(one, tuple):
        return len(one) == len(other) and all(map(near, one, other))
    return one == pytest.approx(other) if isinstance(one, float) else one == other


class TestBounds:
    """Every measure stays within the bounds that it is known to have."""

    @given(setups())
    def test_the_index_and_what_is_expected_lie_between_all_within_and_all_across(self, whole: Collaboration) -> None:
        answer = mixing(whole)

        assert (answer.index is None) == (answer.internal + answer.external == 0)
        assert all(-1 <= each <= 1 for each in (answer.index, answer.expected) if each is not None)
        if answer.bounds is not None:
            low, high = answer.bounds
            assert -1 <= low <= high <= 1

    @given(setups())
    def test_centralisation_lies_between_a_circle_and_a_star(self, whole: Collaboration) -> None:
        for each in (centrality(whole).centralisation, betweenness_centralisation(whole)):
            assert each is None or 0 <= each <= 1 + 1e-9

    @given(setups())
    def test_nobody_has_more_that_is_not_there_twice_than_it_meets(self, whole: Collaboration) -> None:
        for each in centrality(whole).positions:
            assert (each.constraint is None) == (each.effective_size is None) == (each.others == 0)
            if each.effective_size is not None:
                assert 1 <= each.effective_size <= each.others
                assert 0 < each.constraint <= 9 / 8  # a pair in a triangle with a third has the most

    @given(setups())
    def test_a_core_is_of_those_who_sit_and_apart_from_those_who_might_be_in_it(self, whole: Collaboration) -> None:
        answer = core(whole)

        assert {*answer.core, *answer.either} <= set(answer.organisations)
        assert not {*answer.core} & {*answer.either}

    @given(setups())
    def test_gatekeepers_are_representatives(self, whole: Collaboration) -> None:
        assert all(each.gatekeeper == each.representative and each.pairs > 0 for each in brokers(whole).brokers)


class TestMoreIsKnown:
    """A seat that becomes known in an open list may settle what was unknown, and never turns what was certain."""

    @given(setups(min_bodies=1), st.sampled_from(NAMES))
    def test_what_was_certain_stays(self, drawn: Collaboration, name: str) -> None:
        first, *others = drawn.bodies
        seats = [*first.seats, Seat("new", organisations=[name])]
        whole, more = (
            attrs.evolve(drawn, bodies=[attrs.evolve(first, seats=each, seats_complete=False), *others])
            for each in (first.seats, seats)
        )

        for before, after in zip(mixing(whole).encounters, mixing(more).encounters, strict=True):
            assert before.sectors == after.sectors
            assert before.meet in {None, after.meet}
            assert before.pairs <= after.pairs
        for before, after in zip(needs(whole).needs, needs(more).needs, strict=True):
            assert before.present in {None, after.present}
        assert centrality(whole).most <= centrality(more).most
        assert len(engagement(whole).organise_without_seat) >= len(engagement(more).organise_without_seat)

    @given(setups(), st.sampled_from(SECTORS[1:]))
    def test_a_sector_that_becomes_known_turns_nothing_that_was_certain(
        self, drawn: Collaboration, sector: Sector
    ) -> None:
        # The first is no unit: a unit of unknown sector has its whole's, which its own may contradict.
        first, *others = drawn.organisations
        whole, more = (
            attrs.evolve(drawn, organisations=[attrs.evolve(first, sector=each), *others]) for each in (UNKNOWN, sector)
        )

        after = {each.sectors: each.meet for each in mixing(more).encounters}
        assert all(each.meet in {None, after[each.sectors]} for each in mixing(whole).encounters)
        for before, now in zip(needs(whole).needs, needs(more).needs, strict=True):
            assert before.present in {None, now.present}


class TestNobodyWithoutASeat:
    """An organisation without a seat changes no measure of those who meet."""

    @given(setups())
    def test_it_changes_nothing(self, whole: Collaboration) -> None:
        more = attrs.evolve(whole, organisations=[*whole.organisations, Organisation("idle")])

        assert [ask(more) for ask in (brokers, centrality, core, engagement)] == [
            ask(whole) for ask in (brokers, centrality, core, engagement)
        ]
