from __future__ import annotations

import csv as standard
import datetime as dt
import io
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import samverkan
from samverkan.errors import InvalidResultsError, UnreadableFileError
from samverkan.followup.follow import follow_up
from samverkan.followup.result import Ages, Counted, Result, Sex
from samverkan.formats.intake import MAX_FILE_BYTES
from samverkan.formats.results import csv
from samverkan.formats.wording import LANGUAGES
from samverkan.testing.strategies.results import cases

if TYPE_CHECKING:
    from samverkan.testing.strategies.results import Case

WHOLE = samverkan.bundled("integration-pa-g")
SWEDISH = """\
mål;från;till;insamlat;antal;av;kön;ålder;räknat;utfall;väntar;kommun;källa
g-g2;2010-03;;2010-04-01;35;50;;;;;;;deltagarlistan
g-g2;2010-03-01;2010-03-31;2010-04-01;1 018;1 025;kvinnor;18–24 år;utfall;arbetar; ;Växjö;"listan; ny"
g-g3;2010;;2011-01-03;17;25;män;65+;;studerar;3;764;listan
g-g0;2010-04;;;;;;;;;;;
"""
ENGLISH = """\
goal,period,collected,count,of,sex,ages,counted,outcomes,pending,municipality,source
g-g2,2010-03,2010-04-01,35,50,,,,,,,deltagarlistan
g-g2,2010-03,2010-04-01,1018,1025,women,18-24,outcome,arbetar,,Växjö,listan; ny
g-g3,2010,2011-01-03,17,25,men,65-,,studying,3,0764,listan
"""
READ = (
    Result(
        goal="g-g2",
        first=dt.date(2010, 3, 1),
        last=dt.date(2010, 3, 31),
        collected=dt.date(2010, 4, 1),
        count=35,
        total=50,
        source="deltagarlistan",
    ),
    Result(
        goal="g-g2",
        first=dt.date(2010, 3, 1),
        last=dt.date(2010, 3, 31),
        collected=dt.date(2010, 4, 1),
        count=1018,
        total=1025,
        sex=Sex.WOMEN,
        ages=Ages(18, 24),
        counted=Counted.OUTCOME,
        outcomes=["arbetar"],
        municipality="0780",
        source="listan; ny",
    ),
    Result(
        goal="g-g3",
        first=dt.date(2010, 1, 1),
        last=dt.date(2010, 12, 31),
        collected=dt.date(2011, 1, 3),
        count=17,
        total=25,
        sex=Sex.MEN,
        ages=Ages(65),
        outcomes=["studerar"],
        pending=3,
        municipality="0764",
        source="listan",
    ),
)
HEADS = "mål;från;till;insamlat;antal;av;kön;källa\n"


def faults(text: str) -> list[str]:
    with pytest.raises(InvalidResultsError) as caught:
        csv.loads(text.encode(), WHOLE, name="u.csv")
    return [str(fault) for fault in caught.value.faults]


class TestDialects:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    def test_swedish_spreadsheets_save_semicolons_in_either_encoding(self, encoding: str, end: str) -> None:
        assert csv.loads(SWEDISH.replace("\n", end).encode(encoding), WHOLE).results == READ

    def test_english_has_commas_and_may_say_a_period(self) -> None:
        assert csv.loads(ENGLISH.encode(), WHOLE).results == READ

    def test_a_row_in_which_nothing_is_counted_yet_is_none(self) -> None:
        assert csv.loads(b"goal,from,collected,count,source\ng-g0,2010-04,,,\n", WHOLE).results == ()

    def test_commas_must_be_utf_8(self) -> None:
        with pytest.raises(UnreadableFileError, match=r"byte 122 \(0xe4\) is not UTF-8"):
            csv.loads(ENGLISH.replace("deltagarlistan", "källan").encode("cp1252"), WHOLE)

    @pytest.mark.parametrize(
        ("raw", "told"),
        [
            (b"", "u.csv is empty"),
            (b";\n;\n", "u.csv is empty"),
            (SWEDISH.encode("utf-16"), "a zero byte stands here"),
            (b'm;n\n"x', "the text of a cell is not closed"),
            (b"a" * (MAX_FILE_BYTES + 1), "u.csv is larger than"),
            (b"a\n" * 20_002, "u.csv has more than 20,000 rows"),
        ],
        ids=["nothing", "blank", "utf-16", "quote", "bytes", "rows"],
    )
    def test_what_is_no_table_is_refused_whole(self, raw: bytes, told: str) -> None:
        with pytest.raises(UnreadableFileError, match=told):
            csv.loads(raw, WHOLE, name="u.csv")


class TestFaults:
    @pytest.mark.parametrize(
        ("row", "told"),
        [
            ("g-g22;2010-03;;2010-04-01;1;2;;x", "2:1: there is no goal “g-g22”; did you mean “g-g2”? [unknown-name]"),
            (
                "g-g2;2010-13;;2010-04-01;1;2;;x",
                "2:6: the calendar has no month 2010-13; expected a month such as 2010-03 [bad-date]",
            ),
            (
                "g-g2;2010-02-30;2010-03;2010-04-01;1;2;;x",
                "2:6: the calendar has no day 2010-02-30; expected a date such as 2010-03-31 [bad-date]",
            ),
            (
                "g-g2;mars;;2010-04-01;1;2;;x",
                (
                    "2:6: the text “mars” does not belong here; expected a month such as 2010-03, a year such as 2010, "
                    "or a date such as 2010-03-31 [wrong-type]"
                ),
            ),
            (
                "g-g2;2010-03-01;;2010-04-01;1;2;;x",
                (
                    "2:17: the column “till” is empty in this row; expected the first and the last day, or a "
                    "month such as "
                    "2010-03 [empty-cell]"
                ),
            ),
            (
                "g-g2;2010-03;2010-01;2010-04-01;1;2;;x",
                "2:6: the days 2010-03-01–2010-01-31 are reversed; expected the earlier day first [reversed-period]",
            ),
            (
                "g-g2;2010-03;;2010-03-30;1;2;;x",
                (
                    "2:15: it was counted on 2010-03-30, before its last day 2010-03-31; expected days up to the "
                    "day on which "
                    "it was counted [counted-early]"
                ),
            ),
            (
                "g-g2;2010-03;;2010-04-01;70 %;2;;x",
                "2:26: “70 %” is a share; expected how many were counted, and of how many [percentage]",
            ),
            (
                "g-g2;2010-03;;2010-04-01;-1;2;;x",
                "2:26: the text “-1” does not belong here; expected a whole number from 0 [wrong-type]",
            ),
            (
                "g-g2;2010-03;;2010-04-01;3;2;;x",
                "2:26: 3 of 2 is more than all; expected a count up to the total [bad-share]",
            ),
            (
                "g-g2;2010-03;;2010-04-01;;2;;x",
                "2:26: the column “antal” is empty in this row [empty-cell]",
            ),
            (
                "g-g2;2010-03;;2010-04-01;1;2;kvinnr;x",
                (
                    "2:30: the word “kvinnr” is not known here; expected one of kvinnor, män, alla; did you mean "
                    "“kvinnor”? "
                    "[unknown-word]"
                ),
            ),
            (
                "g-g2;2010-03;;2010-04-01;1;2;;850101-1236",
                (
                    "2:31: a personal identity number stands here; expected text about nobody in particular "
                    "[personal-number]"
                ),
            ),
            ("g-g2;2010-03;;2010-04-01;1;2;;x;y", "2:33: this cell has no column head above it [extra-cell]"),
        ],
    )
    def test_each_is_told_with_line_and_column(self, row: str, told: str) -> None:
        assert faults(HEADS + row + "\n") == [f"u.csv:{told}"]

    def test_all_are_told_at_once_those_of_a_row_in_the_order_of_its_cells(self) -> None:
        found = faults(HEADS + "x;2010;;2011-01-01;a;b;c;d\n;;;;4;;;\n")

        assert [each.split(" ")[0] for each in found] == [
            *(f"u.csv:2:{column}:" for column in (1, 20, 22, 24)),
            *(f"u.csv:3:{column}:" for column in (1, 2, 4, 9)),
        ]

    def test_two_rows_that_count_the_same_are_told_with_both_lines(self) -> None:
        row = "g-g2;2010-03;;2010-04-01;{};50;;x\n"

        assert faults(HEADS + row.format(35) + row.format(36)) == [
            (
                "u.csv:3:1: line 2 has counted this already, on the same day; expected one row for each count "
                "[counted-twice]"
            )
        ]

    def test_the_same_counted_again_on_a_later_day_is_no_fault(self) -> None:
        rows = "g-g2;2010-03;;2010-04-01;35;50;;x\ng-g2;2010-03;;2010-05-01;36;50;;x\n"

        assert [each.count for each in csv.loads((HEADS + rows).encode(), WHOLE).results] == [35, 36]

    def test_heads_that_are_not_known_or_stand_twice_are_told_in_their_language(self) -> None:
        assert faults("mål;frn;antal;antal;namn\n") == [
            (
                "u.csv:1:5: there is no column “frn” here; expected one of mål, måltext, från, till, insamlat, "
                "antal, av, väntar, "
                "kön, ålder, räknat, utfall, kommun, källa, period; did you mean “från”? [unknown-column]"
            ),
            "u.csv:1:15: the column “antal” stands twice [duplicate-column]",
            (
                "u.csv:1:21: there is no column “namn” here; expected one of mål, måltext, från, till, insamlat, "
                "antal, av, "
                "väntar, kön, ålder, räknat, utfall, kommun, källa, period [unknown-column]"
            ),
        ]
        assert faults("goal,count\n") == [
            f"u.csv:1:1: the column “{name}” is missing [missing-column]" for name in ("collected", "source", "from")
        ]

    def test_a_period_is_said_once_and_is_no_day(self) -> None:
        assert faults("goal,period,from,collected,count,source\ng-g0,2010-03,2010-03,2010-05-01,1,x\n") == [
            "u.csv:2:6: the period is said twice in this row; expected a period, or from and to [two-periods]"
        ]
        assert faults("goal,period,collected,count,source\ng-g0,2010-03-01,2010-05-01,1,x\n") == [
            (
                "u.csv:2:6: 2010-03-01 is a day and no period; expected a month such as 2010-03 in a cell that "
                "is text, or days "
                "in from and to [a-day]"
            )
        ]

    def test_what_only_following_up_finds_has_its_place_too(self) -> None:
        table = csv.loads((HEADS + "g-g2;2010-03;;2010-04-01;35;;;x\n").encode(), WHOLE, name="u.csv")

        with pytest.raises(InvalidResultsError) as caught, table.located():
            follow_up(WHOLE, table.results, as_of=dt.date(2010, 5, 1))

        assert str(caught.value) == (
            "u.csv:2:29: a share needs to say of how many; expected the number of all [no-total]"
        )

    def test_rows_that_contradict_each_other_have_the_place_of_the_count(self) -> None:
        rows = "g-g2;2010-03;;2010-04-01;35;50;;x\ng-g2;2010-03;;2010-04-01;36;50;män;x\n"
        table = csv.loads((HEADS + rows).encode(), WHOLE, name="u.csv")

        with pytest.raises(InvalidResultsError) as caught, table.located():
            follow_up(WHOLE, table.results, as_of=dt.date(2010, 5, 1))

        assert str(caught.value) == (
            "u.csv:3:26: 36/50 is more than 35/50 in all; expected counts that go together [part-above-whole]"
        )

    def test_reading_ends_where_too_much_is_wrong(self) -> None:
        found = faults(HEADS + "x;2010;;2011-01-01;1;2;;d\n" * 1_000)

        assert len(found) == 401
        assert found[-1].startswith("u.csv:401:1: from here on nothing is read")


class TestWriting:
    def test_swedish_is_what_excel_opens_there(self) -> None:
        text = csv.dumps(READ, WHOLE)

        assert text.startswith(
            "\ufeffmål;måltext;från;till;insamlat;antal;av;väntar;kön;ålder;räknat;utfall;kommun;källa\r\n"
        )
        assert [row["källa"] for row in standard.DictReader(io.StringIO(text[1:], newline=""), delimiter=";")] == [
            "deltagarlistan",
            "listan; ny",
            "listan",
        ]

    def test_the_words_of_the_goal_and_of_its_outcomes_are_in_the_language(self) -> None:
        row = list(standard.DictReader(io.StringIO(csv.dumps(READ, WHOLE, lang="en"), newline="")))[2]

        assert row["outcomes"] == "studying"
        assert row["goal text"].startswith("70 percent of the participants")

    @pytest.mark.parametrize("source", ["=1+1", "@x", "＝x", "-3"])
    def test_no_cell_is_a_formula_and_the_source_is_read_back(self, source: str) -> None:
        result = evolve(READ[0], source=source)
        text = csv.dumps([result], WHOLE)

        assert f";'{source}\r\n" in text
        assert csv.loads(text.encode(), WHOLE).results == (result,)

    def test_direction_marks_are_not_written(self) -> None:
        assert "\u202e" not in csv.dumps([evolve(READ[0], source="a\u202eb")], WHOLE)


class TestRoundTrip:
    """Law: what is written is read back the same, in either dialect."""

    @pytest.mark.parametrize("lang", LANGUAGES)
    @given(case=cases(), source=st.sampled_from(["listan", "=x", "a;b", 'a"b', "å, ö", "1 234", "2010-03"]))
    def test_of_any_results(self, lang: str, case: Case, source: str) -> None:
        whole, found, _, _ = case
        once = {evolve(each, count=0, total=None, pending=None, source=source): each for each in found}
        kept = tuple(evolve(each, source=source) for each in once.values())

        assert csv.loads(csv.dumps(kept, whole, lang=lang).encode(), whole).results == kept
