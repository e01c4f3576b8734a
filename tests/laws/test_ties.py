"""Laws of the network: numbers 1, 2, 3 and 7 of the model's invariants, and what the answers promise by themselves."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import attrs
import networkx as nx
from hypothesis import assume, given
from hypothesis import strategies as st

from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation, Sector
from samverkan.ties import (
    across,
    affiliations,
    answers,
    answers_across,
    connectivity,
    coverage,
    network,
    parts,
    shared,
    splitters,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from random import Random

NAMES = ("o0", "o1", "o2", "o3", "o4", "o5")


@st.composite
def organisations(draw: st.DrawFn) -> tuple[Organisation, ...]:
    """Draw six organisations, each perhaps a unit of one before it, its sector perhaps unknown."""
    return tuple(
        Organisation(
            name,
            sector=draw(st.sampled_from([UNKNOWN, *Sector])),
            part_of=draw(st.sampled_from([None, None, None, *NAMES[:place]])),
        )
        for place, name in enumerate(NAMES)
    )


def seats(id_: str) -> st.SearchStrategy[Seat]:
    """Draw a seat of none, one or two organisations, its holder unknown, absent or one of two."""
    return st.builds(
        Seat,
        id=st.just(id_),
        organisations=st.lists(st.sampled_from(NAMES), max_size=2, unique=True),
        holder=st.sampled_from([UNKNOWN, Absent(), "h1", "h2"]),
    )


@st.composite
def bodies(draw: st.DrawFn, id_: str) -> Body:
    """Draw a body of up to three seats, its list open or closed."""
    number = draw(st.integers(0, 3))
    return Body(
        id_,
        BodyKind.NETWORK,
        Text(id_),
        seats=[draw(seats(f"s{place}")) for place in range(number)],
        seats_complete=draw(st.booleans()),
    )


@st.composite
def collaborations(draw: st.DrawFn, *, min_bodies: int = 0) -> Collaboration:
    """Draw a collaboration of up to five bodies, listed in full or not."""
    return Collaboration(
        id="drawn",
        name="Dragen",
        organisations=draw(organisations()),
        bodies=[draw(bodies(f"b{place}")) for place in range(draw(st.integers(min_bodies, 5)))],
        bodies_complete=draw(st.booleans()),
    )


def seated(setup: Collaboration, body: Body) -> set[str]:
    """Name who sits in a body, units folded in, in another way than the library does."""
    return {setup.whole_of(name) for seat in body.seats for name in seat.organisations}


def changed(setup: Collaboration, body: Body) -> Collaboration:
    """Put a body in the place of the one with the same id."""
    return attrs.evolve(setup, bodies=[body if each.id == body.id else each for each in setup.bodies])


def with_seat(setup: Collaboration, place: int, seat: Seat) -> Collaboration:
    """Add a seat at the end of a body."""
    body = setup.bodies[place]
    return changed(setup, attrs.evolve(body, seats=[*body.seats, seat]))


class TestSeatAddsCoverage:
    """Adding a seat never lowers the set of organisations, sectors or constituencies covered by its body."""

    @given(collaborations(min_bodies=1), seats("new"))
    def test_nothing_that_was_covered_is_lost(self, setup: Collaboration, seat: Seat) -> None:
        before, after = coverage(setup, "b0"), coverage(with_seat(setup, 0, seat), "b0")

        assert set(before.organisations) <= set(after.organisations)
        assert set(before.sectors) <= set(after.sectors)
        assert set(before.constituencies) <= set(after.constituencies)
        assert after.seats == before.seats + 1

    @given(collaborations(min_bodies=2), seats("new"))
    def test_nothing_that_tied_is_lost(self, setup: Collaboration, seat: Seat) -> None:
        before, after = shared(setup, "b0", "b1"), shared(with_seat(setup, 0, seat), "b0", "b1")

        assert set(before.organisations) <= set(after.organisations)
        assert set(before.holders) <= set(after.holders)
        assert set(before.seats) <= set(after.seats)


class TestRemoveThenAdd:
    """Removing and then adding the same seat gives an equal setup; seat order never changes any verdict."""

    @given(collaborations(min_bodies=1), seats("new"))
    def test_a_seat_that_is_added_and_removed_leaves_the_network_as_it_was(
        self, setup: Collaboration, seat: Seat
    ) -> None:
        more = with_seat(setup, 0, seat)
        body = more.bodies[0]
        back = changed(more, attrs.evolve(body, seats=[each for each in body.seats if each.id != "new"]))

        assert nx.utils.graphs_equal(network(back), network(setup))
        assert answers(back) == answers(setup)

    @given(collaborations(min_bodies=1), st.randoms(use_true_random=False))
    def test_the_order_of_the_seats_changes_no_answer(self, setup: Collaboration, random: Random) -> None:
        shuffled = attrs.evolve(
            setup,
            bodies=[attrs.evolve(body, seats=random.sample(body.seats, len(body.seats))) for body in setup.bodies],
        )

        assert answers(shuffled) == answers(setup)


class TestBodyReachability:
    """Adding a shared organisation to two bodies never disconnects the bodies nor increases the number of parts."""

    @given(collaborations(min_bodies=2), st.sampled_from(NAMES))
    def test_the_parts_do_not_become_more(self, setup: Collaboration, name: str) -> None:
        seat = Seat("new", organisations=[name])
        more = with_seat(with_seat(setup, 0, seat), 1, seat)

        assert len(parts(more).parts) <= len(parts(setup).parts)
        assert any({"b0", "b1"} <= set(part) for part in parts(more).parts)

    @given(collaborations(min_bodies=3), st.sampled_from(NAMES))
    def test_no_two_bodies_become_easier_to_part(self, setup: Collaboration, name: str) -> None:
        seat = Seat("new", organisations=[name])
        more = with_seat(with_seat(setup, 0, seat), 1, seat)

        for a, b in combinations([body.id for body in setup.bodies], 2):
            assert connectivity(more, a, b).at_least >= connectivity(setup, a, b).at_least


class TestRenaming:
    """Renaming changes no count; splitting a shared seat changes the seat count by one and the coverage by nothing."""

    @given(collaborations(), st.permutations(NAMES))
    def test_answers_follow_the_new_names(self, setup: Collaboration, permuted: list[str]) -> None:
        names = {old: f"r{new}" for old, new in zip(NAMES, permuted, strict=True)}
        renamed = attrs.evolve(
            setup,
            organisations=[
                attrs.evolve(each, id=names[each.id], part_of=names.get(each.part_of or ""))
                for each in setup.organisations
            ],
            bodies=[
                attrs.evolve(
                    body,
                    seats=[
                        attrs.evolve(seat, organisations=[names[name] for name in seat.organisations])
                        for seat in body.seats
                    ],
                )
                for body in setup.bodies
            ],
        )

        assert attrs.asdict(answers(renamed)) == told_anew(attrs.asdict(answers(setup)), names)

    @given(collaborations(min_bodies=1), st.data())
    def test_a_shared_seat_split_in_two_covers_the_same(self, setup: Collaboration, data: st.DataObject) -> None:
        body = setup.bodies[0]
        both = [seat for seat in body.seats if len(seat.organisations) == 2]
        assume(both)
        seat = data.draw(st.sampled_from(both))
        one, other = seat.organisations
        halves = [attrs.evolve(seat, organisations=[one]), attrs.evolve(seat, id="half", organisations=[other])]

        rest = [each for each in body.seats if each != seat]
        split = changed(setup, attrs.evolve(body, seats=[*rest, *halves]))

        before, after = coverage(setup, "b0"), coverage(split, "b0")
        assert after == attrs.evolve(before, seats=before.seats + 1)
        assert parts(split) == parts(setup)
        assert splitters(split) == splitters(setup)


def told_anew(answer: object, names: dict[str, str]) -> object:
    """Put the new names into what an answer holds."""
    if isinstance(answer, dict):
        return {key: told_anew(value, names) for key, value in answer.items()}
    if isinstance(answer, (list, tuple)):
        return type(answer)(told_anew(value, names) for value in answer)
    return names.get(answer, answer) if isinstance(answer, str) else answer


def reach(tables: dict[str, set[str]], start: str, *, without: Iterable[str] = ()) -> set[str]:
    """Walk from a body over organisations that have not left to every body that hangs together with it."""
    gone, seen, todo = set(without), {start}, [start]
    while todo:
        here = tables[todo.pop()] - gone
        found = {body for body, names in tables.items() if names & here} - seen
        seen |= found
        todo += found
    return seen


def fewest_losses(tables: dict[str, set[str]], a: str, b: str) -> int:
    """Try every set of organisations, the smallest first, until the two bodies part."""
    everybody = sorted(set().union(*tables.values()))
    tried: Iterator[tuple[str, ...]] = (
        gone for size in range(len(everybody) + 1) for gone in combinations(everybody, size)
    )
    return next(len(gone) for gone in tried if b not in reach(tables, a, without=gone))


class TestConnectivity:
    """The number of losses is the size of the smallest set of organisations without which two bodies part."""

    @given(collaborations(min_bodies=2))
    def test_no_smaller_set_parts_them_and_the_named_one_does(self, setup: Collaboration) -> None:
        tables = {body.id: seated(setup, body) for body in setup.bodies}

        answer = connectivity(setup, "b0", "b1")

        assert answer.at_least == fewest_losses(tables, "b0", "b1") == len(answer.cut)
        assert "b1" not in reach(tables, "b0", without=answer.cut)

    @given(collaborations(min_bodies=2))
    def test_it_is_the_same_both_ways(self, setup: Collaboration) -> None:
        one, other = connectivity(setup, "b0", "b1"), connectivity(setup, "b1", "b0")

        assert (one.at_least, one.at_most) == (other.at_least, other.at_most)

    @given(collaborations(min_bodies=2))
    def test_it_is_at_least_the_number_of_shared_organisations(self, setup: Collaboration) -> None:
        assert connectivity(setup, "b0", "b1").at_least >= len(shared(setup, "b0", "b1").organisations)

    @given(collaborations(min_bodies=2), st.data())
    def test_a_seat_that_becomes_known_keeps_it_between_its_bounds(
        self, setup: Collaboration, data: st.DataObject
    ) -> None:
        open_ = [place for place, body in enumerate(setup.bodies) if not body.seats_complete]
        assume(open_)
        more = with_seat(setup, data.draw(st.sampled_from(open_)), data.draw(seats("new")))

        before, after = connectivity(setup, "b0", "b1"), connectivity(more, "b0", "b1")

        assert before.at_least <= after.at_least
        assert before.at_most is None or (after.at_most is not None and after.at_most <= before.at_most)
        assert after.at_most is None or after.at_least <= after.at_most

    @given(collaborations(min_bodies=2))
    def test_the_upper_bound_is_reached_when_everybody_sits_where_anybody_may(self, setup: Collaboration) -> None:
        bound = connectivity(setup, "b0", "b1").at_most
        newcomers = [Organisation(f"new-{number}") for number in range(3)]
        full = completed(setup, newcomers if bound is None else [])

        answer = connectivity(full, "b0", "b1")

        assert answer.complete
        assert answer.at_least >= 3 if bound is None else answer.at_least == bound


def completed(setup: Collaboration, newcomers: list[Organisation]) -> Collaboration:
    """Close every list, with a seat for everybody where anybody may sit, unlisted bodies included."""
    everybody = Seat("all", organisations=[each.id for each in (*setup.organisations, *newcomers)])
    unlisted = [] if setup.bodies_complete else [Body("unlisted", BodyKind.NETWORK, Text("Okänt"))]
    filled = []
    for body in (*setup.bodies, *unlisted):
        named = [seat for seat in body.seats if seat.organisations]
        if not body.seats_complete or len(named) < len(body.seats):
            named.append(everybody)
        filled.append(attrs.evolve(body, seats=named, seats_complete=True))
    return attrs.evolve(setup, organisations=[*setup.organisations, *newcomers], bodies=filled, bodies_complete=True)


class TestParts:
    """Each body is in the one part that it reaches; whether all hang together is certain, or open to new seats."""

    @given(collaborations())
    def test_each_body_is_in_the_part_that_it_reaches(self, setup: Collaboration) -> None:
        tables = {body.id: seated(setup, body) for body in setup.bodies}

        found = parts(setup).parts

        assert sorted(body for part in found for body in part) == sorted(tables)
        assert all(set(part) == reach(tables, body) for part in found for body in part)

    @given(collaborations())
    def test_what_is_known_to_be_together_or_apart_stays_so_in_the_fullest_completion(
        self, setup: Collaboration
    ) -> None:
        listed = {body.id for body in setup.bodies}
        full = completed(setup, [])
        joined = sum(bool(listed & set(part)) for part in parts(full).parts) <= 1

        together = parts(setup).together

        assert together is not False or not joined
        assert together is not True or joined
        assert together is not None or joined


class TestSplitters:
    """Splitters are those whose removal leaves more pieces than there were, and their parts are those pieces."""

    @given(collaborations())
    def test_they_are_the_articulation_points(self, setup: Collaboration) -> None:
        answer = splitters(setup)

        found = {f"organisation:{each.id}" for each in answer.organisations} | {
            f"body:{each.id}" for each in answer.bodies
        }
        assert found == set(nx.articulation_points(affiliations(setup)))

    @given(collaborations())
    def test_an_organisation_leaves_the_bodies_that_no_longer_reach_each_other(self, setup: Collaboration) -> None:
        tables = {body.id: seated(setup, body) for body in setup.bodies}

        for each in splitters(setup).organisations:
            whole = reach(tables, each.parts[0][0])
            assert {frozenset(part) for part in each.parts} == {
                frozenset(reach(tables, body, without=[each.id])) for body in whole
            }
            assert len(each.parts) > 1

    @given(collaborations())
    def test_a_body_leaves_parts_of_bodies_and_organisations_without_any(self, setup: Collaboration) -> None:
        tables = {body.id: seated(setup, body) for body in setup.bodies}

        for each in splitters(setup).bodies:
            rest = {body: names for body, names in tables.items() if body != each.id}
            pieces = {frozenset(reach(rest, body)) for body in reach(tables, each.id) - {each.id}}
            assert {frozenset(part) for part in each.parts} == (pieces if len(pieces) > 1 else set())
            assert set(each.alone) == tables[each.id] - set().union(*rest.values())


class TestNetwork:
    """The graph holds each tie that the file states, once, and no tie that it does not."""

    @given(collaborations())
    def test_no_tie_is_lost_and_none_is_added(self, setup: Collaboration) -> None:
        graph = network(setup)

        stated = sum(
            1 + len(seat.organisations) + isinstance(seat.holder, str) for body in setup.bodies for seat in body.seats
        )
        assert graph.number_of_edges() == stated + sum(each.part_of is not None for each in setup.organisations)
        assert all("kind" in attributes for _, attributes in graph.nodes(data=True))


class TestAcross:
    """Several together are asked as one is: of one alone its own answers, of two strangers those of each."""

    @given(collaborations())
    def test_of_one_alone_the_answers_are_its_own(self, setup: Collaboration) -> None:
        alone, found = answers(setup), answers_across(across([setup]))

        for field in attrs.fields(type(found)):
            assert getattr(found, field.name) == getattr(alone, field.name)

    @given(collaborations(), collaborations())
    def test_of_two_that_share_nothing_who_meets_whom_is_added_up(
        self, one: Collaboration, other: Collaboration
    ) -> None:
        # Without names, nothing says that an organisation of both is one.
        both = answers_across(across([one, attrs.evolve(other, id="other")]))
        single = [answers(each) for each in (one, other)]

        assert len(both.is_there_a_core.organisations) == sum(len(e.is_there_a_core.organisations) for e in single)
        for count in ("internal", "external", "unsorted"):
            assert getattr(both.which_sectors_meet, count) == sum(
                getattr(each.which_sectors_meet, count) for each in single
            )
        assert sum(each.pairs for each in both.who_brokers_between_sectors.brokers) == sum(
            each.pairs for found in single for each in found.who_brokers_between_sectors.brokers
        )
