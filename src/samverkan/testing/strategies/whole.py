"""Whole collaborations, which always hold together."""

from __future__ import annotations

from functools import cache
from inspect import unwrap
from typing import TYPE_CHECKING, Any, Final

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from samverkan.model.activities import Activity, Event, Series
from samverkan.model.collaboration import Collaboration
from samverkan.model.message import Message, say
from samverkan.model.organisations import Municipality, Organisation
from samverkan.model.records import Held
from samverkan.model.values import Period
from samverkan.model.walk import Visit, walk
from samverkan.testing.strategies.arguments import check_bounds, shown_by_call
from samverkan.testing.strategies.generic import Drawn, apart, fill, listed, values_of, written
from samverkan.testing.strategies.joining import joined
from samverkan.testing.strategies.nouns import tables
from samverkan.testing.strategies.times import closed_periods, dates
from samverkan.testing.strategies.words import ids, texts, words

if TYPE_CHECKING:
    from samverkan.model.terms import TermDates

_DRAWN_APART: Final = frozenset(
    {"bodies", "organisations", "municipalities", "series", "events", "activities", "held", "horizon"}
)


@shown_by_call
def collaborations(  # noqa: PLR0913  # keyword-only bounds, all with defaults
    *,
    min_bodies: int = 0,
    max_bodies: int = 3,
    min_seats: int = 0,
    max_seats: int = 3,
    min_series: int = 0,
    max_series: int = 2,
    min_events: int = 0,
    max_events: int = 2,
    min_organisations: int = 0,
    max_organisations: int = 4,
) -> st.SearchStrategy[Collaboration]:
    """Generate collaborations that hold together, with any part of them unknown; seats are counted for each body."""
    for name, smallest, largest in (
        ("bodies", min_bodies, max_bodies),
        ("seats", min_seats, max_seats),
        ("series", min_series, max_series),
        ("events", min_events, max_events),
        ("organisations", min_organisations, max_organisations),
    ):
        check_bounds(name, smallest, largest, least=0)
    if min_series and not min_bodies:
        raise InvalidArgument(f"min_series={min_series} needs a body that meets: give min_bodies too")
    lists = {
        "bodies": listed(tables(min_seats=min_seats, max_seats=max_seats), min_bodies, max_bodies),
        "organisations": listed(unwrap(values_of)(Organisation), min_organisations, max_organisations),
        "series": listed(unwrap(values_of)(Series), min_series, max_series),
        "events": listed(unwrap(values_of)(Event), min_events, max_events),
        "activities": listed(unwrap(values_of)(Activity), 0, 1),
        "held": listed(unwrap(values_of)(Held), 0, 1),
        "municipalities": st.lists(unwrap(values_of)(Municipality), max_size=2, unique_by=lambda town: town.code),
    }
    return _wholes(lists)


@st.composite
def _wholes(draw: st.DrawFn, lists: dict[str, st.SearchStrategy[Any]]) -> Collaboration:
    drawn = {name: draw(items) for name, items in lists.items()}
    rest = fill(draw, Collaboration, without=_DRAWN_APART)
    return _whole(rest, drawn, draw(_HORIZONS), forward=draw(_ORDERS))


_HORIZONS: Final = st.none() | st.just("series") | closed_periods()
"""No horizon, that of the series, or any other."""

_ORDERS: Final = st.booleans()
"""Whether references are to later items or to earlier ones."""


def _whole(rest: Drawn, lists: Drawn, horizon: Period | str | None, *, forward: bool) -> Collaboration:
    series, activities = len(lists["series"]), len(lists["activities"])
    occasions = apart((*lists["series"], *lists["activities"], *lists["events"]))
    values = {
        **rest,
        **lists,
        "municipalities": tuple(lists["municipalities"]),
        "terms": _one_after_the_other(rest.get("terms", ())),
        "series": occasions[:series],
        "activities": occasions[series : series + activities],
        "events": occasions[series + activities :],
    }
    whole = joined(values, forward=forward)
    return Collaboration(**whole, horizon=_hull(whole["series"]) if isinstance(horizon, str) else horizon)


def _one_after_the_other(terms: tuple[TermDates, ...]) -> tuple[TermDates, ...]:
    kept: list[TermDates] = []
    for each in terms:
        if all(each.to < other.from_ or other.to < each.from_ for other in kept):
            kept.append(each)
    return tuple(kept)


def _hull(series: tuple[Series, ...]) -> Period | None:
    return Period(min(one.from_ for one in series), max(one.to for one in series)) if series else None


written(Collaboration)(cache(collaborations))


@written(Visit)
@shown_by_call
def visits() -> st.SearchStrategy[Visit]:
    """Generate what a walk through a collaboration meets."""
    return collaborations().flatmap(lambda whole: st.sampled_from(list(walk(whole))))


@written(Message)
@shown_by_call
def messages() -> st.SearchStrategy[Message]:
    """Generate sentences with their facts kept apart, of one and of several."""
    plain = st.one_of(words(), st.integers(), dates(), texts(), st.lists(ids(), max_size=3).map(tuple))
    singular, plural = "{n} seat: {what}", st.none() | st.just("{n} seats: {what}")
    return st.builds(lambda several, n, what: say(singular, several, n=n, what=what), plural, st.integers(0, 3), plain)
