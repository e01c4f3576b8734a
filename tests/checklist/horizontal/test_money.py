# ruff: noqa: ANN401  # any fact in any state
from __future__ import annotations

from typing import Any

import pytest

from samverkan.checklist.case import case_of
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.registry import shipped_criterion
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.funding import Line, Money
from tests.checklist.builders import MET, NOT_MET, UNSURE, disputed
from tests.checklist.horizontal.projects import fields, finding, outcome, project

NONE = Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("granted", "total", "expected"),
    [
        (0, 1, MET),
        (2, 3, MET),
        (3, 3, NOT_MET),
        (4, 3, NOT_MET),
        (-1, 3, NOT_MET),
        (UNKNOWN, 3, UNSURE),
        (2, UNKNOWN, UNSURE),
        (-1, UNKNOWN, NOT_MET),  # no total makes up for it
        (UNKNOWN, 0, NOT_MET),  # nothing is below nothing
        (Absent(), 0, NOT_MET),
        (Absent(), 3, NONE),
        (2, Absent(), NONE),
        (disputed(1, 2), 3, UNSURE),
        (disputed(3, 2, decides=0), 3, NOT_MET),
    ],
)
def test_something_must_be_left_for_others(granted: Any, total: Any, expected: Outcome) -> None:
    assert outcome("H06", project(money=Money(granted, total))) is expected


@pytest.mark.parametrize(
    ("granted", "total", "corrected"),
    [(3, 3, (3, 4)), (-1, 3, (0, 3)), (-1, UNKNOWN, (0, 1)), (UNKNOWN, 0, (0, 1)), (5, 3, (5, 6))],
)
def test_the_remedy_leaves_one_krona_where_nothing_was_left(
    granted: Any, total: Any, corrected: tuple[int, int]
) -> None:
    apply = shipped_criterion("horizontal:H06").remedy.apply
    assert apply is not None
    money = apply(case_of(project(money=Money(granted, total)))).money

    assert (money.granted, money.total) == corrected


def test_both_amounts_are_told_and_what_is_missing_is_asked_for() -> None:
    known = finding("H06", project(money=Money(4_138_263, 10_346_573)))
    silent = finding("H06", project(money=Money(disputed(1, 2))))

    assert "10 346 573 kronor 4 138 263 were granted, and 6 208 310 are left" in str(known.because).replace(
        "\u00a0", " "
    )
    assert [ask.field for ask in silent.asks] == ["money.granted", "money.total"]
    assert len(silent.conflict) == 2


@pytest.mark.parametrize(
    ("names", "closed", "expected"),
    [(["A", "A"], False, MET), (["A"], True, MET), ([], True, NOT_MET), ([], False, UNSURE)],
)
def test_no_list_of_cofinanciers_is_not_an_empty_one(names: list[str], *, closed: bool, expected: Outcome) -> None:
    told = project(cofinanciers=tuple(map(Line, names)), cofinanciers_complete=closed)

    assert outcome("H07", told) is expected


def test_each_line_is_cited_as_it_is_printed() -> None:
    found = finding("H07", project(cofinanciers=(Line("A"), Line("B"))))

    assert fields(found) == ["cofinanciers.name"] * 2
    assert [str(each.says) for each in found.evidence] == ["A", "B"]
