"""What plans say and what it means: first the words of the sources, then what people write beside them."""

from __future__ import annotations

import datetime as dt

import pytest

from samverkan.errors import InvalidValueError
from samverkan.formats.notation import read, read_when, write_when
from samverkan.model.cadence import EveryDays, EveryWeeks, Per, Regularly, TimesPer
from samverkan.model.terms import HalfYear, Term
from samverkan.model.values import Length, Unit
from samverkan.model.when import (
    InMonth,
    InSeason,
    InTerm,
    InWeek,
    InYear,
    Moment,
    Often,
    OnDate,
    OnDates,
    RelativeToPeriod,
    Season,
    Through,
    WeekInMonth,
    When,
    Within,
)

JANUARY_18, MARCH_4, JUNE_10 = dt.date(2016, 1, 18), dt.date(2016, 3, 4), dt.date(2016, 6, 10)


class TestWordsOfTheSources:
    @pytest.mark.parametrize(
        ("text", "when"),
        [
            ("18/1-16", OnDate(JANUARY_18)),
            ("den 18/1-16", OnDate(JANUARY_18)),
            ("4/3 – 10/6 -16", Through(MARCH_4, JUNE_10)),
            ("V 10", InWeek(10)),
            ("vecka 9", InWeek(9)),
            ("under en vecka i maj", WeekInMonth(5)),
            ("våren 2008", InSeason(Season.SPRING, 2008)),
            ("våren 2016", InSeason(Season.SPRING, 2016)),
            ("under 2015", InYear(2015)),
            ("maj–augusti 2008", InMonth("2008-05", "2008-08")),
            ("var 14:e dag", Often(EveryDays(14))),
            ("två ggr per termin", Often(TimesPer(2, Per.TERM))),
            ("ett par ggr per termin", Often(TimesPer(2, Per.TERM, approximate=True))),
            ("regelbundet", Often(Regularly())),
            ("under projektets gång", RelativeToPeriod(Moment.WITHIN)),
            ("inom 90 dagar efter projektstart", Within(Length(90, Unit.DAY), "projektstart")),
        ],
    )
    def test_they_are_read(self, text: str, when: When) -> None:
        assert read_when(text) == when

    def test_a_year_that_is_lent_along_a_run_of_days_is_deduced(self) -> None:
        assert read("4/3 – 10/6 -16").inferred == ("from",)

    def test_a_day_without_its_year_takes_that_of_the_heading_and_says_so(self) -> None:
        reading = read("4/4", heading_year=2016)

        assert reading.when == OnDate(dt.date(2016, 4, 4), year_inferred=True)
        assert reading.inferred == ("date",)

    def test_a_week_without_its_year_takes_that_of_the_heading_and_says_so(self) -> None:
        assert read_when("vecka 9", heading_year=2016) == InWeek("2016-W09", year_inferred=True)


class TestSwedish:
    @pytest.mark.parametrize(
        "text",
        [
            "4/3 2016",
            "4/3-2016",
            "4/3 -16",
            "4/3–16",
            "4/3/16",
            "4/3 '16",
            "04/03 2016",
            "2016-03-04",
            "2016‑03‑04",
            "2016−03−04",
            "4 mars 2016",
            "4 MARS 2016",
            "4\N{NO-BREAK SPACE}mars\N{NO-BREAK SPACE}2016",
            "  4   mars\n2016 ",
            "4 mar. 2016",
            "4:e mars 2016",
            "den 4 mars -16",
            "fredag 4 mars 2016",
            "Fredagen den 4:e mars 2016",
            "fre 4/3-16",
            "fre. 4 mars 2016",
            "på fredag, den 4 mars 2016",
        ],
    )
    def test_a_date_is_written_in_many_ways(self, text: str) -> None:
        assert read_when(text) == OnDate(MARCH_4)

    @pytest.mark.parametrize(
        ("text", "when"),
        [
            ("4 mars – 10 juni 2016", Through(MARCH_4, JUNE_10)),
            ("från 4/3 t.o.m. 10/6 -16", Through(MARCH_4, JUNE_10)),
            ("fr.o.m. 4 mars till och med 10 juni 2016", Through(MARCH_4, JUNE_10)),
            ("4/3-10/6-16", Through(MARCH_4, JUNE_10)),
            ("4/3-16 - 10/6-16", Through(MARCH_4, JUNE_10)),
            ("2016-03-04 – 2016-06-10", Through(MARCH_4, JUNE_10)),
            ("2016-03-04-2016-06-10", Through(MARCH_4, JUNE_10)),
            ("7–13 mars 2016", Through(dt.date(2016, 3, 7), dt.date(2016, 3, 13))),
            ("7-13/3 -16", Through(dt.date(2016, 3, 7), dt.date(2016, 3, 13))),
            ("4/3, 18/3 och 1/4 -16", OnDates([MARCH_4, dt.date(2016, 3, 18), dt.date(2016, 4, 1)])),
            ("4 och 18 mars 2016", OnDates([MARCH_4, dt.date(2016, 3, 18)])),
            ("2016-03-04, 2016-03-18", OnDates([MARCH_4, dt.date(2016, 3, 18)])),
            ("endast 4 mars 2016", OnDates([MARCH_4])),
        ],
    )
    def test_several_days_are_a_run_or_a_list(self, text: str, when: When) -> None:
        assert read_when(text) == when

    @pytest.mark.parametrize(
        ("text", "when"),
        [
            ("v10", InWeek(10)),
            ("v. 10", InWeek(10)),
            ("Vecka 10, 2016", InWeek("2016-W10")),
            ("v. 10 2016", InWeek("2016-W10")),
            ("2016 v 10", InWeek("2016-W10")),
            ("2016-W10", InWeek("2016-W10")),
            ("2016W10", InWeek("2016-W10")),
            ("v. 53 2015", InWeek("2015-W53")),
            ("i maj", InMonth(5)),
            ("maj 2016", InMonth("2016-05")),
            ("maj -16", InMonth("2016-05")),
            ("från maj till augusti 2008", InMonth("2008-05", "2008-08")),
            ("2016-05", InMonth("2016-05")),
            ("nov. 2008 – feb. 2009", InMonth("2008-11", "2009-02")),
            ("november–februari 2009", InMonth("2008-11", "2009-02")),
            ("november 2008–februari", InMonth("2008-11", "2009-02")),
            ("2008-05–2008-08", InMonth("2008-05", "2008-08")),
            ("en vecka i maj 2016", WeekInMonth("2016-05")),
            ("hösten", InSeason(Season.AUTUMN)),
            ("vintern 2008/09", InSeason(Season.WINTER, 2008)),
            ("vintern 2008–2009", InSeason(Season.WINTER, 2008)),
            ("VT 2016", InTerm(Term(2016, HalfYear.VT))),
            ("vt16", InTerm(Term(2016, HalfYear.VT))),
            ("HT-16", InTerm(Term(2016, HalfYear.HT))),
            ("under vårterminen 2016", InTerm(Term(2016, HalfYear.VT))),
            ("år 2015", InYear(2015)),
            ("i början", RelativeToPeriod(Moment.START)),
            ("i projektets slut", RelativeToPeriod(Moment.END)),
            ("Inom tre månader efter  beslutet", Within(Length(3, Unit.MONTH), "beslutet")),
            ("inom ett år från starten", Within(Length(1, Unit.YEAR), "starten")),
        ],
    )
    def test_what_is_not_known_to_the_day_keeps_its_precision(self, text: str, when: When) -> None:
        assert read_when(text) == when


class TestEnglish:
    @pytest.mark.parametrize(
        ("text", "when"),
        [
            ("4 March 2016", OnDate(MARCH_4)),
            ("Friday, 4th March 2016", OnDate(MARCH_4)),
            ("the 4th of March 2016", OnDate(MARCH_4)),
            ("March 4, 2016", OnDate(MARCH_4)),
            ("4/3 2016", OnDate(MARCH_4)),  # day before month, as in the plans that are told about
            ("4 March to 10 June 2016", Through(MARCH_4, JUNE_10)),
            ("March 7–13, 2016", Through(dt.date(2016, 3, 7), dt.date(2016, 3, 13))),
            ("4 March, 18 March, and 1 April 2016", OnDates([MARCH_4, dt.date(2016, 3, 18), dt.date(2016, 4, 1)])),
            ("week 10", InWeek(10)),
            ("week 10 of 2016", InWeek("2016-W10")),
            ("May to August 2008", InMonth("2008-05", "2008-08")),
            ("during a week in May", WeekInMonth(5)),
            ("spring 2008", InSeason(Season.SPRING, 2008)),
            ("in the fall of 2008", InSeason(Season.AUTUMN, 2008)),
            ("spring term 2016", InTerm(Term(2016, HalfYear.VT))),
            ("in 2015", InYear(2015)),
            ("at the beginning of the project", RelativeToPeriod(Moment.START)),
            ("within 90 days of the decision", Within(Length(90, Unit.DAY), "the decision")),
            ("within one month after the start", Within(Length(1, Unit.MONTH), "the start")),
            ("every other week", Often(EveryWeeks(2))),
        ],
    )
    def test_the_same_grammar_reads_english_words(self, text: str, when: When) -> None:
        assert read_when(text, lang="en") == when


class TestWriting:
    @pytest.mark.parametrize(
        ("when", "swedish", "english"),
        [
            (OnDate(MARCH_4), "fre 4 mars 2016", "Fri 4 Mar 2016"),
            (OnDate(MARCH_4, year_inferred=True), "4 mars [2016]", "4 Mar [2016]"),
            (OnDates([MARCH_4]), "endast fre 4 mars 2016", "only Fri 4 Mar 2016"),
            (Through(MARCH_4, JUNE_10), "4 mars–10 juni 2016", "4 Mar–10 Jun 2016"),
            (Through(MARCH_4, MARCH_4), "4–4 mars 2016", "4–4 Mar 2016"),
            (InWeek(10), "v. 10", "week 10"),
            (InWeek("2016-W09"), "v. 9 2016", "week 9 2016"),
            (InWeek("2016-W10", year_inferred=True), "v. 10 [2016]", "week 10 [2016]"),
            (InMonth(5), "maj", "May"),
            (InMonth("2008-05", "2008-08"), "maj–augusti 2008", "May–August 2008"),
            (InMonth("2008-11", "2009-02"), "november 2008–februari 2009", "November 2008–February 2009"),
            (WeekInMonth(5), "en vecka i maj", "a week in May"),
            (InSeason(Season.SPRING, 2008), "våren 2008", "spring 2008"),
            (InTerm(Term(2016, HalfYear.VT)), "VT 2016", "spring term 2016"),
            (InYear(2015), "2015", "2015"),
            (RelativeToPeriod(Moment.END), "i slutet av perioden", "at the end of the period"),
            (Within(Length(1, Unit.YEAR), "start"), "inom 1 år efter start", "within 1 year after start"),
            (Within(Length(90, Unit.DAY), " x"), "inom 90 dagar efter ” x”", "within 90 days after “ x”"),
            (
                Often(TimesPer(2, Per.TERM), says="två ggr"),
                "2 gånger per termin (”två ggr”)",
                "twice per term (“två ggr”)",
            ),
        ],
    )
    def test_there_is_one_form_in_each_language(self, when: When, swedish: str, english: str) -> None:
        assert write_when(when, lang="sv") == swedish
        assert write_when(when, lang="en") == english


class TestYearFromAround:
    @pytest.mark.parametrize(
        ("text", "when", "inferred"),
        [
            ("18/1", OnDate(JANUARY_18, year_inferred=True), ("date",)),
            ("mån 18 jan", OnDate(JANUARY_18, year_inferred=True), ("date",)),
            ("4/3 – 10/6", Through(MARCH_4, JUNE_10), ("from", "to")),
            ("18/1 och 4/3", OnDates([JANUARY_18, MARCH_4]), ("dates",)),
            ("V 10", InWeek("2016-W10", year_inferred=True), ("week",)),
            ("i maj", InMonth("2016-05"), ("month",)),
            ("maj–augusti", InMonth("2016-05", "2016-08"), ("month", "to_month")),
            ("en vecka i maj", WeekInMonth("2016-05"), ("week_in_month",)),
            ("våren", InSeason(Season.SPRING, 2016), ("year",)),
            ("vårterminen", InTerm(Term(2016, HalfYear.VT)), ("term",)),
        ],
    )
    def test_it_fills_what_the_text_leaves_out_and_is_always_named(
        self, text: str, when: When, inferred: tuple[str, ...]
    ) -> None:
        reading = read(text, heading_year=2016)

        assert (reading.when, reading.inferred) == (when, inferred)

    @pytest.mark.parametrize(
        "text", ["18/1-15", "4 mars – 10 juni 2015", "v. 10 2015", "maj 2015", "VT 2015", "2015", "var 14:e dag"]
    )
    def test_it_changes_nothing_that_is_said(self, text: str) -> None:
        assert read(text, year=2016, heading_year=2017) == read(text)

    def test_the_neighbour_is_nearer_than_the_heading(self) -> None:
        assert read_when("18/1", year=2016, heading_year=2015) == OnDate(JANUARY_18, year_inferred=True)

    @pytest.mark.parametrize("text", ["18/1", "18/1 – 4/3", "18 januari och 4 mars", "vårterminen", "maj–augusti"])
    def test_without_it_a_text_that_needs_a_year_is_refused(self, text: str) -> None:
        with pytest.raises(InvalidValueError, match="says no year") as caught:
            read_when(text)

        assert caught.value.code == "no-year"

    def test_a_run_over_new_year_goes_forward(self) -> None:
        reading = read("15/12 – 10/1 -16")

        assert reading.when == Through(dt.date(2015, 12, 15), dt.date(2016, 1, 10))
        assert reading.inferred == ("from",)
        assert read_when("15/12 -15 – 10/1") == reading.when

    def test_a_run_over_new_year_with_no_year_at_all_is_not_guessed(self) -> None:
        with pytest.raises(InvalidValueError, match="before it starts"):
            read_when("15/12 – 10/1", heading_year=2016)

    def test_a_list_out_of_order_is_a_slip_and_no_new_year(self) -> None:
        with pytest.raises(InvalidValueError, match="do not follow each other"):
            read_when("25/1, 18/1 -16")
