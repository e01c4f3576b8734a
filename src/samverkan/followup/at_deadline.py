"""Goals to be reached by a day (*vid tidsfristen*): shares and places, as they stand when the day is reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.checklist.outcome import Outcome
from samverkan.followup.asked import status_of
from samverkan.followup.days import ONE_DAY
from samverkan.followup.followup import Apart
from samverkan.followup.judging import side, wanting
from samverkan.followup.pace import on_pace
from samverkan.followup.status import Reason, Rule, Status
from samverkan.model.facts import is_unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from samverkan.followup.asked import Asked
    from samverkan.followup.days import Days
    from samverkan.followup.deadline import Due
    from samverkan.followup.followup import Line
    from samverkan.followup.judging import Side
    from samverkan.followup.result import Sex


def by_deadline(asked: Asked) -> Line:
    """Judge the count whose days first reach the deadline; a later one tells of later days.

    Before the deadline the latest count is on track or behind. After it a count from before decides nothing.
    """
    due = asked.due
    if due is None:
        return asked.line(Status.UNKNOWN, reasons=[without_day(asked)])
    latest = {sex: newest(asked.sheet.of(sex)) for sex in asked.wanted}
    reaching = {sex: first_reaching(asked.sheet.of(sex), due) for sex in asked.wanted}
    if any(reaching.values()):
        sides = [_final(asked, sex, reaching[sex]) for sex in asked.wanted]
        return asked.line(status_of(sides), sides, apart=others(asked, reaching))
    sides = [_until_now(asked, due, sex, latest[sex]) for sex in asked.wanted]
    return asked.line(status_of(sides), sides, apart=others(asked, latest), changes=[due.day + ONE_DAY])


def without_day(asked: Asked) -> Reason:
    """Say why no day of the deadline is known."""
    return Reason.NO_PERIOD if is_unknown(asked.goal.deadline) else Reason.NO_DEADLINE


def newest(spans: Iterable[Days]) -> Days | None:
    """Find the days that end last, and of those the longest."""
    return max(spans, key=lambda days: (days[1], -days[0].toordinal()), default=None)


def first_reaching(spans: Iterable[Days], due: Due) -> Days | None:
    """Find the days that are the first to reach a deadline, and of those the longest."""
    return min((days for days in spans if days[1] >= due.day), key=lambda days: (days[1], days[0]), default=None)


def others(asked: Asked, chosen: Mapping[Sex | None, Days | None]) -> dict[tuple[Sex | None, Days], Apart]:
    """List the days that were not chosen."""
    return {
        (sex, days): Apart.OTHER_DAYS for sex in asked.wanted for days in asked.sheet.of(sex) if days != chosen[sex]
    }


def _final(asked: Asked, sex: Sex | None, days: Days | None) -> Side:
    if days is not None:
        return side(asked.goal, asked.sheet.of(sex)[days], asked.number, final=True)
    return wanting(Reason.COUNT_AGAIN) if asked.sheet.of(sex) else asked.none_of(sex)


def _until_now(asked: Asked, due: Due, sex: Sex | None, days: Days | None) -> Side:
    passed = asked.as_of > due.day
    if days is None:
        return wanting(Reason.NOT_OVER) if due.after and not passed else asked.none_of(sex)
    found = asked.sheet.of(sex)[days]
    if asked.rule is Rule.PACE and not passed and not isinstance(found, Reason):
        return on_pace(asked, due, found)
    judged = side(asked.goal, found, asked.number, final=False)
    if passed or due.after:
        return evolve(judged, outcome=Outcome.UNKNOWN, reasons=(Reason.COUNT_AGAIN if passed else Reason.NOT_OVER,))
    return judged
