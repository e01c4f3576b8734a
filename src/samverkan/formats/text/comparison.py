"""What became better, worse or only better known between two evaluations, and by what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.blame import Cause
from samverkan.formats.text.factors import percent, words
from samverkan.formats.text.sources import told_source
from samverkan.formats.text.table import paragraph
from samverkan.formats.text.width import width_of
from samverkan.formats.wording import mark
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.checklist.comparison import Comparison, FactorShift, Shift
    from samverkan.checklist.fields import Difference
    from samverkan.checklist.report import CriterionReport, FactorReport
    from samverkan.formats.wording import Wording

TITLE = mark("Then and now")

_OTHERS = mark("All other criteria came out as before.")
_EVERY = mark("Every criterion came out as before.")
_RULE = mark("Better or worse is said only where it is so whatever is unknown.")


def comparison_lines(comparison: Comparison, wording: Wording, width: int) -> list[str]:
    """Tell both evaluations and which way it went; then each factor in which a criterion came out otherwise."""
    lines = [line for text in _head(comparison, wording) for line in paragraph(text, width)]
    moved = [factor for factor in comparison.factors if any(shift.moved for shift in factor.criteria)]
    for factor in moved:
        lines += ["", *paragraph(_factor(factor, wording), width, first=f"{factor.id:>1} ", then="  ")]
        for shift in factor.criteria:
            if shift.moved:
                lines += _shift(shift, wording, width)
    return [*lines, "", *paragraph(_rest(comparison, bool(moved), wording), width)]


def _head(comparison: Comparison, wording: Wording) -> Iterator[str]:
    before, after = comparison.before, comparison.after
    for name, each in ((wording.word("Then"), before), (wording.word("Now"), after)):
        day = each.as_of or wording.word("no day is given")
        told = say(
            "{when}: {verdict}, {share} of the factors met ({day}; checklist {name}, version {version}).",
            when=name,
            verdict=each.verdict,
            share=percent(each.score),
            day=day,
            name=each.checklist.id,
            version=each.checklist.version,
        )
        yield wording.tell(told)
    yield f"{wording.tell(say('As a whole: {trend}.', trend=comparison.trend))} {wording.word(_RULE)}"


def _factor(factor: FactorShift, wording: Wording) -> str:
    named = next(each for each in (factor.after, factor.before) if each is not None)
    told = say(
        "{factor}: {before} → {after}, {share_before} → {share_after} of the criteria met ({trend})",
        factor=named.factor.name,
        before=_outcome(factor.before, wording),
        after=_outcome(factor.after, wording),
        share_before=_share(factor.before),
        share_after=_share(factor.after),
        trend=factor.trend,
    )
    return wording.tell(told)


def _outcome(report: FactorReport | CriterionReport | None, wording: Wording) -> str:
    return wording.word("not asked") if report is None else wording.label(report.outcome)


def _share(factor: FactorReport | None) -> str:
    return "–" if factor is None else percent(factor.score)


def _shift(shift: Shift, wording: Wording, width: int) -> list[str]:
    criterion = next(each.criterion for each in (shift.after, shift.before) if each is not None)
    first = f"  {criterion.id}{'*' if criterion.core else ' '} "
    then = " " * width_of(first)
    told = say(
        "{question} {before} → {after} ({trend}).",
        question=wording.tell(criterion.question),
        before=_outcome(shift.before, wording),
        after=_outcome(shift.after, wording),
        trend=shift.trend,
    )
    lines = paragraph(wording.tell(told), width, first=first, then=then)
    for note in _causes(shift, wording):
        lines += paragraph(note, width, first=f"{then}- ", then=f"{then}  ")
    return lines


def _causes(shift: Shift, wording: Wording) -> Iterator[str]:
    for each in shift.differences:
        yield _difference(each, wording)
    if Cause.FACTS in shift.causes and not shift.differences:
        yield wording.word("other facts of the file have changed")
    for source in shift.lapsed:
        yield wording.tell(say("expired: {source}", source=told_source(source, wording)))
    if Cause.DAY in shift.causes and not shift.lapsed:
        yield wording.word("the day is another")
    if Cause.CHECKLIST in shift.causes:
        yield wording.word("the checklist or its thresholds have changed")


def _difference(difference: Difference, wording: Wording) -> str:
    before, after = (
        wording.word("not in the list") if says is None else words(says, wording)
        for says in (difference.before, difference.after)
    )
    return f"{difference.field}: {before} → {after}"


def _rest(comparison: Comparison, moved: bool, wording: Wording) -> str:  # noqa: FBT001  # a fact, not a switch
    shown = {each for factor in comparison.factors for shift in factor.criteria for each in shift.differences}
    others = sum(each not in shown for each in comparison.differences)
    told = wording.word(_OTHERS if moved else _EVERY)
    if not others:
        return told
    more = say(
        "{n} more field of the file tells something else.",
        "{n} more fields of the file tell something else.",
        n=others,
    )
    return f"{told} {wording.tell(more)}"
