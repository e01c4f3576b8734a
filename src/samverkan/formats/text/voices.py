"""What organisations say, beside what the file shows: in full for those who asked, and as it may be published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.voices.publication import FEWEST, Group, published
from samverkan.checklist.voices.voice import Stance
from samverkan.formats.text.factors import percent
from samverkan.formats.text.table import paragraph
from samverkan.formats.text.width import width_of
from samverkan.formats.wording import mark
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.checklist.evaluate import Evaluation
    from samverkan.checklist.voices.answer import Answer
    from samverkan.checklist.voices.round import Round
    from samverkan.checklist.voices.tally import Tally
    from samverkan.formats.wording import Wording

TITLE = mark("What the organisations say")

_BESIDE = mark("What organisations say changes nothing in what the file shows; the two stand side by side.")
_NOBODY = mark("No criterion is named in the answers.")


def voice_lines(round_: Round, evaluation: Evaluation, wording: Wording, width: int) -> list[str]:
    """Tell of each criterion the share that say met, and who says what; where one organisation differs, its answers."""
    asked = say(
        "{n} organisation was asked; it has one voice.",
        "{n} organisations were asked; each has one voice.",
        n=len(round_.asked),
    )
    lines = [*paragraph(wording.tell(asked), width), *_later(round_, wording, width)]
    for tally in round_.tallies:
        lines += ["", *_headed(tally, evaluation, wording, width)]
        lines += _noted([_share(tally, wording), *_stances(tally, wording), *_divided(tally, wording)], width)
    return _ended(round_, lines, wording, width, wording.word(_BESIDE))


def published_lines(round_: Round, evaluation: Evaluation, wording: Wording, width: int) -> list[str]:
    """Tell of each criterion how many say what, and nothing of groups below five."""
    lines: list[str] = []
    for tally in round_.tallies:
        told = published(tally)
        counts = [
            f"{wording.label(group)} {'–' if count is None else count}"
            for group, count in zip(Group, told.counts, strict=True)
        ]
        of_all = say(
            "Of {n} organisation: {counts}", "Of {n} organisations: {counts}", n=told.asked, counts=", ".join(counts)
        )
        lines += [*_headed(tally, evaluation, wording, width), *_noted([wording.tell(of_all)], width), ""]
    kept_back = say(
        "– = not told: fewer than {fewest}, or kept back so that no such number can be worked out.", fewest=FEWEST
    )
    ending = f"{wording.tell(kept_back)} {wording.word(_BESIDE)}"
    return _ended(round_, lines[:-1], wording, width, ending)


def _headed(tally: Tally, evaluation: Evaluation, wording: Wording, width: int) -> list[str]:
    criterion = tally.criterion
    outcome = say("According to the file: {outcome}.", outcome=evaluation.of(criterion.id).outcome)
    first = f"{criterion.id} "
    text = f"{wording.tell(criterion.question)} {wording.tell(outcome)}"
    return paragraph(text, width, first=first, then=" " * width_of(first))


def _noted(notes: Iterable[str], width: int) -> list[str]:
    return [line for note in notes for line in paragraph(note, width, first="    - ", then="      ")]


def _share(tally: Tally, wording: Wording) -> str:
    told = say("Share that say met, of all for whom the question applies: {share}", share=percent(tally.share))
    return wording.tell(told)


def _stances(tally: Tally, wording: Wording) -> Iterator[str]:
    for stance in Stance:
        names = tuple(voice.organisation for voice in tally.voices if voice.stance is stance)
        if names:
            yield f"{wording.label(stance)} ({len(names)}): {wording.value(names)}"


def _divided(tally: Tally, wording: Wording) -> Iterator[str]:
    for voice in tally.divided:
        told = "; ".join(_answered(answer, wording) for answer in voice.answers)
        yield wording.tell(say("{organisation} is divided: {answers}", organisation=voice.organisation, answers=told))


def _answered(answer: Answer, wording: Wording) -> str:
    who = wording.value(answer.role) if answer.role else wording.word("role not stated")
    said = wording.label(answer.reply) if answer.reply else wording.word("no answer")
    return f"{who}: {said}"


def _later(round_: Round, wording: Wording, width: int) -> list[str]:
    if not round_.later or round_.as_of is None:
        return []
    told = say(
        "{n} answer is later than {day} and does not count.",
        "{n} answers are later than {day} and do not count.",
        n=len(round_.later),
        day=round_.as_of,
    )
    return paragraph(wording.tell(told), width)


def _ended(round_: Round, lines: list[str], wording: Wording, width: int, ending: str) -> list[str]:
    if not round_.criteria:
        return [*lines, *paragraph(wording.word(_NOBODY), width)]
    return [*lines, "", *paragraph(ending, width)]
