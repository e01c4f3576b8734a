"""From a collaboration and its results to how the goals stand (*följa upp*)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, Final, assert_never

from attrs import evolve, frozen

from samverkan.errors import InvalidResultsError
from samverkan.followup.asked import Asked
from samverkan.followup.at_deadline import by_deadline
from samverkan.followup.checking import faults_of
from samverkan.followup.counting import Known, sole_of
from samverkan.followup.deadline import days_of, due_of, has_default
from samverkan.followup.every_period import by_every_period
from samverkan.followup.followup import FollowUp, GoalFollowUp, Line
from samverkan.followup.notes import expected_of, notes_of
from samverkan.followup.once_made import by_once_made
from samverkan.followup.policy import Policy
from samverkan.followup.status import Reason, Rule, Status
from samverkan.followup.wanting import number_of, rule_of, sexes
from samverkan.followup.windows import by_windows
from samverkan.model.collaboration import Collaboration
from samverkan.model.goals import Basis
from samverkan.model.measurability import Part, measurability

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.followup.days import Days
    from samverkan.followup.deadline import Due
    from samverkan.followup.result import Result
    from samverkan.model.goals import Goal
    from samverkan.model.measurability import Measurability

_DEFAULT: Final = Policy()


def follow_up(
    collaboration: Collaboration, results: Iterable[Result], *, as_of: dt.date, policy: Policy = _DEFAULT
) -> FollowUp:
    """Say how each goal stands as of a day, by the results that had been collected by then (*följa upp*).

    Results of several municipalities are never added up: each has lines of its own, and the whole is only what a row
    without a municipality says; where the file names one municipality, it is the whole. Raises ``InvalidResultsError``
    with every fault at once, where a row does not go with its goal or rows cannot both be true.

    >>> import datetime as dt
    >>> from samverkan import Result, bundled
    >>> days = {"first": dt.date(2008, 9, 1), "last": dt.date(2009, 2, 20), "collected": dt.date(2009, 2, 20)}
    >>> sent = Result(goal="v-g2", count=1, source="ansökan", **days)
    >>> found = follow_up(bundled("visioncenter"), [sent], as_of=dt.date(2009, 2, 28))
    >>> found.of("v-g1").status.value, found.of("v-g2").status.value, found.of("v-g3").status.value
    ('unknown', 'reached', 'not_measurable')
    """
    rows = tuple(results)
    faults = tuple(faults_of(collaboration, rows))
    if faults:
        raise InvalidResultsError(faults)
    case = _Case(collaboration, _known(collaboration, rows, as_of), as_of, policy)
    return FollowUp(
        collaboration=collaboration.id,
        as_of=as_of,
        policy=policy,
        goals=[case.follow(goal) for goal in collaboration.goals],
        later=sum(row.collected > as_of for row in rows),
    )


def _known(collaboration: Collaboration, rows: Iterable[Result], as_of: dt.date) -> Known:
    sole = sole_of(collaboration)
    known: dict[tuple[str, str | None], list[Result]] = defaultdict(list)
    for row in rows:
        if row.collected <= as_of:
            known[row.goal, None if row.municipality == sole else row.municipality].append(row)
    return Known({goal.id: goal for goal in collaboration.goals}, known)


@frozen
class _Case:
    collaboration: Collaboration
    known: Known
    as_of: dt.date
    policy: Policy

    def follow(self, goal: Goal) -> GoalFollowUp:
        default = has_default(self.collaboration, self.policy)
        able = measurability(goal, default=default)
        due = due_of(goal, self.collaboration, self.policy)
        rule = rule_of(goal) if _judged(able, default) else None
        by = due if due and (rule in _BY_A_DAY or (rule and due.basis is Basis.STATED)) else None
        return GoalFollowUp(
            goal=goal,
            measurability=able,
            deadline=by.day if by else None,
            basis=by.basis if by else None,
            lines=[self._whole(goal, rule, due), *(self._line(goal, rule, due, town) for town in self._towns(goal))],
            notes=notes_of(goal, self.policy, by, judged=rule is not None),
            expected=expected_of(goal, self.collaboration),
        )

    def _towns(self, goal: Goal) -> list[str]:
        return [town.code for town in self.collaboration.municipalities if self.known.rows.get((goal.id, town.code))]

    def _whole(self, goal: Goal, rule: Rule | None, due: Due | None) -> Line:
        line = self._line(goal, rule, due, None)
        alone = not self.known.rows.get((goal.id, None)) and self._towns(goal)
        return evolve(line, reasons=[Reason.NO_ONE_COUNT]) if alone and line.status is Status.UNKNOWN else line

    def _line(self, goal: Goal, rule: Rule | None, due: Due | None, town: str | None) -> Line:
        number, wanted = number_of(goal), sexes(goal, self.policy)
        if rule is None or number is None:
            return self._unjudged(goal, town)
        asked = Asked(
            sheet=self.known.sheet(goal, town, wanted),
            town=town,
            rule=rule,
            number=number,
            wanted=wanted,
            as_of=self.as_of,
            period=self._period(due),
            due=due,
            grid=self.policy.grid,
        )
        return _answer(asked)

    def _period(self, due: Due | None) -> Days | None:
        """Give the days that a goal is about: those of the collaboration, up to a deadline before its end."""
        days = days_of(self.collaboration)
        if days is None or due is None or due.after:
            return days
        return days[0], max(days[0], min(days[1], due.day))

    def _unjudged(self, goal: Goal, town: str | None) -> Line:
        sheet = self.known.sheet(goal, town, ())
        return Line(
            municipality=town, status=Status.NOT_MEASURABLE, rule=None, beside=sheet.beside, apart=sheet.replaced
        )


_BY_A_DAY: Final = {Rule.AT_DEADLINE, Rule.PACE, Rule.ONCE_MADE}


def _judged(able: Measurability, default: bool | None) -> bool:  # noqa: FBT001  # the value itself, not a switch
    """Say whether a goal can be judged; where only the end of the collaboration is unknown, it is one day."""
    return able.measurable or (default is None and able.missing == (Part.TIMEFRAME,))


def _answer(asked: Asked) -> Line:
    match asked.rule:
        case Rule.EVERY_PERIOD:
            return by_every_period(asked)
        case Rule.WINDOWS:
            return by_windows(asked)
        case Rule.AT_DEADLINE | Rule.PACE:
            return by_deadline(asked)
        case Rule.ONCE_MADE:
            return by_once_made(asked)
        case _:
            assert_never(asked.rule)
