"""The goals on a screen of the report: how many can be followed up, and where there are results, how they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkan.followup.deadline import has_default
from samverkan.followup.policy import Policy
from samverkan.followup.shown import Hidden
from samverkan.followup.status import Status
from samverkan.formats.text import followup_words as words
from samverkan.formats.text.followup import in_short, newer
from samverkan.formats.text.table import paragraph
from samverkan.formats.wording import mark
from samverkan.model.measurability import measurability
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.followup.account import Account
    from samverkan.followup.followup import GoalFollowUp
    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.measurability import Measurability

_TOLD: Final = (Status.MISSED, Status.BEHIND, Status.UNKNOWN, Hidden.HIDDEN, Status.NOT_MEASURABLE)
"""How goals stand that are named; the others go well so far, and are only counted."""
_NO_RESULTS = mark(
    "With --results the report says how they stand; “samverkan follow --template” writes the table to fill in."
)


def goal_lines(whole: Collaboration, wording: Wording, width: int, *, account: Account | None = None) -> list[str]:
    """Say how many goals can be followed up, or how they stand, and of each that does not stand well what it is."""
    if not whole.goals:
        return paragraph(wording.word("No goals are stated in the file."), width)
    if account is None:
        return list(_measurable(whole, wording, width))
    told = [in_short(account.found, account.telling, wording), newer(account.found, wording)]
    lines = [line for each in told if each for line in paragraph(each, width)]
    for status in _TOLD:
        for each in account.found.goals:
            if account.status(each) is status:
                lines += _goal(each, status, wording, width)
    return lines


def _measurable(whole: Collaboration, wording: Wording, width: int) -> Iterator[str]:
    default = has_default(whole, Policy())
    rated = [(goal, measurability(goal, default=default)) for goal in whole.goals]
    n, able = len(rated), sum(found.measurable for _, found in rated)
    told = [say("{able} of {n} goal can be followed up.", "{able} of {n} goals can be followed up.", n=n, able=able)]
    if late := able - sum(measurability(goal).measurable for goal in whole.goals):
        told.append(say("For {n} of them the end of the period is taken as the deadline, by our choice.", n=late))
    if able:
        told.append(say(_NO_RESULTS))
    yield from paragraph(" ".join(map(wording.tell, told)), width)
    for goal, found in rated:
        if not found.measurable:
            text = f"{wording.value(goal.text)} ({goal.id}): "
            yield from paragraph(
                text + _lacks(found, wording), width, first=f"{words.SIGNS[Status.NOT_MEASURABLE]} ", then="  "
            )


def _lacks(found: Measurability, wording: Wording) -> str:
    return wording.tell(say("not stated: {parts}", parts=found.missing))


def _goal(each: GoalFollowUp, status: Status | Hidden, wording: Wording, width: int) -> list[str]:
    """Say in a sentence how a goal stands, and why nothing more is known of it."""
    sign = words.HIDDEN_SIGN if isinstance(status, Hidden) else words.SIGNS[status]
    why = [wording.label(reason) for reason in each.whole.reasons] if status is Status.UNKNOWN else []
    why += [wording.tell(say("not stated: {parts}", parts=each.measurability.missing))] * (
        status is Status.NOT_MEASURABLE
    )
    reason = f" ({'; '.join(why)})" if why else ""
    told = f"{words.upper(wording.label(status))}: {wording.value(each.goal.text)} ({each.goal.id}){reason}"
    return paragraph(told, width, first=f"{sign} ", then="  ")
