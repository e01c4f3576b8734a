"""A day where no day is known (*en dag att börja på*), which a remedy has to invent."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from samverkan.model.facts import stated
from samverkan.model.terms import Term
from samverkan.model.values import Period

if TYPE_CHECKING:
    from samverkan.checklist.case import Case

ANY_DAY = dt.date(2024, 1, 8)
"""A Monday at the beginning of a term, for a file in which nothing has a day (our choice)."""


def some_day(case: Case) -> dt.date:
    """Give a day on which something new may start: of the horizon, of the judging, of the plan, of the initiative."""
    if case.horizon is not None:
        return case.horizon[0]
    known = (case.as_of, *_days(case), stated(case.collaboration.initiative.date))
    return next((day for day in known if day is not None), ANY_DAY)


def horizon_of(case: Case) -> Period:
    """Give the horizon; where the file sets none, that of all its dated meetings, else the term of some day."""
    if case.horizon is not None:
        return Period(*case.horizon)
    days = _days(case)
    term = Term.of(some_day(case))
    return Period(days[0], days[-1]) if days else Period(term.first, term.last)


def _days(case: Case) -> list[dt.date]:
    return sorted({each.day for each in case.occasions if each.day is not None})
