"""An evaluation as a document: the verdict, a table of the factors, every criterion, what to ask and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.checklist.deviations import deviations
from samverkan.checklist.outcome import Outcome
from samverkan.formats.markdown.literal import code, literal
from samverkan.formats.markdown.table import table_lines
from samverkan.formats.tables.factors import factor_table, named
from samverkan.formats.text.deviations import COUNTS, deviation_text
from samverkan.formats.text.deviations import TITLE as ACCEPTED
from samverkan.formats.text.factors import MARKS, cited, verdict_lines
from samverkan.formats.text.names import with_names
from samverkan.formats.text.report import TITLES
from samverkan.formats.wording import Wording, mark
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.checklist.evaluate import Evaluation
    from samverkan.checklist.finding import Ask, Evidence
    from samverkan.checklist.report import CriterionReport, FactorReport
    from samverkan.model.collaboration import Collaboration

_TO_DO = mark("What to do")
_ONE_LINE = 1_000_000  # columns; a paragraph of Markdown is one line


def evaluation_document(evaluation: Evaluation, collaboration: Collaboration, wording: Wording) -> str:
    """Write the whole document; organisations and seats are called by their names."""
    writer = _Writer(with_names(collaboration, wording))
    return "".join(f"{line}\n" for line in writer.lines(evaluation, collaboration))


@frozen
class _Writer:
    """Writes the document in the words of one reader."""

    wording: Wording

    def lines(self, evaluation: Evaluation, collaboration: Collaboration) -> Iterator[str]:
        table = factor_table(evaluation, self.wording)
        yield f"# {literal(table.caption)}"
        for told in verdict_lines(evaluation, self.wording, _ONE_LINE):
            yield from ("", literal(told))
        yield from ("", *table_lines(table))
        for factor in evaluation.factors:
            yield from self._factor(factor)
        yield from self._section(TITLES["questions"], self._questions(evaluation), numbered=True)
        yield from self._section(_TO_DO, self._advice(evaluation), numbered=True)
        found = deviations(evaluation, collaboration.accepted)
        texts = ((each.accepted.criterion, deviation_text(each, collaboration, self.wording)) for each in found)
        yield from self._section(ACCEPTED, (f"**{literal(id_)}** {literal(text)}" for id_, text in texts))
        yield from ("", literal(self.wording.word(COUNTS))) if found else ()

    def _section(self, title: str, items: Iterable[str], *, numbered: bool = False) -> Iterator[str]:
        """Write a list under a heading, or nothing where the list is empty."""
        items = list(items)
        if items:
            yield from ("", f"## {literal(self.wording.word(title))}", "")
            yield from (f"{f'{number}.' if numbered else '-'} {item}" for number, item in enumerate(items, 1))

    def _named(self, factor: FactorReport) -> str:
        return literal(named(factor, self.wording))

    def _factor(self, factor: FactorReport) -> Iterator[str]:
        yield from ("", f"## {self._named(factor)}: {literal(self.wording.label(factor.outcome))}", "")
        for report in factor.criteria:
            yield f"- {self._criterion(report)}"
            yield from (f"  - {note}" for note in self._notes(report))

    def _criterion(self, report: CriterionReport) -> str:
        tell, label = self.wording.tell, self.wording.label(report.outcome)
        core = f" ({literal(self.wording.word('core criterion'))})" if report.criterion.core else ""
        question = f"**{literal(report.criterion.id)}**{core} {literal(tell(report.criterion.question))}"
        because = literal(tell(report.finding.because))
        return f"{MARKS[report.outcome]} {question} **{literal(f'{label[:1].upper()}{label[1:]}.')}** {because}"

    def _notes(self, report: CriterionReport) -> Iterator[str]:
        finding, remedy = report.finding, report.criterion.remedy
        yield from map(self._cited, finding.evidence)
        contradicted = literal(self.wording.word("contradicted"))
        yield from (f"{contradicted}: {self._cited(each)}" for each in finding.conflict)
        if report.outcome is Outcome.NOT_MET:
            who, text = self.wording.tell(remedy.responsible), self.wording.tell(finding.remedy or remedy.text)
            told = say("To do: {text} ({who}; {effort})", text=text, who=who, effort=remedy.effort)
            yield literal(self.wording.tell(told))

    def _cited(self, evidence: Evidence) -> str:
        says = cited(evidence, self.wording).removeprefix(evidence.field)
        return f"{code(evidence.field)} {literal(says)}"

    def _questions(self, evaluation: Evaluation) -> Iterator[str]:
        """Ask each thing once; of questions that differ only in what they are about, the first stands for all."""
        alike: dict[str, list[Ask]] = {}
        for ask in dict.fromkeys(ask for question in evaluation.ask_next for ask in question.asks):
            alike.setdefault(ask.question.text, []).append(ask)
        for first, *others in alike.values():
            told = self.wording.tell(first.question)
            more = len({self.wording.tell(ask.question) for ask in others} - {told})
            told += f" {self.wording.tell(say('(and {n} more)', '(and {n} more)', n=more))}" if more else ""
            fields = dict.fromkeys(ask.field for ask in (first, *others))
            yield f"{literal(told)} → {', '.join(map(code, fields))}"

    def _advice(self, evaluation: Evaluation) -> Iterator[str]:
        for advice in evaluation.advice:
            told = say(
                "{remedy} ({who}; {effort}; criterion {id})",
                remedy=self.wording.tell(advice.remedy.text),
                who=self.wording.tell(advice.remedy.responsible),
                effort=advice.remedy.effort,
                id=advice.criterion.id,
            )
            yield f"{literal(self.wording.tell(told))} → {code(advice.field)}"
