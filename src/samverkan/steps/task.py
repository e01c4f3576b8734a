"""A step as it stands in one setup (*moment*): how far it has come, and the days between which it is to be taken."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.checklist.outcome import Outcome
from samverkan.checklist.report import CriterionReport
from samverkan.model.names import ids
from samverkan.model.organisations import Municipality
from samverkan.steps.joining import Joining
from samverkan.steps.step import Step

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.checklist.finding import Ask


class Progress(Enum):
    """How far a step has come: done, to do, or nobody can tell before somebody has found out."""

    DONE = "done"
    TO_DO = "to-do"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class Dates:
    """The first and the last days on which a step can begin and end, if the whole is to end when it is to.

    ``slack`` is by how many working days it may be late before it holds up the end (*tidsmarginal*): of the whole, or
    where its municipality joins later, of what is done there.
    """

    earliest_start: dt.date
    earliest_finish: dt.date
    latest_start: dt.date
    latest_finish: dt.date
    slack: int

    @property
    def critical(self) -> bool:
        """Whether it has no day to spare (*kritisk*)."""
        return self.slack <= 0


def _reports(reports: Iterable[CriterionReport]) -> tuple[CriterionReport, ...]:
    return tuple(reports)


@frozen(kw_only=True)
class Task:
    """A step of a setup as a whole, or of one of several municipalities; ``after`` are the tasks that it waits for.

    ``reports`` are its criteria as they are judged in the setup as a whole; ``done_on`` is the day that the plan says.
    ``dates`` is nothing where it is not to be planned, or where no source says when its municipality ``joins``.
    """

    id: str
    step: Step
    municipality: Municipality | None = None
    joins: Joining | None = None
    after: tuple[str, ...] = field(default=(), converter=ids)
    progress: Progress
    done_on: dt.date | None = None
    reports: tuple[CriterionReport, ...] = field(default=(), converter=_reports)
    dates: Dates | None = None

    @property
    def asks(self) -> tuple[Ask, ...]:
        """What to find out first, each once: what its unknown criteria ask, in their order."""
        unknown = (each.finding.asks for each in self.reports if each.outcome is Outcome.UNKNOWN)
        return tuple(dict.fromkeys(ask for asks in unknown for ask in asks))
