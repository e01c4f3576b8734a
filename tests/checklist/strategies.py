"""Collaborations in which every criterion has something to look at: few words, few days, every state of a fact.

Each strategy is made once: Hypothesis looks through a new one before it draws from it, and that takes longest.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import evolve
from hypothesis import strategies as st

from samverkan.model.activities import Activity, Audience, Event, Series
from samverkan.model.bodies import Body, BodyKind, Expectation, Rank, Seat
from samverkan.model.cadence import EveryDays, Per, Regularly, TimesPer
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN, Absent, Claim, Disputed
from samverkan.model.identity import Area, Identity
from samverkan.model.lead import Coordination, Entrance, Initiative, ProjectLead
from samverkan.model.mandate import AtLeast, Mandate, MoreThan
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation, Sector
from samverkan.model.records import Decision, Held, PublicationPolicy
from samverkan.model.source import Source
from samverkan.model.terms import Term
from samverkan.model.values import ClockSpan, Period
from samverkan.model.when import InTerm, InWeek, OnDate, OnDates, Through

if TYPE_CHECKING:
    from samverkan.model.facts import Fact

T = TypeVar("T")

FIRST, LAST = dt.date(2016, 1, 11), dt.date(2016, 12, 20)
NAMES = ("alfa", "beta", "gamma", "delta", "epsilon")
BODIES = ("board", "group", "council", "crew")
KINDS = (BodyKind.ADVISORY_BOARD, BodyKind.COLLABORATION_GROUP, BodyKind.POLITICAL_BODY, BodyKind.OPERATIONAL_GROUP)
SECTORS = st.sampled_from(
    [
        Sector.MUNICIPALITY,
        Sector.STATE_AGENCY,
        Sector.BUSINESS,
        Sector.CIVIL_SOCIETY,
        Sector.MUNICIPALITY,
        Sector.TARGET_GROUP,
        Sector.ACADEMIA,
    ]
)
WORDS = st.sampled_from([Text("ett"), Text("två"), Text("tre")])
DAYS = st.integers(0, 40).map(lambda weeks: FIRST + dt.timedelta(days=8 * weeks))


@cache
def facts(values: st.SearchStrategy[T]) -> st.SearchStrategy[Fact[T]]:
    """Generate a fact in each of its four states, a dispute open or decided."""
    disputes = st.tuples(values, values, st.booleans()).map(lambda drawn: _disputed(*drawn))
    return st.one_of(values, values, values, st.just(UNKNOWN), st.just(Absent()), disputes)


def _disputed(first: T, second: T, decided: bool) -> Fact[T]:  # noqa: FBT001  # as it is drawn
    """Let two sources say different things; where they say the same there is no dispute, and nothing to draw anew."""
    return first if first == second else Disputed((Claim(first, decides=decided), Claim(second)))


@cache
def whens() -> st.SearchStrategy[Any]:
    """Generate times of every precision that tells apart terms, and of none."""
    spans = st.tuples(DAYS, DAYS).map(sorted)
    return st.one_of(
        DAYS.map(OnDate),
        st.sets(DAYS, min_size=1, max_size=3).map(lambda days: OnDates(sorted(days))),
        spans.map(lambda ends: Through(*ends)),
        st.sampled_from((InWeek("2016-W10"), InWeek("2016-W26"), InWeek(9))),
        st.sampled_from(("VT 2016", "HT 2016")).map(Term.parse).map(InTerm),
    )


@st.composite
def organisations(draw: st.DrawFn) -> tuple[Organisation, ...]:
    """Generate the five organisations, some of unknown sector, some part of another."""
    found = []
    for place, name in enumerate(NAMES):
        sector = draw(facts(SECTORS))
        unlike = draw(st.sets(st.sampled_from(Sector), max_size=6)) if sector is UNKNOWN else ()
        whole = draw(st.sampled_from((None, *NAMES[:place])))
        found.append(Organisation(name, sector=sector, not_sectors=unlike, part_of=whole))
    return tuple(found)


@cache
def mandates() -> st.SearchStrategy[Mandate]:
    """Generate mandates without a stated end."""
    return st.builds(Mandate, given=facts(DAYS))


@cache
def seats(id_: str) -> st.SearchStrategy[Seat]:
    """Generate a seat with everything that criteria look at."""
    return st.builds(
        Seat,
        st.just(id_),
        role=facts(WORDS),
        organisations=st.sampled_from([*((name,) for name in NAMES), NAMES[:2], NAMES[1:3], ()]),
        rank=facts(st.sampled_from((Rank.EXECUTIVE, Rank.MANAGER, Rank.ELECTED_CHAIR, Rank.SPECIALIST))),
        political=facts(st.booleans()),
        section=facts(WORDS),
        mandate=facts(mandates()),
        voting=st.sampled_from((True, True, False)),
        project_lead=st.sampled_from((False, False, True)),
        holder=facts(st.sampled_from(("k1", "k2"))),
        areas=st.lists(st.sampled_from(("north", "south")), max_size=2, unique=True),
        source=st.sampled_from((None, Source("page 1"))),
    )


@cache
def quorums(voting: int) -> st.SearchStrategy[Fact[Any]]:
    """Generate rules that so many votes can meet."""
    return facts(st.one_of(st.integers(1, voting).map(AtLeast), st.just(MoreThan(Fraction(1, 2)))))


@st.composite
def bodies(draw: st.DrawFn, id_: str, kind: BodyKind) -> Body:
    """Generate a body whose quorum, if any, its seats can reach."""
    size = draw(st.sampled_from((3, 4, 2, 1, 0)))
    placed = [draw(seats(f"{id_}-{place}")) for place in range(size)]
    voting = sum(seat.voting for seat in placed)
    return Body(
        id_,
        kind,
        Text(id_),
        seats=placed,
        seats_complete=draw(st.booleans()),
        quorum=draw(quorums(voting)) if voting else draw(st.sampled_from((UNKNOWN, Absent()))),
        meets=draw(facts(cadences())),
        convened=draw(facts(whens())),
        reports_to=draw(facts(st.sampled_from(BODIES))),
        expects=draw(st.lists(expectations(), max_size=2)),
        expects_complete=draw(st.booleans()),
    )


def alone() -> st.SearchStrategy[Collaboration]:
    """Generate a setup of one collaboration group and the organisations that may sit in it."""
    group = bodies("group", BodyKind.COLLABORATION_GROUP).map(lambda body: evolve(body, reports_to=UNKNOWN))
    parts = {"id": st.just("drawn"), "name": st.just(Text("Dragen")), "organisations": organisations()}
    areas = st.just([Area("north", Text("norr")), Area("south", Text("söder"))])
    return st.builds(Collaboration, bodies=group.map(lambda body: (body,)), areas=areas, **parts)


@cache
def cadences() -> st.SearchStrategy[Any]:
    """Generate rules shorter and longer than a month."""
    return st.sampled_from((EveryDays(14), EveryDays(60), Regularly(), TimesPer(2, Per.TERM), TimesPer(2, Per.MONTH)))


@cache
def expectations() -> st.SearchStrategy[Expectation]:
    """Generate parties that are expected by name, by sector, or only in words."""
    names = st.lists(st.sampled_from(NAMES), max_size=2, unique=True)
    sectors = st.lists(st.sampled_from(Sector), max_size=1)
    return st.builds(Expectation, WORDS, names, sectors)


@cache
def events(id_: str) -> st.SearchStrategy[Event]:
    """Generate an event of some bodies or none."""
    return st.builds(
        Event,
        st.just(id_),
        WORDS,
        facts(whens()),
        time=facts(st.sampled_from((ClockSpan.parse("13.00-16.30"), ClockSpan.parse("18.00")))),
        bodies=st.lists(st.sampled_from(BODIES), max_size=2, unique=True),
        organisers=st.lists(st.sampled_from(NAMES), max_size=1),
        invited_complete=st.booleans(),
        audience=st.lists(st.sampled_from(Audience), max_size=2, unique=True),
        cancelled=st.sampled_from((False, False, False, True)),
    )


@cache
def activities(id_: str) -> st.SearchStrategy[Activity]:
    """Generate an activity, perhaps the same as the first event."""
    return st.builds(
        Activity,
        st.just(id_),
        WORDS,
        facts(whens()),
        organisers=st.lists(st.sampled_from(NAMES), max_size=1),
        organisers_complete=st.booleans(),
        audience=st.lists(st.sampled_from(Audience), max_size=1),
        same_as=st.sampled_from((None, None, "e-0")),
    )


_AFTERNOON = facts(st.just(ClockSpan.parse("13.00-16.30")))


@st.composite
def rows(draw: st.DrawFn) -> Series:
    """Generate a series of meetings of a body."""
    first = draw(DAYS)
    last = first + dt.timedelta(days=draw(st.integers(0, 120)))
    return Series(
        draw(st.sampled_from(("row-0", "row-1"))),
        draw(st.sampled_from(BODIES)),
        draw(cadences()),
        first,
        last,
        time=draw(_AFTERNOON),
    )


@cache
def series() -> st.SearchStrategy[list[Series]]:
    """Generate up to two of them."""
    return st.lists(rows(), max_size=2, unique_by=lambda row: row.id)


@cache
def entrances() -> st.SearchStrategy[list[Entrance]]:
    """Generate up to two ways in."""
    return st.lists(st.builds(Entrance, WORDS, facts(WORDS), st.booleans()), max_size=2)


@st.composite
def logs(draw: st.DrawFn, placed: tuple[Body, ...]) -> tuple[Held, ...]:
    """Generate meetings that were held, with the seats that were there."""
    found = []
    for body in draw(st.lists(st.sampled_from(placed), max_size=2)):
        names = [seat.id for seat in body.seats]
        present = draw(st.lists(st.sampled_from(names), unique=True)) if names else []
        found.append(Held(body.id, draw(DAYS), None, present, draw(st.booleans()), draw(facts(DAYS))))
    return tuple(found)


@st.composite
def collaborations(draw: st.DrawFn) -> Collaboration:
    """Generate a collaboration in which every criterion has something to look at."""
    wanted = draw(st.sampled_from((slice(4), slice(3), slice(2), slice(1, 3), slice(1), slice(0))))
    placed = tuple(draw(bodies(id_, kind)) for id_, kind in list(zip(BODIES, KINDS, strict=True))[wanted])
    names = tuple(body.id for body in placed)
    known = set(names)
    closed = {name: draw(st.booleans()) for name in _CLOSABLE}
    return Collaboration(
        id="drawn",
        name=Text("Dragen"),
        horizon=draw(st.sampled_from((None, Period(FIRST, dt.date(2016, 6, 14)), Period(FIRST, LAST)))),
        identity=Identity(owner=draw(facts(st.sampled_from(NAMES))), period=draw(facts(periods()))),
        initiative=Initiative(draw(facts(st.sampled_from(NAMES))), draw(facts(DAYS))),
        lead=draw(leads(names)),
        coordination=Coordination(draw(facts(st.sampled_from(names))) if names else UNKNOWN, draw(facts(WORDS))),
        entrances=draw(entrances()),
        areas=[Area("north", Text("norr")), Area("south", Text("söder"))],
        organisations=draw(organisations()),
        bodies=tuple(_within(body, known) for body in placed),
        series=[row for row in draw(series()) if row.body in known],
        events=[_only(each, known) for each in draw(st.tuples(*map(events, ("e-0", "e-1", "e-2"))))],
        activities=draw(st.lists(activities("a-0"), max_size=1)),
        publication=draw(policies()),
        dialogue=draw(facts(WORDS)),
        decisions=draw(st.lists(decisions(names), max_size=1)),
        held=draw(logs(placed)) if placed else (),
        **closed,
    )


_CLOSABLE = (
    "bodies_complete",
    "plan_complete",
    "activities_complete",
    "decisions_complete",
    "held_complete",
    "areas_assigned",
)


@cache
def periods() -> st.SearchStrategy[Period]:
    """Generate periods with both ends or one."""
    return st.one_of(st.tuples(DAYS, DAYS).map(sorted).map(lambda ends: Period(*ends)), DAYS.map(Period))


@cache
def leads(names: tuple[str, ...]) -> st.SearchStrategy[ProjectLead]:
    """Generate a project lead."""
    attended = st.lists(st.sampled_from(names), max_size=2, unique=True).map(tuple) if names else st.just(())
    return st.builds(
        ProjectLead,
        accountable=facts(st.integers(0, 2)),
        working_time=facts(st.sampled_from((Fraction(1, 4), Fraction(1, 2), Fraction(1)))),
        appointed=facts(DAYS),
        attends=facts(attended),
    )


@cache
def policies() -> st.SearchStrategy[PublicationPolicy]:
    """Generate what is promised to be published."""
    return st.builds(
        PublicationPolicy,
        what=st.lists(WORDS, max_size=1),
        channel=facts(WORDS),
        max_delay_days=facts(st.integers(1, 30)),
        responsible=facts(WORDS),
        languages=st.lists(st.sampled_from(("sv", "ar")), max_size=2, unique=True),
        languages_complete=st.booleans(),
    )


@cache
def decisions(names: tuple[str, ...]) -> st.SearchStrategy[Decision]:
    """Generate a decision."""
    body = facts(st.sampled_from(names)) if names else st.just(UNKNOWN)
    return st.builds(Decision, st.just("d-0"), WORDS, body, facts(DAYS), st.booleans())


def _within(body: Body, known: set[str]) -> Body:
    """Leave out what refers to bodies that were not drawn."""
    claims = body.reports_to.claims if isinstance(body.reports_to, Disputed) else (Claim(body.reports_to),)
    refers = {claim.value for claim in claims if isinstance(claim.value, str)}
    return body if refers <= known else evolve(body, reports_to=UNKNOWN)


def _only(event: Event, known: set[str]) -> Event:
    return evolve(event, bodies=[name for name in event.bodies if name in known])
