"""What is no time, or too little of one, is told with what would be."""

from __future__ import annotations

import pytest

from samverkan.errors import InvalidValueError, UnknownNameError
from samverkan.formats.notation import read_when, write_when
from samverkan.model.when import InWeek


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("", "bad-notation", "says no time; expected a time such as “18/1-16”"),
        ("på", "bad-notation", "says no time"),
        ("fredag", "bad-notation", "says no time"),
        ("2015–2016", "bad-notation", "says no time"),
        ("maj 16", "bad-notation", "says no time"),  # the 16th, or 2016
        ("4 mars, 10 juni – 11 juni 2016", "bad-notation", "says no time"),
        ("vintern 2008/10", "bad-notation", "says no time"),
        ("x" * 300, "bad-notation", "too long"),
        ("fredgar", "unknown-word", "the word “fredgar” is not known here; expected a word such as “fredagar”"),
        ("mitten av maj", "unknown-word", "the word “mitten” is not known here; expected a time such as “18/1-16”"),
        ("18/1 kl", "unknown-word", "the word “kl” is not known here"),
        ("18/1 !", "unknown-word", "the word “!” is not known here"),
        ("٤/٣ 2016", "unknown-word", "is not known here"),
        ("30/2 2016", "bad-date", "the calendar has no day 2016-02-30"),
        ("18/13 2016", "bad-date", "day before month"),
        ("9999999999999999999999:e mars 2016", "bad-date", "the calendar has no day"),
        ("fredag 5 mars 2016", "wrong-weekday", "2016-03-05 is a “lördag”, not a “fredag”"),
        ("v. 54", "bad-week", "54 is not an ISO week"),
        ("v. 53 2016", "bad-week", "is not an ISO week"),
        ("v 10–12 2016", "several-weeks", "“v 10–12 2016” is not one week"),
        ("v 10 och 12", "several-weeks", "is not one week"),
        ("v 10 -16", "several-weeks", "with its year in full"),  # to week 16, or of 2016
        ("10/6 – 4/3 2016-03-04", "bad-notation", "says no time"),
        ("10 juni 2016 – 4 mars 2016", "reversed-period", "before it starts"),
        ("augusti–maj", "no-year", "says no year"),
        ("VT 1815", "bad-year", "is not a year"),
        ("inom 3 fredagar efter start", "bad-length", "“3 fredagar” is not a length of time"),
        ("från 4 mars 2016", "bad-notation", "says no time"),  # and until when?
        ("från maj 2016", "bad-notation", "says no time"),
        ("från 2016", "bad-notation", "says no time"),
        ("till 4 mars 2016", "bad-notation", "says no time"),
        ("4 mars (”fredag”)", "bad-notation", "says no time"),
    ],
)
def test_it_is_told_what_is_wrong_and_what_is_expected(text: str, code: str, told: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        read_when(text)

    assert caught.value.code == code
    assert told in str(caught.value)
    assert caught.value.expected


def test_a_language_that_is_not_spoken_here_is_told() -> None:
    with pytest.raises(UnknownNameError, match="there is no language “fi”"):
        read_when("18/1-16", lang="fi")
    with pytest.raises(UnknownNameError, match="there is no language “fi”"):
        write_when(InWeek(10), lang="fi")


def test_a_very_long_run_of_spaces_is_read_at_once() -> None:
    with pytest.raises(InvalidValueError):
        read_when("inom" + " " * 200_000 + "x")
