"""What the horizontal checklist finds in the five setups; each outcome is argued by hand from the sources."""

from __future__ import annotations

import datetime as dt

import pytest

from samverkan.checklist.evaluate import Evaluation, evaluate
from samverkan.checklist.horizontal import HORIZONTAL
from samverkan.checklist.interval import Interval
from samverkan.checklist.outcome import Outcome, Verdict
from samverkan.checklist.parameters import Parameters
from samverkan.formats.bundled import bundled

SETUPS = ("lots-ockelbo", "integration-pa-g", "visioncenter", "resurscentrum", "tranemo")
_OUTCOMES = {"+": Outcome.MET, "-": Outcome.NOT_MET, "?": Outcome.UNKNOWN}
# One column for each setup: L G V R T.
EXPECTED = {
    "H01": "+-++?",  # G prints its owner as missing; T states neither owner nor period
    "H02": "++---",  # V, R and T list goals that are a direction; L and G lack dates only, and have an end
    "H03": "++?+-",  # none of V's has a date, and its list was cut off; T's list is closed and has no number
    "H04": "?+?-?",  # G's text gives the same start; R's says three years of a form that says 47 months
    "H05": "++-+?",  # V's form names Mjölby only; T has no form
    "H06": "++++?",  # T states no money
    "H07": "++?+?",  # V has no section of co-financiers, which is not an empty one
    "H08": "-+?-?",  # of L and R the owner pays alone; G's four known ones cannot all be an owner that is missing
    "H09": "+?+-+",  # G has no such section and no seat with an organisation; R lists itself; T's seats are of many
    "H10": "+++?+",  # R names no body but project meetings
    "H11": "????+",  # nobody but T says how often in numbers
    "H12": "++++?",  # T says nothing of accessibility
    "H13": "+?+??",  # G names no kind; R names physical, communicative and activity
    "H14": "?+?+?",  # G: a coach and HIKC; R: disability care; L's interpreters are of language
    "H15": "++-+?",  # V's section on gender equality is there and says nothing of it
    "H16": "++???",  # attached in L, co-opted in G
    "H17": "?+?+?",  # G by sex and age; R all data by sex
    "H18": "???+?",  # R: gender equality and accessibility at project meetings
    "H19": "+?+?+",  # L and V spread; T publishes notes on its website
    "H20": "+++??",  # L: a plan of roles; G: near ordinary operations; V: an application
    "H21": "??+?+",  # V is to anchor it; T: the chair of the executive board has a seat
    "H22": "+++++",  # pre-studies, study visits, earlier projects by the model
}


@pytest.fixture(scope="module")
def judged() -> dict[str, Evaluation]:
    day = dt.date(2016, 2, 28)
    return {name: evaluate(bundled(name), checklist=HORIZONTAL, as_of=day) for name in SETUPS}


@pytest.mark.parametrize("criterion", EXPECTED)
def test_each_criterion_comes_out_as_the_sources_say(judged: dict[str, Evaluation], criterion: str) -> None:
    found = {name: judged[name].of(criterion).outcome for name in SETUPS}

    assert found == {name: _OUTCOMES[sign] for name, sign in zip(SETUPS, EXPECTED[criterion], strict=True)}


def test_there_are_twenty_two_factors_of_one_core_criterion_of_the_same_id() -> None:
    assert [factor.id for factor in HORIZONTAL.factors] == list(EXPECTED)
    assert all([each.id for each in factor.criteria] == [factor.id] for factor in HORIZONTAL.factors)
    assert all(criterion.core for criterion in HORIZONTAL.criteria)
    assert len(EXPECTED) == 22


def test_every_remedy_can_be_carried_out_in_the_model() -> None:
    assert [criterion.id for criterion in HORIZONTAL.criteria if criterion.remedy.apply is None] == []


def test_each_falls_short_of_something_and_none_is_without_merit(judged: dict[str, Evaluation]) -> None:
    assert {each.verdict for each in judged.values()} == {Verdict.FALLS_SHORT}
    assert {name: each.score for name, each in judged.items()} == {
        "lots-ockelbo": Interval("15/22", "21/22"),
        "integration-pa-g": Interval("15/22", "21/22"),
        "visioncenter": Interval("10/22", "19/22"),
        "resurscentrum": Interval("11/22", "18/22"),
        "tranemo": Interval("6/22", "20/22"),
    }


def test_goals_without_a_date_are_told_to_borrow_the_end_of_the_project(judged: dict[str, Evaluation]) -> None:
    found = judged["lots-ockelbo"].of("H02").finding

    assert str(found.because) == "Every listed goal is measurable; 4 have the end of the project as their deadline."
    assert found.evidence[-1].field == "identity.period"


def test_without_that_default_the_missing_dates_are_asked_for() -> None:
    strict = Parameters(end_is_deadline=False)
    found = evaluate(bundled("lots-ockelbo"), checklist="horizontal", parameters=strict).of("H02").finding

    assert found.outcome is Outcome.UNKNOWN
    assert [ask.field for ask in found.asks] == [f"goals.l-g{number}.deadline" for number in (1, 2, 4, 5)]


def test_the_empty_section_is_quoted(judged: dict[str, Evaluation]) -> None:
    found = judged["visioncenter"].of("H15").finding

    assert [(each.field, str(each.source)) for each in found.evidence] == [
        ("horizontal.gender.complete", "card, gender section")
    ]


def test_two_statements_of_the_period_are_shown_side_by_side(judged: dict[str, Evaluation]) -> None:
    found = judged["resurscentrum"].of("H04").finding

    assert [(each.field, str(each.says)) for each in found.evidence] == [
        ("identity.period", "2010-02-01–2013-12-31"),
        ("identity.period_in_text", "3 years"),
    ]
