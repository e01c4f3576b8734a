"""Laws of the network as a graph: what is in it, what it was on a day, and what it is under other names."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

import networkx as nx
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from samverkan.errors import dotted
from samverkan.formats.toml import dumps, loads
from samverkan.model.accepted import AcceptedDeviation
from samverkan.model.agreements import Agreement
from samverkan.model.bodies import Body
from samverkan.model.facts import Disputed
from samverkan.model.identity import Identity
from samverkan.model.records import Decision
from samverkan.model.reported import Intensity, ReportedTie
from samverkan.model.span import Span
from samverkan.model.walk import walk
from samverkan.testing import collaborations, dates, facts, values_of
from samverkan.testing.rewrite import renamed
from samverkan.ties import network
from samverkan.ties.lifetime import Lifetime
from samverkan.ties.links import TieKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.collaboration import Collaboration
    from samverkan.model.walk import Visit

UNTIED = {
    (AcceptedDeviation, "body"),
    (Body, "chair"),
    (Body, "secretary"),
    (Decision, "body"),
    (Identity, "applicant"),
    (ReportedTie, "by"),
    (ReportedTie, "from_"),
    (ReportedTie, "to"),
}
"""The fields that refer to something and make no tie by themselves; nor does what refers to a goal or a unit."""

UNREFERRED = {TieKind.SEAT, TieKind.HOLDS, TieKind.JOINS, TieKind.BELONGS_TO, TieKind.REPORTS_TO, TieKind.WORKS_WITH}
"""The kinds of tie that stand in the file otherwise than as one reference."""


@st.composite
def setups(draw: st.DrawFn) -> Collaboration:
    """Draw a collaboration with reports and agreements, which otherwise are rare in those that are drawn."""
    whole = draw(collaborations(min_organisations=2))
    names = st.sampled_from([each.id for each in whole.organisations])
    reported = st.builds(
        lambda ends, **said: ReportedTie(*ends, **said),
        st.lists(names, min_size=2, max_size=2, unique=True),
        intensity=facts(st.sampled_from(Intensity)),
        by=names,
        date=facts(dates()),
    )
    parties = st.lists(names, max_size=3)
    deals = st.lists(st.builds(evolve, values_of(Agreement), parties=parties), max_size=2, unique_by=lambda one: one.id)
    return evolve(whole, ties=draw(st.lists(reported, max_size=3)), agreements=draw(deals))


def references(setup: Collaboration) -> Iterator[str]:
    """Give the path of each reference that the file states, or that a claim states which decides."""
    for visit in walk(setup):
        kind, place = visit.attribute.metadata.get("refers"), (type(visit.owner), visit.attribute.name)
        tied = kind not in {None, "goals", "units"} and place not in UNTIED
        if tied and isinstance(visit.value, str) and (path := decided(visit)) is not None:
            yield dotted(path)


def decided(visit: Visit) -> tuple[str | int, ...] | None:
    """Give the path of a reference without the steps into a dispute, or nothing where its claim does not decide."""
    fact = getattr(visit.owner, visit.attribute.name)
    if not isinstance(fact, Disputed):
        return visit.path
    at = visit.path.index("disputed")
    return visit.path[:at] + visit.path[at + 3 :] if fact.claims[int(visit.path[at + 1])].decides else None


class TestTies:
    """The graph holds each reference that the file states as a tie, once, with its path, and no tie beside."""

    @given(setups())
    def test_each_reference_is_a_tie(self, setup: Collaboration) -> None:
        stated = set(references(setup))
        edges = [*network(setup).edges(keys=True, data="tie")]

        assert len(edges) == len({origin for _, _, origin, _ in edges})
        assert {origin for _, _, origin, tie in edges if TieKind(tie) not in UNREFERRED or origin in stated} == stated

    @given(setups())
    def test_each_origin_is_a_place_in_the_file(self, setup: Collaboration) -> None:
        places = {dotted(visit.path[:length]) for visit in walk(setup) for length in range(1, len(visit.path) + 1)}
        decisive = {
            dotted(path) for visit in walk(setup) if "refers" in visit.attribute.metadata and (path := decided(visit))
        }

        assert {origin for *_, origin in network(setup).edges(data="origin")} <= places | decisive

    @given(setups())
    def test_each_end_is_a_node_of_a_kind(self, setup: Collaboration) -> None:
        assert all(kind for _, kind in network(setup).nodes(data="kind"))

    @given(setups())
    def test_each_attribute_is_plain(self, setup: Collaboration) -> None:
        graph = network(setup)

        told = [each for _, each in graph.nodes(data=True)] + [each for *_, each in graph.edges(data=True)]
        assert {type(value) for each in told for value in each.values()} <= {str, bool, int, float}


class TestAsOf:
    """The graph as of a day is a subgraph of the graph of all times, told in the same words."""

    @given(setups(), dates())
    def test_nothing_is_added_but_marks(self, setup: Collaboration, day: dt.date) -> None:
        whole, part = network(setup), network(setup, as_of=day)

        for node, told in part.nodes(data=True):
            assert unmarked(told).items() <= whole.nodes[node].items()
            assert whole.nodes[node].keys() - told.keys() <= {"mandate"}
        for one, other, key, told in part.edges(keys=True, data=True):
            assert unmarked(told) == whole.edges[one, other, key]

    @given(setups(), dates())
    def test_a_tie_is_left_out_with_its_ends_and_no_node_is_held_by_nobody(
        self, setup: Collaboration, day: dt.date
    ) -> None:
        part = network(setup, as_of=day)

        assert all("kind" in told for _, told in part.nodes(data=True))
        assert not [node for node in nx.isolates(part) if part.nodes[node]["kind"] == "holder"]


def unmarked(told: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in told.items() if name not in {"undated", "mandate_undated"}}


DAYS = st.integers(0, 6).map(lambda number: dt.date(2027, 3, 1) + dt.timedelta(number))
SPANS = st.lists(DAYS, min_size=2, max_size=2).map(lambda ends: Span(min(ends), max(ends)))


class TestLifetime:
    """What is said of a day is what every choice of a first and a last day says, and nothing where they differ."""

    @given(SPANS, SPANS, DAYS)
    def test_by_trying_them_all(self, first: Span, last: Span, day: dt.date) -> None:
        tried = {begin <= day <= end for begin in within(first) for end in within(last)}

        assert Lifetime(first, last).holds(day) is (tried.pop() if len(tried) == 1 else None)


def within(span: Span) -> list[dt.date]:
    assert span.earliest is not None
    assert span.latest is not None
    return [span.earliest + dt.timedelta(more) for more in range((span.latest - span.earliest).days + 1)]


class TestNames:
    """Other ids make the same graph under other ids, and a file read back the very same graph."""

    @given(setups(), st.none() | dates())
    def test_renaming_changes_nothing_else(self, setup: Collaboration, day: dt.date | None) -> None:
        names = {each.id: f"new-{place}" for place, each in enumerate(reversed(setup.organisations))}
        other = renamed(setup, organisations=names)
        graph, told = network(setup, as_of=day), network(other, as_of=day)

        fresh = {f"organisation:{old}": f"organisation:{new}" for old, new in names.items()}
        again = nx.relabel_nodes(graph, fresh)
        assert list(again) == list(told)
        assert Counter(kinds(again)) == Counter(kinds(told))

    @given(setups(), st.none() | dates())
    def test_equal_collaborations_make_equal_graphs(self, setup: Collaboration, day: dt.date | None) -> None:
        one, other = network(setup, as_of=day), network(loads(dumps(setup)), as_of=day)

        assert list(one.nodes(data=True)) == list(other.nodes(data=True))
        assert list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))


def kinds(graph: nx.MultiGraph[str]) -> list[tuple[frozenset[str], str, bool]]:
    return [(frozenset((one, other)), told["tie"], "undated" in told) for one, other, told in graph.edges(data=True)]
