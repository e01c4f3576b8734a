from __future__ import annotations

import datetime as dt

import pytest

from samverkan.checklist.evaluate import evaluate
from samverkan.formats.bundled import bundled
from samverkan.formats.tables.factors import factor_table
from samverkan.formats.wording import Wording


@pytest.mark.parametrize(("checklist", "count"), [("tranemo", 8), ("horizontal", 22)])
def test_every_factor_has_a_row_in_the_order_of_the_checklist(checklist: str, count: int) -> None:
    evaluation = evaluate(bundled("tranemo"), checklist=checklist, as_of=dt.date(2016, 4, 10))

    rows = factor_table(evaluation, Wording("sv")).rows

    assert len(rows) == count
    assert [row[0].partition(".")[0] for row in rows] == [each.factor.id for each in evaluation.factors]


def test_a_row_tells_outcome_core_and_share() -> None:
    table = factor_table(evaluate(bundled("tranemo"), as_of=dt.date(2016, 4, 10)), Wording("sv"))

    assert table.caption == "Integration Tranemo: vilka faktorer som bär, och varför"
    assert table.rows[4] == ("5. Advisory Board", "✓ uppfyllt", "4/4", "57–86\u00a0%")
    assert table.rows[2][1:] == ("? framgår inte", "0/2", "0–100\u00a0%")
