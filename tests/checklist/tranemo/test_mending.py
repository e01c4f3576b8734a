"""Each of the fifty remedies, carried out in the model on a file that falls short."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from samverkan.checklist.case import Case, case_of
from samverkan.checklist.fields import differences
from samverkan.checklist.tranemo import TRANEMO
from samverkan.model.activities import Activity, Event
from samverkan.model.bodies import BodyKind, Expectation, Rank
from samverkan.model.cadence import Per, TimesPer
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.identity import Area, Identity
from samverkan.model.lead import Coordination, Entrance, Initiative, ProjectLead
from samverkan.model.mandate import AtLeast, Mandate, MoreThan
from samverkan.model.names import Text
from samverkan.model.organisations import Sector
from samverkan.model.records import Decision, Held, PublicationPolicy
from samverkan.model.values import Period
from samverkan.model.when import InWeek, OnDate
from tests.checklist.builders import (
    MET,
    NOT_MET,
    SPRING,
    YEAR,
    board,
    council,
    day,
    fortnightly,
    group,
    on,
    seat,
    setup,
)

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.checklist.criterion import Criterion
    from samverkan.checklist.outcome import Outcome
    from samverkan.model.collaboration import Collaboration

CRITERIA = {criterion.id: criterion for criterion in TRANEMO.criteria}
NOW = day("2016-04-10")
HALF = MoreThan(Fraction(1, 2))
NO = Absent()
PLAN = {"plan_complete": True, "horizon": SPRING}
SEATS = [seat("a", "town"), seat("b", "firm"), seat("c", "church")]
HELD = [Held("board", day("2016-02-01"), notes=NO)]

FALLING_SHORT = {
    "1.1": setup(initiative=Initiative("firm")),
    "1.2": setup(group(seat("a", "firm"))),
    "1.3": setup(identity=Identity(owner="firm")),
    "1.4": setup(group(seat("b", "town"), seat("c", "town"), seat("d", "school"))),
    "1.5": setup(decisions_complete=True),
    "2.1": setup(lead=ProjectLead(accountable=2)),
    "2.2": setup(lead=ProjectLead(working_time=Fraction(1, 4))),
    "2.3": setup(group(*SEATS)),
    "2.4": setup(board(*SEATS), lead=ProjectLead(attends=())),
    "2.5": setup(group(), events=[on("e", "2016-02-01", "group")], lead=ProjectLead(appointed=day("2016-03-01"))),
    "3.1": setup(coordination=Coordination(NO, NO)),
    "3.2": setup(
        group(seat("a", "town", holder=NO), reports_to=NO),
        board(seat("b", "firm", holder=NO), reports_to=NO),
        bodies_complete=True,
        lead=ProjectLead(attends=()),
    ),
    "3.3": setup(
        group(seat("a", "town")),
        activities=[Activity("a-1", Text("kurs"), organisers=["firm"], organisers_complete=True)],
        activities_complete=True,
        plan_complete=True,
        bodies_complete=True,
    ),
    "3.4": setup(entrances=[Entrance(Text("en")), Entrance(Text("två"))]),
    "3.5": setup(group(), coordination=Coordination(NO, NO), horizon=SPRING),
    "4.1": setup(group(), events=[on("e", "2016-02-01", "group")], initiative=Initiative("town", day("2016-03-01"))),
    "4.2": setup(group(), series=[fortnightly("2016-03-04", "2016-06-10", days=60)], **PLAN),
    "4.3": setup(
        group(), events=[on("e", "2016-06-01", "group")], initiative=Initiative("town", day("2016-01-11")), **PLAN
    ),
    "4.4": setup(group(), events=[evolve(on("e", "2016-02-01", "group"), time=NO)], plan_complete=True),
    "4.5": setup(identity=Identity(period=NO)),
    "4.6": setup(group(), events=[on("e", "2016-06-01", "group")], **PLAN),
    "5.1": setup(board(*SEATS)),
    "5.2": setup(board(seat("a", "town", rank=Rank.SPECIALIST))),
    "5.3": setup(board(seat("a", "town"))),
    "5.4": setup(board(*SEATS), **PLAN),
    "5.5": setup(board(*SEATS)),
    "5.6": setup(group(reports_to=NO), board(*SEATS, reports_to=NO)),
    "5.7": setup(board(*SEATS), held=HELD, held_complete=True),
    "6.1": setup(group(*SEATS, quorum=NO)),
    "6.2": setup(group(*(evolve(each, mandate=NO) for each in SEATS), quorum=HALF)),
    "6.3": setup(group(*SEATS, meets=TimesPer(2, Per.TERM))),
    "6.4": setup(group(seat("a", "town", role=NO))),
    "6.5": setup(
        group(
            seat("a", "town"),
            expects=[Expectation(Text("näringsliv"), sectors=[Sector.BUSINESS])],
            expects_complete=True,
        )
    ),
    "6.6": setup(group(*SEATS)),
    "6.7": setup(group(*SEATS), areas=[Area("north", Text("norr"))], areas_assigned=True),
    "6.8": setup(
        group(*SEATS, quorum=AtLeast(2)),
        decisions=[Decision("d", Text("ja"), "group", day("2016-02-01"))],
        held=[Held("group", day("2016-02-01"), present=["a"], attendance_complete=True)],
        decisions_complete=True,
    ),
    "7.1": setup(publication=PublicationPolicy(channel=NO)),
    "7.2": setup(**PLAN),
    "7.3": setup(board(), held=[Held("board", day("2016-02-01"), notes=day("2016-04-01"))], held_complete=True),
    "7.4": setup(publication=PublicationPolicy(responsible=NO)),
    "7.5": setup(publication=PublicationPolicy(languages=["sv"], languages_complete=True)),
    "7.6": setup(group(*SEATS), bodies_complete=True, dialogue=NO),
    "7.7": setup(publication=PublicationPolicy(max_delay_days=NO)),
    "8.1": setup(group(seat("a", "town", political=False)), bodies_complete=True),
    "8.2": setup(council(seat("a", "town")), **PLAN),
    "8.3": setup(group(seat("a", "town", section="vård"), seat("b", "firm"))),
    "8.4": setup(**PLAN),
    "8.5": setup(group(seat("a", "town", political=False))),
    "8.6": setup(decisions_complete=True, held_complete=True),
    "8.7": setup(board(*SEATS), council(seat("k", "town")), events=[on("e", "2016-04-04", "board")], **PLAN),
}


def judged(criterion: Criterion, case: Case) -> Outcome:
    return criterion.judge(case).outcome


class TestRemedies:
    def test_there_is_one_case_for_each_of_the_fifty(self) -> None:
        assert list(FALLING_SHORT) == list(CRITERIA)

    @pytest.mark.parametrize("name", FALLING_SHORT)
    def test_a_remedy_makes_its_criterion_met(self, name: str) -> None:
        criterion, case = CRITERIA[name], case_of(FALLING_SHORT[name], as_of=NOW)
        assert criterion.remedy.apply is not None
        assert judged(criterion, case) is NOT_MET
        after = case.after(criterion.remedy.apply(case))

        assert judged(criterion, after) is MET

    @pytest.mark.parametrize("name", FALLING_SHORT)
    def test_a_remedy_touches_the_field_that_the_finding_names(self, name: str) -> None:
        criterion, whole = CRITERIA[name], FALLING_SHORT[name]
        case = case_of(whole, as_of=NOW)
        assert criterion.remedy.apply is not None
        named = criterion.judge(case).remedy_field
        assert named is not None

        assert any(each.touches(named) for each in differences(whole, criterion.remedy.apply(case)))


def test_a_new_body_reports_to_another_so_that_it_stands_not_alone() -> None:
    whole = setup(group(seat("a", "town"), reports_to=NO), bodies_complete=True)
    apply = CRITERIA["5.1"].remedy.apply
    assert apply is not None
    after = apply(case_of(whole))

    assert [(body.kind, body.reports_to) for body in after.bodies[1:]] == [(BodyKind.ADVISORY_BOARD, "group")]
    assert judged(CRITERIA["3.2"], case_of(after)) is MET


def test_a_series_starts_no_earlier_than_the_initiative() -> None:
    whole = setup(group(convened=UNKNOWN), initiative=Initiative("town", day("2016-02-15")), horizon=SPRING)
    apply = CRITERIA["4.2"].remedy.apply
    assert apply is not None

    assert apply(case_of(whole)).series[0].from_ == day("2016-02-15")


def applied(name: str, whole: Collaboration, as_of: dt.date | None = NOW) -> Collaboration:
    apply = CRITERIA[name].remedy.apply
    assert apply is not None
    return apply(case_of(whole, as_of=as_of))


class TestWhatIsThereStays:
    """A remedy adds what is missing, and leaves what is there already."""

    def test_a_new_body_reports_to_the_first(self) -> None:
        after = applied("5.1", setup(group(seat("a", "town")), council()))

        assert after.bodies[-1].reports_to == "group"

    def test_one_body_alone_gets_another_to_be_tied_to(self) -> None:
        whole = setup(group(seat("a", "town"), reports_to=NO), bodies_complete=True)
        after = applied("3.2", whole)

        assert [body.kind for body in after.bodies] == [BodyKind.COLLABORATION_GROUP, BodyKind.ADVISORY_BOARD]
        assert judged(CRITERIA["3.2"], case_of(after)) is MET

    def test_a_seat_more_is_one_seat_more(self) -> None:
        whole = setup(group(seat("a", "firm"), quorum=AtLeast(1)))

        assert len(applied("1.2", whole).bodies[0].seats) == 2

    def test_of_those_who_may_answer_for_a_party_the_first_is_seated(self) -> None:
        party = Expectation(Text("näringsliv"), organisations=["firm", "church"])
        after = applied("6.5", setup(group(seat("a", "town"), expects=[party], expects_complete=True)))

        assert after.bodies[0].seats[1].organisations == ("firm",)

    def test_of_several_sectors_that_may_answer_the_first_is_seated(self) -> None:
        party = Expectation(Text("utifrån"), sectors=[Sector.BUSINESS, Sector.CIVIL_SOCIETY])
        seated = Expectation(Text("kommunen"), organisations=["town"])
        after = applied("6.5", setup(group(seat("a", "school"), expects=[seated, party], expects_complete=True)))

        assert [each.organisations for each in after.bodies[0].seats] == [("school",), ("firm",)]

    def test_two_bodies_that_are_apart_are_tied_without_a_third(self) -> None:
        apart = group(seat("a", "town"), reports_to=NO), council(seat("b", "firm"), reports_to=NO)
        after = applied("3.2", setup(*apart, bodies_complete=True))

        assert [[each.organisations for each in body.seats] for body in after.bodies] == [
            [("town",)],
            [("firm",), ("town",)],
        ]

    def test_areas_are_given_to_a_seat_of_the_group(self) -> None:
        areas = [Area("north", Text("norr")), Area("south", Text("söder"))]
        answers = council(seat("k", "town", areas=["south"]))
        after = applied("6.7", setup(answers, group(), areas=areas, areas_assigned=True))

        assert [[seat_.areas for seat_ in body.seats] for body in after.bodies] == [[("south",)], [("north",)]]

    def test_a_seat_is_offered_at_the_first_of_several_tables(self) -> None:
        after = applied("7.6", setup(group(), evolve(group(), id="other"), bodies_complete=True, dialogue=NO))

        assert [len(body.seats) for body in after.bodies] == [1, 0]

    def test_a_mandate_that_lasts_stays(self) -> None:
        lasting, ending = Mandate(day("2016-01-01")), Mandate(day("2016-01-01"), until=day("2016-12-31"))
        seats = [seat("a", "town", mandate=lasting), seat("b", "firm", mandate=ending), seat("c", "church", mandate=NO)]
        after = applied("6.2", setup(group(*seats, quorum=AtLeast(3))))

        assert [each.mandate for each in after.bodies[0].seats] == [lasting, Mandate(), Mandate()]

    def test_one_item_gets_an_organiser(self) -> None:
        events = [on("e", "2016-02-01"), on("f", "2016-02-02")]
        after = applied("3.3", setup(group(seat("a", "town")), events=events))

        assert [event.organisers for event in after.events] == [("town",), ()]

    def test_a_meeting_is_logged_in_the_terms_that_have_none(self) -> None:
        other, last, first = (
            Held(name, day(when))
            for name, when in (("board", "2016-09-01"), ("group", "2016-06-30"), ("group", "2016-07-01"))
        )
        whole = setup(group(), board(), coordination=Coordination("group"), horizon=YEAR)

        assert applied("3.5", evolve(whole, held=[other, last])).held == (other, last, first)
        assert applied("3.5", evolve(whole, held=[first])).held == (first, Held("group", day("2016-01-11")))

    def test_notes_that_are_dated_and_those_of_other_bodies_stay(self) -> None:
        late, other = Held("board", day("2016-02-01"), notes=day("2016-02-03")), Held("group", day("2016-02-01"))
        after = applied("5.7", setup(group(), board(), held=[late, other, Held("board", day("2016-03-01"))]))

        assert [each.notes for each in after.held] == [day("2016-02-03"), UNKNOWN, day("2016-03-01")]

    def test_notes_that_were_published_in_time_stay(self) -> None:
        dates = [("2016-02-01", "2016-02-15"), ("2016-03-01", "2016-03-16"), ("2016-04-01", None)]
        held = [Held("board", day(when), notes=day(notes) if notes else UNKNOWN) for when, notes in dates]
        after = applied("7.3", setup(board(), held=held))

        assert [each.notes for each in after.held] == [day("2016-02-15"), day("2016-03-01"), day("2016-04-01")]


class TestTheFirst:
    """Where several would do, the first of the file is taken, and no more is done than is asked."""

    def test_body(self) -> None:
        first, second = council(), evolve(council(), id="other")
        groups = [evolve(group(reports_to="council"), id=name) for name in ("g", "h")]

        assert applied("3.1", setup(first, second)).coordination.body == "council"
        assert applied("1.5", setup(first, second)).decisions[0].body == "council"
        assert [len(each.seats) for each in applied("7.6", setup(first, second)).bodies] == [1, 0]
        assert applied("5.6", setup(*groups, council(), board(reports_to=NO))).bodies[-1].reports_to == "g"

    def test_entrance(self) -> None:
        entrances = [Entrance(Text(name), primary=False) for name in ("en", "två", "tre")]
        third = [*entrances[:2], evolve(entrances[2], primary=True)]

        assert [each.primary for each in applied("3.4", setup(entrances=entrances)).entrances] == [True, False, False]
        assert [each.primary for each in applied("3.4", setup(entrances=third)).entrances] == [False, False, True]

    def test_item_that_somebody_runs(self) -> None:
        activities = [Activity(name, Text(name)) for name in ("a", "b")]
        after = applied("3.3", setup(group(), activities=activities, events=[on("e", "2016-02-01")]))

        assert [each.organisers for each in (*after.activities, *after.events)] == [("town",), (), ()]

    def test_where_there_is_no_table_a_group_is_set_up(self) -> None:
        after = applied("7.6", setup(bodies_complete=True, dialogue=NO))

        assert [(each.kind, len(each.seats)) for each in after.bodies] == [(BodyKind.COLLABORATION_GROUP, 1)]

    def test_decisions_are_confirmed_on_the_day_after_the_last_meeting_of_the_group(self) -> None:
        held = [Held("group", day("2016-05-02")), Held("board", day("2016-06-01")), Held("group", day("2016-04-01"))]
        after = applied("6.8", setup(group(*SEATS, quorum=AtLeast(2)), board(), held=held))

        decision = Decision("new-decision-1", Text("nytt beslut", "new decision"), "group", day("2016-05-03"))
        assert (after.held[-1].date, after.decisions) == (day("2016-05-03"), (decision,))

    def test_share_of_the_municipality_is_kept_with_as_few_seats_as_can_be(self) -> None:
        """Of three seats two may be municipal; the riddle may be."""
        after = applied("1.4", setup(group(seat("a", "riddle"))))

        assert [each.organisations for each in after.bodies[0].seats] == [("riddle",), ("town",), ("church",)]


class TestDaysThatAreInvented:
    """Something new starts with the horizon, else on the day of the judging, of the plan, of the initiative."""

    def test_the_first_day_that_is_known_is_taken(self) -> None:
        events = [on("f", "2016-03-01", "group"), on("e", "2016-02-01", "group")]
        whole = setup(group(), events=events, initiative=Initiative("town", day("2015-12-01")))
        found = [
            applied("8.4", evolve(whole, horizon=SPRING)),
            applied("1.5", whole),
            applied("1.5", whole, None),
            applied("1.5", evolve(whole, events=()), None),
            applied("1.5", setup(group()), None),
        ]

        assert found[0].events[-1].when.date == SPRING.from_
        assert [each.decisions[0].date for each in found[1:]] == [
            NOW,
            day("2016-02-01"),
            day("2015-12-01"),
            day("2024-01-08"),
        ]

    def test_a_period_is_the_horizon_or_all_days_of_the_plan_or_a_term(self) -> None:
        events = [on(f"e-{when}", when, "group") for when in ("2016-03-01", "2016-02-01", "2016-05-01")]

        assert applied("4.5", setup(group(), horizon=YEAR, events=events)).identity.period == YEAR
        assert applied("4.5", setup(group(), events=events)).identity.period == Period(
            day("2016-02-01"), day("2016-05-01")
        )
        assert applied("4.5", setup(group())).identity.period == Period(day("2016-01-01"), day("2016-06-30"))

    @pytest.mark.parametrize(
        ("as_of", "horizon", "days"),
        [
            ("2016-04-10", SPRING, ["2016-07-08", "2016-06-30"]),
            ("2016-04-10", None, ["2016-07-08", "2016-06-30"]),
            ("2016-06-30", YEAR, ["2016-07-08", "2016-06-30"]),
            ("2017-02-01", YEAR, ["2017-01-08"]),
            ("2017-02-01", SPRING, ["2016-07-08"]),
        ],
    )
    def test_the_next_term_is_that_after_the_day_or_after_the_horizon(
        self, as_of: str, horizon: Period | None, days: list[str]
    ) -> None:
        after = applied("4.6", setup(group(), horizon=horizon), day(as_of))

        assert [str(event.when.date) for event in after.events] == days

    def test_a_series_of_one_day_makes_the_horizon_longer(self) -> None:
        assert SPRING.to is not None
        after = applied("4.2", setup(group(), horizon=SPRING, initiative=Initiative("town", SPRING.to)))

        assert after.horizon == Period(SPRING.from_, day("2016-07-12"))
        assert (after.series[0].from_, after.series[0].to) == (SPRING.to, day("2016-07-12"))

    def test_a_meeting_before_the_initiative_begins_the_series(self) -> None:
        events, late = [on("e", "2016-03-01", "group"), on("f", "2016-02-01", "group")], day("2016-05-01")
        after = applied("4.2", setup(group(), horizon=SPRING, events=events, initiative=Initiative("town", late)))

        assert after.series[0].from_ == day("2016-02-01")

    def test_a_meeting_of_vague_day_that_would_lie_far_from_the_series_gets_a_day(self) -> None:
        weeks = ("2016-W03", "2016-W16", "2016-W22")
        events = [Event(week.lower(), Text(week), InWeek(week), bodies=("group",)) for week in weeks]
        late = Initiative("town", day("2016-05-01"))
        course = Activity("kurs", Text("kurs"), InWeek("2016-W03"))
        same = evolve(course, id="samma", same_as="2016-w03")
        whole = setup(group(), horizon=SPRING, events=events, activities=[same, course], initiative=late)
        after = applied("4.2", whole)

        assert [event.when for event in after.events] == [OnDate(day("2016-05-01")), *(e.when for e in events[1:])]
        assert after.activities == (evolve(same, when=OnDate(day("2016-05-01"))), course)

    def test_a_meeting_before_the_horizon_does_not_move_the_series(self) -> None:
        after = applied("4.2", setup(group(), horizon=SPRING, events=[on("e", "2015-12-01", "group")]))

        assert after.series[0].from_ == SPRING.from_


def test_a_quorum_that_is_a_number_gets_as_many_seats() -> None:
    apply = CRITERIA["1.2"].remedy.apply
    assert apply is not None
    after = apply(case_of(setup(group(quorum=AtLeast(3), closed=False))))

    assert len(after.bodies[0].voting) == 3
    assert evolve(after) == after  # it holds together
