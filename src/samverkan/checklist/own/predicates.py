"""The predicates that look at facts by themselves: stated, counted, within bounds, one of some words."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, assert_never

from attrs import frozen

from samverkan.checklist.finding import Ask, Evidence, Finding, met, not_met, unknown
from samverkan.checklist.interval import Interval, compare
from samverkan.checklist.outcome import Outcome, all_of, every, truth
from samverkan.checklist.own.leaves import leaves
from samverkan.checklist.own.rule import Count, OneOf, Stated, Within, as_word
from samverkan.checklist.reading import cite
from samverkan.model.goals import Operator
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from samverkan.checklist.case import Case
    from samverkan.checklist.own.leaves import Leaves, Listing
    from samverkan.checklist.own.rule import Predicate
    from samverkan.checklist.reading import Reading
    from samverkan.model.message import Message

_TOLD = 4
"""More fields than these are cited, but not told in the sentence."""


@frozen
class _Part:
    """What a predicate finds in one field: the outcome, what says so, and what to ask if nothing does."""

    outcome: Outcome
    field: str
    evidence: tuple[Evidence, ...]
    asks: tuple[Ask, ...] = ()
    conflict: tuple[Evidence, ...] = ()


def looked_up(case: Case, rule: Predicate) -> Finding:
    """Judge every field that the rule means; a list that may hold one more leaves it open."""
    match rule:
        case Stated(address, kind):
            found = leaves(case, address, kind)
            parts = [_read(each, Outcome.MET) for each in found.values]
        case Count(address, _, _, kind):
            found = leaves(case, address, kind)
            parts = [_counted(case, each, rule) for each in found.lists]
        case Within(address, _, _, kind):
            found = leaves(case, address, kind)
            parts = [_read(each, _bounded(_exactly(each.value), rule)) for each in found.values]
        case OneOf(address, words, kind):
            found = leaves(case, address, kind)
            parts = [_read(each, truth(_word(each.value) in words)) for each in found.values]
        case _:
            assert_never(rule)
    return _all_told(case, found, parts, _asked(rule))


def _read(reading: Reading[Any], when_stated: Outcome) -> _Part:
    if reading.silent:
        ask = Ask(reading.path, say("What is to stand in {field}?", field=reading.path))
        return _Part(Outcome.UNKNOWN, reading.path, (), (ask,), reading.conflict)
    outcome = Outcome.NOT_MET if reading.value is None else when_stated
    return _Part(outcome, reading.path, (reading.cited,))


def _exactly(value: Any) -> Interval:  # noqa: ANN401  # a number, or nothing
    return Interval(value or 0, value or 0)


def _word(value: Any) -> str | bool:  # noqa: ANN401  # any word of the model
    return str(value.value) if isinstance(value, Enum) else value


def _counted(case: Case, listing: Listing, rule: Count) -> _Part:
    number = len(listing.items)
    outcome = _bounded(Interval(number, number if listing.closed else None), rule)
    here = cite(listing.path, say("{n} listed", n=number), listing.source)
    asks = (listing.asked,) if outcome is Outcome.UNKNOWN else ()
    return _Part(outcome, listing.path, (here, listing.cited(case)), asks)


def _bounded(number: Interval, rule: Count | Within) -> Outcome:
    bounds: tuple[tuple[Operator, Fraction | int | None], ...] = (
        (Operator.AT_LEAST, rule.at_least),
        (Operator.AT_MOST, rule.at_most),
    )
    return all_of(compare(number, relation, bound) for relation, bound in bounds if bound is not None)


def _asked(rule: Predicate) -> str:
    match rule:
        case Stated():
            return ""
        case Count(_, least, most) | Within(_, least, most):
            return ", ".join([f"≥ {least}"] * (least is not None) + [f"≤ {most}"] * (most is not None))
        case OneOf(_, words):
            return " / ".join(map(as_word, words))


def _all_told(case: Case, found: Leaves, parts: list[_Part], asked: str) -> Finding:
    outcome = every((part.outcome for part in parts), closed=found.closed)
    deciding = [part for part in parts if part.outcome is outcome]
    fields = _shortly(part.field for part in deciding)
    shown = [each for part in deciding for each in part.evidence]
    passed = [each.cited(case) for each in found.passed]
    lists = _shortly(each.path for each in found.passed)
    if outcome is Outcome.MET:
        because = say("As asked ({asked}): {fields}.", asked=asked, fields=fields) if asked else _stated(fields)
        return met(because, *shown, *passed)
    if outcome is Outcome.NOT_MET and not deciding:
        return not_met(say("Complete and empty: {fields}.", fields=lists), *passed, change=found.passed[0].path)
    if outcome is Outcome.NOT_MET:
        because = say("Not as asked ({asked}): {fields}.", asked=asked, fields=fields) if asked else _missing(fields)
        return not_met(because, *shown, change=deciding[0].field)
    return _open(found, deciding, passed)


def _open(found: Leaves, deciding: list[_Part], passed: list[Evidence]) -> Finding:
    open_ = [each for each in found.passed if not each.closed]
    asks = [*(ask for part in deciding for ask in part.asks), *(each.asked for each in open_)]
    conflict = [claim for part in deciding for claim in part.conflict]
    if deciding:
        because = say("Not known: {fields}.", fields=_shortly(part.field for part in deciding))
    else:
        because = say("There may be more than is listed: {fields}.", fields=_shortly(each.path for each in open_))
    return unknown(
        because, *(each for part in deciding for each in part.evidence), *passed, asks=asks, conflict=conflict
    )


def _stated(fields: tuple[str, ...]) -> Message:
    return say("Stated: {fields}.", fields=fields)


def _missing(fields: tuple[str, ...]) -> Message:
    return say("Declared missing: {fields}.", fields=fields)


def _shortly(fields: Iterable[str]) -> tuple[str, ...]:
    every_one = tuple(fields)
    return every_one if len(every_one) <= _TOLD else (*every_one[:_TOLD], "…")
