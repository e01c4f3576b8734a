"""A strategy for any noun, read off its fields: a new noun is generated without a line here."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from enum import Enum
from fractions import Fraction
from functools import cache
from inspect import unwrap
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs
from hypothesis import reject
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from samverkan.errors import InvalidValueError
from samverkan.model.facts import Absent, Claim, Disputed, Unknown
from samverkan.model.names import Text
from samverkan.model.terms import TermDates
from samverkan.model.values import ClockSpan, Length, Period
from samverkan.testing.strategies.arguments import shown_by_call
from samverkan.testing.strategies.meanings import ALWAYS, PAIRS, WHOLE, Leaves, Strategy, leaves_of
from samverkan.testing.strategies.printing import print_shortly
from samverkan.testing.strategies.states import absences, claims, disputes, facts
from samverkan.testing.strategies.times import clock_spans, dates, lengths, periods, term_dates, times_of_day
from samverkan.testing.strategies.words import texts, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Drawn: TypeAlias = dict[str, Any]
"""Values drawn for the fields of a class, by the names that its constructor takes."""

S = TypeVar("S", bound="Callable[..., Any]")

WRITTEN: Final[dict[Any, Callable[[], Strategy]]] = {
    Text: unwrap(texts),
    Absent: unwrap(absences),
    ClockSpan: unwrap(clock_spans),
    Length: unwrap(lengths),
    Period: unwrap(periods),
    TermDates: unwrap(term_dates),
    bool: st.booleans,
    int: lambda: st.integers(0, 10_000),
    str: unwrap(words),
    dt.date: unwrap(dates),
    dt.time: unwrap(times_of_day),
    Fraction: lambda: st.fractions(0, 100, max_denominator=12) | st.integers(0, 1000).map(lambda n: Fraction(n, 10)),
    NoneType: st.none,
    Unknown: lambda: st.just(Unknown.UNKNOWN),
}
"""The types that mean more than their fields say, each with the strategy written for it."""


def written(cls: type) -> Callable[[S], S]:
    """Say that a function gives the strategy for a class, instead of the one read off its fields."""

    def register(strategy: S) -> S:
        WRITTEN[cls] = strategy
        return strategy

    return register


@shown_by_call
def values_of(kind: Any, /) -> Strategy:  # noqa: ANN401  # a class, an enumeration or a union
    """Generate values of any class, enumeration or union of the model: ``values_of(Seat)``, ``values_of(When)``."""
    return _of(kind, {})


def _of(hint: Any, leaves: Leaves) -> Strategy:  # noqa: ANN401  # whatever an annotation may hold
    if hint in leaves:
        return leaves[hint]
    if hint in WRITTEN:
        return WRITTEN[hint]()
    if isinstance(hint, type):
        return _of_class(hint)
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _one_of(parts, leaves)
    if origin in _AROUND:
        return _AROUND[origin](_of(parts[0], leaves))
    raise InvalidArgument(f"{hint!r} is no class, enumeration or union of the model")


def _of_class(cls: type) -> Strategy:
    if issubclass(cls, Enum):
        return st.sampled_from(cls)
    if cls in _AROUND:
        return _AROUND[cls](texts())
    if attrs.has(cls):
        return _made(cls)
    raise InvalidArgument(f"{cls!r} is no class of the model")


def _tuples(elements: Strategy) -> Strategy:
    return listed(elements, 0, 2)


_AROUND: Final[dict[Any, Callable[[Strategy], Strategy]]] = {tuple: _tuples, Claim: claims, Disputed: disputes}
"""What stands around another type, each with the strategy that it makes of that type's."""


def _one_of(parts: tuple[Any, ...], leaves: Leaves) -> Strategy:
    if Unknown in parts:
        # Disputed[T] names T whole, even where T is a union that typing has melted into the outer one.
        (whole,) = next(get_args(part) for part in parts if get_origin(part) is Disputed)
        return facts(_of(whole, leaves))
    # A value that is not there is the simplest one.
    return st.one_of([_of(part, leaves) for part in sorted(parts, key=lambda part: part is not NoneType)])


def listed(elements: Strategy, least: int, most: int) -> Strategy:
    """Generate so many items, each with an id of its own."""
    return _listed(elements, st.integers(least, most))


@st.composite
def _listed(draw: st.DrawFn, elements: Strategy, counts: st.SearchStrategy[int]) -> tuple[Any, ...]:
    # Counted first: st.lists asks before each item, and Hypothesis, which deletes some five choices at a time, then
    # seldom gets rid of an item as large as ours when it shrinks.
    return apart([draw(elements) for _ in range(draw(counts))])


def apart(items: Iterable[Any]) -> tuple[Any, ...]:
    """Give each of the items an id of its own, by a number after those that stand there already."""
    taken: Counter[str] = Counter()
    return tuple(_renamed(item, taken) for item in items)


def _renamed(item: Any, taken: Counter[str]) -> Any:  # noqa: ANN401  # any noun
    name = getattr(item, "id", None)
    if not isinstance(name, str):
        return item
    fresh = name
    while fresh in taken:
        taken[name] += 1
        fresh = f"{name}-{taken[name]}"
    taken[fresh] = 1
    return item if fresh == name else attrs.evolve(item, id=fresh)


@cache
def _made(cls: type) -> Strategy:
    return _instances(cls)


@st.composite
def _instances(draw: st.DrawFn, cls: type) -> Any:  # noqa: ANN401  # an instance of cls
    return make(cls, fill(draw, cls))


def make(cls: type, values: Mapping[str, Any]) -> Any:  # noqa: ANN401  # an instance of cls
    """Make an instance; values that its validators refuse together are no example."""
    try:
        return cls(**in_order(values))
    except InvalidValueError:
        reject()


def in_order(values: Mapping[str, Any]) -> Drawn:
    """Swap the ends of what is drawn the wrong way round."""
    ordered = dict(values)
    for low, high in PAIRS:
        ends = [ordered.get(low), ordered.get(high)]
        if type(ends[0]) is type(ends[1]) in (int, dt.date):
            ordered[low], ordered[high] = sorted(ends)  # type: ignore[type-var]  # both whole numbers, or both days
    return ordered


def fill(draw: st.DrawFn, cls: type, *, without: frozenset[str] = frozenset()) -> Drawn:
    """Draw values for all required fields of a class and for some others, except those in ``without``."""
    required, optional = _strategies(cls, without)
    values = {name: draw(strategy) for name, strategy in required.items()}
    names = sorted(draw(_some(tuple(optional)))) if optional else []
    return values | {name: draw(optional[name]) for name in names}


def strategies_of(cls: type) -> dict[str, Strategy]:
    """Give the strategy for each field of a class, by the names that its constructor takes."""
    required, optional = _strategies(cls, frozenset())
    return required | optional


@cache
def _some(names: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    few = st.lists(st.sampled_from(names), unique=True, max_size=3)
    return few | st.lists(st.sampled_from(names), unique=True)


@cache
def _strategies(cls: type, without: frozenset[str]) -> tuple[dict[str, Strategy], dict[str, Strategy]]:
    print_shortly(cls)
    required: dict[str, Strategy] = {}
    optional: dict[str, Strategy] = {}
    hints = get_type_hints(cls)
    for attribute in attrs.fields(cls):
        name = attribute.alias or attribute.name
        if not attribute.init or name in without:
            continue
        strategy = WHOLE.get((cls, attribute.name))
        if strategy is None:
            strategy = _of(hints[attribute.name], leaves_of(cls, attribute))
        always = attribute.default is attrs.NOTHING or (cls, attribute.name) in ALWAYS
        (required if always else optional)[name] = strategy
    return required, optional
