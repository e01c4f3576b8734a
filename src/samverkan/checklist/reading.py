"""A fact at its place in the file, ready to be used, cited, or asked for."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar

from attrs import frozen

from samverkan.checklist.finding import Ask, Evidence, Finding, Words, unknown
from samverkan.model.cadence import TimesPer
from samverkan.model.facts import Absent, Disputed, Fact, Unknown, is_unknown, stated
from samverkan.model.mandate import AtLeast, Mandate, MoreThan
from samverkan.model.message import Message, say
from samverkan.model.names import Text
from samverkan.model.source import Source
from samverkan.model.values import Period
from samverkan.model.when import RelativeToPeriod, Span, When

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")


@frozen
class Reading(Generic[T]):
    """One fact as a criterion reads it (*avläsning*): the path with ids, the fact, and the source of its item."""

    path: str
    fact: Fact[T]
    source: Source | None = None

    @property
    def value(self) -> T | None:
        """The value to compute with, or nothing."""
        return stated(self.fact)

    @property
    def silent(self) -> bool:
        """Whether nothing certain is known: no source speaks, or an open dispute stands."""
        return is_unknown(self.fact)

    @property
    def denied(self) -> bool:
        """Whether a source declares that there is none."""
        return isinstance(self.fact, Absent)

    @property
    def cited(self) -> Evidence:
        """The fact as evidence; a dispute that is decided cites the claim that decides it."""
        if isinstance(self.fact, Disputed):
            deciding = next((claim for claim in self.fact.claims if claim.decides), None)
            if deciding is not None:
                return cite(self.path, told(deciding.value), deciding.source or self.source)
        # A mandate and a quorum may have a source of their own.
        return cite(self.path, told(self.fact), getattr(self.fact, "source", None) or self.source)

    @property
    def conflict(self) -> tuple[Evidence, ...]:
        """The claims that contradict each other while none decides."""
        if not isinstance(self.fact, Disputed) or self.fact.decided is not None:
            return ()
        return tuple(cite(self.path, told(claim.value), claim.source or self.source) for claim in self.fact.claims)

    def undecided(self, because: Message, question: Message, *evidence: Evidence, also: Iterable[Ask] = ()) -> Finding:
        """Find that nobody can tell for want of this fact; contradicting claims are shown as such."""
        conflict = self.conflict
        if conflict:
            because = say("The sources contradict each other, and no claim decides.")
        return unknown(because, *evidence, asks=[Ask(self.path, question), *also], conflict=conflict)


def cite(path: str, says: Words, source: Source | None) -> Evidence:
    """Make evidence of a field, at the level that the source gives to it."""
    name = path.rpartition(".")[2]
    return Evidence(path, says, source, None if source is None else source.level_of(name))


def told(value: object) -> Words:
    """Tell a value of the file: words as they stand, everything else as a sentence with the value in it."""
    match value:
        case Text():
            return value
        case Unknown():
            return say("not stated")
        case Absent(says):
            return say("declared absent: “{says}”", says=says)
        case bool():
            return say("yes") if value else say("no")
        case str() | int() | dt.date() | Enum():
            return say("{value}", value=value)
        case _:
            return _told_noun(value)


def _told_noun(value: object) -> Message:  # noqa: PLR0911  # one return for each kind of value
    match value:
        case AtLeast(number):
            return say("at least {number}", number=number)
        case MoreThan(share):
            return say("more than {share}", share=str(share))
        case Mandate():
            return say("a mandate to decide")
        case TimesPer(times, per):
            return say("once per {per}", "{n} times per {per}", n=times, per=per)
        case tuple():
            return say("{list}", list=tuple(_plain(each) for each in value)) if value else say("an empty list")
        case RelativeToPeriod(moment):
            return say("{value}", value=moment)
        case _ if isinstance(value, When):
            return told_span(value.span)
        case _:
            return say("{value}", value=_plain(value))


def _plain(value: object) -> str | Text | Enum:
    if isinstance(value, (Text, Enum)):
        return value
    if isinstance(value, Period):
        days = f"{value.from_ or '?'}–{value.to or '?'}"
        return str(value.length) if value.length and not (value.from_ or value.to) else days
    return str(value)


def told_span(span: Span) -> Message:
    """Tell when something is, no more finely than it is known."""
    if span.earliest is None or span.latest is None:
        return say("no date is stated")
    if span.earliest == span.latest:
        return say("{day}", day=span.earliest)
    return say("between {first} and {last}", first=span.earliest, last=span.latest)
