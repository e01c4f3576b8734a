from __future__ import annotations

import copy
import pickle
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from samverkan.errors import InvalidCollaborationError
from samverkan.model.bodies import Body, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN, stated
from samverkan.model.organisations import CONSTITUENCY, Sector
from samverkan.testing import bodies, collaborations, quorums, renamed, seats

if TYPE_CHECKING:
    from samverkan.model.mandate import Quorum
    from samverkan.model.organisations import Constituency


def seated(whole: Collaboration, seat: Seat, at: int = 0) -> Collaboration:
    """Add a seat to the first body of a collaboration."""
    first, *others = whole.bodies
    places = (*first.seats[:at], seat, *first.seats[at:])
    return evolve(whole, bodies=(evolve(first, seats=places), *others))


def coverage(whole: Collaboration, body: Body) -> tuple[set[str], set[Sector], set[Constituency]]:
    """Give the organisations, sectors and constituencies that sit on a body."""
    organisations = set(body.represented)
    sectors = {
        each.sector for each in whole.organisations if each.id in organisations and isinstance(each.sector, Sector)
    }
    return organisations, sectors, {CONSTITUENCY[sector] for sector in sectors if sector in CONSTITUENCY}


class TestSeatAddsCoverage:
    """1. Adding a seat never lowers the set of organisations, sectors or constituencies covered by its body."""

    @given(collaborations(min_bodies=1, min_organisations=1), seats(), st.data())
    def test_of_a_body(self, whole: Collaboration, seat: Seat, data: st.DataObject) -> None:
        names = [each.id for each in whole.organisations]
        organisations = data.draw(st.lists(st.sampled_from(names), unique=True))
        # Whether the quorum can be reached is another law.
        whole = evolve(whole, bodies=tuple(evolve(body, quorum=UNKNOWN) for body in whole.bodies))
        more = seated(whole, evolve(seat, id="x-new", organisations=organisations))

        pairs = zip(coverage(whole, whole.bodies[0]), coverage(more, more.bodies[0]), strict=True)
        assert all(before <= after for before, after in pairs)
        assert coverage(more, more.bodies[0])[0] == coverage(whole, whole.bodies[0])[0] | set(organisations)


class TestRemoveThenAdd:
    """2. Removing and then adding the same seat gives an equal setup; seat order never changes any verdict."""

    @given(collaborations(min_bodies=1, min_seats=1), st.data())
    def test_gives_an_equal_setup(self, drawn: Collaboration, data: st.DataObject) -> None:
        # A seat that somebody refers to, or that the quorum needs, cannot be removed at all.
        first, *others = drawn.bodies
        free = evolve(first, quorum=UNKNOWN, chair=UNKNOWN, secretary=UNKNOWN)
        whole = evolve(drawn, bodies=(free, *others), held=())
        place = data.draw(st.integers(0, len(free.seats) - 1))
        fewer = evolve(whole, bodies=(evolve(free, seats=(*free.seats[:place], *free.seats[place + 1 :])), *others))

        assert seated(fewer, free.seats[place], at=place) == whole

    @given(bodies(max_seats=3), st.data())
    def test_in_another_order_changes_nothing_that_is_counted(self, body: Body, data: st.DataObject) -> None:
        other = evolve(body, seats=data.draw(st.sampled_from(list(permutations(body.seats)))))

        assert set(other.represented) == set(body.represented)
        assert len(other.voting) == len(body.voting)
        assert all(other.seat(seat.id) == seat for seat in body.seats)
        assert Collaboration(id="a", name="b", bodies=[_alone(other)]).bodies[0].quorum == body.quorum


def refusals(tables: list[Body]) -> set[str]:
    """Give the codes of the faults for which a collaboration of these bodies is refused."""
    try:
        Collaboration(id="a", name="b", bodies=tables)
    except InvalidCollaborationError as refusal:
        return {fault.code for fault in refusal.faults}
    return set()


def _alone(body: Body) -> Body:
    """Give a body that refers to nothing but its own seats."""
    unbound = [evolve(seat, organisations=(), areas=()) for seat in body.seats]
    return evolve(body, seats=unbound, expects=())


class TestQuorumAttainability:
    """4. A quorum accepted by validation satisfies 1 <= quorum <= voting seats; a co-opted seat changes neither."""

    @given(collaborations(min_bodies=1))
    def test_of_what_is_accepted(self, whole: Collaboration) -> None:
        for body in whole.bodies:
            rule = stated(body.quorum)
            if rule is not None and body.seats:
                assert 1 <= rule.needed(len(body.voting)) <= len(body.voting)

    @given(bodies(max_seats=3), quorums())
    def test_is_what_validation_decides_by(self, body: Body, quorum: Quorum) -> None:
        assume(body.seats or body.seats_complete)
        voting = len(body.voting)

        attainable = 1 <= quorum.needed(voting) <= voting
        assert refusals([evolve(_alone(body), quorum=quorum)]) == (set() if attainable else {"quorum-above-seats"})

    @given(collaborations(min_bodies=1, min_seats=1), seats())
    def test_is_not_touched_by_a_co_opted_seat(self, whole: Collaboration, seat: Seat) -> None:
        more = seated(whole, evolve(seat, id="x-new", voting=False, areas=()))

        before, after = whole.bodies[0], more.bodies[0]
        assert after.quorum == before.quorum
        assert len(after.voting) == len(before.voting)


class TestRenaming:
    """7. Renaming organisations leaves all counts unchanged; splitting a shared seat adds a seat and no coverage."""

    @given(collaborations(min_organisations=1), st.randoms(use_true_random=False))
    def test_by_new_ids_changes_no_count(self, whole: Collaboration, chance: st.RandomType) -> None:  # type: ignore[name-defined]
        old = [each.id for each in whole.organisations]
        new = [f"x{number}" for number in range(len(old))]
        chance.shuffle(new)
        names = dict(zip(old, new, strict=True))
        other = renamed(whole, organisations=names)

        for before, after in zip(whole.bodies, other.bodies, strict=True):
            assert [names[name] for name in before.represented] == list(after.represented)
            assert coverage(whole, before)[1:] == coverage(other, after)[1:]
            assert len(before.voting) == len(after.voting)
        assert all(names[whole.whole_of(name)] == other.whole_of(names[name]) for name in old)

    @given(collaborations(min_organisations=2), st.data())
    def test_by_each_other_s_ids_changes_no_count(self, whole: Collaboration, data: st.DataObject) -> None:
        old = [each.id for each in whole.organisations]
        names = dict(zip(old, data.draw(st.permutations(old)), strict=True))
        other = renamed(whole, organisations=names)

        counts = [[len(part) for part in coverage(each, body)] for each in (whole, other) for body in each.bodies]
        assert counts[: len(whole.bodies)] == counts[len(whole.bodies) :]

    @given(collaborations(min_bodies=1, min_seats=1, min_organisations=2))
    def test_of_one_seat_as_two_adds_a_seat_and_no_coverage(self, whole: Collaboration) -> None:
        first, *others = whole.bodies
        one, *rest = first.seats
        names = [each.id for each in whole.organisations[:2]]
        shared = evolve(whole, bodies=(evolve(first, seats=(evolve(one, organisations=names), *rest)), *others))
        halves = (evolve(one, organisations=names[:1]), evolve(one, id="x-new", organisations=names[1:], voting=False))
        split = evolve(whole, bodies=(evolve(first, seats=(*halves, *rest)), *others))

        assert len(split.bodies[0].seats) == len(shared.bodies[0].seats) + 1
        assert coverage(split, split.bodies[0]) == coverage(shared, shared.bodies[0])


class TestRoundTripInMemory:
    """25. What is copied or sent to another process is equal, unknown, absent and disputed facts included."""

    @given(collaborations())
    def test_through_a_pickle(self, whole: Collaboration) -> None:
        again = pickle.loads(pickle.dumps(whole))  # noqa: S301  # our own bytes

        assert again == whole
        assert repr(again) == repr(whole)
        assert hash(again) == hash(whole)

    @given(collaborations())
    def test_through_a_copy(self, whole: Collaboration) -> None:
        assert copy.deepcopy(whole) == copy.copy(whole) == evolve(whole) == whole

    def test_through_an_error(self) -> None:
        with pytest.raises(InvalidCollaborationError) as refusal:
            Collaboration(id="a", name="b", bodies=[_alone_with_a_chair()])
        again = pickle.loads(pickle.dumps(refusal.value))  # noqa: S301  # our own bytes

        assert again.faults == refusal.value.faults
        assert str(again) == str(refusal.value)


def _alone_with_a_chair() -> Body:
    from samverkan.model.bodies import BodyKind
    from samverkan.model.names import Text

    return Body("sg", BodyKind.NETWORK, Text("b"), chair="nobody")
