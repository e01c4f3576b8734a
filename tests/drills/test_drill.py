"""What a collaboration loses with each of its roles and organisations."""

from __future__ import annotations

import datetime as dt

import pytest

from samverkan.checklist.outcome import Outcome
from samverkan.drills.drill import Drill, Effect, Wait, vacancy_drill
from samverkan.drills.without import Loss, LossKind
from samverkan.formats.bundled import bundled
from samverkan.model.activities import Event
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.mandate import AtLeast
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation
from samverkan.model.when import OnDate


def body(id_: str, *seats: Seat) -> Body:
    return Body(id_, BodyKind.NETWORK, Text(id_), seats=seats, seats_complete=True, quorum=AtLeast(1))


def event(id_: str, day: int, of: str) -> Event:
    return Event(id_, Text(id_), OnDate(dt.date(2027, 3, day)), bodies=[of])


SMALL = Collaboration(
    id="c",
    name="C",
    organisations=[Organisation(name) for name in ("x", "y", "z", "nobody")],
    bodies=[
        body("a", Seat("s", organisations=["x"]), Seat("t", organisations=["y"])),
        body("b", Seat("s", organisations=["x"]), Seat("t", organisations=["z"])),
    ],
    bodies_complete=True,
    plan_complete=True,
    events=[event("m", 1, "a"), event("n", 5, "b")],
)


@pytest.fixture(scope="module")
def small() -> Drill:
    return vacancy_drill(SMALL)


@pytest.fixture(scope="module")
def tranemo() -> Drill:
    return vacancy_drill(bundled("tranemo"), as_of=dt.date(2016, 3, 1))


def of(drill: Drill, kind: LossKind, id_: str) -> Effect:
    return next(each for each in drill.effects if each.loss == Loss(kind, id_))


def test_who_alone_ties_two_bodies_takes_the_tie_and_the_news_along(small: Drill) -> None:
    effect = of(small, LossKind.ORGANISATION, "x")

    assert effect.parts == (1, 2)
    assert effect.waits == {("a", "b"): (Wait(4, 4, 0), Wait(None, None, 1))}
    assert {name: (old.spare, new.spare) for name, (old, new) in effect.quorums.items()} == {"a": (1, 0), "b": (1, 0)}


def test_only_what_changes_is_told(small: Drill) -> None:
    effect = of(small, LossKind.SEAT, "a/t")

    assert (effect.factors, effect.parts, effect.splitters, effect.waits) == ({}, None, (), {})
    assert list(effect.quorums) == ["a"]


def test_who_is_nowhere_is_listed_last_and_changes_nothing(small: Drill) -> None:
    assert small.effects[-1].loss == Loss(LossKind.ORGANISATION, "nobody")
    assert not small.effects[-1].changes


def test_the_gravest_comes_first_and_of_equals_the_first_in_the_file(small: Drill) -> None:
    assert [each.damage for each in small.effects] == sorted((each.damage for each in small.effects), reverse=True)
    assert [each.loss.id for each in small.effects] == ["x", "a/s", "b/s", "a/t", "b/t", "y", "z", "nobody"]


def test_a_body_that_can_no_longer_decide_comes_before_one_with_less_to_spare() -> None:
    one = body("a", Seat("s", organisations=["x"]))
    effects = vacancy_drill(
        Collaboration(id="c", name="C", organisations=SMALL.organisations, bodies=[*SMALL.bodies[1:], one])
    ).effects

    assert of_first(effects).quorums["a"][1].attainable is Outcome.NOT_MET
    assert of_first(effects).quorums["a"][1].spare == -1


def of_first(effects: tuple[Effect, ...]) -> Effect:
    return next(each for each in effects if each.quorums)


def test_without_the_lead_tranemo_has_no_dedicated_project_lead(tranemo: Drill) -> None:
    assert tranemo.effects[0].loss.kind is LossKind.LEAD
    assert tranemo.effects[0].factors == {"2": (Outcome.UNKNOWN, Outcome.NOT_MET)}


def test_without_the_municipality_nobody_knows_who_drives_tranemo(tranemo: Drill) -> None:
    assert of(tranemo, LossKind.ORGANISATION, "tranemo-kommun").factors == {
        "1": (Outcome.MET, Outcome.UNKNOWN),
        "8": (Outcome.MET, Outcome.UNKNOWN),
    }


def test_no_single_loss_cuts_the_board_of_tranemo_off_from_its_group(tranemo: Drill) -> None:
    assert [each.loss.id for each in tranemo.effects if each.waits or each.parts] == []


def test_a_rule_that_no_source_states_is_not_said_to_change(tranemo: Drill) -> None:
    assert [each.loss.id for each in tranemo.effects if each.quorums] == []
