"""What a criterion may look at (*underlag för bedömning*): the collaboration, its plan, the thresholds and the day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve, field, frozen

from samverkan.checklist.occasions import Occasion, occasions
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.parameters import DEFAULTS, Parameters
from samverkan.checklist.reading import Reading, cite, told
from samverkan.checklist.seats import Place
from samverkan.model.activities import Audience
from samverkan.model.bodies import Body, BodyKind, BodyStatus
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import is_unknown
from samverkan.model.message import say
from samverkan.model.terms import Term, terms_between
from samverkan.model.values import Period, a_date
from samverkan.planning.schedule import without_clashes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.checklist.finding import Evidence
    from samverkan.model.facts import Fact
    from samverkan.model.source import Source

T = TypeVar("T")

_PLANNED = ("series", "events", "activities", "calendar", "terms", "identity")
"""What the occasions are worked out from; the identity for its period, on which relative times hang."""


@frozen
class Case:
    """One collaboration to be judged as of one day; without a day, what depends on time is unknown."""

    collaboration: Collaboration
    parameters: Parameters
    as_of: dt.date | None = field(validator=a_date)
    occasions: tuple[Occasion, ...]

    @property
    def bodies(self) -> tuple[Body, ...]:
        """The bodies at work: every listed one that no source calls past."""
        return tuple(body for body in self.collaboration.bodies if body.status is not BodyStatus.PAST)

    def bodies_of(self, kind: BodyKind) -> tuple[Body, ...]:
        """Give the bodies at work of one kind."""
        return tuple(body for body in self.bodies if body.kind is kind)

    def places(self, body: Body) -> tuple[Place, ...]:
        """Give the seats of a body, each with its place in the file."""
        return tuple(Place(body, seat) for seat in body.seats)

    def meetings_of(self, *bodies: Body) -> tuple[Occasion, ...]:
        """Give what is on the plan for any of the bodies."""
        names = {body.id for body in bodies}
        return tuple(each for each in self.occasions if each.planned and not names.isdisjoint(each.bodies))

    def unplaced_in(self, *bodies: Body) -> tuple[Occasion, ...]:
        """Give what is on the plan for nobody knows which body, and may be for one of these.

        Ruled out is what lists all who are invited, and what states an audience: then it is for these (our choice).
        Only a political body meets where politics is the audience.
        """
        if not bodies:
            return ()
        political = any(body.kind is BodyKind.POLITICAL_BODY for body in bodies)
        return tuple(each for each in self.occasions if _of_any_body(each, political=political))

    def rated_meetings(self, *bodies: Body) -> list[tuple[Occasion, Outcome]]:
        """Give what is on the plan for any of the bodies, then what may be, each with whether it is."""
        return [
            *((each, Outcome.MET) for each in self.meetings_of(*bodies)),
            *((each, Outcome.UNKNOWN) for each in self.unplaced_in(*bodies)),
        ]

    def after(self, collaboration: Collaboration) -> Case:
        """Give the same case of a changed collaboration; its plan is worked out anew only where it can differ."""
        before = self.collaboration
        if all(getattr(before, name) is getattr(collaboration, name) for name in _PLANNED):
            return evolve(self, collaboration=collaboration)
        return case_of(collaboration, as_of=self.as_of, parameters=self.parameters)

    @property
    def horizon(self) -> tuple[dt.date, dt.date] | None:
        """The first and last day that the plan is made for, or nothing where the file sets no horizon."""
        horizon = self.collaboration.horizon
        if horizon is None or horizon.from_ is None or horizon.to is None:
            return None
        return horizon.from_, horizon.to

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms that have a day in the horizon."""
        return tuple(terms_between(*self.horizon)) if self.horizon else ()

    def read(self, path: str, fact: Fact[T], source: Source | None) -> Reading[T]:
        """Read a fact; an item that names no source comes from where the whole does."""
        return Reading(path, fact, source or self.collaboration.source)

    def listed(self, path: str, *, closed: bool, source: Source | None = None) -> Evidence:
        """Cite that a list is closed, or open: only absence from a closed one is a fact."""
        says = say("the list is complete") if closed else say("the list may be incomplete")
        return cite(path, says, source or self.collaboration.source)

    def membership(self, occasion: Occasion) -> list[Evidence]:
        """Cite whose the item is: the bodies that it names, and of which kind these are."""
        bodies = [body for body in self.collaboration.bodies if body.id in occasion.bodies]
        kinds = [cite(f"bodies.{body.id}.kind", told(body.kind), body.source) for body in bodies]
        return [*occasion.membership, *kinds]

    def sector(self, organisation: str) -> Evidence:
        """Cite the sector of an organisation."""
        found = self.collaboration.organisation(organisation)
        path = f"organisations.{organisation}.sector"
        if found is None:
            return cite(path, say("not stated"), None)
        return cite(path, told(found.sector), found.source)

    def sectors(self, organisations: Iterable[str]) -> list[Evidence]:
        """Cite the sectors of organisations; of one whose sector nobody knows also what it certainly is not."""
        shown = []
        for name in organisations:
            shown.append(self.sector(name))
            found = self.collaboration.organisation(name)
            if found is not None and found.not_sectors and is_unknown(found.sector):
                says = say("certainly not {sectors}", sectors=found.not_sectors)
                shown.append(cite(f"organisations.{name}.not_sectors", says, found.source))
        return shown


def _of_any_body(occasion: Occasion, *, political: bool) -> bool:
    if not occasion.planned or occasion.bodies:
        return False
    if political and Audience.POLITICS in occasion.audience:
        return True
    return not occasion.private and not occasion.audience


def case_of(collaboration: Collaboration, *, as_of: dt.date | None = None, parameters: Parameters = DEFAULTS) -> Case:
    """Lay a collaboration out for judging: its plan is worked out once, for all criteria and beyond the horizon."""
    everything = Period(dt.date.min, dt.date.max)
    plan = without_clashes(collaboration, horizon=everything)
    return Case(collaboration, parameters, as_of, tuple(occasions(collaboration, plan)))
