"""The files of the four project cards against the counts of their sources."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter

import pytest

from samverkan.formats.bundled import bundled
from samverkan.model.activities import Heading
from samverkan.model.bodies import BodyStatus, Topic
from samverkan.model.documents import RemarkKind
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.goals import (
    Amount,
    Basis,
    Breakdown,
    CapacityGoal,
    ComplementGoal,
    DeliverableGoal,
    DirectionGoal,
    DisseminationGoal,
    MixedGoal,
    PerceptionGoal,
    ShareGoal,
    TimeLimitGoal,
    VolumeGoal,
)
from samverkan.model.horizontal import Access, LearningKind
from samverkan.model.identity import Phase
from samverkan.model.organisations import Place
from samverkan.model.participants import Capacity, Observed
from samverkan.model.values import Length, Period, Unit
from samverkan.model.when import InMonth, Moment, Often, Precision, RelativeToPeriod

LOTS, PA_G = bundled("lots-ockelbo"), bundled("integration-pa-g")
VISIONCENTER, RESURSCENTRUM = bundled("visioncenter"), bundled("resurscentrum")
CARDS = {"L": LOTS, "G": PA_G, "V": VISIONCENTER, "R": RESURSCENTRUM}


def period(letter: str) -> tuple[dt.date, dt.date]:
    found = CARDS[letter].identity.period
    assert isinstance(found, Period)
    assert found.from_
    assert found.to
    return found.from_, found.to


def kinds(letter: str) -> list[type]:
    return [type(goal) for goal in CARDS[letter].goals]


class TestEveryCard:
    @pytest.mark.parametrize("letter", CARDS)
    def test_it_is_judged_by_the_fund_s_questions_and_by_the_model(self, letter: str) -> None:
        assert CARDS[letter].checklists == ("horizontal", "tranemo")

    @pytest.mark.parametrize(("letter", "days"), [("L", 1063), ("G", 731), ("V", 181), ("R", 1430)])
    def test_the_period_has_its_days_both_ends_counted(self, letter: str, days: int) -> None:
        first, last = period(letter)

        assert (last - first).days + 1 == days

    def test_the_last_days_are_what_the_cards_print(self) -> None:
        assert period("L")[1].isoweekday() == 5
        assert period("V")[1].day == calendar.monthrange(2009, 2)[1]

    @pytest.mark.parametrize(
        ("letter", "granted", "total", "other"),
        [
            ("L", 4138263, 10346573, 6208310),
            ("G", 5172130, 12929174, 7757044),
            ("V", 221114, 294820, 73706),
            ("R", 14618645, 38012656, 23394011),
        ],
    )
    def test_the_money_is_whole_kronor(self, letter: str, granted: int, total: int, other: int) -> None:
        money = CARDS[letter].money
        assert isinstance(money.granted, int)
        assert isinstance(money.total, int)

        assert (money.granted, money.total, money.total - money.granted) == (granted, total, other)

    @pytest.mark.parametrize(("letter", "share"), [("L", 399965), ("G", 400036), ("V", 749997), ("R", 384573)])
    def test_the_share_of_the_fund_is_known_to_a_millionth(self, letter: str, share: int) -> None:
        money = CARDS[letter].money
        assert isinstance(money.granted, int)
        assert isinstance(money.total, int)

        assert round(money.granted * 10**6 / money.total) == share

    @pytest.mark.parametrize(("letter", "goals"), [("L", 6), ("G", 4), ("V", 5), ("R", 12)])
    def test_the_goals_are_all_there(self, letter: str, goals: int) -> None:
        assert len(CARDS[letter].goals) == goals

    @pytest.mark.parametrize(
        ("letter", "conflicts", "ambiguities", "gaps"), [("L", 2, 4, 3), ("G", 1, 5, 6), ("V", 4, 3, 3), ("R", 3, 7, 3)]
    )
    def test_the_remarks_are_counted(self, letter: str, conflicts: int, ambiguities: int, gaps: int) -> None:
        assert Counter(remark.kind for remark in CARDS[letter].remarks) == {
            RemarkKind.CONFLICT: conflicts,
            RemarkKind.AMBIGUITY: ambiguities,
            RemarkKind.GAP: gaps,
            RemarkKind.FORMAT: 1,
        }

    def test_the_five_setups_have_73_remarks_and_30_goals(self) -> None:
        setups = [bundled("tranemo"), *CARDS.values()]

        assert sum(len(setup.remarks) for setup in setups) == 73
        assert sum(len(setup.goals) for setup in setups) == 30

    @pytest.mark.parametrize(
        ("letter", "phase"),
        [
            ("L", Phase.IMPLEMENTATION),
            ("G", Phase.IMPLEMENTATION),
            ("V", Phase.PRE_STUDY),
            ("R", Phase.IMPLEMENTATION),
        ],
    )
    def test_the_phase_is_stated(self, letter: str, phase: Phase) -> None:
        assert CARDS[letter].identity.phase is phase

    @pytest.mark.parametrize("letter", CARDS)
    def test_nothing_is_dated_and_every_activity_is_planned(self, letter: str) -> None:
        card = CARDS[letter]

        assert (card.series, card.events) == ((), ())
        assert {activity.heading for activity in card.activities} == {Heading.PLANNED}

    @pytest.mark.parametrize("letter", CARDS)
    def test_no_list_of_seats_is_closed_and_no_quorum_known(self, letter: str) -> None:
        bodies = CARDS[letter].bodies

        assert not any(body.seats_complete for body in bodies)
        assert {body.quorum for body in bodies} == {UNKNOWN}


class TestLotsOckelbo:
    def test_the_owner_is_one_of_eight_partners_and_the_only_co_financier(self) -> None:
        partners = [line.organisation for line in LOTS.partners]

        assert len(partners) == 8
        assert [line.organisation for line in LOTS.cofinanciers] == [LOTS.identity.owner]
        assert len([partner for partner in partners if partner != LOTS.identity.owner]) == 7

    def test_four_of_eight_needed_partners_are_not_listed(self) -> None:
        listed = {line.organisation for line in LOTS.partners}
        missing = [need.name.sv for need in LOTS.needed_partners if not listed & set(need.organisations)]

        assert len(LOTS.needed_partners) == 8
        assert missing == ["föreningslivet", "skolan", "folkhälsorådet", "sv kyrkan"]

    def test_a_printed_line_keeps_its_spelling_and_the_organisation_is_clean(self) -> None:
        organisation = LOTS.organisation("lansstyrelsen-gavleborg")
        (line,) = (line for line in LOTS.partners if line.organisation == "lansstyrelsen-gavleborg")
        assert organisation

        assert line.name.sv == "Länstyrelsen Gävleborg Samhällsbyggnadsenheten"
        assert line.name.sv in organisation.aliases
        assert str(organisation.name).startswith("Länsstyrelsen")

    def test_gender_expertise_is_attached_without_a_vote(self) -> None:
        steering = LOTS.body("styrgrupp")
        assert steering

        assert [seat.id for seat in steering.seats] == ["st-genus"]
        assert steering.voting == ()

    def test_the_planning_group_is_past(self) -> None:
        planning = LOTS.body("planeringsgrupp")
        assert planning

        assert planning.status is BodyStatus.PAST
        assert (len(planning.expects), planning.expects_complete) == (5, True)

    def test_four_parties_are_needed_for_the_matching(self) -> None:
        assert [str(line.relation) for line in LOTS.parties] == ["behövs för matchningen"] * 4

    def test_the_goals_are_of_four_kinds(self) -> None:
        assert kinds("L") == [ShareGoal, CapacityGoal, ShareGoal, ComplementGoal, DeliverableGoal, DeliverableGoal]

    def test_the_rest_is_the_complement_of_a_share_within_24_months(self) -> None:
        _, _, share, rest, *_ = LOTS.goals
        assert isinstance(share, ShareGoal)
        assert isinstance(rest, ComplementGoal)

        assert rest.of == share.id
        assert share.window == Length(24, Unit.MONTH)
        assert share.population_implied

    def test_only_one_goal_has_a_deadline(self) -> None:
        assert [goal.id for goal in LOTS.goals if goal.deadline is not UNKNOWN] == ["l-g6"]

    def test_three_kinds_of_accessibility_and_six_measures_for_gender(self) -> None:
        assert set(LOTS.horizontal.accessibility.kinds) == {
            Access.PHYSICAL,
            Access.COMMUNICATIVE,
            Access.INFORMATIONAL,
        }
        assert len(LOTS.horizontal.gender.measures) == 6
        assert LOTS.horizontal.breakdown is UNKNOWN


class TestIntegrationPaG:
    def test_the_owner_is_declared_missing(self) -> None:
        assert PA_G.identity.owner == Absent("saknas")

    def test_eight_municipalities_stand_on_the_card_and_in_the_text(self) -> None:
        assert len(PA_G.municipalities) == 8
        assert {town.stated_in for town in PA_G.municipalities} == {(Place.CARD, Place.TEXT)}

    def test_their_codes_are_of_kronoberg_county(self) -> None:
        assert {town.code[:2] for town in PA_G.municipalities} == {"07"}

    def test_eleven_lines_of_co_financiers_hold_ten_names(self) -> None:
        names = [line.name.sv for line in PA_G.cofinanciers]

        assert (len(names), len(set(names))) == (11, 10)
        assert [name for name, times in Counter(names).items() if times > 1] == ["Socialförvaltningen"]

    def test_one_line_of_co_financiers_states_its_municipality(self) -> None:
        assert [line.municipality for line in PA_G.cofinanciers if line.municipality is not UNKNOWN] == ["0780"]

    def test_fourteen_parties_are_strategic_two_joined_and_two_were_in_dialogue(self) -> None:
        relations = Counter(str(line.relation) for line in PA_G.parties)

        assert relations == {
            "strategisk part": 14,
            "anslöt sig under förstudien": 2,
            "dialog under förstudien": 2,
        }

    def test_one_of_the_two_in_dialogue_did_not_join(self) -> None:
        def with_relation(words: str) -> set[object]:
            return {line.organisation for line in PA_G.parties if str(line.relation) == words}

        dialogue, joined = with_relation("dialog under förstudien"), with_relation("anslöt sig under förstudien")

        assert dialogue - joined == {"validering-kronoberg"}
        assert dialogue & joined == {"hikc"}

    def test_three_strategic_state_parties_do_not_co_finance(self) -> None:
        paying = {line.organisation for line in PA_G.cofinanciers}
        state = ["af-ljungby", "af-vaxjo", "mv-alvesta", "mv-uppvidinge", "lansstyrelsen-kronoberg", "regionforbundet"]

        assert [each for each in state if each not in paying] == [
            "af-vaxjo",
            "mv-uppvidinge",
            "lansstyrelsen-kronoberg",
        ]

    def test_the_section_of_partners_is_missing_not_empty(self) -> None:
        assert PA_G.partners == ()
        assert not PA_G.partners_complete

    def test_the_county_s_gender_equality_director_is_co_opted(self) -> None:
        steering = PA_G.body("styrgrupp")
        assert steering

        assert [seat.voting for seat in steering.seats] == [False]

    def test_nothing_said_to_be_regular_has_a_number(self) -> None:
        often = [each.when.says for each in PA_G.activities if isinstance(each.when, Often)]

        assert often == [
            "regelbundna möten parterna emellan",
            "regelbundet under projektets gång",
            "varje arbetsdag är mobil",
        ]

    def test_the_base_block_has_thirteen_parts_and_more(self) -> None:
        (block,) = (each for each in PA_G.activities if each.parts)

        assert len(block.parts) == 13
        assert not block.parts_complete

    def test_three_goals_are_listed_and_one_stands_in_the_summary(self) -> None:
        assert kinds("G") == [VolumeGoal, PerceptionGoal, ShareGoal, ShareGoal]
        assert [goal.listed for goal in PA_G.goals] == [False, True, True, True]

    def test_whether_fifty_a_month_is_a_stock_or_a_flow_is_unknown(self) -> None:
        volume = PA_G.goals[0]
        (path,) = PA_G.flows
        assert isinstance(volume, VolumeGoal)
        assert isinstance(path.capacity, Capacity)

        assert volume.amount is UNKNOWN
        assert path.capacity.amount is UNKNOWN

    def test_the_pre_study_is_known_to_four_months(self) -> None:
        learning = PA_G.horizontal.learning
        assert isinstance(learning, tuple)
        (pre_study,) = (each.when for each in learning if each.kind is LearningKind.PRE_STUDY)

        assert pre_study == InMonth("2008-05", to_month="2008-08")
        assert pre_study.precision is Precision.MONTH

    def test_only_the_goal_of_perception_compares_with_the_time_before(self) -> None:
        assert {goal.id: str(goal.compared_with) for goal in PA_G.goals if goal.compared_with is not UNKNOWN} == {
            "g-g1": "före projektstart"
        }
        assert {goal.baseline for goal in PA_G.goals} == {UNKNOWN}

    def test_data_are_broken_down_by_sex_and_age(self) -> None:
        assert PA_G.horizontal.breakdown == (Breakdown.SEX, Breakdown.AGE)

    def test_dissemination_is_not_stated_and_the_time_after_is(self) -> None:
        assert PA_G.horizontal.dissemination is UNKNOWN
        assert PA_G.horizontal.after is not UNKNOWN

    def test_six_steps_stand_in_a_stated_order(self) -> None:
        (path,) = PA_G.flows

        assert len(path.steps) == 6
        assert path.order_stated is True


class TestVisioncenter:
    def test_one_municipality_stands_on_the_card_and_three_in_the_text(self) -> None:
        on_card = [town.name for town in VISIONCENTER.municipalities if Place.CARD in town.stated_in]
        in_text = [town.name for town in VISIONCENTER.municipalities if Place.TEXT in town.stated_in]

        assert (on_card, in_text) == (["Mjölby"], ["Mjölby", "Boxholm", "Ödeshög"])

    def test_two_municipalities_are_partners_of_the_applicant(self) -> None:
        partners = [line.municipality for line in VISIONCENTER.parties if str(line.relation) == "partner"]

        assert partners == ["0560", "0509"]

    def test_the_applicant_s_code_keeps_its_leading_nought(self) -> None:
        assert VISIONCENTER.identity.applicant == "0586"

    def test_the_card_is_truncated_so_its_lists_stay_open(self) -> None:
        (card,) = VISIONCENTER.documents

        assert card.truncated
        assert not VISIONCENTER.goals_complete
        assert not VISIONCENTER.partners_complete
        assert (VISIONCENTER.cofinanciers, VISIONCENTER.cofinanciers_complete) == ((), False)

    def test_two_partners_differ_by_one_ending(self) -> None:
        names = [line.name.sv for line in VISIONCENTER.partners]

        assert names == ["Individ och Familjeomsorg", "Individ och Familjeomsorgen"]
        assert len({line.organisation for line in VISIONCENTER.partners}) == 2

    def test_the_section_on_gender_is_there_without_a_measure(self) -> None:
        assert VISIONCENTER.horizontal.gender.complete
        assert VISIONCENTER.horizontal.gender.measures == ()

    def test_transnational_work_is_declared_not_applicable(self) -> None:
        assert VISIONCENTER.horizontal.transnational == Absent("Inte aktuellt")

    def test_three_parts_leave_the_fourth_group_of_the_programme_out(self) -> None:
        aimed_at = {group for area in VISIONCENTER.areas for group in area.target_groups}

        assert len(VISIONCENTER.areas) == 3
        assert aimed_at == {"assistance-recipients", "refugees", "daily-activity"}
        assert "programme-4" in {group.id for group in VISIONCENTER.target_groups}

    def test_both_groups_are_convened_at_the_start(self) -> None:
        assert {body.convened for body in VISIONCENTER.bodies} == {RelativeToPeriod(Moment.START)}

    def test_the_number_of_process_leads_is_unknown(self) -> None:
        assert [role.count for role in VISIONCENTER.roles] == [UNKNOWN, UNKNOWN]

    def test_two_goals_have_a_number_and_none_a_deadline(self) -> None:
        numbers = [goal.number for goal in VISIONCENTER.goals if isinstance(goal, DeliverableGoal)]

        assert kinds("V") == [DeliverableGoal, DeliverableGoal, DirectionGoal, DirectionGoal, DisseminationGoal]
        assert numbers == [3, 1]
        assert {goal.deadline for goal in VISIONCENTER.goals} == {UNKNOWN}

    def test_the_larger_count_is_approximate_and_without_a_place(self) -> None:
        (ladder,) = VISIONCENTER.flows
        seen = [step.observed for step in ladder.steps if isinstance(step.observed, Observed)]

        assert [(each.count, each.approximate, each.where is UNKNOWN) for each in seen] == [
            (90, True, True),
            (14, False, False),
        ]
        assert ladder.reversible is True

    def test_four_places_are_visited_to_learn_from(self) -> None:
        learning = VISIONCENTER.horizontal.learning
        assert isinstance(learning, tuple)

        assert Counter(each.kind for each in learning) == {LearningKind.STUDY_VISIT: 4, LearningKind.EARLIER_PROJECT: 1}


class TestResurscentrum:
    def test_one_unit_is_owner_only_partner_and_only_co_financier(self) -> None:
        owner = RESURSCENTRUM.identity.owner

        assert [line.organisation for line in RESURSCENTRUM.partners] == [owner]
        assert [line.organisation for line in RESURSCENTRUM.cofinanciers] == [owner]
        assert RESURSCENTRUM.partners_complete

    def test_the_text_has_six_parties_and_the_owner_is_none_of_them(self) -> None:
        parties = [line.organisation for line in RESURSCENTRUM.parties]

        assert len(parties) == 6
        assert RESURSCENTRUM.identity.owner not in parties

    def test_the_text_says_of_two_parties_what_part_they_have(self) -> None:
        parts = {line.organisation: str(line.relation) for line in RESURSCENTRUM.parties if line.relation != UNKNOWN}

        assert parts == {"lysa": "med projektet Gemensamma Taget", "handikappomsorgen": "en viktig samverkanspart"}

    def test_the_insurance_agency_is_mentioned_and_no_party(self) -> None:
        assert RESURSCENTRUM.organisation("forsakringskassan")
        assert "forsakringskassan" not in {line.organisation for line in RESURSCENTRUM.parties}

    def test_the_text_s_three_years_stand_beside_the_card_s_dates(self) -> None:
        text = RESURSCENTRUM.identity.period_in_text
        assert isinstance(text, Period)

        assert text.length == Length(3, Unit.YEAR)
        assert text.days is None

    def test_two_municipalities_join_at_an_unknown_time_in_stage_two(self) -> None:
        _, second = RESURSCENTRUM.stages
        joining = [town for town in RESURSCENTRUM.municipalities if town.code in second.municipalities]

        assert [town.name for town in joining] == ["Malå", "Storuman"]
        assert {town.joins for town in joining} == {UNKNOWN}
        assert (second.when, second.earliest) == (UNKNOWN, dt.date(2011, 2, 1))

    def test_a_flow_a_stock_and_a_unit_without_capacity(self) -> None:
        capacities = [unit.capacity for unit in RESURSCENTRUM.units]

        assert [
            (each.number, each.amount, each.per) if isinstance(each, Capacity) else each for each in capacities
        ] == [(60, Amount.FLOW, Unit.YEAR), (65, Amount.STOCK, None), UNKNOWN]

    def test_ten_places_are_reserved_and_lasting(self) -> None:
        ((reserved,),) = (unit.reserved for unit in RESURSCENTRUM.units if unit.reserved)

        assert (reserved.at_least, reserved.lasting) == (10, True)

    def test_the_order_of_the_units_is_stated_not_to_be_stated(self) -> None:
        (entrance,) = RESURSCENTRUM.flows

        assert entrance.order_stated is False
        assert [step.unit for step in entrance.steps if step.unit] == [unit.id for unit in RESURSCENTRUM.units]

    def test_there_is_one_entrance(self) -> None:
        assert [entrance.primary for entrance in RESURSCENTRUM.entrances] == [True]

    def test_gender_equality_and_accessibility_stand_on_every_agenda(self) -> None:
        (meetings,) = RESURSCENTRUM.bodies

        assert [item.topic for item in meetings.standing_items] == [Topic.GENDER_EQUALITY, Topic.ACCESSIBILITY]
        assert meetings.meets is UNKNOWN

    def test_the_twelve_goals_are_of_seven_kinds(self) -> None:
        assert Counter(kinds("R")) == {
            DirectionGoal: 4,
            VolumeGoal: 1,
            ShareGoal: 1,
            DeliverableGoal: 1,
            MixedGoal: 2,
            CapacityGoal: 2,
            TimeLimitGoal: 1,
        }

    def test_at_least_is_stated_in_two_goals_and_read_by_default_in_the_others(self) -> None:
        bases = {goal.id: goal.operator_basis for goal in RESURSCENTRUM.goals if hasattr(goal, "operator_basis")}

        assert [name for name, basis in bases.items() if basis is Basis.STATED] == ["r-g5", "r-g8"]

    def test_hard_and_perceived_outcomes_are_apart(self) -> None:
        mixed = [goal for goal in RESURSCENTRUM.goals if isinstance(goal, MixedGoal)]

        assert [(len(goal.outcomes), len(goal.perceptions)) for goal in mixed] == [(1, 1), (1, 1)]
        assert [len(goal.excludes) for goal in mixed] == [0, 1]

    def test_the_time_limit_has_no_start_and_no_share(self) -> None:
        (limit,) = (goal for goal in RESURSCENTRUM.goals if isinstance(goal, TimeLimitGoal))

        assert limit.within == Length(12, Unit.MONTH)
        assert (limit.after, limit.share) == (UNKNOWN, UNKNOWN)

    def test_nine_measures_open_the_project_and_six_are_for_gender_equality(self) -> None:
        assert len(RESURSCENTRUM.horizontal.accessibility.measures) == 9
        assert len(RESURSCENTRUM.horizontal.gender.measures) == 6
        assert RESURSCENTRUM.horizontal.breakdown == (Breakdown.SEX,)
