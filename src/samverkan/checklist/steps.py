"""What can be done, one thing after the other (*steg*): carry out a remedy, or go through a list and close it."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, field, frozen

from samverkan.checklist.amending import amended, having
from samverkan.checklist.criterion import Criterion, Effort, Mend
from samverkan.checklist.fields import Difference, differences
from samverkan.checklist.outcome import Outcome
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.facts import Disputed
from samverkan.model.mandate import AtLeast, MoreThan
from samverkan.model.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from samverkan.checklist.case import Case
    from samverkan.model.collaboration import Collaboration


_NOT_YET: Final = frozenset({Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.NOT_APPLICABLE})


@frozen
class Doing:
    """What a step does in one file: in words, the field that it is about, and all fields that change."""

    text: Message
    field: str
    changes: tuple[str, ...]
    unless_known: bool


@frozen(eq=False)
class Step:
    """Something that can be done for a criterion; ``closes`` is the list that it closes, ``sets_up`` the new body.

    It does one thing: a remedy that needs a body changes nothing while there is none, since to set it up is a step too.
    """

    criterion: Criterion
    effort: Effort
    mend: Mend = field(repr=False)
    closes: str | None = None
    sets_up: BodyKind | None = None

    def apply(self, case: Case) -> Case:
        """Carry it out."""
        after = case.after(self.mend(case))
        grown = len(after.collaboration.bodies) > len(case.collaboration.bodies)
        return case if grown and self.sets_up is None else after

    @property
    def responsible(self) -> Message:
        """Who is to act."""
        return self.criterion.remedy.responsible

    def between(self, before: Case, after: Case) -> Doing:
        """Tell what the step has done between two cases."""
        found = differences(before.collaboration, after.collaboration)
        changed = list(dict.fromkeys(_in_file(each) for each in found))
        finding = self.criterion.judge(before)
        unless_known = finding.outcome is Outcome.UNKNOWN
        if self.closes is not None:
            text = say("Go through the list and make it complete; then say that it is.")
            return Doing(text, self.closes, tuple(changed), unless_known)
        if self.sets_up is not None:
            return Doing(say("Set up a body: {kind}.", kind=self.sets_up), "bodies", tuple(changed), unless_known)
        text = finding.remedy or self.criterion.remedy.text
        named = finding.remedy_field or self.criterion.remedy.field
        return Doing(text, _field(named, changed), tuple(changed), unless_known)


def _in_file(difference: Difference) -> str:
    """Give the field as the file has it: something new shows in the list that it is added to."""
    return difference.field.rsplit(".", maxsplit=1)[0] if difference.before is None else difference.field


def _field(named: str, changed: Sequence[str]) -> str:
    """Give the field that the criterion names where it is one of those that change, else the nearest of these."""
    if "{" not in named and any(Difference(each, None, None).touches(named) for each in changed):
        return named
    top, last = named.partition(".")[0], named.rpartition(".")[2]
    nearest = sorted(changed, key=lambda each: (each.partition(".")[0] != top, not each.endswith(last)))
    return nearest[0] if nearest else named


def mending(case: Case, core: Sequence[Criterion], *, only: Container[Outcome] = _NOT_YET) -> Iterator[Step]:
    """Give the remedy of each core criterion that is not met for certain and says how it is carried out.

    ``only`` are the outcomes that call for it. What does not apply now may apply once something else is done.
    """
    for criterion in core:
        apply = criterion.remedy.apply
        if apply is not None and criterion.judge(case).outcome in only:
            yield Step(criterion, criterion.remedy.effort, apply)


def settings_up(case: Case, mendings: Sequence[Step]) -> list[Step]:
    """Give a step for each kind of body that some remedies would set up, if they were carried out one by one."""
    found: dict[BodyKind, Step] = {}
    for step in mendings:
        after = case.after(step.mend(case))
        for body in after.bodies[len(case.bodies) :]:
            # To set up a body takes some conversations (our choice).
            made = Step(step.criterion, Effort.MEDIUM, _setting_up(body.kind), sets_up=body.kind)
            found.setdefault(body.kind, made)
        case = after
    return list(found.values())


def _setting_up(kind: BodyKind) -> Mend:
    return lambda case: having(case, kind).collaboration


def closings(case: Case, core: Sequence[Criterion]) -> list[Step]:
    """Give a step for each open list that a core criterion still asks about, and that can be closed as it stands."""
    found: dict[str, Step] = {}
    for criterion in core:
        finding = criterion.judge(case)
        for ask in finding.asks if finding.outcome is Outcome.UNKNOWN else ():
            if ask.field.endswith(("_complete", "_assigned")) and ask.field not in found and _closable(case, ask.field):
                # To go through a list takes some conversations (our choice).
                found[ask.field] = Step(criterion, Effort.MEDIUM, _closing(ask.field), ask.field)
    return list(found.values())


def _closable(case: Case, path: str) -> bool:
    return _closing(path)(case) is not case.collaboration


def _closing(path: str) -> Mend:
    name, *rest = path.split(".")

    def close(case: Case) -> Collaboration:
        whole = case.collaboration
        if not rest:
            return amended(whole, **{name: True})
        value = getattr(whole, name)
        closed = _closed(value, rest)
        return whole if closed is value else amended(whole, **{name: closed})

    return close


def _reached(body: Body) -> bool:
    rule, voting = body.quorum.decided if isinstance(body.quorum, Disputed) else body.quorum, len(body.voting)
    return not isinstance(rule, (AtLeast, MoreThan)) or rule.needed(voting) <= voting


def _closed(item: Any, path: Sequence[str]) -> Any:  # noqa: ANN401  # any noun on the way to the list
    """Close the list at a path in an item; a body that only seats yet unlisted could make quorate stays open."""
    if isinstance(item, tuple):
        parts = tuple(_closed(each, path[1:]) if each.id == path[0] else each for each in item)
        return item if all(map(operator.is_, parts, item)) else parts
    name, *rest = path
    if isinstance(item, Body) and not _reached(item):
        return item
    return evolve(item, **{name: _closed(getattr(item, name), rest) if rest else True})
