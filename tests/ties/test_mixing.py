from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from samverkan.model.collaboration import Collaboration
from samverkan.model.organisations import Organisation, Sector
from samverkan.ties import Encounter, Mixing, Sitting, mixing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Setup = Callable[..., Collaboration]

TOWN, AGENCY, TRADE = Sector.MUNICIPALITY, Sector.STATE_AGENCY, Sector.BUSINESS
SECTORS = {"k": TOWN, "s": AGENCY, "b": TRADE}


def organisations(names: str) -> list[Organisation]:
    """Name organisations of a municipality, the state, business, or (x) of an unknown sector, by their first letter."""
    return [Organisation(name, **({"sector": SECTORS[name[0]]} if name[0] != "x" else {})) for name in names.split()]


def pairs(found: Iterable[Encounter], outcome: object) -> list[tuple[Sector, Sector]]:
    return [each.sectors for each in found if each.meet is outcome]


def test_the_table_names_who_of_each_sector_sits_in_each_body(setup: Setup) -> None:
    answer = mixing(setup({"a": "s1 k1 s2", "b": "k1"}, organisations=organisations("k1 s1 s2")))

    assert answer.sittings == (
        Sitting(TOWN, "a", ("k1",)),
        Sitting(TOWN, "b", ("k1",)),
        Sitting(AGENCY, "a", ("s1", "s2")),
    )


def test_two_sectors_meet_in_a_body_and_two_never_do(setup: Setup) -> None:
    answer = mixing(setup({"a": "k1 s1", "b": "s1 b1"}, organisations=organisations("k1 s1 b1")))

    assert Encounter((TOWN, AGENCY), ("a",), 1, meet=True) in answer.encounters
    assert answer.never == ((TOWN, TRADE),)


def test_a_sector_without_a_seat_never_meets_anybody(setup: Setup) -> None:
    answer = mixing(setup({"a": "k1 s1"}, organisations=organisations("k1 s1 b1")))

    assert answer.never == ((TOWN, TRADE), (AGENCY, TRADE))


@pytest.mark.parametrize("more", [{"open_": "b"}, {"bodies_complete": False}])
def test_whether_they_never_meet_is_unknown_while_a_list_is_open(setup: Setup, more: dict[str, object]) -> None:
    answer = mixing(setup({"a": "k1", "b": "b1"}, organisations=organisations("k1 b1"), **more))

    assert answer.never == ()
    assert (TOWN, TRADE) in pairs(answer.encounters, None)


def test_an_organisation_of_unknown_sector_may_bring_two_together(setup: Setup) -> None:
    answer = mixing(setup({"a": "k1 x1", "b": "b1"}, organisations=organisations("k1 x1 b1")))

    assert (TOWN, TRADE) in pairs(answer.encounters, None)
    assert answer.sectorless == ("x1",)
    assert (answer.internal, answer.external, answer.unsorted) == (0, 0, 1)


def test_one_organisation_alone_cannot_be_of_two_sectors_that_meet(setup: Setup) -> None:
    names = organisations("k1 x1 b1")

    assert mixing(setup({"a": "k1", "b": "x1", "c": "b1"}, organisations=names)).never == ((TOWN, TRADE),)


def test_one_that_cannot_be_of_a_sector_brings_nobody_of_it(setup: Setup) -> None:
    names = [*organisations("k1 b1"), Organisation("x1", not_sectors=[TRADE])]

    assert mixing(setup({"a": "k1 x1", "b": "b1"}, organisations=names)).never == ((TOWN, TRADE),)


def test_a_unit_has_the_sector_of_its_whole_and_counts_as_that(setup: Setup) -> None:
    names = [*organisations("k1 s1"), Organisation("unit", part_of="k1")]

    assert mixing(setup({"a": "unit s1"}, organisations=names)).sittings[0] == Sitting(TOWN, "a", ("k1",))


def test_the_index_is_what_is_across_less_what_is_within_of_all_pairs_that_meet(setup: Setup) -> None:
    answer = mixing(setup({"a": "k1 k2 s1", "b": "k1 k2"}, organisations=organisations("k1 k2 s1")))

    # Three pairs meet, one of them twice, which counts once: k1-k2 within, k1-s1 and k2-s1 across.
    assert (answer.internal, answer.external, answer.index) == (1, 2, Fraction(1, 3))
    assert answer.expected == Fraction(1, 3)


def test_of_one_sector_only_all_is_within_as_it_must_be(setup: Setup) -> None:
    answer = mixing(setup({"a": "k1 k2"}, organisations=organisations("k1 k2")))

    assert answer.encounters == (Encounter((TOWN, TOWN), ("a",), 1, meet=True),)
    assert answer.index == answer.expected == -1
    assert answer.never == ()


def test_an_organisation_that_meets_nobody_makes_no_index(setup: Setup) -> None:
    answer = mixing(setup({"a": "k1", "b": "s1"}, organisations=organisations("k1 s1")))

    assert answer.index is answer.expected is answer.bounds is None


def test_the_bounds_hold_whatever_the_unknown_sectors_are(setup: Setup) -> None:
    answer = mixing(setup({"a": "k1 s1 x1", "b": "k1 k2"}, organisations=organisations("k1 k2 s1 x1")))

    # One pair within, one across, and two that may be either.
    assert answer.index == 0
    assert answer.bounds == (Fraction(-1, 2), Fraction(1, 2))


def test_an_empty_collaboration_has_no_sectors() -> None:
    empty = Mixing((), (), (), (), 0, 0, 0, None, None, complete=False)

    assert mixing(Collaboration(id="c", name="C")) == empty


def test_in_tranemo_more_is_across_than_within_yet_a_little_less_than_by_chance(tranemo: Collaboration) -> None:
    answer = mixing(tranemo)

    assert (answer.internal, answer.external, answer.unsorted) == (10, 57, 21)
    assert answer.sectorless == ("bres", "traffpunkten")
    assert (answer.index, answer.expected) == (Fraction(47, 67), Fraction(71, 91))
    assert (TRADE, Sector.CIVIL_SOCIETY) in pairs(answer.encounters, None)
