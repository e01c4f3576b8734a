"""Mermaid's own reader finds in our gantt the steps with their days, and no statement in a title."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from samverkan.formats import rollout_mermaid
from samverkan.formats.bundled import bundled, bundled_names
from samverkan.formats.rollout_words import rows
from samverkan.formats.wording import Wording
from samverkan.model.names import Text
from samverkan.steps.rollout import rollout
from tests.steps.builders import MONDAY, plan, setup, step

if TYPE_CHECKING:
    from collections.abc import Callable

SV, DAY = Wording("sv"), dt.timedelta(days=1)
HOSTILE = (
    "section Slut: x",
    "a; b # c %% d",
    "%%{init: {}}%%",
    "<script>alert(1)</script>",
    '"citat" \\ `kod`',
    "click a href",
    "radbrytning\nhär",
    "title x",
    "dateFormat YY",
    "::",
    "todayMarker off",
    "vert",
    "日本語 مرحبا",
)


@pytest.mark.parametrize("name", bundled_names())
def test_mermaid_reads_the_steps_with_their_days(name: str, read: Callable[[str, str], dict[str, Any]]) -> None:
    found = rollout(bundled(name), start=MONDAY)

    told = read("gantt", rollout_mermaid.dumps(found, SV, name=name))

    assert told["nodes"]["title"] == name
    assert [(dt.date(*first), dt.date(*end), critical) for _, first, end, critical in told["ties"]] == [
        (when.earliest_start, when.earliest_finish + DAY, when.critical)
        for row in rows(found.planned)
        if (when := row.first.dates)
    ]


def test_no_title_is_more_than_a_title(read: Callable[[str, str], dict[str, Any]]) -> None:
    steps = [evolve(step(f"s{place}"), title=Text(title)) for place, title in enumerate(HOSTILE)]

    told = read("gantt", rollout_mermaid.dumps(rollout(setup("A"), start=MONDAY, steps=plan(*steps)), SV, name="::;"))

    assert len(told["ties"]) == len(HOSTILE)
    assert [name.partition(". ")[0] for name, *_ in told["ties"]] == [str(n + 1) for n in range(len(HOSTILE))]
    assert {tuple(first) for _, first, _, _ in told["ties"]} == {(2027, 1, 11)}
