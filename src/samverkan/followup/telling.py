"""What of a follow-up may be told to everybody (*redovisning*): the figures that rest on told results only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from samverkan.followup.counting import sole_of
from samverkan.followup.result import Result
from samverkan.followup.shown import Hidden, shown
from samverkan.followup.wanting import kind_of, outcomes_of
from samverkan.model.goals import CapacityGoal, ComplementGoal, DeliverableGoal

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from samverkan.followup.figure import Figure
    from samverkan.followup.followup import Line, PeriodLine
    from samverkan.followup.status import Status
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.goals import Goal


@frozen(kw_only=True)
class Telling:
    """Which numbers are kept back: those of ``hidden`` results, and each figure and status that rests on one.

    ``guarded`` says whether anything would be kept back: ``Telling()`` is for those who hold the results. ``rest_of``
    leads from a goal about the rest of another to that other; ``sole`` is the code of the only municipality.
    """

    guarded: bool = False
    hidden: tuple[Result, ...] = ()
    rest_of: Mapping[str, str] = field(factory=dict)
    sole: str | None = None

    def tells(self, goal: Goal, line: Line, figure: Figure) -> bool:
        """Say whether every result that a figure may rest on is told."""
        # A row may stand twice, once set apart and once not.
        hidden = Counter(self.hidden) - Counter(each.result for each in line.apart)
        return not any(self._behind(goal, line, figure, each) for each in hidden)

    def _behind(self, goal: Goal, line: Line, figure: Figure, result: Result) -> bool:
        alike = (figure.sex, figure.ages) == (result.sex, result.ages)
        # In a collaboration of one municipality its rows are about the whole, with those that name none.
        places = {line.municipality} if line.municipality else {None, self.sole}
        if not alike or result.municipality not in places:
            return False
        within = figure.first <= result.first and result.last <= figure.last
        return result.goal == self.rest_of.get(goal.id) or (result.goal == goal.id and within)

    def status(self, goal: Goal, line: Line) -> Status | Hidden:
        """Give how a goal stands, unless that could tell a figure that is kept back."""
        return line.status if all(self.tells(goal, line, each) for each in deciding(line)) else Hidden.HIDDEN

    def period_status(self, goal: Goal, line: Line, period: PeriodLine) -> Status | Hidden:
        """Give how one month or year stands, likewise."""
        return period.status if all(self.tells(goal, line, each) for each in period.figures) else Hidden.HIDDEN


def publication(collaboration: Collaboration, results: Iterable[Result], *, as_of: dt.date) -> Telling:
    """Keep back what could tell of fewer than five persons, of all results that are known on a day.

    What counts things and no people, such as places or plans, is always told.
    """
    goals = {goal.id: goal for goal in collaboration.goals if not isinstance(goal, (CapacityGoal, DeliverableGoal))}
    rest_of = {goal.id: goal.of for goal in collaboration.goals if isinstance(goal, ComplementGoal)}
    people = [each for each in results if each.collected <= as_of and each.goal in goals]
    sole = sole_of(collaboration)
    told = zip(people, shown((_alike(goals[each.goal], each, sole) for each in people), rest_of=rest_of), strict=True)
    hidden = tuple(result for result, each in told if Hidden.HIDDEN in {each.count, each.total, each.pending})
    return Telling(guarded=True, hidden=hidden, rest_of=rest_of, sole=sole)


def _alike(goal: Goal, result: Result, sole: str | None) -> Result:
    """Give a result in the words in which all others are given that count the same of the same people."""
    town = None if result.municipality == sole else result.municipality
    return evolve(result, municipality=town, counted=kind_of(goal, result), outcomes=outcomes_of(goal, result))


def deciding(line: Line) -> Iterator[Figure]:
    """Give the figures that decide a line, those of its months or years too."""
    yield from line.figures
    for period in line.periods:
        yield from period.figures
