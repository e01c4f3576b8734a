"""The nouns that people test with most, with the bounds that such tests ask for."""

from __future__ import annotations

import datetime as dt
from functools import cache
from inspect import unwrap
from typing import TYPE_CHECKING, Final, TypeVar, cast

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from samverkan.model.activities import Activity, Change, Event, Series
from samverkan.model.bodies import Body, Seat
from samverkan.model.cadence import Cadence, EveryDays, EveryWeeks, MonthlyOn, ParityWeeks, WeeklyOn
from samverkan.model.goals import Goal
from samverkan.model.mandate import Quorum
from samverkan.model.organisations import Municipality, Organisation
from samverkan.model.reported import ReportedTie
from samverkan.model.results import PublishedResult
from samverkan.model.when import InMonth, When
from samverkan.planning.expand import expand
from samverkan.testing.strategies.arguments import check_bounds, shown_by_call
from samverkan.testing.strategies.generic import Drawn, fill, listed, make, values_of, written
from samverkan.testing.strategies.joining import attainable, referring
from samverkan.testing.strategies.meanings import REFERENCES
from samverkan.testing.strategies.times import FIRST_DAY, LAST_DAY, clock_spans, dates, years
from samverkan.testing.strategies.words import texts

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")

_LONGEST: Final = 400


# A composite, so that a counterexample prints as the value and not as the way in which it was made.
@st.composite
def _tied(draw: st.DrawFn, /, nouns: st.SearchStrategy[T], **known: tuple[str, ...]) -> T:
    return cast("T", referring(draw(nouns), **known))


@shown_by_call
def cadences() -> st.SearchStrategy[Cadence]:
    """Generate every way in which a source states how often."""
    return values_of(Cadence)


@shown_by_call
def whens() -> st.SearchStrategy[When]:
    """Generate every way in which a source states a time."""
    return values_of(When)


@written(InMonth)
def _in_months() -> st.SearchStrategy[InMonth]:
    year = years(max_value=2199)
    return st.one_of(
        st.builds(InMonth, st.integers(1, 12)),
        st.builds(lambda *month: InMonth(_month(*month)), year, st.integers(0, 11)),
        st.builds(_stretch, year, st.integers(0, 11), st.integers(1, 12)),
    )


def _stretch(year: int, month: int, more: int) -> InMonth:
    return InMonth(_month(year, month), _month(year, month + more))


def _month(year: int, month: int) -> str:
    return f"{year + month // 12:04}-{month % 12 + 1:02}"


@shown_by_call
def quorums() -> st.SearchStrategy[Quorum]:
    """Generate quorums of a fixed number and of a share."""
    return values_of(Quorum)


@shown_by_call
def goals() -> st.SearchStrategy[Goal]:
    """Generate goals of every kind."""
    return values_of(Goal)


@shown_by_call
def published_results() -> st.SearchStrategy[PublishedResult]:
    """Generate published results of every kind."""
    return values_of(PublishedResult)


@shown_by_call
def municipalities() -> st.SearchStrategy[Municipality]:
    """Generate municipalities whose codes exist; their names are any words."""
    return values_of(Municipality)


@shown_by_call
def organisations() -> st.SearchStrategy[Organisation]:
    """Generate organisations, part of none."""
    return _tied(values_of(Organisation))


@written(ReportedTie)
@st.composite
def _reported_ties(draw: st.DrawFn) -> ReportedTie:
    values = fill(draw, ReportedTie, without=frozenset({"from_", "to"}))
    one, other = draw(_TWO)
    return ReportedTie(from_=one, to=other, **values)


_TWO: Final = st.lists(st.sampled_from(REFERENCES), min_size=2, max_size=2, unique=True)


@shown_by_call
def seats(*, organisations: Iterable[str] = ()) -> st.SearchStrategy[Seat]:
    """Generate seats, vacant ones and co-opted ones among them, that represent some of the given organisations."""
    known = tuple(organisations)
    return _tied(values_of(Seat), organisations=known)


@shown_by_call
def bodies(*, min_seats: int = 0, max_seats: int = 4, organisations: Iterable[str] = ()) -> st.SearchStrategy[Body]:
    """Generate bodies whose seats have ids of their own and can reach the quorum."""
    known = tuple(organisations)
    return _tied(tables(min_seats=min_seats, max_seats=max_seats), organisations=known)


@cache
def tables(*, min_seats: int, max_seats: int) -> st.SearchStrategy[Body]:
    """Generate bodies whose references, except to their own seats, stand open."""
    check_bounds("seats", min_seats, max_seats, least=0)
    return _tables(listed(unwrap(values_of)(Seat), min_seats, max_seats))


@st.composite
def _tables(draw: st.DrawFn, places: st.SearchStrategy[tuple[Seat, ...]]) -> Body:
    values = fill(draw, Body, without=frozenset({"seats"}))
    return attainable(cast("Body", make(Body, {**values, "seats": draw(places)})))


written(Body)(lambda: tables(min_seats=0, max_seats=3))


@shown_by_call
def series(
    *,
    bodies: Iterable[str] = ("a",),
    min_value: dt.date = FIRST_DAY,
    max_value: dt.date = LAST_DAY,
    max_days: int = _LONGEST,
) -> st.SearchStrategy[Series]:
    """Generate series of meetings of the given bodies, of at most ``max_days`` days, both ends counted."""
    known = tuple(bodies)
    if not known:
        raise InvalidArgument("bodies=() leaves no body that could meet")
    placed = _series(min_value=min_value, max_value=max_value, max_days=max_days)
    return _tied(placed, bodies=known)


@cache
def _series(*, min_value: dt.date, max_value: dt.date, max_days: int) -> st.SearchStrategy[Series]:
    check_bounds("days", 1, max_days)
    return _placed_series(
        dates(min_value=min_value, max_value=max_value),
        st.integers(0, max_days - 1).map(dt.timedelta),
        max_value,
        st.lists(st.tuples(st.integers(0, _LONGEST), _CHANGES), max_size=2),
    )


@st.composite
def _placed_series(
    draw: st.DrawFn,
    days: st.SearchStrategy[dt.date],
    lengths: st.SearchStrategy[dt.timedelta],
    latest: dt.date,
    changes: st.SearchStrategy[list[tuple[int, Drawn]]],
) -> Series:
    values = fill(draw, Series, without=frozenset({"from_", "to", "changes"}))
    first = draw(days)
    return _with_changes(values, first, min(first + draw(lengths), latest), draw(changes))


@written(Series)
def _any_series() -> st.SearchStrategy[Series]:
    return _series(min_value=FIRST_DAY, max_value=LAST_DAY, max_days=_LONGEST)


# A change moves a meeting by at most so many days, gives it another hour, or cancels it; it never says nothing.
_MOVES: Final = st.integers(-60, 60).map(dt.timedelta)
_CHANGES: Final[st.SearchStrategy[Drawn]] = st.one_of(
    st.fixed_dictionaries({"cancelled": st.just(value=True)}, optional={"reason": texts()}),
    st.fixed_dictionaries({"date": _MOVES}, optional={"time": clock_spans(), "reason": texts()}),
    st.fixed_dictionaries({"time": clock_spans()}, optional={"reason": texts()}),
)


# The dates of other rules hang on which days are free, and so on a calendar that only a schedule knows.
_COUNTED: Final = (EveryDays, EveryWeeks, WeeklyOn, ParityWeeks, MonthlyOn)


def _with_changes(values: Drawn, first: dt.date, last: dt.date, changes: Iterable[tuple[int, Drawn]]) -> Series:
    changes = list(changes)
    met = expand(values["every"], first, last) if changes and isinstance(values["every"], _COUNTED) else []
    by_day = {met[at % len(met)]: each for at, each in changes} if met else {}
    told = tuple(_change(day, by_day[day]) for day in sorted(by_day))
    return cast("Series", make(Series, {**values, "from_": first, "to": last, "changes": told}))


def _change(day: dt.date, values: Drawn) -> Change:
    moved = {"date": day + values["date"]} if "date" in values else {}
    return Change(nominal=day, **{**values, **moved})


@shown_by_call
def events(*, bodies: Iterable[str] = ()) -> st.SearchStrategy[Event]:
    """Generate events, dated as finely as any source dates them, at which some of the given bodies meet."""
    known = tuple(bodies)
    return _tied(values_of(Event), bodies=known)


@shown_by_call
def activities() -> st.SearchStrategy[Activity]:
    """Generate activities that refer to nothing."""
    return _tied(values_of(Activity))
