"""Whether something happens in every term of the horizon, judged term by term (*varje termin*)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from samverkan.checklist.finding import AnyOf, Ask, Evidence, Finding, one_of, unknown
from samverkan.checklist.occasions import Occasion
from samverkan.checklist.outcome import Outcome, all_of, some
from samverkan.model.message import say
from samverkan.model.terms import Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.checklist.case import Case

Rated: TypeAlias = tuple[Occasion, Outcome]
"""An occasion, and whether it is of the kind sought."""


@frozen
class EachTerm:
    """How it comes out over the terms: ``terms`` are those that make the outcome, told as ``VT 2016``.

    ``counted`` are the occasions that count, ``evidence`` cites them, ``asks`` are the fields that would settle the
    terms that are open, ``open_terms``.
    """

    outcome: Outcome
    terms: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    asks: tuple[Ask, ...]
    counted: tuple[Occasion, ...] = ()
    open_terms: tuple[Term, ...] = ()

    def settled_by(self, asks: Sequence[Ask]) -> AnyOf:
        """Give the answers that can make it met: what is on in the open terms, or any one where one term is open."""
        return one_of(asks if len(self.open_terms) == 1 else asks[-1:])


def in_each_term(case: Case, rated: Sequence[Rated], *, closed: bool) -> EachTerm:
    """Judge whether each term has an occasion that counts; each is rated by whether it is of the kind sought.

    ``closed`` says that there are no other occasions.
    """
    near = _near(case.terms, rated)
    found = [(term, _in(term, near[term], closed=closed)) for term in case.terms]
    outcome = all_of(result for _, result in found)
    deciding = [term for term, result in found if result is outcome]
    counted = tuple(each for term in deciding for each in _counted(term, near[term])[:1])
    lists = [case.listed("plan_complete", closed=True)] if outcome is Outcome.NOT_MET else []
    return EachTerm(
        outcome,
        tuple(str(term) for term in deciding),
        (*lists, *(cited for each in counted for cited in each.shown)),
        tuple(_asks(deciding, rated)) if outcome is Outcome.UNKNOWN else (),
        counted,
        tuple(term for term, result in found if result is Outcome.UNKNOWN),
    )


def _near(terms: Sequence[Term], rated: Sequence[Rated]) -> dict[Term, list[Rated]]:
    """Give for each term what may lie in it, in order; what has a day lies in one only."""
    placed: dict[Term, list[int]] = defaultdict(list)
    loose: list[int] = []
    for place, (each, _) in enumerate(rated):
        (loose if each.day is None else placed[Term.of(each.day)]).append(place)
    return {term: [rated[place] for place in sorted([*placed[term], *loose])] for term in terms}


def _in(term: Term, rated: Sequence[Rated], *, closed: bool) -> Outcome:
    return some((_counts(term, each, kind) for each, kind in rated), closed=closed)


def _counts(term: Term, occasion: Occasion, kind: Outcome) -> Outcome:
    return all_of([kind, occasion.falls_in(term.first, term.last)])


def _counted(term: Term, rated: Sequence[Rated]) -> list[Occasion]:
    return [each for each, kind in rated if _counts(term, each, kind) is Outcome.MET]


def _asks(terms: Sequence[Term], rated: Sequence[Rated]) -> list[Ask]:
    """Ask for the day of what may lie in a term that is open, and only there."""
    return [
        Ask(each.cited.field, say("When does {name} take place?", name=each.name))
        for each, kind in rated
        if kind is not Outcome.NOT_MET
        and each.day is None
        and any(each.falls_in(term.first, term.last) is Outcome.UNKNOWN for term in terms)
    ]


def bodies_asked(rated: Sequence[Rated], terms: Sequence[Term]) -> list[Ask]:
    """Ask which body meets at what may lie in one of the terms and states no body."""
    return [
        which_body(each)
        for each, kind in rated
        if kind is Outcome.UNKNOWN
        and any(each.falls_in(term.first, term.last) is not Outcome.NOT_MET for term in terms)
    ]


def which_body(occasion: Occasion) -> Ask:
    """Ask which body meets at an item that states none."""
    path = f"{occasion.cited.field.removesuffix('.when')}.bodies"
    return Ask(path, say("Which body meets at “{name}”?", name=occasion.name))


def no_horizon(case: Case) -> Finding:
    """Find that nobody can tell, since the file does not say which days it plans for."""
    asks = [Ask("horizon", say("From which day to which day does the plan reach?"))]
    if not case.collaboration.plan_complete:
        asks.append(Ask("plan_complete", say("Are all meetings and events on the plan listed?")))
    return unknown(say("The file sets no horizon, so it has no terms to look at."), asks=asks)
