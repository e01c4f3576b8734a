"""The calendar of a rollout, read by others' libraries: all of them must find the days of each step."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from samverkan.formats.bundled import bundled, bundled_names
from samverkan.formats.ical.rollout import rollout_feed
from samverkan.steps.rollout import rollout

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("name", bundled_names())
def test_every_reader_finds_each_step_from_its_first_day_to_the_day_after_its_last(
    read: Callable[[str], list[tuple[str, ...]]], name: str
) -> None:
    setup = bundled(name)
    found = rollout(setup, start=dt.date(2027, 1, 11))

    rows = read(rollout_feed(found, setup))

    assert sorted(row[:4] for row in rows) == sorted(
        (
            f"rollout.{task.id.replace('/', '.')}@{name}.samverkan",
            f"{when.earliest_start}",
            f"{when.earliest_finish + dt.timedelta(1)}",
            "CONFIRMED",
        )
        for task in found.planned
        if (when := task.dates)
    )
