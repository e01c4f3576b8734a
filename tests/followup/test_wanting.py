"""What goals want of their results."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from samverkan.followup.policy import Policy, Reading
from samverkan.followup.result import Counted, Sex
from samverkan.followup.wanting import is_flow, may_be_pending, named, sexes, words_of
from samverkan.model.goals import Amount, Breakdown, MixedGoal
from samverkan.model.names import Text
from tests.followup.rows import goal, row


@pytest.mark.parametrize(
    ("counted", "words"),
    [
        (Counted.OUTCOME, ["jobb", "studier"]),
        (Counted.PERCEPTION, ["möjligheter"]),
        (Counted.EITHER, ["jobb", "studier", "möjligheter"]),
        (None, ["jobb", "studier", "möjligheter"]),
    ],
)
def test_a_row_of_hard_outcomes_names_no_perception_nor_the_other_way_round(
    counted: Counted | None, words: list[str]
) -> None:
    goal = MixedGoal(
        id="a",
        text=Text("Mål"),
        number=70,
        population="unga",
        outcomes=["jobb", "studier"],
        perceptions=["möjligheter"],
    )

    assert [word.sv for word in words_of(goal, counted)] == words


def test_women_and_men_are_each_wanted_of_a_share_that_is_broken_down_by_sex_and_read_strictly() -> None:
    by_sex = evolve(goal("l-g1"), breakdown=[Breakdown.SEX])

    assert sexes(by_sex, Policy()) == (None, Sex.WOMEN, Sex.MEN)
    assert sexes(by_sex, Policy(reading=Reading.TOTAL)) == (None,)
    assert sexes(goal("l-g1"), Policy()) == (None,)
    assert sexes(evolve(goal("r-g7"), breakdown=[Breakdown.SEX]), Policy()) == (None,)


def test_a_row_counts_the_outcomes_that_it_names_in_either_language_and_all_if_it_names_none() -> None:
    told = [
        named(goal("g-g2"), row("g-g2", 1, 5, outcomes=words)) for words in ([], ["Went  to work"], ["är i aktivitet"])
    ]

    assert told == [{0, 1, 2}, {2}, {0}]


def test_only_an_amount_that_passes_is_a_flow() -> None:
    assert [is_flow(evolve(goal("r-g2"), amount=amount)) for amount in Amount] == [
        each is Amount.FLOW for each in Amount
    ]
    assert not is_flow(goal("r-g7"))


@pytest.mark.parametrize(
    ("id_", "collected", "pending", "may_be"),
    [
        ("g-g1", dt.date(2011, 1, 15), None, 0),
        ("g-g3", dt.date(2011, 4, 14), None, 11),
        ("g-g3", dt.date(2011, 4, 14), 4, 4),
        ("g-g3", dt.date(2011, 4, 15), None, 0),
    ],
)
def test_those_not_counted_may_be_in_a_window_until_the_last_has_closed(
    id_: str, collected: dt.date, pending: int | None, may_be: int
) -> None:
    assert may_be_pending(goal(id_), row(id_, 3, 14, pending=pending, collected=collected)) == may_be
