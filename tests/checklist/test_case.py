"""What a criterion may look at, and where what it cites comes from."""

from __future__ import annotations

from attrs import evolve

from samverkan.checklist.case import case_of
from samverkan.model.activities import Activity, Audience, Event
from samverkan.model.bodies import BodyKind, BodyStatus
from samverkan.model.lead import Initiative
from samverkan.model.names import Text
from samverkan.model.source import Source
from samverkan.model.values import Period
from samverkan.model.when import OnDate

from .builders import MET, UNSURE, board, council, day, finding, group, on, seat, setup

WHOLE, OWN = Source("the whole"), Source("its own page")


def event(**facts: object) -> Event:
    return Event("e", Text("e"), OnDate(day("2016-02-01")), **facts)


def test_what_names_no_source_comes_from_where_the_whole_does() -> None:
    silent = finding("1.1", setup(initiative=Initiative("town"), source=WHOLE))
    loud = finding("1.1", setup(initiative=Initiative("town", source=OWN), source=WHOLE))

    assert silent.evidence[0].source == WHOLE
    assert loud.evidence[0].source == OWN


def test_a_list_comes_from_where_its_item_does_else_the_whole() -> None:
    case = case_of(setup(group(source=OWN), source=WHOLE))

    assert case.listed("plan_complete", closed=True).source == WHOLE
    assert case.listed("plan_complete", closed=True, source=OWN).source == OWN
    assert str(case.listed("plan_complete", closed=True).says) == "the list is complete"
    assert str(case.listed("plan_complete", closed=False).says) == "the list may be incomplete"


def test_a_body_of_the_past_is_not_at_work() -> None:
    past = board(status=BodyStatus.PAST)
    case = case_of(setup(group(), past))

    assert [body.id for body in case.bodies] == ["group"]
    assert case.bodies_of(BodyKind.ADVISORY_BOARD) == ()


def test_what_is_for_nobody_knows_whom_may_be_for_a_body() -> None:
    course = Activity("kurs", Text("kurs"), OnDate(day("2016-04-01")))
    case = case_of(setup(group(), events=[event(), on("f", "2016-03-01", "group")], activities=[course]))

    assert [each.day for each in case.meetings_of(*case.bodies)] == [day("2016-03-01")]
    assert [each.day for each in case.unplaced_in(*case.bodies)] == [day("2016-02-01")]
    assert [(each.day, kind) for each, kind in case.rated_meetings(*case.bodies)] == [
        (day("2016-03-01"), MET),
        (day("2016-02-01"), UNSURE),
    ]
    assert case.unplaced_in() == ()


def test_what_states_an_audience_is_for_these_and_politics_may_be_a_political_body() -> None:
    case = case_of(setup(group(), council(), events=[event(audience=[Audience.POLITICS])]))
    table, politics = case.bodies

    assert case.unplaced_in(table) == ()
    assert len(case.unplaced_in(politics)) == 1
    assert len(case.unplaced_in(table, politics)) == 1


def test_a_horizon_gives_the_terms_and_without_one_there_are_none() -> None:
    first, last = day("2016-01-11"), day("2016-12-20")

    assert case_of(setup(horizon=Period(first, last))).horizon == (first, last)
    assert [str(term) for term in case_of(setup(horizon=Period(first, last))).terms] == ["VT 2016", "HT 2016"]
    assert case_of(setup()).horizon is None
    assert case_of(setup()).terms == ()


def test_an_occasion_is_its_bodies_by_what_names_them_and_by_their_kinds() -> None:
    case = case_of(setup(group(source=OWN), board(), events=[on("f", "2016-03-01", "group")]))
    (found,) = case.occasions

    assert [(each.field, each.source) for each in case.membership(found)] == [
        ("events.f.bodies", None),
        ("bodies.group.kind", OWN),
    ]


def test_a_sector_that_nobody_knows_is_told_with_what_it_is_not() -> None:
    case = case_of(setup(group(seat("a", "no-firm"))))

    assert [(each.field, str(each.says)) for each in case.sectors(["town", "no-firm", "riddle"])] == [
        ("organisations.town.sector", "municipality"),
        ("organisations.no-firm.sector", "not stated"),
        ("organisations.no-firm.not_sectors", "certainly not business"),
        ("organisations.riddle.sector", "not stated"),
    ]
    assert str(case.sector("nobody").says) == "not stated"


def test_only_what_the_plan_hangs_on_works_it_out_anew() -> None:
    case = case_of(setup(group(), events=[on("f", "2016-03-01", "group")]), as_of=day("2016-04-01"))
    moved = case.after(evolve(case.collaboration, events=()))

    assert (moved.occasions, moved.as_of, moved.parameters) == ((), case.as_of, case.parameters)
