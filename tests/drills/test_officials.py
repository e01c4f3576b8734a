"""Who serves several municipalities at once."""

from __future__ import annotations

import datetime as dt

from samverkan.drills.officials import Officials, officials
from samverkan.model.activities import Event
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation
from samverkan.model.when import OnDate, OnDates
from samverkan.planning.merging import merged
from samverkan.ties.across import across

DAYS = [dt.date(2027, 3, 1), dt.date(2027, 3, 3)]


def whole(id_: str, *seats: Seat, days: list[dt.date]) -> Collaboration:
    group = Body("g", BodyKind.COLLABORATION_GROUP, Text("G"), seats=seats, seats_complete=True)
    when = OnDates(days) if len(days) > 1 else OnDate(days[0])
    organisations = [Organisation("af", Text("Arbetsförmedlingen")), Organisation("own", Text(id_))]
    return Collaboration(
        id=id_,
        name=id_,
        organisations=organisations,
        bodies=[group],
        bodies_complete=True,
        events=[Event("m", Text("Möte"), when, bodies=["g"])],
    )


def found(*wholes: Collaboration) -> Officials:
    return officials(across(wholes), merged(wholes))


def test_a_person_by_the_key_and_an_organisation_by_its_name_are_told_with_their_meetings() -> None:
    shared = Seat("s", organisations=["af"], holder="p-01")
    answer = found(whole("a", shared, days=DAYS), whole("b", shared, days=DAYS[:1]))

    assert [(each.id, each.collaborations, each.bodies) for each in answer.holders] == [
        ("p-01", ("a", "b"), ("a/g", "b/g"))
    ]
    assert [each.id for each in answer.organisations] == ["af"]
    assert answer.holders[0].load.meetings == 3
    assert answer.holders[0].load.fullest_week == ((2027, 9), 3)
    assert answer.complete


def test_who_sits_in_one_collaboration_only_is_not_told() -> None:
    answer = found(
        whole("a", Seat("s", organisations=["own"], holder="p-01"), days=DAYS),
        whole("b", Seat("s", organisations=["own"], holder="p-02"), days=DAYS),
    )

    assert answer.holders == answer.organisations == ()


def test_a_seat_without_a_known_holder_may_be_a_shared_one() -> None:
    assert not found(whole("a", Seat("s", organisations=["af"]), days=DAYS), whole("b", days=DAYS)).complete
