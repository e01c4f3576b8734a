"""A collaboration judged by a checklist (*utvärdering*): outcomes, exact scores, a verdict, what to ask and to do."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from samverkan.checklist.acting import Acting, acting
from samverkan.checklist.admission import Admission, restricted, sources
from samverkan.checklist.advice import Advice, Question, advice, questions
from samverkan.checklist.asking import Asking, asking
from samverkan.checklist.backing import findings
from samverkan.checklist.case import case_of
from samverkan.checklist.factor import Checklist
from samverkan.checklist.interval import Interval, share_of
from samverkan.checklist.outcome import Outcome, Verdict, all_of, verdict_of
from samverkan.checklist.parameters import DEFAULTS, Parameters
from samverkan.checklist.registry import checklist_named
from samverkan.checklist.report import CriterionReport, FactorReport, IncompleteEvaluationError
from samverkan.checklist.tranemo import TRANEMO
from samverkan.errors import UnknownNameError
from samverkan.model.collaboration import Collaboration

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from attrs import Attribute

    from samverkan.model.source import Source


def _reports(reports: Iterable[CriterionReport]) -> tuple[CriterionReport, ...]:
    return tuple(reports)


def _every_one(evaluation: Evaluation, _: Attribute[Any], reports: tuple[CriterionReport, ...]) -> None:
    expected = Counter(criterion.id for criterion in evaluation.checklist.criteria)
    reported = Counter(report.criterion.id for report in reports)
    if expected != reported:
        raise IncompleteEvaluationError((expected - reported).elements(), (reported - expected).elements())


@frozen(kw_only=True)
class Evaluation:
    """What a checklist finds in a collaboration as of a day; every criterion reports, or there is no evaluation.

    ``collaboration`` is the id of ``subject``, which was judged. Evidence that has expired by the day is absent.
    """

    collaboration: str
    subject: Collaboration = field(repr=False, eq=False)
    checklist: Checklist
    as_of: dt.date | None
    parameters: Parameters
    reports: tuple[CriterionReport, ...] = field(converter=_reports, validator=_every_one)

    @property
    def factors(self) -> tuple[FactorReport, ...]:
        """The factors with the reports of their criteria, in the order of the checklist."""
        found = {report.criterion.id: report for report in self.reports}
        return tuple(
            FactorReport(factor, (found[criterion.id] for criterion in factor.criteria))
            for factor in self.checklist.factors
        )

    @property
    def outcome(self) -> Outcome:
        """The strong-Kleene AND over the factors."""
        return all_of(factor.outcome for factor in self.factors)

    @property
    def verdict(self) -> Verdict:
        """Whether the setup holds, falls short, or cannot be judged yet."""
        return verdict_of(self.outcome)

    @property
    def score(self) -> Interval:
        """The share, by weight, of the applicable factors that are met: the lowest and highest that can be true."""
        return share_of((factor.outcome, factor.factor.weight) for factor in self.factors)

    @cached_property
    def on_record(self) -> Evaluation:
        """The same evaluation on documented evidence only: fields whose source is a record."""
        admission = Admission(self.as_of, documented=True)
        day, parameters = self.as_of, self.parameters
        reports = _reported(self.subject, self.checklist, admission, as_of=day, parameters=parameters)
        return evolve(self, reports=reports)

    @property
    def documented(self) -> Interval:
        """The score that documented evidence alone gives; it encloses ``score``."""
        return self.on_record.score

    @property
    def expired(self) -> tuple[Source, ...]:
        """The sources that have expired by the day, each once, in the order of the collaboration."""
        return tuple(dict.fromkeys(each for each in sources(self.subject) if each.expired(self.as_of)))

    @property
    def ask_next(self) -> tuple[Question, ...]:
        """The unknown core criteria, those first whose answers settle most."""
        return questions(self.factors)

    @property
    def advice(self) -> tuple[Advice, ...]:
        """What to do about the core criteria that are not met."""
        return advice(self.factors)

    @cached_property
    def asking(self) -> Asking:
        """The smallest sets of answers that settle the verdict, or can; worked out when it is first asked for."""
        return asking(self._core)

    @cached_property
    def acting(self) -> Acting:
        """The cheapest sets of actions after which the verdict holds, certainly or perhaps; worked out as ``asking``.

        They are found on the evidence that has not expired; what rests on other evidence is to be renewed first.
        """
        known = restricted(self.subject, Admission(self.as_of))
        return acting(case_of(known, as_of=self.as_of, parameters=self.parameters), self._core)

    @property
    def _core(self) -> tuple[CriterionReport, ...]:
        return tuple(report for factor in self.factors for report in factor.core)

    def of(self, criterion: str) -> CriterionReport:
        """Give the report of one criterion."""
        known = {report.criterion.id: report for report in self.reports}
        if criterion not in known:
            raise UnknownNameError("criterion", criterion, known)
        return known[criterion]


def evaluate(
    collaboration: Collaboration,
    *,
    checklist: str | Checklist = TRANEMO,
    as_of: dt.date | None = None,
    parameters: Parameters = DEFAULTS,
) -> Evaluation:
    """Judge a collaboration by a checklist as of a day; without a day, what depends on time is unknown.

    A name stands for the checklist that comes with the library under it; of any other, ``UnknownNameError`` is raised.
    A plan that cannot be worked out raises ``InvalidCollaborationError``, as ``schedule`` does.
    """
    chosen = checklist_named(checklist) if isinstance(checklist, str) else checklist
    reports = _reported(collaboration, chosen, Admission(as_of), as_of=as_of, parameters=parameters)
    return Evaluation(
        collaboration=collaboration.id,
        subject=collaboration,
        checklist=chosen,
        as_of=as_of,
        parameters=parameters,
        reports=reports,
    )


def _reported(
    collaboration: Collaboration,
    checklist: Checklist,
    admission: Admission,
    *,
    as_of: dt.date | None,
    parameters: Parameters,
) -> Iterator[CriterionReport]:
    asked = tuple(checklist.criteria)
    found = findings(collaboration, asked, as_of=as_of, parameters=parameters, admission=admission)
    return map(CriterionReport, asked, found)
