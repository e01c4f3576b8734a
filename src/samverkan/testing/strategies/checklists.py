"""Checklists of one's own, with rules of every kind about any field of the model."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from functools import cache
from inspect import unwrap
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve
from hypothesis import strategies as st

from samverkan.checklist.criterion import Aspect, Effort
from samverkan.checklist.own.address import Address, Holds, addresses
from samverkan.checklist.own.checklist import OwnChecklist, OwnCriterion, OwnFactor, OwnRemedy
from samverkan.checklist.own.rule import AllOf, AnyOf, Count, Not, OneOf, Rule, Shipped, SomeOf, Stated, Within
from samverkan.checklist.own.setting import Setting
from samverkan.checklist.registry import checklist_named, shipped_names
from samverkan.model.bodies import BodyKind
from samverkan.testing.strategies.arguments import shown_by_call
from samverkan.testing.strategies.generic import apart
from samverkan.testing.strategies.words import ids, texts, words

if TYPE_CHECKING:
    from collections.abc import Callable

_SHIPPED: Final = tuple(f"{name}:{each.id}" for name in shipped_names() for each in checklist_named(name).criteria)
_SETTINGS: Final = st.sampled_from(
    [
        Setting("min_lead_share", Fraction(1, 4)),
        Setting("max_gap_days", Fraction(21)),
        Setting("min_advisory_seats", Fraction(2)),
        Setting("end_is_deadline", value=False),
    ]
)
_WEIGHTS: Final = st.sampled_from([Fraction(1), Fraction(2), Fraction(1, 3)])
_BOUNDS: Final = st.tuples(st.none() | st.integers(0, 3), st.none() | st.integers(3, 40)).filter(any)


def _settings() -> st.SearchStrategy[tuple[Setting, ...]]:
    return st.lists(_SETTINGS, max_size=2, unique_by=lambda each: each.name).map(tuple)


@cache
def _of(wanted: Callable[[Address], bool]) -> st.SearchStrategy[Address]:
    found = [each for each in addresses() if wanted(each)]
    # What hangs on bodies and seats stands in every setup that is drawn; the rest seldom has a value.
    often = [each for each in found if each.steps[0] in {"bodies", "lead", "publication"}]
    return st.sampled_from(often or found) | st.sampled_from(found)


def _is_fact(address: Address) -> bool:
    return address.target.holds is Holds.FACT


def _is_list(address: Address) -> bool:
    return address.target.holds is Holds.LIST


def _is_number(address: Address) -> bool:
    return address.target.hint in (int, Fraction) and not _is_list(address)


def _is_word(address: Address) -> bool:
    return bool(_possible(address)) and not _is_list(address)


def _possible(address: Address) -> list[str | bool]:
    hint = address.target.hint
    if hint is bool:
        return [True, False]
    return [str(member.value) for member in hint] if isinstance(hint, type) and issubclass(hint, Enum) else []


@st.composite
def _predicates(draw: st.DrawFn) -> Rule:
    kind = draw(st.sampled_from([_is_fact, _is_list, _is_number, _is_word]))
    address = draw(_of(kind))
    bodies = draw(st.none() | st.sampled_from(BodyKind)) if address.steps[0] == "bodies" else None
    if kind is _is_fact:
        return Stated(address, bodies)
    if kind is _is_word:
        chosen = st.lists(st.sampled_from(_possible(address)), min_size=1, unique=True)
        return OneOf(address, draw(chosen), bodies)
    least, most = draw(_BOUNDS)
    made: Any = Count if kind is _is_list else Within
    return made(address, least, most, bodies)  # type: ignore[no-any-return]  # one rule or the other


def _composed(parts: st.SearchStrategy[Rule]) -> st.SearchStrategy[Rule]:
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    some = several.flatmap(lambda of: st.integers(1, len(of)).map(lambda number: SomeOf(number, of)))
    return st.one_of(several.map(AllOf), several.map(AnyOf), some, parts.map(Not))


@shown_by_call
def rules(*, max_leaves: int = 4) -> st.SearchStrategy[Rule]:
    """Generate rules: shipped criteria, predicates about any field, and what is composed of these."""
    shipped = st.builds(Shipped, st.sampled_from(_SHIPPED), _settings())
    return st.recursive(shipped | _predicates(), _composed, max_leaves=max_leaves)


@shown_by_call
def checklists(*, max_factors: int = 2, max_criteria: int = 2) -> st.SearchStrategy[OwnChecklist]:
    """Generate checklists of one's own, each factor with a core criterion."""
    return _checklists(max_factors, max_criteria)


@st.composite
def _checklists(draw: st.DrawFn, factors: int, criteria: int) -> OwnChecklist:
    drawn = apart([draw(_factors(criteria)) for _ in range(draw(st.integers(1, factors)))])
    asked = iter(apart([each for factor in drawn for each in factor.criteria]))
    return OwnChecklist(
        id=draw(unwrap(ids)().filter(lambda name: name not in shipped_names())),
        version=draw(unwrap(words)()),
        name=draw(unwrap(texts)()),
        parameters=draw(_settings()),
        factors=[evolve(factor, criteria=[next(asked) for _ in factor.criteria]) for factor in drawn],
    )


@st.composite
def _factors(draw: st.DrawFn, most: int) -> OwnFactor:
    drawn = [draw(_criteria()) for _ in range(draw(st.integers(1, most)))]
    return OwnFactor(
        id=draw(unwrap(ids)()),
        name=draw(unwrap(texts)()),
        weight=draw(_WEIGHTS),
        criteria=[evolve(drawn[0], core=True), *drawn[1:]],
    )


@st.composite
def _criteria(draw: st.DrawFn) -> OwnCriterion:
    rule = draw(rules())
    silent = isinstance(rule, Shipped) and draw(st.booleans())
    return OwnCriterion(
        id=draw(unwrap(ids)()),
        rule=rule,
        question=None if silent else draw(unwrap(texts)()),
        source=None if silent else draw(unwrap(texts)()),
        core=draw(st.booleans()),
        level=draw(st.none() | st.sampled_from(Aspect)),
        weight=draw(_WEIGHTS),
        parameters=draw(_settings()),
        remedy=None if silent else draw(_remedies()),
    )


def _remedies() -> st.SearchStrategy[OwnRemedy]:
    return st.builds(
        OwnRemedy,
        text=unwrap(texts)(),
        effort=st.sampled_from(Effort),
        responsible=unwrap(texts)(),
        field=st.just("bodies"),
    )
