"""What comes of a variant."""

from __future__ import annotations

import datetime as dt
import pickle

import pytest
from attrs import evolve

from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.own.checklist import OwnChecklist, OwnCriterion, OwnFactor
from samverkan.checklist.own.rule import Shipped
from samverkan.drills.waiting import waiting
from samverkan.errors import InvalidValueError, UnknownNameError
from samverkan.formats.bundled import bundled
from samverkan.model.activities import OnHoliday
from samverkan.model.cadence import EveryDays, Weekday
from samverkan.model.facts import UNKNOWN
from samverkan.model.stretches import InWeek
from samverkan.planning.merging import merged
from samverkan.whatif.change import BreakWeek, Change, From, In, OnWeekday
from samverkan.whatif.consequence import Case, Measures, consequence, consequences
from samverkan.whatif.variant import TODAY, Variant

from .cases import ALBY, CASE, EKEBY, LOSS, VARIANTS


def measures(*changes: Change, case: Case = CASE) -> Measures:
    found = consequence(case, Variant(changes)).measures
    assert found is not None
    return found


def test_as_today_it_is_what_the_plan_the_drill_and_the_checklist_say() -> None:
    told, plan = measures(), merged([ALBY, EKEBY])
    reach, judged = waiting([ALBY, EKEBY]), evaluate(EKEBY, as_of=CASE.as_of)

    assert (told.meetings, told.certain, told.possible) == (len(plan.taking_place), 0, 0)
    assert (told.longest, told.never) == (reach.worst, sum(bool(each.unreached) for each in reach.passages))
    assert [(each.collaboration, each.verdict, each.score) for each in told.judged][1] == (
        "ekeby",
        judged.verdict,
        judged.score,
    )


def test_a_person_in_two_places_at_once_is_a_clash_at_every_meeting_but_those_that_move_apart() -> None:
    told = measures(In("ekeby", OnWeekday("moten", Weekday.TUESDAY)))

    assert (told.meetings, told.certain) == (22, 11)


def test_whoever_is_lost_no_longer_clashes_and_leaves_a_body_that_cannot_decide() -> None:
    tuesday = In("ekeby", OnWeekday("moten", Weekday.TUESDAY))
    told = measures(In("alby", LOSS), tuesday)

    assert told.certain == 0
    assert (measures(tuesday).quorate, told.quorate, told.inquorate) == (2, 1, 1)


def test_a_break_moves_the_meetings_of_both_where_the_series_say_so() -> None:
    before, after = measures(), measures(BreakWeek(InWeek("2027-W08")))

    assert (after.moved - before.moved, after.meetings) == (2, before.meetings)


def test_meetings_on_free_days_are_counted_also_of_a_file_without_a_calendar() -> None:
    tranemo = Case(collaborations=[bundled("tranemo")])
    monday = OnWeekday("p06-samverkansgrupp-series", Weekday.MONDAY)

    assert bundled("tranemo").calendar is None
    assert measures(case=tranemo).breaches == 0
    assert measures(monday, case=tranemo).breaches == 2  # Easter Monday and the national day


def test_of_several_each_meeting_is_held_to_the_calendar_of_its_own_file() -> None:
    keeping = [
        evolve(whole, series=[evolve(whole.series[0], every=EveryDays(1), on_holiday=OnHoliday.KEEP)])
        for whole in (ALBY, EKEBY)
    ]
    alone = [measures(case=Case(collaborations=[whole])).breaches for whole in keeping]

    assert measures(case=Case(collaborations=keeping)).breaches == sum(alone) > 50


def test_a_meeting_without_a_time_may_clash() -> None:
    timeless = evolve(EKEBY, series=[evolve(EKEBY.series[0], time=UNKNOWN)])
    told = measures(In("ekeby", OnWeekday("moten", Weekday.TUESDAY)), case=Case(collaborations=[ALBY, timeless]))

    assert (told.certain, told.possible) == (0, 11)


def test_what_cannot_be_is_told_with_its_faults_and_without_measures() -> None:
    found = consequence(CASE, Variant([In("ekeby", From("moten", dt.date(2028, 1, 1)))]))

    assert found.measures is None
    assert [(each.code, each.message) for each in found.faults] == [
        ("reversed-period", "the series ends 2027-06-08 before it starts 2028-01-01")
    ]


def test_a_checklist_of_ones_own_judges_too_and_travels_as_data() -> None:
    rule = OwnCriterion(id="board", rule=Shipped("tranemo:6.2"), core=True)
    own = OwnChecklist(id="egen", version="1", name="Egen", factors=[OwnFactor(id="f", name="F", criteria=[rule])])
    case = Case(collaborations=[ALBY], checklist=own)

    expected = evaluate(ALBY, checklist=own.made())
    assert measures(case=case).judged[0].verdict is expected.verdict
    assert measures(case=pickle.loads(pickle.dumps(case))) == measures(case=case)  # noqa: S301  # our own bytes


def test_a_checklist_that_is_not_there_is_told() -> None:
    with pytest.raises(UnknownNameError, match="there is no checklist “tranmo”"):
        consequence(Case(collaborations=[ALBY], checklist="tranmo"), TODAY)


def test_a_case_has_a_collaboration() -> None:
    with pytest.raises(InvalidValueError, match="there is no collaboration to change"):
        Case(collaborations=[])


def test_cases_variants_and_consequences_travel() -> None:
    found = consequences(CASE, VARIANTS[:4])

    for value in (CASE, VARIANTS, found):
        assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301  # our own bytes
