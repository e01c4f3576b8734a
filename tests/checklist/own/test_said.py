"""What a rule of one's own says, word for word."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from samverkan.checklist.own.address import Address
from samverkan.checklist.own.rule import AllOf, AnyOf, Count, Not, OneOf, Rule, Shipped, SomeOf, Stated, Within
from samverkan.checklist.own.setting import Setting
from samverkan.model.bodies import Rank
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.lead import Initiative, ProjectLead
from samverkan.model.mandate import AtLeast
from samverkan.model.organisations import Organisation
from samverkan.model.source import Source
from tests.checklist.own.test_rules import BOARD, DISPUTED, GROUP, QUORUM, RANK, SEATS, body, found
from tests.checklist.saying import paragraph, spoken

if TYPE_CHECKING:
    from samverkan.model.bodies import Body

PAGE = Source("sidan")
KNOWN = body("g", Rank.MANAGER, Rank.EXECUTIVE, quorum=AtLeast(1), source=PAGE)
HALF = body("h", Rank.MANAGER, UNKNOWN, closed=False, quorum=DISPUTED)
NONE = body("n", Rank.SPECIALIST, quorum=Absent(), kind=BOARD)
MANY = [body(f"m-{number}", Rank.MANAGER, quorum=AtLeast(1)) for number in range(5)]
TIME, LENGTH = Address.parse("lead.working_time"), Address.parse("horizon.length.count")
SHARE = Within(TIME, at_least="1/4", at_most="1/2")
CHIEFS = OneOf(RANK, ["manager", "executive"])

CASES: dict[str, tuple[Rule, tuple[Body, ...], dict[str, object]]] = {
    "stated": (Stated(QUORUM), (KNOWN,), {}),
    "stated in four": (Stated(QUORUM), tuple(MANY[:4]), {}),
    "stated in five": (Stated(QUORUM), tuple(MANY), {}),
    "stated in an open list": (Stated(QUORUM), (KNOWN,), {"closed": False}),
    "stated of the groups": (Stated(QUORUM, GROUP), (KNOWN, NONE), {}),
    "declared missing": (Stated(QUORUM), (KNOWN, NONE), {}),
    "disputed": (Stated(QUORUM), (KNOWN, HALF), {}),
    "of nothing": (Stated(QUORUM), (), {}),
    "of nothing in an open list": (Stated(QUORUM), (), {"closed": False}),
    "counted": (Count(SEATS, 1, 2), (KNOWN, NONE), {"source": PAGE}),
    "too many": (Count(SEATS, None, 1), (KNOWN, NONE), {}),
    "too few": (Count(SEATS, 2), (KNOWN, NONE), {}),
    "counted in an open list": (Count(SEATS, 3), (KNOWN, HALF), {}),
    "counted on an open plan": (Count(Address.parse("events"), 1), (), {}),
    "counted in a closed plan": (Count(Address.parse("events"), 1), (), {"plan_complete": True}),
    "counted in what nothing closes": (Count(Address.parse("organisations"), 1), (), {}),
    "counted in what nobody wrote": (Count(Address.parse("horizontal.accessibility.measures"), 1), (), {}),
    "counted in a table that nobody wrote": (Count(Address.parse("calendar.weekdays"), 1), (), {}),
    "a share": (SHARE, (), {"lead": ProjectLead(working_time=Fraction(1, 2), source=PAGE)}),
    "too large a share": (SHARE, (), {"lead": ProjectLead(working_time=Fraction(3, 4))}),
    "a share that nobody knows": (SHARE, (), {}),
    "no share": (SHARE, (), {"lead": ProjectLead(working_time=Absent())}),
    "a table that nobody wrote": (Within(LENGTH, at_least=1), (), {}),
    "among the words": (CHIEFS, (KNOWN,), {}),
    "not among the words": (CHIEFS, (KNOWN, NONE), {}),
    "words that nobody knows": (CHIEFS, (HALF,), {}),
    "an id": (
        OneOf(Address.parse("initiative.by"), ["town"]),
        (),
        {"initiative": Initiative("town"), "organisations": [Organisation("town")]},
    ),
    "yes or no": (OneOf(Address.parse("bodies.*.seats.*.voting"), [False]), (KNOWN,), {}),
    "all of": (AllOf([Stated(QUORUM), CHIEFS]), (KNOWN, NONE), {}),
    "all of, open": (AllOf([Stated(QUORUM), CHIEFS]), (HALF,), {}),
    "all of, with a remedy of the first": (AllOf([Shipped("tranemo:5.1"), Stated(QUORUM)]), (NONE,), {}),
    "of tables without seats": (Stated(RANK), (body("e"),), {}),
    "any of": (AnyOf([Stated(QUORUM), CHIEFS]), (KNOWN, NONE), {}),
    "some of": (SomeOf(1, [Stated(QUORUM), CHIEFS]), (KNOWN,), {}),
    "not": (Not(CHIEFS), (KNOWN,), {}),
    "not what is not": (Not(CHIEFS), (NONE,), {}),
    "shipped": (Shipped("tranemo:5.1", [Setting("min_advisory_seats", Fraction(1))]), (NONE,), {}),
}


@pytest.mark.parametrize("name", CASES)
def test_a_rule_says_what_it_is_written_to_say(name: str) -> None:
    assert told(name) == paragraph("own", f"[{name}]")


def told(name: str) -> str:
    rule, bodies, facts = CASES[name]
    return "\n".join([f"[{name}]", *spoken(found(rule, *bodies, **facts))])  # type: ignore[arg-type]  # any fields
