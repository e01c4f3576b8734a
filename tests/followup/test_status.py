"""How a goal may stand."""

from __future__ import annotations

import datetime as dt

from samverkan.followup.status import Status
from tests.followup.rows import followed, row


def test_only_what_is_reached_or_missed_stays_so() -> None:
    assert {status for status in Status if status.final} == {Status.REACHED, Status.MISSED}


def test_what_is_reached_before_the_deadline_names_no_day_on_which_it_may_change() -> None:
    day = dt.date(2009, 3, 1)
    early, none = (followed("l", row("l-g5", count, last=day), as_of=day).of("l-g5").whole for count in (1, 0))

    assert (early.status, early.changes) == (Status.REACHED, None)
    assert (none.status, none.changes) == (Status.BEHIND, dt.date(2011, 12, 31))
