"""The success factors (*framgångsfaktorer*): which hold, on what evidence, and what nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.outcome import Outcome
from samverkan.formats.html.blocks import Card, Facts, Listing, More, Paragraph, Section, Table
from samverkan.formats.html.inline import Code, Link, Quiet, Sign, joined, said
from samverkan.formats.text.factors import percent
from samverkan.formats.text.sources import told_source
from samverkan.formats.wording import mark
from samverkan.model.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.checklist.finding import Evidence
    from samverkan.checklist.report import CriterionReport, FactorReport
    from samverkan.followup.shown import Hidden
    from samverkan.followup.status import Status
    from samverkan.formats.html.blocks import Block
    from samverkan.formats.html.inline import Inline
    from samverkan.formats.html.view import View

_CORE = mark("The core criteria decide whether a factor is met. The others only count in its share.")
_READ = mark("Not stated means that no source says anything. It is neither yes nor no.")


def factors(view: View) -> Iterator[Block]:
    """Tell the verdict, all factors in a table, and each with its criteria, their evidence and their open questions."""
    found, wording = view.evaluation, view.wording
    told = say("Verdict: {verdict}. {share} of the factors are met.", verdict=found.verdict, share=percent(found.score))
    yield Paragraph(wording.tell(told), "lead")
    by = say("Judged by {name}, version {version}.", name=found.checklist.name, version=found.checklist.version)
    yield Paragraph(f"{wording.tell(by)} {_day(view)} {view.word(_READ)}")
    heads = [view.word("Factor"), view.word("Outcome"), view.word("Core criteria met")]
    anchors = [f"factor-{place}" for place, _ in enumerate(found.factors, 1)]
    named = list(zip(anchors, found.factors, strict=True))
    rows: list[list[Inline]] = [
        [Link(_title(view, each), f"#{anchor}"), sign(view, each.outcome), _met(each)] for anchor, each in named
    ]
    yield Table(view.word("The factors in short"), heads, rows)
    yield Paragraph(view.word(_CORE), "note")
    yield from (Section(_title(view, each), _factor(view, each), anchor) for anchor, each in named)


def _day(view: View) -> str:
    if view.as_of is None:
        return view.word("No day is given, so what depends on time is unknown.")
    return view.wording.tell(say("Judged as of {day}.", day=view.as_of))


def _title(view: View, factor: FactorReport) -> Inline:
    return joined([f"{factor.factor.id}.", said(factor.factor.name, view.wording)], " ")


def sign(view: View, outcome: Outcome | Status | Hidden) -> Sign:
    """Say how something came out or stands, by a sign and in words."""
    told = view.wording.label(outcome)
    return Sign(outcome, told[:1].upper() + told[1:])


def _met(factor: FactorReport) -> str:
    return f"{sum(report.outcome is Outcome.MET for report in factor.core)} / {len(factor.core)}"


def _factor(view: View, factor: FactorReport) -> Iterator[Block]:
    yield Paragraph(sign(view, factor.outcome))
    core = [_in_brief(view, report) for report in factor.core]
    yield Listing(core)
    asks = dict.fromkeys(ask.question for report in factor.core for ask in report.finding.asks)
    if asks:
        yield Card(view.word("What is not known"), [Listing(view.wording.tell(each) for each in asks)])
    cards = [_criterion(view, report) for report in factor.criteria]
    yield More(view.word("Every criterion with its evidence"), cards)


def _in_brief(view: View, report: CriterionReport) -> Inline:
    return joined([sign(view, report.outcome), view.wording.tell(report.finding.because)], " ")


def _criterion(view: View, report: CriterionReport) -> Card:
    criterion, wording = report.criterion, view.wording
    kind = view.word("core criterion") if criterion.core else view.word("not a core criterion")
    pairs: list[tuple[Inline, ...]] = [
        (view.word("Outcome"), joined([sign(view, report.outcome), wording.tell(report.finding.because)], " ")),
        (view.word("Kind"), kind),
        (view.word("Source of the rule"), wording.tell(criterion.source)),
    ]
    evidence, conflict = [_evidence(view, each) for each in report.finding.evidence], report.finding.conflict
    pairs.append((view.word("Evidence"), *(evidence or [view.silent])))
    if conflict:
        pairs.append((view.word("Conflicting claims"), *[_evidence(view, each) for each in conflict]))
    if report.outcome is Outcome.NOT_MET:
        pairs.append((view.word("To do"), wording.tell(criterion.remedy.text)))
    return Card(joined([criterion.id, wording.tell(criterion.question)], " "), [Facts(pairs)])


def _evidence(view: View, evidence: Evidence) -> Inline:
    """Tell what a field says, where it is said, and which field it is."""
    says = evidence.says
    parts: list[Inline] = [view.wording.tell(says) if isinstance(says, Message) else said(says, view.wording)]
    if evidence.source is not None:
        parts.append(Quiet(f"({told_source(evidence.source, view.wording)})"))
    parts.append(Quiet(Code(evidence.field)))
    return joined(parts, " ")
