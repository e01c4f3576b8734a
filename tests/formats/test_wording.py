from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from string import Formatter

import pytest

import samverkan
from samverkan.errors import UnknownNameError
from samverkan.formats.wording import LANGUAGES, Wording
from samverkan.formats.wording.catalogue import swedish
from samverkan.formats.wording.faults import CONTEXT, told
from samverkan.formats.wording.gather import Sentence, sentences
from samverkan.model.cadence import Weekday
from samverkan.model.facts import UNKNOWN, Absent, Claim, Disputed
from samverkan.model.message import Message, say
from samverkan.model.names import Text
from samverkan.model.organisations import Sector
from samverkan.model.terms import Term
from samverkan.model.values import ClockSpan
from samverkan.model.when import Span

HOUSE = Path(samverkan.__file__ or "").parent
SAID = {
    (sentence.context, sentence.text): sentence
    for module in sorted(HOUSE.rglob("*.py"))
    for sentence in sentences(module.read_text(encoding="utf-8"))
}
PLACE = re.compile(r"\{\d+\}")
SV, EN = Wording("sv"), Wording("en")


def alike(sentence: Sentence, swedish_forms: tuple[str, ...]) -> bool:
    forms = [sentence.text] if sentence.plural is None else [sentence.text, sentence.plural]
    if sentence.context == CONTEXT:
        return sorted(PLACE.findall(forms[0])) == sorted(PLACE.findall(swedish_forms[0]))
    return [places(form) for form in forms] == [places(form) for form in swedish_forms]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


class TestCatalogue:
    def test_the_search_finds_what_the_code_says(self) -> None:
        assert len(SAID) > 400
        assert (None, "not stated") in SAID
        assert ("Sector", "state agency") in SAID
        assert (CONTEXT, "the key “{0}” is missing") in SAID

    def test_every_sentence_of_the_code_has_its_swedish(self) -> None:
        missing = [f"{context or ''}|{text}" for context, text in SAID if (context, text) not in swedish()]

        assert missing == []

    def test_no_sentence_is_kept_that_the_code_no_longer_says(self) -> None:
        assert [key for key in swedish() if key not in SAID] == []

    def test_the_swedish_has_the_same_places_and_as_many_forms(self) -> None:
        assert [key for key in swedish() if key in SAID and not alike(SAID[key], swedish()[key])] == []

    def test_quotation_marks_are_swedish(self) -> None:
        assert [forms for forms in swedish().values() if any("“" in form for form in forms)] == []


class TestSearch:
    @pytest.mark.parametrize(
        ("source", "found"),
        [
            ('say("one {n}", "many {n}", n=2)', Sentence("one {n}", "many {n}")),
            ('wording.word("none")', Sentence("none")),
            ('wording.word("cancelled", "Status")', Sentence("cancelled", context="Status")),
            ('NAME = mark("what it is called")', Sentence("what it is called")),
            ('class Colour(Enum):\n    RED = "deep-red"', Sentence("deep red", context="Colour")),
            (
                'def f():\n    raise InvalidValueError("c", f"{a!r} is no {b}")',
                Sentence("{0} is no {1}", context="fault"),
            ),
            ('def f():\n    m = f"no {a}"\n    return Fault("c", m)', Sentence("no {0}", context="fault")),
        ],
    )
    def test_it_finds(self, source: str, found: Sentence) -> None:
        assert list(sentences(source)) == [found]

    def test_it_leaves_what_is_put_together_elsewhere(self) -> None:
        assert list(sentences("say(text, n=1)")) == []


class TestMessages:
    def test_a_message_is_told_in_the_language_of_the_reader(self) -> None:
        message = say("{n} seat", "{n} seats", n=2)

        assert (SV.tell(message), EN.tell(message)) == ("2 platser", "2 seats")

    @pytest.mark.parametrize(("n", "sv", "en"), [(0, "0 platser", "0 seats"), (1, "1 plats", "1 seat")])
    def test_one_is_singular_and_none_is_not(self, n: int, sv: str, en: str) -> None:
        message = say("{n} seat", "{n} seats", n=n)

        assert (SV.tell(message), EN.tell(message)) == (sv, en)

    def test_a_holiday_is_small_inside_a_sentence_unless_it_is_a_name(self) -> None:
        day = dt.date(2027, 3, 26)

        for name, told_name in (("Långfredagen", "långfredagen"), ("Kristi himmelsfärdsdag",) * 2):
            message = say("{day} is {holiday}", day=day, holiday=Text(name, "a holiday"))
            assert SV.tell(message) == f"fre 26 mars 2027 är {told_name}"

    def test_terms_of_which_nothing_is_known_are_joined_by_or(self) -> None:
        message = say("No item with a political body is known to lie in {terms}.", terms=("VT 2027", "HT 2027"))

        assert "VT 2027 eller HT 2027" in SV.tell(message)
        assert "VT 2027 or HT 2027" in EN.tell(message)

    @pytest.mark.parametrize(
        ("text", "swedish_text"),
        [
            ("'999' is not a municipality code", "”999” är ingen kommunkod"),
            ("a table with the key times", "en tabell med nyckeln times"),
            ("a time such as “a or b”, “maj 2016” or “VT 2016”", "en tid som ”a or b”, ”maj 2016” eller ”VT 2016”"),
            (
                "a meeting of “s” falls on a free day: 2027-05-06 is Ascension Day",
                "ett möte i ”s” infaller på en ledig dag: tors 6 maj 2027 är Kristi himmelsfärdsdag",
            ),
            (
                "a meeting of “s” falls on a free day: 2027-05-08 is a saturday, when nobody meets",
                "ett möte i ”s” infaller på en ledig dag: lör 8 maj 2027 är en lördag, då ingen träffas",
            ),
        ],
    )
    def test_a_fault_is_told_in_one_language(self, text: str, swedish_text: str) -> None:
        assert (told(text, SV), told(text, EN)) == (swedish_text, text)

    def test_what_is_to_be_copied_into_a_file_stays_as_it_is(self) -> None:
        rule = "a role or an organisation; or, if it is no person’s, [[excused]] with "

        assert 'med text = "a file" och' in told(f'{rule}text = "a file" and because = "why"', SV)

    def test_what_the_catalogue_lacks_stays_english(self) -> None:
        assert SV.tell(Message("never said by {who}", None, (("who", "anybody"),))) == "never said by anybody"

    def test_facts_are_written_as_people_write_them(self) -> None:
        facts = (dt.date(2016, 3, 4), Sector.STATE_AGENCY, Text("kommunen", "the municipality"), 3, "Åmål")

        assert SV.value(facts) == "fre 4 mars 2016, statlig myndighet, kommunen, 3 och Åmål"
        assert EN.value(facts) == "Fri 4 Mar 2016, state agency, the municipality, 3 and Åmål"

    def test_braces_in_a_fact_are_text(self) -> None:
        assert EN.tell(Message("{a}", None, (("a", "{b}"),))) == "{b}"

    def test_a_language_that_does_not_exist_is_refused(self) -> None:
        with pytest.raises(UnknownNameError, match="there is no language “se”"):
            Wording("se")


class TestFacts:
    @pytest.mark.parametrize(
        ("fact", "sv", "en"),
        [
            (UNKNOWN, "framgår inte", "not stated"),
            (Absent("inte aktuellt"), "inte aktuellt", "declared absent"),
            (Disputed([Claim(1), Claim(2)]), "omstritt: 1 / 2", "disputed: 1 / 2"),
            (Weekday.MONDAY, "måndag", "monday"),
        ],
    )
    def test_each_state_of_a_fact_has_its_words(self, fact: object, sv: str, en: str) -> None:
        assert (SV.fact(fact), EN.fact(fact)) == (sv, en)  # type: ignore[arg-type]  # the states one by one

    @pytest.mark.parametrize(
        ("items", "sv"), [([], "inga"), (["A"], "A"), (["A", "B"], "A och B"), (["A", "B", "C"], "A, B och C")]
    )
    def test_a_list_is_joined_as_in_a_sentence(self, items: list[str], sv: str) -> None:
        assert SV.listed(items) == sv


class TestTimes:
    @pytest.mark.parametrize(
        ("first", "last", "sv", "en"),
        [
            ("2016-03-07", "2016-03-13", "v. 10, 7–13 mars 2016", "week 10, 7–13 Mar 2016"),
            ("2016-02-29", "2016-03-13", "29 feb–13 mars 2016", "29 Feb–13 Mar 2016"),
            ("2016-05-01", "2016-05-31", "maj 2016", "May 2016"),
            ("2015-12-28", "2016-01-10", "28 dec 2015–10 jan 2016", "28 Dec 2015–10 Jan 2016"),
            ("2016-03-04", None, "tidigast fre 4 mars 2016", "Fri 4 Mar 2016 at the earliest"),
            (None, "2016-03-04", "senast fre 4 mars 2016", "Fri 4 Mar 2016 at the latest"),
            (None, None, "framgår inte", "not stated"),
        ],
    )
    def test_a_span_is_told_no_finer_than_it_is(self, first: str | None, last: str | None, sv: str, en: str) -> None:
        span = Span(*(dt.date.fromisoformat(day) if day else None for day in (first, last)))

        assert (SV.span(span), EN.span(span)) == (sv, en)

    def test_weeks_are_iso_weeks_at_the_turn_of_the_year(self) -> None:
        assert SV.week(dt.date(2027, 1, 1)) == "v. 53"

    def test_terms_and_clocks(self) -> None:
        assert (SV.term(Term.parse("VT 2016")), EN.term(Term.parse("VT 2016"))) == ("VT 2016", "spring term 2016")
        clock = ClockSpan.parse("13.00–16.30")
        assert (SV.clock(clock), EN.clock(clock)) == ("13.00–16.30", "13:00–16:30")


class TestFaults:
    @pytest.mark.parametrize(
        ("english", "sv"),
        [
            ("the key “name” is missing", "nyckeln ”name” saknas"),
            ("there is no organisation “the text “x””", "organisationen ”the text “x”” finns inte"),
            ("'2016-W60' is not an ISO week", "”2016-W60” är ingen ISO-vecka"),
            ("the text “there is no file x” does not belong here", "texten ”there is no file x” hör inte hemma här"),
            ("something that no module says", "something that no module says"),
            ("“14 days” or a whole number", "”14 days” eller ett heltal"),
            ("this or that", "this or that"),
            ("a table for each: seats.SOME-ID = { … }", "en tabell för var och en: seats.NÅGOT-ID = { … }"),
        ],
    )
    def test_a_fault_is_told_in_swedish_and_what_the_file_says_is_left(self, english: str, sv: str) -> None:
        assert told(english, SV) == sv

    def test_english_faults_stay_as_they_are(self) -> None:
        assert told("the key “name” is missing", EN) == "the key “name” is missing"


def test_each_language_tells_every_label() -> None:
    for language in LANGUAGES:
        assert all(Wording(language).label(sector) for sector in Sector)
