"""What is said of whether a body may decide, word for word."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from samverkan.checklist.competence.competence import competence
from samverkan.model.bodies import Body, BodyKind, Seat, Statute
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.mandate import AtLeast, Mandate
from samverkan.model.names import Text
from samverkan.model.source import Source
from tests.checklist.builders import disputed
from tests.checklist.competence.strategies import AFTER, BEFORE, DAY, ITEM
from tests.checklist.competence.test_competence import committee, group, there
from tests.checklist.saying import paragraph, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

NO = Absent()
YES_AND_NO = (True, False)
CONFLICTED = [Seat("s-0", conflicts=[ITEM], deputies=["d-0"]), Seat("s-1", deputies=["d-1"]), Seat("s-2")]
ALL_DEPUTIES = [Seat("s-0", deputies=["d-0"]), Seat("s-1", deputies=["d-1"])]
SUB = {"statute": Statute.SUB_COMMITTEE, "quorum": AtLeast(2)}
ON = {"as_of": DAY}

CASES: dict[str, tuple[Body, Any]] = {
    "a committee": (committee(5), ON),
    "three of five": (committee(5), {**ON, "attendance": there(0, 1, 2)}),
    "one of five": (committee(5), {**ON, "attendance": there(0)}),
    "nobody": (committee(5), {**ON, "attendance": there()}),
    "one from afar": (committee(3, remote=UNKNOWN), {**ON, "attendance": there(0, remote=["s-1"])}),
    "one from afar, as is decided": (committee(3, remote=True), {**ON, "attendance": there(0, remote=["s-1"])}),
    "from afar is disputed": (committee(3, remote=disputed(*YES_AND_NO)), ON),
    "from afar is declared not to count": (committee(3, remote=NO), ON),
    "from afar does not count": (committee(3, remote=False), ON),
    "a conflict": (committee(3, seats=CONFLICTED), ON),
    "a conflict, and who is there": (committee(3, seats=CONFLICTED), {**ON, "attendance": there(0, 1)}),
    "a conflict in an open list": (committee(3, seats=CONFLICTED, conflicts_complete=False), ON),
    "conflicts, and no item": (committee(3, seats=CONFLICTED), {"item": None}),
    "an open list of conflicts": (committee(3, conflicts_complete=False), {**ON, "attendance": there(0, 1)}),
    "deputies for all": (committee(2, seats=ALL_DEPUTIES), ON),
    "deputies for all that are listed": (committee(2, seats=ALL_DEPUTIES, seats_complete=False), ON),
    "a council": (committee(3, statute=Statute.COUNCIL), ON),
    "a council with a conflict": (
        committee(3, seats=CONFLICTED, statute=Statute.COUNCIL),
        {**ON, "attendance": there(0, 1)},
    ),
    "a sub-committee": (committee(3, **SUB), {**ON, "attendance": there(0, 1)}),
    "a sub-committee without a rule": (committee(3, statute=Statute.SUB_COMMITTEE, quorum=NO), ON),
    "a sub-committee of unknown rule": (committee(3, statute=Statute.SUB_COMMITTEE), ON),
    "a remit nobody knows": (committee(3, remit=UNKNOWN), ON),
    "a disputed remit": (committee(3, remit=disputed(Mandate(BEFORE), NO)), ON),
    "a remit of other items": (committee(3, remit=Mandate(BEFORE, items=[Text("annat")])), ON),
    "a remit with an end": (committee(3, remit=Mandate(BEFORE, until=AFTER, items=[ITEM])), ON),
    "a remit with a source of its own": (
        committee(3, remit=Mandate(BEFORE, until=AFTER, source=Source("reglementet")), source=Source("hemsidan")),
        ON,
    ),
    "a remit with an end, and no day": (committee(3, remit=Mandate(NO, until=AFTER)), {}),
    "a remit with a start, and no day": (committee(3, remit=Mandate(BEFORE)), {}),
    "a remit of unknown start": (committee(3, remit=Mandate(items=[ITEM])), {**ON, "item": None}),
    "what the act does not place": (committee(3, statute=UNKNOWN, quorum=AtLeast(2)), ON),
    "what the act does not place, and who is there": (
        committee(3, statute=UNKNOWN, seats=CONFLICTED),
        {**ON, "attendance": there(0, 1)},
    ),
    "a disputed statute": (committee(3, statute=disputed(Statute.COUNCIL, Statute.COMMITTEE)), {}),
    "a group": (group(Mandate(BEFORE), Mandate(BEFORE), NO), ON),
    "a group, and who is there": (group(Mandate(BEFORE), Mandate(), NO), {**ON, "attendance": there(0, 1, 2)}),
    "a group of unknown mandates": (group(Mandate(), UNKNOWN, disputed(Mandate(BEFORE), NO)), ON),
    "a group without mandates": (group(NO, Mandate(AFTER), UNKNOWN), ON),
    "a group without a rule": (group(Mandate(BEFORE), NO, quorum=NO), ON),
    "an open group of unknown rule": (group(Mandate(BEFORE), quorum=UNKNOWN, seats_complete=False), {}),
    "a group of disputed rule": (group(Mandate(BEFORE), NO, quorum=disputed(AtLeast(1), AtLeast(2))), ON),
    "a group of other items": (group(Mandate(BEFORE, items=[Text("annat")]), NO), {**ON, "item": None}),
    "a board": (Body("b", BodyKind.ADVISORY_BOARD, Text("Rådet"), statute=UNKNOWN), ON),
}


def told(name: str) -> Iterator[str]:
    body, options = CASES[name]
    found = competence(body, **{"item": ITEM, **options})
    yield f"[{name}] {found.standing.value}, decides: {found.decides.value}, needed {found.needed} of {found.voting}"
    for ruling in found.rulings:
        yield f"{ruling.condition.value} by {', '.join(each.place for each in ruling.law) or 'no paragraph'}"
        yield from (f"  {line}" for line in spoken(ruling.finding))


@pytest.mark.parametrize("name", CASES)
def test_an_answer_says_what_it_is_written_to_say(name: str) -> None:
    assert "\n".join(told(name)) == paragraph("competence", f"[{name}]")


def test_the_days_are_in_order() -> None:
    assert BEFORE < DAY < AFTER
    assert isinstance(DAY, dt.date)
