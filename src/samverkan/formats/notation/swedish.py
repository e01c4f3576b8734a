"""Swedish words for time; a table, no rules."""

from __future__ import annotations

from samverkan.formats.notation.lexicon import Lexicon, spelt
from samverkan.formats.notation.tokens import Number, Ordinal
from samverkan.model.cadence import Parity, Weekday
from samverkan.model.terms import HalfYear
from samverkan.model.when import Moment, Season


def _ordinal(n: int) -> str:
    return f"{n}:a" if n % 10 in (1, 2) and n % 100 not in (11, 12) else f"{n}:e"


_WORDS = spelt(
    {
        (): "den, på, i, under",
        ("from",): "från, fr o m, från och med",
        ("-",): "till, t o m, till och med",
        (",",): "och, samt",
        ("only",): "endast, bara",
        ("every",): "varje, var, vart, alla, samtliga",
        ("every", Ordinal(2)): "varannan, vartannat",
        ("day",): "dag, dagar, dagen",
        ("week",): "vecka, veckan, veckor, veckorna, v, w",
        ("month",): "månad, månaden, månader, månads",
        ("quarter",): "kvartal, kvartalet",
        ("term",): "termin, terminen, terminer",
        ("year",): "år, året",
        ("per", "year"): "om året",
        ("working-day",): "arbetsdag, arbetsdagar, arbetsdagen",
        ("every", "day"): "dagligen",
        ("every", "week"): "veckovis",
        ("every", "month"): "månadsvis, månatligen",
        ("every", "quarter"): "kvartalsvis",
        ("every", "term"): "terminsvis",
        ("every", "year"): "årligen, årsvis",
        (Number(2), "times", "year"): "halvårsvis, varje halvår",
        ("per",): "per",
        ("per", "month"): "per mån",
        ("times",): "gång, gånger, ggr, ggn, tillfälle, tillfällen",
        ("about",): "ungefär, cirka, ca, c a, omkring, runt",
        ("about", Number(2)): "ett par",
        ("about", Number(3)): "några",  # three is our choice: of what is approximate only “at least one” is computed
        ("regularly",): "regelbundet, regelbunden, regelbundna, återkommande",
        ("some-week",): "en vecka i, någon vecka i",
        (Parity.EVEN,): "jämn, jämna",
        (Parity.ODD,): "udda, ojämn, ojämna",
        (Season.SPRING,): "vår, våren",
        (Season.SUMMER,): "sommar, sommaren",
        (Season.AUTUMN,): "höst, hösten",
        (Season.WINTER,): "vinter, vintern",
        (HalfYear.VT,): "vt, vårtermin, vårterminen",
        (HalfYear.HT,): "ht, hösttermin, höstterminen",
        (
            Moment.START,
        ): "i början, i början av perioden, i början av projektet, i periodens början, i projektets början",
        (Moment.WITHIN,): "under perioden, under projektet, under projekttiden, under projektperioden, "
        "under projektets gång, inom perioden",
        (Moment.END,): "i slutet, i slutet av perioden, i slutet av projektet, i periodens slut, i projektets slut",
        (
            Moment.AFTER,
        ): "efter perioden, efter projektet, efter projekttiden, efter periodens slut, efter projektets slut",
        (Weekday.THURSDAY,): "tor",
        **{
            (Number(n),): words
            for n, words in enumerate(
                ("en, ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"), start=1
            )
        },
        (Number(14),): "fjorton",
        **{
            (Ordinal(n),): words
            for n, words in enumerate(
                ("första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde"),
                start=1,
            )
        },
        (Ordinal(14),): "fjortonde",
        (Ordinal(-1),): "sista",
    }
)

SWEDISH = Lexicon(
    language="sv",
    words=_WORDS,
    weekday_endings=("", "en"),
    every_weekday_endings=("ar", "arna"),
    ordinal_endings=("e", "a", "de", "dje"),
    month_first=False,
    within="inom",
    after=("efter", "från"),
    clock_at=("kl", "klockan", "från", "mellan"),
    clock_to=("till", "och"),
    ordinal=_ordinal,
    nth={1: "första", 2: "andra", 3: "tredje", 4: "fjärde", 5: "femte", -1: "sista"},
    forms={
        "day": ("varje dag", "varannan dag", "var {nth} dag"),
        "week": ("varje vecka", "varannan vecka", "var {nth} vecka"),
        "month": ("i månaden", "varannan månad", "var {nth} månad"),
        "times": ("en gång", "2 gånger", "{n} gånger"),
        "about": ("ungefär en gång", "ett par gånger", "ungefär {n} gånger"),
    },
    lengths={
        "day": ("dag", "dagar"),
        "week": ("vecka", "veckor"),
        "month": ("månad", "månader"),
        "year": ("år", "år"),
    },
    say={
        "working-day": "varje arbetsdag",
        "regularly": "regelbundet",
        "weekly": "varje {days}",
        "even": "jämna veckor på {day}ar",
        "odd": "udda veckor på {day}ar",
        "monthly": "{nth} {day}en {every}",
        "per": "{times} per {stretch}",
        "only": "endast {day}",
        "some-week": "en vecka i {month}",
        "spring": "våren",
        "summer": "sommaren",
        "autumn": "hösten",
        "winter": "vintern",
        "VT": "VT {year}",
        "HT": "HT {year}",
        "start": "i början av perioden",
        "within": "under perioden",
        "end": "i slutet av perioden",
        "after": "efter perioden",
        "deadline": "inom {length} efter {event}",
        "quoted": "”{text}”",
    },
    examples="“18/1-16”, “4/3 – 10/6 -16”, “v. 10 2016”, “maj 2016”, “VT 2016” or “var 14:e dag”",
    frequencies="“var 14:e dag”, “andra tisdagen i månaden” or “2 gånger per termin”",
)
"""What Swedish plans say."""
