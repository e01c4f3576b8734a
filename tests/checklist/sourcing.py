"""Collaborations in which every item says where it comes from: records and claims, some of which expire."""
# ruff: noqa: ANN401  # any noun

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
from hypothesis import strategies as st

from samverkan.model.facts import Disputed
from samverkan.model.names import Text
from samverkan.model.source import Level, Source
from samverkan.model.walk import key_of
from samverkan.testing import plannable

from .strategies import collaborations as rich

ENDS = (dt.date(2016, 2, 29), dt.date(2016, 5, 31), dt.date(2016, 12, 31), dt.date.max)
DAYS = st.none() | st.sampled_from([day for end in ENDS[:3] for day in (end, end + dt.timedelta(1))])


def sources() -> st.SearchStrategy[Source | None]:
    """Generate a few sources, so that many items share one."""
    ends = st.none() | st.sampled_from(ENDS)
    levels = st.sampled_from(Level)
    return st.none() | st.builds(
        lambda ref, level, end: Source(ref, level=level, valid_until=end), st.sampled_from("ab"), levels, ends
    )


@st.composite
def sourced(draw: st.DrawFn) -> Any:
    """Generate a collaboration and give each of its items one of three sources or none."""
    pool = draw(st.lists(sources(), min_size=3, max_size=3))
    return _sourced(draw(st.one_of(rich(), plannable())), draw, pool)


def _sourced(item: Any, draw: st.DrawFn, pool: list[Source | None]) -> Any:
    changes: dict[str, Any] = {}
    for attribute in attrs.fields(type(item)):
        value = getattr(item, attribute.name)
        if attribute.name == "source":
            changes["source"] = _inferring(draw(st.sampled_from(pool)), item, draw)
        elif isinstance(value, tuple):
            changes[attribute.name] = tuple(_sourced(each, draw, pool) if _is_noun(each) else each for each in value)
        elif _is_noun(value):
            changes[attribute.name] = _sourced(value, draw, pool)
    return attrs.evolve(item, **changes)


def _inferring(source: Source | None, item: Any, draw: st.DrawFn) -> Source | None:
    if source is None or draw(st.integers(0, 4)):
        return source
    keys = [key_of(attribute) for attribute in attrs.fields(type(item))]
    return attrs.evolve(source, inferred=draw(st.lists(st.sampled_from(keys), max_size=2, unique=True)))


def _is_noun(value: Any) -> bool:
    return attrs.has(type(value)) and not isinstance(value, (Text, Source, Disputed))
