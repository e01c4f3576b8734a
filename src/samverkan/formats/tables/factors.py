"""The factors of an evaluation as a table (*tabell*): outcome, core criteria met, and the share that may be met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.outcome import Outcome
from samverkan.formats.tables.table import Table
from samverkan.formats.text.factors import MARKS, percent
from samverkan.formats.text.report import TITLES
from samverkan.formats.text.width import clean
from samverkan.formats.wording import mark

if TYPE_CHECKING:
    from samverkan.checklist.evaluate import Evaluation
    from samverkan.checklist.report import FactorReport
    from samverkan.formats.wording import Wording

_HEADS = (mark("Factor"), mark("Outcome"), mark("Core criteria met"), mark("Share of the criteria met"))


def factor_table(evaluation: Evaluation, wording: Wording) -> Table:
    """Give a row for each factor, in the order of the checklist."""
    caption = f"{wording.value(evaluation.subject.name)}: {small(wording.word(TITLES['factors']))}"
    heads = (wording.word(head) for head in _HEADS)
    return Table(caption, heads, (_row(factor, wording) for factor in evaluation.factors))


def small(title: str) -> str:
    """Write a title as it stands after a colon."""
    return f"{title[:1].lower()}{title[1:]}"


def core_met(factor: FactorReport) -> str:
    """Say how many of its core criteria are met, such as ``2/5``."""
    return f"{sum(report.outcome is Outcome.MET for report in factor.core)}/{len(factor.core)}"


def named(factor: FactorReport, wording: Wording) -> str:
    """Give the number and the name of a factor."""
    return clean(f"{factor.factor.id}. {wording.value(factor.factor.name)}")


def _row(factor: FactorReport, wording: Wording) -> tuple[str, ...]:
    outcome = f"{MARKS[factor.outcome]} {wording.label(factor.outcome)}"
    return named(factor, wording), outcome, core_met(factor), percent(factor.score)
