"""The report: six pages of a screen each, honest about what is unknown, safe and narrow for any collaboration."""

from __future__ import annotations

import datetime as dt
import re
from fractions import Fraction
from itertools import pairwise, product

import pytest
from attrs import evolve
from hypothesis import assume, given, settings

from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.finding import Ask, Evidence, met, unknown
from samverkan.checklist.interval import Interval
from samverkan.errors import InvalidCollaborationError
from samverkan.formats.bundled import bundled, bundled_names
from samverkan.formats.text.factors import criterion_lines, factor_lines, percent
from samverkan.formats.text.names import with_names
from samverkan.formats.text.questions import question_lines
from samverkan.formats.text.report import SCREEN, report_text
from samverkan.formats.text.table import cut, paragraph
from samverkan.formats.text.width import width_of
from samverkan.formats.wording import LANGUAGES, Wording
from samverkan.model.collaboration import Collaboration
from samverkan.model.message import say
from samverkan.model.names import Text
from samverkan.model.source import Level
from samverkan.planning.schedule import schedule
from samverkan.testing.strategies import collaborations
from samverkan.ties import answers

SV, EN = Wording("sv"), Wording("en")
AS_OF = dt.date(2016, 4, 10)
FACTOR = re.compile("[1-8] [✓✗?–] ")


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
def test_a_report_is_six_pages_of_a_screen_that_fit_the_terminal(name: str, language: str, width: int) -> None:
    text = report(bundled(name), Wording(language), width=width)

    pages = text.split(f"\n{bundled(name).name}: ")
    assert len(pages) == 6
    assert max(map(width_of, text.splitlines())) <= width
    if width == 80:
        assert max(page.count("\n") for page in pages) <= SCREEN


def test_a_full_report_leaves_nothing_out() -> None:
    text = report(bundled("tranemo"), height=None)

    assert "rader till" not in text
    assert "Hälsoskola" in text


class TestTranemo:
    """The report that a project lead in Tranemo would read."""

    def test_it_fits_six_screens_without_leaving_a_line_out(self) -> None:
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
            " 7. När togs initiativet? (och 2 till)\n    → initiative.date: gäller kriterium 4.1\n",
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
        marked = [line.split() for line in wide if line[:4].strip() and not line.startswith(("Om", "Be", "Me", "*"))]

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
            (Interval(Fraction(4, 7), Fraction(4, 7)), "57\xa0%"),
            (Interval(Fraction(299, 300), Fraction(299, 300)), "99\xa0%"),
            (Interval(Fraction(1, 300), Fraction(1, 300)), "1\xa0%"),
            (Interval(1, 1), "100\xa0%"),
        ],
    )
    def test_a_share_is_rounded_outwards(self, share: Interval, told: str) -> None:
        assert percent(share) == told

    def test_without_a_day_it_says_so(self) -> None:
        lines = factor_lines(evaluate(bundled("tranemo")), SV, 80)

        assert lines[1] == "Bedömt per ingen angiven dag efter checklistan tranemo, version 1."


class TestQuestions:
    @pytest.mark.parametrize("brief", [False, True])
    def test_no_question_is_asked_twice(self, brief: bool) -> None:  # noqa: FBT001
        for name in bundled_names():
            lines = question_lines(evaluate(bundled(name), as_of=AS_OF), SV, 1_000, brief=brief)
            asked = [(line[4:].partition(" (och ")[0], to.split(": ")[0]) for line, to in pairwise(lines) if "→" in to]
            assert len(asked) == len(set(asked))

    def test_two_questions_with_one_field_are_both_asked(self) -> None:
        asks = [Ask("events", say("Which is open?")), Ask("events", say("Which is political?"))]
        evaluation = evaluate(bundled("tranemo"), as_of=AS_OF)
        open_ = [report for report in evaluation.reports if report.criterion.core and report.finding.asks][:2]
        found = {
            report.criterion.id: evolve(report, finding=unknown(say("Nobody knows."), asks=asks[: number + 1]))
            for number, report in enumerate(open_)
        }
        asking = evolve(evaluation, reports=[found.get(each.criterion.id, each) for each in evaluation.reports])

        lines = question_lines(asking, EN, 100)

        first, second = found
        assert f"{lines[lines.index(' 1. Which is open?') + 1]}" == (
            f"    → events: bears on the criteria {first} and {second}"
        )
        (political,) = (number for number, line in enumerate(lines) if line.endswith(". Which is political?"))
        assert lines[political + 1] == f"    → events: bears on criterion {second}"


class TestCuts:
    def test_every_factor_keeps_its_heading_and_every_sentence_its_end(self) -> None:
        for name, width in product(bundled_names(), (40, 60, 80)):
            evaluation = evaluate(bundled(name), as_of=AS_OF)
            whole = factor_lines(evaluation, SV, width)
            lines = factor_lines(evaluation, SV, width, room=12, more=lambda n: [f"… {n}"])
            assert [line[0] for line in lines if FACTOR.match(line)] == list("12345678")
            assert lines[-1] == f"… {len(whole) - len(lines) + 1}"
            assert all(line.endswith((".", "…")) for line, after in pairwise(lines) if FACTOR.match(after))

    def test_a_paragraph_is_left_out_whole(self) -> None:
        lines = ["A.", *paragraph("words " * 20, 40, first="- ", then="  ")]

        assert cut(lines, 4, lambda n: [f"… {n}"]) == ["A.", f"… {len(lines) - 1}"]

    def test_a_first_paragraph_longer_than_the_page_is_still_begun(self) -> None:
        assert len(cut(paragraph("words " * 200, 40), 5, lambda n: [f"… {n}"])) == 5

    def test_the_file_is_named(self) -> None:
        collaboration = bundled("integration-pa-g")
        plan, judged = schedule(collaboration), evaluate(collaboration, as_of=AS_OF)
        text = report_text(collaboration, plan, answers(collaboration), judged, SV, width=80, file="a b.toml")

        assert 'till: samverkan evaluate "a b.toml"\n' in text
        assert "FIL" not in text


def test_seats_without_organisations_are_told_to_be_that() -> None:
    text = report(bundled("integration-pa-g"))

    assert "Platsernas organisationer är inte kända, och därför inga band." in text
    assert "Inga platser är kända" not in text


def test_a_deduction_is_marked() -> None:
    evidence = Evidence("bodies.x", Text("ja"), level=Level.INFERRED)
    evaluation = evaluate(bundled("tranemo"), as_of=AS_OF)
    first, *others = evaluation.reports
    found = evolve(first, finding=met(say("Yes."), evidence, evolve(evidence, level=Level.RECORD)))
    told = evolve(evaluation, reports=[found, *others])

    assert [line.strip() for line in criterion_lines(told, SV, 80) if "bodies.x" in line] == [
        "- bodies.x = ja (härlett)",
        "- bodies.x = ja",
    ]


@given(collaborations())
@settings(max_examples=5)  # each evaluates fifty criteria, and carries out what there is to do
def test_any_report_is_narrow_and_has_no_control_signs(collaboration: Collaboration) -> None:
    assume(can_be_planned(collaboration))
    told = schedule(collaboration), answers(collaboration), evaluate(collaboration, as_of=AS_OF)
    for width in (40, 80):
        text = report_text(collaboration, *told, SV, width=width, height=SCREEN)
        assert all(width_of(line) <= width for line in text.splitlines())
        assert not any(ord(sign) < 32 and sign != "\n" for sign in text)


def test_hostile_names_are_only_text() -> None:
    hostile = "\u202e<script>\u2066alert(1)" + "x" * 10_000
    text = report(Collaboration(id="a", name=Text(hostile)))

    assert "\u202e" not in text
    assert max(map(width_of, text.splitlines())) <= 80
