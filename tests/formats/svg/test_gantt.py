"""The drawing of a rollout: well-formed, told as well as drawn, the same each time, and nothing on top of anything."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from samverkan.formats.bundled import bundled, bundled_names
from samverkan.formats.rollout_words import MEANINGS
from samverkan.formats.svg.gantt import description, dumps, facts
from samverkan.formats.svg.gantt_rows import BAR, CRITICAL, SPARE
from samverkan.formats.svg.gantt_scale import Scale
from samverkan.formats.svg.palette import PAPER, contrast
from samverkan.formats.wording import Wording
from samverkan.model.names import Text
from samverkan.steps.rollout import Rollout, rollout
from samverkan.steps.step import Done
from samverkan.testing import rollouts
from tests.formats.svg.test_network import SVG, check
from tests.steps.builders import MONDAY, each, plan, setup, stage, step

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SV, EN = Wording("sv"), Wording("en")
DIAMOND = plan(step("a", days=2), step("b", "a", days=3, criteria=["tranemo:2.1"]), step("c", "a", days=1))
LONG = Text("Arbetsmarknadsenhetens och vuxenutbildningens samverkansöverenskommelse undertecknas")


def drawn(found: Rollout, wording: Wording = SV, columns: int | None = None) -> Element:
    return ET.fromstring(dumps(found, wording, name="Ekeby samverkar", columns=columns))


def bars(root: Element) -> list[Element]:
    return [box for box in root.iter(f"{SVG}rect") if box.get("height") == str(BAR) and box.get("fill") != "none"]


@pytest.mark.parametrize("name", bundled_names())
@pytest.mark.parametrize("wording", [SV, EN])
@pytest.mark.parametrize("days", [-10, 40, 1000])
@pytest.mark.parametrize("columns", [None, 1])
def test_no_words_of_a_real_picture_lie_on_others_or_outside(
    name: str, wording: Wording, days: int, columns: int | None
) -> None:
    check(drawn(rollout(bundled(name), start=MONDAY, as_of=MONDAY + dt.timedelta(days=days)), wording, columns))


@given(rollouts(max_steps=4), st.sampled_from([SV, EN]), st.sampled_from([None, 1]))
def test_any_rollout_can_be_drawn(found: Rollout, wording: Wording, columns: int | None) -> None:
    check(drawn(found, wording, columns))


@pytest.mark.parametrize("days", [1, 30, 400, 2000])
@pytest.mark.parametrize("columns", [None, 1])
def test_a_long_title_wraps_on_any_scale(days: int, columns: int | None) -> None:
    long = evolve(step("a", days=days), title=LONG, role=LONG)

    check(drawn(rollout(setup("A"), start=MONDAY, steps=plan(long, step("b", "a"))), columns=columns))


def test_in_one_column_the_bars_stand_below_their_words_on_a_telephone() -> None:
    found = rollout(setup("A"), start=MONDAY, steps=DIAMOND)
    wide, narrow = drawn(found), drawn(found, columns=1)

    assert [root.get("viewBox", "").split()[2] for root in (wide, narrow)] == ["720", "360"]
    for root, below in ((wide, False), (narrow, True)):
        days = next(text for text in root.iter(f"{SVG}text") if (text.text or "").startswith("v. 2,"))
        assert (float(bars(root)[0].get("y", "")) > float(days.get("y", ""))) is below


def test_the_critical_path_is_whole_and_the_rest_striped_with_its_slack() -> None:
    steps = plan(step("a"), step("b", days=3), step("c", "a", "b"))

    found = bars(drawn(rollout(setup("A"), start=MONDAY, steps=steps)))[:3]

    assert [box.get("fill") for box in found] == ["url(#rollout-ekeby-stripes)", CRITICAL, CRITICAL]


def test_what_is_critical_is_said_beside_the_bar_and_not_by_colour_alone() -> None:
    root = drawn(rollout(setup("A"), start=MONDAY, steps=DIAMOND))

    signs = [text.text for text in root.iter(f"{SVG}text") if text.text in {"●", "●?", "?"}]
    assert signs == ["●", "●?", "?"]  # the last one is the legend's
    bold = [text.text for text in root.iter(f"{SVG}text") if text.get("font-weight") == "bold"]
    assert "Steget a" in bold
    assert "Steget c" not in bold


def test_what_is_unknown_has_a_broken_edge() -> None:
    root = drawn(rollout(setup("A"), start=MONDAY, steps=DIAMOND))

    edges = [box for box in root.iter(f"{SVG}rect") if box.get("fill") == "none"]
    assert len(edges) == 2  # of b, and of the legend
    assert {box.get("stroke-dasharray") for box in edges} == {"2.6 2"}


def test_only_what_is_certainly_late_is_red() -> None:
    root = drawn(rollout(setup("A"), start=MONDAY, as_of=MONDAY + dt.timedelta(days=30), steps=DIAMOND))

    red = [text.text for text in root.iter(f"{SVG}text") if text.get("fill") == "#b91c1c"]
    assert red == ["●!", "!"]


def test_a_bar_lies_on_its_days() -> None:
    scale = Scale.around(MONDAY, MONDAY + dt.timedelta(days=11), 100, 140)

    assert (scale.first, scale.last) == (MONDAY, MONDAY + dt.timedelta(days=13))
    assert (scale.at(MONDAY), scale.after(MONDAY)) == (100, 110)
    assert scale.after(scale.last) == 240


def test_the_day_as_of_which_it_is_told_has_a_line_if_it_lies_there() -> None:
    found = rollout(setup("A"), start=MONDAY, steps=DIAMOND)
    texts = [
        [text.text for text in drawn(evolve(found, as_of=day)).iter(f"{SVG}text")]
        for day in (MONDAY, MONDAY + dt.timedelta(days=30), None)
    ]

    assert ["mån 11 jan 2027" in each for each in texts] == [True, False, False]


def test_what_has_no_bar_is_told_below() -> None:
    whole = setup("A", "B", stages=[stage("s1", "0001"), stage("s2", "0002")])
    steps = plan(each("x"), step("y", done=[Done(MONDAY)]))

    texts = [text.text for text in drawn(rollout(whole, start=MONDAY, steps=steps)).iter(f"{SVG}text")]

    assert "Steget x (B): B ansluter senare: framgår inte." in texts
    assert texts[texts.index("Redan gjort:") + 1] == "Steget y."


def test_who_cannot_see_it_is_told_all_of_it() -> None:
    found = rollout(setup("A"), start=MONDAY, steps=DIAMOND)
    root = drawn(found, EN)

    ids = {each.get("id"): each for each in root.iter() if each.get("id")}
    title, told = ids[root.get("aria-labelledby")], ids[root.get("aria-describedby")]
    assert (root.get("role"), root.get("lang"), title.text) == ("img", "en", "Ekeby samverkar")
    assert (told.text or "") == description(found, EN)
    assert description(found, EN).splitlines()[1:] == [
        "Steget a, role, week 2, 11–12 Jan 2027, none, on the critical path: no day to spare.",
        "Steget c, role, week 2, 13 Jan 2027, 2 d, to 15 Jan.",
        f"Steget b, role, week 2, 13–15 Jan 2027, none, {MEANINGS['●']}; {MEANINGS['?']}.",
    ]


def test_the_same_facts_are_given_as_a_table() -> None:
    heads, *rows = facts(rollout(setup("A"), start=MONDAY, steps=DIAMOND), SV)

    assert heads == ("Steg", "Ansvarig", "Vecka", "Dagar", "Marginal", "Anmärkning")
    assert [row[0] for row in rows] == ["Steget a", "Steget c", "Steget b"]
    assert {len(row) for row in rows} == {len(heads)}


def test_bars_can_be_told_from_the_paper() -> None:
    assert min(contrast(colour, PAPER) for colour in (CRITICAL, SPARE)) > 4.5  # WCAG asks 3 of graphics


def test_equal_rollouts_are_equal_bytes_in_every_process() -> None:
    program = (
        "import datetime as dt, sys, samverkan; from samverkan.formats.svg.gantt import dumps;"
        "from samverkan.formats.wording import Wording;"
        "found = samverkan.rollout(samverkan.bundled('tranemo'), start=dt.date(2027, 1, 11));"
        "sys.stdout.buffer.write(dumps(found, Wording('sv'), name='Tranemo').encode())"
    )
    texts = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }

    assert len(texts) == 1
