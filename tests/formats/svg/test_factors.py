"""The factors drawn: each once, its outcome in shape and word, its share as the interval that it is."""

from __future__ import annotations

import datetime as dt
import re
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.interval import Interval
from samverkan.checklist.outcome import Outcome
from samverkan.formats.bundled import bundled, bundled_names
from samverkan.formats.svg import factors
from samverkan.formats.svg.factors import bar, outcome_sign
from samverkan.formats.svg.palette import PAPER, contrast
from samverkan.formats.wording import Wording
from samverkan.model.names import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from samverkan.checklist.evaluate import Evaluation

IMAGES = Path(__file__).parents[3] / "docs" / "images"
SVG = "{http://www.w3.org/2000/svg}"
DAY = dt.date(2016, 4, 10)


@pytest.fixture(scope="module")
def tranemo() -> Evaluation:
    return evaluate(bundled("tranemo"), as_of=DAY)


@pytest.mark.parametrize("name", bundled_names())
@pytest.mark.parametrize("checklist", ["tranemo", "horizontal"])
@pytest.mark.parametrize("columns", [None, 1, 3, 9])
def test_every_factor_is_drawn_once_and_no_words_lie_on_others(
    legible: Callable[[Element], None], name: str, checklist: str, columns: int | None
) -> None:
    evaluation = evaluate(bundled(name), checklist=checklist, as_of=DAY)
    for wording in (Wording("sv"), Wording("en")):
        root = ET.fromstring(factors.dumps(evaluation, wording, columns=columns))

        legible(root)
        names = [
            group.findtext(f"{SVG}title") for group in root.iter(f"{SVG}g") if group.find(f"{SVG}title") is not None
        ]
        wanted = [f"{each.factor.id}. {wording.value(each.factor.name)}" for each in evaluation.factors]
        assert names == wanted
        if columns == 1:
            assert root.get("viewBox", "").startswith("0 0 360 ")
            assert min(float(text.get("font-size", "")) for text in root.iter(f"{SVG}text")) >= 10.2


def test_outcomes_differ_without_colour_and_stand_out() -> None:
    drawn = {outcome: outcome_sign(outcome, 0, 0, 15) for outcome in Outcome}

    assert len({re.sub('(?:fill|stroke)="#[^"]*"', "", each) for each in drawn.values()}) == len(Outcome)
    inks = {ink for each in drawn.values() for ink in re.findall("#[0-9a-f]{6}", each)} - {PAPER}
    assert all(contrast(ink, PAPER) >= 4.5 for ink in inks)


SHARES = st.tuples(st.fractions(0, 1), st.fractions(0, 1)).map(sorted).map(lambda ends: Interval(*ends))


@given(SHARES)
def test_the_bar_holds_the_interval_from_its_low_end_to_its_high_one(share: Interval) -> None:
    *boxes, text = ET.fromstring(f"<g>{bar(share, 0, 0, 400, 'p')}</g>")

    room = float(boxes[-1].get("width", ""))
    hatched = [float(box.get("width", "")) for box in boxes if box.get("fill") == "url(#p-may)"]
    dark = [float(box.get("width", "")) for box in boxes if box.get("fill", "").startswith("#")]
    assert dark == ([pytest.approx(float(share.low) * room, abs=0.01)] if share.low else [])
    assert hatched == ([] if share.low == share.high else [pytest.approx(float(share.high or 1) * room, abs=0.01)])
    assert (text.text or "").endswith("\u00a0%")


def test_it_tells_in_words_what_it_shows(tranemo: Evaluation) -> None:
    root = ET.fromstring(factors.dumps(tranemo, Wording("sv")))

    told = (root.findtext(f"{SVG}desc") or "").splitlines()
    assert told[0] == "Omdöme: oavgjort. Faktorer: uppfyllt 4, framgår inte 4 (50–100 % uppfyllda)."
    assert told[-1] == "8. Skapa delaktighet i politik och förvaltning · ✓ uppfyllt · 3/3 · 57–86\u00a0%"
    assert len(told) == 2 + 8


def test_a_share_without_an_upper_end_reaches_the_end_of_the_bar() -> None:
    boxes = ET.fromstring(f"<g>{bar(Interval(Fraction(1, 2), None), 0, 0, 400, 'p')}</g>")

    assert boxes[0].get("width") == boxes[2].get("width")


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "\u202eab", "å" * 10_000]
)
def test_any_name_changes_nothing_but_text(tranemo: Evaluation, legible: Callable[[Element], None], name: str) -> None:
    factor = evolve(tranemo.checklist.factors[0], name=Text(name))
    checklist = evolve(tranemo.checklist, factors=(factor, *tranemo.checklist.factors[1:]))
    subject = evolve(tranemo.subject, name=Text(name))
    hostile = evolve(tranemo, checklist=checklist, subject=subject)

    root, plain = (ET.fromstring(factors.dumps(each, Wording("sv"))) for each in (hostile, tranemo))

    legible(root)
    assert [each.tag for each in root.iter() if each.tag != f"{SVG}text"] == [
        each.tag for each in plain.iter() if each.tag != f"{SVG}text"
    ]
    assert "\u202e" not in "".join(root.itertext())


def test_the_picture_in_the_docs_is_the_one_that_is_drawn_today(tranemo: Evaluation) -> None:
    """Mended by the command that docs/how-to/draw-the-year.md shows above the picture."""
    drawn = factors.dumps(tranemo, Wording("sv"))

    assert (IMAGES / "tranemo-faktorer.svg").read_text(encoding="utf-8") == drawn
