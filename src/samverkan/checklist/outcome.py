"""Strong Kleene logic: a rule is met, not met, or nobody can tell, and ignorance is never taken for either."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Outcome(Enum):
    """How a rule comes out (*utfall*); ``UNKNOWN`` says that some completion of the facts meets it and some does not.

    ``NOT_APPLICABLE`` is no truth value: it says that there is nothing for the rule to be about, and counts nowhere.
    """

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"

    @property
    def decided(self) -> bool:
        """Whether no further fact can change it."""
        return self is Outcome.MET or self is Outcome.NOT_MET


class Verdict(Enum):
    """What the factors come to together (*omdöme*): the setup holds, falls short, or cannot be judged yet."""

    HOLDS = "holds"
    FALLS_SHORT = "falls_short"
    UNDETERMINED = "undetermined"


def all_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Give the strong-Kleene AND of those that apply; of nothing that applies it is ``NOT_APPLICABLE``.

    >>> all_of([Outcome.MET, Outcome.UNKNOWN]).value, all_of([Outcome.NOT_MET, Outcome.UNKNOWN]).value
    ('unknown', 'not_met')
    """
    return _first(outcomes, (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET))


def any_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Give the strong-Kleene OR of those that apply; of nothing that applies it is ``NOT_APPLICABLE``."""
    return _first(outcomes, (Outcome.MET, Outcome.UNKNOWN, Outcome.NOT_MET))


def negation(outcome: Outcome) -> Outcome:
    """Swap met and not met; what is unknown or not applicable stays so."""
    return {Outcome.MET: Outcome.NOT_MET, Outcome.NOT_MET: Outcome.MET}.get(outcome, outcome)


def every(outcomes: Iterable[Outcome], *, closed: bool) -> Outcome:
    """Judge a rule about every element of a list: an open list may hold one more that breaks it.

    There is no vacuous truth: of an empty list it is unknown while the list is open, and not met once it is closed.
    """
    found = all_of(outcomes)
    if found is Outcome.NOT_APPLICABLE:
        return Outcome.NOT_MET if closed else Outcome.UNKNOWN
    return found if closed or found is Outcome.NOT_MET else Outcome.UNKNOWN


def some(outcomes: Iterable[Outcome], *, closed: bool) -> Outcome:
    """Judge a rule about some element of a list: only absence from a closed list says that there is none."""
    found = any_of(outcomes)
    if found is Outcome.NOT_APPLICABLE:
        found = Outcome.NOT_MET
    return found if closed or found is Outcome.MET else Outcome.UNKNOWN


def truth(known: bool | None) -> Outcome:  # noqa: FBT001  # the value itself, not a switch
    """Take yes, no, or nothing known as an outcome."""
    if known is None:
        return Outcome.UNKNOWN
    return Outcome.MET if known else Outcome.NOT_MET


def verdict_of(outcome: Outcome) -> Verdict:
    """Give the verdict that the AND over all factors amounts to."""
    return {Outcome.MET: Verdict.HOLDS, Outcome.NOT_MET: Verdict.FALLS_SHORT}.get(outcome, Verdict.UNDETERMINED)


def _first(outcomes: Iterable[Outcome], order: tuple[Outcome, ...]) -> Outcome:
    found = frozenset(outcomes)
    return next((outcome for outcome in order if outcome in found), Outcome.NOT_APPLICABLE)
