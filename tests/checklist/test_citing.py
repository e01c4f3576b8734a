from __future__ import annotations

import datetime as dt

import pytest

from samverkan.checklist.citing import fields_cited, in_general
from samverkan.checklist.evaluate import evaluate
from samverkan.formats.bundled import bundled
from samverkan.model.collaboration import Collaboration


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("lead.working_time", "lead.working_time"),
        ("bodies", "bodies"),
        ("bodies.b-1.seats.s-1.rank", "bodies.{body}.seats.{seat}.rank"),
        ("bodies_complete", "bodies_complete"),
        ("events.series.when", "events.{event}.when"),
    ],
)
def test_a_word_stands_for_each_id(field: str, expected: str) -> None:
    assert in_general(field) == expected


def test_what_any_of_them_cites_or_asks_for_is_read() -> None:
    empty = evaluate(Collaboration(id="a", name="A"))
    tranemo = evaluate(bundled("tranemo"), as_of=dt.date(2016, 4, 10))

    assert fields_cited([empty])["1.2"] == ("bodies", "bodies_complete")
    assert "bodies.{body}.seats.{seat}.rank" in fields_cited([empty, tranemo])["1.2"]


def test_the_day_is_no_field_of_the_file() -> None:
    assert all("as_of" not in fields for fields in fields_cited([evaluate(bundled("tranemo"))]).values())
