"""How often, in the words of plans."""

from __future__ import annotations

import pytest

from samverkan.errors import InvalidValueError
from samverkan.formats.notation import read_cadence, write_cadence
from samverkan.model.cadence import (
    Cadence,
    EveryDays,
    EveryWeeks,
    EveryWorkingDay,
    MonthlyOn,
    Parity,
    ParityWeeks,
    Per,
    Regularly,
    TimesPer,
    Weekday,
    WeeklyOn,
)

MON, TUE, THU, FRI = Weekday.MONDAY, Weekday.TUESDAY, Weekday.THURSDAY, Weekday.FRIDAY


class TestReading:
    @pytest.mark.parametrize(
        ("cadence", "texts"),
        [
            (EveryDays(14), "var 14:e dag | var fjortonde dag | Var 14e dag | 14 dagar"),
            (EveryDays(2), "varannan dag | var 2:a dag | var andra dag"),
            (EveryDays(1), "varje dag | dagligen | alla dagar"),
            (EveryWeeks(1), "varje vecka | veckovis"),
            (EveryWeeks(2), "varannan vecka | var 2:a vecka | 2 veckor"),
            (EveryWeeks(3), "var 3:e vecka | var tredje vecka"),
            (
                WeeklyOn([MON, THU]),
                "varje måndag och torsdag | måndagar och torsdagar | varje vecka på måndag, torsdag",
            ),
            (WeeklyOn([FRI]), "fredagar | på fredagar | varje fredag"),
            (ParityWeeks(Parity.EVEN, FRI), "jämna veckor på fredagar | fredagar jämn vecka | jämna veckor, fredag"),
            (ParityWeeks(Parity.ODD, MON), "udda veckor på måndagar | varje udda vecka på måndag"),
            (
                MonthlyOn(2, TUE),
                "andra tisdagen i månaden | 2:a tisdagen varje månad | den andra tisdagen i varje månad",
            ),
            (MonthlyOn(-1, FRI), "sista fredagen i varje månad | varje månads sista fredag"),
            (MonthlyOn(1, MON, 2), "första måndagen varannan månad"),
            (EveryWorkingDay(), "varje arbetsdag | alla arbetsdagar"),
            (
                TimesPer(2, Per.TERM),
                "två ggr per termin | 2 gånger per termin | 2 ggr/termin | två gånger varje termin",
            ),
            (
                TimesPer(2, Per.TERM, approximate=True),
                "ett par ggr per termin | ca 2 ggr per termin | c:a två ggr/termin",
            ),
            (TimesPer(1, Per.MONTH), "en gång i månaden | 1 gång per månad | varje månad | månadsvis | 1 ggr/mån"),
            (TimesPer(1, Per.QUARTER), "kvartalsvis | varje kvartal | en gång i kvartalet"),
            (TimesPer(4, Per.YEAR), "fyra gånger om året | 4 ggr per år"),
            (TimesPer(2, Per.YEAR), "halvårsvis"),
            (Regularly(), "regelbundet | Regelbundna"),
        ],
    )
    def test_swedish(self, cadence: Cadence, texts: str) -> None:
        assert {text: read_cadence(text) for text in texts.split("|")} == dict.fromkeys(texts.split("|"), cadence)

    @pytest.mark.parametrize(
        ("cadence", "texts"),
        [
            (EveryDays(14), "every 14 days | 14 days | every 14th day | every fourteenth day"),
            (EveryDays(2), "every other day | every second day"),
            (EveryWeeks(2), "every 2 weeks | every other week | fortnightly | two weeks"),
            (WeeklyOn([MON, THU]), "every Monday and Thursday | Mondays and Thursdays | weekly on Mondays, Thursdays"),
            (ParityWeeks(Parity.EVEN, FRI), "even weeks on Fridays | Fridays in even weeks"),
            (
                MonthlyOn(2, TUE),
                "2nd Tuesday of the month | second Tuesday of every month | monthly on the 2nd Tuesday",
            ),
            (MonthlyOn(-1, FRI, 3), "last Friday of every 3 months | every 3 months on the last Friday"),
            (EveryWorkingDay(), "every working day | workdays"),
            (TimesPer(2, Per.TERM), "twice per term | two times a term | 2 times per term | 2 per term"),
            (TimesPer(2, Per.TERM, approximate=True), "a couple of times per term | about twice a term"),
            (TimesPer(1, Per.QUARTER), "quarterly | once a quarter | every quarter"),
            (Regularly(), "regularly"),
        ],
    )
    def test_english(self, cadence: Cadence, texts: str) -> None:
        read = {text: read_cadence(text, lang="en") for text in texts.split("|")}

        assert read == dict.fromkeys(texts.split("|"), cadence)


class TestWriting:
    @pytest.mark.parametrize(
        ("cadence", "swedish", "english"),
        [
            (EveryDays(14), "var 14:e dag", "every 14 days"),
            (EveryDays(21), "var 21:a dag", "every 21 days"),
            (EveryDays(12), "var 12:e dag", "every 12 days"),
            (EveryWeeks(2), "varannan vecka", "every 2 weeks"),
            (WeeklyOn([THU, MON]), "varje måndag och torsdag", "every Monday and Thursday"),
            (ParityWeeks(Parity.ODD, FRI), "udda veckor på fredagar", "odd weeks on Fridays"),
            (MonthlyOn(2, TUE), "andra tisdagen i månaden", "2nd Tuesday of the month"),
            (MonthlyOn(-1, FRI, 2), "sista fredagen varannan månad", "last Friday of every 2 months"),
            (EveryWorkingDay(), "varje arbetsdag", "every working day"),
            (TimesPer(1, Per.YEAR), "en gång per år", "once per year"),
            (TimesPer(2, Per.TERM, approximate=True), "ett par gånger per termin", "a couple of times per term"),
            (TimesPer(5, Per.WEEK, approximate=True), "ungefär 5 gånger per vecka", "about 5 times per week"),
            (Regularly(), "regelbundet", "regularly"),
        ],
    )
    def test_there_is_one_form_in_each_language(self, cadence: Cadence, swedish: str, english: str) -> None:
        assert write_cadence(cadence, lang="sv") == swedish
        assert write_cadence(cadence, lang="en") == english


class TestRefusals:
    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("jämna veckor", "need one weekday"),
            ("jämna veckor på måndagar och fredagar", "need one weekday"),
            ("varannan tisdag", "which week is the first"),
            ("näst sista fredagen i månaden", "the word “näst” is not known"),
            ("6:e fredagen i månaden", "no weekday number 6"),
            ("var 0:e dag", "not a positive count"),
            ("varannan månad", "is not a cadence"),
            ("2–3 gånger per termin", "is not a cadence"),
            ("2 gånger per dag", "is not a cadence"),
            ("v. 10", "is not a cadence"),
            ("fredag", "is not a cadence"),
            ("", "is not a cadence"),
        ],
    )
    def test_what_the_model_cannot_carry_is_told(self, text: str, told: str) -> None:
        with pytest.raises(InvalidValueError, match=told):
            read_cadence(text)
