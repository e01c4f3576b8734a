"""What to do (*åtgärder*): the cheapest sets of actions after which the verdict holds, certainly or perhaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from samverkan.checklist.case import Case
from samverkan.checklist.cheapest import cheapest
from samverkan.checklist.criterion import Criterion, Effort
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.steps import Step, closings, mending, settings_up
from samverkan.model.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samverkan.checklist.report import CriterionReport

COSTS: Final = {Effort.LOW: 1, Effort.MEDIUM: 3, Effort.HIGH: 9}
"""What an effort weighs: one middling thing as three small ones, one great thing as three middling (our choice)."""


@frozen
class Action:
    """One thing to do (*åtgärd*): what, by whom, and in which field of the file it shows.

    ``criterion`` is the one that names it; it may serve others too. ``changes`` are all fields that are different
    afterwards.
    ``unless_known`` says that the criterion is unknown now: if an answer shows that it is met, the action falls away.
    """

    criterion: Criterion
    remedy: Message
    effort: Effort
    responsible: Message
    field: str
    changes: tuple[str, ...]
    unless_known: bool = False

    @property
    def cost(self) -> int:
        """What its effort weighs."""
        return COSTS[self.effort]


def _actions(actions: Iterable[Action]) -> tuple[Action, ...]:
    return tuple(actions)


@frozen
class Package:
    """Actions that go together (*åtgärdspaket*), in the order in which they are to be carried out.

    Where no set of actions does it, there are none, and ``lacking`` are the core criteria that stay in the way even
    when everything that can be done is done. ``case`` is the collaboration afterwards. ``proven`` says that no cheaper
    set was left untried; else there were too many to try.
    """

    actions: tuple[Action, ...] = field(converter=_actions)
    lacking: tuple[Criterion, ...]
    case: Case = field(repr=False, eq=False)
    proven: bool = True

    @property
    def enough(self) -> bool:
        """Whether the actions lead there."""
        return not self.lacking

    @property
    def cost(self) -> int:
        """What all efforts weigh together."""
        return sum(action.cost for action in self.actions)


@frozen
class Acting:
    """The cheapest set of actions after which every core criterion that applies is met, and after which none is not.

    After ``certainly`` the verdict holds; after ``perhaps`` it holds or is undetermined, and may hold for all that is
    known.
    """

    certainly: Package
    perhaps: Package


def acting(case: Case, reports: Sequence[CriterionReport]) -> Acting:
    """Find both sets by carrying actions out in the model, in the order of the checklist, and judging again.

    An action is the remedy of a core criterion that is not met for certain; that a body is set up, or a list gone
    through and closed; or that evidence which has expired is renewed: that of a criterion reported unknown which the
    case meets. The sets are the cheapest as long as no action undoes what another has reached, as the remedies are
    made; in any case they are enough, and nothing in them can be left out.
    """
    core = [report.criterion for report in reports]
    certainly, perhaps = (_package(case, core, against) for against in (_UNSURE, _FAILED))
    if not certainly.lacking:
        certainly = evolve(certainly, actions=(*_renewals(case, reports), *certainly.actions))
    return Acting(certainly, perhaps)


def _renewals(case: Case, reports: Sequence[CriterionReport]) -> Iterator[Action]:
    for report in reports:
        criterion, asks = report.criterion, report.finding.asks
        if report.outcome is Outcome.UNKNOWN and asks and criterion.judge(case).outcome is Outcome.MET:
            text = say("See whether it is still so, and say until when.")
            yield Action(criterion, text, Effort.LOW, criterion.remedy.responsible, asks[0].field, ())


_UNSURE: Final = frozenset({Outcome.NOT_MET, Outcome.UNKNOWN})
_FAILED: Final = frozenset({Outcome.NOT_MET})


def _package(case: Case, core: Sequence[Criterion], against: frozenset[Outcome]) -> Package:
    """Find the cheapest set after which no core criterion comes out as one of the outcomes ``against``."""
    model = _Model(case, core)
    if model.enough((), against):
        return Package((), (), case)
    steps = list(mending(case, core))
    steps = [*settings_up(case, steps), *steps]
    # What another remedy has undone, such as a first meeting before the initiative, is mended after it.
    steps += mending(model.after(steps), core, only=_FAILED)
    if Outcome.UNKNOWN in against:
        steps += closings(model.after(steps), core)
    lacking = model.in_the_way(steps, against)
    if lacking:
        return Package((), lacking, case)
    chosen = cheapest(steps, enough=lambda some: model.enough(some, against), cost=lambda step: COSTS[step.effort])
    return Package(model.actions(chosen.steps), (), model.after(chosen.steps), chosen.proven)


class _Model:
    """The case after each row of steps, worked out once for all rows that begin alike."""

    def __init__(self, case: Case, core: Sequence[Criterion]) -> None:
        self._core = list(core)
        self._cases: dict[tuple[Step, ...], Case] = {(): case}

    def after(self, steps: Sequence[Step]) -> Case:
        row = tuple(steps)
        if row not in self._cases:
            before = self.after(row[:-1])
            self._cases[row] = row[-1].apply(before)
        return self._cases[row]

    def enough(self, steps: Sequence[Step], against: frozenset[Outcome]) -> bool:
        case = self.after(steps)
        for place, criterion in enumerate(self._core):
            if criterion.judge(case).outcome in against:
                # What has just failed is most likely to fail next.
                self._core.insert(0, self._core.pop(place))
                return False
        return True

    def in_the_way(self, steps: Sequence[Step], against: frozenset[Outcome]) -> tuple[Criterion, ...]:
        case = self.after(steps)
        outcomes = [(each, each.judge(case).outcome) for each in self._core]
        if all(outcome is Outcome.NOT_APPLICABLE for _, outcome in outcomes) and Outcome.UNKNOWN in against:
            return tuple(self._core)
        return tuple(each for each, outcome in outcomes if outcome in against)

    def actions(self, steps: Sequence[Step]) -> Iterator[Action]:
        for number, step in enumerate(steps):
            made = step.between(self.after(steps[:number]), self.after(steps[: number + 1]))
            yield Action(
                step.criterion, made.text, step.effort, step.responsible, made.field, made.changes, made.unless_known
            )
