"""Answers of representatives, and whole rounds of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve
from hypothesis import strategies as st

from samverkan.checklist.tranemo import TRANEMO
from samverkan.checklist.voices.answer import Answer, Reply
from samverkan.checklist.voices.round import Round, round_of
from samverkan.model.names import Text
from samverkan.testing.strategies.arguments import shown_by_call
from samverkan.testing.strategies.times import dates
from samverkan.testing.strategies.whole import collaborations

if TYPE_CHECKING:
    from collections.abc import Iterable

_ROLES: Final = st.none() | st.sampled_from([Text("chef"), Text("handläggare", "officer")])
_CRITERIA: Final = tuple(criterion.id for criterion in TRANEMO.criteria)[:3]


@shown_by_call
def answers(
    *, organisations: Iterable[str] = ("a", "b"), criteria: Iterable[str] = _CRITERIA
) -> st.SearchStrategy[Answer]:
    """Generate answers of the given organisations to the given criteria, some not given, some in a stated role."""
    given = st.builds(
        Answer,
        organisation=st.sampled_from(tuple(organisations)),
        role=_ROLES,
        criterion=st.sampled_from(tuple(criteria)),
        reply=st.none() | st.sampled_from(Reply),
        date=st.none() | dates(),
    )
    return given | given.map(lambda answer: evolve(answer, criterion=None, reply=None))


@shown_by_call
def rounds(*, max_answers: int = 8) -> st.SearchStrategy[Round]:
    """Generate rounds of answers about generated collaborations, by the Tranemo checklist."""
    return _rounds(max_answers)


@st.composite
def _rounds(draw: st.DrawFn, most: int) -> Round:
    whole = draw(collaborations(min_organisations=1))
    names = [each.id for each in whole.organisations]
    given = draw(st.lists(answers(organisations=names), max_size=most))
    return round_of(whole, given, as_of=draw(st.none() | dates()))
