"""What to ask next (*fråga härnäst*): the smallest sets of answers that settle the verdict, or can."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from samverkan.checklist.criterion import Effort
from samverkan.checklist.finding import AnyOf, Ask, every_of, one_of
from samverkan.checklist.outcome import Outcome, Verdict, all_of, verdict_of
from samverkan.checklist.smallest import smallest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkan.checklist.report import CriterionReport

LISTED: Final = 3
"""So many sets are given for each verdict; there may be thousands (our choice)."""

_MANY: Final = ("_complete", "_assigned", "bodies", "seats", "events", "series", "held", "decisions", "expects")


def effort_of(ask: Ask) -> Effort:
    """Say how much it takes to answer: one fact is a small thing, to go through a list takes some conversations."""
    return Effort.MEDIUM if ask.field.endswith(_MANY) else Effort.LOW


def _asks(asks: Iterable[Ask]) -> tuple[Ask, ...]:
    return tuple(asks)


@frozen
class AskSet:
    """Answers that together can settle the verdict as told, and not one of them can be left out.

    ``criteria`` are the core criteria that they settle.
    """

    verdict: Verdict
    asks: tuple[Ask, ...] = field(converter=_asks)
    criteria: tuple[str, ...]


def _sets(sets: Iterable[AskSet]) -> tuple[AskSet, ...]:
    return tuple(sets)


@frozen
class Asking:
    """Which answers settle an undetermined verdict; of one that is settled, nothing is asked.

    ``whatever`` are the asks that settle it whatever the answers are: answered all and in full, nothing is left open,
    and of each that is left out there are answers to the others after which it decides. ``sets`` are the smallest sets
    that can settle it: one bad answer is enough to fall short, and it takes good answers for every open criterion to
    hold. They are ranked by size, then by what it takes to answer, then in the order of the checklist; the smallest
    few for each verdict are given, or none where there are too many ways to look through.
    """

    whatever: tuple[Ask, ...] = field(converter=_asks)
    sets: tuple[AskSet, ...] = field(converter=_sets)


def asking(core: Sequence[CriterionReport]) -> Asking:
    """Find what settles the verdict from what each core criterion says its answers can do."""
    unknown = [report for report in core if report.outcome is Outcome.UNKNOWN]
    if verdict_of(all_of(report.outcome for report in core)) is not Verdict.UNDETERMINED or not unknown:
        return Asking((), ())
    whatever = dict.fromkeys(ask for report in unknown for ask in _decisive(report.finding.best, report.finding.worst))
    fall = one_of(report.finding.worst for report in unknown)
    hold = every_of(report.finding.best for report in unknown)
    found = [
        AskSet(verdict, asks, _settled(unknown, asks, verdict))
        for verdict, wanted in ((Verdict.FALLS_SHORT, fall), (Verdict.HOLDS, hold))
        for asks in smallest(wanted, LISTED, weight=_weight)
    ]
    return Asking(whatever, sorted(found, key=lambda each: len(each.asks)))


def _weight(ask: Ask) -> int:
    return int(effort_of(ask) is not Effort.LOW)


def _decisive(best: AnyOf, worst: AnyOf) -> tuple[Ask, ...]:
    """Give the asks that decide a criterion whatever the answers: none that matters only while another is open."""
    bad = worst.asks
    return bad if best.within(bad) else tuple(dict.fromkeys((*bad, *best.asks)))


def _settled(unknown: Sequence[CriterionReport], asks: Sequence[Ask], verdict: Verdict) -> tuple[str, ...]:
    holds = verdict is Verdict.HOLDS
    ways = ((each.criterion.id, each.finding.best if holds else each.finding.worst) for each in unknown)
    return tuple(name for name, way in ways if way.within(asks))
