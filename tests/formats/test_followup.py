"""How a follow-up is told: figures and shares in words, and what is said of lines that no bundled case has."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest

from samverkan.checklist.outcome import Outcome
from samverkan.followup.figure import Figure
from samverkan.followup.policy import Policy
from samverkan.followup.result import Ages, Counted, Result, Sex
from samverkan.followup.telling import Telling
from samverkan.formats.bundled import bundled
from samverkan.formats.followup import followup_data
from samverkan.formats.text import followup_words as words
from samverkan.formats.text.followup import followup_lines
from samverkan.formats.wording import Wording
from tests.followup.rows import followed, row

SV, EN = Wording("sv"), Wording("en")
MARCH: dict[str, Any] = {"first": dt.date(2010, 3, 1), "last": dt.date(2010, 3, 31)}
G = bundled("integration-pa-g")


def figure(count: int, total: int | None = None, *, at_most: int | None = None, **more: Any) -> Figure:  # noqa: ANN401
    return Figure(
        count=count,
        at_most=count if at_most is None else at_most,
        total=total,
        collected=dt.date(2010, 4, 1),
        **{**MARCH, **more},
    )


class TestFigures:
    @pytest.mark.parametrize(
        ("made", "sv", "en"),
        [
            (figure(35, 50), "35 av 50 (70 %)", "35 of 50 (70 %)"),
            (figure(12, 20, at_most=15), "12–15 av 20 (60–75 %)", "12–15 of 20 (60–75 %)"),
            (figure(3, at_most=5), "3–5", "3–5"),
            (figure(0, 0), "0 av 0", "0 of 0"),
            (figure(699, 1000, needed=Fraction(700)), "699 av 1000 (69,9 %)", "699 of 1000 (69.9 %)"),
            (figure(6999, 10000, needed=Fraction(7000)), "6999 av 10000 (69,9 %)", "6999 of 10000 (69.9 %)"),
            (figure(701, 1000, needed=Fraction(700)), "701 av 1000 (70,1 %)", "701 of 1000 (70.1 %)"),
            (figure(700, 1000, needed=Fraction(700)), "700 av 1000 (70 %)", "700 of 1000 (70 %)"),
            (figure(640, 1000, needed=Fraction(700)), "640 av 1000 (64 %)", "640 of 1000 (64 %)"),
        ],
    )
    def test_a_share_never_looks_as_if_it_lay_on_the_other_side(self, made: Figure, sv: str, en: str) -> None:
        told = [words.counted(made, wording).replace("\u00a0", " ") for wording in (SV, EN)]

        assert told == [sv, en]

    def test_whom_a_figure_is_about_stands_before_it(self) -> None:
        made = figure(
            5,
            9,
            sex=Sex.MEN,
            ages=Ages(65),
            counted=Counted.PERCEPTION,
            outcomes=["arbete", "studier"],
            outcome=Outcome.UNKNOWN,
        )

        assert words.judged(made, SV) == "män, 65 år och äldre, upplevelse, arbete och studier 5 av 9 (56\u00a0%) ?"
        assert words.ages(Ages(18, 24), EN) == "18–24 years"

    def test_what_is_needed_is_exact_or_has_one_decimal(self) -> None:
        assert words.number(Fraction(245, 10), SV) == "24,5"
        assert words.number(Fraction(2, 3), EN) == "0.7"

    def test_nobody_has_no_certainty_and_neither_has_what_is_open(self) -> None:
        assert [words.sureness(each, EN) for each in (figure(0, 0), figure(1, 5, at_most=2), figure(3))] == [None] * 3
        assert words.sureness(figure(35, 50), EN) == "Wilson 95\u00a0%: 56–81\u00a0%"


def lines(letter: str, *results: Result, **policy: Any) -> str:  # noqa: ANN401  # as the policy has it
    found = followed(letter, *results, **policy)
    whole = bundled(found.collaboration)
    return " ".join(" ".join(followup_lines(found, Telling(), whole, EN, 80)).split())


class TestLines:
    def test_a_row_that_was_counted_again_is_said_to_decide_nothing(self) -> None:
        told = lines(
            "g",
            row("g-g2", 30, 50, collected=dt.date(2010, 4, 1), **MARCH),
            row("g-g2", 36, 50, collected=dt.date(2010, 5, 1), **MARCH),
        )

        assert "36 of 50 (72 %) ✓" in told
        assert "1 row decides nothing: counted again later." in told

    def test_without_the_default_a_goal_without_a_deadline_is_said_to_have_none(self) -> None:
        assert "a goal without a deadline has none" in lines("g", end_is_deadline=False)

    def test_things_are_counted_without_a_share(self) -> None:
        told = lines("v", row("v-g2", 1))

        assert "✓ Reached (v-g2)" in told
        assert ": 1 ✓; needed: at least 1 (counted" in told

    def test_what_is_wanted_so_far_is_told_apart_from_what_is_needed(self) -> None:
        half: dict[str, Any] = {"last": dt.date(2012, 1, 15)}
        told = lines("r", row("r-g7", 40, **half), as_of=dt.date(2012, 2, 1))

        assert "40 ✓; wanted so far: " in told

    def test_what_a_goal_lacks_is_named(self) -> None:
        assert "Can be followed up: not as it is worded; not stated: number and unit." in lines("r")

    def test_what_a_flow_comes_to_is_told(self) -> None:
        assert "In 1 Feb 2010–31 Dec 2013 it comes to 235. - In 3 years it comes to 180." in lines("r")


def test_json_says_why_a_row_decides_nothing_and_not_what_it_counts() -> None:
    found = followed(
        "g",
        row("g-g2", 30, 50, collected=dt.date(2010, 4, 1), **MARCH),
        row("g-g2", 36, 50, collected=dt.date(2010, 5, 1), **MARCH),
    )
    goals: Any = followup_data(found, Telling(), (), EN)["goals"]

    assert next(each for each in goals if each["id"] == "g-g2")["lines"][0]["apart"] == [
        {"why": "replaced", "first": "2010-03-01", "last": "2010-03-31"}
    ]


def test_policies_are_told_whole() -> None:
    told = list(words.policies(followed("g"), EN))

    assert told == [
        "the total, women and men must each reach the number where a goal is broken down by sex",
        "months and years are those of the calendar that lie wholly in the period",
        "a goal without a deadline is to be reached by the end of the period",
    ]
    assert Policy() == followed("g").policy
