from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samverkan.model.bodies import BodyStatus, Rank
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.identity import Identity
from samverkan.model.lead import Initiative
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation, Sector
from samverkan.model.records import Decision
from samverkan.model.source import Level, Source
from tests.checklist.builders import MET, NOT_MET, UNSURE, council, day, disputed, finding, group, outcome, seat, setup

if TYPE_CHECKING:
    from samverkan.checklist.outcome import Outcome
    from samverkan.model.collaboration import Collaboration

CHIEF = seat("s-1", "town", rank=Rank.EXECUTIVE)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("town", MET),
        ("school", MET),
        ("firm", NOT_MET),
        ("riddle", UNSURE),
        (UNKNOWN, UNSURE),
        (Absent("ingen"), NOT_MET),
        (disputed("town", "firm"), UNSURE),
        (disputed("town", "firm", decides=0), MET),
        (disputed("town", "firm", decides=1), NOT_MET),
    ],
)
def test_the_initiator_is_a_municipality(by: object, expected: Outcome) -> None:
    assert outcome("1.1", setup(initiative=Initiative(by))) is expected


def test_a_municipal_federation_is_no_municipality() -> None:
    federation = Organisation("federation", sector=Sector.MUNICIPAL_FEDERATION)

    assert outcome("1.1", setup(organisations=(federation,), initiative=Initiative("federation"))) is NOT_MET


def test_claims_about_the_initiator_that_disagree_are_shown_side_by_side() -> None:
    found = finding("1.1", setup(initiative=Initiative(disputed("town", "firm"))))

    assert str(found.because) == "The sources contradict each other, and no claim decides."
    assert [(str(each.says), str(each.source)) for each in found.conflict] == [("town", "page 0"), ("firm", "page 1")]
    assert [ask.field for ask in found.asks] == ["initiative.by"]


def test_a_dispute_about_the_sector_of_the_initiator_is_shown() -> None:
    torn = Organisation("torn", sector=disputed(Sector.MUNICIPALITY, Sector.BUSINESS))
    found = finding("1.1", setup(organisations=(torn,), initiative=Initiative("torn")))

    assert found.outcome is UNSURE
    assert [str(each.says) for each in found.conflict] == ["municipality", "business"]


def test_a_deduced_initiator_is_cited_as_inferred() -> None:
    deduced = Initiative("town", source=Source("slide 10", inferred=("by",)))
    cited = finding("1.1", setup(initiative=deduced)).evidence[0]

    assert (cited.field, cited.level) == ("initiative.by", Level.INFERRED)


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (setup(group(CHIEF)), MET),
        (setup(group(CHIEF, closed=False)), MET),
        (setup(group(seat("s-1", "school", "firm", rank=Rank.EXECUTIVE))), MET),
        (setup(group(seat("s-1", "town", rank=Rank.MANAGER))), NOT_MET),
        (setup(group(seat("s-1", "firm", rank=Rank.EXECUTIVE))), NOT_MET),
        (setup(group(seat("s-1", "town", rank=Absent()))), NOT_MET),
        (setup(group(seat("s-1", "town", rank=Rank.MANAGER), closed=False)), UNSURE),
        (setup(group(seat("s-1", "town"))), UNSURE),
        (setup(group(seat("s-1", "riddle", rank=Rank.EXECUTIVE))), UNSURE),
        (setup(group(seat("s-1", rank=Rank.EXECUTIVE))), UNSURE),
        (setup(group(seat("s-1", "town", rank=disputed(Rank.EXECUTIVE, Rank.MANAGER)))), UNSURE),
        (setup(group()), NOT_MET),
        (setup(group(closed=False)), UNSURE),
        (setup(), UNSURE),
        (setup(bodies_complete=True), NOT_MET),
        (setup(group(CHIEF, status=BodyStatus.PAST), bodies_complete=True), NOT_MET),
    ],
)
def test_a_top_manager_of_a_municipality_sits_in_the_group(case: Collaboration, expected: Outcome) -> None:
    assert outcome("1.2", case) is expected


def test_the_seat_of_the_top_manager_is_cited() -> None:
    fields = [each.field for each in finding("1.2", setup(group(CHIEF))).evidence]

    assert fields == [
        "bodies.group.seats.s-1.rank",
        "bodies.group.seats.s-1.organisations",
        "organisations.town.sector",
    ]


def test_what_would_tell_of_a_top_manager_is_asked_for() -> None:
    found = finding("1.2", setup(group(seat("s-1", "riddle"), closed=False)))

    assert [ask.field for ask in found.asks] == [
        "organisations.riddle.sector",
        "bodies.group.seats.s-1.rank",
        "bodies.group.seats_complete",
    ]


@pytest.mark.parametrize(
    ("owner", "expected"),
    [
        ("town", MET),
        ("school", MET),
        ("firm", NOT_MET),
        (Absent("saknas"), NOT_MET),
        ("riddle", UNSURE),
        (UNKNOWN, UNSURE),
        (disputed("town", "firm"), UNSURE),
    ],
)
def test_the_owner_is_municipal(owner: object, expected: Outcome) -> None:
    assert outcome("1.3", setup(identity=Identity(owner=owner))) is expected


def test_a_company_that_is_a_unit_of_a_municipality_is_municipal() -> None:
    town = Organisation("town", sector=Sector.MUNICIPALITY)
    company = Organisation("company", sector=Sector.BUSINESS, part_of="town")

    assert outcome("1.3", setup(organisations=(town, company), identity=Identity(owner="company"))) is MET


@pytest.mark.parametrize(
    ("organisations", "closed", "expected"),
    [
        (("town", "firm"), True, MET),
        (("town", "town", "town", "firm"), True, MET),
        (("town", "town", "town", "town", "firm"), True, NOT_MET),
        (("firm", "church"), True, NOT_MET),
        (("town", "firm"), False, UNSURE),
        (("town", "riddle"), True, UNSURE),
        (("town", "firm", "riddle"), True, MET),
        ((), True, NOT_MET),
    ],
)
def test_the_municipality_is_present_but_not_alone(
    organisations: tuple[str, ...], *, closed: bool, expected: Outcome
) -> None:
    seats = [seat(f"s-{place}", name) for place, name in enumerate(organisations)]

    assert outcome("1.4", setup(group(*seats, closed=closed))) is expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"body": "council", "date": day("2015-12-01")}, MET),
        ({"body": "group", "date": day("2015-12-01")}, NOT_MET),
        ({"body": "council", "date": Absent()}, NOT_MET),
        ({"body": "council"}, UNSURE),
        ({"date": day("2015-12-01")}, UNSURE),
        ({"body": "council", "date": day("2015-12-01"), "mandate": False}, NOT_MET),
    ],
)
def test_a_political_body_decided_on_a_known_day(facts: dict[str, object], expected: Outcome) -> None:
    decision = Decision("d-1", Text("uppdrag"), **{"mandate": True, **facts})
    case = setup(group(), council(), decisions=[decision], decisions_complete=True)

    assert outcome("1.5", case) is expected


def test_an_open_log_without_a_mandate_decides_nothing() -> None:
    assert outcome("1.5", setup(council())) is UNSURE


def test_a_unit_of_known_sector_needs_no_whole_of_known_sector() -> None:
    known = [
        Organisation("whole"),
        Organisation("company", sector=Sector.BUSINESS),
        Organisation("office", sector=Sector.MUNICIPALITY, part_of="whole"),
        Organisation("branch", sector=Sector.BUSINESS, part_of="company"),
    ]
    found = [outcome("1.3", setup(organisations=known, identity=Identity(owner=name))) for name in ("office", "branch")]

    assert found == [MET, NOT_MET]
