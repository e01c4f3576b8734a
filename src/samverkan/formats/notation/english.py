"""English words for time; a table, no rules."""

from __future__ import annotations

from samverkan.formats.notation.lexicon import Lexicon, spelt
from samverkan.formats.notation.tokens import Number, Ordinal
from samverkan.model.cadence import Parity, Weekday
from samverkan.model.terms import HalfYear
from samverkan.model.when import Moment, Season


def _ordinal(n: int) -> str:
    ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


_WORDS = spelt(
    {
        (): "the, a, an, of, on, in, during",
        ("from",): "from",
        ("-",): "to, until, till, through",
        (",",): "and",
        ("only",): "only",
        ("every",): "every, each, all",
        ("every", Ordinal(2)): "every other, each other",
        ("day",): "day, days",
        ("week",): "week, weeks, wk, w",
        ("month",): "month, months",
        ("quarter",): "quarter, quarters",
        ("term",): "term, terms, semester, semesters",
        ("year",): "year, years",
        ("working-day",): "working day, working days, workday, workdays",
        ("every", "day"): "daily",
        ("every", "week"): "weekly",
        ("every", Number(2), "week"): "fortnightly",
        ("every", "month"): "monthly",
        ("every", "quarter"): "quarterly",
        ("every", "term"): "termly",
        ("every", "year"): "yearly, annually",
        ("per",): "per",
        ("times",): "times, time",
        (Number(1), "times"): "once",
        (Number(2), "times"): "twice",
        ("about",): "about, approximately, around, roughly, ca",
        ("about", Number(2)): "a couple, a couple of",
        ("about", Number(3)): "a few",  # three is our choice: of what is approximate only “at least one” is computed
        ("regularly",): "regularly, regular, recurring",
        ("some-week",): "a week in, one week in, some week in, a week of",
        (Parity.EVEN,): "even",
        (Parity.ODD,): "odd",
        (Season.SPRING,): "spring",
        (Season.SUMMER,): "summer",
        (Season.AUTUMN,): "autumn, fall",
        (Season.WINTER,): "winter",
        (HalfYear.VT,): "vt, spring term, spring semester",
        (HalfYear.HT,): "ht, autumn term, autumn semester, fall term, fall semester",
        (Moment.START,): "at the start, at the start of the period, at the start of the project, at the beginning, "
        "at the beginning of the period, at the beginning of the project",
        (Moment.WITHIN,): "during the period, during the project, within the period",
        (Moment.END,): "at the end, at the end of the period, at the end of the project",
        (
            Moment.AFTER,
        ): "after the period, after the project, after the end of the period, after the end of the project",
        (Weekday.TUESDAY,): "tues",
        (Weekday.THURSDAY,): "thur, thurs",
        **{
            (Number(n),): words
            for n, words in enumerate(
                ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
                start=1,
            )
        },
        (Number(14),): "fourteen",
        **{
            (Ordinal(n),): words
            for n, words in enumerate(
                ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), start=1
            )
        },
        (Ordinal(14),): "fourteenth",
        (Ordinal(-1),): "last",
    }
)

ENGLISH = Lexicon(
    language="en",
    words=_WORDS,
    weekday_endings=("",),
    every_weekday_endings=("s",),
    ordinal_endings=("st", "nd", "rd", "th"),
    month_first=True,
    within="within",
    after=("after", "of", "from"),
    clock_at=("at", "from", "between"),
    clock_to=("to", "until", "till", "and"),
    ordinal=_ordinal,
    nth={1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 5: "5th", -1: "last"},
    forms={
        "day": ("every day", "every 2 days", "every {n} days"),
        "week": ("every week", "every 2 weeks", "every {n} weeks"),
        "month": ("of the month", "of every 2 months", "of every {n} months"),
        "times": ("once", "twice", "{n} times"),
        "about": ("about once", "a couple of times", "about {n} times"),
    },
    lengths={
        "day": ("day", "days"),
        "week": ("week", "weeks"),
        "month": ("month", "months"),
        "year": ("year", "years"),
    },
    say={
        "working-day": "every working day",
        "regularly": "regularly",
        "weekly": "every {days}",
        "even": "even weeks on {day}s",
        "odd": "odd weeks on {day}s",
        "monthly": "{nth} {day} {every}",
        "per": "{times} per {stretch}",
        "only": "only {day}",
        "some-week": "a week in {month}",
        "spring": "spring",
        "summer": "summer",
        "autumn": "autumn",
        "winter": "winter",
        "VT": "spring term {year}",
        "HT": "autumn term {year}",
        "start": "at the start of the period",
        "within": "during the period",
        "end": "at the end of the period",
        "after": "after the period",
        "deadline": "within {length} after {event}",
        "quoted": "“{text}”",
    },
    examples="“4 March 2016”, “4/3 – 10/6 -16”, “week 10 2016”, “May 2016”, “spring term 2016” or “every 14 days”",
    frequencies="“every 14 days”, “2nd Tuesday of the month” or “twice per term”",
)
"""What English readers of Swedish plans say; days still stand before months in numbers."""
