"""One round of answers (*omgång*): who was asked, what they said, and what it comes to for each criterion."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.checklist.factor import Checklist
from samverkan.checklist.registry import checklist_named
from samverkan.checklist.tranemo import TRANEMO
from samverkan.checklist.voices.answer import Answer
from samverkan.checklist.voices.tally import Tally
from samverkan.checklist.voices.voice import Voice
from samverkan.errors import UnknownNameError
from samverkan.model.bodies import BodyStatus
from samverkan.model.names import ids
from samverkan.model.values import a_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.checklist.criterion import Criterion
    from samverkan.model.collaboration import Collaboration


def _answers(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    return tuple(answers)


def _pairs(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(pairs)


@frozen(kw_only=True)
class Round:
    """The organisations that were asked about a collaboration and the answers of their representatives.

    ``wholes`` tells with whose voice each organisation speaks: its own, or that of the one it is part of. An answer of
    a later day than ``as_of`` has not been given yet.
    """

    collaboration: str
    checklist: Checklist
    asked: tuple[str, ...] = field(converter=ids)
    wholes: tuple[tuple[str, str], ...] = field(converter=_pairs, repr=False)
    answers: tuple[Answer, ...] = field(converter=_answers)
    as_of: dt.date | None = field(default=None, validator=a_date)

    @property
    def later(self) -> tuple[Answer, ...]:
        """The answers of a later day, which do not count."""
        return tuple(answer for answer in self.answers if not self._given(answer))

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria that the round is about, in the order of the checklist."""
        named = {answer.criterion for answer in self.answers}
        return tuple(criterion for criterion in self.checklist.criteria if criterion.id in named)

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """What the organisations say of each criterion of the round."""
        standing = _standing(answer for answer in self.answers if self._given(answer))
        return tuple(self._tally(criterion, standing) for criterion in self.criteria)

    def _given(self, answer: Answer) -> bool:
        return self.as_of is None or answer.date is None or answer.date <= self.as_of

    def _tally(self, criterion: Criterion, standing: list[Answer]) -> Tally:
        heard: dict[str, list[Answer]] = {name: [] for name in self.asked}
        wholes = dict(self.wholes)
        for answer in standing:
            if answer.criterion == criterion.id:
                heard[wholes[answer.organisation]].append(answer)
        return Tally(criterion, (Voice(name, answers) for name, answers in heard.items()))


def _standing(answers: Iterable[Answer]) -> list[Answer]:
    """Leave out what the same role of the same organisation has answered anew on a later day."""
    given = list(answers)
    latest: dict[object, dt.date] = {}
    for each in given:
        if each.role and each.date:
            latest[_speaker(each)] = max(each.date, latest.get(_speaker(each), each.date))
    return [each for each in given if not each.date or each.date == latest.get(_speaker(each), each.date)]


def _speaker(answer: Answer) -> object:
    return answer.organisation, answer.role, answer.criterion


def round_of(
    collaboration: Collaboration,
    answers: Iterable[Answer],
    *,
    checklist: str | Checklist = TRANEMO,
    as_of: dt.date | None = None,
) -> Round:
    """Gather a round: asked are the organisations with a seat in a body at work, and those that ``answers`` name.

    Units of one organisation speak with its one voice. ``UnknownNameError`` is raised for an organisation that the
    collaboration does not list and for a criterion that the checklist does not have.
    """
    chosen = checklist_named(checklist) if isinstance(checklist, str) else checklist
    given = _answers(answers)
    wholes = {each.id: collaboration.whole_of(each.id) for each in collaboration.organisations}
    known = {criterion.id for criterion in chosen.criteria}
    for answer in given:
        if answer.organisation not in wholes:
            raise UnknownNameError("organisation", answer.organisation, wholes)
        if answer.criterion is not None and answer.criterion not in known:
            raise UnknownNameError("criterion", answer.criterion, known)
    at_work = [body for body in collaboration.bodies if body.status is not BodyStatus.PAST]
    names = [name for body in at_work for name in body.represented] + [answer.organisation for answer in given]
    voices = {wholes[name] for name in names}
    return Round(
        collaboration=collaboration.id,
        checklist=chosen,
        asked=[each.id for each in collaboration.organisations if each.id in voices],
        wholes=wholes.items(),
        answers=given,
        as_of=as_of,
    )
