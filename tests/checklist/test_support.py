"""For each decided outcome the cited evidence alone supports it: nothing that is not cited has to be known."""
# ruff: noqa: ANN401  # any noun, and any value of it

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.registry import checklist_named, checklist_names
from samverkan.formats.bundled import bundled, bundled_names
from samverkan.model.facts import UNKNOWN, Disputed
from samverkan.model.names import Text
from samverkan.model.records import Held
from samverkan.model.walk import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.checklist.report import CriterionReport

DAY = dt.date(2016, 4, 10)


def decided() -> Iterator[tuple[str, str, CriterionReport]]:
    for setup in bundled_names():
        for name in checklist_names():
            for report in evaluate(bundled(setup), checklist=name, as_of=DAY).reports:
                if report.outcome.decided:
                    yield setup, name, report


def only(item: Any, cited: set[str], above: str = "") -> Any:
    """Make every fact unknown, and every closed list open, that none of the cited fields is, lies in or lies around."""
    changes: dict[str, Any] = {}
    for attribute in attrs.fields(type(item)):
        path = f"{above}.{key_of(attribute)}" if above else key_of(attribute)
        value = getattr(item, attribute.name)
        touched = any(f"{path}.".startswith(f"{each}.") or f"{each}.".startswith(f"{path}.") for each in cited)
        if str(attribute.type).startswith("Fact[") and not touched:
            changes[attribute.name] = UNKNOWN
        elif attribute.name.endswith("_complete") and not touched:
            changes[attribute.name] = False
        elif isinstance(value, tuple):
            changes[attribute.name] = tuple(
                only(each, cited, f"{path}.{_name(each)}".rstrip(".")) if _is_noun(each) else each for each in value
            )
        elif _is_noun(value):
            changes[attribute.name] = only(value, cited, path)
    return attrs.evolve(item, **changes)


def _is_noun(value: object) -> bool:
    return attrs.has(type(value)) and not isinstance(value, (Text, Disputed))


def _name(item: Any) -> str:
    if isinstance(item, Held):
        return f"{item.body}.{item.date}"
    return str(getattr(item, "id", None) or getattr(item, "code", ""))


@pytest.mark.parametrize(
    ("setup", "name", "report"),
    [pytest.param(*case, id=f"{case[0]}-{case[1]}-{case[2].criterion.id}") for case in decided()],
)
def test_the_cited_evidence_alone_supports_it(setup: str, name: str, report: CriterionReport) -> None:
    cited = {evidence.field for evidence in report.finding.evidence}
    less = only(bundled(setup), cited)
    again = evaluate(less, checklist=checklist_named(name), as_of=DAY).of(report.criterion.id)
    assert again.outcome is report.outcome
