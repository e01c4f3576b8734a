"""A rollout on a terminal."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.formats.bundled import bundled, bundled_names
from samverkan.formats.text.rollout import rollout_lines
from samverkan.formats.text.width import width_of
from samverkan.formats.wording import Wording
from samverkan.model.when import OnDate
from samverkan.steps.rollout import Rollout, rollout
from samverkan.steps.step import Done
from samverkan.testing import rollouts
from tests.steps.builders import MONDAY, each, plan, setup, stage, step

SV, EN = Wording("sv"), Wording("en")
DIAMOND = plan(step("a", days=2), step("b", "a", days=3, criteria=["tranemo:2.1"]), step("c", "a", days=1))


def text(found: Rollout, wording: Wording = EN, width: int = 80) -> str:
    return "\n".join(rollout_lines(found, wording, width))


def test_the_steps_stand_in_time_with_week_days_and_slack() -> None:
    lines = rollout_lines(rollout(setup("A"), start=MONDAY, steps=DIAMOND), EN, 80)

    assert lines[:8] == [
        "From Mon 11 Jan 2027 to Fri 15 Jan 2027: 5 working days on the longest way. If",
        "all that is unknown turns out to be done, it is 3 days.",
        "Critical path: Steget a → Steget b.",
        "",
        "    Week    Days       Step – who is responsible  Slack",
        "    2027",
        "●   week 2  11–12 Jan  Steget a – role            none",
        "    week 2  13 Jan     Steget c – role            2 d, to 15 Jan",
    ]
    assert lines[8] == "●?  week 2  13–15 Jan  Steget b – role            none"


def test_it_is_told_in_swedish() -> None:
    told = text(rollout(setup("A"), start=MONDAY, steps=DIAMOND), SV, 100)

    assert "Från mån 11 jan 2027 till fre 15 jan 2027: 5 arbetsdagar längs den längsta vägen." in told
    assert "2 d, till 15 jan" in told
    assert "? framgår inte om det är gjort: ta reda på det först" in told.replace("\n  ", " ")


def test_what_is_late_is_told_apart_from_what_may_be() -> None:
    told = text(rollout(setup("A"), start=MONDAY, as_of=MONDAY + dt.timedelta(days=30), steps=DIAMOND))

    assert "Late as of Wed 10 Feb 2027: Steget a; Steget c." in told
    assert "Late as of Wed 10 Feb 2027, unless it turns out to be done: Steget b." in told
    assert "●!   week 2" in told
    assert "●?!  week 2" in told


def test_what_is_done_is_told_with_its_day_or_its_evidence() -> None:
    steps = plan(step("a", done=[Done(MONDAY)]), step("b", criteria=["tranemo:5.1"]), step("c"))

    told = text(rollout(bundled("tranemo"), start=MONDAY, steps=steps))

    assert "Done already:\n  Steget a: Done on Mon 11 Jan 2027.\n  Steget b: 5.1 Advisory Board has 9 seats" in told


def test_municipalities_that_stand_alike_share_a_row() -> None:
    whole = setup("Alvesta", "Lessebo", "Ljungby", stages=[stage("s1", "0001", "0002"), stage("s2", "0003")])

    told = text(rollout(whole, start=MONDAY, steps=plan(each("a", criteria=["tranemo:1.5"]))))

    assert told.count("Steget a (Alvesta and Lessebo) – role") == 1
    assert "Without days:\n  Steget a (Ljungby): Ljungby joins later: not stated." in told
    assert "Steget a (Alvesta and Lessebo): Is it done in Alvesta and Lessebo? The file" in told


def test_what_joins_too_late_for_the_end_is_told() -> None:
    joins = OnDate(MONDAY + dt.timedelta(days=60))
    whole = setup("A", "B", stages=[stage("s1", "0001"), stage("s2", "0002", when=joins)])

    told = text(rollout(whole, end=MONDAY, steps=plan(each("a"))))

    assert "Not done by the end, since others join too late: Steget a (B)." in told


def test_the_criteria_stand_by_the_day_on_which_they_are_met() -> None:
    told = text(rollout(setup("A"), start=MONDAY))

    assert "Criteria met if the plan holds:\n  Fri 15 Jan 2027: 1.1\n  Fri 5 Feb 2027: 1.5\n" in told
    assert "  all are met from Thu 5 Aug 2027" in told


def test_of_questions_that_differ_only_in_what_they_are_about_the_first_stands_for_all() -> None:
    told = text(rollout(bundled("tranemo"), start=MONDAY)).replace("\n    ", " ")

    assert told.count("a written mandate to decide for its organisation? (and 15 more)") == 1


def test_where_nothing_is_left_that_is_said() -> None:
    told = text(rollout(setup("A"), start=MONDAY, steps=plan(step("a", done=[Done(MONDAY)]))))

    assert told.startswith("No step is left to plan.\n")


@pytest.mark.parametrize("name", bundled_names())
@pytest.mark.parametrize("width", [30, 59, 60, 80, 100])
def test_no_line_of_a_real_rollout_is_wider_than_the_terminal(name: str, width: int) -> None:
    lines = rollout_lines(rollout(bundled(name), start=MONDAY, as_of=MONDAY), SV, width)

    assert [line for line in lines if width_of(line) > width] == []


@given(rollouts(max_steps=3), st.integers(20, 100), st.sampled_from([SV, EN]))
def test_any_rollout_fits_any_terminal(found: Rollout, width: int, wording: Wording) -> None:
    assert all(width_of(line) <= width for line in rollout_lines(found, wording, width))


def test_a_criterion_to_which_no_step_leads_is_told_apart_from_one_without_a_day() -> None:
    whole = setup("A", "B", stages=[stage("s1", "0001"), stage("s2", "0002")])
    steps = plan(each("a", criteria=["tranemo:8.1"]))

    told = text(rollout(whole, start=MONDAY, steps=steps), width=100)

    assert "\n  no day can be given for 8.1\n  no step that is left leads to 1.1, 1.2," in told


def test_on_a_narrow_terminal_each_step_is_a_paragraph() -> None:
    lines = rollout_lines(rollout(setup("A"), start=MONDAY, steps=DIAMOND), EN, 59)

    assert lines[5:9] == [
        "    2027",
        "●   week 2 · 11–12 Jan · Steget a – role · slack none",
        "    week 2 · 13 Jan · Steget c – role · slack 2 d, to 15",
        "    Jan",
    ]
