"""The documents as a renderer sees them: the elements that we meant, and no other, whatever a file says."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from markdown_it import MarkdownIt

from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.parameters import DEFAULTS
from samverkan.checklist.registry import checklist_named, checklist_names
from samverkan.formats.bundled import bundled, bundled_names
from samverkan.formats.markdown.county import county_document
from samverkan.formats.markdown.criteria import criteria_document
from samverkan.formats.markdown.evaluation import evaluation_document
from samverkan.formats.text.county import Row, Unread
from samverkan.formats.text.explain import explained
from samverkan.formats.wording import LANGUAGES, Wording
from samverkan.model.accepted import AcceptedDeviation
from samverkan.model.names import Text

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration

SV = Wording("sv")
DAY = dt.date(2016, 4, 10)
TRANEMO = bundled("tranemo")
JUDGE = MarkdownIt("gfm-like")
BLOCKS = {
    *("heading_open", "paragraph_open", "bullet_list_open", "ordered_list_open", "list_item_open", "inline"),
    *("table_open", "thead_open", "tbody_open", "tr_open", "th_open", "td_open"),
}
INLINE = {"text", "code_inline", "strong_open", "strong_close"}
HOSTILE = "A|B <b>x</b> [y](http://z.se) `k` **f** kommun.se\n# r\u202etxt"


def elements(page: str) -> tuple[list[str], list[str]]:
    """Give the headings, and the text of everything, and fail at an element that we never mean."""
    tokens = JUDGE.parse(page)
    assert {token.type for token in tokens if not token.type.endswith("_close")} <= BLOCKS
    inline = [token for token in tokens if token.type == "inline"]
    assert {child.type for token in inline for child in token.children or ()} <= INLINE
    shown = ["".join(child.content for child in token.children or ()) for token in inline]
    headings = [place for place, token in enumerate(inline) if token.level == 1 and _is_heading(token.map, tokens)]
    return [shown[place] for place in headings], shown


def _is_heading(lines: list[int] | None, tokens: list) -> bool:  # type: ignore[type-arg]  # the renderer's own
    return any(token.type == "heading_open" and token.map == lines for token in tokens)


def document(whole: Collaboration, wording: Wording = SV, checklist: str = "tranemo") -> str:
    return evaluation_document(evaluate(whole, checklist=checklist, as_of=DAY), whole, wording)


class TestEvaluation:
    @pytest.mark.parametrize("name", bundled_names())
    @pytest.mark.parametrize("checklist", checklist_names())
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_setup_is_a_document_of_plain_elements(self, name: str, checklist: str, language: str) -> None:
        headings, shown = elements(document(bundled(name), Wording(language), checklist))

        assert len(headings) >= 1 + len(checklist_named(checklist).factors)
        for criterion in checklist_named(checklist).criteria:
            assert any(Wording(language).tell(criterion.question) in text for text in shown)

    def test_what_a_file_says_stays_text(self) -> None:
        bodies = [evolve(body, name=Text(HOSTILE)) for body in TRANEMO.bodies]
        organisations = [evolve(each, name=Text(HOSTILE)) for each in TRANEMO.organisations]
        seen = HOSTILE.replace("\n", " ").replace("\u202e", "")
        hostile = evolve(TRANEMO, name=HOSTILE, bodies=bodies, organisations=organisations)

        headings, shown = elements(document(hostile))

        assert headings[0].startswith(f"{seen}: ")
        assert any(f"”{seen}”" in text for text in shown[1:])
        assert len(headings) == len(elements(document(TRANEMO))[0])

    def test_an_accepted_deviation_is_shown_and_the_outcome_stays(self) -> None:
        rule = next(
            each.criterion.id for each in evaluate(TRANEMO, as_of=DAY).reports if each.outcome is Outcome.NOT_MET
        )
        accepted = AcceptedDeviation(rule, HOSTILE, body="kommunstyrelsen", decided=DAY)
        headings, shown = elements(document(evolve(TRANEMO, accepted=[accepted])))

        assert headings[-1] == "Accepterade avvikelser"
        assert any("Ej uppfyllt; accepterat tills vidare." in text and "<b>x</b>" in text for text in shown)
        assert document(TRANEMO) in document(evolve(TRANEMO, accepted=[accepted]))


class TestCounty:
    def test_a_row_a_collaboration_in_swedish_order_and_faults_below(self) -> None:
        names = ["Örebro", "Åmål", "A|b", "Älmhult"]
        rows = [Row("f", Text(name), evaluate(TRANEMO, as_of=DAY)) for name in names]

        headings, shown = elements(county_document(rows, [Unread("x", ["x.toml:1:1: <b> `k` [c]"])], SV))

        assert [text for text in shown if text in names] == ["A|b", "Åmål", "Älmhult", "Örebro"]
        assert headings == ["Flera samverkan", "Gick inte att bedöma"]
        assert shown[-1] == "x.toml:1:1: <b> `k` [c]"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_criteria_are_a_page_of_plain_elements(language: str) -> None:
    about = [each for name in checklist_names() for each in explained(checklist_named(name), {"1.1": ["a.b"]})]
    headings, shown = elements(criteria_document(about, DEFAULTS, Wording(language), command="samverkan x"))

    assert sum(heading.startswith("6.2 ") for heading in headings) == 1
    assert any("samverkan x" in text for text in shown)
