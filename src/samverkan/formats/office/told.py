"""What is worked out of a collaboration, as sheets to read: meetings, what has no day, criteria, goals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.outcome import Outcome
from samverkan.followup.shown import Hidden
from samverkan.formats.html.goals import SHARES, TOLD_AS
from samverkan.formats.office import followup
from samverkan.formats.office.cell import shown
from samverkan.formats.office.sheet import Sheet, Value
from samverkan.formats.tables.factors import named
from samverkan.formats.text.factors import cited
from samverkan.formats.text.meetings import told_when
from samverkan.formats.text.names import body_name, with_names
from samverkan.formats.wording import dates, mark
from samverkan.model.facts import UNKNOWN, stated
from samverkan.model.measurability import measurability

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.checklist.evaluate import Evaluation
    from samverkan.checklist.report import CriterionReport
    from samverkan.followup.account import Account
    from samverkan.followup.followup import GoalFollowUp
    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.goals import Goal
    from samverkan.model.measurability import Measurability
    from samverkan.planning.meeting import Meeting
    from samverkan.planning.schedule import Schedule
    from samverkan.planning.unplaced import Unplaced

_MEETINGS = (
    mark("Day"),
    mark("Weekday"),
    mark("Week"),
    mark("Time"),
    mark("Meeting"),
    mark("Bodies"),
    mark("Place"),
    mark("Status"),
    mark("Why"),
)
_UNDATED = (mark("What"), mark("When"), mark("First day"), mark("Last day"), mark("Bodies"), mark("Why"))
_CRITERIA = (
    mark("Criterion"),
    mark("Factor"),
    mark("Question"),
    mark("Outcome"),
    mark("Core criterion"),
    mark("Why"),
    mark("Evidence"),
    mark("What to ask"),
    mark("What to do"),
    mark("Responsible"),
    mark("Effort"),
)
_GOALS = (
    mark("Goal"),
    mark("Kind of goal"),
    mark("How much"),
    mark("Of whom"),
    mark("By when"),
    mark("Can be followed up"),
    mark("Not stated"),
)


_STANDING = (mark("Status"), mark("Why"), mark("Can change on"))


def sheets(
    whole: Collaboration, plan: Schedule, judged: Evaluation, wording: Wording, *, account: Account | None = None
) -> Iterator[Sheet]:
    """Give the four sheets, and where there are results, a fifth with every figure of them that may be told."""
    word = wording.word
    yield meetings(whole, plan, wording)
    yield _sheet(word("Without a day"), _UNDATED, (_undated(whole, each, wording) for each in plan.unplaced), wording)
    yield _sheet(word("Criteria"), _CRITERIA, _criteria(whole, judged, wording), wording)
    yield goals(whole, wording, account=account)
    if account is not None:
        yield followup.sheet(account.found, account.telling, whole, wording)


def meetings(whole: Collaboration, plan: Schedule, wording: Wording) -> Sheet:
    """Give a row for each meeting of the plan, in its order."""
    rows = (_meeting(whole, each, wording) for each in plan.meetings)
    return _sheet(wording.word("Meetings"), _MEETINGS, rows, wording)


def goals(whole: Collaboration, wording: Wording, *, account: Account | None = None) -> Sheet:
    """Give a row for each goal, in the order of the file, and where there are results, how it stands."""
    title = wording.word("Goals")
    if account is None:
        return _sheet(title, _GOALS, (_goal(each, measurability(each), wording) for each in whole.goals), wording)
    rows = (
        [*_goal(each.goal, each.measurability, wording), *_standing(account, each, wording)]
        for each in account.found.goals
    )
    return _sheet(title, (*_GOALS, *_STANDING), rows, wording)


def _sheet(title: str, heads: Iterable[str], rows: Iterable[list[Value]], wording: Wording) -> Sheet:
    return Sheet(title, map(wording.word, heads), rows)


def _bodies(whole: Collaboration, ids: Iterable[str], wording: Wording) -> str | None:
    return "; ".join(body_name(whole, each, wording) for each in ids) or None


def _meeting(whole: Collaboration, meeting: Meeting, wording: Wording) -> list[Value]:
    return [
        meeting.date,
        dates.long_weekday(meeting.date, wording.language),
        dates.week(meeting.date),
        wording.clock(meeting.clock) if meeting.clock else None,
        wording.value(meeting.name),
        _bodies(whole, meeting.bodies, wording),
        wording.value(meeting.place) if meeting.place else None,
        wording.label(meeting.status),
        wording.tell(meeting.reason) if meeting.reason else None,
    ]


def _undated(whole: Collaboration, item: Unplaced, wording: Wording) -> list[Value]:
    return [
        wording.value(item.name),
        told_when(item, wording) or wording.word("not stated"),
        item.earliest,
        item.latest,
        _bodies(whole, item.bodies, wording),
        wording.word("cancelled", "Status") if item.cancelled else wording.tell(item.reason) if item.reason else None,
    ]


def _criteria(whole: Collaboration, judged: Evaluation, wording: Wording) -> Iterator[list[Value]]:
    by_name = with_names(whole, wording)
    for factor in judged.factors:
        for report in factor.criteria:
            yield _criterion(report, named(factor, wording), by_name)


def _criterion(report: CriterionReport, factor: str, wording: Wording) -> list[Value]:
    criterion, finding = report.criterion, report.finding
    remedy = criterion.remedy if report.outcome is Outcome.NOT_MET else None
    return [
        criterion.id,
        factor,
        wording.tell(criterion.question),
        wording.label(report.outcome),
        wording.word("yes") if criterion.core else None,
        wording.tell(finding.because),
        "\n".join(cited(each, wording) for each in (*finding.evidence, *finding.conflict)) or None,
        "\n".join(dict.fromkeys(wording.tell(each.question) for each in finding.asks)) or None,
        wording.tell(finding.remedy or remedy.text) if remedy else None,
        wording.tell(remedy.responsible) if remedy else None,
        wording.label(remedy.effort) if remedy else None,
    ]


def _standing(account: Account, each: GoalFollowUp, wording: Wording) -> list[Value]:
    status = account.status(each)
    if isinstance(status, Hidden):
        return [wording.label(status), None, None]
    reasons = "; ".join(wording.label(reason) for reason in each.whole.reasons)
    return [wording.label(status), reasons or None, each.whole.changes]


def _goal(goal: Goal, found: Measurability, wording: Wording) -> list[Value]:
    return [
        wording.value(goal.text),
        wording.word(TOLD_AS[goal.kind]),
        _number(goal, wording),
        shown(goal.population, wording),
        shown(goal.deadline, wording),
        wording.word("yes") if found.measurable else wording.word("no"),
        ", ".join(wording.label(part) for part in found.missing) or None,
    ]


def _number(goal: Goal, wording: Wording) -> Value:
    fact = getattr(goal, "number", getattr(goal, "share", UNKNOWN))
    told, operator, unit = shown(fact, wording), getattr(goal, "operator", None), stated(getattr(goal, "unit", UNKNOWN))
    if stated(fact) is None:
        return told
    parts = [wording.label(operator)] if operator else []
    parts.append(str(told))
    if goal.kind in SHARES:
        parts.append(wording.word("percent"))
    return " ".join([*parts, wording.value(unit)] if unit else parts)
