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
    from collections.abc import Iterable

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
    """

    outcome: Outcome
    because: Message
    evidence: tuple[Evidence, ...] = field(default=(), converter=_evidence, validator=_backed)
    conflict: tuple[Evidence, ...] = field(default=(), converter=_evidence)
    asks: tuple[Ask, ...] = field(default=(), converter=_asks)
    remedy_field: str | None = None
    remedy: Message | None = None


def met(because: Message, *evidence: Evidence) -> Finding:
    """Find the rule met."""
    return Finding(Outcome.MET, because, evidence)


def not_met(because: Message, *evidence: Evidence, change: str | None = None, remedy: Message | None = None) -> Finding:
    """Find the rule not met; ``change`` is the field of this file that would have to change, ``remedy`` how."""
    return Finding(Outcome.NOT_MET, because, evidence, remedy_field=change, remedy=remedy)


def unknown(
    because: Message, *evidence: Evidence, asks: Iterable[Ask] = (), conflict: Iterable[Evidence] = ()
) -> Finding:
    """Find that nobody can tell, and say what would settle it."""
    return Finding(Outcome.UNKNOWN, because, evidence, conflict, asks)


def not_applicable(because: Message, *evidence: Evidence) -> Finding:
    """Find that there is nothing for the rule to be about, and say why."""
    return Finding(Outcome.NOT_APPLICABLE, because, evidence)
