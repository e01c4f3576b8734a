"""Accepted deviations as people read them: what is accepted, why, how long, and how that stands today."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from samverkan.checklist.deviations import Standing
from samverkan.formats.text.names import body_name
from samverkan.formats.text.table import paragraph
from samverkan.formats.wording import mark
from samverkan.model.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.checklist.deviations import Deviation
    from samverkan.formats.wording import Wording
    from samverkan.model.accepted import AcceptedDeviation
    from samverkan.model.collaboration import Collaboration

TITLE = mark("Accepted deviations")
COUNTS = mark("They change no outcome and no score.")


def deviation_lines(
    found: Iterable[Deviation], collaboration: Collaboration, wording: Wording, width: int
) -> list[str]:
    """Tell each accepted deviation in a paragraph."""
    lines = [line for each in found for line in _lines(each, collaboration, wording, width)]
    return [*lines, *paragraph(wording.word(COUNTS), width)] if lines else []


def _lines(deviation: Deviation, collaboration: Collaboration, wording: Wording, width: int) -> list[str]:
    first = f"{deviation.accepted.criterion} "
    return paragraph(deviation_text(deviation, collaboration, wording), width, first=first, then="    ")


def deviation_text(deviation: Deviation, collaboration: Collaboration, wording: Wording) -> str:
    """Tell the question, how the acceptance stands, when and by whom it was decided, and why."""
    accepted, tell = deviation.accepted, wording.tell
    told = [tell(deviation.report.criterion.question)] if deviation.report else []
    decided = _decided(accepted, body_name(collaboration, accepted.body, wording) if accepted.body else None)
    told += [tell(_standing(deviation)), *([tell(decided)] if decided else [])]
    return " ".join([*told, tell(say("Reason: “{because}”", because=accepted.because))])


def _decided(accepted: AcceptedDeviation, body: str | None) -> Message | None:
    if accepted.decided and body:
        return say("Decided {day} by {body}.", day=accepted.decided, body=body)
    if accepted.decided:
        return say("Decided {day}.", day=accepted.decided)
    return say("Decided by {body}.", body=body) if body else None


def _standing(deviation: Deviation) -> Message:  # noqa: PLR0911  # one return for each way to stand
    accepted = deviation.accepted
    match deviation.standing:
        case Standing.IN_FORCE:
            last = accepted.until
            return (
                say("Not met; accepted through {day}.", day=last)
                if last
                else say("Not met; accepted until further notice.")
            )
        case Standing.NOT_NEEDED:
            return say("Nothing deviates, so there is nothing to accept.")
        case Standing.UNDECIDED:
            return say("Nobody can tell whether it deviates, and what is not known cannot be accepted.")
        case Standing.NOT_YET:
            return say("The acceptance does not hold yet.")
        case Standing.EXPIRED:
            return say("The acceptance no longer holds.")
        case Standing.NO_DAY:
            return say("Whether the acceptance holds depends on the day, and none is given.")
        case Standing.NO_SUCH_CRITERION:
            return say("The checklist has no such criterion.")
        case _:
            assert_never(deviation.standing)
