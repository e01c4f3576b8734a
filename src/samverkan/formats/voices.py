"""A round of answers as JSON: in full for those who asked, and as it may be published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.voices.publication import FEWEST, Group, published
from samverkan.checklist.voices.voice import Stance

if TYPE_CHECKING:
    from samverkan.checklist.evaluate import Evaluation
    from samverkan.checklist.voices.answer import Answer
    from samverkan.checklist.voices.round import Round
    from samverkan.checklist.voices.tally import Tally
    from samverkan.checklist.voices.voice import Voice
    from samverkan.formats.outcomes import Plain
    from samverkan.formats.wording import Wording


def voices_data(round_: Round, evaluation: Evaluation, wording: Wording) -> dict[str, Plain]:
    """Give every voice, with the answers behind it, beside the outcome of the evaluation."""
    criteria = [_tally(tally, wording) | _judged(tally, evaluation, wording) for tally in round_.tallies]
    return _head(evaluation) | {"asked": list(round_.asked), "later": len(round_.later), "criteria": list(criteria)}


def published_data(round_: Round, evaluation: Evaluation, wording: Wording) -> dict[str, Plain]:
    """Give the counts that everybody may see; one that is kept back is null."""
    criteria: list[Plain] = []
    for tally in round_.tallies:
        told = published(tally)
        counts: dict[str, Plain] = {str(group.value): n for group, n in zip(Group, told.counts, strict=True)}
        criteria.append({**_judged(tally, evaluation, wording), "asked": told.asked, "counts": counts})
    return _head(evaluation) | {"fewest": FEWEST, "criteria": criteria}


def _head(evaluation: Evaluation) -> dict[str, Plain]:
    return {
        "collaboration": evaluation.collaboration,
        "checklist": evaluation.checklist.id,
        "version": evaluation.checklist.version,
        "as_of": evaluation.as_of.isoformat() if evaluation.as_of else None,
    }


def _judged(tally: Tally, evaluation: Evaluation, wording: Wording) -> dict[str, Plain]:
    criterion = tally.criterion
    outcome = evaluation.of(criterion.id).outcome
    return {"id": criterion.id, "question": wording.tell(criterion.question), "outcome": str(outcome.value)}


def _tally(tally: Tally, wording: Wording) -> dict[str, Plain]:
    share = tally.share
    return {
        "counts": {str(stance.value): tally.count(stance) for stance in Stance},
        "share": {"low": float(share.low), "high": None if share.high is None else float(share.high)},
        "voices": [_voice(voice, wording) for voice in tally.voices],
    }


def _voice(voice: Voice, wording: Wording) -> Plain:
    return {
        "organisation": voice.organisation,
        "stance": str(voice.stance.value),
        "answers": [_answer(answer, wording) for answer in voice.answers],
    }


def _answer(answer: Answer, wording: Wording) -> Plain:
    return {
        "organisation": answer.organisation,
        "role": wording.value(answer.role) if answer.role else None,
        "answer": str(answer.reply.value) if answer.reply else None,
        "date": answer.date.isoformat() if answer.date else None,
    }
