"""What comes of variants as data: lines that are read back, JSON and CSV."""

from __future__ import annotations

import csv
import datetime as dt
import json
from fractions import Fraction
from io import StringIO

from attrs import evolve

from samverkan.checklist.interval import Interval
from samverkan.checklist.outcome import Verdict
from samverkan.errors import Fault
from samverkan.formats.bundled import bundled
from samverkan.formats.outcomes import json_text
from samverkan.formats.text.whatif import whatif_lines
from samverkan.formats.whatif import digest, line, read, whatif_csv, whatif_data
from samverkan.formats.wording import Wording
from samverkan.model.cadence import Weekday
from samverkan.model.stretches import InWeek
from samverkan.whatif.change import BreakWeek, From, OnWeekday
from samverkan.whatif.consequence import Case, Consequence, Judged, Measures, consequence
from samverkan.whatif.variant import TODAY, Variant

SERIES = "p06-samverkansgrupp-series"
CASE = Case(collaborations=[bundled("tranemo")], as_of=dt.date(2016, 3, 1))
NOW = consequence(CASE, TODAY)
assert NOW.measures is not None
MEASURES: Measures = NOW.measures
THIRDS = [Judged("tranemo", Verdict.FALLS_SHORT, Interval("1/3", "2/3"))]
OTHER = Consequence(
    Variant([OnWeekday(SERIES, Weekday.MONDAY)]), evolve(MEASURES, judged=THIRDS, certain=2, longest=None)
)
NEVER = Consequence(
    Variant([From(SERIES, dt.date(2017, 1, 1))]), None, [Fault("reversed-period", "the series ends, early")]
)
FOUND = [NOW, OTHER, NEVER]
VARIANTS = [each.variant for each in FOUND]


class TestLines:
    def test_each_is_read_back_as_it_was_exact_shares_included(self) -> None:
        text = "".join(line(each, under="a") for each in FOUND)

        found = read(text, VARIANTS, under="a")

        assert list(found.values()) == FOUND
        assert [each.score.low for each in (found[OTHER.variant.id].measures or MEASURES).judged] == [Fraction(1, 3)]

    def test_lines_of_another_case_or_variant_are_passed_over(self) -> None:
        text = line(NOW, under="a") + line(OTHER, under="b")

        assert read(text, VARIANTS, under="a") == {NOW.variant.id: NOW}
        assert read(text, [OTHER.variant], under="a") == {}

    def test_a_line_that_was_cut_short_is_passed_over(self) -> None:
        whole, cut = line(NOW, under="a"), line(OTHER, under="a")

        for length in range(len(cut) - 1):
            assert read(whole + cut[:length], VARIANTS, under="a") == {NOW.variant.id: NOW}

    def test_other_words_are_passed_over(self) -> None:
        text = 'null\n3\n[]\n{}\n{"case": "a", "variant": "as today"}\n{"case": "a", "variant": []}\n\ufeff\n'

        assert read(text, VARIANTS, under="a") == {}


class TestDigest:
    def test_equal_cases_have_one_name(self) -> None:
        assert digest(CASE, version="1") == digest(evolve(CASE), version="1")

    def test_whatever_results_hang_on_gives_another(self) -> None:
        names = [
            digest(CASE, version="1"),
            digest(CASE, version="2"),
            digest(evolve(CASE, as_of=dt.date(2016, 3, 2)), version="1"),
            digest(evolve(CASE, checklist="horizontal"), version="1"),
            digest(evolve(CASE, collaborations=[evolve(bundled("tranemo"), revision=7)]), version="1"),
        ]

        assert len(set(names)) == len(names)


def test_json_holds_how_it_stands_and_each_variant() -> None:
    data = json.loads(json_text(whatif_data(CASE, NOW, [OTHER, NEVER])))

    assert (data["collaborations"], data["checklist"], data["as_of"]) == (["tranemo"], "tranemo", "2016-03-01")
    assert data["today"]["meetings"] == 13
    assert [each["variant"] for each in data["variants"]] == [OTHER.variant.id, NEVER.variant.id]
    assert data["variants"][0]["measures"]["judged"] == [
        {"collaboration": "tranemo", "verdict": "falls_short", "score": {"low": 1 / 3, "high": 2 / 3}}
    ]
    assert data["variants"][1] == {
        "variant": NEVER.variant.id,
        "measures": None,
        "faults": [{"code": "reversed-period", "message": "the series ends, early"}],
    }


def test_csv_has_a_row_for_each_with_empty_cells_for_what_is_not_known() -> None:
    rows = list(csv.DictReader(StringIO(whatif_csv(FOUND))))

    assert [row["variant"] for row in rows] == [each.id for each in VARIANTS]
    assert (rows[0]["longest"], rows[1]["longest"], rows[1]["certain"]) == ("31", "", "2")
    assert (rows[2]["verdict"], rows[2]["faults"]) == ("", "the series ends, early")


def test_no_cell_is_a_formula() -> None:
    formula = Consequence(TODAY, None, [Fault("c", "=1+1")])

    assert whatif_csv([formula]).splitlines()[1].endswith(",'=1+1")


class TestText:
    def test_only_what_differs_is_told_and_what_cannot_be_last(self) -> None:
        quiet = Consequence(Variant([BreakWeek(InWeek("2016-W20"))]), MEASURES)

        lines = whatif_lines(CASE, NOW, [NEVER, quiet, OTHER], Wording("en"), 100)
        told = " ".join(" ".join(lines).split())

        assert "as today Verdict undetermined factors met 50–100 % meetings 13 what has no date 18" in told
        assert "Verdict undetermined → falls short" in told
        assert "certain clashes 0 → 2" in told
        assert "longest waiting 31 days → –" in told
        assert "meetings 13 →" not in told
        assert "Nothing of this changes: a break in week 20 2016." in told
        assert told.endswith("from Sun 1 Jan 2017: the series ends, early")

    def test_variants_of_one_effect_stand_together_and_many_are_counted(self) -> None:
        many = [evolve(OTHER, variant=Variant([BreakWeek(InWeek(f"2016-W{week:02}"))])) for week in range(1, 12)]

        told = " ".join(" ".join(whatif_lines(CASE, NOW, many, Wording("sv"), 80)).split())

        assert told.count("säkra krockar") == 1
        assert "lov vecka 8 2016 eller 3 varianter till" in " ".join(told.replace("0 → 2", "").split())

    def test_nothing_is_wider_than_the_window(self) -> None:
        for width in (40, 60, 80):
            assert all(len(each) <= width for each in whatif_lines(CASE, NOW, FOUND, Wording("sv"), width))
