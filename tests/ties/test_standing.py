"""What the questions read of one day, in a setup that grows and shrinks."""

from __future__ import annotations

import datetime as dt

import pytest

from samverkan.model.activities import Activity
from samverkan.model.agreements import Agreement
from samverkan.model.bodies import Body, BodyKind, Expectation, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN, Claim, Disputed
from samverkan.model.funding import Line
from samverkan.model.lead import ProjectLead
from samverkan.model.mandate import AtLeast
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation
from samverkan.model.reported import ReportedTie
from samverkan.model.source import Source
from samverkan.model.when import OnDate, Through
from samverkan.ties import answers
from samverkan.ties.standing import standing

JUNE, LATER = dt.date(2027, 6, 1), OnDate(dt.date(2027, 9, 1))
BOTH = ("police", "church")
EXPIRED = Source("protokoll", valid_until=dt.date(2027, 5, 1))

WHOLE = Collaboration(
    id="c",
    name="C",
    organisations=[
        Organisation("police", joined=OnDate(dt.date(2027, 1, 1))),
        Organisation("choir"),
        Organisation("church", joined=LATER),
    ],
    bodies=[
        Body(
            "board",
            BodyKind.NETWORK,
            Text("Styrelsen"),
            seats=[
                Seat("s1", organisations=BOTH),
                Seat("s2", organisations=["police"], source=EXPIRED),
                Seat("s3", organisations=["church"]),
            ],
            quorum=AtLeast(3),
            chair="s1",
            convened=OnDate(dt.date(2027, 1, 1)),
            reports_to="group",
            expects=[Expectation(Text("De två"), organisations=BOTH)],
        ),
        Body("group", BodyKind.NETWORK, Text("Gruppen"), convened=LATER),
    ],
    lead=ProjectLead(employer="church", appointed=dt.date(2027, 1, 1), attends=("board", "group")),
    partners=[Line(name, organisation=name) for name in BOTH],
    ties=[ReportedTie("police", "church", by="police"), ReportedTie("police", "choir", by="church")],
    agreements=[Agreement("a", Text("Om"), parties=("police", "church", "choir"))],
    activities=[
        Activity("now", Text("Nu"), OnDate(dt.date(2027, 5, 1)), organisers=BOTH, body="group"),
        Activity("over", Text("Över"), Through(dt.date(2027, 1, 1), dt.date(2027, 2, 1)), organisers=BOTH),
    ],
)


def test_who_has_not_joined_sits_nowhere_and_does_nothing() -> None:
    found = standing(WHOLE, JUNE)

    assert [each.id for each in found.organisations] == ["police", "choir"]
    assert [(each.from_, each.to, each.by) for each in found.ties] == [("police", "choir", UNKNOWN)]
    assert found.agreements[0].parties == ("police", "choir")
    assert [(seat.id, seat.organisations) for seat in found.bodies[0].seats] == [("s1", ("police",)), ("s3", ())]
    assert found.bodies[0].expects[0].organisations == ("police",)
    assert [(each.id, each.organisers) for each in found.activities] == [("now", ("police",))]
    assert [each.organisation for each in found.partners] == ["police", UNKNOWN]
    assert found.lead.employer is UNKNOWN


def test_a_body_that_is_not_convened_is_not_there_and_nothing_refers_to_it() -> None:
    found = standing(WHOLE, JUNE)

    assert [each.id for each in found.bodies] == ["board"]
    assert (found.bodies[0].reports_to, found.lead.attends, found.activities[0].body) == (UNKNOWN, ("board",), None)


def test_what_a_source_no_longer_says_is_gone() -> None:
    assert [len(standing(WHOLE, day).bodies[0].seats) for day in (dt.date(2027, 4, 1), JUNE)] == [3, 2]


@pytest.mark.parametrize(("day", "lead"), [(dt.date(2026, 6, 1), False), (JUNE, True)])
def test_a_lead_is_there_from_the_day_of_the_appointment(day: dt.date, *, lead: bool) -> None:
    assert (standing(WHOLE, day).lead != ProjectLead()) is lead


def test_of_a_dispute_with_one_who_is_not_there_nothing_is_known() -> None:
    disputed = Disputed([Claim("police"), Claim("church")])
    setup = Collaboration(id="c", name="C", organisations=WHOLE.organisations, lead=ProjectLead(employer=disputed))

    assert standing(setup, JUNE).lead.employer is UNKNOWN
    assert standing(setup, dt.date(2028, 1, 1)).lead.employer == disputed


def test_every_question_can_be_asked_of_a_day() -> None:
    found = answers(standing(WHOLE, JUNE))

    assert found.who_sits_where.seated == ("police",)
    assert [each.id for each in found.whose_loss_splits_the_collaboration.bodies] == []
