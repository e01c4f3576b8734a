from __future__ import annotations

import datetime as dt
from itertools import product
from typing import TYPE_CHECKING

import attrs
import hypothesis.strategies as st
from hypothesis import assume, given

from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation
from samverkan.model.values import ClockSpan
from samverkan.ties.across import across
from samverkan.ties.carriers import carriers
from samverkan.ties.gatherings import Gathering
from samverkan.ties.reach import Reach, reach

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MONDAY = dt.date(2016, 4, 4)
BODIES, NAMES = ["b0", "b1", "b2"], ["o0", "o1", "o2", "o3"]
DAY_ENDS = 24 * 60
CLOCKS = [None, "9.00–10.00", "10.00–11.00", "9.30–12.00", "10.00"]

Span = tuple[dt.date, int, int]


@st.composite
def setups(draw: st.DrawFn) -> Collaboration:
    """Draw three bodies that share some of four organisations, and may report to each other."""
    return Collaboration(
        id="drawn",
        name="Dragen",
        organisations=[Organisation(name) for name in NAMES],
        bodies=[
            Body(
                name,
                BodyKind.NETWORK,
                Text(name),
                seats=[Seat("s", organisations=draw(st.lists(st.sampled_from(NAMES), max_size=2, unique=True)))],
                reports_to=draw(st.sampled_from([UNKNOWN, *(other for other in BODIES if other != name)])),
            )
            for name in BODIES
        ],
    )


@st.composite
def gatherings(draw: st.DrawFn, id_: str) -> Gathering:
    """Draw an gathering on one of four days, its time known, half known or not."""
    some = st.lists(st.sampled_from(BODIES), max_size=2, unique=True)
    clock = draw(st.sampled_from(CLOCKS))
    day = MONDAY + dt.timedelta(days=draw(st.integers(0, 3)))
    return Gathering(
        id_,
        day,
        draw(some),
        ClockSpan.parse(clock) if clock else None,
        draw(st.lists(st.sampled_from(NAMES), max_size=1)),
        draw(st.one_of(st.just([]), some)),
        open=draw(st.booleans()),
        notes=draw(st.one_of(st.none(), st.integers(0, 5).map(lambda days: day + dt.timedelta(days=days)))),
    )


plans = st.integers(1, 5).flatmap(lambda count: st.tuples(*(gatherings(f"e{place}") for place in range(count))))


def reached(setup: Collaboration, plan: Sequence[Gathering]) -> Reach:
    """Follow the news in a plan."""
    return reach(carriers(across([setup])), plan)


def told(found: Reach) -> dict[tuple[str, str | None, str], tuple[dt.date | None, dt.date | None]]:
    """Give the two arrivals by source, goal and gathering."""
    return {
        (passage.source, passage.goal, journey.gathering): (
            journey.soonest.day if journey.soonest else None,
            journey.certain.day if journey.certain else None,
        )
        for passage in found.passages
        for journey in passage.journeys
    }


class Paths:
    """Every way that news can take, tried one by one: slow, and written without looking at the library's way."""

    def __init__(self, setup: Collaboration, plan: Sequence[Gathering], spans: Mapping[str, Span]) -> None:
        self.setup, self.plan, self.spans = setup, plan, spans
        self.members = {body.id: {name for seat in body.seats for name in seat.organisations} for body in setup.bodies}
        self.above = {body.id: body.reports_to for body in setup.bodies}

    def _there(self, gathering: Gathering, bodies: Sequence[str]) -> set[str]:
        return set(gathering.organisers).union(*(self.members[body] for body in bodies))

    def _passes(self, one: Gathering, other: Gathering) -> bool:
        (day, _, end), (next_day, start, _) = self.spans[one.id], self.spans[other.id]
        if (next_day, start) < (day, end):
            return False
        known = set(one.bodies)
        asked = [*other.bodies, *other.hosts]
        return bool(
            known & set(asked)
            or self._there(one, one.bodies) & self._there(other, asked)
            or any(self.above[body] in other.bodies for body in known)
        )

    def arrival(self, start: Gathering, goal: str | None) -> dt.date | None:
        days: list[dt.date] = []

        def go(here: Gathering, been: tuple[str, ...]) -> None:
            if goal is None:
                days.extend([here.day] * here.open + ([here.notes] if here.notes else []))
            elif goal in here.bodies:
                days.append(here.day)
            for each in self.plan:
                if each.id not in been and self._passes(here, each):
                    go(each, (*been, each.id))

        go(start, (start.id,))
        return min(days, default=None)


def spans(gathering: Gathering, instants: Sequence[int], *, careful: bool) -> list[Span]:
    """Give the times that an gathering may have: one whose end is not known may end at once, or with the day."""
    day, clock = gathering.day, gathering.clock
    if clock is None:
        return [(day, 0, DAY_ENDS)] if careful else [(day, at, at) for at in instants]
    start = clock.start.hour * 60 + clock.start.minute
    if clock.end is None:
        return [(day, start, DAY_ENDS if careful else start)]
    return [(day, start, clock.end.hour * 60 + clock.end.minute)]


def tried(
    setup: Collaboration, plan: Sequence[Gathering], *, careful: bool
) -> dict[tuple[str, str | None, str], object]:
    """Give the first arrivals over all times that the gatherings may have."""
    instants = [0, 9 * 60, 10 * 60, 11 * 60, 12 * 60, DAY_ENDS]
    named = [each.id for each in plan]
    choices = [spans(each, instants, careful=careful) for each in plan]
    worlds = [Paths(setup, plan, dict(zip(named, chosen, strict=True))) for chosen in product(*choices)]
    result: dict[tuple[str, str | None, str], object] = {}
    for start in plan:
        for source, goal in product(start.bodies, (*BODIES, None)):
            if source != goal:
                days = [day for world in worlds if (day := world.arrival(start, goal)) is not None]
                result[source, goal, start.id] = min(days, default=None)
    return result


class TestEveryPath:
    """Arrivals are those of the best time-respecting path, of all that there are."""

    @given(setups(), plans)
    def test_the_certain_arrival_is_that_of_the_worst_order(
        self, setup: Collaboration, plan: tuple[Gathering, ...]
    ) -> None:
        found = {key: days[1] for key, days in told(reached(setup, plan)).items()}

        assert found == tried(setup, plan, careful=True)

    @given(setups(), plans)
    def test_the_soonest_arrival_is_that_of_the_best_order(
        self, setup: Collaboration, plan: tuple[Gathering, ...]
    ) -> None:
        assume(sum(each.clock is None for each in plan) <= 3)
        found = {key: days[0] for key, days in told(reached(setup, plan)).items()}

        assert found == tried(setup, plan, careful=False)


class TestMoreMeetings:
    """Adding a meeting never delays an arrival."""

    @given(setups(), plans, gatherings("new"))
    def test_no_arrival_is_later(self, setup: Collaboration, plan: tuple[Gathering, ...], more: Gathering) -> None:
        before, after = told(reached(setup, plan)), told(reached(setup, [*plan, more]))

        for key, days in before.items():
            for old, new in zip(days, after[key], strict=True):
                assert old is None or (new is not None and new <= old)

    @given(setups(), plans)
    def test_the_soonest_is_never_after_the_certain(self, setup: Collaboration, plan: tuple[Gathering, ...]) -> None:
        for soonest, certain in told(reached(setup, plan)).values():
            assert certain is None or (soonest is not None and soonest <= certain)


class TestRelabelling:
    """New names for organisations and bodies change nothing but the names."""

    @given(setups(), plans, st.permutations(BODIES), st.permutations(NAMES))
    def test_arrivals_follow_the_new_names(
        self, setup: Collaboration, plan: tuple[Gathering, ...], bodies: list[str], names: list[str]
    ) -> None:
        new = dict(zip([*BODIES, *NAMES], [*bodies, *names], strict=True))

        def called(ids: Sequence[str]) -> list[str]:
            return [new[each] for each in ids]

        renamed = attrs.evolve(
            setup,
            bodies=[
                attrs.evolve(
                    body,
                    id=new[body.id],
                    seats=[attrs.evolve(seat, organisations=called(seat.organisations)) for seat in body.seats],
                    reports_to=new.get(str(body.reports_to), UNKNOWN),
                )
                for body in setup.bodies
            ],
        )
        moved = [
            attrs.evolve(each, bodies=called(each.bodies), organisers=called(each.organisers), hosts=called(each.hosts))
            for each in plan
        ]

        expected = {(new[a], new[b] if b else None, e): days for (a, b, e), days in told(reached(setup, plan)).items()}
        assert told(reached(renamed, moved)) == expected


class TestShift:
    """Moving everything by a number of days moves every arrival by it."""

    @given(setups(), plans, st.integers(-400, 400))
    def test_arrivals_move_along(self, setup: Collaboration, plan: tuple[Gathering, ...], days: int) -> None:
        step = dt.timedelta(days=days)
        later = [attrs.evolve(each, day=each.day + step, notes=each.notes and each.notes + step) for each in plan]

        expected = {
            key: tuple(day and day + step for day in found) for key, found in told(reached(setup, plan)).items()
        }
        assert told(reached(setup, later)) == expected
