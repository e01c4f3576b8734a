"""What a collaboration loses with each of its roles and organisations (*vakansövning*), one at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from attrs import evolve, field, frozen

from samverkan.checklist.competence.resilience import Chance, resilience
from samverkan.checklist.competence.rule import needed_at, reaches
from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.factor import Checklist
from samverkan.checklist.interval import Interval
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.parameters import DEFAULTS, Parameters
from samverkan.checklist.tranemo import TRANEMO
from samverkan.drills.waiting import waiting
from samverkan.drills.without import VACANT, Loss, losses, without
from samverkan.planning.schedule import schedule
from samverkan.ties.components import parts
from samverkan.ties.splitting import splitters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.model.bodies import Body
    from samverkan.model.collaboration import Collaboration
    from samverkan.ties.reach import Passage

_K = TypeVar("_K")
_V = TypeVar("_V")

Way: TypeAlias = tuple[str, str | None]
"""From which body to which, or to the public where the second is nothing."""


@frozen
class Quorum:
    """How many voting seats can be filled, how many are needed, and whether they can be reached (*beslutsförhet*).

    ``spare`` is how many more can stay away, where that is known: below 0 the body cannot decide. ``probability`` is
    that of a quorum, exactly, where it is asked for and can be told.
    """

    filled: int
    needed: Interval
    attainable: Outcome
    probability: Fraction | None = None

    @property
    def spare(self) -> int | None:
        """How many of the seats that are filled can still stay away."""
        return self.filled - int(self.needed.low) if self.needed.low == self.needed.high else None


@frozen
class Wait:
    """How long news waits on one way: at least and at most, in days, and from how many meetings it never comes."""

    shortest: int | None
    longest: int | None
    unreached: int


@frozen
class State:
    """What is measured before and after a loss (*läge*).

    ``quorums`` are by body, of those whose seats vote and are listed in full; ``splitters`` are the ids of those whose
    loss splits what hangs together, ``parts`` the sets of bodies that do, without those of which nothing is known.
    """

    factors: Mapping[str, Outcome]
    quorums: Mapping[str, Quorum]
    parts: tuple[tuple[str, ...], ...]
    splitters: tuple[str, ...]
    waits: Mapping[Way, Wait]


@frozen
class Effect:
    """What changes with one loss (*följd*): each before and after, and nothing that stays as it was."""

    loss: Loss
    factors: Mapping[str, tuple[Outcome, Outcome]]
    quorums: Mapping[str, tuple[Quorum, Quorum]]
    parts: tuple[int, int] | None
    splitters: tuple[str, ...]
    waits: Mapping[Way, tuple[Wait, Wait]]

    @property
    def changes(self) -> bool:
        """Whether anything that is measured changes."""
        return bool(self.factors or self.quorums or self.parts or self.splitters or self.waits)

    @property
    def damage(self) -> tuple[int, ...]:
        """Give what the order goes by, the gravest first; the numbers are never added up, since they weigh nothing.

        Factors that fall to not met; bodies that can no longer decide; parts more; ways on which news no longer comes
        from some meeting; factors that become unknown; splitters more; ways on which it waits longer; quorums with less
        to spare.
        """
        fallen = [after for _, after in self.factors.values()]
        lost = [before for before, after in self.quorums.values() if after.attainable is Outcome.NOT_MET]
        return (
            fallen.count(Outcome.NOT_MET),
            sum(before.attainable is not Outcome.NOT_MET for before in lost),
            self.parts[1] - self.parts[0] if self.parts else 0,
            sum(after.unreached > before.unreached for before, after in self.waits.values()),
            fallen.count(Outcome.UNKNOWN),
            len(self.splitters),
            sum((after.longest or 0) > (before.longest or 0) for before, after in self.waits.values()),
            len(self.quorums),
        )


def _effects(effects: Iterable[Effect]) -> tuple[Effect, ...]:
    return tuple(effects)


@frozen(kw_only=True)
class Drill:
    """What is lost with each role and organisation (*vakansövning*), the gravest first by ``Effect.damage``.

    Of equal ones the order is that of the file. A loss that changes nothing is listed too.
    """

    collaboration: str
    checklist: Checklist
    as_of: dt.date | None
    before: State
    effects: tuple[Effect, ...] = field(converter=_effects)


def vacancy_drill(
    collaboration: Collaboration,
    *,
    as_of: dt.date | None = None,
    checklist: Checklist = TRANEMO,
    parameters: Parameters = DEFAULTS,
    attendance: Chance | None = None,
) -> Drill:
    """Think away each role and each organisation in turn, and tell what changes; see ``without`` for what goes along.

    The plan stays as it is: the meetings are held without those who are lost. ``attendance`` is the probability with
    which each holder comes, and each stated deputy in place of one who does not: then that of a quorum is told too.
    Raises what ``evaluate`` does, and ``InvalidValueError`` for what is no probability.
    """
    plan = schedule(collaboration)

    def state(left: Collaboration) -> State:
        judged = evaluate(left, checklist=checklist, as_of=as_of, parameters=parameters)
        return State(
            factors={each.factor.id: each.outcome for each in judged.factors},
            quorums=dict(quorums(left, collaboration, attendance)),
            parts=_parts(left, collaboration),
            splitters=_splitters(left),
            waits={(each.source, each.goal): _wait(each) for each in waiting([left], plan=plan).passages},
        )

    before = state(collaboration)
    found = [_effect(loss, before, state(without(collaboration, loss))) for loss in losses(collaboration)]
    return Drill(
        collaboration=collaboration.id,
        checklist=checklist,
        as_of=as_of,
        before=before,
        effects=sorted(found, key=lambda each: each.damage, reverse=True),
    )


def _parts(left: Collaboration, whole: Collaboration) -> tuple[tuple[str, ...], ...]:
    seated = {body.id for body in whole.bodies if body.represented}
    return tuple(part for part in parts(left).parts if not seated.isdisjoint(part))


def _splitters(left: Collaboration) -> tuple[str, ...]:
    split = splitters(left)
    return tuple(each.id for each in (*split.organisations, *split.bodies))


def quorums(
    left: Collaboration, whole: Collaboration, attendance: Chance | None = None
) -> Iterator[tuple[str, Quorum]]:
    """Count who is left against the rule as it was: a seat that nobody fills still counts to the share."""
    for before in whole.bodies:
        after = left.body(before.id)
        if after is not None and before.seats_complete and before.voting:
            needed, filled = needed_at(before), _filled(after)
            chance = None if attendance is None else _likely(before, after, attendance)
            yield before.id, Quorum(filled, needed, reaches(Interval(filled, filled), needed), chance)


def _likely(before: Body, after: Body, attendance: Chance) -> Fraction | None:
    seats = [
        seat if after.seat(seat.id) is not None else evolve(seat, holder=VACANT, deputies=()) for seat in before.seats
    ]
    return resilience(evolve(before, seats=seats), attendance, deputies=attendance).probability


def _filled(body: Body) -> int:
    return sum(not seat.vacant or bool(seat.deputies) for seat in body.voting)


def _wait(passage: Passage) -> Wait:
    arriving = passage.arriving
    ends = (arriving[0].days, arriving[-1].days) if arriving else (None, None)
    return Wait(*ends, unreached=len(passage.unreached))


def _effect(loss: Loss, before: State, after: State) -> Effect:
    pieces = (len(before.parts), len(after.parts))
    return Effect(
        loss=loss,
        factors=_changed(before.factors, after.factors),
        quorums={body: pair for body, pair in _changed(before.quorums, after.quorums).items() if _matters(*pair)},
        parts=pieces if before.parts != after.parts else None,
        splitters=tuple(each for each in after.splitters if each not in before.splitters),
        waits=_changed(before.waits, after.waits),
    )


def _matters(before: Quorum, after: Quorum) -> bool:
    """Say whether something is known to change: of a rule that no source states, only that it cannot be kept."""
    if (before.spare, before.probability) != (after.spare, after.probability):
        return True
    return (after.attainable is Outcome.NOT_MET) > (before.attainable is Outcome.NOT_MET)


def _changed(before: Mapping[_K, _V], after: Mapping[_K, _V]) -> dict[_K, tuple[_V, _V]]:
    return {key: (old, after[key]) for key, old in before.items() if after[key] != old}
