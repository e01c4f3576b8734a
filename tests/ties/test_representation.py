from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest

from samverkan.errors import UnknownNameError
from samverkan.model.collaboration import Collaboration
from samverkan.model.organisations import Constituency, Organisation, Sector
from samverkan.ties import Coverage, counts, coverage

if TYPE_CHECKING:
    from collections.abc import Callable

    Setup = Callable[..., Collaboration]


def test_tranemo_seats_sixteen_organisations_in_twenty_five_seats(tranemo: Collaboration) -> None:
    answer = counts(tranemo)

    assert (answer.bodies, answer.seats, len(answer.seated)) == (4, 25, 16)
    assert {each.body: (each.seats, len(each.organisations)) for each in answer.coverage} == {
        "advisory-board": (9, 8),
        "samverkansgrupp": (16, 12),
        "etableringsgrupp": (0, 0),
        "kommunstyrelsen": (0, 0),
    }


def test_the_board_of_tranemo_lacks_civil_society_and_the_group_lacks_business(tranemo: Collaboration) -> None:
    board, group = coverage(tranemo, "advisory-board"), coverage(tranemo, "samverkansgrupp")

    assert Constituency.CIVIL_SOCIETY not in board.constituencies
    assert board.sectorless == ()
    assert Constituency.BUSINESS not in group.constituencies
    assert group.sectorless == ("bres", "traffpunkten")
    assert board.complete
    assert group.complete


def test_who_organises_without_a_seat_is_unseated(tranemo: Collaboration) -> None:
    assert "teater-smylja" in counts(tranemo).unseated
    assert "kulturskolan" not in counts(tranemo).unseated


def test_a_unit_has_the_sector_of_its_whole_unless_it_has_one_of_its_own(setup: Setup) -> None:
    organisations = [
        Organisation("kommun", sector=Sector.MUNICIPALITY),
        Organisation("skola", part_of="kommun"),
        Organisation("bolag", part_of="kommun", sector=Sector.BUSINESS),
    ]

    assert coverage(setup({"a": "skola bolag"}, organisations=organisations), "a") == Coverage(
        body="a",
        seats=2,
        organisations=("kommun",),
        sectors=(Sector.MUNICIPALITY, Sector.BUSINESS),
        constituencies=(Constituency.MUNICIPALITY, Constituency.BUSINESS),
        sectorless=(),
        complete=True,
    )


def test_a_target_group_is_a_sector_but_none_of_the_four_constituencies(setup: Setup) -> None:
    answer = coverage(setup({"a": "x"}, organisations=[Organisation("x", sector=Sector.TARGET_GROUP)]), "a")

    assert answer.sectors == (Sector.TARGET_GROUP,)
    assert answer.constituencies == ()


def test_an_open_list_makes_its_counts_lower_bounds(setup: Setup) -> None:
    answer = counts(setup({"a": "x", "b": "x"}, open_=["b"]))

    assert not answer.complete
    assert {each.body: each.complete for each in answer.coverage} == {"a": True, "b": False}


def test_an_empty_collaboration_counts_to_nothing() -> None:
    answer = counts(Collaboration(id="c", name="C"))

    assert attrs.astuple(answer) == (0, 0, (), (), (), False)


def test_a_body_that_does_not_exist_covers_nobody(setup: Setup) -> None:
    with pytest.raises(UnknownNameError, match="there is no body “x”"):
        coverage(setup({"a": ""}), "x")
