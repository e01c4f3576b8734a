from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import networkx as nx
import pytest

from samverkan.formats.bundled import bundled
from samverkan.model.activities import Activity
from samverkan.model.agreements import Agreement
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import Absent
from samverkan.model.lead import ProjectLead
from samverkan.model.mandate import Mandate
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation
from samverkan.model.reported import Intensity, ReportedTie
from samverkan.model.source import Source
from samverkan.model.when import OnDate
from samverkan.ties import network
from samverkan.ties.links import TieKind
from samverkan.ties.nodes import NodeKind

GLOSSARY = Path(__file__).parents[2] / "docs" / "glossary.md"


def test_tranemo_has_nine_and_sixteen_seats_and_one_of_them_represents_two_churches(tranemo: Collaboration) -> None:
    graph = network(tranemo)

    seated = Counter(tie["subject"] for *_, tie in graph.edges(data=True) if tie["tie"] == "seat")
    assert seated == {"body:advisory-board": 9, "body:samverkansgrupp": 16}
    assert Counter(tie for *_, tie in graph.edges(data="tie"))["represents"] == 9 + 17


def test_every_tie_ends_at_nodes_that_have_a_kind(tranemo: Collaboration) -> None:
    assert all("kind" in attributes for _, attributes in network(tranemo).nodes(data=True))


def test_every_tie_tells_its_kind_its_subject_and_its_origin_which_is_its_key(tranemo: Collaboration) -> None:
    for a, b, key, attributes in network(tranemo).edges(keys=True, data=True):
        assert set(attributes) == {"tie", "subject", "origin", "expected"}
        assert attributes["subject"] in {a, b}
        assert attributes["origin"] == key


def test_two_ties_between_the_same_two_are_two() -> None:
    activity = Activity("kurs", Text("Kurs"), organisers=["kommun"], funders=["kommun"])
    setup = Collaboration(id="c", name="C", organisations=[Organisation("kommun")], activities=[activity])

    assert network(setup).number_of_edges("organisation:kommun", "activity:kurs") == 2


def test_three_seats_of_one_holder_make_three_ties_and_no_clique() -> None:
    seats = [Seat(f"s{number}", holder="h1") for number in range(3)]
    setup = Collaboration(id="c", name="C", bodies=[Body("b", BodyKind.NETWORK, Text("B"), seats=seats)])

    assert network(setup).degree("holder:h1") == 3


def test_a_unit_stays_a_node_with_a_tie_to_its_whole(tranemo: Collaboration) -> None:
    graph = network(tranemo)

    [(_, tie)] = graph.get_edge_data("organisation:kulturskolan", "organisation:tranemo-kommun").items()
    assert (tie["tie"], tie["subject"]) == ("part-of", "organisation:kulturskolan")
    assert graph.has_edge("organisation:kulturskolan", "seat:samverkansgrupp/sg-15")


def test_an_empty_collaboration_is_one_node_without_ties() -> None:
    graph = network(Collaboration(id="c", name="C"))

    assert [*graph.nodes(data=True)] == [("collaboration:c", {"kind": "collaboration", "name": "C"})]
    assert graph.number_of_edges() == 0


def test_formats_of_others_can_write_it_and_read_it_back(tranemo: Collaboration, tmp_path: Path) -> None:
    graph = network(tranemo)

    nx.write_graphml(graph, tmp_path / "tranemo.graphml")
    back = nx.read_graphml(tmp_path / "tranemo.graphml", force_multigraph=True)

    assert dict(back.nodes(data=True)) == dict(graph.nodes(data=True))
    assert back.number_of_edges() == graph.number_of_edges()


@pytest.mark.parametrize(
    ("name", "nodes", "ties", "expected"),
    [
        # Tranemo: 25 seats, 26 places in them, 41 other ties, and 7 of what the group is still to have.
        ("tranemo", 91, 99, 6),
        ("integration-pa-g", 45, 46, 0),
        ("lots-ockelbo", 24, 20, 6),
        ("visioncenter", 28, 14, 0),
        ("resurscentrum", 29, 20, 0),
    ],
)
def test_so_much_the_five_real_setups_tie(name: str, nodes: int, ties: int, expected: int) -> None:
    graph = network(bundled(name))

    told = [tie for *_, tie in graph.edges(data="expected")]
    assert (len(graph), len(told), sum(told)) == (nodes, ties, expected)


def test_every_kind_of_node_and_of_tie_is_documented() -> None:
    told, glossary = network.__doc__ or "", GLOSSARY.read_text(encoding="utf-8")

    assert [kind.value for kind in NodeKind if kind.value not in told or f"\n| `{kind.value}` |" not in glossary] == []
    assert [
        kind.value for kind in TieKind if f"``{kind.value}``" not in told or f"\n| `{kind.value}` |" not in glossary
    ] == []


EARLY, LATE = dt.date(2027, 1, 1), dt.date(2027, 12, 31)


def test_a_municipality_that_joins_in_a_later_stage_is_not_there_before() -> None:
    setup = bundled("resurscentrum")

    before, after = network(setup, as_of=dt.date(2010, 6, 1)), network(setup, as_of=dt.date(2011, 6, 1))

    assert set(network(setup)) - set(before) == {"municipality:2418", "municipality:2421"}
    assert set(after) == set(network(setup))
    # When the second stage begins is not said, only that it is not before the second year.
    assert after.nodes["municipality:2418"]["undated"] is True


def test_the_programme_of_tranemo_fills_the_network_as_it_is_held(tranemo: Collaboration) -> None:
    graph = network(tranemo, as_of=dt.date(2016, 3, 1))

    assert graph.graph == {"collaboration": "tranemo", "as_of": "2016-03-01"}
    assert set(network(tranemo)) - set(graph) == {
        "series:p06-samverkansgrupp-series",
        "event:p05-theatre",
        "event:p07-advisory-board",
    }


def test_an_agreement_ties_from_its_first_day_to_its_last() -> None:
    deal = Agreement("praktik", "Praktik", parties=["kommun"], from_=EARLY, until=LATE)
    setup = Collaboration(id="c", name="C", organisations=[Organisation("kommun")], agreements=[deal])

    found = {
        day: network(setup, as_of=day).has_edge("organisation:kommun", "agreement:praktik")
        for day in (EARLY - dt.timedelta(1), EARLY, LATE, LATE + dt.timedelta(1))
    }
    assert [*found.values()] == [False, True, True, False]


def test_of_unknown_days_what_may_hold_is_kept_and_marked() -> None:
    deals = [Agreement("a", "A"), Agreement("b", "B", from_=EARLY), Agreement("c", "C", from_=EARLY, until=Absent())]
    graph = network(Collaboration(id="c", name="C", agreements=deals), as_of=LATE)

    assert [graph.nodes[f"agreement:{name}"].get("undated", False) for name in "abc"] == [True, True, False]
    assert not any("undated" in facts for _, facts in network(Collaboration(id="c", name="C")).nodes(data=True))


def test_a_mandate_that_has_ended_is_no_longer_told_and_the_seat_stays() -> None:
    mandates = [Mandate(given=EARLY, until=LATE), Mandate(given=EARLY), Mandate(until=LATE), Absent()]
    seats = [Seat(f"s{place}", mandate=mandate) for place, mandate in enumerate(mandates)]
    setup = Collaboration(
        id="c", name="C", bodies=[Body("b", BodyKind.NETWORK, Text("B"), seats=seats, convened=Absent())]
    )

    def told(day: dt.date) -> list[set[str]]:
        graph = network(setup, as_of=day)
        return [{name for name in graph.nodes[f"seat:b/s{place}"] if "mandate" in name} for place in range(4)]

    assert told(EARLY) == [{"mandate"}, {"mandate"}, {"mandate", "mandate_undated"}, {"mandate_absent"}]
    assert told(LATE + dt.timedelta(1)) == [set(), {"mandate"}, set(), {"mandate_absent"}]


def test_a_body_that_is_not_yet_convened_takes_its_seats_with_it_and_those_who_hold_no_other() -> None:
    seats = [Seat("s", holder="h1"), Seat("t", holder="h2")]
    bodies = [
        Body("old", BodyKind.NETWORK, Text("Old"), seats=seats[:1], convened=Absent()),
        Body("new", BodyKind.NETWORK, Text("New"), seats=seats, convened=OnDate(LATE)),
    ]
    setup = Collaboration(id="c", name="C", bodies=bodies)

    assert set(network(setup)) - set(network(setup, as_of=EARLY)) == {
        "body:new",
        "seat:new/s",
        "seat:new/t",
        "holder:h2",
    }
    assert set(network(setup, as_of=LATE)) == set(network(setup))


def test_a_later_report_of_the_same_reporter_takes_the_place_of_the_earlier_and_no_other_does() -> None:
    def report(intensity: Intensity, by: str, day: dt.date, *, turned: bool = False) -> ReportedTie:
        one, other = ("a", "b")[:: -1 if turned else 1]
        return ReportedTie(one, other, intensity, by=by, date=day)

    reports = [
        report(Intensity.AWARENESS, "a", EARLY),
        report(Intensity.INTEGRATION, "b", EARLY),
        report(Intensity.COOPERATION, "a", LATE, turned=True),
    ]
    setup = Collaboration(id="c", name="C", organisations=[Organisation("a"), Organisation("b")], ties=reports)

    def told(day: dt.date) -> set[str]:
        return {tie["intensity"] for *_, tie in network(setup, as_of=day).edges(data=True)}

    assert told(LATE - dt.timedelta(1)) == {"awareness", "integration"}
    assert told(LATE) == {"integration", "cooperation"}


def test_of_reports_that_do_not_tell_who_makes_them_none_takes_the_place_of_another() -> None:
    reports = [ReportedTie("a", "b", date=day) for day in (EARLY, LATE)]
    setup = Collaboration(id="c", name="C", organisations=[Organisation("a"), Organisation("b")], ties=reports)

    assert network(setup, as_of=LATE).number_of_edges("organisation:a", "organisation:b") == 2


@pytest.mark.parametrize(
    "more",
    [
        {"source": Source("enkät", valid_until=EARLY)},
        {"lead": ProjectLead(employer="a", appointed=EARLY, source=Source("enkät", valid_until=EARLY))},
    ],
    ids=["of the whole file", "of a part of it"],
)
def test_what_has_no_source_of_its_own_is_no_tie_when_that_of_what_it_stands_in_has_expired(
    more: dict[str, object],
) -> None:
    lead = ProjectLead(employer="a", appointed=EARLY)
    setup = Collaboration(id="c", name="C", organisations=[Organisation("a")], **{"lead": lead, **more})

    found = [network(setup, as_of=day).has_edge("organisation:a", "lead:c") for day in (EARLY, LATE)]
    assert found == [True, False]


def test_no_tie_outlives_its_source_its_own_or_else_the_nearest_around_it() -> None:
    old, fresh = Source("enkät", valid_until=EARLY), Source("protokoll")
    seats = [Seat("s", organisations=["a"], mandate=Mandate(given=EARLY)), Seat("t", organisations=["b"], source=fresh)]
    setup = Collaboration(
        id="c",
        name="C",
        organisations=[Organisation("a", source=old), Organisation("b")],
        bodies=[Body("b", BodyKind.NETWORK, Text("B"), seats=seats, convened=Absent(), source=old)],
        ties=[ReportedTie("a", "b", date=EARLY, source=old)],
    )

    before, after = network(setup, as_of=EARLY), network(setup, as_of=LATE)

    assert set(after) == set(before) == set(network(setup))
    assert before.number_of_edges() == 5
    assert {origin for *_, origin in after.edges(keys=True)} == {
        "bodies.b.seats.t",
        "bodies.b.seats.t.organisations[0]",
    }
    assert "mandate" in before.nodes["seat:b/s"]
    assert "mandate" not in after.nodes["seat:b/s"]


@pytest.mark.parametrize("measure", ["pagerank", "degree_centrality"])
def test_functions_of_networkx_may_be_run_by_another_backend(measure: str, tranemo: Collaboration) -> None:
    pytest.importorskip("graphblas_algorithms", reason="needs graphblas-algorithms, a backend of networkx, and scipy")
    # GraphBLAS has one tie between two nodes at most.
    graph = nx.Graph(network(tranemo))
    compute = getattr(nx, measure)

    found = compute(graph, backend="graphblas")

    assert dict(found) == pytest.approx(compute(graph), rel=1e-4)
