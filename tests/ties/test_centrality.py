from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.lead import ProjectLead
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation, Sector
from samverkan.ties import Centrality, Position, betweenness_centralisation, centrality

if TYPE_CHECKING:
    from collections.abc import Callable

    Setup = Callable[..., Collaboration]

STAR = {"a": "m w", "b": "m x", "c": "m y", "d": "m z"}
CIRCLE = {"a": "m w", "b": "w x", "c": "x y", "d": "y m"}
CLIQUE = {"a": "m w x y"}


@pytest.mark.parametrize(("bodies", "expected"), [(STAR, 1), ({"a": "m w", "b": "m x"}, 1), (CIRCLE, 0), (CLIQUE, 0)])
def test_a_star_is_centralised_in_full_a_circle_and_one_table_not_at_all(
    setup: Setup, bodies: dict[str, str], expected: int
) -> None:
    assert centrality(setup(bodies)).centralisation == expected
    assert betweenness_centralisation(setup(bodies)) == expected


@pytest.mark.parametrize("bodies", [{}, {"a": "x"}, {"a": "x y"}])
def test_of_fewer_than_three_nothing_is_centralised(setup: Setup, bodies: dict[str, str]) -> None:
    assert centrality(setup(bodies)).centralisation is None
    assert betweenness_centralisation(setup(bodies)) is None


def test_the_municipality_in_the_middle_of_a_star_is_least_constrained(setup: Setup) -> None:
    names = [Organisation("m", sector=Sector.MUNICIPALITY), *map(Organisation, "wxyz")]

    answer = centrality(setup(STAR, organisations=names))

    seats = ("a/s0", "b/s0", "c/s0", "d/s0")
    (position,) = answer.positions
    assert position == Position(
        "m", municipal=True, leads=False, seats=seats, others=4, constraint=0.25, effective_size=4
    )
    assert (answer.foremost, answer.most, answer.organisations) == (("m",), 4, 5)


def test_of_three_at_one_table_each_is_as_constrained_as_can_be(setup: Setup) -> None:
    names = [Organisation("m", sector=Sector.MUNICIPALITY), *map(Organisation, "wx")]

    (position,) = centrality(setup({"a": "m w x"}, organisations=names)).positions

    # In each of the two it has half of its ties, and half of the other half by the third: (3/4)² twice.
    assert (position.constraint, position.effective_size) == (9 / 8, 1)


def test_who_meets_nobody_has_no_constraint(setup: Setup) -> None:
    (position,) = centrality(setup({"a": "m"}, organisations=[Organisation("m", sector=Sector.MUNICIPALITY)])).positions

    assert (position.others, position.constraint, position.effective_size) == (0, None, None)


def test_nobody_is_foremost_where_nobody_meets_anybody(setup: Setup) -> None:
    assert centrality(setup({"a": "x", "b": "y", "c": "z"})).foremost == ()


def test_the_lead_is_told_by_its_employer_and_by_a_seat_that_is_the_leads() -> None:
    seat = Seat("lead", organisations=["u"], project_lead=True)
    whole = Collaboration(
        id="c",
        name="C",
        organisations=[Organisation("x"), Organisation("y"), Organisation("u", part_of="y"), Organisation("z")],
        lead=ProjectLead(employer="x"),
        bodies=[Body("b", BodyKind.NETWORK, Text("B"), seats=[seat, Seat("s", organisations=["x", "z"])])],
    )

    assert [(each.organisation, each.leads, each.municipal) for each in centrality(whole).positions] == [
        ("x", True, False),
        ("y", True, False),
    ]


def test_in_tranemo_four_meet_all_fifteen_others_and_the_municipality_is_one_of_them(tranemo: Collaboration) -> None:
    answer = centrality(tranemo)

    assert answer.foremost == ("tranemo-kommun", "arbetsformedlingen", "migrationsverket", "polisen")
    assert (answer.most, answer.organisations) == (15, 16)
    # Four meet 15, eight of the group 11, four of the board 7: (8 × 4 + 4 × 8) / (15 × 14).
    assert answer.centralisation == Fraction(64, 210)
    (position,) = answer.positions
    assert (position.organisation, position.municipal, position.leads) == ("tranemo-kommun", True, True)
    assert position.effective_size == Fraction(79, 15)
    assert len(position.seats) == 7


def test_an_empty_collaboration_has_no_middle() -> None:
    assert centrality(Collaboration(id="c", name="C")) == Centrality((), (), 0, 0, None, complete=False)
