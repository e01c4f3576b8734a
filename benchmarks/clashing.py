"""The cost of finding who is expected in two meetings at once, and how it grows."""

from __future__ import annotations

import datetime as dt
import math
import tracemalloc
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from intervaltree import IntervalTree  # type: ignore[import-untyped]  # it has no types

from benchmarks.country import FIRST, LAST, country
from benchmarks.timing import Row, compared
from samverkan.model.facts import stated
from samverkan.model.names import Text
from samverkan.planning.clashes import clashes
from samverkan.planning.meeting import Meeting, in_order
from samverkan.planning.placing import place
from samverkan.planning.table import Table
from samverkan.planning.workdays import Calendar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkan.planning.clashes import Clash

    _Rows = dict[str, list[tuple[int, int, str]]]

QUESTION = "Finding the clashes"
SIZES = ((1, 333), (3, 1096), (30, 1096), (302, 1096))
"""Municipalities and days that give some 10³, 10⁴, 10⁵ and 10⁶ rows, a row being one person in one meeting."""


def rows() -> Iterable[Row]:
    """Measure ours, from meetings and seats to clashes, against an interval tree for each holder."""
    for municipalities, days in SIZES:
        meetings, tables = plan(municipalities, days)
        by_holder = check(meetings, tables)
        yield compared(
            QUESTION,
            "intervaltree, one for each holder",
            partial(clashes, meetings, tables),
            partial(_by_trees, by_holder),
            count=sum(map(len, by_holder.values())),
            unit="row",
            target=0.25,
            times=3 if municipalities > 100 else 7,
        )


def check(meetings: Sequence[Meeting], tables: Sequence[Table]) -> _Rows:
    """Hold that the trees find the clashes that we find, and give the rows of which they were made."""
    by_holder = _by_holder(meetings, tables)
    found = _by_trees(by_holder)
    assert found  # noqa: S101  # a plan without clashes would show nothing
    assert _pairs(clashes(meetings, tables)) == found  # noqa: S101  # both do the same work
    return by_holder


def told(measured: Sequence[Row]) -> str:
    """Tell how our time grows from the smallest plan to the largest, and what memory the largest takes."""
    few, many = measured[0], measured[-1]
    growth = many.ours * many.count / (few.ours * few.count)
    allowed = many.count * math.log(many.count) / (few.count * math.log(few.count))
    return (
        f"From {few.count:,} rows to {many.count:,} our time for clashes grows {growth:,.0f} times; n log n would be "
        f"{allowed:,.0f} times. {memory()}"
    )


def memory() -> str:
    """Tell the memory that the largest plan takes: the meetings, and the most at any moment of the search."""
    tracemalloc.start()
    meetings, tables = plan(*SIZES[-1])
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.reset_peak()
    found = clashes(meetings, tables)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return (
        f"{len(meetings):,} meetings and their seats take {held / 1e6:.0f} MB, and the search for their {len(found):,} "
        f"clashes {(most - held) / 1e6:.0f} MB more at the most."
    )


def plan(municipalities: int, days: int) -> tuple[list[Meeting], list[Table]]:
    """Give the meetings in order, and the tables, of a country in its first days."""
    sweden = Calendar.swedish(FIRST.year - 1, LAST.year + 1)
    last = FIRST + dt.timedelta(days=days - 1)
    meetings: list[Meeting] = []
    tables = []
    for municipality in country(municipalities):
        tables += [Table(municipality.id, body.id, body.seats) for body in municipality.bodies]
        for series in municipality.series:
            made = place(series, Text(series.body), path=(), calendar=sweden).meetings
            meetings += (meeting for meeting in made if meeting.date <= last)
    return sorted(meetings, key=in_order), tables


def _by_holder(meetings: Iterable[Meeting], tables: Iterable[Table]) -> _Rows:
    """Lay the rows ready for the peer: when each holder is taken, in minutes."""
    seats = {table.body: [str(stated(seat.holder)) for seat in table.seats] for table in tables}
    found: _Rows = defaultdict(list)
    for meeting in meetings:
        if meeting.takes_place and meeting.body and meeting.clock and meeting.clock.end:
            day, clock = meeting.date.toordinal() * 1440, meeting.clock
            start, end = (
                clock.start.hour * 60 + clock.start.minute,
                meeting.clock.end.hour * 60 + meeting.clock.end.minute,
            )
            for holder in seats[meeting.body]:
                found[holder].append((day + start, day + end, meeting.id))
    return found


def _by_trees(by_holder: _Rows) -> set[tuple[str, ...]]:
    found = set()
    for times in by_holder.values():
        tree = IntervalTree.from_tuples(times)
        for start, end, name in times:
            for other in tree.overlap(start, end):
                if other.data != name:
                    found.add(tuple(sorted((name, other.data))))
    return found


def _pairs(found: Iterable[Clash]) -> set[tuple[str, ...]]:
    return {tuple(sorted(clash.meetings)) for clash in found}
