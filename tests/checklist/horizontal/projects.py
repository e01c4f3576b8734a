"""Projects to judge by the horizontal checklist: small ones built by hand, and generated ones in every state."""
# ruff: noqa: ANN401  # any fact in any state

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from attrs import evolve
from hypothesis import strategies as st

from samverkan.model.bodies import StandingItem, Topic
from samverkan.model.cadence import EveryDays, Per, Regularly, TimesPer
from samverkan.model.documents import Document
from samverkan.model.funding import Line, Money
from samverkan.model.goals import (
    Breakdown,
    DeliverableGoal,
    DirectionGoal,
    DisseminationGoal,
    Measured,
    ShareGoal,
    TimeLimitGoal,
)
from samverkan.model.horizontal import Access, Accessibility, Gender, Horizontal, Learning, LearningKind, Measure
from samverkan.model.identity import Identity, Phase
from samverkan.model.organisations import Municipality, Place
from samverkan.model.values import Length, Period, Unit
from samverkan.model.when import Moment, OnDate, RelativeToPeriod
from tests.checklist import builders
from tests.checklist.strategies import DAYS, FIRST, LAST, NAMES, WORDS, facts
from tests.checklist.strategies import collaborations as rich

if TYPE_CHECKING:
    from samverkan.checklist.finding import Finding
    from samverkan.checklist.outcome import Outcome
    from samverkan.model.collaboration import Collaboration

YEAR = Period(FIRST, LAST)
MEETS = st.sampled_from([Regularly(), TimesPer(2, Per.TERM, approximate=True), EveryDays(14)])


def project(**given: Any) -> Collaboration:
    return builders.setup(*given.pop("bodies", ()), **given)


def answers(**given: Any) -> Collaboration:
    return project(horizontal=Horizontal(**given))


def finding(criterion: str, collaboration: Collaboration, **options: Any) -> Finding:
    return builders.finding(criterion, collaboration, checklist="horizontal", **options)


def outcome(criterion: str, collaboration: Collaboration, **options: Any) -> Outcome:
    return finding(criterion, collaboration, **options).outcome


def fields(found: Finding) -> list[str]:
    return [each.field for each in found.evidence]


def measures() -> st.SearchStrategy[list[Measure]]:
    return st.lists(WORDS.map(Measure), max_size=1)


def periods() -> st.SearchStrategy[Period]:
    lengths = [Length(1, Unit.YEAR), Length(11, Unit.MONTH), Length(3, Unit.YEAR)]
    told = [Period(length=each) for each in lengths]
    return st.sampled_from([YEAR, Period(FIRST), Period(FIRST, FIRST.replace(year=2017)), *told])


def identities() -> st.SearchStrategy[Identity]:
    return st.builds(
        Identity,
        owner=facts(st.sampled_from(NAMES[:2])),
        programme_area=facts(WORDS),
        phase=facts(st.sampled_from(Phase)),
        region=facts(WORDS),
        period=facts(periods()),
        period_in_text=facts(periods()),
    )


def goals() -> st.SearchStrategy[Any]:
    common = {
        "text": WORDS,
        "listed": st.sampled_from([True, True, True, False]),
        "population": facts(WORDS),
        "deadline": facts(DAYS.map(OnDate) | st.just(RelativeToPeriod(Moment.AFTER))),
        "measured": facts(st.sampled_from(Measured)),
    }
    number = facts(st.sampled_from([Fraction(70), Fraction(3)]))
    lengths = facts(st.just(Length(90, Unit.DAY)))
    id_ = st.just("g")
    return st.one_of(
        st.builds(ShareGoal, id=id_, number=number, window=lengths, window_from=facts(WORDS), **common),
        st.builds(TimeLimitGoal, id=id_, share=number, within=lengths, after=facts(WORDS), **common),
        st.builds(DeliverableGoal, id=id_, number=number, unit=facts(WORDS), **common),
        st.builds(DisseminationGoal, id=id_, text=WORDS),
        st.builds(DirectionGoal, id=id_, text=WORDS),
    )


def lines() -> st.SearchStrategy[list[Line]]:
    return st.lists(st.builds(Line, WORDS, facts(st.sampled_from(NAMES[:2]))), max_size=2)


def horizontals() -> st.SearchStrategy[Horizontal]:
    accessibility = st.builds(
        Accessibility,
        measures(),
        st.lists(st.sampled_from(Access), unique=True),
        st.booleans(),
        facts(WORDS),
        st.lists(st.sampled_from(NAMES), max_size=1),
    )
    learning = st.lists(st.builds(Learning, st.sampled_from(LearningKind), WORDS), max_size=1).map(tuple)
    return st.builds(
        Horizontal,
        accessibility=accessibility,
        gender=st.builds(Gender, measures(), st.booleans(), facts(WORDS)),
        breakdown=facts(st.sampled_from([(Breakdown.SEX,), (Breakdown.AGE,), tuple(Breakdown)])),
        dissemination=facts(WORDS),
        after=facts(WORDS),
        political_anchoring=facts(WORDS),
        learning=facts(learning),
    )


def towns() -> st.SearchStrategy[tuple[Municipality, ...]]:
    places = st.lists(st.sampled_from(Place), unique=True)
    town = st.builds(Municipality, st.just("1452"), st.just("Tranemo"), stated_in=places)
    return st.lists(town, max_size=1).map(tuple)


@st.composite
def projects(draw: st.DrawFn) -> Collaboration:
    """Generate a setup in which every horizontal criterion has something to look at."""
    whole = draw(rich())
    agendas = st.lists(st.builds(StandingItem, WORDS, facts(st.sampled_from(Topic))), max_size=2)
    bodies = tuple(
        evolve(
            body, standing_items=draw(agendas), standing_items_complete=draw(st.booleans()), meets=draw(facts(MEETS))
        )
        for body in whole.bodies
    )
    drawn = draw(st.lists(goals(), max_size=2))
    amounts = facts(st.integers(-1, 4))
    return evolve(
        whole,
        bodies=bodies,
        identity=draw(identities()),
        municipalities=draw(towns()),
        documents=draw(st.sampled_from([(), (Document("card", truncated=True),)])),
        goals=tuple(evolve(goal, id=f"g-{place}") for place, goal in enumerate(drawn)),
        goals_complete=draw(st.booleans()),
        money=draw(st.builds(Money, amounts, amounts)),
        cofinanciers=tuple(draw(lines())),
        cofinanciers_complete=draw(st.booleans()),
        partners=tuple(draw(lines())),
        partners_complete=draw(st.booleans()),
        parties=tuple(draw(lines())),
        horizontal=draw(horizontals()),
    )
