from __future__ import annotations

from itertools import chain, combinations, product
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation
from samverkan.ties import Offer, TiesToAdd, parts, splitters, ties_to_add

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Setup = Callable[..., Collaboration]

NAMES = "uvwxyz"


def made(tables: Iterable[str], names: str = NAMES) -> Collaboration:
    """Make closed bodies b0, b1, … of words whose letters are the organisations in them."""
    return Collaboration(
        id="c",
        name="C",
        organisations=[Organisation(name) for name in names],
        bodies=[
            Body(
                f"b{place}",
                BodyKind.NETWORK,
                Text("B"),
                seats=[Seat(f"s-{name}", organisations=[name]) for name in table],
                seats_complete=True,
            )
            for place, table in enumerate(tables)
        ],
        bodies_complete=True,
    )


def seated(whole: Collaboration, offers: Iterable[Offer]) -> Collaboration:
    """Let everybody take the seat that is offered."""
    new: dict[str, list[Seat]] = {}
    for offer in offers:
        new.setdefault(offer.body, []).append(Seat(f"new-{offer.organisation}", organisations=[offer.organisation]))
    return attrs.evolve(
        whole,
        bodies=[attrs.evolve(body, seats=[*body.seats, *new.get(body.id, [])]) for body in whole.bodies],
    )


def holds(whole: Collaboration) -> bool:
    """Say whether all bodies hang together and no single loss parts any of them."""
    found = splitters(whole)
    split = any(each.parts for each in (*found.organisations, *found.bodies))
    return len(parts(whole).parts) < 2 and not split


def fewest(whole: Collaboration) -> int:
    """Try every set of offers, the smallest first."""
    every = [Offer(each.id, body.id) for each, body in product(whole.organisations, whole.bodies)]
    free = [offer for offer in every if offer.organisation not in whole.body(offer.body).represented]
    tried = chain.from_iterable(combinations(free, size) for size in range(len(free) + 1))
    return next(len(offers) for offers in tried if holds(seated(whole, offers)))


tables = st.lists(st.sets(st.sampled_from(NAMES), max_size=3).map(lambda names: "".join(sorted(names))), max_size=5)


class TestAfterAdding:
    """After the offered seats are taken, all bodies hang together, and no single loss splits them."""

    @given(tables)
    @example(["u", "u", "u"])
    @example(["", "", "u"])
    @example(["uv", "vw", "wx", "xy"])
    def test_no_single_loss_splits_any_more(self, words: list[str]) -> None:
        whole = made(words)

        answer = ties_to_add(whole)

        assert answer.possible
        assert holds(seated(whole, answer.offers))
        assert len(answer.offers) >= answer.at_least
        assert (answer.at_least == 0) is holds(whole)

    @given(tables)
    def test_each_offer_is_of_a_seat_that_nobody_has(self, words: list[str]) -> None:
        whole = made(words)

        offers = ties_to_add(whole).offers

        assert len(set(offers)) == len(offers)
        assert not any(offer.organisation in whole.body(offer.body).represented for offer in offers)

    @given(tables)
    @example(["u", "v", "w", ""])
    def test_none_of_a_few_can_be_spared(self, words: list[str]) -> None:
        whole = made(words)

        offers = ties_to_add(whole).offers

        assert not any(holds(seated(whole, [each for each in offers if each is not spared])) for spared in offers)


class TestFewest:
    """No set of offers is smaller than the bound, by trying them all; and ours is not far from the smallest."""

    @given(st.lists(st.sampled_from(["", "x", "y", "xy", "yz"]), max_size=3))
    def test_the_bound_holds_and_the_offers_are_few(self, words: list[str]) -> None:
        whole = made(words, "xyz")

        answer, least = ties_to_add(whole), fewest(whole)

        assert answer.at_least <= least <= len(answer.offers) <= least + 1


def test_tranemo_needs_no_further_seat(tranemo: Collaboration) -> None:
    answer = ties_to_add(tranemo)

    assert (answer.offers, answer.at_least) == ((), 0)
    assert answer.silent == ("etableringsgrupp", "kommunstyrelsen")
    assert not answer.complete


def test_two_bodies_that_share_one_organisation_need_a_second(setup: Setup) -> None:
    answer = ties_to_add(setup({"a": "x y", "b": "x z"}))

    assert answer == TiesToAdd((Offer("y", "b"),), at_least=1, silent=(), possible=True, complete=True)
    assert answer.fewest


def test_two_bodies_that_share_nobody_need_two(setup: Setup) -> None:
    answer = ties_to_add(setup({"a": "x y", "b": "z"}))

    assert answer.offers == (Offer("y", "b"), Offer("x", "b"))
    assert answer.fewest


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (["uv", "uw"], 1),
        (["ua", "uv", "vb"], 1),  # a chain: its two ends are tied
        (["ua", "ub", "uc", "ud"], 3),  # without u they are four, which three ties join
        (["uvw", "ua", "vb", "wc"], 2),  # three ends, of which a tie serves two
        (["ab", "cd", "ef"], 3),  # three that share nobody: each must be tied twice
        (["ua", "ub", "vc", "vd"], 2),  # two chains make one round
        (["ua", "ub", "vc", "vd", "we", "wf"], 3),  # and so do three
        (["ua", "ub", "uv", "vc", "vw", "wd", "we"], 3),  # five ends
    ],
)
def test_where_all_have_somebody_to_send_no_more_are_offered_than_must_be(words: list[str], number: int) -> None:
    answer = ties_to_add(made(words, sorted({*"".join(words)})))

    assert (answer.at_least, len(answer.offers), answer.fewest) == (number, number, True)


def test_where_neither_end_has_anybody_to_send_another_is_offered_a_seat_in_both(setup: Setup) -> None:
    answer = ties_to_add(setup({"a": "x", "b": "x"}, organisations=[Organisation("x"), Organisation("y")]))

    assert answer.offers == (Offer("y", "a"), Offer("y", "b"))
    assert not answer.fewest


@pytest.mark.parametrize(
    ("others", "offers"),
    [("", [Offer("y", "a"), Offer("x", "c")]), ("z", [Offer("z", "a"), Offer("z", "c")])],
)
def test_of_two_who_hold_an_end_each_takes_a_seat_in_the_others_end_unless_a_third_can_take_both(
    setup: Setup, others: str, offers: list[Offer]
) -> None:
    names = [Organisation(name) for name in "xy" + others]

    answer = ties_to_add(setup({"a": "x", "b": "x y", "c": "y"}, organisations=names))

    assert set(answer.offers) == set(offers)


def test_one_organisation_alone_can_never_do(setup: Setup) -> None:
    answer = ties_to_add(setup({"a": "x", "b": "x"}))

    assert (answer.offers, answer.at_least, answer.possible, answer.fewest) == ((), 1, False, False)


@pytest.mark.parametrize("bodies", [{}, {"a": ""}, {"a": "x y"}, {"a": "x y", "b": "y x"}])
def test_nothing_need_be_added_where_nothing_can_split(setup: Setup, bodies: Mapping[str, str]) -> None:
    assert ties_to_add(setup(bodies)) == TiesToAdd((), at_least=0, silent=(), possible=True, complete=True)


def test_a_body_whose_seats_are_not_known_is_offered_nobody(setup: Setup) -> None:
    answer = ties_to_add(setup({"a": "x y", "b": ""}, open_="b"))

    assert (answer.offers, answer.silent, answer.complete) == ((), ("b",), False)
