"""Evaluations as SARIF 2.1.0, the form in which programs that gather findings take them (*granskningsresultat*).

Of unknown it makes ``open``, of claims that contradict each other ``review``; the other outcomes have kinds of the
same meaning. What fails is an error where the criterion is core, for then it decides, and else a warning.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote

from attrs import frozen

from samverkan.checklist.deviations import Standing, deviations
from samverkan.checklist.evaluate import Evaluation
from samverkan.checklist.outcome import Outcome
from samverkan.formats.fields import Fields
from samverkan.formats.text.factors import words
from samverkan.formats.text.names import with_names
from samverkan.formats.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.checklist.criterion import Criterion
    from samverkan.checklist.factor import Factor
    from samverkan.checklist.finding import Ask, Evidence, Finding
    from samverkan.checklist.report import CriterionReport
    from samverkan.formats.outcomes import Plain
    from samverkan.model.accepted import AcceptedDeviation

Table: TypeAlias = "dict[str, Plain]"
"""An object of JSON."""

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
IDENTITY, CONTENT = "samverkan/criterion/v1", "samverkan/finding/v1"
"""The names of the fingerprints: of what a result is about, and of what it says in whichever language."""

KINDS = {
    Outcome.MET: "pass",
    Outcome.NOT_MET: "fail",
    Outcome.UNKNOWN: "open",
    Outcome.NOT_APPLICABLE: "notApplicable",
}
"""An outcome as the ``kind`` of a SARIF result (§3.27.9); where sources contradict each other it is ``review``."""


def log(runs: Iterable[Plain]) -> Table:
    """Give the whole log of the runs, one for each evaluation."""
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": list(runs)}


def run(evaluation: Evaluation, fields: Fields, wording: Wording, *, version: str) -> Table:
    """Give one evaluation as a run of this ``version`` of samverkan: a rule and a result for each criterion."""
    writer = _Writer(evaluation, fields, with_names(fields.collaboration, wording))
    rules = [writer.rule(criterion, factor) for factor in evaluation.checklist.factors for criterion in factor.criteria]
    return {
        "tool": {"driver": {"name": "samverkan", "version": version, "rules": rules}},
        "automationDetails": {"id": f"{about(evaluation)}/"},
        "columnKind": "unicodeCodePoints",
        "language": wording.language,
        "results": [writer.result(report, index) for index, report in enumerate(evaluation.reports)],
        "properties": {
            "checklistVersion": evaluation.checklist.version,
            "asOf": evaluation.as_of.isoformat() if evaluation.as_of else None,
            "verdict": str(evaluation.verdict.value),
        },
    }


def about(evaluation: Evaluation) -> str:
    """Name the collaboration and the checklist, by which the runs of one subject are told from those of another."""
    return f"{evaluation.collaboration}/{evaluation.checklist.id}"


def uri(file: str) -> str:
    """Write a path as a URI reference: an absolute one with its scheme, another one relative."""
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


@frozen
class _Writer:
    """Writes the rules and the results of one evaluation."""

    evaluation: Evaluation
    fields: Fields
    wording: Wording

    def rule(self, criterion: Criterion, factor: Factor) -> Plain:
        remedy, tell = criterion.remedy, self.wording.tell
        help_ = f"{tell(remedy.text)} ({tell(remedy.responsible)}; {self.wording.label(remedy.effort)})"
        return {
            "id": criterion.id,
            "shortDescription": {"text": tell(criterion.question)},
            "help": {"text": help_},
            "defaultConfiguration": {"level": _level(criterion)},
            "properties": {
                "factor": self.wording.value(factor.name),
                "core": criterion.core,
                "level": str(criterion.level.value),
                "source": tell(criterion.source),
                "effort": str(remedy.effort.value),
            },
        }

    def result(self, report: CriterionReport, index: int) -> Plain:
        criterion, finding = report.criterion, report.finding
        kind = "review" if finding.conflict else KINDS[report.outcome]
        return {
            "ruleId": criterion.id,
            "ruleIndex": index,
            "kind": kind,
            "level": _level(criterion) if kind == "fail" else "none",
            "message": {"text": self._message(report)},
            "locations": [self._location(name) for name in _at(report)],
            "relatedLocations": [
                {**self._location(each.field), "id": number, "message": {"text": words(each.says, self.wording)}}
                for number, each in enumerate((*finding.evidence, *finding.conflict), 1)
            ],
            "suppressions": list(self._suppressions(report)),
            "fingerprints": {IDENTITY: f"{about(self.evaluation)}/{criterion.id}"},
            "partialFingerprints": {CONTENT: _content(finding)},
        }

    def _message(self, report: CriterionReport) -> str:
        """Tell question, outcome and reason: the reason alone does not say what was asked."""
        tell, outcome = self.wording.tell, self.wording.label(report.outcome)
        return f"{tell(report.criterion.question)} {outcome[:1].upper()}{outcome[1:]}. {tell(report.finding.because)}"

    def _location(self, name: str) -> dict[str, Plain]:
        found = self.fields.location(name)
        # What the file does not have has no place in it: then the whole file is the region.
        region: dict[str, Plain] = {"startLine": 1, "endLine": self.fields.last_line}
        if found:
            region = {"startLine": found.line, "startColumn": found.column}
        return {
            "physicalLocation": {"artifactLocation": {"uri": uri(self.fields.file)}, "region": region},
            "logicalLocations": [{"fullyQualifiedName": name}],
        }

    def _suppressions(self, report: CriterionReport) -> Iterator[Plain]:
        for deviation in deviations(self.evaluation, self.fields.collaboration.accepted):
            if deviation.standing is Standing.IN_FORCE and deviation.report == report:
                yield self._suppression(deviation.accepted)

    def _suppression(self, accepted: AcceptedDeviation) -> Plain:
        days = {"decided": accepted.decided, "until": accepted.until}
        told: dict[str, Plain] = {name: day.isoformat() for name, day in days.items() if day}
        told |= {"body": accepted.body} if accepted.body else {}
        return {
            "kind": "inSource",  # the acceptance stands in the file that is judged
            "status": "accepted",
            "justification": self.wording.value(accepted.because),
            **({"properties": told} if told else {}),
        }


def _level(criterion: Criterion) -> str:
    return "error" if criterion.core else "warning"


def _at(report: CriterionReport) -> Iterator[str]:
    """Name the field to look at: what the remedy changes, what contradicts itself, what is asked, what says so."""
    finding = report.finding
    if report.outcome is Outcome.NOT_MET:
        yield finding.remedy_field or report.criterion.remedy.field
        return
    named: list[Evidence | Ask] = [*finding.conflict, *finding.asks, *finding.evidence]
    yield from (each.field for each in named[:1])


def _content(finding: Finding) -> str:
    """Fingerprint what is found and on what evidence, in no language and without the day on which it was judged."""
    cited = [[each.field, str(each.says)] for each in (*finding.evidence, *finding.conflict)]
    asked = [[each.field, each.question.text] for each in finding.asks]
    said = json.dumps([finding.outcome.value, finding.because.text, cited, asked], ensure_ascii=True)
    return hashlib.sha256(said.encode()).hexdigest()
