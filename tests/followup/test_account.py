"""A follow-up together with what of it may be told."""

from __future__ import annotations

import datetime as dt

import pytest

from samverkan.errors import InvalidResultsError
from samverkan.followup.account import account
from samverkan.followup.shown import Hidden
from samverkan.followup.status import Status
from samverkan.formats.bundled import bundled
from tests.followup.rows import row

G = bundled("integration-pa-g")


def test_it_tells_a_status_unless_that_is_kept_back() -> None:
    found = account(G, [row("g-g1", 10, 16), row("g-g3", 2, 3)], as_of=dt.date(2011, 6, 1))

    status = {each.goal.id: found.status(each) for each in found.found.goals}
    assert (status["g-g1"], status["g-g3"]) == (Status.MISSED, Hidden.HIDDEN)
    assert found.telling.guarded


def test_rows_that_go_with_no_goal_are_refused() -> None:
    with pytest.raises(InvalidResultsError):
        account(G, [row("g-g9", 1)], as_of=dt.date(2011, 6, 1))
