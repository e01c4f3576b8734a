"""The day from which something counts no longer."""

from __future__ import annotations

import datetime as dt

from samverkan.checklist.renewal import Renewal

from .builders import day


def test_it_lapses_the_day_after_its_last_day() -> None:
    assert Renewal(day("2016-06-30"), ("source",)).lapses == day("2016-07-01")
    assert Renewal(dt.date.max, ("source",)).lapses is None
