from __future__ import annotations

import datetime as dt
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from samverkan.formats.svg.tracks import Item, Tracks
from samverkan.formats.tables.almanac import Almanac, Lane, Mark, Stretch

YEAR = dt.date(2016, 1, 1), dt.date(2016, 12, 31)
DAYS = st.dates(*YEAR)
LANES = st.sets(st.integers(0, 3), min_size=1)


@st.composite
def almanacs(draw: st.DrawFn) -> Almanac:
    marks = draw(st.lists(st.tuples(DAYS, LANES), max_size=12))
    spans = draw(st.lists(st.tuples(DAYS, st.integers(0, 90), LANES), max_size=8))
    return Almanac(
        name="X",
        first=YEAR[0],
        last=YEAR[1],
        lanes=(Lane(str(place)) for place in range(4)),
        marks=(Mark(f"m{n}", day, "Möte", sorted(lanes)) for n, (day, lanes) in enumerate(marks)),
        stretches=(
            Stretch(f"s{n}", day, min(day + dt.timedelta(days), YEAR[1]), "Något", sorted(lanes))
            for n, (day, days, lanes) in enumerate(spans)
        ),
    )


def extent(item: Item) -> tuple[float, float] | None:
    first, last = (day.toordinal() for day in item.span)
    return None if isinstance(item, Mark) else (first, last + 1)


@given(almanacs())
def test_everything_has_a_track_in_each_of_its_lanes_and_nothing_is_in_its_way(shown: Almanac) -> None:
    tracks = Tracks.of(shown, extent)

    assert [each.item for each in tracks.placed] == [*shown.marks, *shown.stretches]
    assert all(tuple(tracks.tracks[place].lane for place in each.tracks) == each.item.lanes for each in tracks.placed)
    for number in range(len(tracks.tracks)):
        for one, other in combinations(tracks.inside(number), 2):
            assert one.span[1] < other.span[0] or other.span[1] < one.span[0]


@given(almanacs())
def test_no_track_is_empty(shown: Almanac) -> None:
    tracks = Tracks.of(shown, extent)

    assert all(tracks.inside(number) for number in range(len(tracks.tracks)))
