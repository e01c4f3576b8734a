"""What moved an outcome from one evaluation to another (*orsak*): the facts, the day, or the checklist."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from samverkan.checklist.evaluate import Evaluation, evaluate

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan.checklist.outcome import Outcome


class Cause(Enum):
    """What moved an outcome: the facts of the file, the day, or the checklist with its thresholds."""

    FACTS = "facts"
    DAY = "day"
    CHECKLIST = "checklist"


def blame(before: Evaluation, after: Evaluation) -> Callable[[str], tuple[Cause, ...]]:
    """Give the causes of a criterion's move: what alone moves it from before, or whose return alone undoes it."""
    sides = (before, after)

    @cache
    def swapped(facts: int, day: int, rules: int) -> dict[str, Outcome]:
        made = evaluate(
            sides[facts].subject,
            as_of=sides[day].as_of,
            checklist=sides[rules].checklist,
            parameters=sides[rules].parameters,
        )
        return {report.criterion.id: report.outcome for report in made.reports}

    differ = {
        Cause.FACTS: before.subject != after.subject,
        Cause.DAY: before.as_of != after.as_of,
        Cause.CHECKLIST: (before.checklist, before.parameters) != (after.checklist, after.parameters),
    }

    def blamed(id_: str) -> tuple[Cause, ...]:
        possible = [cause for cause in Cause if differ[cause]]
        found = []
        for cause in possible:
            chosen = [each is cause for each in Cause]
            alone = swapped(*map(int, chosen))
            undone = swapped(*(int(not each) for each in chosen))
            if alone.get(id_) is not swapped(0, 0, 0).get(id_) or undone.get(id_) is not swapped(1, 1, 1).get(id_):
                found.append(cause)
        # Causes that move it only together are all to blame.
        return tuple(found or possible)

    return blamed
