"""What an organisation says with one voice (*röst*): together its representatives agree, differ, or leave it open."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.checklist.outcome import Outcome
from samverkan.checklist.voices.answer import Answer, Reply

if TYPE_CHECKING:
    from collections.abc import Iterable


class Stance(Enum):
    """What the answers of one organisation to one criterion come to."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"
    DIVIDED = "divided"
    DO_NOT_KNOW = "do_not_know"
    SILENT = "silent"


_CLEAR = {
    Reply.MET: (Stance.MET, Outcome.MET),
    Reply.NOT_MET: (Stance.NOT_MET, Outcome.NOT_MET),
    Reply.NOT_APPLICABLE: (Stance.NOT_APPLICABLE, Outcome.NOT_APPLICABLE),
}


def _answers(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    return tuple(answers)


@frozen
class Voice:
    """The answers of one organisation to one criterion; it speaks clearly only if all of them say the same.

    Who does not know, or was asked and did not answer, could contradict the others, so it leaves the voice open.
    """

    organisation: str
    answers: tuple[Answer, ...] = field(converter=_answers)

    @property
    def stance(self) -> Stance:
        """What the answers come to."""
        replies = {answer.reply for answer in self.answers}
        clear = replies & _CLEAR.keys()
        if len(clear) > 1:
            return Stance.DIVIDED
        if clear and clear == replies:
            return next(_CLEAR[reply][0] for reply in clear if reply)
        return Stance.DO_NOT_KNOW if clear or Reply.DO_NOT_KNOW in replies else Stance.SILENT

    @property
    def outcome(self) -> Outcome:
        """The stance as a truth value: whatever is not clear is unknown."""
        return next((outcome for stance, outcome in _CLEAR.values() if stance is self.stance), Outcome.UNKNOWN)
