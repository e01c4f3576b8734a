"""The expected E-I index, judged by dealing out the sectors in every possible way."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations, product

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation, Sector
from samverkan.ties import mixing

THREE = list(Sector)[:3]
NAMES = "abcd"


@st.composite
def setups(draw: st.DrawFn, sectors: st.SearchStrategy[object]) -> Collaboration:
    """Draw four organisations, each with a sector, in up to three bodies."""
    tables = draw(st.lists(st.sets(st.sampled_from(NAMES)), max_size=3))
    return Collaboration(
        id="c",
        name="C",
        organisations=[Organisation(name, sector=draw(sectors)) for name in NAMES],
        bodies=[
            Body(f"b{place}", BodyKind.NETWORK, Text("B"), seats=[Seat("s", organisations=sorted(names))])
            for place, names in enumerate(tables)
        ],
    )


def dealt(whole: Collaboration, sectors: dict[str, object]) -> Collaboration:
    """Give organisations other sectors."""
    return attrs.evolve(
        whole,
        organisations=[attrs.evolve(each, sector=sectors.get(each.id, each.sector)) for each in whole.organisations],
    )


@given(setups(st.sampled_from(THREE)))
def test_the_mean_over_all_ways_to_deal_out_the_sectors_is_what_is_expected(whole: Collaboration) -> None:
    answer = mixing(whole)
    assume(answer.index is not None)
    seated = [each for each in whole.organisations if any(each.id in body.represented for body in whole.bodies)]

    dealings = [
        mixing(dealt(whole, dict(zip([each.id for each in seated], ways, strict=True)))).index
        for ways in permutations(each.sector for each in seated)
    ]

    assert answer.expected == sum(dealings) / Fraction(len(dealings))


@given(setups(st.sampled_from([*THREE[:2], UNKNOWN])))
def test_every_way_to_learn_the_unknown_sectors_stays_within_the_bounds(whole: Collaboration) -> None:
    answer = mixing(whole)
    assume(answer.bounds is not None)
    unknown = [each.id for each in whole.organisations if each.sector is UNKNOWN]

    low, high = answer.bounds
    for ways in product(THREE, repeat=len(unknown)):
        assert low <= mixing(dealt(whole, dict(zip(unknown, ways, strict=True)))).index <= high
