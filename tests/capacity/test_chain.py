from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

import samverkan
from samverkan.capacity.amounts import Rate
from samverkan.capacity.chain import chain_of, simulate_chain, through
from samverkan.capacity.part import Given
from samverkan.capacity.queue import Full
from samverkan.errors import InvalidValueError, UnknownNameError
from samverkan.model.collaboration import Collaboration
from samverkan.model.goals import Amount
from samverkan.model.names import Text
from samverkan.model.participants import Capacity, Flow, Step, WorkUnit
from samverkan.model.values import Length, Unit
from tests.capacity.coming import chain

if TYPE_CHECKING:
    from collections.abc import Mapping

RATE = Rate.parse("60/year")


def setup(*, ordered: bool = True, stay: int | None = 6) -> Collaboration:
    length = {} if stay is None else {"stay": Length(stay, Unit.MONTH)}
    units = tuple(
        WorkUnit(id_, Text(id_), capacity=Capacity(places, Text("platser"), Amount.STOCK), **length)
        for id_, places in (("first", 40), ("second", 20))
    )
    steps = (Step("a", Text("A"), unit="first"), Step("b", Text("B")), Step("c", Text("C"), unit="second"))
    return Collaboration(
        id="setup", name=Text("Setup"), units=units, flows=(Flow("way", steps=steps, order_stated=ordered),)
    )


def test_whoever_finds_the_next_unit_full_keeps_the_place() -> None:
    pytest.importorskip("simpy", reason="the extra simulate is not installed")

    first, second = through(chain([2, 1], Full.QUEUE), [0, 0, 0], [[1, 5], [1, 5], [1, 5]])

    assert first.began == (0, 0, 1)
    assert first.left == (1, 6, 11)
    assert (second.arrived, second.began, second.left) == ((1, 1, 2), (1, 6, 11), (6, 11, 16))


def test_or_leaves_for_good() -> None:
    pytest.importorskip("simpy", reason="the extra simulate is not installed")

    first, second = through(chain([2, 1], Full.AWAY), [0, 0, 0], [[1, 5], [1, 5], [1, 5]])

    assert first.began == (0, 0, None)
    assert (second.arrived, second.began) == ((1, 1), (1, None))


def test_a_chain_is_made_of_the_units_of_a_flow_whose_order_is_stated() -> None:
    pytest.importorskip("simpy", reason="the extra simulate is not installed")
    found = chain_of(setup(), "way", arrivals=RATE, days=1430)

    told = simulate_chain(found, runs=5)

    assert [(each.id, each.places) for each in found.stations] == [("first", 40), ("second", 20)]
    assert list(told) == ["first", "second"]
    assert told == simulate_chain(found, runs=5) != simulate_chain(found, runs=5, seed=2)
    # Sixty a year who stay half a year need thirty places, and the second unit has twenty: the first fills up.
    assert told["second"].inside.mean > 15
    assert told["first"].inside.mean > 30


def test_whoever_comes_to_a_later_unit_after_the_last_day_is_not_counted() -> None:
    pytest.importorskip("simpy", reason="the extra simulate is not installed")
    found = chain_of(setup(), "way", arrivals=RATE, days=150)

    told = simulate_chain(found, runs=5)

    assert told["first"].arrived.mean > 10
    assert told["second"].arrived.high == 0


@pytest.mark.parametrize(
    ("whole", "given", "expected"),
    [
        (setup(ordered=False), {}, "the order of the steps in “way” is not stated; expected one unit at a time"),
        (setup(stay=None), {}, "the unit “first” in “way” lacks its places or its length of stay"),
        (setup(stay=None), {"first": Given(stay="6 months")}, "the unit “second” in “way” lacks"),
    ],
)
def test_what_is_not_known_of_the_way_is_not_simulated(
    whole: Collaboration, given: Mapping[str, Given], expected: str
) -> None:
    with pytest.raises(InvalidValueError, match=expected):
        chain_of(whole, "way", arrivals=RATE, days=1430, given=given)


def test_the_units_of_resurscentrum_are_no_chain_for_their_order_is_not_stated() -> None:
    with pytest.raises(InvalidValueError, match="the order of the steps in “one-entrance” is not stated"):
        chain_of(samverkan.bundled("resurscentrum"), "one-entrance", arrivals=RATE, days=1430)


def test_steps_without_units_are_no_chain() -> None:
    with pytest.raises(InvalidValueError, match="no step of “participant-path” has a unit"):
        chain_of(samverkan.bundled("integration-pa-g"), "participant-path", arrivals=RATE, days=731)


def test_a_flow_that_does_not_exist_is_told() -> None:
    with pytest.raises(UnknownNameError, match="there is no flow “väg”"):
        chain_of(setup(), "väg", arrivals=RATE, days=10)


def test_without_the_extra_it_is_told_what_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "simpy", None)

    with pytest.raises(InvalidValueError, match=r'not installed; expected pip install "samverkan\[simulate\]"'):
        through(chain([1], Full.QUEUE), [0], [[1]])
