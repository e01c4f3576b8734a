from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import hypothesis.strategies as st
from attrs import evolve
from hypothesis import HealthCheck, given, settings

from samverkan.drills.drill import vacancy_drill
from samverkan.drills.waiting import waiting
from samverkan.drills.without import Loss, LossKind, losses, without
from samverkan.model.activities import Event
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.lead import ProjectLead
from samverkan.model.mandate import AtLeast
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation
from samverkan.model.walk import walk
from samverkan.model.when import OnDate
from samverkan.planning.schedule import schedule
from samverkan.testing.strategies import collaborations
from samverkan.ties.components import parts

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMES, BODIES = ["o0", "o1", "o2"], ["b0", "b1", "b2"]


@st.composite
def bodies(draw: st.DrawFn, id_: str) -> Body:
    """Draw a body of up to three seats with a quorum, closed or not."""
    seats = [
        Seat(
            f"s{place}",
            organisations=draw(st.lists(st.sampled_from(NAMES), max_size=2, unique=True)),
            holder=draw(st.sampled_from([UNKNOWN, Absent(), "h1", "h2"])),
            project_lead=draw(st.booleans()),
        )
        for place in range(draw(st.integers(0, 3)))
    ]
    return Body(
        id_,
        BodyKind.NETWORK,
        Text(id_),
        seats=seats,
        seats_complete=draw(st.booleans()),
        quorum=AtLeast(draw(st.integers(1, len(seats)))) if seats else UNKNOWN,
        chair=draw(st.sampled_from([UNKNOWN, *(seat.id for seat in seats)])),
        reports_to=draw(st.sampled_from([UNKNOWN, *BODIES])),
    )


@st.composite
def small(draw: st.DrawFn) -> Collaboration:
    """Draw three bodies that meet in one week, and who sits in them."""
    days = st.integers(1, 5).map(lambda day: OnDate(dt.date(2027, 3, day)))
    return Collaboration(
        id="drawn",
        name="Dragen",
        organisations=[
            Organisation("o0"),
            Organisation("o1"),
            Organisation("o2", part_of=draw(st.sampled_from([None, "o0"]))),
        ],
        bodies=[draw(bodies(name)) for name in BODIES],
        lead=ProjectLead(attends=draw(st.sampled_from([UNKNOWN, ("b0", "b1")]))),
        events=[Event(f"e{place}", Text("E"), draw(days), bodies=[name]) for place, name in enumerate(BODIES)],
    )


def arrivals(setup: Collaboration, whole: Collaboration) -> dict[Any, dt.date | None]:
    """Give when what is said at each meeting certainly arrives."""
    return {
        (passage.source, passage.goal, journey.gathering): journey.certain and journey.certain.day
        for passage in waiting([setup], plan=schedule(whole)).passages
        for journey in passage.journeys
    }


def named(setup: Collaboration) -> Iterable[tuple[str, object]]:
    """Give every organisation that anything but itself, an expectation or the initiative names."""
    for visit in walk(setup):
        if visit.attribute.metadata.get("refers") == "organisations":
            yield type(visit.owner).__name__, visit.value


class TestWithout:
    """Whoever is lost, what is left holds together; losing the same again changes nothing."""

    @settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(collaborations(), st.data())
    def test_any_collaboration_can_do_without_anybody(self, setup: Collaboration, data: st.DataObject) -> None:
        found = list(losses(setup))
        for loss in data.draw(st.lists(st.sampled_from(found), max_size=4)) if found else []:
            left = without(setup, loss)

            assert without(left, loss) == left
            if loss.kind is LossKind.ORGANISATION:
                staying = {"Expectation", "Initiative", "Organisation"}
                assert loss.id not in [value for owner, value in named(left) if owner not in staying]

    @given(small(), st.data())
    def test_of_two_losses_either_may_come_first(self, setup: Collaboration, data: st.DataObject) -> None:
        one, other = (data.draw(st.sampled_from(list(losses(setup)))) for _ in range(2))

        assert without(without(setup, one), other) == without(without(setup, other), one)


class TestNobodyNeeded:
    """Removing what nobody refers to changes nothing."""

    @given(small())
    def test_an_organisation_without_a_part_in_anything_is_not_missed(self, setup: Collaboration) -> None:
        more = evolve(setup, organisations=[*setup.organisations, Organisation("nobody")])
        loss = Loss(LossKind.ORGANISATION, "nobody")

        assert without(more, loss) == more
        assert not next(each for each in vacancy_drill(more).effects if each.loss == loss).changes


class TestLosingTiesNothing:
    """Removing somebody joins no parts, hastens no news, and gives no body a seat to spare."""

    @given(small(), st.data())
    def test_bodies_that_were_apart_stay_apart(self, setup: Collaboration, data: st.DataObject) -> None:
        left = without(setup, data.draw(st.sampled_from(list(losses(setup)))))
        before = parts(setup).parts

        assert all(any(set(part) <= set(whole) for whole in before) for part in parts(left).parts)

    @given(small(), st.data())
    def test_no_news_arrives_sooner(self, setup: Collaboration, data: st.DataObject) -> None:
        left = without(setup, data.draw(st.sampled_from(list(losses(setup)))))
        before, after = arrivals(setup, setup), arrivals(left, setup)

        assert before.keys() == after.keys()
        for key, day in after.items():
            was = before[key]
            assert day is None or (was is not None and was <= day)

    @given(small())
    def test_no_quorum_has_more_to_spare_or_is_likelier(self, setup: Collaboration) -> None:
        for effect in vacancy_drill(setup, attendance="2/3").effects:
            for before, after in effect.quorums.values():
                assert before.spare is not None
                assert after.spare is not None
                assert after.spare < before.spare
                assert before.probability is not None
                assert after.probability is not None
                assert after.probability <= before.probability


class TestOrder:
    """The gravest comes first, and every loss is told once."""

    @given(small())
    def test_no_loss_is_forgotten(self, setup: Collaboration) -> None:
        effects = vacancy_drill(setup).effects

        assert {each.loss for each in effects} == set(losses(setup))
        assert len(effects) == len(list(losses(setup)))
