# ruff: noqa: ANN401  # any fact in any state
from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.funding import Line
from samverkan.model.identity import Identity
from tests.checklist.builders import MET, NOT_MET, UNSURE, disputed, group, seat
from tests.checklist.horizontal.projects import fields, finding, outcome, project

if TYPE_CHECKING:
    from samverkan.checklist.outcome import Outcome
    from samverkan.model.collaboration import Collaboration

LISTS = [("H08", "cofinanciers"), ("H09", "partners")]


def listed(kind: str, owner: Any, *organisations: Any, closed: bool = True, **more: Any) -> Collaboration:
    lines = tuple(Line(f"rad {place}", name) for place, name in enumerate(organisations))
    return project(identity=Identity(owner=owner), **{kind: lines, f"{kind}_complete": closed}, **more)


@pytest.mark.parametrize(("criterion", "kind"), LISTS)
@pytest.mark.parametrize(
    ("owner", "organisations", "expected"),
    [
        ("town", ["town"], NOT_MET),
        ("town", ["town", "school"], MET),  # a unit of its own, though a part of it
        ("town", ["agency"], MET),
        ("town", ["town", UNKNOWN], UNSURE),
        ("town", [UNKNOWN, UNKNOWN], UNSURE),  # two names need not be two organisations
        ("town", [], NOT_MET),
        (UNKNOWN, ["agency"], UNSURE),
        (UNKNOWN, ["agency", "agency"], UNSURE),
        (UNKNOWN, ["agency", "firm"], MET),  # one owner cannot be both
        (Absent("saknas"), ["agency"], UNSURE),
        (Absent("saknas"), ["agency", "firm"], MET),
        (disputed("agency", "town"), ["town"], UNSURE),
        (disputed("agency", "town", decides=0), ["town"], MET),
        ("town", [disputed("agency", "town")], UNSURE),
        ("town", [disputed("agency", "town", decides=1)], NOT_MET),
    ],
)
def test_a_complete_list_holds_another_than_the_owner(
    criterion: str, kind: str, owner: Any, organisations: list[Any], expected: Outcome
) -> None:
    assert outcome(criterion, listed(kind, owner, *organisations)) is expected


@pytest.mark.parametrize(("criterion", "kind"), LISTS)
def test_an_open_list_may_hold_another(criterion: str, kind: str) -> None:
    assert outcome(criterion, listed(kind, "town", "town", closed=False)) is UNSURE
    assert outcome(criterion, listed(kind, "town", "agency", closed=False)) is MET


def test_the_owner_and_the_other_are_cited_or_two_that_cannot_both_be_the_owner() -> None:
    known = finding("H08", listed("cofinanciers", "town", "town", "agency"))
    nobody = finding("H08", listed("cofinanciers", UNKNOWN, "agency", "agency", "firm"))

    assert fields(known) == ["identity.owner", "cofinanciers.organisation"]
    assert [str(each.says) for each in nobody.evidence] == ["agency", "firm"]


def test_what_would_settle_it_is_asked_for() -> None:
    found = finding("H08", listed("cofinanciers", disputed("agency", "town"), UNKNOWN, closed=False))
    empty = finding("H08", project())
    two = finding("H08", listed("cofinanciers", UNKNOWN, UNKNOWN, UNKNOWN))

    assert [ask.field for ask in two.asks] == ["identity.owner", *["cofinanciers.organisation"] * 2]
    assert [ask.field for ask in found.asks] == ["identity.owner", "cofinanciers.organisation", "cofinanciers_complete"]
    assert len(found.conflict) == 2
    assert [ask.field for ask in empty.asks] == ["cofinanciers", "cofinanciers_complete"]


class TestSeats:
    """Where the source has no list of partners, the organisations with a seat in some body."""

    @pytest.mark.parametrize(
        ("names", "closed", "expected"),
        [(["agency"], False, MET), (["town"], False, UNSURE), (["town"], True, NOT_MET), ([], False, UNSURE)],
    )
    def test_seats_stand_in_for_partners(self, names: list[str], *, closed: bool, expected: Outcome) -> None:
        placed = group(*(seat(f"s-{name}", name) for name in names))

        assert outcome("H09", listed("partners", "town", closed=closed, bodies=(placed,))) is expected

    def test_a_list_of_partners_goes_before_the_seats(self) -> None:
        placed = group(seat("s-1", "agency"))

        assert outcome("H09", listed("partners", "town", "town", bodies=(placed,))) is NOT_MET

    def test_a_source_with_neither_is_asked_for_both(self) -> None:
        assert [ask.field for ask in finding("H09", project()).asks] == ["partners", "partners_complete"]
