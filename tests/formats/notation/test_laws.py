"""The laws of notations: what is written can be read, what is read can be written, and nothing else is raised."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from samverkan.errors import InvalidValueError
from samverkan.formats.notation import (
    read,
    read_cadence,
    read_clock,
    read_when,
    write_cadence,
    write_clock,
    write_when,
)
from samverkan.formats.notation.languages import lexicon
from samverkan.formats.wording import LANGUAGES, Wording, dates
from samverkan.model.cadence import Cadence, EveryDays, TimesPer
from samverkan.model.values import ClockSpan, Length, Unit
from samverkan.model.when import Often, OnDate, OnDates, Through, When, Within
from samverkan.testing import cadences, clock_spans, whens, years
from samverkan.testing import dates as days

DASHES = [chr(code) for code in range(0x10000) if unicodedata.category(chr(code)) == "Pd"] + ["\N{MINUS SIGN}"]
SPACES = [" ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{THIN SPACE}", "\t", "\n", "  "]

languages = st.sampled_from(LANGUAGES)
eras = st.dates(dt.date.min, dt.date.max)
counts = st.integers(1, 10**9 - 1)


def has_free_words(when: When) -> bool:
    return isinstance(when, Within) or (isinstance(when, Often) and when.says is not None)


def refused_in_full(error: InvalidValueError) -> bool:
    return bool(error.code and error.message and error.expected)


@st.composite
def rewritten(draw: st.DrawFn, text: str) -> str:
    """Write the same text with other dashes, spaces and cases."""
    letters = []
    for letter in text:
        if letter == "–":
            pad = st.sampled_from(["", *SPACES])
            letters += [draw(pad), draw(st.sampled_from(DASHES)), draw(pad)]
        elif letter == " ":
            letters.append(draw(st.sampled_from(SPACES)))
        else:
            letters.append(draw(st.sampled_from([letter, letter.upper(), letter.lower()])))
    text = unicodedata.normalize("NFC", "".join(letters))
    return unicodedata.normalize("NFD", text) if draw(st.booleans()) else text


@st.composite
def sayings(draw: st.DrawFn, language: str) -> str:
    """Put words, numbers and signs of a language in a row: much of it means nothing, some of it something."""
    words = st.sampled_from(sorted(lexicon(language).words))
    signs = st.sampled_from(
        ["-", "–", "/", ",", ".", ":", "'", "[", "]", "?", "(", ")", "”", ":e", "inom", "efter", "W"]
    )
    numbers = st.integers(1, 31).map(str) | st.sampled_from(["0", "00", "16", "016", "2016", "1899", "9999", "99999"])
    parts = draw(st.lists(words | numbers | signs, max_size=9))
    return draw(st.sampled_from(["", " "])).join(parts) if draw(st.booleans()) else " ".join(parts)


@st.composite
def slips(draw: st.DrawFn, language: str) -> str:
    """Write a time, or two in a row, and drop, add or replace a few words: much of it still means something."""
    written = [write_when(draw(whens()), lang=language) for _ in range(draw(st.integers(1, 2)))]
    parts = re.findall(r"\w+|[^\w]", draw(st.sampled_from([" ", "–", ", "])).join(written))
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(parts) - 1))
        part = (
            st.sampled_from(parts) | st.sampled_from(sorted(lexicon(language).words)) | st.sampled_from("-/,.:'[]?()")
        )
        parts[place] = draw(st.sampled_from(["", f"{parts[place]} "])) + draw(st.just("") | part)
    return "".join(parts)


class TestWhatIsWrittenCanBeRead:
    """`read(write(x, lang), lang) == x`, in both languages."""

    @given(whens(), languages)
    @example(Within(Length(1, Unit.DAY), "”citat”"), "sv")
    @example(Within(Length(1, Unit.DAY), " blank "), "sv")
    @example(Within(Length(1, Unit.DAY), "a\u030a"), "sv")
    @example(Within(Length(1, Unit.DAY), "efter (”efter”)"), "sv")
    @example(Within(Length(1, Unit.DAY), "„"), "en")
    @example(Often(EveryDays(14), says="”) (”"), "sv")
    @example(Often(EveryDays(14), says=""), "sv")
    @example(OnDates([dt.date(16, 3, 4)]), "en")
    @example(Through(dt.date(16, 3, 4), dt.date(2016, 3, 4)), "en")
    def test_whens(self, when: When, language: str) -> None:
        assert read_when(write_when(when, lang=language), lang=language) == when

    @given(cadences(), languages)
    def test_cadences(self, cadence: Cadence, language: str) -> None:
        written = write_cadence(cadence, lang=language)

        assert read_cadence(written, lang=language) == cadence
        assert read_when(written, lang=language) == Often(cadence)

    @given(counts, languages)
    def test_counts_of_any_size(self, n: int, language: str) -> None:
        assert read_cadence(write_cadence(EveryDays(n), lang=language), lang=language) == EveryDays(n)

    @given(clock_spans(), languages)
    def test_clock_spans(self, clock: ClockSpan, language: str) -> None:
        assert read_clock(write_clock(clock, lang=language), lang=language) == clock

    @given(eras, eras, languages)
    def test_days_of_every_era(self, one: dt.date, other: dt.date, language: str) -> None:
        run = Through(min(one, other), max(one, other))

        assert read_when(write_when(OnDate(one), lang=language), lang=language) == OnDate(one)
        assert read_when(write_when(run, lang=language), lang=language) == run

    @given(st.text(), languages)
    def test_free_words_are_kept_letter_by_letter(self, words: str, language: str) -> None:
        often = Often(EveryDays(14), says=words)
        assert read_when(write_when(often, lang=language), lang=language) == often
        try:
            within = Within(Length(90, Unit.DAY), words)
        except InvalidValueError:
            return
        assert read_when(write_when(within, lang=language), lang=language) == within


class TestReadingIsTolerant:
    """Dashes of every kind, spaces of every kind and letters of any size mean the same."""

    @given(st.data(), whens(), languages)
    def test_the_same_time_is_read(self, data: st.DataObject, when: When, language: str) -> None:
        assume(not has_free_words(when))
        text = data.draw(rewritten(write_when(when, lang=language)))

        assert read_when(text, lang=language) == when

    @given(st.data(), clock_spans(), languages)
    def test_the_same_clock_is_read(self, data: st.DataObject, clock: ClockSpan, language: str) -> None:
        assert read_clock(data.draw(rewritten(write_clock(clock, lang=language))), lang=language) == clock


class TestOneMeaning:
    """A text means one thing, whoever reads it."""

    @given(whens(), languages, languages)
    def test_a_text_that_both_languages_can_read_means_the_same_in_both(
        self, when: When, writer: str, reader: str
    ) -> None:
        try:
            assert read_when(write_when(when, lang=writer), lang=reader) == when
        except InvalidValueError:
            assert reader != writer

    @given(st.data(), languages)
    def test_so_does_any_row_of_words(self, data: st.DataObject, language: str) -> None:
        text = data.draw(sayings(language) | slips(language))
        try:
            meanings = [read(text, lang=each) for each in LANGUAGES]
        except InvalidValueError:
            return
        assert meanings[0] == meanings[1]

    @given(cadences())
    def test_the_short_forms_of_files_are_english_notations(self, cadence: Cadence) -> None:
        assume(not isinstance(cadence, TimesPer))

        assert read_cadence(str(cadence), lang="en") == cadence

    @given(clock_spans(), languages)
    def test_so_are_the_times_of_day_of_files(self, clock: ClockSpan, language: str) -> None:
        assert read_clock(str(clock), lang=language) == clock


class TestWhatTheLibraryPrintsForPeople:
    """The reader takes back the dates that reports print."""

    @given(days(), days(), languages)
    def test_days_and_runs_of_days(self, one: dt.date, other: dt.date, language: str) -> None:
        first, last = min(one, other), max(one, other)

        assert read_when(Wording(language).day(one), lang=language) == OnDate(one)
        if first < last:
            assert read_when(dates.days(first, last, language), lang=language) == Through(first, last)


class TestOnlyOurErrors:
    """Reading raises nothing but `InvalidValueError`, which says what is wrong and what is expected."""

    @pytest.mark.parametrize("reader", [read, read_cadence, read_clock])
    @given(text=st.text(), language=languages)
    def test_on_any_text(self, reader: object, text: str, language: str) -> None:
        assert callable(reader)
        try:
            reader(text, lang=language)
        except InvalidValueError as error:
            assert refused_in_full(error)  # noqa: PT017  # most texts are refused, and some are not

    @given(data=st.data(), language=languages, year=st.none() | years() | st.integers())
    def test_on_any_row_of_words_and_what_is_read_can_be_written(
        self, data: st.DataObject, language: str, year: int | None
    ) -> None:
        text = data.draw(sayings(language) | slips(language))
        try:
            when = read_when(text, lang=language, year=year)
        except InvalidValueError as error:
            assert refused_in_full(error)  # noqa: PT017  # most texts are refused, and some are not
            return
        for each in LANGUAGES:
            assert read_when(write_when(when, lang=each), lang=each) == when


class TestDeduction:
    """What the text leaves out and the caller supplies is always named; what it says is never touched."""

    @given(st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31)), languages)
    def test_a_day_without_its_year(self, date: dt.date, language: str) -> None:
        reading = read(f"{date.day}/{date.month}", lang=language, heading_year=date.year)

        assert reading.when == OnDate(date, year_inferred=True)
        assert reading.inferred == ("date",)

    @given(whens(), languages, years())
    def test_a_text_that_says_its_year_needs_no_other(self, when: When, language: str, year: int) -> None:
        text = write_when(when, lang=language)
        alone, within = read(text, lang=language), read(text, lang=language, year=year)

        assert alone == within or within.inferred
