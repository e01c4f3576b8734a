"""Results that go with a goal, and follow-ups by them."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from hypothesis import strategies as st

from samverkan.followup.checking import faults_of
from samverkan.followup.follow import follow_up
from samverkan.followup.policy import Grid, Policy, Reading
from samverkan.followup.result import Ages, Counted, Result, Sex
from samverkan.followup.wanting import is_share, window_of, words_of
from samverkan.model.collaboration import Collaboration
from samverkan.model.goals import (
    Amount,
    Breakdown,
    CapacityGoal,
    ComplementGoal,
    DeliverableGoal,
    DirectionGoal,
    Goal,
    Measured,
    MixedGoal,
    Operator,
    PerceptionGoal,
    ShareGoal,
    TimeLimitGoal,
    VolumeGoal,
)
from samverkan.model.identity import Identity
from samverkan.model.names import Text
from samverkan.model.organisations import Municipality
from samverkan.model.values import Length, Period
from samverkan.model.when import Moment, RelativeToPeriod
from samverkan.testing.strategies.arguments import check_bounds, shown_by_call

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.followup.followup import FollowUp

Case: TypeAlias = tuple[Collaboration, tuple[Result, ...], dt.date, Policy]
"""What a follow-up is made of."""

_FIRST: Final = dt.date(2009, 1, 15)
_LAST: Final = dt.date(2009, 4, 20)
# Ends of months, and days off them, so that rows fill months, overlap, leave gaps and are counted again.
_STARTS: Final = [dt.date(2009, 1, 15), *(dt.date(2009, month, 1) for month in range(1, 5)), dt.date(2009, 2, 14)]
_ENDS: Final = [*(dt.date(2009, month, 1) - dt.timedelta(days=1) for month in range(2, 6)), dt.date(2009, 3, 10), _LAST]
_AGES: Final = [Ages(18, 24), Ages(25, 64), Ages(65)]
_TOWNS: Final = ("0760", "0761")
_COUNTED: Final[dict[type, list[Counted | None]]] = {
    MixedGoal: list(Counted),
    PerceptionGoal: [None, Counted.PERCEPTION],
}


@shown_by_call
def results(*, goal: Goal | None = None, municipalities: Sequence[str] = ()) -> st.SearchStrategy[Result]:
    """Generate results that go with a goal, about days in the first half of 2009; without one, with a goal “a”."""
    return _results(goal or DeliverableGoal(id="a", text=Text("Mål")), tuple(municipalities))


@shown_by_call
def follow_ups(*, max_results: int = 12) -> st.SearchStrategy[FollowUp]:
    """Generate follow-ups of one goal of any kind, as of a day of 2009, by at most so many results."""
    check_bounds("results", 0, max_results)
    return _follow_ups(max_results)


@shown_by_call
def cases(*, max_results: int = 12) -> st.SearchStrategy[Case]:
    """Generate what ``follow_up`` takes: a collaboration, results that can all be true, a day and a policy."""
    check_bounds("results", 0, max_results)
    return _cases(max_results)


@st.composite
def _follow_ups(draw: st.DrawFn, most: int) -> FollowUp:
    whole, found, day, policy = draw(_cases(most))
    return follow_up(whole, found, as_of=day, policy=policy)


@st.composite
def _results(draw: st.DrawFn, goal: Goal, towns: tuple[str, ...]) -> Result:
    first = draw(st.sampled_from(_STARTS))
    last = draw(st.sampled_from([day for day in _ENDS if day >= first]))
    counted = draw(st.sampled_from(_COUNTED.get(type(goal), [None, Counted.OUTCOME])))
    words = [word.sv for word in words_of(goal, counted)]
    total = draw(st.integers(0, 9)) if is_share(goal) else None
    if isinstance(goal, ComplementGoal) and draw(st.booleans()):
        total = None  # it is known by the goal that it is the rest of
    count = draw(st.integers(0, 9 if total is None else total))
    left = 0 if total is None or window_of(goal) is None else total - count
    return Result(
        goal=goal.id,
        first=first,
        last=last,
        collected=last + dt.timedelta(days=draw(st.sampled_from([0, 1, 29, 30, 60]))),
        count=count,
        total=total,
        sex=draw(st.none() | st.sampled_from(Sex)),
        ages=draw(st.sampled_from([None, None, None, *_AGES])),
        counted=counted,
        outcomes=draw(st.sets(st.sampled_from(words))) if words else (),
        pending=draw(st.none() | st.integers(0, left)),
        municipality=draw(st.sampled_from([None, *towns])),
        source=draw(st.sampled_from(["register", "enkät"])),
    )


@st.composite
def _goals(draw: st.DrawFn) -> tuple[Goal, ...]:
    number, operator = Fraction(draw(st.sampled_from([1, 3, 50, 70, 100]))), draw(st.sampled_from(Operator))
    after = RelativeToPeriod(Moment.AFTER)
    shape: dict[str, Any] = {
        "id": "a",
        "text": Text("Mål"),
        "population": "deltagare",
        "breakdown": draw(st.sampled_from(_BREAKDOWNS)),
    }
    numbered: dict[str, Any] = {**shape, "number": number, "operator": operator}
    window: dict[str, Any] = {"window": Length.parse("30 days"), "window_from": "avslut"}
    outcomes: dict[str, Any] = {"outcomes": ["arbete", "studier"]}
    when: dict[str, Any] = draw(
        st.sampled_from([{}, {"measured": Measured.MONTHLY}, {"measured": Measured.AT_END}, {"deadline": after}])
    )
    made: list[Goal] = [
        ShareGoal(**numbered, **outcomes, **when),
        ShareGoal(**numbered, **outcomes, **window),
        ShareGoal(**numbered, **outcomes, **window, measured=Measured.MONTHLY),
        TimeLimitGoal(**shape, share=number, within=Length.parse("1 month"), after="start"),
        PerceptionGoal(**numbered, **when, parts=["måluppfyllelse", "arbetssätt"]),
        MixedGoal(**numbered, **when, outcomes=["jobb"], perceptions=["bättre möjligheter"]),
        VolumeGoal(**numbered, **when, unit="personer", amount=draw(st.sampled_from(Amount))),
        VolumeGoal(**numbered, **when, unit="personer"),
        CapacityGoal(**numbered, **when, unit="platser"),
        DeliverableGoal(**numbered, **when, unit="planer", steps=["skriven", "beslutad"]),
        DirectionGoal(**shape),
    ]
    rest = ComplementGoal(**{**numbered, "id": "b"}, of="a", **when, outcomes=["utbildning"])
    return draw(st.sampled_from([*((goal,) for goal in made), (made[0], rest), (made[1], rest)]))


_BREAKDOWNS: Final = [(), (Breakdown.SEX,), (Breakdown.SEX, Breakdown.AGE)]


@st.composite
def _tiled(draw: st.DrawFn, goal: Goal) -> list[Result]:
    """Make rows that leave no day of the period out, of everybody, and perhaps of women and men."""
    tiles = draw(st.sampled_from([[(_FIRST, _LAST)], list(zip(_TILES, [*_ENDS[:3], _LAST], strict=True))]))
    late, sexes = draw(st.sampled_from([0, 30])), draw(st.booleans())
    counted = Counted.EITHER if isinstance(goal, MixedGoal) else None
    found = []
    for first, last in tiles:
        women, men = draw(st.tuples(_SHARES, _SHARES))
        for sex, (count, left) in {
            Sex.WOMEN: women,
            Sex.MEN: men,
            None: (women[0] + men[0], women[1] + men[1]),
        }.items():
            row = Result(
                goal=goal.id,
                first=first,
                last=last,
                collected=last + dt.timedelta(days=late),
                count=count,
                total=count + left if is_share(goal) else None,
                sex=sex,
                counted=counted,
                source="register",
            )
            found += [row] if sexes or sex is None else []
    return found


_OFTEN: Final = st.sampled_from([True, True, False])
_TILES: Final = [_FIRST, *(dt.date(2009, month, 1) for month in range(2, 5))]
_SHARES: Final = st.tuples(st.integers(0, 4), st.integers(0, 3))


@st.composite
def _cases(draw: st.DrawFn, most: int) -> Case:
    towns = draw(st.sampled_from([(), _TOWNS[:1], _TOWNS]))
    goals = draw(_goals())
    whole = Collaboration(
        id="ett-forsok",
        name="Ett försök",
        identity=Identity(period=draw(st.sampled_from([Period(_FIRST, _LAST)] * 6 + [Period(None, _LAST)]))),
        municipalities=tuple(Municipality(code, f"Kommun {code}") for code in towns),
        goals=goals,
    )
    drawn = [result for goal in goals if draw(_OFTEN) for result in draw(_tiled(goal))][:most]
    if not drawn or draw(st.booleans()):
        drawn += draw(st.lists(st.one_of([_results(goal, towns) for goal in goals]), max_size=most - len(drawn)))
    day = _FIRST + dt.timedelta(days=draw(st.integers(-5, 95) | st.integers(95, 200)))
    policy = Policy(
        reading=draw(st.sampled_from(Reading)),
        grid=draw(st.sampled_from(Grid)),
        end_is_deadline=draw(st.sampled_from([True, True, False])),
    )
    return whole, _agreeing(whole, drawn), day, policy


def _agreeing(whole: Collaboration, drawn: Sequence[Result]) -> tuple[Result, ...]:
    """Leave out each result that cannot be true beside those before it."""
    kept: list[Result] = []
    for result in drawn:
        if not any(faults_of(whole, [*kept, result])):
            kept.append(result)
    return tuple(kept)
