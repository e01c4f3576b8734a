"""One body before one item on one day (*ärende*), and what is known of each of its seats."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.checklist.competence.attendance import Attendance
from samverkan.checklist.finding import Ask
from samverkan.checklist.outcome import Outcome, all_of, any_of, negation, truth
from samverkan.checklist.reading import Reading, cite, told
from samverkan.checklist.seats import Place
from samverkan.model.bodies import Body, Statute
from samverkan.model.facts import Absent, is_unknown, stated
from samverkan.model.message import say
from samverkan.model.names import Text
from samverkan.model.values import a_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.checklist.competence.rule import Office
    from samverkan.checklist.finding import Evidence
    from samverkan.model.mandate import Mandate


@frozen
class Matter:
    """A body, the item before it, the day, and who is there; each of the last three may be untold.

    An item is known by its words, case apart: name it as the mandates do.
    """

    body: Body
    item: Text | None = None
    as_of: dt.date | None = field(default=None, validator=a_date)
    attendance: Attendance | None = None

    @property
    def places(self) -> tuple[Place, ...]:
        """The voting seats."""
        return tuple(Place(self.body, seat) for seat in self.body.voting)

    @property
    def remote(self) -> Reading[bool]:
        """Whether it is decided that who attends from afar is present."""
        return Reading(f"bodies.{self.body.id}.remote", self.body.remote, self.body.source)

    def names(self, items: Iterable[Text]) -> Outcome:
        """Say whether the item is among those; an untold item may be."""
        words = {word.casefold() for each in items for word in (each.sv, each.en) if word}
        if self.item is None:
            return Outcome.UNKNOWN if words else Outcome.NOT_MET
        return truth(any(word.casefold() in words for word in (self.item.sv, self.item.en) if word))

    def holds(self, mandate: Reading[Mandate]) -> Outcome:
        """Say whether a mandate is in force on the day and covers the item.

        Without an end it is in force until it is recalled (avtalslagen (1915:218) 2 kap.); of what day it was given
        must be known, since it says nothing of the days before.
        """
        if mandate.value is None:
            return Outcome.UNKNOWN if mandate.silent else Outcome.NOT_MET
        value = mandate.value
        covers = self.names(value.items) if value.items else Outcome.MET
        return all_of([self._begun(value), self._going_on(value), covers])

    def _begun(self, mandate: Mandate) -> Outcome:
        given = stated(mandate.given)
        if given is None:
            return Outcome.MET if isinstance(mandate.given, Absent) else Outcome.UNKNOWN
        return truth(None if self.as_of is None else given <= self.as_of)

    def _going_on(self, mandate: Mandate) -> Outcome:
        if mandate.until is None:
            return Outcome.MET
        return truth(None if self.as_of is None else self.as_of <= mandate.until)

    def conflicted(self, place: Place) -> Outcome:
        """Say whether the holder of a seat has a conflict of interest in the item; an open list may hide one."""
        named = self.names(place.seat.conflicts)
        hidden = Outcome.NOT_MET if self.body.conflicts_complete else Outcome.UNKNOWN
        return any_of([named, hidden])

    def takes_part(self, place: Place, office: Office = None) -> Outcome:
        """Say whether a seat takes part in the item, by its holder or a deputy.

        Before it is told who is there, a deputy may serve for who has a conflict. In the council it is left open
        whether who has a conflict leaves the count.
        """
        if self.attendance is not None and place.seat.id in self.attendance.deputies:
            return Outcome.MET
        clear = negation(self.conflicted(place))
        settled = self.attendance is not None and office is not Statute.COUNCIL
        return clear if settled or clear is Outcome.MET else Outcome.UNKNOWN

    def counts(self, place: Place, office: Office) -> Outcome:
        """Say whether a seat counts to the quorum at the meeting whose attendance is told."""
        told_ = self.attendance or Attendance()
        here = truth(place.seat.id in told_.filled)
        known = None if self.remote.silent else bool(self.remote.value)
        afar = truth(known) if place.seat.id in told_.remote else Outcome.MET
        return all_of([here, afar, self.takes_part(place, office)])

    def shown(self, mandate: Reading[Mandate]) -> list[Evidence]:
        """Cite a mandate with the days and items that bound it; silence is nothing to cite."""
        if mandate.value is None:
            return [] if mandate.silent else [mandate.cited]
        value, source = mandate.value, mandate.value.source or mandate.source
        bounds = [("given", value.given)] if not is_unknown(value.given) else []
        more = [(name, bound) for name, bound in (("until", value.until), ("items", value.items)) if bound]
        return [
            mandate.cited,
            *(cite(f"{mandate.path}.{name}", told(bound), source) for name, bound in [*bounds, *more]),
        ]

    def asked(self, mandate: Reading[Mandate], question: Ask) -> list[Ask]:
        """Ask for what would tell whether a mandate holds."""
        if mandate.value is None:
            return [question] if mandate.silent else []
        value, asks = mandate.value, []
        if is_unknown(value.given):
            asks.append(Ask(f"{mandate.path}.given", say("On which day was the mandate given?")))
        if self.as_of is None and (value.until is not None or stated(value.given) is not None):
            asks.append(Ask("as_of", say("As of which day is the setup judged?")))
        if self.item is None and value.items:
            asks.append(Ask("item", say("Which item is to be decided?")))
        return asks
