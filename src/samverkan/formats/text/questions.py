"""What to ask next, and what to do: first what would settle most, each with the field that the answer belongs in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.outcome import Outcome
from samverkan.formats.text.actions import action_lines, numbered, settling_lines
from samverkan.formats.text.table import paragraph
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.checklist.advice import Question
    from samverkan.checklist.evaluate import Evaluation
    from samverkan.checklist.finding import Ask
    from samverkan.formats.wording import Wording

_LISTED = 4
"""More criteria than these are counted rather than listed."""


def question_lines(evaluation: Evaluation, wording: Wording, width: int, *, brief: bool = False) -> list[str]:
    """List what to ask, then what to do about core criteria that are not met, then what else is not met."""
    lines: list[str] = []
    for number, (text, where) in enumerate(_questions(evaluation, wording, brief=brief), 1):
        lines += numbered(number, text, where, width)
    if not lines:
        lines = paragraph(wording.word("Nothing: every core criterion is decided."), width)
    lines += [] if brief else settling_lines(evaluation.asking, wording, width)
    lines += action_lines(evaluation.acting, wording, width, brief=brief)
    return lines + _beside(evaluation, wording, width)


def _beside(evaluation: Evaluation, wording: Wording, width: int) -> list[str]:
    """Name what is not met and yet decides no factor."""
    found = [report for report in evaluation.reports if not report.criterion.core]
    lines = []
    for report in found:
        if report.outcome is Outcome.NOT_MET:
            because = wording.tell(report.finding.because)
            lines += paragraph(f"{report.criterion.id} {because}", width, first="  ", then="      ")
    return ["", wording.word("Not met beside the core:"), *lines] if lines else []


def _questions(evaluation: Evaluation, wording: Wording, *, brief: bool) -> Iterator[tuple[str, str]]:
    """Ask what no earlier question has asked, and tell in which field the answer belongs and what it bears on.

    Of asks that differ only in what they are about, such as one for each seat, the first stands for all; in brief, the
    first ask of a criterion stands for all of it.
    """
    asked: set[Ask] = set()
    for question in evaluation.ask_next:
        new = [ask for ask in question.asks if ask not in asked]
        asked.update(new)
        alike: dict[str, list[Ask]] = {}
        for ask in new:
            alike.setdefault("" if brief else ask.question.text, []).append(ask)
        for first, *others in alike.values():
            told = wording.tell(first.question)
            more = len({wording.tell(ask.question) for ask in others} - {told})
            told += f" {wording.tell(say('(and {n} more)', '(and {n} more)', n=more))}" if more else ""
            yield told, f"{first.field}: {_bearing(question, question.bears_on(first), wording)}"
        if not question.asks:
            yield wording.tell(question.criterion.question), _bearing(question, (), wording)


def _bearing(question: Question, on: tuple[str, ...], wording: Wording) -> str:
    if question.settles_factor:
        return wording.tell(say("decides factor {id}", id=question.criterion.factor))
    ids = on or (question.criterion.id,)
    if len(ids) > _LISTED:
        return wording.tell(say("bears on {n} criterion", "bears on {n} criteria", n=len(ids)))
    return wording.tell(say("bears on criterion {ids}", "bears on the criteria {ids}", n=len(ids), ids=ids))
