"""The report: five pages of a screen each, honest about what is unknown, safe and narrow for any collaboration."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given, settings

from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.interval import Interval
from samverkan.errors import InvalidCollaborationError
from samverkan.formats.bundled import bundled, bundled_names
from samverkan.formats.text.factors import criterion_lines, factor_lines, percent
from samverkan.formats.text.names import with_names
from samverkan.formats.text.questions import question_lines
from samverkan.formats.text.report import SCREEN, report_text
from samverkan.formats.text.width import width_of
from samverkan.formats.wording import LANGUAGES, Wording
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.planning.schedule import schedule
from samverkan.testing.strategies import collaborations
from samverkan.ties import answers

SV, EN = Wording("sv"), Wording("en")
AS_OF = dt.date(2016, 4, 10)


def report(collaboration: Collaboration, wording: Wording = SV, *, width: int = 80, height: int | None = SCREEN) -> str:
    plan, evaluation = schedule(collaboration), evaluate(collaboration, as_of=AS_OF)
    return report_text(collaboration, plan, answers(collaboration), evaluation, wording, width=width, height=height)


def can_be_planned(collaboration: Collaboration) -> bool:
    """Say whether no meeting falls on a day that its series forbids."""
    try:
        schedule(collaboration)
    except InvalidCollaborationError:
        return False
    return True


@pytest.mark.parametrize(("name", "language", "width"), [*product(bundled_names(), LANGUAGES, [40, 80])])
def test_a_report_is_five_pages_of_a_screen_that_fit_the_terminal(name: str, language: str, width: int) -> None:
    text = report(bundled(name), Wording(language), width=width)

    pages = text.split(f"\n{bundled(name).name}: ")
    assert len(pages) == 5
    assert max(map(width_of, text.splitlines())) <= width
    if width == 80:
        assert max(page.count("\n") for page in pages) <= SCREEN


def test_a_full_report_leaves_nothing_out() -> None:
    text = report(bundled("tranemo"), height=None)

    assert "rader till" not in text
    assert "Hälsoskola" in text


class TestTranemo:
    """The report that a project lead in Tranemo would read."""

    def test_it_fits_five_screens_without_leaving_a_line_out(self) -> None:
        assert "rader till" not in report(bundled("tranemo"))

    @pytest.mark.parametrize(
        "told",
        [
            "Advisory Board: 9 platser, 9 med angiven roll\n",
            "Samverkansgrupp: 16 platser, 9 med angiven roll (? = framgår inte)\n",
            "  v. 9   fre 4 mars   framgår inte  Möte i samverkansgruppen\n",
            "  v. 14  mån 4 apr    framgår inte  Möte i Advisory Board\n",
            "  29 feb–13 mars 2016  Teater: ”Är Du svensk eller?”\n",
            "- i båda: Tranemo kommun, Arbetsförmedlingen, Migrationsverket och Polisen.\n",
            "Omdöme: oavgjort. Faktorer: uppfyllt 4, framgår inte 4 (50–100 % uppfyllda).\n",
            "Bedömt per sön 10 apr 2016 efter checklistan tranemo, version 1.\n",
            "5 ✓ Advisory Board: uppfyllt (4/4).",
            " 1. När togs initiativet?\n    → initiative.date: avgör faktor 4\n",
            "  5.5 Advisory Board har ingen plats för: civilsamhälle.\n",
        ],
    )
    def test_it_says(self, told: str) -> None:
        assert told in report(bundled("tranemo"))

    def test_it_says_the_same_in_english(self) -> None:
        text = report(bundled("tranemo"), EN)

        assert "Verdict: undetermined. Factors: met 4, unknown 4 (50–100 % met).\n" in text
        assert "  week 9   Fri 4 Mar   not stated   Meeting of the collaboration group\n" in text


class TestFactors:
    def test_marks_stand_beside_words_and_never_alone(self) -> None:
        words = {"✓": "ppfyllt", "✗": "j uppfyllt", "?": "ramgår inte", "–": "j tillämpligt"}
        collaboration = bundled("tranemo")
        wide = criterion_lines(evaluate(collaboration, as_of=AS_OF), SV, 1_000)
        marked = [line.split() for line in wide if line[:4].strip() and not line.startswith(("Om", "Be", "*"))]

        assert len(marked) > 50
        for parts in marked:
            mark = parts[1] if parts[0].isdigit() else parts[0]
            assert words[mark] in " ".join(parts)

    def test_contradicting_claims_stand_side_by_side(self) -> None:
        lines = criterion_lines(evaluate(bundled("tranemo"), as_of=AS_OF), SV, 100)

        assert sum("säger emot varandra: lead.accountable" in line for line in lines) == 3

    def test_ids_are_told_with_their_names(self) -> None:
        collaboration = bundled("tranemo")
        named = with_names(collaboration, SV)

        assert named.value("tranemo-kommun") == "Tranemo kommun"
        assert named.value("sg-01") == "sg-01 (Kommunchef)"
        assert named.value("sg-08") == "sg-08 (Migrationsverket)"
        assert named.value("nobody") == "nobody"

    @pytest.mark.parametrize(
        ("share", "told"),
        [
            (Interval(0, 1), "0–100\xa0%"),
            (Interval(Fraction(1, 6), Fraction(5, 6)), "16–84\xa0%"),
            (Interval(Fraction(1, 2), Fraction(1, 2)), "50\xa0%"),
        ],
    )
    def test_a_share_is_rounded_outwards(self, share: Interval, told: str) -> None:
        assert percent(share) == told

    def test_without_a_day_it_says_so(self) -> None:
        lines = factor_lines(evaluate(bundled("tranemo")), SV, 80)

        assert lines[1] == "Bedömt per ingen angiven dag efter checklistan tranemo, version 1."


class TestQuestions:
    def test_no_field_is_asked_for_twice(self) -> None:
        for name in bundled_names():
            lines = question_lines(evaluate(bundled(name), as_of=AS_OF), SV, 200)
            fields = [line.split(": ")[0] for line in lines if line.startswith("    → ")]
            assert len(fields) == len(set(fields))


@given(collaborations())
@settings(max_examples=25)  # each evaluates fifty criteria
def test_any_report_is_narrow_and_has_no_control_signs(collaboration: Collaboration) -> None:
    assume(can_be_planned(collaboration))
    for width in (40, 80):
        text = report(collaboration, width=width)
        assert all(width_of(line) <= width for line in text.splitlines())
        assert not any(ord(sign) < 32 and sign != "\n" for sign in text)


def test_hostile_names_are_only_text() -> None:
    hostile = "\u202e<script>\u2066alert(1)" + "x" * 10_000
    text = report(Collaboration(id="a", name=Text(hostile)))

    assert "\u202e" not in text
    assert max(map(width_of, text.splitlines())) <= 80
