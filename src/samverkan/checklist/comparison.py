"""Two evaluations of one collaboration compared (*jämförelse över tid*): what moved, which way, and by what."""

from __future__ import annotations

from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from samverkan.checklist.blame import Cause, blame
from samverkan.checklist.evaluate import Evaluation
from samverkan.checklist.fields import Difference, differences
from samverkan.checklist.interval import Interval
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.report import CriterionReport, FactorReport
from samverkan.errors import InvalidValueError
from samverkan.model.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from attrs import Attribute


class Trend(Enum):
    """Which way something went (*utveckling*): better or worse only where no completion of the unknowns denies it."""

    IMPROVED = "improved"
    DECLINED = "declined"
    SAME = "same"
    NOT_TOLD_APART = "not_told_apart"


_SHARES = {Outcome.MET: Interval(1, 1), Outcome.NOT_MET: Interval(0, 0), Outcome.UNKNOWN: Interval(0, 1)}


def trend(before: Interval, after: Interval) -> Trend:
    """Say which way a share went; intervals that share a number tell nothing, unless both are that number.

    >>> trend(Interval("1/8", "3/8"), Interval("1/2", 1)).value, trend(Interval(0, 1), Interval(0, 1)).value
    ('improved', 'not_told_apart')
    """
    if before.high is not None and after.low > before.high:
        return Trend.IMPROVED
    if after.high is not None and after.high < before.low:
        return Trend.DECLINED
    return Trend.SAME if before == after and before.low == before.high else Trend.NOT_TOLD_APART


@frozen
class Shift:
    """How one criterion came out before and after; nothing stands where that version of the checklist lacks it.

    ``causes`` are those that alone make the difference; ``differences`` the fields that it cites or asks for and that
    tell something else now, ``lapsed`` the sources that it cited and that count no longer.
    """

    id: str
    before: CriterionReport | None
    after: CriterionReport | None
    causes: tuple[Cause, ...] = ()
    differences: tuple[Difference, ...] = ()
    lapsed: tuple[Source, ...] = ()

    @property
    def moved(self) -> bool:
        """Whether the outcome is another."""
        return _outcome(self.before) is not _outcome(self.after)

    @property
    def trend(self) -> Trend:
        """Which way it went; what did not apply, or was not asked, has no share to compare."""
        before, after = _share(self.before), _share(self.after)
        if before is None or after is None:
            return Trend.NOT_TOLD_APART if self.moved else Trend.SAME
        return trend(before, after)


@frozen
class FactorShift:
    """How one factor came out before and after, with the shifts of its criteria."""

    id: str
    before: FactorReport | None
    after: FactorReport | None
    criteria: tuple[Shift, ...]

    @property
    def trend(self) -> Trend:
        """Which way the share of its criteria went."""
        if self.before is None or self.after is None:
            return Trend.NOT_TOLD_APART
        return trend(self.before.score, self.after.score)


def _of_one(comparison: Comparison, _: Attribute[Any], after: Evaluation) -> None:
    before = comparison.before
    if before.collaboration != after.collaboration or before.checklist.id != after.checklist.id:
        raise InvalidValueError(
            "not-comparable",
            f"{before.collaboration} by {before.checklist.id} and {after.collaboration} by {after.checklist.id} "
            "are two things",
            "two evaluations of one collaboration by one checklist",
        )


@frozen
class Comparison:
    """Two evaluations of one collaboration by one checklist, the earlier first."""

    before: Evaluation
    after: Evaluation = field(validator=_of_one)

    @property
    def trend(self) -> Trend:
        """Which way the score went."""
        return trend(self.before.score, self.after.score)

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """The fields of the collaboration that tell something else now."""
        return tuple(differences(self.before.subject, self.after.subject))

    @cached_property
    def factors(self) -> tuple[FactorShift, ...]:
        """Every factor of either, in the order of the later checklist."""
        before = {each.factor.id: each for each in self.before.factors}
        after = {each.factor.id: each for each in self.after.factors}
        blamed = blame(self.before, self.after)
        return tuple(
            FactorShift(
                id_,
                before.get(id_),
                after.get(id_),
                tuple(self._shift(*pair, blamed) for pair in _pairs(before.get(id_), after.get(id_))),
            )
            for id_ in {**after, **before}
        )

    def _shift(
        self, before: CriterionReport | None, after: CriterionReport | None, blamed: Callable[[str], tuple[Cause, ...]]
    ) -> Shift:
        id_ = next(each.criterion.id for each in (after, before) if each is not None)
        if _outcome(before) is _outcome(after):
            return Shift(id_, before, after)
        causes = blamed(id_)
        return Shift(
            id_,
            before,
            after,
            causes,
            self._bearing(before, after) if Cause.FACTS in causes else (),
            self._lapsed(before) if Cause.DAY in causes else (),
        )

    def _bearing(self, *reports: CriterionReport | None) -> tuple[Difference, ...]:
        findings = [report.finding for report in reports if report is not None]
        cited = {each.field for found in findings for each in (*found.evidence, *found.conflict)}
        asked = {each.field for found in findings for each in found.asks}
        # What is cited says more closely what it was about than what might have settled it.
        ways = (tuple(each for each in self.differences if any(map(each.touches, paths))) for paths in (cited, asked))
        return next(filter(None, ways), ())

    def _lapsed(self, before: CriterionReport | None) -> tuple[Source, ...]:
        cited = [each.source for each in before.finding.evidence if each.source] if before else []
        return tuple(dict.fromkeys(each for each in cited if each.expired(self.after.as_of)))


def compare(before: Evaluation, after: Evaluation) -> Comparison:
    """Compare two evaluations of one collaboration by one checklist; of anything else raises ``InvalidValueError``."""
    return Comparison(before, after)


def _outcome(report: CriterionReport | None) -> Outcome | None:
    return None if report is None else report.outcome


def _share(report: CriterionReport | None) -> Interval | None:
    return None if report is None else _SHARES.get(report.outcome)


def _pairs(
    before: FactorReport | None, after: FactorReport | None
) -> Iterable[tuple[CriterionReport | None, CriterionReport | None]]:
    old = {each.criterion.id: each for each in before.criteria} if before else {}
    new = {each.criterion.id: each for each in after.criteria} if after else {}
    return [(old.get(id_), new.get(id_)) for id_ in {**new, **old}]
