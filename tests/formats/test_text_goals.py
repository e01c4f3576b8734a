"""The goals on a screen of the report: whether they can be followed up, and those that do not go well."""

from __future__ import annotations

import datetime as dt

import pytest

from samverkan.followup.account import account
from samverkan.formats.bundled import bundled, bundled_names
from samverkan.formats.text.goals import goal_lines
from samverkan.formats.text.width import width_of
from samverkan.formats.wording import LANGUAGES, Wording
from samverkan.model.collaboration import Collaboration
from tests.followup.rows import row

SV, EN = Wording("sv"), Wording("en")
G, DAY = bundled("integration-pa-g"), dt.date(2010, 6, 10)
MARCH = {"first": dt.date(2010, 3, 1), "last": dt.date(2010, 3, 31)}


def told(whole: Collaboration, wording: Wording = SV) -> str:
    return " ".join(goal_lines(whole, wording, 1_000))


@pytest.mark.parametrize(
    ("name", "able"),
    [("integration-pa-g", 4), ("lots-ockelbo", 6), ("resurscentrum", 6), ("tranemo", 0), ("visioncenter", 2)],
)
def test_without_results_it_counts_the_goals_that_can_be_followed_up(name: str, able: int) -> None:
    whole = bundled(name)

    assert told(whole, EN).startswith(f"{able} of {len(whole.goals)} goals can be followed up.")
    assert told(whole, EN).count("not stated: ") == len(whole.goals) - able
    assert ("With --results" in told(whole, EN)) is bool(able)


def test_a_deadline_that_is_ours_is_said_to_be() -> None:
    assert "För 1 av dem tas periodens slut som tidsgräns, enligt vårt val." in told(G)


def test_without_goals_it_says_so() -> None:
    assert told(Collaboration(id="a", name="A"), EN) == "No goals are stated in the file."


def test_with_results_each_goal_that_does_not_go_well_has_a_sentence_the_worst_first() -> None:
    results = [row("g-g0", 50, **MARCH), row("g-g2", 3, 4, **MARCH), row("g-g1", 10, 16)]

    lines = goal_lines(G, EN, 1_000, account=account(G, results, as_of=dt.date(2011, 6, 1)))

    assert lines[0] == "As of Wed 1 Jun 2011, 4 goals: missed 1, unknown 2, kept back 1."
    assert [line[:2] for line in lines[1:]] == ["✗ ", "? ", "? ", "· "]
    assert lines[1].endswith("before the project started. (g-g1)")
    assert lines[3].endswith("measures in the project. (g-g3) (nothing is counted)")
    assert lines[4].startswith("· Kept back: 70 percent")


def test_what_goes_well_is_only_counted_and_what_is_newer_is_left_out() -> None:
    results = [row("g-g1", 16, 16), row("g-g2", 70, 100, **MARCH)]

    lines = goal_lines(G, SV, 1_000, account=account(G, results, as_of=DAY))

    assert "1 rad är nyare och räknas inte." in lines
    assert not any(
        "(g-g2)" in line for line in goal_lines(G, SV, 1_000, account=account(G, results, as_of=dt.date(2009, 1, 20)))
    )


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", bundled_names())
def test_no_line_is_wider_than_the_terminal(name: str, lang: str, width: int) -> None:
    whole = bundled(name)
    for found in (None, account(whole, [], as_of=DAY)):
        assert max(map(width_of, goal_lines(whole, Wording(lang), width, account=found))) <= width
