"""What a criterion finds: an outcome, why, on what evidence, and what would settle it (*iakttagelse*)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import field, frozen

from samverkan.checklist.outcome import Outcome
from samverkan.errors import InvalidValueError
from samverkan.model.message import Message
from samverkan.model.names import Text
from samverkan.model.source import Level, Source

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from attrs import Attribute

Words: TypeAlias = Message | Text
"""What a reader is told: a sentence of ours, or the words of the file as they stand."""


@frozen
class Evidence:
    """One field of the file and what it says (*belägg*).

    ``field`` is a path with ids, such as ``bodies.advisory-board.seats.ab-8.rank``; ``level`` is nothing where the file
    names no source.
    """

    field: str
    says: Words
    source: Source | None = None
    level: Level | None = None


@frozen
class Ask:
    """A field that nobody has filled in, and the question whose answer belongs there (*fråga*).

    One field may be asked for different things: another question is another ask.
    """

    field: str
    question: Message


def _alternatives(items: Iterable[Ask | AnyOf]) -> tuple[Ask | AnyOf, ...]:
    return tuple(items)


@frozen
class AnyOf:
    """Any ``number`` of some answers (*vilka som helst av svaren*), each an ask or again any number of some.

    An ask that stands twice among them counts twice; where fewer stand among them, no answers are enough.
    """

    number: int
    among: tuple[Ask | AnyOf, ...] = field(converter=_alternatives)

    @property
    def asks(self) -> tuple[Ask, ...]:
        """Every ask in it once, in order."""
        parts = (each.asks if isinstance(each, AnyOf) else (each,) for each in self.among)
        return tuple(dict.fromkeys(ask for part in parts for ask in part))

    def within(self, answered: Container[Ask]) -> bool:
        """Say whether the answers are enough."""
        found = (each.within(answered) if isinstance(each, AnyOf) else each in answered for each in self.among)
        return sum(found) >= self.number


def every_of(among: Iterable[Ask | AnyOf]) -> AnyOf:
    """Ask for all of some answers."""
    listed = tuple(among)
    return AnyOf(len(listed), listed)


def one_of(among: Iterable[Ask | AnyOf]) -> AnyOf:
    """Ask for one of some answers."""
    return AnyOf(1, among)


def _evidence(items: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(items))


def _asks(items: Iterable[Ask]) -> tuple[Ask, ...]:
    return tuple(dict.fromkeys(items))


def _backed(finding: Finding, _: Attribute[Any], evidence: tuple[Evidence, ...]) -> None:
    if finding.outcome.decided and not evidence:
        raise InvalidValueError(
            "no-evidence", f"“{finding.because}” is decided without evidence", "a field of the file that says so"
        )


@frozen
class Finding:
    """What a criterion finds in one collaboration (*iakttagelse*).

    What is met or not met cites a field. What is unknown may show the claims that contradict each other
    (``conflict``) and names the fields whose values would decide it (``asks``). ``remedy_field`` is the field that the
    remedy of a criterion not met would change here, ``remedy`` says it more closely than the criterion can.

    ``good`` are the answers that can make an unknown criterion met if they are the best that can be, ``bad`` those that
    can make it not met if they are the worst; where nothing is said, all asks together. An answer is a full one: it
    leaves nothing open in what it names, and to the question whether a list is complete it gives the whole list.
    """

    outcome: Outcome
    because: Message
    evidence: tuple[Evidence, ...] = field(default=(), converter=_evidence, validator=_backed)
    conflict: tuple[Evidence, ...] = field(default=(), converter=_evidence)
    asks: tuple[Ask, ...] = field(default=(), converter=_asks)
    remedy_field: str | None = None
    remedy: Message | None = None
    good: AnyOf | None = None
    bad: AnyOf | None = None

    @property
    def best(self) -> AnyOf:
        """The answers that can make it met."""
        return self.good or every_of(self.asks)

    @property
    def worst(self) -> AnyOf:
        """The answers that can make it not met."""
        return self.bad or every_of(self.asks)


def met(because: Message, *evidence: Evidence) -> Finding:
    """Find the rule met."""
    return Finding(Outcome.MET, because, evidence)


def not_met(because: Message, *evidence: Evidence, change: str | None = None, remedy: Message | None = None) -> Finding:
    """Find the rule not met; ``change`` is the field of this file that would have to change, ``remedy`` how."""
    return Finding(Outcome.NOT_MET, because, evidence, remedy_field=change, remedy=remedy)


def unknown(  # what would settle it has these parts
    because: Message,
    *evidence: Evidence,
    asks: Iterable[Ask] = (),
    conflict: Iterable[Evidence] = (),
    good: AnyOf | None = None,
    bad: AnyOf | None = None,
) -> Finding:
    """Find that nobody can tell, and say what would settle it."""
    return Finding(Outcome.UNKNOWN, because, evidence, conflict, asks, good=good, bad=bad)


def not_applicable(because: Message, *evidence: Evidence) -> Finding:
    """Find that there is nothing for the rule to be about, and say why."""
    return Finding(Outcome.NOT_APPLICABLE, because, evidence)
