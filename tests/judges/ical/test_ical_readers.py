"""Feeds of generated schedules, read by others' libraries: all of them must find the meetings that we planned."""

from __future__ import annotations

import datetime as dt
import unicodedata
from typing import TYPE_CHECKING, TypeAlias

import pytest
from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from samverkan.errors import InvalidCollaborationError
from samverkan.formats.bundled import bundled, bundled_names
from samverkan.formats.ical import feed
from samverkan.model.activities import Change, OnHoliday, Series
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.cadence import EveryDays, EveryWeeks, MonthlyOn, Weekday, WeeklyOn
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN
from samverkan.model.names import Text
from samverkan.model.values import ClockSpan
from samverkan.planning.schedule import Schedule, schedule
from samverkan.testing import plannable
from samverkan.testing.strategies import cadences, clock_spans, dates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from samverkan.planning.meeting import Meeting

Row: TypeAlias = "tuple[int | str, int | str]"

ZONED = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
BODY = Body("grupp", BodyKind.COLLABORATION_GROUP, Text("Grupp, stora"))


def planned(setup: Collaboration) -> Schedule:
    try:
        return schedule(setup)
    except InvalidCollaborationError:
        assume(condition=False)
        raise


@st.composite
def series_with_changes(draw: st.DrawFn) -> Series:
    """Generate one series with its changes, often about the nights on which the clock is changed."""
    first = draw(dates(min_value=dt.date(1997, 1, 1), max_value=LAST_START) | st.sampled_from(CLOCK_CHANGES))
    plain = Series(
        id="serie",
        body="grupp",
        every=draw(st.sampled_from(COVERED) | cadences()),
        from_=first,
        to=first + dt.timedelta(draw(st.integers(0, 200))),
        time=draw(st.none() | clock_spans() | st.sampled_from(NIGHTLY)) or UNKNOWN,
        on_holiday=draw(st.sampled_from([kind for kind in OnHoliday if kind is not OnHoliday.FORBID])),
        name=Text(draw(st.sampled_from(NAMES))),
    )
    nominal = [meeting.nominal for meeting in planned(of(plain)).meetings if meeting.series]
    changes = [draw(changed(day)) for day in nominal[:8] if draw(st.integers(0, 4)) == 0]
    return evolve(plain, changes=changes)


@st.composite
def changed(draw: st.DrawFn, day: dt.date) -> Change:
    if draw(st.booleans()):
        return Change(day, cancelled=True)
    moved = day + dt.timedelta(draw(st.integers(-20, 20)))
    return Change(day, date=moved, time=draw(st.none() | clock_spans()), reason=Text("Lokalen, den stora; är upptagen"))


def of(series: Series) -> Collaboration:
    return Collaboration(id="c", name="C", bodies=[BODY], series=[series], revision=3)


# From the eleventh year ahead on, node-ical's polyfill knows no summer time.
LAST_START = dt.date(2035, 1, 1)
CLOCK_CHANGES = [dt.date(2016, 3, 20), dt.date(2016, 3, 27), dt.date(2016, 10, 23), dt.date(2026, 10, 25)]
NIGHTLY = [ClockSpan.parse(text) for text in ("01.30–02.30", "02.15–02.45", "02.00–03.00", "02.30–04.00", "00.30")]
COVERED = [
    EveryDays(1),
    EveryDays(14),
    EveryWeeks(1),
    EveryWeeks(2),
    WeeklyOn([Weekday.MONDAY, Weekday.SUNDAY]),
    MonthlyOn(2, Weekday.TUESDAY),
    MonthlyOn(5, Weekday.FRIDAY),
    MonthlyOn(-1, Weekday.SUNDAY, 2),
]
NAMES = [
    "Möte",
    "Möte; kl. 13, i Åmål",
    "C:\\nytt",
    "Ärende\nrad två",
    "ä" * 200,
    "👩‍👩‍👧 " * 20 + "slut",
    "BEGIN:VEVENT",
]


def span(meeting: Meeting) -> Row:
    """Give what a reader should find: seconds since 1970, or the day and the day after."""
    if meeting.start is None:
        return meeting.date.isoformat(), (meeting.date + dt.timedelta(1)).isoformat()
    end = meeting.end or meeting.start
    return int(meeting.start.timestamp()), int(end.timestamp())


def ordered(rows: Iterable[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return sorted(rows, key=repr)  # days are text and moments are numbers


def rows_of(plan: Schedule, setup: Collaboration) -> list[tuple[object, ...]]:
    """Give what each reader should find of each meeting: its UID, start, end and state."""
    uids = {meeting.id: f"{meeting.id.replace('/', '.')}@{setup.id}.samverkan" for meeting in plan.meetings}
    states = {True: "CONFIRMED", False: "CANCELLED"}
    return ordered((uids[each.id], *span(each), states[each.takes_place]) for each in plan.meetings)


def one_line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


@ZONED
@given(series=series_with_changes())
def test_every_reader_finds_each_meeting_at_its_time_with_its_state(
    read: Callable[[str], list[tuple[str, ...]]], series: Series
) -> None:
    setup = of(series)
    plan = planned(setup)

    found = read(feed(plan, setup))

    assert ordered(row[:4] for row in found) == rows_of(plan, setup)
    if "\\" not in series.name.sv:  # node-ical 0.26 reads an escaped backslash before an n as the end of a line
        assert {one_line(row[4]) for row in found} <= {one_line(series.name.sv)}


@ZONED
@given(series=series_with_changes())
def test_every_reader_expands_the_rules_to_the_meetings_that_take_place(
    read: Callable[[str], list[tuple[str, ...]]], series: Series
) -> None:
    setup = of(series)
    plan = planned(setup)

    found = read(feed(plan, setup, rules=True))

    assert ordered(row[1:3] for row in found if row[3] != "CANCELLED") == ordered(map(span, plan.taking_place))


@pytest.mark.parametrize("name", bundled_names())
def test_every_reader_finds_the_meetings_of_a_real_setup_in_each_of_its_feeds(
    read: Callable[[str], list[tuple[str, ...]]], name: str
) -> None:
    setup = bundled(name)
    plan = schedule(setup)
    parts = [plan.of(body.id) for body in setup.bodies]

    for part in (plan, *parts):
        assert ordered(row[:4] for row in read(feed(part, setup))) == rows_of(part, setup)
        by_rule = read(feed(part, setup, rules=True))
        assert ordered(row[1:3] for row in by_rule if row[3] != "CANCELLED") == ordered(map(span, part.taking_place))


@settings(ZONED, max_examples=max(settings().max_examples // 4, 10))  # twelve readers, and a whole plan for each
@given(setup=plannable(min_bodies=1, min_series=1))
def test_every_reader_finds_the_meetings_of_any_plan_that_we_ship_a_strategy_for(
    read: Callable[[str], list[tuple[str, ...]]], setup: Collaboration
) -> None:
    plan = planned(setup).between(dt.date(1997, 1, 1), LAST_START)

    assert ordered(row[:4] for row in read(feed(plan, setup))) == rows_of(plan, setup)
