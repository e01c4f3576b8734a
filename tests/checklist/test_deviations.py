"""Accepted deviations: how they stand as of a day, and that they change nothing else."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan.checklist.deviations import Standing, deviations
from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.outcome import Outcome
from samverkan.formats.bundled import bundled
from samverkan.model.accepted import AcceptedDeviation

TRANEMO = bundled("tranemo")
DAY = dt.date(2016, 4, 10)
EVALUATION = evaluate(TRANEMO, as_of=DAY)
BY_OUTCOME = {report.outcome: report.criterion.id for report in EVALUATION.reports}
NOT_MET = BY_OUTCOME[Outcome.NOT_MET]


def standing(as_of: dt.date | None = DAY, **facts: Any) -> list[Standing]:  # noqa: ANN401  # any field
    accepted = AcceptedDeviation(**{"criterion": NOT_MET, "because": "x"} | facts)
    return [each.standing for each in deviations(evaluate(TRANEMO, as_of=as_of), [accepted])]


class TestStanding:
    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({}, Standing.IN_FORCE),
            ({"decided": DAY, "until": DAY}, Standing.IN_FORCE),
            ({"until": DAY - dt.timedelta(1)}, Standing.EXPIRED),
            ({"decided": DAY + dt.timedelta(1)}, Standing.NOT_YET),
            ({"criterion": BY_OUTCOME[Outcome.MET]}, Standing.NOT_NEEDED),
            ({"criterion": BY_OUTCOME[Outcome.UNKNOWN]}, Standing.UNDECIDED),
            ({"criterion": "5.55"}, Standing.NO_SUCH_CRITERION),
            ({"checklist": "tranemo"}, Standing.IN_FORCE),
        ],
    )
    def test_it_follows_from_the_day_and_the_outcome(self, facts: dict[str, object], expected: Standing) -> None:
        assert standing(**facts) == [expected]

    def test_without_a_day_nobody_knows_whether_what_ends_still_holds(self) -> None:
        assert standing(None, until=DAY) == [Standing.NO_DAY]
        assert standing(None) == [Standing.IN_FORCE]

    def test_one_about_another_checklist_is_none_of_this_one(self) -> None:
        assert standing(checklist="horizontal") == []


class TestNothingIsHidden:
    """An accepted deviation is excluded from no score."""

    @given(accepted=st.lists(st.sampled_from([report.criterion.id for report in EVALUATION.reports])))
    @settings(max_examples=10)
    def test_the_evaluation_is_the_same(self, accepted: list[str]) -> None:
        living_with_it = evolve(TRANEMO, accepted=[AcceptedDeviation(each, "x") for each in accepted])

        assert evaluate(living_with_it, as_of=DAY) == EVALUATION
