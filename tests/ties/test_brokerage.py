from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samverkan.errors import UnknownNameError
from samverkan.model.collaboration import Collaboration
from samverkan.model.organisations import Organisation, Sector
from samverkan.ties import Broker, Brokers, between, brokers

if TYPE_CHECKING:
    from collections.abc import Callable

    Setup = Callable[..., Collaboration]

SECTORS = {"k": Sector.MUNICIPALITY, "s": Sector.STATE_AGENCY, "b": Sector.BUSINESS}


def organisations(names: str) -> list[Organisation]:
    """Make organisations of the sector that their first letter stands for; that of an x is not known."""
    return [Organisation(name, **({"sector": SECTORS[name[0]]} if name[0] != "x" else {})) for name in names.split()]


@pytest.mark.parametrize(
    ("one", "broker", "other", "role"),
    [
        ("k1", "k0", "k2", "coordinator"),
        ("k1", "s0", "k2", "consultant"),
        ("k1", "s0", "b1", "liaison"),
        ("k1", "k0", "b1", "gatekeeper"),
        ("b1", "k0", "k1", "gatekeeper"),
        ("k1", "x0", "b1", "unsorted"),
        ("x1", "k0", "b1", "unsorted"),
    ],
)
def test_who_sits_with_two_that_never_meet_has_the_role_that_the_sectors_give(
    setup: Setup, one: str, broker: str, other: str, role: str
) -> None:
    names = f"{one} {broker} {other}"

    (found,) = brokers(
        setup({"a": f"{one} {broker}", "b": f"{broker} {other}"}, organisations=organisations(names))
    ).brokers

    counts = dict.fromkeys(["coordinator", "gatekeeper", "representative", "consultant", "liaison", "unsorted"], 0)
    counts[role] = 1
    # A meeting has no direction: who lets in also speaks for.
    counts["representative"] = counts["gatekeeper"]
    place = {"a": names.split().index(broker), "b": 0}
    seats = tuple(f"{body}/s{number}" for body, number in place.items())
    assert found == Broker(broker, ("a", "b"), seats, **counts)
    assert found.pairs == 1
    assert found.across == (role not in {"coordinator", "unsorted"})


def test_who_meet_somewhere_need_no_broker(setup: Setup) -> None:
    whole = setup({"a": "k1 s1", "b": "s1 b1", "c": "b1 k1"}, organisations=organisations("k1 s1 b1"))

    assert brokers(whole) == Brokers((), complete=True)


def test_those_who_broker_most_between_sectors_come_first_and_then_those_who_do_so_most_at_all(setup: Setup) -> None:
    within = {"x": "k5 k6", "y": "k6 k7"}
    bodies = {**within, "a": "k1 s1", "b": "s1 b1", "c": "b1 b2 b3", "d": "b3 b4"}

    answer = brokers(setup(bodies, organisations=organisations("k5 k6 k7 k1 s1 b1 b2 b3 b4")))

    assert [(each.organisation, each.across, each.pairs) for each in answer.brokers] == [
        ("b1", 2, 2),
        ("s1", 1, 1),
        ("b3", 0, 2),
        ("k6", 0, 1),
    ]


def test_the_pairs_can_be_named(setup: Setup) -> None:
    whole = setup(
        {"a": "k1 s1", "b": "s1 b1"}, organisations=[*organisations("k1 s1 b1"), Organisation("u", part_of="s1")]
    )

    assert between(whole, "s1") == between(whole, "u") == (("k1", "b1"),)
    assert between(whole, "k1") == ()
    with pytest.raises(UnknownNameError):
        between(whole, "s2")


def test_in_tranemo_the_four_who_sit_in_both_bodies_broker_between_eight_and_four(tranemo: Collaboration) -> None:
    answer = brokers(tranemo)

    assert {each.organisation: each.pairs for each in answer.brokers} == dict.fromkeys(
        ["tranemo-kommun", "arbetsformedlingen", "migrationsverket", "polisen"], 8 * 4
    )
    assert all(len(between(tranemo, each.organisation)) == each.pairs for each in answer.brokers)
    assert not answer.complete


def test_nobody_brokers_in_an_empty_collaboration() -> None:
    assert brokers(Collaboration(id="c", name="C")) == Brokers((), complete=False)
