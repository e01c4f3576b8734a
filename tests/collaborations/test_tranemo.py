"""The file of Tranemo against the counts of its source."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from samverkan.formats.bundled import bundled
from samverkan.model.activities import Heading
from samverkan.model.bodies import LEADERSHIP, HolderMention, Rank
from samverkan.model.cadence import EveryDays, TimesPer
from samverkan.model.documents import RemarkKind
from samverkan.model.facts import UNKNOWN, Disputed, is_unknown
from samverkan.model.goals import DirectionGoal
from samverkan.model.names import Text
from samverkan.model.organisations import Sector
from samverkan.model.results import PublishedChange, PublishedClaim, PublishedCount, PublishedShare
from samverkan.model.source import Level
from samverkan.model.values import ClockSpan
from samverkan.model.when import InWeek, InYear, Often, OnDate, Precision, WeekInMonth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.activities import Activity, Event
    from samverkan.model.bodies import Body, Expectation, Seat

TRANEMO = bundled("tranemo")


def body(name: str) -> Body:
    found = TRANEMO.body(name)
    assert found
    return found


def whole(name: str) -> set[str]:
    return {TRANEMO.whole_of(organisation) for organisation in body(name).represented}


def sector(organisation: str) -> object:
    found = TRANEMO.organisation(organisation)
    assert found
    return found.sector


def sectors(seats: Body) -> Counter[object]:
    return Counter(sector(seat.organisations[0]) for seat in seats.seats)


def is_seated(expected: Expectation, group: Body) -> bool:
    return any(
        organisation in expected.organisations or sector(organisation) in expected.sectors
        for organisation in group.represented
    )


def items() -> dict[str, Activity | Event]:
    activities: list[Activity | Event] = [*TRANEMO.activities]
    return {item.id: item for item in [*activities, *TRANEMO.events]}


def dates_of_the_series() -> list[dt.date]:
    (series,) = TRANEMO.series
    assert isinstance(series.every, EveryDays)
    number = (series.to - series.from_).days // series.every.days + 1
    return [series.from_ + dt.timedelta(days=series.every.days * turn) for turn in range(number)]


def dates_of_the_events() -> Iterator[dt.date]:
    for event in TRANEMO.events:
        if isinstance(event.when, OnDate):
            yield event.when.date


ADVISORY_BOARD, GROUP = body("advisory-board"), body("samverkansgrupp")


class TestSeats:
    def test_nine_sit_on_the_advisory_board_and_sixteen_in_the_group(self) -> None:
        assert (len(ADVISORY_BOARD.seats), len(GROUP.seats)) == (9, 16)

    def test_both_lists_are_closed(self) -> None:
        assert ADVISORY_BOARD.seats_complete
        assert GROUP.seats_complete

    def test_they_stand_in_the_order_of_the_source(self) -> None:
        assert [seat.id for seat in ADVISORY_BOARD.seats] == [f"ab-{number}" for number in range(1, 10)]
        assert [seat.id for seat in GROUP.seats] == [f"sg-{number:02}" for number in range(1, 17)]

    def test_sixteen_seats_have_seventeen_lines_of_organisations(self) -> None:
        assert sum(len(seat.organisations) for seat in GROUP.seats) == 17

    def test_two_churches_share_one_seat(self) -> None:
        shared = [seat.organisations for seat in GROUP.seats if len(seat.organisations) > 1]

        assert shared == [("svenska-kyrkan", "missionskyrkan")]

    def test_eight_and_twelve_organisations_are_represented(self) -> None:
        assert (len(whole("advisory-board")), len(whole("samverkansgrupp"))) == (8, 12)

    def test_without_the_municipality_s_units_folded_in_the_group_has_thirteen(self) -> None:
        assert len(GROUP.represented) == 13

    def test_four_organisations_sit_in_both_and_sixteen_in_either(self) -> None:
        both = whole("advisory-board") & whole("samverkansgrupp")

        assert both == {"tranemo-kommun", "arbetsformedlingen", "migrationsverket", "polisen"}
        assert len(whole("advisory-board") | whole("samverkansgrupp")) == 16

    def test_every_seat_of_the_advisory_board_has_a_role(self) -> None:
        assert all(isinstance(seat.role, Text) for seat in ADVISORY_BOARD.seats)

    def test_seven_seats_of_the_group_state_no_role(self) -> None:
        silent = [seat.organisations[0] for seat in GROUP.seats if seat.role is UNKNOWN]

        assert silent == [
            "folktandvarden",
            "narhalsan",
            "svenska-kyrkan",
            "roda-korset",
            "arbetsformedlingen",
            "migrationsverket",
            "traffpunkten",
        ]

    def test_a_role_is_unknown_where_its_rank_is(self) -> None:
        assert {seat.id for seat in GROUP.seats if seat.role is UNKNOWN} == {
            seat.id for seat in GROUP.seats if seat.rank is UNKNOWN
        }

    def test_the_source_names_twelve_holders_one_by_first_name_and_three_not_at_all(self) -> None:
        mentions = Counter(seat.holder_in_source for seat in GROUP.seats)

        assert mentions == {HolderMention.NAMED: 12, HolderMention.FIRST_NAME_ONLY: 1, HolderMention.NONE: 3}

    def test_no_holder_is_kept_and_no_nameless_seat_is_vacant(self) -> None:
        # A key would tie two seats of one person, and nobody whom the source names sits in both bodies.
        seats = (*ADVISORY_BOARD.seats, *GROUP.seats)

        assert all(seat.holder is UNKNOWN and not seat.vacant for seat in seats)

    def test_the_advisory_board_counts_its_seats_by_sector(self) -> None:
        assert sectors(ADVISORY_BOARD) == {
            Sector.STATE_AGENCY: 5,
            Sector.MUNICIPAL_FEDERATION: 1,
            Sector.ACADEMIA: 1,
            Sector.MUNICIPALITY: 1,
            Sector.BUSINESS: 1,
        }

    def test_the_group_counts_its_seats_by_sector(self) -> None:
        assert sectors(GROUP) == {
            Sector.MUNICIPALITY: 6,
            Sector.STATE_AGENCY: 3,
            Sector.REGION: 2,
            Sector.CIVIL_SOCIETY: 2,
            Sector.TARGET_GROUP: 1,
            UNKNOWN: 2,
        }

    def test_a_sector_that_is_unknown_is_known_not_to_be_business(self) -> None:
        silent = [each for each in TRANEMO.organisations if each.id in GROUP.represented and each.sector is UNKNOWN]

        assert [each.id for each in silent] == ["bres", "traffpunkten"]
        assert not any(each.may_be(Sector.BUSINESS) for each in silent)

    def test_the_advisory_board_is_one_of_leaders(self) -> None:
        ranks = Counter(seat.rank for seat in ADVISORY_BOARD.seats)

        assert ranks == {Rank.EXECUTIVE: 5, Rank.UNIT_HEAD: 2, Rank.MANAGER: 1, Rank.ELECTED_CHAIR: 1}
        assert ranks.keys() <= LEADERSHIP

    def test_one_politician_sits_on_the_advisory_board_and_none_in_the_group(self) -> None:
        assert [seat.id for seat in ADVISORY_BOARD.seats if seat.political is True] == ["ab-8"]
        assert {seat.political for seat in GROUP.seats} == {False}

    def test_the_project_lead_sits_in_the_group_only(self) -> None:
        assert [seat.id for seat in (*ADVISORY_BOARD.seats, *GROUP.seats) if seat.project_lead] == ["sg-16"]

    def test_only_the_chief_executive_s_line_names_the_municipality(self) -> None:
        def states_its_employer(seat: Seat) -> bool:
            assert seat.source
            return seat.source.level_of("organisations") is Level.RECORD

        municipal = [seat for seat in GROUP.seats if seat.organisations == ("tranemo-kommun",)]

        assert [seat.id for seat in municipal if states_its_employer(seat)] == ["sg-01"]

    def test_two_sections_of_the_administration_sit_in_the_group(self) -> None:
        sections = [seat.section.sv for seat in GROUP.seats if isinstance(seat.section, Text)]

        assert sections == ["Lärandesektionen", "omsorg", "Lärandesektionen"]

    def test_business_and_cultural_associations_are_expected_and_not_seated(self) -> None:
        missing = [expected.name.sv for expected in GROUP.expects if not is_seated(expected, GROUP)]

        assert len(GROUP.expects) == 7
        assert missing == ["kulturföreningar", "näringslivet"]

    def test_those_who_are_expected_are_examples(self) -> None:
        assert not GROUP.expects_complete

    def test_neither_quorum_nor_mandate_is_known(self) -> None:
        assert GROUP.quorum is UNKNOWN
        assert {seat.mandate for seat in GROUP.seats} == {UNKNOWN}


class TestProgramme:
    def test_the_group_meets_on_eight_fridays(self) -> None:
        dates = dates_of_the_series()

        assert [(date.day, date.month) for date in dates] == [
            (4, 3),
            (18, 3),
            (1, 4),
            (15, 4),
            (29, 4),
            (13, 5),
            (27, 5),
            (10, 6),
        ]
        assert {date.isoweekday() for date in dates} == {5}
        assert all(date.isocalendar().week % 2 for date in dates)

    def test_the_series_has_neither_time_nor_place(self) -> None:
        (series,) = TRANEMO.series

        assert series.time is UNKNOWN
        assert series.place is UNKNOWN

    def test_three_events_have_a_time(self) -> None:
        timed = {e.id: e.time.minutes for e in TRANEMO.events if isinstance(e.time, ClockSpan)}

        assert timed == {"p02-tjanstemannadag": 210, "p03-gemensamt-gruppmote": 90, "p04-inspirationsdag": 450}

    def test_the_events_fall_on_mondays_and_one_wednesday(self) -> None:
        assert [date.isoweekday() for date in dates_of_the_events()] == [1, 1, 1, 3, 1]

    def test_thirteen_dated_occasions_lie_at_most_three_weeks_apart(self) -> None:
        dates = sorted([*dates_of_the_series(), *dates_of_the_events()])
        gaps = [(later - earlier).days for earlier, later in pairwise(dates)]

        assert len(dates) == 13
        assert gaps == [7, 21, 9, 9, 14, 14, 3, 11, 14, 14, 14, 14]

    def test_the_advisory_board_meets_once_in_a_year_that_is_inferred(self) -> None:
        meetings = [event.when for event in TRANEMO.events if event.bodies == ("advisory-board",)]

        assert meetings == [OnDate(dt.date(2016, 4, 4), year_inferred=True)]
        assert ADVISORY_BOARD.meets is UNKNOWN

    def test_nobody_knows_who_meets_at_the_joint_meeting(self) -> None:
        assert items()["p03-gemensamt-gruppmote"].name.sv == "Gemensamt gruppmöte"
        assert [event.bodies for event in TRANEMO.events if event.id == "p03-gemensamt-gruppmote"] == [()]

    def test_seven_are_invited_among_others(self) -> None:
        (open_day,) = (event for event in TRANEMO.events if event.invited)

        assert len(open_day.invited) == 7
        assert not open_day.invited_complete

    def test_everything_lies_within_the_horizon(self) -> None:
        horizon = TRANEMO.horizon
        assert horizon
        assert horizon.from_
        assert horizon.to

        dates = [*dates_of_the_series(), *dates_of_the_events()]

        assert horizon.from_ <= min(dates) <= max(dates) <= horizon.to

    def test_the_theatre_stands_twice_and_is_known_to_the_week(self) -> None:
        listed, played = items()["a18-theatre"], items()["p05-theatre"]

        assert (listed.same_as, played.same_as) == (played.id, listed.id)
        assert isinstance(listed.when, InWeek)
        assert isinstance(played.when, InWeek)
        assert listed.when.precision is played.when.precision is Precision.WEEK
        span = listed.when.span.hull(played.when.span)
        assert (span.earliest, span.latest) == (dt.date(2016, 2, 29), dt.date(2016, 3, 13))

    def test_the_year_of_week_nine_is_inferred(self) -> None:
        assert items()["a18-theatre"].when == InWeek("2016-W09", year_inferred=True)


class TestActivities:
    def test_twenty_are_listed_on_three_slides(self) -> None:
        slides = Counter(each.source.ref for each in TRANEMO.activities if each.source)

        assert slides == {"slide 19": 10, "slide 20": 5, "slide 21": 5}

    def test_twenty_seven_listed_items_are_twenty_six(self) -> None:
        programme = len(TRANEMO.series) + len(TRANEMO.events)
        listed = len(TRANEMO.activities) + programme
        twice = {frozenset((each.id, each.same_as)) for each in items().values() if each.same_as}

        assert programme == 7
        assert (listed, listed - len(twice)) == (27, 26)

    def test_the_headings_are_kept(self) -> None:
        programme = [each.heading for each in TRANEMO.events] + [each.heading for each in TRANEMO.series]

        assert {each.heading for each in TRANEMO.activities} == {Heading.DONE_OR_ONGOING}
        assert Counter(programme) == {Heading.PLANNED_OR_STARTED: 7}

    def test_two_say_when_they_began_and_not_how_long_they_go_on(self) -> None:
        assert {each.id: each.when for each in TRANEMO.activities if each.starts} == {
            "a14-fadder": InYear(2015),
            "a18-theatre": InWeek("2016-W09", year_inferred=True),
        }

    def test_the_integration_work_has_three_parts_and_no_others(self) -> None:
        (work,) = (each for each in TRANEMO.activities if each.parts)

        assert (len(work.parts), work.parts_complete) == (3, True)

    def test_five_stand_under_a_sub_heading_and_none_of_them_has_a_funder(self) -> None:
        under = [each for each in TRANEMO.activities if each.subheading]

        assert [each.id[:3] for each in under] == ["a16", "a17", "a18", "a19", "a20"]
        assert [each.funders for each in under] == [()] * 5

    def test_one_states_who_pays(self) -> None:
        assert [each.id for each in TRANEMO.activities if each.funders] == ["a10-grundkurs-kulturskola"]

    def test_six_say_when_each_in_its_own_way(self) -> None:
        assert {each.id[:3]: each.when for each in TRANEMO.activities if not is_unknown(each.when)} == {
            "a04": Often(a04.every, says="två ggr per termin"),
            "a07": Often(a07.every, says="ett par ggr per termin"),
            "a08": WeekInMonth(5),
            "a14": InYear(2015),
            "a18": InWeek("2016-W09", year_inferred=True),
            "a19": OnDate(dt.date(2016, 1, 18)),
        }
        assert isinstance(a04.every, TimesPer)
        assert isinstance(a07.every, TimesPer)
        assert (a04.every.times, a04.every.approximate) == (2, False)
        assert (a07.every.times, a07.every.approximate) == (2, True)

    def test_whether_the_five_agencies_meet_jointly_is_unknown(self) -> None:
        (meetings,) = (each for each in TRANEMO.activities if each.id == "a04-agency-meetings")

        assert len(meetings.participants) == 5
        assert meetings.joint is UNKNOWN

    def test_organisations_without_a_name_are_one_for_each_mention(self) -> None:
        nameless = [each.id for each in TRANEMO.organisations if each.name is UNKNOWN]

        assert nameless == ["studieforbund-asylsokande", "studieforbund-anstallda", "bostadsbolag"]


def _often(name: str) -> Often:
    when = items()[name].when
    assert isinstance(when, Often)
    return when


a04, a07 = _often("a04-agency-meetings"), _often("a07-internationella-gruppen")


class TestAimsAndClaims:
    def test_three_goals_are_directions_and_there_are_no_others(self) -> None:
        assert [type(goal) for goal in TRANEMO.goals] == [DirectionGoal] * 3
        assert TRANEMO.goals_complete

    def test_there_are_three_areas_without_a_responsible_seat(self) -> None:
        assert [area.id for area in TRANEMO.areas] == ["capacity", "collaboration", "livelihood"]
        assert not TRANEMO.areas_assigned

    def test_twelve_benefits_are_claimed_among_others(self) -> None:
        assert len(TRANEMO.benefits) == 12
        assert not TRANEMO.benefits_complete

    def test_the_number_of_accountable_leads_is_disputed_and_open(self) -> None:
        accountable = TRANEMO.lead.accountable
        assert isinstance(accountable, Disputed)

        assert [claim.value for claim in accountable.claims] == [2, 1, 1]
        assert accountable.decided is None

    def test_the_initiative_is_a_statement_on_the_model_read_as_one_on_tranemo(self) -> None:
        initiative = TRANEMO.initiative
        assert isinstance(initiative.by, str)
        assert initiative.source

        assert sector(initiative.by) is Sector.MUNICIPALITY
        assert initiative.source.level is Level.STATEMENT
        assert initiative.source.level_of("by") is Level.INFERRED

    def test_publication_is_a_policy_without_delay_or_responsible_role(self) -> None:
        publication = TRANEMO.publication

        assert [what.sv for what in publication.what] == ["minnesanteckningar", "information"]
        assert not publication.what_complete
        assert publication.max_delay_days is UNKNOWN
        assert publication.responsible is UNKNOWN
        assert TRANEMO.held == ()

    def test_region_and_part_of_it_are_read_from_seats(self) -> None:
        identity = TRANEMO.identity
        assert identity.source

        assert str(identity.region) == "Västra Götalands län"
        assert str(identity.sub_region) == "Sjuhärad (Boråsregionen)"
        assert {identity.source.level_of(name) for name in ("phase", "region", "sub_region")} == {Level.INFERRED}

    @pytest.mark.parametrize("field", ["owner", "applicant", "programme_area", "period"])
    def test_what_the_source_does_not_say_is_unknown(self, field: str) -> None:
        assert getattr(TRANEMO.identity, field) is UNKNOWN


class TestResults:
    def test_eight_are_of_four_kinds(self) -> None:
        kinds = Counter(type(result) for result in TRANEMO.results)

        assert kinds == {PublishedShare: 3, PublishedCount: 3, PublishedChange: 1, PublishedClaim: 1}

    def test_three_shares_are_exact_and_stand_apart(self) -> None:
        shares = {result.place.sv: result.ratio for result in TRANEMO.results if isinstance(result, PublishedShare)}

        assert shares == {"Markaryd": Fraction(166, 211), "Hylte": Fraction(10, 11), "Tingsryd": Fraction(61, 76)}

    def test_no_result_is_pooled(self) -> None:
        pooled = Fraction(166 + 40 + 122, 211 + 44 + 152)

        assert all(result.ratio != pooled for result in TRANEMO.results if isinstance(result, PublishedShare))

    def test_the_stated_percentage_is_the_share_rounded(self) -> None:
        (stated,) = (r for r in TRANEMO.results if isinstance(r, PublishedShare) and r.stated_percent is not None)

        assert stated.ratio
        assert stated.stated_percent == round(stated.ratio * 100)

    def test_two_counts_are_lower_bounds(self) -> None:
        bounds = {r.count for r in TRANEMO.results if isinstance(r, PublishedCount) and r.more_than}

        assert bounds == {1500, 80}

    def test_the_unemployed_became_forty_fewer(self) -> None:
        (change,) = (r for r in TRANEMO.results if isinstance(r, PublishedChange))

        assert change.after - change.before == -40

    def test_years_and_months_are_given_where_the_source_gives_them(self) -> None:
        assert [r.id for r in TRANEMO.results if r.year is UNKNOWN] == ["r5", "r6"]
        assert {r.id: r.months for r in TRANEMO.results if r.months is not UNKNOWN} == {
            "r2": 12,
            "r3": 3,
            "r4": 3,
            "r6": 8,
        }


class TestRemarks:
    def test_there_are_twenty_five_in_the_order_of_the_facts(self) -> None:
        assert [remark.id for remark in TRANEMO.remarks] == [f"t{number:02}" for number in range(1, 26)]

    def test_their_kinds_are_counted(self) -> None:
        assert Counter(remark.kind for remark in TRANEMO.remarks) == {
            RemarkKind.CONFLICT: 5,
            RemarkKind.AMBIGUITY: 11,
            RemarkKind.GAP: 8,
            RemarkKind.FORMAT: 1,
        }

    def test_the_presentation_is_bounded_by_inference_only(self) -> None:
        (presentation,) = TRANEMO.documents
        assert presentation.source

        assert (presentation.pages, presentation.earliest, presentation.latest) == (
            24,
            dt.date(2016, 1, 18),
            dt.date(2016, 2, 28),
        )
        assert presentation.source.level_of("earliest") is Level.INFERRED
        assert presentation.source.level_of("latest") is Level.INFERRED

    def test_eight_slides_lost_their_figures(self) -> None:
        (presentation,) = TRANEMO.documents
        assert presentation.note

        assert re.findall(r"\d+", presentation.note.sv) == ["1", "4", "7", "9", "13", "15", "24", "8"]
