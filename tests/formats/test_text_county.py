"""The table of many collaborations and the explanation of a criterion, at every width of a terminal."""

from __future__ import annotations

import datetime as dt

import pytest

from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.parameters import DEFAULTS
from samverkan.checklist.registry import checklist_named, shipped_names
from samverkan.formats.bundled import bundled, bundled_names
from samverkan.formats.text.county import Row, Unread, county_text
from samverkan.formats.text.explain import explained, explanation_text
from samverkan.formats.text.width import width_of
from samverkan.formats.wording import LANGUAGES, Wording
from samverkan.model.names import Text

DAY = dt.date(2016, 4, 10)
ROWS = {
    checklist: [
        Row(name, bundled(name).name, evaluate(bundled(name), checklist=checklist, as_of=DAY))
        for name in bundled_names()
    ]
    for checklist in shipped_names()
}


@pytest.mark.parametrize("checklist", shipped_names())
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [20, 40, 80, 100])
class TestWidth:
    def test_the_table_is_no_wider_than_the_terminal(self, checklist: str, language: str, width: int) -> None:
        text = county_text(ROWS[checklist], [], Wording(language), width)

        assert max(map(width_of, text.splitlines())) <= width

    def test_an_explanation_is_no_wider_than_the_terminal(self, checklist: str, language: str, width: int) -> None:
        about = explained(checklist_named(checklist), {})
        text = explanation_text(about, DEFAULTS, Wording(language), width)

        assert max(map(width_of, text.splitlines())) <= width


def test_a_factor_has_one_sign_and_outcomes_have_words() -> None:
    text = county_text(ROWS["tranemo"], [], Wording("sv"), 80)

    (row,) = (line for line in text.splitlines() if line.startswith("  Integration Tranemo"))
    assert row.split("%")[1].split() == list("✓???✓?✓✓")
    assert "✓ uppfyllt, ✗ ej uppfyllt, ? framgår inte, – ej tillämpligt." in text


def test_each_checklist_has_a_table_of_its_own() -> None:
    text = county_text([row for rows in ROWS.values() for row in rows], [], Wording("en"), 80)

    assert text.count("Judged as of Sun 10 Apr 2016") == len(ROWS)
    assert text.count("  Integration Tranemo  ") == len(ROWS)


def test_names_cannot_draw_on_the_terminal_and_faults_keep_their_lines() -> None:
    row = Row("a", Text("Å\u202e"), ROWS["tranemo"][0].evaluation)
    text = county_text([row], [Unread("b.toml", ["b.toml:1:1: fel", "b.toml:2:1: fel"])], Wording("sv"), 80)

    assert "\u202e" not in text
    assert text.endswith("b.toml:1:1: fel\nb.toml:2:1: fel\n")
