"""Which factors hold and why: outcomes in words, the reasons, and in full the evidence and the remedies."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING

from samverkan.checklist.outcome import Outcome
from samverkan.formats.text.sources import told_source
from samverkan.formats.text.table import paragraph
from samverkan.formats.text.width import width_of
from samverkan.formats.wording import mark
from samverkan.model.message import Message, say
from samverkan.model.source import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan.checklist.evaluate import Evaluation
    from samverkan.checklist.finding import Evidence, Words
    from samverkan.checklist.interval import Interval
    from samverkan.checklist.report import CriterionReport, FactorReport
    from samverkan.formats.wording import Wording

MARKS = {Outcome.MET: "✓", Outcome.NOT_MET: "✗", Outcome.UNKNOWN: "?", Outcome.NOT_APPLICABLE: "–"}
"""A sign beside each outcome; the words always stand there too."""

_SHOWN = 3
"""The pieces of evidence that are listed one by one."""
_REASONS = 2
"""The reasons that a factor gives in brief, so that all factors fit a screen."""
_LEGEND = mark("* = core criterion: the core criteria make the outcome of the factor")


def verdict_lines(evaluation: Evaluation, wording: Wording, width: int) -> list[str]:
    """Tell the verdict, how many factors are met, and as of which day by which checklist."""
    outcomes = [factor.outcome for factor in evaluation.factors]
    counts = [f"{wording.label(outcome)} {outcomes.count(outcome)}" for outcome in Outcome if outcome in outcomes]
    told = say(
        "Verdict: {verdict}. Factors: {counts} ({share} met).",
        verdict=evaluation.verdict,
        counts=", ".join(counts),
        share=percent(evaluation.score),
    )
    day = evaluation.as_of or wording.word("no day is given")
    by = say(
        "Judged as of {day} by the checklist {name}, version {version}.",
        day=day,
        name=evaluation.checklist.id,
        version=evaluation.checklist.version,
    )
    lines = [*paragraph(wording.tell(told), width), *paragraph(wording.tell(by), width)]
    return lines + [line for each in _expired(evaluation) for line in paragraph(wording.tell(each), width)]


def _expired(evaluation: Evaluation) -> list[Message]:
    sources = tuple(dict.fromkeys(source.ref for source in evaluation.expired))
    told = say(
        "{n} source has expired and counts as absent: {sources}.",
        "{n} sources have expired and count as absent: {sources}.",
        n=len(sources),
        sources=sources,
    )
    return [told] if sources else []


def percent(share: Interval) -> str:
    r"""Write a share in whole percent: an exact one as one number, an interval rounded outwards to hold the true one.

    Only what is nothing is 0\u00a0%, and only what is all is 100\u00a0%.

    >>> from samverkan.checklist.interval import Interval
    >>> percent(Interval("1/6", 1)), percent(Interval("4/7", "4/7"))
    ('16–100\xa0%', '57\xa0%')
    """
    if share.low == share.high:
        nearest = math.floor(share.low * 100 + Fraction(1, 2))
        return f"{nearest if share.low in {0, 1} else min(max(nearest, 1), 99)}\u00a0%"
    low, high = math.floor(share.low * 100), math.ceil((1 if share.high is None else share.high) * 100)
    return f"{low}\u00a0%" if low == high else f"{low}–{high}\u00a0%"


def factor_lines(
    evaluation: Evaluation,
    wording: Wording,
    width: int,
    *,
    room: int | None = None,
    more: Callable[[int], list[str]] = lambda _: [],
) -> list[str]:
    """Tell each factor in a paragraph: its outcome, how many core criteria are met, what decides or is missing.

    Where there is ``room`` for fewer lines, reasons are left out, never a factor; ``more`` says how many lines are.
    """
    head = verdict_lines(evaluation, wording, width)
    head += paragraph(wording.word("In brackets: core criteria met, of all that the factor has."), width)

    def told(reasons: list[int]) -> list[str]:
        pairs = zip(evaluation.factors, reasons, strict=True)
        texts = [(_first(factor), _brief(factor, wording, shown)) for factor, shown in pairs]
        return head + [line for first, text in texts for line in paragraph(text, width, first=first, then="    ")]

    reasons = [min(len(_reasons(factor, wording)), _REASONS) for factor in evaluation.factors]
    lines = whole = told(reasons)
    while room is not None and any(reasons) and len(lines) + len(more(1)) * (lines is not whole) > room:
        most = max(reasons)
        last = max(place for place, shown in enumerate(reasons) if shown == most)
        reasons[last] -= 1
        lines = told(reasons)
    return lines if lines is whole else [*lines, *more(max(len(whole) - len(lines), 1))]


def _first(factor: FactorReport) -> str:
    return f"{factor.factor.id:>1} {MARKS[factor.outcome]} "


def _brief(factor: FactorReport, wording: Wording, shown: int) -> str:
    core = factor.core
    met = sum(report.outcome is Outcome.MET for report in core)
    told = say(
        "{factor}: {outcome} ({met}/{all}).",
        all=len(core),
        factor=factor.factor.name,
        outcome=factor.outcome,
        met=met,
    )
    reasons = _reasons(factor, wording)
    more = ["…"] if len(reasons) > shown else []
    return " ".join([wording.tell(told), *reasons[:shown], *more])


def _reasons(factor: FactorReport, wording: Wording) -> list[str]:
    telling = [report for report in factor.core if report.outcome is factor.outcome]
    if factor.outcome is Outcome.MET:
        telling = telling[:1]
    # Criteria that wait for the same fact say so in the same words, and once is enough.
    return list(dict.fromkeys(_why(report, wording) for report in telling))


def _why(report: CriterionReport, wording: Wording) -> str:
    """Give the reason, after the question where the sources contradict each other on it."""
    because = wording.tell(report.finding.because)
    return f"{wording.tell(report.criterion.question)} {because}" if report.finding.conflict else because


def criterion_lines(evaluation: Evaluation, wording: Wording, width: int) -> list[str]:
    """Tell every criterion: outcome, reason, the fields that say so, claims that conflict, and the remedy."""
    lines = verdict_lines(evaluation, wording, width)
    record = say("On documented evidence only: {share} met.", share=percent(evaluation.documented))
    lines += paragraph(wording.tell(record), width)
    for factor in evaluation.factors:
        told = say("{factor}: {outcome}", factor=factor.factor.name, outcome=factor.outcome)
        share = say("share of the criteria met: {share}", share=percent(factor.score))
        lines.append("")
        text = f"{wording.tell(told)} ({wording.tell(share)})"
        lines += paragraph(text, width, first=_first(factor), then="    ")
        for report in factor.criteria:
            lines += _criterion(report, wording, width)
    return [*lines, "", *paragraph(wording.word(_LEGEND), width)]


def _criterion(report: CriterionReport, wording: Wording, width: int) -> list[str]:
    criterion = report.criterion
    first = f"  {MARKS[report.outcome]} {criterion.id}{'*' if criterion.core else ' '} "
    then = " " * width_of(first)
    outcome = wording.label(report.outcome)
    question = f"{wording.tell(criterion.question)} {outcome[:1].upper()}{outcome[1:]}."
    lines = paragraph(f"{question} {wording.tell(report.finding.because)}", width, first=first, then=then)
    for note in _notes(report, wording):
        lines += paragraph(note, width, first=f"{then}- ", then=f"{then}  ")
    return lines


def _notes(report: CriterionReport, wording: Wording) -> list[str]:
    """Give some of the fields that say so, all claims that contradict each other, and the remedy for a no."""
    finding, remedy = report.finding, report.criterion.remedy
    notes = [cited(each, wording) for each in finding.evidence[:_SHOWN]]
    if len(finding.evidence) > _SHOWN:
        more = len(finding.evidence) - _SHOWN
        notes.append(wording.tell(say("{n} more field says so", "{n} more fields say so", n=more)))
    notes += [f"{wording.word('contradicted')}: {cited(each, wording)}" for each in finding.conflict]
    if report.outcome is Outcome.NOT_MET:
        who, text = wording.tell(remedy.responsible), wording.tell(remedy.text)
        notes.append(wording.tell(say("To do: {text} ({who}; {effort})", text=text, who=who, effort=remedy.effort)))
    return notes


def cited(evidence: Evidence, wording: Wording) -> str:
    """Tell a field, what it says, and where that stands."""
    source = f" [{told_source(evidence.source, wording)}]" if evidence.source else ""
    deduced = f" ({wording.word('inferred')})" if evidence.level is Level.INFERRED else ""
    return f"{evidence.field} = {words(evidence.says, wording)}{deduced}{source}"


def words(says: Words, wording: Wording) -> str:
    """Tell a sentence of ours, or the words of the file as they stand."""
    return wording.tell(says) if isinstance(says, Message) else wording.value(says)
