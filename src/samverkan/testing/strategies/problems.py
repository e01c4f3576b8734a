"""Problems for ``arrange``, small enough that a test can try every answer."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, TypeVar

from hypothesis import strategies as st

from samverkan.arranging.problem import Away, Candidate, Fixed, Limit, Person, Problem, Spacing, Wanted, Way
from samverkan.model.names import Text
from samverkan.planning.moment import moment
from samverkan.testing.strategies.arguments import check_bounds, shown_by_call

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")

_FIRST: Final = dt.date(2026, 3, 23)  # a Monday; on the Sunday the clock is put forward
_PEOPLE: Final = ("chef", "lots", "rektor")
_PLACES: Final = (None, "folkets-hus", "kommunhuset", "skolan")
_SERIES: Final = ("grupp", "råd")
_WAYS: Final = (("kommunhuset", "skolan"), ("skolan", "kommunhuset"))

_DAYS = st.integers(0, 7).map(lambda number: _FIRST + dt.timedelta(days=number))
# Few hours and few people, so that they are in each other's way.
_HALF_HOURS = st.integers(2, 10)
_LENGTHS = st.integers(1, 5)
_HOLDERS = st.sets(st.sampled_from(_PEOPLE), max_size=2)
_LIMITS = st.none() | st.integers(0, 3)


@shown_by_call
def problems(*, max_meetings: int = 5, max_candidates: int = 4) -> st.SearchStrategy[Problem]:
    """Generate problems with at most so many meetings to place, each with at most so many times that it may get.

    They may have all that a problem can have: rooms, ways, limits, fixed meetings, times away and spacings. Some of
    them cannot be solved without leaving something out.
    """
    check_bounds("meetings", 0, max_meetings)
    check_bounds("candidates", 0, max_candidates)
    return _problems(max_meetings, max_candidates)


@st.composite
def _problems(draw: st.DrawFn, max_meetings: int, max_candidates: int) -> Problem:
    wanted = [draw(_wanted(number, max_candidates)) for number in range(draw(st.integers(0, max_meetings)))]
    return Problem(
        meetings=wanted,
        fixed=[draw(_fixed(number)) for number in range(draw(st.integers(0, 2)))],
        away=draw(st.lists(_away(), max_size=2)),
        daily=draw(_LIMITS),
        limits=[Limit(name, draw(st.integers(0, 2))) for name in draw(_some(_PEOPLE))],
        spacings=[Spacing(name, draw(_LIMITS), draw(_LIMITS)) for name in draw(_some(_SERIES))],
        ways=[Way(*way, draw(st.integers(0, 90))) for way in draw(_some(_WAYS))],
        rooms=draw(_some(("folkets-hus", "kommunhuset"))),
        people=[Person("chef", "Chefen")],
    )


def _some(names: Sequence[T]) -> st.SearchStrategy[list[T]]:
    return st.lists(st.sampled_from(names), unique=True, max_size=len(names))


@st.composite
def _times(draw: st.DrawFn) -> tuple[dt.datetime, dt.datetime]:
    start = moment(draw(_DAYS), dt.time()).add(minutes=30 * draw(_HALF_HOURS))
    return start, start.add(minutes=30 * draw(_LENGTHS))


@st.composite
def _wanted(draw: st.DrawFn, number: int, max_candidates: int) -> Wanted:
    day = draw(_DAYS)
    candidates = [
        Candidate(*draw(_times()), draw(st.integers(0, 9)), draw(st.sampled_from(_PLACES)), moved=draw(st.booleans()))
        for _ in range(draw(st.integers(0, max_candidates)))
    ]
    return Wanted(
        id=f"möte-{number}",
        collaboration=draw(st.sampled_from(("tranemo", "ockelbo"))),
        series=draw(st.none() | st.sampled_from(_SERIES)),
        name=f"Möte {number}",
        nominal=day,
        date=day,
        holders=draw(_HOLDERS),
        candidates=candidates,
    )


@st.composite
def _fixed(draw: st.DrawFn, number: int) -> Fixed:
    series = draw(st.none() | st.sampled_from(_SERIES))
    return Fixed(
        id=f"fast-{number}",
        start=(times := draw(_times()))[0],
        end=times[1],
        holders=draw(_HOLDERS),
        place=draw(st.sampled_from(_PLACES)),
        series=series,
        nominal=None if series is None else draw(_DAYS),
        name=Text("Dagen"),
    )


@st.composite
def _away(draw: st.DrawFn) -> Away:
    return Away(draw(st.sampled_from(_PEOPLE)), *draw(_times()))
