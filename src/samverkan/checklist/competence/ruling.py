"""What comes out of asking whether a body may decide: its standing, and the conditions that it rests on."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.checklist.competence.attendance import Attendance
from samverkan.checklist.competence.law import Paragraph
from samverkan.checklist.finding import Finding
from samverkan.checklist.interval import Interval
from samverkan.checklist.outcome import Outcome
from samverkan.model.names import Text
from samverkan.model.values import a_date

if TYPE_CHECKING:
    from collections.abc import Iterable


class Standing(Enum):
    """In what capacity a body decides, when enough of it is there (*befogenhet*).

    ``FORMAL``: by the local government act. ``MANDATED``: its representatives hold mandates, each from its own
    principal. ``ADVISORY``: what it says binds nobody. ``UNKNOWN``: the sources do not tell.
    """

    FORMAL = "formal"
    MANDATED = "mandated"
    ADVISORY = "advisory"
    UNKNOWN = "unknown"


class Condition(Enum):
    """What an answer about competence looks at."""

    POWER = "power"
    QUORUM = "quorum"
    PRESENT = "present"
    CONFLICTS = "conflicts"
    DEPUTIES = "deputies"
    REMOTE = "remote"


def _law(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    return tuple(paragraphs)


@frozen
class Ruling:
    """What is found of one condition, and the paragraphs that it rests on."""

    condition: Condition
    finding: Finding
    law: tuple[Paragraph, ...] = field(default=(), converter=_law)


def _rulings(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    return tuple(rulings)


@frozen
class Competence:
    """Whether a body may decide an item (*beslutsförmåga*), classified and never asserted: this is no legal advice.

    ``standing`` is independent of who is there; ``decides`` is met where the body has the power and, if it is told who
    is there, a quorum. ``needed`` is how many of the ``voting`` seats must be there.
    """

    body: str
    name: Text
    item: Text | None
    as_of: dt.date | None = field(validator=a_date)
    attendance: Attendance | None
    standing: Standing
    decides: Outcome
    needed: Interval
    voting: int
    rulings: tuple[Ruling, ...] = field(converter=_rulings)

    def of(self, condition: Condition) -> Finding:
        """Give what is found of one condition; raises ``KeyError`` for one that was not looked at."""
        return {ruling.condition: ruling.finding for ruling in self.rulings}[condition]

    @property
    def law(self) -> tuple[Paragraph, ...]:
        """The paragraphs of all conditions, each once."""
        return tuple(dict.fromkeys(each for ruling in self.rulings for each in ruling.law))
