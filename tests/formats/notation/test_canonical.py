"""A time that reads well to people is refused by a file, which keeps to one form, and the fault tells that form."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samverkan.errors import Fault, InvalidCollaborationError
from samverkan.formats import toml
from samverkan.formats.notation import write_cadence, write_clock, write_when
from samverkan.formats.notation.canonical import canonical
from samverkan.formats.text.faults import fault_line
from samverkan.formats.wording import LANGUAGES, Wording
from samverkan.model.cadence import Cadence, TimesPer
from samverkan.model.values import ClockSpan
from samverkan.model.when import When
from samverkan.testing import cadences, clock_spans, whens

START = 'format = 1\nid = "x"\nname = "X"\nbodies.grupp = { kind = "network", name = "Grupp" }\n'
EVENT = START + '[[events]]\nname = "Besök"\n'
SERIES = START + '[[series]]\nbody = "grupp"\nfrom = 2016-03-04\nto = 2016-06-10\n'
CALENDAR = START + "[calendar]\n"

languages = st.sampled_from(LANGUAGES)


def faults_in(text: str) -> list[Fault]:
    with pytest.raises(InvalidCollaborationError) as caught:
        toml.loads(text)
    return list(caught.value.faults)


@pytest.mark.parametrize(
    ("start", "line", "form"),
    [
        (SERIES, 'every = "var 14:e dag"', "14 days"),
        (SERIES, 'every = "varannan vecka"', "2 weeks"),
        (SERIES, 'every = "every other week"', "2 weeks"),
        (SERIES, 'every = "andra tisdagen i månaden"', "month on 2nd tuesday"),
        (SERIES, 'every = "jämna veckor på fredagar"', "even weeks on friday"),
        (SERIES, 'every = "varje arbetsdag"', "working day"),
        (SERIES, 'every = "två ggr per termin"', '{ times = 2, per = "term" }'),
        (SERIES, 'every = "ett par gånger per år"', '{ times = 2, per = "year", approximate = true }'),
        (SERIES, 'every = "när det passar"', None),
        (SERIES, 'every = "var andra tisdag"', None),  # which of two Tuesdays is the first, nobody says
        (EVENT, 'when = "18/1-16"', "2016-01-18"),
        (EVENT, 'when = "18 januari 2016"', "2016-01-18"),
        (EVENT, 'when = "V 10"', "{ week = 10 }"),
        (EVENT, 'when = "week 10 2016"', '{ week = "2016-W10" }'),
        (EVENT, 'when = "4/3 – 10/6 -16"', "{ from = 2016-03-04, to = 2016-06-10 }"),
        (EVENT, 'when = "maj 2016"', '{ month = "2016-05" }'),
        (EVENT, 'when = "en vecka i maj"', "{ week_in_month = 5 }"),
        (EVENT, 'when = "våren 2008"', '{ season = "spring", year = 2008 }'),
        (EVENT, 'when = "VT 2016"', '{ term = "VT 2016" }'),
        (EVENT, 'when = "i början"', '{ of_period = "start" }'),
        (EVENT, 'when = "inom 90 dagar efter kursen"', '{ within = "90 days", after = "kursen" }'),
        (EVENT, 'when = "två ggr per termin"', '{ every = { times = 2, per = "term" } }'),
        (EVENT, 'when = "18/1"', None),  # no year: to write one would be a guess
        (EVENT, 'when = "snart"', None),
        (EVENT, 'when = { week = "V 10" }', "10"),
        (EVENT, 'when = { week = "v. 10 2016" }', "2016-W10"),
        (EVENT, 'when = { month = "maj 2016" }', "2016-05"),
        (EVENT, 'when = { month = "VT 2016" }', None),  # a time, but no month
        (EVENT, 'when = { year = "2016" }', None),
        (EVENT, 'when = { every = "var 14:e dag" }', "14 days"),
        (EVENT, 'when = { date = "18/1-16" }', "2016-01-18"),
        (EVENT, 'when = { date = "V 10 2016" }', None),
        (EVENT, 'when = { dates = [2016-01-11, "18/1-16"] }', "2016-01-18"),
        (EVENT, 'when = { within = "90 dagar", after = "kursen" }', "90 days"),
        (EVENT, 'when.disputed = [{ value = "V 9" }, { value = { week = 10 } }]', "{ week = 9 }"),
        (EVENT, 'time = "kl. 13–16.30"', "13.00–16.30"),
        (EVENT, 'time = "8.30 till 16"', "08.30–16.00"),
        (EVENT, 'time = "1–4.30 pm"', "13.00–16.30"),
        (EVENT, 'time = "13"', None),
        (CALENDAR, 'closed = ["24/12-16"]', "2016-12-24"),
        (CALENDAR, 'hours = "kl 8-17"', "08.00–17.00"),
    ],
)
def test_what_people_write_is_refused_with_what_a_file_says(start: str, line: str, form: str | None) -> None:
    (fault,) = faults_in(f"{start}{line}\n")

    assert fault.nearest == form
    assert fault.location is not None
    assert fault.location.line == len(start.splitlines()) + 1


def test_words_that_only_contain_a_time_and_endless_ones_are_not_helped() -> None:
    assert canonical("vi ses V 10 2016 kl 13", When) is None
    assert canonical("V 10" + " " * 100, When) is None
    assert canonical("V 10", str) is None


def test_the_help_is_the_same_in_both_languages() -> None:
    (fault,) = faults_in(f'{SERIES}every = "två ggr per termin"\n')
    told = {language: fault_line(fault, Wording(language)) for language in LANGUAGES}

    assert 'menade du ”{ times = 2, per = "term" }”?' in told["sv"]
    assert 'did you mean “{ times = 2, per = "term" }”?' in told["en"]


class TestHelp:
    """What the fault says can be put in the place of the words, and then the file says what they say."""

    @given(whens(), languages)
    def test_any_time(self, when: When, lang: str) -> None:
        form = canonical(write_when(when, lang=lang), When)
        assume(form is not None)

        (event,) = toml.loads(f"{EVENT}when = {form}\n").events
        assert event.when == when

    @given(cadences(), languages)
    def test_any_frequency(self, cadence: Cadence, lang: str) -> None:
        form = canonical(write_cadence(cadence, lang=lang), Cadence)

        (series,) = toml.loads(f"{SERIES}every = {form if isinstance(cadence, TimesPer) else repr(form)}\n").series
        assert series.every == cadence

    @given(clock_spans(), languages)
    def test_any_hours(self, clock: ClockSpan, lang: str) -> None:
        (event,) = toml.loads(f"{EVENT}time = '{canonical(write_clock(clock, lang=lang), ClockSpan)}'\n").events

        assert event.time == clock
