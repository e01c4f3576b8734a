"""Whether something happens in every term of the horizon, judged term by term (*varje termin*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.checklist.finding import Ask, Evidence, Finding, unknown
from samverkan.checklist.outcome import Outcome, all_of, some
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.checklist.case import Case
    from samverkan.checklist.occasions import Occasion
    from samverkan.model.terms import Term


@frozen
class EachTerm:
    """How it comes out over the terms: ``terms`` are those that make the outcome, told as ``VT 2016``.

    ``evidence`` are the occasions that count, ``asks`` the fields that would settle the terms that are open.
    """

    outcome: Outcome
    terms: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    asks: tuple[Ask, ...]


def in_each_term(case: Case, rated: Sequence[tuple[Occasion, Outcome]], *, closed: bool) -> EachTerm:
    """Judge whether each term has an occasion that counts; each is rated by whether it is of the kind sought.

    ``closed`` says that there are no other occasions.
    """
    found = [(term, _in(term, rated, closed=closed)) for term in case.terms]
    outcome = all_of(result for _, result in found)
    deciding = [term for term, result in found if result is outcome]
    return EachTerm(
        outcome,
        tuple(str(term) for term in deciding),
        tuple(each for term in deciding for each in _proof(case, term, rated, outcome)),
        tuple(_asks(rated)) if outcome is Outcome.UNKNOWN else (),
    )


def _in(term: Term, rated: Sequence[tuple[Occasion, Outcome]], *, closed: bool) -> Outcome:
    return some((_counts(term, each, kind) for each, kind in rated), closed=closed)


def _counts(term: Term, occasion: Occasion, kind: Outcome) -> Outcome:
    return all_of([kind, occasion.falls_in(term.first, term.last)])


def _proof(case: Case, term: Term, rated: Sequence[tuple[Occasion, Outcome]], outcome: Outcome) -> Sequence[Evidence]:
    if outcome is Outcome.NOT_MET:
        return [case.listed("plan_complete", closed=True)]
    return [each.cited for each, kind in rated if _counts(term, each, kind) is Outcome.MET][:1]


def _asks(rated: Sequence[tuple[Occasion, Outcome]]) -> Sequence[Ask]:
    undated = [each.cited.field for each, kind in rated if kind is not Outcome.NOT_MET and each.day is None]
    return [Ask(path, say("When does this take place?")) for path in dict.fromkeys(undated)]


def no_horizon() -> Finding:
    """Find that nobody can tell, since the file does not say which days it plans for."""
    return unknown(
        say("The file sets no horizon, so it has no terms to look at."),
        asks=[Ask("horizon", say("From which day to which day does the plan reach?"))],
    )
